"""The record beside a journey, and what a verdict makes of it."""

import datetime
import shutil
from pathlib import Path

import pytest
from pydantic import ValidationError
from tests.support import cases

from reise.guard.record import (
    Approval,
    Decision,
    Record,
    read_record,
    record_of,
    same_person,
    written,
)
from reise.guard.verdict import (
    VERSION,
    case_hash,
    judge,
    judge_collection,
    judge_values,
    may_be_allowed,
    reason_fault,
)
from reise.journey.model import Collection, Event, Journey, Kind, Language, Status
from reise.pipeline import verdict as verdict_of
from reise.source import compose

TEXT = "tittel: Hei\ntekst: hun kom til brimlekott\n"
CASE = case_hash(TEXT)
DAY = datetime.date(2030, 1, 31)
REASON = "et ord fra dialekten"


def told(**more: object) -> Journey:
    events = (Event(kind=Kind.EVENT, text="hun kom til brimlekott"),)
    return Journey(
        **{"id": "a", "file": "a.yaml", "title": "Hei", "events": events, "status": Status.APPROVED} | more
    )


def judged(folder: Path, record: Record, **more: object):
    document = compose(TEXT.encode(), "a.yaml").value
    assert document
    path = folder / "a.yaml"
    record_of(path).write_bytes(written(record))
    return judge(document, path, told(**more), Collection())


def approval(**more: object) -> Approval:
    return Approval(**{"case": CASE, "by": "EF", "date": DAY, "guard": VERSION} | more)


def decision(mark: str = "0" * 16, **more: object) -> Decision:
    return Decision(
        **{"code": "R431", "event": 1, "sentence": mark, "reason": REASON, "by": "AB", "date": DAY} | more
    )


def codes(verdict) -> list[str]:
    return [each.code for each in verdict.problems]


@pytest.mark.parametrize("reason", ['sa "hei" \\ gikk', "æøå «–»", "\x7f \t \n", "\U0001f40e"])
def test_what_is_written_is_read(tmp_path: Path, reason: str) -> None:
    record = Record(
        written_by="CD",
        not_shown=reason,
        decision=(decision("0" * 16, reason=reason), decision("1" * 16, event=0)),
        approval=approval(intruder_test=DAY),
    )
    record_of(tmp_path / "a.yaml").write_bytes(written(record))
    assert read_record(tmp_path / "a.yaml").value == record


def test_an_empty_record_is_but_its_head(tmp_path: Path) -> None:
    assert [line[:1] for line in written(Record()).decode().splitlines()] == ["#", "#"]
    assert read_record(tmp_path / "a.yaml").value == Record()
    assert written(Record(written_by="CD")).decode().splitlines()[2:] == ['written_by = "CD"']


def test_a_record_is_a_file_that_can_be_read_and_compared() -> None:
    record = Record(
        written_by="CD", decision=(decision("0" * 16),), approval=approval(case="1" * 64, guard=7)
    )
    assert written(record).decode().splitlines()[2:] == [
        'written_by = "CD"',
        "",
        "[[decision]]",
        'code = "R431"',
        "event = 1",
        f'sentence = "{"0" * 16}"',
        f'reason = "{REASON}"',
        'by = "AB"',
        "date = 2030-01-31",
        "",
        "[approval]",
        f'case = "{"1" * 64}"',
        'by = "EF"',
        "date = 2030-01-31",
        "guard = 7",
    ]


@pytest.mark.parametrize(
    ("name", "right", "wrong"),
    [
        ("written_by", "x" * 60, "x" * 61),
        ("written_by", " xy ", " x "),
        ("not_shown", "x" * 120, "x" * 121),
    ],
)
def test_how_much_may_stand_in_a_record(name: str, right: str, wrong: str) -> None:
    assert getattr(Record(**{name: right}), name) == right.strip()
    with pytest.raises(ValidationError):
        Record(**{name: wrong})


@pytest.mark.parametrize(
    ("name", "right", "wrong"),
    [
        ("reason", ["x" * 300, ""], ["x" * 301]),
        ("code", ["R400", "R499"], ["R43", "R4310", "R331", "xR431", "r431"]),
        ("event", [0, 100], [-1, "1"]),
        ("sentence", ["0" * 16, "f" * 16], ["0" * 15, "0" * 17, "g" * 16]),
        ("by", ["AB", "x" * 60], ["A", "x" * 61]),
        ("more", [], ["x"]),
    ],
)
def test_what_may_stand_in_a_decision(name: str, right: list[object], wrong: list[object]) -> None:
    for each in right:
        assert getattr(decision(**{name: each}), name) == each
    for each in wrong:
        with pytest.raises(ValidationError):
            decision(**{name: each})


