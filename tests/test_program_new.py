"""`reise new`, `init` and `import` as a person meets them: the real program, asked and asking."""

import io
import os
import pty
import re
import select
import subprocess
import sys
import time
from pathlib import Path

import openpyxl
import pytest
from tests.support import cases
from tests.support.command import Ran, cli, inside, reise
from tests.workbook.filled import filled

from reise.pipeline import load
from reise.resources import templates, toml

UNG_MOR = cases.TOP / "journeys" / "ung-mor.yaml"


def asked(*words: str, answers: dict[str, list[str]], cwd: Path, language: str = "nb") -> tuple[int, str]:
    """Run the program on a terminal, answer what it asks by the names of its questions, return all it said.

    Of several answers to one question the first are refused.
    """
    ours, theirs = pty.openpty()
    environment = os.environ | {
        "LANG": f"{language}_NO.UTF-8",
        "LC_ALL": "",
        "TERM": "dumb",
        "COLUMNS": "200",
    }
    command = [sys.executable, "-m", "reise", *words]
    run = subprocess.Popen(command, stdin=theirs, stdout=theirs, stderr=theirs, cwd=cwd, env=environment)
    os.close(theirs)
    said, waiting = b"", {cli(f"new_ask_{name}", language): [*each] for name, each in answers.items()}
    seen, end = 0, time.monotonic() + 60
    try:
        while time.monotonic() < end:
            if select.select([ours], [], [], 0.2)[0]:
                try:
                    piece = os.read(ours, 4096)
                except OSError:
                    break
                if not piece:
                    break
                said += piece
            elif run.poll() is not None:
                break
            text = said.decode(errors="replace")
            question = next((each for each in waiting if waiting[each] and each in text[seen:]), None)
            if question and re.search(r": $", text):
                seen = len(text)
                answer = waiting[question].pop(0)
                os.write(ours, (answer if answer == "\x04" else answer + "\n").encode())
    finally:
        run.kill() if run.poll() is None and time.monotonic() >= end else None
        code = run.wait(timeout=20)
        os.close(ours)
    assert not any(waiting.values()), waiting
    return code, said.decode().replace("\r\n", "\n")


def made(ran: Ran) -> Path:
    """Return the file that the program says it made."""
    assert ran.code == 0, ran.err
    return Path(ran.out.split("\n")[0].split(" ", 1)[1])


# --- new --------------------------------------------------------------------------------------------


@pytest.mark.parametrize("language", ["nb", "nn", "en"])
def test_a_person_is_asked_and_gets_a_file_that_is_right(language: str, tmp_path: Path) -> None:
    answers = {
        "title": ["", "…", "x" * 61, "Våken: om natta"],
        "language": ["se", ""],
        "about": ["Én setning."],
        "source": ["rykte", "konstruert"],
        "despite": ["mobbing; far syk"],
        "outcome": [""],
    }
    code, said = asked("new", answers=answers, cwd=tmp_path, language=language)
    assert code == 0
    assert cli("new_hello", language) in said
    assert cli("new_nameless", language) in said
    assert toml(f"locale/problems-journey.{language}.toml")["R210"]["fact"].format(limit=60) in said
    path = tmp_path / "vaken-om-natta.yaml"
    assert cli("new_next", language, place=path.name) in said
    journey = load(path)
    assert (journey.title, journey.language, journey.about) == ("Våken: om natta", language, "Én setning.")
    assert (journey.status, journey.despite, journey.outcome) == ("draft", ("mobbing", "far syk"), None)
    assert journey.source
    assert journey.source.kind == "constructed"
    checked = reise("check", path, environment={"LANG": f"{language}_NO.UTF-8"})
    assert (checked.code, checked.err) == (0, "")


def test_what_is_given_is_not_asked_for(tmp_path: Path) -> None:
    words = ("--title", "Prøve", "--lang", "nn", "--about", "x", "--source-kind", "intervju")
    answers = {"despite": [""], "outcome": ["læreplass"]}
    code, said = asked("new", *words, answers=answers, cwd=tmp_path)
    assert code == 0
    assert cli("new_ask_title") not in said
    assert load(tmp_path / "prove.yaml").outcome == "læreplass"


def test_a_person_who_changes_their_mind_leaves_nothing(tmp_path: Path) -> None:
    code, _ = asked("new", answers={"title": ["\x04"]}, cwd=tmp_path)
    assert code == 130
    assert inside(tmp_path) == set()


def test_nobody_is_asked_where_there_is_no_terminal(tmp_path: Path) -> None:
    ran = reise("new", cwd=tmp_path)
    assert (ran.code, ran.out) == (2, "")
    assert cli("new_untitled") in ran.err
    assert inside(tmp_path) == set()
    code, said = asked("new", "-y", "-t", "Prøve", answers={}, cwd=tmp_path)
    assert code == 0
    assert cli("new_hello") not in said
    assert inside(tmp_path) == {"prove.yaml"}


