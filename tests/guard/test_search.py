"""How a file is searched: what the list allows, what lies across two texts, where a finding is said to be."""

import hashlib

import pytest

from reise.guard.finding import Finding, Weight
from reise.guard.passage import Passage
from reise.guard.search import Search
from reise.journey.model import Language
from reise.problems import Span


def found(*passages: Passage, allowed: tuple[str, ...] = (), text: str = "") -> tuple[Finding, ...]:
    return Search("f.yaml", text, allowed).all(passages)


def said(*texts: str, allowed: tuple[str, ...] = ()) -> list[tuple[str, str]]:
    """Return codes and words of what is found in texts that stand beside one another."""
    return [
        (each.code, each.words) for each in found(*(Passage(text, None) for text in texts), allowed=allowed)
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Hun kom til Solstrålen i går",
        "Hun kom til Solstrålen",
        "Solstrålen",
        "Hun kom til Solstrålens hus",
        "Hun kom til solstrålen.",
    ],
)
def test_what_the_list_allows_is_left_alone(text: str) -> None:
    assert said(text, allowed=("Solstrålen",)) == []


@pytest.mark.parametrize("ending", ["s", "et", "ene"])
def test_with_an_ending_of_three_letters_at_most(ending: str) -> None:
    assert said(f"Hun kom til Kvitly{ending} nå", allowed=("Kvitly",)) == []


@pytest.mark.parametrize("word", ["Kvitlyende", "Kvitly2", "NyKvitly"])
def test_no_longer_word_is_allowed_with_it(word: str) -> None:
    assert any(word in words for _, words in said(f"Hun kom til {word} nå", allowed=("Kvitly",)))


def test_it_is_allowed_each_time_and_only_there() -> None:
    assert said("Fra Kvitly til Kvitly og til Brimly", allowed=("Kvitly",)) == [("R420", "Brimly")]
    assert said("til xgrønt Hus", allowed=("Grønt Hus",)) == [("R420", "Hus"), ("R431", "xgrønt")]
    assert said("til grønt Hus", allowed=("Grønt Hus",)) == []
    assert said("Fra xKvitly til Kvitly", allowed=("Kvitly",)) == [("R420", "xKvitly")]


def test_every_phrase_of_the_list_is_allowed() -> None:
    assert said("Fra Kvitly til Brimly", allowed=("Kvitly", "Brimly")) == []


def test_what_blocks_is_not_allowed_by_any_list() -> None:
    assert said("ring 41234567 nå", allowed=("41234567",)) == [("R410", "41234567")]


def test_a_word_that_nobody_knows_is_allowed_in_small_letters_too() -> None:
    assert said("hun kom til brimlekott", allowed=("Brimlekott",)) == []
    assert said("hun kom til brimlekott") == [("R431", "brimlekott")]


def test_what_is_allowed_hides_nothing_of_its_kind_behind_it() -> None:
    assert said("brimlekott og sarnlekott", allowed=("brimlekott",)) == [("R431", "sarnlekott")]
    assert said("til Kvitly og Brimly", allowed=("Kvitly",)) == [("R420", "Brimly")]


def test_one_place_is_one_finding_the_heaviest() -> None:
    assert said("Hun ringte 41234567 den 14. mars nå") == [("R410", "41234567"), ("R412", "14. mars")]
    assert said("i 2019-12-24 nå") == [("R410", "2019-12-24")]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("ring 412", "34567 nå"),
        ("ring 4123", "4567 nå"),
        ("det var 14.", "mars hun kom"),
        ("han bor i Elveveien", "12 i byen"),
        ("kari (at)", "sol er her"),
    ],
)
def test_what_lies_across_two_texts_is_found_in_the_second(one: str, other: str) -> None:
    across = [each for each in found(Passage(one, None), Passage(other, None)) if each.words == other]
    assert [each.weight for each in across] == [Weight.BLOCK]


def test_what_stands_in_one_of_two_texts_is_no_more_than_that() -> None:
    assert said("ring 41234567", "nå") == [("R410", "41234567")]
    assert said("så ring", "41234567 nå") == [("R410", "41234567")]
    assert said("hun er 12", "og han er 13") == []


def test_across_what_is_told_although_something_stands_between() -> None:
    lines = (
        Passage("ring 412", None, told=True),
        Passage("skolen", None),
        Passage("34567 nå", None, told=True),
    )
    assert [each.words for each in found(*lines)] == ["34567 nå"]
    apart = (lines[0], lines[1], Passage("34567 nå", None))
    assert found(*apart) == ()


def test_what_is_far_apart_is_not_read_together() -> None:
    far = "og så gikk det en lang, lang tid da ingen ting hendte med noen"
    assert said(f"412 {far}", f"{far} 34567") == []
    assert said(f"{far} 412", f"34567 {far}") == [("R410", f"34567 {far}"[:40])]
    # Nor does a number that stands far away hide the one across.
    whole = ("R410", "41234567")
    assert said(f"ring 41234567 {far} 412", "34567 nå") == [("R410", "34567 nå"), whole]
    assert said("ring 412", f"34567 {far} 41234567") == [("R410", f"34567 {far}"[:40]), whole]


def test_what_is_no_prose_is_searched_for_numbers_and_addresses_only() -> None:
    for text in ("41234567", "14.03.2019", "Elveveien 12", "XY 12345", "kari@sol.no", "Каri"):
        assert [each.words for each in found(Passage(text, None, prose=False))] == [text]
    for text in ("Kari", "brimlekott", "Liv Hansen", "født 84", "ungmor_to", "KARI"):
        assert found(Passage(text, None, prose=False)) == ()


