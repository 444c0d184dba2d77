"""The manual holds: what it tells to write is right, what it tells to run runs, and it can be built."""

import doctest
import os
import re
import shlex
import shutil
import subprocess
import sys
from functools import cache
from html.parser import HTMLParser
from importlib import import_module
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

import click
import pytest
from tests.support import program

from reise.cli import COMMANDS
from reise.pipeline import collection_problems, tell
from reise.problems import ROOMS, Problem, said
from reise.resources import toml

TOP = Path(__file__).parents[1]
DOCS = TOP / "docs"
LOCALES = {"nb": "nb_NO.UTF-8", "en": "en_US.UTF-8"}
PAGES = [f"{language}/{path.stem}" for language in LOCALES for path in sorted((DOCS / language).glob("*.md"))]
HEAD = {
    "nb": "reise: 1\ntittel: Prøve\nspråk: nb\nkodet av: prosjektet\n",
    "en": "reise: 1\ntitle: Trial\nlanguage: en\ncoded by: project\n",
}
EVENTS = {"nb": "hendelser:\n  - milepæl: Før\n", "en": "events:\n  - milestone: Before\n"}


@pytest.fixture(autouse=True)
def _at_work(guarded: None) -> None:
    """The guard at work: what the manual tells to write is let through."""


class Block(NamedTuple):
    """A fenced block of a page: the language of its text, the other words of its fence, and the text."""

    kind: str
    about: tuple[str, ...]
    text: str


@cache
def text(page: str) -> str:
    return (DOCS / f"{page}.md").read_text(encoding="utf-8")


def blocks(page: str) -> list[Block]:
    found = re.findall(r"^```(\w+) *(.*)\n((?:.*\n)*?)```$", text(page), re.MULTILINE)
    return [Block(kind, tuple(about.split()), block) for kind, about, block in found]


def language(page: str) -> str:
    return page.partition("/")[0]


def whole(page: str, block: Block) -> str:
    """Return a block that shows events or part of a head, as the journey that it is a part of."""
    tongue = language(page)
    if re.search("^reise:", block.text, re.MULTILINE):
        return block.text
    if block.text.startswith("-"):
        return (
            HEAD[tongue] + EVENTS[tongue] + re.sub("^", "  ", block.text, flags=re.MULTILINE).rstrip() + "\n"
        )
    return HEAD[tongue].splitlines(keepends=True)[0] + _rest(tongue, block.text) + block.text + EVENTS[tongue]


def _rest(tongue: str, shown: str) -> str:
    """Return the lines of the head that a part of one does not show itself."""
    lines = HEAD[tongue].splitlines(keepends=True)[1:]
    return "".join(line for line in lines if line.partition(":")[0] not in shown)


def problems(page: str, block: Block, folder: Path) -> tuple[Problem, ...]:
    path = folder / "reise.yaml"
    path.write_text(whole(page, block), encoding="utf-8")
    return tell(path, path.name).problems


def folder_of_journeys(folder: Path) -> Path:
    shutil.copytree(TOP / "journeys", folder / "journeys")
    return folder


# --- What is written in it --------------------------------------------------------------------------


def test_both_languages_have_the_same_chapters_with_the_same_parts() -> None:
    shapes = [
        {page.partition("/")[2]: parts(page) for page in PAGES if language(page) == each} for each in LOCALES
    ]
    assert shapes[0] == shapes[1]


def parts(page: str) -> list[str]:
    """Return the ranks of a page's headings, and what its blocks are for."""
    headings = re.findall(
        "^(#+) ", re.sub(r"^```(?:.*\n)*?```$", "", text(page), flags=re.MULTILINE), re.MULTILINE
    )
    shown = [
        f"{each.kind} {' '.join(each.about) if '.' not in ''.join(each.about) else 'file'}"
        for each in blocks(page)
    ]
    return headings + shown


