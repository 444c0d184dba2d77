"""What is made and printed with and without approval (the row H17 of the list of bad inputs) and consent."""

from pathlib import Path

import pytest
from tests.guard.deciding import TEXT, approved, codes, decided, reise

from reise import pdf
from reise.batch import Order, render_all
from reise.guard.record import record_of
from reise.guard.verdict import VERSION
from reise.pipeline import tell


def test_h17_without_approval_it_is_a_draft_and_not_for_print(journey: Path) -> None:
    decided(journey)
    told = tell(journey, journey.name).value
    assert told
    assert told.shown.status == "draft"
    assert reise("render", journey.name, where=journey.parent).returncode == 0
    refused = reise("render", journey.name, "--trykk", "-o", "trykk", where=journey.parent)
    assert refused.returncode == 3
    assert "R457" in refused.stderr
    assert not (journey.parent / "trykk").exists()
    assert approved(journey).returncode == 0
    told = tell(journey, journey.name).value
    assert told
    assert told.shown.status == "approved"
    assert reise("render", journey.name, "--trykk", "-o", "trykk", where=journey.parent).returncode == 0
    journey.write_text(TEXT.replace("veien hjem", "hjem"), encoding="utf-8")
    assert codes(journey) == ["R458"]
    assert reise("render", journey.name, "--trykk", "-o", "igjen", where=journey.parent).returncode == 3


def test_h17_an_approval_by_another_version_of_the_guard_is_none(journey: Path) -> None:
    decided(journey)
    approved(journey)
    record = record_of(journey)
    text = record.read_text("utf-8").replace(f"guard = {VERSION}", f"guard = {VERSION + 1}")
    record.write_text(text, encoding="utf-8")
    assert codes(journey) == ["R458"]


def test_what_is_printed_is_held_against_the_map(journey: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """R470: a word in the PDF that layout did not place, and that nobody has read."""
    decided(journey)
    approved(journey)
    order = Order("a3", "pdf", None, False, journey.parent / "ut", for_print=True)
    [well] = render_all([journey], order)
    assert len(well.written) == 1
    real = pdf.pdf

    def with_more(html: str, **given: bool) -> bytes:
        return real(html.replace("</body>", '<p style="color:#fff">Skjult</p></body>'), **given)

    monkeypatch.setattr(pdf, "pdf", with_more)
    [outcome] = render_all([journey], order)
    assert [each.code for each in outcome.problems] == ["R470"]
    assert outcome.written == ()


def test_nothing_is_approved_before_it_is_finished_and_settled(journey: Path) -> None:
    assert "R431" in approved(journey, "EF", "--author", "CD").stderr
    decided(journey)
    journey.write_text(TEXT.replace("status: godkjent", "status: utkast"), encoding="utf-8")
    result = approved(journey)
    assert result.returncode == 3
    assert "R459" in result.stderr


def test_nothing_is_approved_that_cannot_be_drawn(journey: Path) -> None:
    decided(journey)
    for old, new, code in (
        ("kart: ja", "kart: nei", "R402"),
        ("status: godkjent", "status: trukket", "R401"),
    ):
        journey.write_text(TEXT.replace(old, new), encoding="utf-8")
        result = approved(journey)
        assert result.returncode == 3
        assert f" {code} " in result.stderr
    shared = journey.with_name("samling.yaml")
    shared.write_text("reise: 1\nsamling: Samlingen\n", encoding="utf-8")
    assert approved(shared).returncode == 2


def test_a_withdrawn_journey_is_withdrawn_whoever_approved_it(journey: Path) -> None:
    decided(journey)
    approved(journey)
    assert reise("render", journey.name, where=journey.parent).returncode == 0
    journey.write_text(TEXT.replace("status: godkjent", "status: trukket"), encoding="utf-8")
    for more in ((), ("--trykk",)):
        result = reise("render", journey.name, *more, where=journey.parent)
        assert result.returncode == 3
        assert "R401" in result.stderr
        assert "R457" not in result.stderr
        assert "R458" not in result.stderr
        assert "En gammel tegning ligger igjen: output/reisen.pdf" in result.stderr


def test_consent_rules_what_is_made(journey: Path) -> None:
    decided(journey)
    here = journey.parent
    journey.write_text(TEXT.replace("vegg: ja", "vegg: nei"), encoding="utf-8")
    assert reise("render", journey.name, where=here).returncode == 0
    wall = reise("render", journey.name, "--paper", "a1", where=here)
    assert wall.returncode == 3
    assert "R403" in wall.stderr
    journey.write_text(TEXT.replace("kart: ja", "kart: nei"), encoding="utf-8")
    none = reise("render", journey.name, where=here)
    assert none.returncode == 3
    assert "R402" in none.stderr
    draft = TEXT.replace("kart: ja", "kart: nei").replace("status: godkjent", "status: utkast")
    journey.write_text(draft, encoding="utf-8")
    assert reise("render", journey.name, where=here).returncode == 0
    journey.write_text(TEXT.replace("status: godkjent", "status: trukket"), encoding="utf-8")
    withdrawn = reise("render", journey.name, where=here)
    assert withdrawn.returncode == 3
    assert "R401" in withdrawn.stderr
