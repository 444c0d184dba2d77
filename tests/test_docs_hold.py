"""The words about the program hold: README, problems, labels and cases say what the code does."""

import ast
import re
from collections.abc import Iterator
from functools import cache
from importlib import import_module
from pathlib import Path
from string import Formatter

import click
import pytest
from tests.support import cases

from reise.cli import COMMANDS
from reise.pipeline import tell
from reise.problems import ROOMS
from reise.resources import templates, toml

SRC = cases.TOP / "src" / "reise"
TESTS = cases.TOP / "tests"
LANGUAGES = ("nb", "nn", "en")


def readme() -> str:
    return (cases.TOP / "README.md").read_text(encoding="utf-8")


def gaps(text: str) -> set[str]:
    """Return the names of the gaps of a text."""
    return {gap for _, gap, _, _ in Formatter().parse(text) if gap}


@cache
def sources() -> dict[Path, ast.Module]:
    """Return the program, a syntax tree a module."""
    return {path: ast.parse(path.read_text(encoding="utf-8")) for path in sorted(SRC.rglob("*.py"))}


# --- README -----------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_stands_in_the_readme_with_its_options(name: str) -> None:
    command: click.Command = import_module(f"reise.cli.{name}").command
    text = readme()
    assert command.help
    assert f"`reise {name}" in text or f"$ reise {name} " in text
    for parameter in command.params:
        if isinstance(parameter, click.Option):
            assert parameter.help, parameter.name
            for option in (*parameter.opts, *parameter.secondary_opts):
                assert option in text or not option.startswith("--"), option
            if isinstance(parameter.type, click.Choice):
                for choice in parameter.type.choices:
                    assert re.search(rf"\b{choice}\b", text, re.IGNORECASE), f"{option} {choice}"


def test_the_readme_names_no_option_or_command_that_is_not_there() -> None:
    known = {"--help", "--version"}
    for name in COMMANDS:
        for parameter in import_module(f"reise.cli.{name}").command.params:
            known |= {*parameter.opts, *parameter.secondary_opts}
    text = readme()
    assert set(re.findall(r"(?<![\w-])--[a-z][\w-]*", text)) <= known
    assert set(re.findall(r"(?:`|\$ |bin/)reise ([a-z]+)\b", text)) <= set(COMMANDS)


def yaml_of(text: str) -> list[str]:
    """Return the YAML blocks of a text that are whole journeys."""
    blocks = re.findall(r"^```ya?ml\n(.*?)^```", text, re.MULTILINE | re.DOTALL)
    return [each for each in blocks if re.search(r"^(hendelser|hendingar|events):", each, re.MULTILINE)]


def test_every_journey_in_the_readme_is_right(tmp_path: Path) -> None:
    blocks = yaml_of(readme())
    assert blocks
    for number, block in enumerate(blocks):
        path = tmp_path / f"lesmeg-{number}.yaml"
        path.write_text(block, encoding="utf-8")
        told = tell(path, path.name)
        assert told.problems == ()
        assert told.value is not None


def test_every_file_that_the_readme_names_is_there() -> None:
    text = readme()
    named = set(re.findall(r"\]\(((?!https?:|#|mailto:)[^)\s]+)\)", text))
    named |= set(re.findall(r"`((?:journeys|src|tests|templates|output|\.ci)/[\w./-]*)`", text))
    named |= set(re.findall(r"\b([A-Z]{4,}\.md)\b", text))
    missing = {each for each in named if not (cases.TOP / each.split("#")[0]).exists()}
    assert missing == set()


# --- Problems ---------------------------------------------------------------------------------------


@cache
def codes() -> frozenset[str]:
    """Return every code that the program can report."""
    return frozenset(
        node.value
        for tree in sources().values()
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant)
        and isinstance(node.value, str)
        and re.fullmatch(r"R\d{3}", node.value)
    )


def words_of_problems(language: str) -> dict[str, dict[str, str]]:
    found: dict[str, dict[str, str]] = {}
    for room in ROOMS:
        table = toml(f"locale/problems-{room}.{language}.toml")
        assert not set(table) & set(found), "a code has words twice"
        found |= table
    return found


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_problem_has_words_and_every_words_have_a_problem(language: str) -> None:
    words = words_of_problems(language)
    assert set(words) == codes()
    for code, entry in words.items():
        assert {"fact", "label", "hint"} <= set(entry), code
        assert entry["fact"].endswith("."), code
        assert entry["hint"], code


def test_problems_have_the_same_words_and_gaps_in_every_language() -> None:
    shapes = [
        {
            # What is known in each language has a gap for each: "instead_nb".
            code: {part: {gap.removesuffix(f"_{each}") for gap in gaps(text)} for part, text in entry.items()}
            for code, entry in words_of_problems(each).items()
        }
        for each in LANGUAGES
    ]
    assert shapes[0] == shapes[1] == shapes[2]