@pytest.mark.parametrize("page", PAGES)
def test_every_journey_and_part_of_one_is_right_or_wrong_as_it_says(page: str, tmp_path: Path) -> None:
    for block in blocks(page):
        if block.kind != "yaml":
            continue
        what = block.about[0]
        if what.endswith("samling.yaml"):
            (tmp_path / "samling.yaml").write_text(block.text, encoding="utf-8")
            assert collection_problems(tmp_path) == ()
            (tmp_path / "samling.yaml").unlink()
            continue
        assert what in ("event", "head", "wrong") or what.endswith(".yaml"), what
        # The cause comes first; what follows from it may come after.
        first = [each.code for each in problems(page, block, tmp_path)][:1]
        assert first == [each for each in block.about if re.fullmatch(r"R\d{3}", each)], block.text


def sort(problem: Problem, tongue: str) -> str:
    """Return the word before a message that is no error."""
    return "" if problem.sort == "error" else f"{toml(f'locale/cli.{tongue}.toml')[f'sort_{problem.sort}']}: "


@pytest.mark.parametrize("page", PAGES)
def test_every_message_is_what_the_program_says(page: str, tmp_path: Path) -> None:
    shown = blocks(page)
    for wrong, message in pairwise(shown):
        if message.kind != "text" or message.about:
            continue
        tongue = language(page)
        told = {
            f"{each.code} {sort(each, tongue)}{said(each, 'fact', tongue)}\n"
            f"  → {said(each, 'hint', tongue)}\n"
            for each in problems(page, wrong, tmp_path)
        }
        assert message.text.partition(" ")[2] in told


@pytest.mark.parametrize("tongue", LOCALES)
def test_the_guard_finds_what_its_chapter_says_that_it_finds(tongue: str, tmp_path: Path) -> None:
    rows = re.findall(r"^\| ([^|]+) \| ([^|]*\(R4[^|]*) \|", text(f"{tongue}/guard"), re.MULTILINE)
    kind = {"nb": "hendelse", "en": "event"}[tongue]
    consents = ("R402", "R403")
    shown = [(each, re.findall(r"R\d{3}", why)) for each, why in rows]
    shown = [(each, codes) for each, codes in shown if codes[0] not in consents]
    assert len(shown) >= 17
    for written, codes in shown:
        block = Block("yaml", ("event",), f'- {kind}: "{written}"\n')
        found = [each.code for each in problems(f"{tongue}/guard", block, tmp_path)]
        assert found, written
        assert set(found) <= set(codes), written


@pytest.mark.slow
@pytest.mark.parametrize("page", [each for each in PAGES if "```console" in text(each)])
def test_every_command_runs_and_says_what_is_shown(page: str, tmp_path: Path) -> None:
    folder = folder_of_journeys(tmp_path)
    environment = os.environ | {"LC_ALL": LOCALES[language(page)]}
    for block in blocks(page):
        if "".join(block.about[:1]).endswith(".vern.toml"):
            assert without_day((folder / block.about[0]).read_text(encoding="utf-8")) == without_day(
                block.text
            )
        elif "." in "".join(block.about[:1]):
            (folder / block.about[0]).write_text(block.text, encoding="utf-8")
        elif block.kind == "console":
            for command, shown in re.findall(r"^\$ (.*)\n((?:(?!\$ ).*\n)*)", block.text, re.MULTILINE):
                said = run(command, folder, environment)
                assert not shown or said.rstrip("\n") == shown.rstrip("\n"), command


def without_day(record: str) -> str:
    """Return the record of a file without its remarks, and whatever day something was decided."""
    lines = [line for line in record.splitlines() if not line.startswith("#")]
    return "\n".join("date" if line.startswith("date = ") else line for line in lines)


def run(command: str, folder: Path, environment: dict[str, str]) -> str:
    """Run a command as somebody would who answers nothing, and return what it says."""
    name, *words = shlex.split(command)
    assert name == "reise"
    if words[0] != "serve":
        done = program.run(words, environment, cwd=folder, mixed=True)
        assert done.returncode == 0, f"{command}\n{done.stdout}"
        return done.stdout
    with subprocess.Popen(
        [sys.executable, "-u", "-m", "reise", *words],
        cwd=folder,
        env=environment,
        stdout=subprocess.PIPE,
        encoding="utf-8",
    ) as running:
        assert running.stdout
        line = running.stdout.readline()
        running.terminate()
        assert "http://127.0.0.1:" in line, line
        return line