@pytest.mark.parametrize("case", ["0" * 63, "0" * 65, "g" * 64])
def test_an_approval_is_of_a_hash(case: str) -> None:
    with pytest.raises(ValidationError):
        approval(case=case)


def test_nobody_changes_a_record_that_was_read() -> None:
    with pytest.raises(ValidationError):
        Record().written_by = "CD"  # type: ignore[misc]


def test_letters_are_written_as_letters() -> None:
    assert "årsak" in written(Record(not_shown="årsak")).decode()


@pytest.mark.parametrize("size", [1_000_000, 1_000_001])
def test_a_record_may_be_a_megabyte_and_no_larger(tmp_path: Path, size: int) -> None:
    head = b'written_by = "CD"\n#'
    record_of(tmp_path / "a.yaml").write_bytes(head + b"x" * (size - len(head)))
    checked = read_record(tmp_path / "a.yaml", "her/a.yaml")
    if size > 1_000_000:
        assert [(each.code, each.file) for each in checked.problems] == [
            ("R450", str(Path("her/a.vern.toml")))
        ]
    else:
        assert checked.value == Record(written_by="CD")


@pytest.mark.parametrize("data", [b"\xff", b"x", b"written_by = 1", b'other = "x"', b'written_by = "C"'])
def test_what_is_no_record_is_said_to_be_none(tmp_path: Path, data: bytes) -> None:
    record_of(tmp_path / "a.yaml").write_bytes(data)
    checked = read_record(tmp_path / "a.yaml")
    assert checked.value is None
    assert [(each.code, each.file) for each in checked.problems] == [("R450", str(tmp_path / "a.vern.toml"))]


def test_a_folder_is_no_record(tmp_path: Path) -> None:
    record_of(tmp_path / "a.yaml").mkdir()
    assert [each.code for each in read_record(tmp_path / "a.yaml").problems] == ["R450"]


def test_people_are_told_apart_by_their_letters() -> None:
    assert same_person("C. D.", "cd")
    assert same_person(" Straße", "STRASSE")
    assert not same_person("CD", "CE")
    assert not same_person("CD", "CD2")


def test_a_decision_settles_one_finding_of_its_sentence(tmp_path: Path) -> None:
    [finding] = judged(tmp_path, Record()).open
    verdict = judged(tmp_path, Record(decision=(decision(finding.mark),)))
    assert (verdict.open, codes(verdict)) == ((), [])
    assert [(one, made.by) for one, made in verdict.decided] == [(finding, "AB")]


def test_one_decision_too_many_has_expired_and_they_are_counted(tmp_path: Path) -> None:
    [finding] = judged(tmp_path, Record()).open
    twice = (decision(finding.mark), decision(finding.mark, by="GH"), decision("0" * 16))
    verdict = judged(tmp_path, Record(decision=twice))
    assert [(each.code, dict(each.args)) for each in verdict.problems] == [("R452", {"count": 2})]
    assert [made.by for _, made in verdict.decided] == ["AB"]


def test_faults_of_decisions_are_said_with_their_number(tmp_path: Path) -> None:
    [finding] = judged(tmp_path, Record()).open
    wrong = (
        decision(finding.mark),
        decision(finding.mark, code="R420"),
        decision(finding.mark, reason="fordi"),
        decision(finding.mark, reason="det var Kvitly som sa det"),
    )
    verdict = judged(tmp_path, Record(decision=wrong))
    told = [(each.code, dict(each.args)["number"]) for each in verdict.problems]
    assert told == [("R451", 2), ("R453", 3), ("R455", 4)]
    assert verdict.open == ()


@pytest.mark.parametrize(
    ("made", "more", "approved", "said"),
    [
        (None, {}, False, []),
        (approval(), {}, True, []),
        (approval(), {"status": Status.DRAFT}, False, []),
        (approval(case="0" * 64), {}, False, ["R458"]),
        (approval(guard=VERSION + 1), {}, False, ["R458"]),
        (approval(guard=VERSION - 1), {}, False, ["R458"]),
        (approval(by="c d"), {}, False, ["R454"]),
    ],
)
def test_an_approval_holds_for_this_text_this_guard_and_by_another(
    tmp_path: Path, made: Approval | None, more: dict[str, object], approved: bool, said: list[str]
) -> None:
    verdict = judged(tmp_path, Record(written_by="CD", approval=made), **more)
    assert verdict.seal.approved is approved
    assert [each for each in codes(verdict) if each != "R431"] == said
    assert (verdict.seal.case, verdict.seal.short, verdict.seal.version) == (CASE, CASE[:8], VERSION)