def test_all_that_is_asked_can_be_given(tmp_path: Path) -> None:
    (tmp_path / "journeys").mkdir()
    words = ("-t", "Prøve", "-l", "en", "--about", "x: y", "--source-kind", "composite", "--status", "lest")
    ran = reise("new", *words, "--despite", "a", "--despite", "b, c", "--outcome", "work", cwd=tmp_path)
    assert made(ran) == Path("journeys/prove.yaml")
    journey = load(tmp_path / "journeys" / "prove.yaml")
    assert (journey.about, journey.status, journey.despite) == ("x: y", "read", ("a", "b, c"))
    assert (journey.outcome, journey.language) == ("work", "en")


def test_nothing_is_ever_overwritten(tmp_path: Path) -> None:
    path = tmp_path / "prove.yaml"
    path.write_text("mitt", encoding="utf-8")
    ran = reise("new", "-t", "Prøve", cwd=tmp_path)
    assert (ran.code, ran.out) == (1, "")
    assert "prove.yaml R706 " in ran.err
    assert path.read_text("utf-8") == "mitt"


@pytest.mark.parametrize(
    "words",
    [
        ("-t", "…"),
        ("-t", ""),
        ("-t", "x" * 61),
        ("-t", "Prøve", "--source-kind", "rykte"),
        ("-t", "Prøve", "--status", "nesten"),
        ("-t", "Prøve", "--lang", "se"),
        ("-t", "Prøve", "--about", "ord " * 100),
        ("-t", "Prøve", "-o", "fil"),
        ("--xlsx", "--outcome", "x" * 61),
    ],
)
def test_a_wrong_option_makes_nothing(words: tuple[str, ...], tmp_path: Path) -> None:
    (tmp_path / "fil").write_text("", encoding="utf-8")
    ran = reise("new", *words, cwd=tmp_path)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err
    assert inside(tmp_path) == {"fil"}


# --- Workbooks --------------------------------------------------------------------------------------


def test_a_workbook_has_the_answers_and_becomes_a_journey(tmp_path: Path) -> None:
    words = ("-t", "Prøve", "--about", "x", "--source-kind", "konstruert", "--despite", "a, b", "--xlsx")
    assert made(reise("new", *words, cwd=tmp_path)) == Path("prove.xlsx")
    book = openpyxl.load_workbook(tmp_path / "prove.xlsx")
    book["Hendelser"]["A2"], book["Hendelser"]["B2"] = "milepæl", "Start"
    book.save(tmp_path / "prove.xlsx")
    ran = reise("import", "prove.xlsx", cwd=tmp_path)
    assert (ran.code, ran.err) == (0, "")
    assert (
        ran.out
        == toml("locale/cli.nb.toml")["imported"].split("|")[0].format(place="prove.yaml", count=1) + "\n"
    )
    journey = load(tmp_path / "prove.yaml")
    assert (journey.title, journey.about, journey.despite) == ("Prøve", "x", ("a, b",))
    assert journey.source
    assert journey.source.kind == "constructed"
    checked = reise("check", "prove.yaml", cwd=tmp_path)
    assert (checked.code, checked.err) == (0, "")


def test_a_workbook_needs_no_title_yet(tmp_path: Path) -> None:
    assert made(reise("new", "--xlsx", cwd=tmp_path)) == Path("reise.xlsx")
    ran = reise("new", "--xlsx", cwd=tmp_path)
    assert (ran.code, " R706 " in ran.err) == (1, True)
    ran = reise("import", "reise.xlsx", cwd=tmp_path)
    assert ran.code == 1
    assert re.findall(r"^reise\.xlsx (\S+) (R\d+) ", ran.err, re.MULTILINE) == [
        ("Reise!B2", "R203"),
        ("Hendelser!A2", "R211"),
    ]
    assert inside(tmp_path) == {"reise.xlsx"}


def test_import_uses_what_the_folder_shares_and_goes_on_after_a_fault(tmp_path: Path) -> None:
    (tmp_path / "journeys").mkdir()
    shared = (cases.TOP / "journeys" / "samling.yaml").read_bytes()
    (tmp_path / "journeys" / "samling.yaml").write_bytes(shared)
    (tmp_path / "bok.xlsx").write_bytes(filled(cases.TOP / "journeys" / "sykkelverkstedet.yaml"))
    (tmp_path / "gal.csv").write_text("slag;hva\nkrisse;x\n", encoding="cp1252")
    (tmp_path / "mor.xlsx").write_bytes(filled(UNG_MOR))
    ran = reise("import", "gal.csv", "bok.xlsx", "mor.xlsx", "borte.xlsx", cwd=tmp_path)
    assert ran.code == 1
    assert re.findall(r" (R\d+) ", ran.err) == ["R205", "R124"]
    assert "gal.csv A2 R205 " in ran.err
    assert inside(tmp_path / "journeys") == {"samling.yaml", "sykkelverkstedet.yaml", "ung-mor.yaml"}
    again = reise("import", "bok.xlsx", cwd=tmp_path)
    assert (again.code, " R706 " in again.err) == (1, True)