@pytest.mark.parametrize("code", sorted(codes()))
def test_every_problem_has_a_case_or_a_test(code: str) -> None:
    if code in {each for path in cases.bad() for each, _ in cases.marked(path.read_text(encoding="utf-8"))}:
        return
    tests = "".join(path.read_text(encoding="utf-8") for path in TESTS.rglob("test_*.py"))
    assert re.search(rf"\b{code}\b", tests), "no case marks it and no test names it"


def test_every_warning_is_a_problem() -> None:
    from reise.problems import WARNINGS

    assert codes() >= WARNINGS


# --- Labels -----------------------------------------------------------------------------------------


def labels(language: str) -> dict[str, str]:
    """Return the labels of a language by room and name: "map.life"."""
    return {
        f"{room}.{name}": text
        for room, table in toml(f"locale/{language}.toml").items()
        for name, text in table.items()
    }


def forms(text: str) -> list[set[str]]:
    """Return the gaps of each form of a label: "{value} day|{value} days" has two."""
    return [gaps(each) for each in text.split("|")]


def test_labels_are_the_same_with_the_same_gaps_in_every_language() -> None:
    shapes = [{name: forms(text) for name, text in labels(each).items()} for each in LANGUAGES]
    assert shapes[0] == shapes[1] == shapes[2]
    assert list(labels("nb")) == list(labels("nn")) == list(labels("en"))


def bound(tree: ast.AST) -> Iterator[tuple[str, list[str]]]:
    """Yield names that loops give one of some written texts, and those texts."""
    for node in ast.walk(tree):
        if not isinstance(node, ast.For | ast.comprehension) or not isinstance(
            node.iter, ast.Tuple | ast.List
        ):
            continue
        targets = node.target.elts if isinstance(node.target, ast.Tuple) else [node.target]
        for place, target in enumerate(targets):
            rows = [
                row.elts[place] if len(targets) > 1 and isinstance(row, ast.Tuple) else row
                for row in node.iter.elts
            ]
            texts = [
                row.value for row in rows if isinstance(row, ast.Constant) and isinstance(row.value, str)
            ]
            if isinstance(target, ast.Name) and len(texts) == len(rows):
                yield target.id, texts


def patterns(tree: ast.AST) -> Iterator[str]:
    """Yield a regular expression for each text of a module; a gap is what a loop says, or any name."""
    inside = {
        id(part) for node in ast.walk(tree) if isinstance(node, ast.JoinedStr) for part in ast.walk(node)
    }
    known: dict[str, list[str]] = {}
    for name, texts in bound(tree):
        known.setdefault(name, []).extend(texts)
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in inside:
            yield re.escape(node.value)
        elif isinstance(node, ast.JoinedStr):
            pattern = ""
            for part in node.values:
                if isinstance(part, ast.Constant):
                    pattern += re.escape(str(part.value))
                elif isinstance(part, ast.FormattedValue) and getattr(part.value, "id", "") in known:
                    pattern += "(?:" + "|".join(map(re.escape, known[part.value.id])) + ")"
                else:
                    pattern += r"\w+"
            yield pattern


def used() -> Iterator[str]:
    """Yield regular expressions for the labels that the program and the templates ask for."""
    rooms = "|".join(toml("locale/nb.toml"))
    for tree in sources().values():
        yield from (each for each in patterns(tree) if re.match(rf"(?:{rooms})\\\.", each))
        for node in ast.walk(tree):
            # labels["map"]["draft"], and a whole room of names: toml(...)["voice"]
            path = []
            while isinstance(node, ast.Subscript) and isinstance(node.slice, ast.Constant):
                path.insert(0, str(node.slice.value))
                node = node.value
            if len(path) == 2:
                yield re.escape(".".join(path))
            elif path and path[0] == "voice":
                yield r"voice\.\w+"
    for path in templates().rglob("*.j2"):
        for name in re.findall(r"\blabels\.(\w+)", path.read_text(encoding="utf-8")):
            yield rf"map\.{name}"


def test_every_label_is_used() -> None:
    wanted = re.compile("|".join(sorted(set(used()))))
    unused = [each for each in labels("nb") if not wanted.fullmatch(each)]
    assert unused == []


def words_of_commands(language: str) -> dict[str, str]:
    return toml(f"locale/cli.{language}.toml")


def test_what_the_program_says_is_the_same_in_every_language_and_used() -> None:
    shapes = [{name: gaps(text) for name, text in words_of_commands(each).items()} for each in LANGUAGES]
    assert shapes[0] == shapes[1] == shapes[2]
    wanted = re.compile(
        "|".join(
            {each for tree in sources().values() for each in patterns(tree) if each.startswith(r"cli\.")}
        )
    )
    assert [each for each in shapes[0] if not wanted.fullmatch(f"cli.{each}")] == []


# --- Cases ------------------------------------------------------------------------------------------


def test_every_code_that_a_case_marks_is_known() -> None:
    for path in cases.bad():
        assert {code for code, _ in cases.marked(path.read_text(encoding="utf-8"))} <= codes()


def test_no_golden_journey_of_the_project_has_problems() -> None:
    for path in cases.journeys():
        assert cases.told(path)
