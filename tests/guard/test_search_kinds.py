"""What each kind of text is searched for, and what is taken for what."""

import pytest
from tests.guard.searching import found, said

from reise.guard.finding import Weight
from reise.guard.passage import Passage
from reise.guard.search import Search
from reise.journey.model import Language
from reise.problems import Span


def test_one_place_is_one_finding_the_heaviest() -> None:
    assert said("Hun ringte 41234567 den 14. mars nå") == [("R410", "41234567"), ("R412", "14. mars")]
    assert said("i 2019-12-24 nå") == [("R410", "2019-12-24")]


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


def test_english_words_are_words_in_an_english_journey_only() -> None:
    for text in ("Nobody believed her", "she whispered", "her brother whispered"):
        english = Search("f.yaml", "", (), Language.EN).all([Passage(text, None)])
        assert english == (), text
        assert found(Passage(text, None)) != (), text


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


def test_a_files_name_may_be_a_persons_in_norwegian() -> None:
    label = Passage("liv", None, label=True)
    assert [(each.code, each.words) for each in found(label)] == [("R430", "liv")]
    assert found(label._replace(text="reisen til livet"), Passage("Livet", None)) == ()
    assert [each.code for each in Search("f.yaml", "", (), Language.EN).all([label])] == ["R436"]


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
