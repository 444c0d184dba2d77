"""The rows D01-D08 of the list of bad inputs: decisions, approvals and the list of what is allowed."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from tests.guard.deciding import REASON, TEXT, approved, codes, decided, mark, reise

from reise import InvalidJourney, render
from reise.guard.record import record_of
from reise.guard.verdict import VERSION, may_be_allowed
from reise.pipeline import collection_problems, forget_collections, verdict


def test_an_open_finding_lets_nothing_be_made_and_a_decision_does(journey: Path) -> None:
    made = reise("render", journey.name, where=journey.parent)
    assert made.returncode == 3
    assert "R431" in made.stderr
    assert not (journey.parent / "output").exists()
    with pytest.raises(InvalidJourney):
        render(journey, journey.with_suffix(".pdf"))
    assert decided(journey).returncode == 0
    assert codes(journey) == []
    assert reise("render", journey.name, where=journey.parent).returncode == 0


@pytest.mark.parametrize("reason", ["", "x", "ok", "det er greit", "aaaaaaaaaaaaaaaaaaaa"])
def test_d01_a_reason_must_say_something(journey: Path, reason: str) -> None:
    assert decided(journey, reason or " ").returncode == 2
    assert not record_of(journey).exists()
    decided(journey)
    record = record_of(journey)
    record.write_text(record.read_text("utf-8").replace(REASON, reason), encoding="utf-8")
    assert codes(journey) == ["R453", "R431"]


def test_d02_what_blocks_cannot_be_decided(journey: Path) -> None:
    journey.write_text(TEXT.replace("brimlekott", "hus, ring 41234567,"), encoding="utf-8")
    result = decided(journey)
    assert result.returncode == 2 or "R410" in result.stderr
    assert "[[decision]]" not in record_of(journey).read_text("utf-8")
    block = f'[[decision]]\ncode = "R410"\nevent = 2\nsentence = "{mark(journey)}"\n'
    block += f'reason = "{REASON}"\nby = "AB"\ndate = 2030-01-31\n'
    record_of(journey).write_text(block, encoding="utf-8")
    assert codes(journey) == ["R451", "R410"]


def test_d03_a_decision_expires_when_its_sentence_changes(journey: Path) -> None:
    decided(journey)
    journey.write_text(TEXT.replace("og blir der", "og blir"), encoding="utf-8")
    assert codes(journey) == ["R452", "R431"]
    journey.write_text(TEXT.replace("Hun finner", "Så finner hun"), encoding="utf-8")
    assert codes(journey) == []


def test_d03_a_decision_holds_for_one_finding(journey: Path) -> None:
    decided(journey)
    line = "  - hendelse: Hun flytter til et brimlekott og blir der\n"
    journey.write_text(TEXT + line, encoding="utf-8")
    assert codes(journey) == ["R431"]


@pytest.mark.parametrize("reason", ["Kari Hansen sa at det er greit", "det gjelder 41234567 og ingen andre"])
def test_d04_the_reason_is_read_too(journey: Path, reason: str) -> None:
    result = decided(journey, reason)
    assert result.returncode == 2
    assert "Kari" not in result.stderr
    decided(journey)
    record = record_of(journey)
    record.write_text(record.read_text("utf-8").replace(REASON, reason), encoding="utf-8")
    assert codes(journey) == ["R455", "R431"]


@pytest.mark.parametrize("by", ["CD", "cd", " C D ", "C.D."])
def test_d05_four_eyes(journey: Path, by: str) -> None:
    decided(journey)
    result = approved(journey, by)
    assert result.returncode == 3
    assert "kan ikke godkjenne" in result.stderr
    assert "approval" not in record_of(journey).read_text("utf-8")
    approved(journey)
    record = record_of(journey)
    record.write_text(record.read_text("utf-8").replace('by = "EF"', f'by = "{by}"'), encoding="utf-8")
    assert codes(journey) == ["R454"]
    assert reise("render", journey.name, where=journey.parent).returncode == 3


@pytest.mark.parametrize(
    "wildcard",
    ['code = "*"', 'sentence = "*"', "event = -1", 'code = "R43*"', "lines = [1, 9]", 'sentence = "0123"'],
)
def test_d06_no_wildcards_and_no_lines(journey: Path, wildcard: str) -> None:
    decided(journey)
    record = record_of(journey)
    name = wildcard.split(" ")[0]
    lines = record.read_text("utf-8").split("\n")
    kept = [each for each in lines if not each.startswith(f"{name} =")]
    record.write_text("\n".join([*kept, wildcard]), encoding="utf-8")
    assert codes(journey) == ["R450", "R431"]


def test_d06_a_record_that_is_none(journey: Path) -> None:
    for content in (b"\xff\xfe", b"x" * 2_000_000, b"[[decision]]\n", b"nonsense"):
        record_of(journey).write_bytes(content)
        assert codes(journey) == ["R450", "R431"]
    assert reise("decide", journey.name, "--by", "AB", where=journey.parent).returncode == 3
    assert record_of(journey).read_bytes() == b"nonsense"


@pytest.mark.parametrize(
    "name", ["Kari", "Mohammed", "Stein", "Liv", "Solveig", "kari", "Berg", "Ola Nordmann"]
)
def test_d07_a_name_cannot_be_allowed(name: str, tmp_path: Path) -> None:
    assert not may_be_allowed(name)
    path = tmp_path / "samling.yaml"
    path.write_text(f"reise: 1\nsamling: Samlingen\ntillatt: [{name}]\n", encoding="utf-8")
    forget_collections()
    assert "R456" in [each.code for each in collection_problems(tmp_path)]


@pytest.mark.parametrize("name", ["Familieavdeling", "Frelsesarmeen", "Familiens hus", "XYZ"])
def test_d07_a_service_can_be_allowed(name: str, journey: Path) -> None:
    journey.write_text(TEXT.replace("et brimlekott", name), encoding="utf-8")
    assert codes(journey) in (["R420"], ["R421"])
    (journey.parent / "samling.yaml").write_text(
        f"reise: 1\nsamling: Samlingen\ntillatt: [{name}]\n", encoding="utf-8"
    )
    forget_collections()
    assert codes(journey) == []


def test_d08_no_way_round(journey: Path) -> None:
    for switch in ("--no-guard", "--force", "--skip-guard", "--unsafe"):
        assert reise("render", journey.name, switch, where=journey.parent).returncode == 2
    environment = {f"REISE_{name}": "0" for name in ("GUARD", "NO_GUARD", "VERN")}
    result = subprocess.run(
        [sys.executable, "-m", "reise", "render", journey.name],
        cwd=journey.parent,
        env=os.environ | environment,
        capture_output=True,
        check=False,
    )
    assert result.returncode == 3


def test_d08_hash_and_version_stand_on_every_sheet(journey: Path) -> None:
    decided(journey)
    reise("render", journey.name, "--format", "html", where=journey.parent)
    html = (journey.parent / "output" / "reisen.html").read_text("utf-8")
    judged = verdict(journey, journey.name).value
    assert judged
    assert html.count(f"vern {VERSION}, tekst {judged.seal.short}") == html.count('class="sheet"') == 1
