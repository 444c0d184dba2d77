"""Where a finding is said to be: in its file, in its order, in its sentence, and by its mark."""

import hashlib

import pytest
from tests.guard.searching import found

from reise.guard.finding import Finding
from reise.guard.passage import Passage
from reise.problems import Span


def test_it_is_said_where_the_words_stand() -> None:
    text = "a: x\nb: |\n  hun traff\n  Kvitly i går\n"
    [one] = found(Passage("hun traff\nKvitly i går", Span(2, 4, 4, 15)), text=text)
    assert one.span == Span(4, 3, 4, 9)


def test_it_is_the_one_in_this_text_and_no_earlier_one_of_its_line() -> None:
    text = "[Kvitly, hun traff Kvitly]"
    [one] = found(Passage("hun traff Kvitly", Span(1, 10, 1, 26)), text=text)
    assert one.span == Span(1, 20, 1, 26)


def test_it_may_be_the_first_word_of_its_text() -> None:
    [one] = found(Passage("Kvitly kom", Span(1, 2, 1, 12)), text="[Kvitly kom, til Kvitly]")
    assert one.span == Span(1, 2, 1, 8)


def test_on_the_next_line_it_may_stand_further_out() -> None:
    text = '          "hun traff\nKvitly"'
    [one] = found(Passage("hun traff Kvitly", Span(1, 11, 2, 8)), text=text)
    assert one.span == Span(2, 1, 2, 7)


def test_words_that_stand_there_in_another_way_are_where_the_text_is() -> None:
    span = Span(1, 1, 1, 20)
    [one] = found(Passage("hun traff Kvitly", span), text='"hun traff Kv\\x69tly"')
    assert one.span == span


def test_findings_come_in_the_order_of_the_file() -> None:
    passages = Passage("på Kvitly", Span(2, 1, 2, 10)), Passage("på Brimly", Span(1, 1, 1, 10))
    text = "på Brimly\npå Kvitly\n"
    nowhere = Passage("på Sarnly", None)
    assert [each.words for each in found(*passages, nowhere, text=text)] == ["Sarnly", "Brimly", "Kvitly"]


@pytest.mark.parametrize("end", [". ", "! ", "? ", "\n"])
def test_a_finding_belongs_to_its_sentence(end: str) -> None:
    text = f"Det er fint{end}Så kom  hun til Kvitly{end}Det er bra"
    [one] = found(Passage(text, None))
    assert one.sentence == f"Så kom hun til Kvitly{end}".strip()
    assert text[text.index("Så") + one.at :].startswith("Kvitly")


def test_the_first_sentence_begins_where_the_text_does() -> None:
    [one] = found(Passage("hun så Kvitly. Det er bra! Er det? Ja\nda", None))
    assert (one.sentence, one.at) == ("hun så Kvitly.", 7)


def test_a_text_without_an_end_is_a_sentence() -> None:
    [one] = found(Passage("hun kom til Kvitly", None))
    assert (one.sentence, one.at) == ("hun kom til Kvitly", 12)


def test_the_mark_changes_with_code_sentence_place_and_words_and_with_nothing_else() -> None:
    one = Finding("R420", "f", None, 1, "Kvitly", "til Kvitly", 4)
    assert one.mark == hashlib.sha256(b"R420\0til Kvitly\x004\0Kvitly").hexdigest()[:16]
    assert one.mark == Finding("R420", "g", Span(1, 1, 1, 2), 7, "Kvitly", "til Kvitly", 4).mark
    others = (
        Finding("R430", "f", None, 1, "Kvitly", "til Kvitly", 4),
        Finding("R420", "f", None, 1, "Kvitl", "til Kvitly", 4),
        Finding("R420", "f", None, 1, "Kvitly", "fra Kvitly", 4),
        Finding("R420", "f", None, 1, "Kvitly", "til Kvitly", 5),
    )
    assert len({one.mark, *(each.mark for each in others)}) == 5


def test_a_finding_never_shows_its_words_by_accident() -> None:
    one = Finding("R420", "f", None, 1, "Kvitly", "til Brimly", 4)
    assert "Kvitly" not in repr(one)
    assert "Brimly" not in repr(one)
    assert "4," not in repr(one)


def test_findings_at_one_place_come_by_their_code_and_where_in_the_text_they_are() -> None:
    text = "fra Kvitly til brimlekott og Brimly"
    whole = Span(3, 1, 3, 9)
    assert [(each.code, each.at) for each in found(Passage(text, whole))] == [
        ("R420", 4),
        ("R420", 29),
        ("R431", 15),
    ]


@pytest.mark.parametrize(
    ("passage", "span"),
    [
        (Passage("Kvitly", Span(9, 1, 9, 7)), Span(9, 1, 9, 7)),
        (Passage("så kom hun\nså Kvitly", Span(1, 1, 2, 5)), Span(2, 4, 2, 10)),
        (Passage("så kom hun\nså Kvitly", Span(1, 1, 9, 9)), Span(2, 4, 2, 10)),
        (Passage("så kom hun så Kvitly", Span(1, 1, 1, 9)), Span(1, 1, 1, 9)),
        (Passage("så Kvitly", None), None),
    ],
)
def test_words_are_looked_for_in_the_lines_of_their_text_alone(passage: Passage, span: Span | None) -> None:
    [one] = found(passage, text="så kom hun\nså Kvitly")
    assert one.span == span
