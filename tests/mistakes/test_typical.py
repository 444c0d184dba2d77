"""Twenty typical mistakes: each is told where it is, as what it is, and doing what the hint says mends it."""

import os
import re
import subprocess
import sys
from itertools import combinations
from pathlib import Path

import pytest
from tests.mistakes import typed
from tests.mistakes.story import STORY, Mistake, changed, told, written
from tests.mistakes.typed import ALONE, MISTAKES
from tests.support.hints import followed

import reise
from reise.cli.texts import look_at
from reise.editing import corrected
from reise.pipeline import check, forget_collections
from reise.problems import said
from reise.source import events


def mended(path: Path, mistake: Mistake) -> None:
    """Do what the hints say, one after the other and no more of them than were told at first."""
    for _ in check(path).problems:
        followed(path, check(path).problems[0], mistake.does, mistake.own)
        forget_collections()


@pytest.mark.parametrize("parser", ["libyaml", "python"])
@pytest.mark.parametrize("name", MISTAKES)
def test_the_cause_is_told_where_it_is_and_nothing_beside_it(
    name: str, parser: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    if parser == "python":
        monkeypatch.setattr(events, "FASTEST", events.PurePythonParser)
    mistake = MISTAKES[name]
    found = reise.check(written(tmp_path, name, mistake)).problems
    assert told(found) == mistake.found
    assert len(found) == mistake.found.count("R")


@pytest.mark.parametrize("name", MISTAKES)
def test_doing_what_the_hint_says_mends_it(name: str, tmp_path: Path) -> None:
    mistake = MISTAKES[name]
    path = written(tmp_path, name, mistake)
    mended(path, mistake)
    assert path.read_text(encoding="utf-8") == mistake.after
    checked = reise.check(path)
    assert checked.problems == ()
    assert checked.value is not None


@pytest.mark.parametrize("name", MISTAKES)
def test_what_is_certain_is_mended_by_fix_in_the_same_way(name: str, tmp_path: Path) -> None:
    mistake = MISTAKES[name]
    path = written(tmp_path, name, mistake)
    made = corrected(path.read_bytes(), look_at(path))
    assert (made.left == ()) == mistake.certain
    if mistake.certain:
        path.write_bytes(made.data)
        before = reise.check(path).value
        assert before is not None
        path.write_text(mistake.after, encoding="utf-8")
        after = reise.check(path).value
        assert after is not None
        # The quotes about a text may be of the other sort.
        assert [re.sub("[«»]", "", each.text) for each in before.events] == (
            [re.sub("[«»]", "", each.text) for each in after.events]
        )
        assert len(made.data.decode().split("\n")) == len(mistake.after.split("\n"))


def run(*words: str | Path) -> "subprocess.CompletedProcess[str]":
    """Run the program itself, in Norwegian."""
    return subprocess.run(
        [sys.executable, "-m", "reise", *map(str, words)],
        env=os.environ | {"LC_ALL": "nb_NO.UTF-8", "PYTHONUTF8": "1"},
        capture_output=True,
        encoding="utf-8",
        check=False,
        timeout=120,
    )


def test_a_name_is_stopped_and_a_role_in_its_place_is_not(tmp_path: Path) -> None:
    """Mistake nine: the hint says to write who it is, in small letters."""
    path = tmp_path / "reisen.yaml"
    text = "reise: 1\ntittel: Reisen\nhendelser:\n  - milepæl: Skolen\n"
    text += "  - tjeneste: Hver dag kommer Solfrid hjem til ham\n"
    path.write_text(text, encoding="utf-8")
    ran = run("check", path)
    assert ran.returncode == 3
    [line, hint] = ran.stderr.splitlines()
    assert line.startswith(f"{path}:5:31 R420 ")
    assert "Skriv hva eller hvem det er, med liten bokstav" in hint
    path.write_text(text.replace("Solfrid", "losen"), encoding="utf-8")
    ran = run("check", path)
    assert (ran.returncode, ran.stderr) == (0, "")


def test_the_program_tells_all_of_them_and_is_content_after(tmp_path: Path) -> None:
    files = {name: written(tmp_path, name, each) for name, each in MISTAKES.items()}
    ran = run("check", "--source", *files.values())
    # A transition that nobody knows, though it is only a warning, is a word for a person to decide about.
    assert ran.returncode == 3
    assert "Traceback" not in ran.stderr
    for name, path in files.items():
        lines = [each for each in ran.stderr.splitlines() if each.startswith(str(path))]
        lines = [each for each in lines if " R431 " not in each or "transition" not in name]
        places = [each.removeprefix(f"{path}:").split(" ", 2)[:2] for each in lines]
        assert ", ".join(" ".join(each) for each in places) == MISTAKES[name].found, name
        for each in check(path).problems:
            assert f"  → {said(each, 'hint', 'nb')}\n" in ran.stderr
        mended(path, MISTAKES[name])
    ran = run("check", *files.values())
    assert (ran.returncode, ran.stderr) == (0, "")
    assert ran.stdout == f"{len(files)} reiser sjekket, 0 med feil.\n"


@pytest.mark.parametrize("name", ALONE)
def test_no_mistake_hides_another(name: str, tmp_path: Path) -> None:
    path = tmp_path / "gutten-pa-verkstedet.yaml"
    for other in ALONE:
        one, two = ALONE[name].typed, ALONE[other].typed
        if name < other and not {*one} & {*two}:
            path.write_text(changed(STORY, one | two), encoding="utf-8")
            both = {ALONE[name].found, ALONE[other].found}
            assert {*told(reise.check(path).problems).split(", ")} == both, other


@pytest.mark.parametrize("line", [8, 9, 19])
def test_each_line_of_a_contradiction_can_go(line: int, tmp_path: Path) -> None:
    """Whichever of the lines that are shown is put right, the rest can be true."""
    path = tmp_path / "gutten-pa-verkstedet.yaml"
    path.write_text(changed(STORY, {20: "    alder: 12"}), encoding="utf-8")
    [found] = reise.check(path).problems
    shown = {each.line for each in (found.span, *found.related) if each}
    assert shown == {8, 9, 19, 20}
    hint = said(found, "hint", "nb")
    assert "Rett eller fjern én" in hint
    assert "«rekkefølge: ukjent»" in hint
    way_out = {
        8: {8: "  - milepæl: Ungdomsskolen\n    rekkefølge: ukjent", 20: "    alder: 12"},
        9: {9: "", 20: "    alder: 12"},
        19: {19: "  - milepæl: Praksis på verkstedet\n    rekkefølge: ukjent", 20: "    alder: 12"},
    }
    path.write_text(changed(STORY, way_out[line]), encoding="utf-8")
    assert reise.check(path).problems == ()


def test_there_are_twenty() -> None:
    source = Path(typed.__file__).read_text(encoding="utf-8")
    numbers = [int(each) for each in re.findall(r"^    # (\d+)\. ", source, re.MULTILINE)]
    assert numbers == [*range(1, 21)]
    assert all(12 <= len(each.text.rstrip("\n").split("\n")) <= 21 for each in MISTAKES.values())
    pairs = sum(1 for one, two in combinations(ALONE, 2) if not {*ALONE[one].typed} & {*ALONE[two].typed})
    assert pairs > 500
