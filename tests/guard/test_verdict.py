"""What a verdict makes of findings and a record: which decision is about which, and what is approved."""

from pathlib import Path

import pytest
from tests.guard.test_record import approval, codes, decision, told

from reise.guard.finding import Weight
from reise.guard.record import Decision, Record, record_of, written
from reise.guard.verdict import Verdict, case_hash, judge, judge_collection, judge_values, may_be_allowed
from reise.journey.model import Collection, Event, Journey, Kind, Language, Status
from reise.problems import Span
from reise.source import compose


def journey(*texts: str, **more: object) -> Journey:
    return told(events=tuple(Event(kind=Kind.EVENT, text=each) for each in texts), **more)


def judged(
    folder: Path, told: Journey | None, *decided: Decision, text: str = "tittel: Hei\n", **more: object
):
    document = compose(text.encode(), "a.yaml").value
    assert document
    record = Record(decision=decided, **{"written_by": "CD"} | more)
    record_of(folder / "a.yaml").write_bytes(written(record))
    return judge(document, folder / "a.yaml", told, Collection())


def settled(verdict: Verdict) -> list[tuple[int, str]]:
    """Return of each finding that was decided about in which event it stands, and who decided."""
    return [(finding.event, made.by) for finding, made in verdict.decided]


def test_the_same_sentence_twice_is_decided_about_twice_and_in_order(tmp_path: Path) -> None:
    twice = journey("hun kom til brimlekott", "hun gikk", "hun kom til brimlekott")
    first, other = judged(tmp_path, twice).open
    assert (first.mark, first.event, other.event) == (other.mark, 1, 3)
    once = judged(tmp_path, twice, decision(first.mark))
    assert settled(once) == [(1, "AB")]
    assert [each.event for each in once.open] == [3]
    both = judged(tmp_path, twice, decision(first.mark), decision(first.mark, by="GH"))
    assert settled(both) == [(1, "AB"), (3, "GH")]
    assert both.open == ()


def test_a_decision_is_about_its_own_code_alone(tmp_path: Path) -> None:
    alone = journey("hun kom til brimlekott")
    [finding] = judged(tmp_path, alone).open
    verdict = judged(tmp_path, alone, decision(finding.mark, code="R432"))
    assert verdict.open == (finding,)
    assert codes(verdict) == ["R431", "R452"]


def test_what_no_one_can_decide_about_stays_open(tmp_path: Path) -> None:
    heavy = journey("ring 41234567 eller Kvitly, sa brimlekott, et problembarn")
    found = judged(tmp_path, heavy).findings
    verdict = judged(tmp_path, heavy, *(decision(each.mark, code=each.code) for each in found))
    assert [each.code for each in verdict.open] == ["R410", "R420"]
    assert settled(verdict) == [(1, "AB")]
    said = [(each.code, dict(each.args).get("number")) for each in verdict.problems]
    faults = [(code, number) for code, number in said if number]
    assert faults == [("R451", at) for at, each in enumerate(found, 1) if each.code[2] != "3"]
    assert [code for code, number in said if not number] == ["R410", "R420", "R440"]
    assert len(faults) == 3


def test_what_is_said_comes_in_order_what_is_open_then_advice_then_the_record(tmp_path: Path) -> None:
    some = journey("et problembarn", "hun kom til brimlekott")
    verdict = judged(tmp_path, some, decision(reason="kort"), decision("1" * 16))
    assert codes(verdict) == ["R431", "R440", "R453", "R452"]


def test_a_record_that_is_none_is_said_beside_what_is_open(tmp_path: Path) -> None:
    document = compose(b"tittel: Hei\n", "a.yaml").value
    assert document
    record_of(tmp_path / "a.yaml").write_bytes(b"written_by = 1")
    verdict = judge(document, tmp_path / "a.yaml", journey("hun kom til brimlekott"), Collection())
    assert codes(verdict) == ["R431", "R450"]
    assert (verdict.record, verdict.seal.approved) == (Record(), False)