@pytest.mark.parametrize("page", [each for each in PAGES if "```pycon" in text(each)])
def test_every_example_from_python_runs(page: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(folder_of_journeys(tmp_path))
    whole = "".join(each.text for each in blocks(page) if each.kind == "pycon")
    test = doctest.DocTestParser().get_doctest(whole, {}, page, None, None)
    assert test.examples
    assert doctest.DocTestRunner().run(test).failed == 0


@pytest.mark.parametrize("page", PAGES)
def test_it_names_no_option_command_or_code_that_is_not_there(page: str) -> None:
    known = {"--help", "--version"}
    for name in COMMANDS:
        command: click.Command = import_module(f"reise.cli.{name}").command
        for parameter in command.params:
            known |= {*parameter.opts, *parameter.secondary_opts}
    assert set(re.findall(r"(?<![\w|-])--[a-z][\w-]*", text(page))) <= known
    assert set(re.findall(r"(?:`|\$ )reise ([a-z]+)\b", text(page))) <= set(COMMANDS)
    codes = {code for room in ROOMS for code in toml(f"locale/problems-{room}.nb.toml")}
    assert set(re.findall(r"\bR\d{3}\b", text(page))) <= codes
    assert set(re.findall(r"\bR\dxx\b", text(page))) <= {f"{each[:2]}xx" for each in codes}


@pytest.mark.parametrize("tongue", LOCALES)
def test_it_tells_of_every_group_of_problems(tongue: str) -> None:
    groups = {f"{code[:2]}xx" for room in ROOMS for code in toml(f"locale/problems-{room}.nb.toml")}
    assert set(re.findall(r"\bR\dxx\b", text(f"{tongue}/problems"))) == groups


@pytest.mark.parametrize("tongue", LOCALES)
def test_the_chapter_on_the_format_tells_every_key_and_value(tongue: str) -> None:
    at = {"nb": 0, "en": 2}[tongue]
    told = text(f"{tongue}/format").casefold()
    table = toml("locale/names.toml")
    tables = [names for room, names in table.items() if room != "values"]
    tables += [names for room, names in table["values"].items() if room != "boolean"]
    missing = {
        names[at]
        for each in tables
        for names in each.values()
        if not re.search(rf"[`{{ ]{names[at]}[`:,\]}}]", told)
    }
    assert missing == set()


@pytest.mark.parametrize("page", PAGES)
def test_what_is_not_run_stands_in_the_readme(page: str) -> None:
    readme = (TOP / "README.md").read_text(encoding="utf-8")
    assert {each.kind for each in blocks(page)} <= {"yaml", "console", "pycon", "sh", "text"}
    for block in blocks(page):
        if block.kind == "sh":
            assert [line for line in block.text.splitlines() if line not in readme] == []


# --- The site -------------------------------------------------------------------------------------


class Fetched(HTMLParser):
    """Collects what a page makes a browser fetch."""

    def __init__(self) -> None:
        super().__init__()
        self.addresses: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        told = dict(attrs)
        if (
            tag == "link"
            and "stylesheet" not in (told.get("rel") or "")
            and "icon" not in (told.get("rel") or "")
        ):
            return
        if tag != "a":
            self.addresses |= {value for name, value in attrs if name in ("src", "href", "srcset") and value}


@pytest.mark.slow
def test_the_site_is_built_without_a_warning_and_fetches_nothing_from_others(tmp_path: Path) -> None:
    shutil.copytree(DOCS, tmp_path / "docs", ignore=shutil.ignore_patterns("made", "__pycache__"))
    folder = folder_of_journeys(tmp_path)
    site = folder / "site"
    done = subprocess.run(
        [sys.executable, folder / "docs" / "build.py", site],
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    pages = sorted(site.rglob("*.html"))
    assert {str(each.relative_to(site).with_suffix("")) for each in pages} >= {"index", *PAGES}
    for page in pages:
        fetched = Fetched()
        fetched.feed(page.read_text(encoding="utf-8"))
        for address in fetched.addresses:
            assert not re.match(r"\w+:|//", address), f"{page.name} {address}"
            assert (page.parent / re.split("[?#]", address)[0]).exists(), f"{page.name} {address}"
    for style in site.rglob("*.css"):
        assert not re.search(
            r"(?:url\(|@import)\s*[\"']?(?:https?:)?//", style.read_text(encoding="utf-8")
        ), style