def test_a_young_persons_own_words_are_not_corrected() -> None:
    assert said("jeg var et problembarn") == [("R440", "problembarn")]
    assert found(Passage("jeg var et problembarn", None, own=True)) == ()
    assert found(Passage("problembarn", None, prose=False)) == ()


def test_signs_that_stand_for_others_are_read_as_those() -> None:
    text = "ring ④①②③④⑤⑥⑦ nå"
    [one] = found(Passage(text, None))
    assert (one.weight, one.words, one.at) == (Weight.BLOCK, text, 0)
    assert said("en brøk: ½ av alt") == []


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


def test_english_words_are_words_in_an_english_journey_only() -> None:
    for text in ("Nobody believed her", "she whispered", "her brother whispered"):
        english = Search("f.yaml", "", (), Language.EN).all([Passage(text, None)])
        assert english == (), text
        assert found(Passage(text, None)) != (), text


@pytest.mark.parametrize(
    ("code", "one", "other"),
    [
        ("R412", "det var tredje", "desember igjen"),
        ("R414", "bilen hadde bu", "91149 bak"),
        ("R413", "hun bor i brattveien", "12 nå"),
    ],
)
def test_what_shows_when_two_texts_are_read_together(code: str, one: str, other: str) -> None:
    assert (code, other) in said(one, other)


def test_a_number_a_digit_at_a_time() -> None:
    assert ("R410", "6") in said(*"412345 6".replace(" ", ""))
    assert "R410" not in [code for code, _ in said("1", "2", "3")]
    assert "R410" not in [code for code, _ in said("412", "skolen er ute", "34", "67")]


@pytest.mark.parametrize("words", ["ln satt på trappa", "hun og ng gikk"])
def test_two_letters_that_nobody_can_say_are_no_word(words: str) -> None:
    assert ("R431", words.split()[0 if words[0] == "l" else 2]) in said(words)


@pytest.mark.parametrize("words", ["sett på tv", "30 km unna", "kl. 8"])
def test_but_those_in_use_are(words: str) -> None:
    assert said(words) == []


@pytest.mark.parametrize("place", ["svartnes", "furenes", "kaldvatn"])
def test_a_house_after_what_ends_as_places_do_is_that_of_the_place(place: str) -> None:
    """Though the dictionary has the word, or takes it for the genitive of one."""
    assert ("R422", f"{place} skole") in said(f"hun gikk på {place} skole")


@pytest.mark.parametrize("word", ["kvithellaavisa", "store-per"])
def test_a_newspaper_of_a_place_and_a_nickname_are_for_a_person_to_decide(word: str) -> None:
    assert ("R431", word) in said(f"alle kjente {word} godt")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("A. B. '84", [("R418", "A. B. "), ("R432", "'84")]),
        ("A. B. @sol", [("R418", "A. B. "), ("R411", "@sol")]),
    ],
)
def test_what_stands_side_by_side_is_two_findings(text: str, told: list[tuple[str, str]]) -> None:
    assert [(each.code, each.words) for each in found(Passage(text, Span(1, 1, 1, 9)))] == sorted(told)


@pytest.mark.parametrize(
    ("texts", "where"),
    [
        (("ring 412345", "67"), "412345"),
        (("7", "412345 nå"), "412345"),
        (("ring 41234", "5"), "5"),
        (("1", "23456"), "23456"),
        (("ring 412 --", "34567"), "34567"),
        (("2 en to tre", "fire fem seks"), "fire fem seks"),
        (("12", "34", "56"), "56"),
        (("i 12", "3", "4", "5", "6"), "6"),
        (("1", "2", "3", "4", "5", "6"), "6"),
        (("en", "to", "tre", "fire", "fem", "ni"), "ni"),
    ],
)
def test_a_number_crosses_where_no_text_has_it_whole(texts: tuple[str, ...], where: str) -> None:
    assert said(*texts) == [("R410", where)]


@pytest.mark.parametrize("texts", ["1 2 3 4 5", "b 12 3 4 5", "bil12 3 4 5 6"])
def test_no_number_is_made_of_too_few_digits_or_of_longer_lines(texts: str) -> None:
    assert "R410" not in [code for code, _ in said(*texts.split())]


def test_signs_that_stand_for_others_are_told_of_once_what_else_is_heavy_is_allowed() -> None:
    text = "ring ④①②③④⑤⑥⑦ og Kvitly"
    assert said(text) == [("R420", "Kvitly")]
    assert said(text, allowed=("Kvitly",)) == [("R410", text)]
    assert said("④①②③④⑤⑥⑦ brimlekott") == [("R410", "④①②③④⑤⑥⑦ brimlekott"), ("R431", "brimlekott")]


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


def test_a_files_name_may_be_a_persons_in_norwegian() -> None:
    label = Passage("liv", None, label=True)
    assert [(each.code, each.words) for each in found(label)] == [("R430", "liv")]
    assert found(label._replace(text="reisen til livet"), Passage("Livet", None)) == ()
    assert [each.code for each in Search("f.yaml", "", (), Language.EN).all([label])] == ["R436"]


def test_a_files_name_is_not_read_together_with_what_follows() -> None:
    label, text = Passage("reise 412", None, label=True), Passage("34567 nå", None)
    assert found(label, text) == ()
    assert [each.code for each in found(label._replace(label=False), text)] == ["R410"]


@pytest.mark.parametrize(
    ("words", "more"),
    [
        ("hun whispered", {"english": 1}),
        ("hun brimlekott", {}),
        ("hos Ppt", {"acronym": 1}),
        ("hos Vgs", {"acronym": 1}),
        ("hos Kvitly", {}),
        ("hun HJELP", {}),
    ],
)
def test_what_a_word_may_be_besides_a_name(words: str, more: dict[str, int]) -> None:
    [one] = found(Passage(words, None))
    assert dict(one.args) == more