@pytest.mark.parametrize(
    ("status", "wrong", "approved"),
    [
        (Status.APPROVED, {}, True),
        (Status.DRAFT, {}, False),
        (Status.WITHDRAWN, {}, False),
        (Status.APPROVED, {"case": "0" * 64}, ["R458"]),
        (Status.DRAFT, {"case": "0" * 64}, ["R458"]),
        (Status.DRAFT, {"guard": 0}, ["R458"]),
        (Status.DRAFT, {"by": "CD"}, ["R454"]),
        (Status.WITHDRAWN, {"case": "0" * 64}, False),
        (Status.WITHDRAWN, {"by": "CD"}, False),
        (None, {"by": "CD"}, False),
        (None, {"case": "0" * 64}, False),
    ],
)
def test_when_an_approval_holds_and_when_it_is_said_to_be_wrong(
    tmp_path: Path, status: Status | None, wrong: dict[str, object], approved: bool | list[str]
) -> None:
    text = "tittel: Hei\n"
    made = approval(**{"case": case_hash(text)} | wrong)
    it = journey("hun gikk", status=status) if status else None
    verdict = judged(tmp_path, it, decision(), text=text, approval=made)
    said = codes(verdict)
    assert verdict.seal.approved is (approved is True)
    assert [each for each in said if each != "R452"] == (approved if isinstance(approved, list) else [])
    # Of what is no journey nobody knows yet whether a decision is about nothing.
    assert ("R452" in said) is (status is not None)


def test_of_what_is_no_journey_yet_its_own_language_is_read(tmp_path: Path) -> None:
    for language, said in (("nb", ["R431"]), ("en", [])):
        text = f"reise: 1\nspråk: {language}\ntittel: whispered\n"
        assert codes(judged(tmp_path, None, text=text)) == said


def test_what_a_collection_allows_is_allowed_in_its_journeys_and_itself(tmp_path: Path) -> None:
    text = "samling: Noe\n# til Grønt Hus\n"
    document = compose(text.encode(), "samling.yaml").value
    assert document
    shared = Collection(title="Noe", allowed=("Grønt Hus", "Kvitly", "Brimly"))
    verdict = judge_collection(document, tmp_path / "samling.yaml", shared)
    assert [each.code for each in verdict.problems][:2] == ["R456", "R456"]
    assert not [each for each in verdict.findings if each.words == "Hus"]
    values = dict(journey("hun kom til Grønt Hus", "og til Kvitly"))
    within = Journey.model_validate(values, context={"collection": shared})
    assert [(each.code, each.words) for each in judge_values(within)] == [("R420", "Kvitly")]
    document = compose(b"tittel: Hei\n", "a.yaml").value
    assert document
    for it in (within, None):
        found = judge(document, tmp_path / "a.yaml", it, shared).findings
        assert [each.words for each in found] == (["Kvitly"] if it else [])


def test_each_word_that_may_not_be_allowed_is_said_at_its_own_place(tmp_path: Path) -> None:
    document = compose(b"samling: Noe\n", "samling.yaml").value
    assert document
    places = {("allowed", at): Span(at + 2, 5, at + 2, 9) for at in range(3)}
    values = {"title": "Noe", "allowed": ("Kvitly", "NAV", "Liv")}
    shared = Collection.model_validate(values, context={"places": places})
    verdict = judge_collection(document, tmp_path / "samling.yaml", shared)
    assert [(each.code, each.span) for each in verdict.problems] == [
        ("R456", places["allowed", 0]),
        ("R456", places["allowed", 2]),
    ]
    record_of(tmp_path / "samling.yaml").write_bytes(b"x")
    assert codes(judge_collection(document, tmp_path / "samling.yaml", shared))[2:] == ["R450"]


def test_a_collection_is_read_in_its_own_language(tmp_path: Path) -> None:
    document = compose(b"samling: Noe\n", "samling.yaml").value
    assert document
    for language, found in ((Language.NB, 1), (Language.EN, 0)):
        shared = Collection(title="whispered", language=language)
        assert len(judge_collection(document, tmp_path / "samling.yaml", shared).findings) == found


@pytest.mark.parametrize(
    ("words", "may"),
    [
        ("NA2", False),
        ("A B", False),
        ("Hus 12.", True),
        ("Hus 9b", False),
        ("nr 12 0", False),
        ("Liv hus", True),
        ("Liv på", False),
        ("hus", True),
    ],
)
def test_what_may_be_allowed(words: str, may: bool) -> None:
    assert may_be_allowed(words) is may


def test_advice_is_never_open_and_what_is_heavier_always_is(tmp_path: Path) -> None:
    verdict = judged(tmp_path, journey("et problembarn", "hun kom til brimlekott", "til Kvitly"))
    assert [each.weight for each in verdict.findings] == [Weight.LISTED, Weight.DECIDE, Weight.ADVISE]
    assert [each.weight for each in verdict.open] == [Weight.LISTED, Weight.DECIDE]
