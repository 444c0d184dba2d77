"""The rows D01-D08 of the list of bad inputs: decisions, approvals and the list of what is allowed."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from tests.support import program

from reise import InvalidJourney, pdf, render
from reise.batch import Order, render_all
from reise.guard.record import record_of
from reise.guard.verdict import VERSION, may_be_allowed
from reise.pipeline import collection_problems, forget_collections, tell, verdict

TEXT = """reise: 1
tittel: Reisen
status: godkjent
kilde: konstruert
samtykke: {kart: ja, vegg: ja, sammenligning: ja}
hendelser:
  - milepæl: Skolen
  - hendelse: Hun flytter til et brimlekott og blir der
  - hendelse: Hun finner veien hjem
"""
REASON = "et ord fra dialekten, ingen heter det"


@pytest.fixture
def journey(tmp_path: Path) -> Path:
    path = tmp_path / "reisen.yaml"
    path.write_text(TEXT, encoding="utf-8")
    return path


def reise(*arguments: object, where: Path) -> subprocess.CompletedProcess[str]:
    environment = os.environ | {"LC_ALL": "nb_NO.UTF-8"}
    return program.run([*map(str, arguments)], environment, cwd=where)


def mark(path: Path) -> str:
    """Return the mark of the one finding that is open."""
    judged = verdict(path, path.name).value
    assert judged
    [finding] = judged.open
    return finding.mark


def decided(path: Path, reason: str = REASON) -> subprocess.CompletedProcess[str]:
    given = (
        "--finding",
        mark(path),
        "--reason",
        reason,
        "--by",
        "AB",
        "--author",
        "CD",
        "--date",
        "2030-01-31",
    )
    return reise("decide", path.name, *given, where=path.parent)


def codes(path: Path) -> list[str]:
    return [each.code for each in tell(path, path.name).problems]


def approved(path: Path, by: str = "EF", *more: str) -> subprocess.CompletedProcess[str]:
    given = ("--by", by, "--yes", "--date", "2030-01-31", *more)
    return reise("approve", path.name, *given, where=path.parent)


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


def test_respect_is_advised_with_another_word(journey: Path) -> None:
    decided(journey)
    journey.write_text(
        TEXT.replace("Hun finner veien hjem", "De kaller henne et problembarn"), encoding="utf-8"
    )
    result = reise("check", journey.name, where=journey.parent)
    assert result.returncode == 0
    assert "R440" in result.stderr
    assert "barn som har det vanskelig" in result.stderr


def test_only_what_was_read_counts_as_read(journey: Path) -> None:
    done = reise("guard", journey.name, "finnes-ikke.yaml", where=journey.parent)
    assert "R124" in done.stderr
    assert done.stdout.startswith("1 fil lest av vernet: 1 åpne, 0 bestemt.\n")


def standing(journey: Path) -> str:
    """Return the line that `reise guard` ends with."""
    last = reise("guard", journey.name, where=journey.parent).stdout.splitlines()[-1]
    assert last.startswith(f"  {journey.name}  ")
    return last.removeprefix(f"  {journey.name}  ")


def test_one_line_says_whether_it_can_be_printed(journey: Path) -> None:
    assert standing(journey) == "nei: 1 ting å avklare, må godkjennes"
    decided(journey)
    assert standing(journey) == "nei: må godkjennes"
    approved(journey)
    assert standing(journey) == "ja"
    for old, new, line in (
        ("Hun finner", "Nå finner hun", "nei: må godkjennes på nytt"),
        ("vegg: ja", "vegg: nei", "nei: må godkjennes på nytt"),
        ("kart: ja", "kart: nei", "nei: mangler ja til kart, må godkjennes på nytt"),
        ("status: godkjent", "status: lest", "nei: er ikke ferdig (status)"),
        ("status: godkjent", "status: trukket", "nei: trukket"),
        ("hendelser:", "hendelse:", "nei: noe må rettes, se reise check"),
        ("reise: 1", "reise: [", "nei: noe må rettes, se reise check"),
        (
            "veien hjem",
            "veien hjem\n    etter: borte",
            "nei: noe må rettes, se reise check, må godkjennes på nytt",
        ),
    ):
        journey.write_text(TEXT.replace(old, new), encoding="utf-8")
        assert standing(journey) == line
    journey.write_text(TEXT.replace("vegg: ja", "vegg: nei"), encoding="utf-8")
    approved(journey)
    assert standing(journey) == "ja, på A4 og A3 (mangler ja til vegg)"