def test_an_approval_of_what_nobody_wrote_is_none(tmp_path: Path) -> None:
    verdict = judged(tmp_path, Record(approval=approval()))
    assert not verdict.seal.approved
    assert codes(verdict) == ["R431"]


@pytest.mark.parametrize(
    ("reason", "fault"),
    [
        ("fjorten tegn xx", None),
        ("fjorten tegn x", "R453"),
        ("    fjorten tegn x      ", "R453"),
        ("abcd" * 5, "R453"),
        ("abcdABCD" * 5, "R453"),
        ("det var Kvitly som sa det", "R455"),
        ("ring 41234567 og spør", "R455"),
        ("hun sa brimlekott i det året 2019", None),
        ("hun er et problembarn sies det", None),
    ],
)
def test_a_reason_says_something_and_nobodys_name(reason: str, fault: str | None) -> None:
    assert reason_fault(reason) == fault


@pytest.mark.parametrize(
    ("words", "may"),
    [
        ("NAV", True),
        ("ABCDEF", True),
        ("ABCDEFG", False),
        ("AB2", False),
        ("Kvitly", False),
        ("Liv", False),
        ("Grønt hus", True),
        ("Grønt-hus", True),
        ("Kvitly hus", False),
        ("Hus nr. 3", True),
        ("3", False),
        ("på", False),
        ("Kantinesjefen", True),
        ("", False),
    ],
)
def test_an_everyday_word_makes_a_name_of_a_service(words: str, may: bool) -> None:
    assert may_be_allowed(words) is may


def test_what_may_not_be_allowed_is_said_at_its_place_and_is_not(tmp_path: Path) -> None:
    document = compose(b"a: hun kom til Kvitly hus\nb: hun kom til Brimly\n", "samling.yaml").value
    assert document
    collection = Collection(title="til Brimly", allowed=("Grønt hus", "Brimly"))
    verdict = judge_collection(document, tmp_path / "samling.yaml", collection)
    assert codes(verdict)[0] == "R456"
    assert [each.words for each in verdict.open if each.code == "R420"].count("Brimly") >= 1
    assert not verdict.seal.approved


def test_of_a_file_that_is_no_journey_the_texts_are_read(tmp_path: Path) -> None:
    document = compose(b"a: ring 41234567\n", "a.yaml").value
    assert document
    verdict = judge(document, tmp_path / "a.yaml", None, Collection(language=Language.EN))
    assert codes(verdict) == ["R410"]
    assert not verdict.seal.approved


def test_advice_stands_in_no_ones_way_and_has_another_word_in_each_language(tmp_path: Path) -> None:
    events = (Event(kind=Kind.EVENT, text="hun var et problembarn"),)
    verdict = judged(tmp_path, Record(), events=events)
    assert verdict.open == ()
    [advice] = verdict.problems
    assert advice.code == "R440"
    assert [name for name, words in advice.args if words] == ["instead_en", "instead_nb", "instead_nn"]


def test_the_hash_is_of_the_text() -> None:
    assert case_hash("") == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
    assert case_hash("\ud800") != case_hash("")


def test_what_stands_in_no_file_yet_is_read_too() -> None:
    assert [(each.code, each.words) for each in judge_values(told())] == [("R431", "brimlekott")]
    english = told(language=Language.EN, events=(Event(kind=Kind.EVENT, text="she whispered"),))
    assert judge_values(english) == ()


def test_a_decision_is_not_called_expired_while_the_file_cannot_be_read(tmp_path: Path) -> None:
    path = tmp_path / "ung-mor.yaml"
    for name in ("ung-mor.yaml", "ung-mor.vern.toml", "samling.yaml"):
        shutil.copy(cases.TOP / "journeys" / name, tmp_path)
    path.write_text(path.read_text(encoding="utf-8").replace("språk: nb", "språk: nbx"), encoding="utf-8")
    judged = verdict_of(path).value
    assert judged is not None
    assert not {"R452", "R458"} & {each.code for each in judged.problems}
    assert judged.decided
    assert not judged.open