def test_what_a_spreadsheet_made_of_an_age_is_explained_in_words(tmp_path: Path) -> None:
    (tmp_path / "x.csv").write_text("slag;hva;alder\nkrise;x;10.des\n", encoding="utf-8")
    for language in ("nb", "nn", "en"):
        ran = reise("import", "x.csv", cwd=tmp_path, environment={"LANG": language})
        words = toml(f"locale/problems-program.{language}.toml")["R701"]
        assert ran.err.startswith(f"x.csv C2 R701 {words['fact']}\n  → {words['hint']}\n")


def test_a_title_and_a_language_for_a_table_of_text(tmp_path: Path) -> None:
    (tmp_path / "x.csv").write_text("slag;hva\nkrise;x\n", encoding="utf-8")
    ran = reise("import", "x.csv", "-t", "Kantina", "-l", "nn", "-o", "ny", cwd=tmp_path)
    assert ran.code == 0
    assert load(tmp_path / "ny" / "kantina.yaml").language == "nn"
    assert reise("import", "x.csv", "x.csv", "-t", "x", cwd=tmp_path).code == 2
    assert reise("import", "x.csv", "-o", "x.csv", cwd=tmp_path).code == 2
    assert reise("import", cwd=tmp_path).code == 2


@pytest.mark.parametrize(
    ("code", "rows"), [("R704", b"x;y\n1;2\n"), ("R702", b"\x81\x8d"), ("R703", b"x" * 5_000_001)]
)
def test_what_is_no_table_of_events(code: str, rows: bytes, tmp_path: Path) -> None:
    (tmp_path / "x.csv").write_bytes(rows)
    ran = reise("import", "x.csv", cwd=tmp_path)
    assert (ran.code, f"x.csv {code} " in ran.err) == (1, True)


def test_heads_and_formulas_that_are_wrong(tmp_path: Path) -> None:
    (tmp_path / "x.csv").write_text("slag;hva;kommentar\nkrise;x;y\n", encoding="utf-8")
    assert "x.csv C1 R705 " in reise("import", "x.csv", cwd=tmp_path).err
    book = openpyxl.load_workbook(io.BytesIO(filled(UNG_MOR)))
    book["Hendelser"]["B3"] = "#REF!"
    book.save(tmp_path / "x.xlsx")
    assert "x.xlsx Hendelser!B3 R707 " in reise("import", "x.xlsx", cwd=tmp_path).err


def test_texts_of_workbooks_and_folders_are_the_same_in_every_language() -> None:
    for name in ("workbook", "starting"):
        shapes = [set(toml(f"locale/{name}.{each}.toml")) for each in ("nb", "nn", "en")]
        assert shapes[0] == shapes[1] == shapes[2]
    assert not re.search(r"['`\n]", "".join(toml("locale/starting.nb.toml").values()))
    hook = (templates() / "starting" / "pre-commit").read_text("utf-8")
    assert set(re.findall(r"@(\w+)@", hook)) == {*toml("locale/starting.nb.toml"), "python"}


# --- init -------------------------------------------------------------------------------------------


@pytest.mark.parametrize("language", ["nb", "nn", "en"])
def test_init_says_what_it_made_and_what_it_left(language: str, tmp_path: Path) -> None:
    subprocess.run(["git", "init", "-q", tmp_path], check=True)
    environment = {"LANG": f"{language}_NO.UTF-8"}
    said = toml(f"locale/cli.{language}.toml")
    first = reise("init", cwd=tmp_path, environment=environment)
    assert (first.code, first.err) == (0, "")
    assert first.out.count(said["wrote"].split("{")[0]) == 8
    again = reise("init", cwd=tmp_path, environment=environment)
    assert again.code == 0
    assert again.out.count(said["init_left"].split("{")[0]) == 8
    assert cli("init_old_hook", language) not in again.out
    new = reise("new", "-t", "Prøve", cwd=tmp_path, environment=environment)
    assert made(new) == Path("journeys/prove.yaml")
    checked = reise("check", "journeys", cwd=tmp_path, environment=environment)
    assert (checked.code, checked.err) == (0, "")


def test_init_without_git_or_with_a_hook_of_another(tmp_path: Path) -> None:
    ran = reise("init", "mappe", cwd=tmp_path)
    assert (ran.code, cli("init_no_git") in ran.out) == (0, True)
    (tmp_path / "fil").write_text("", encoding="utf-8")
    assert reise("init", "fil", cwd=tmp_path).code == 2
    subprocess.run(["git", "init", "-q", tmp_path / "mappe"], check=True)
    hook = tmp_path / "mappe" / ".git" / "hooks" / "pre-commit"
    hook.parent.mkdir(exist_ok=True)
    hook.write_text("#!/bin/sh\n", encoding="utf-8")
    ran = reise("init", "mappe", cwd=tmp_path)
    assert (ran.code, cli("init_old_hook") in ran.out) == (0, True)
    assert hook.read_text("utf-8") == "#!/bin/sh\n"
