"""Which words a text may be told with, and where its sentences begin."""

import pytest

from reise.guard import hidden, people, words
from reise.guard.lists import Stems, listed, stems_of

ABBREVIATIONS = (
    "bl.a f.eks t.d ca nr kl jf dvs pga ev evt eks inkl ekskl tlf min maks gj.sn s.k m.a p.g.a kap st ped "
    "psyk vgs avd fylk komm red dr mr mrs frk 3 12 a å"
)


def capitals(text: str) -> list[str]:
    return [text[start:end] for start, end in words.capital(text)]


@pytest.mark.parametrize("short", ABBREVIATIONS.split())
def test_behind_an_abbreviation_no_sentence_begins(short: str) -> None:
    for before in ("", "hun så ", "hun ("):
        assert capitals(f"{before}{short}. Skolen") == ["Skolen"]
    assert capitals(f"hun så{short}. Skolen") == []


@pytest.mark.parametrize("before", ["", " ", " " * 30, "hun gikk\n", "hun gikk\n  – ", "# ", "(", "«"])
def test_a_sentence_begins_where_a_text_or_a_line_does(before: str) -> None:
    assert capitals(f"{before}Skolen") == []


def test_what_stands_far_before_a_word_begins_no_sentence() -> None:
    assert capitals("." + " " * 22 + "Skolen") == []
    assert capitals("hun" + " " * 30 + "og Skolen") == ["Skolen"]


@pytest.mark.parametrize(
    ("word", "is_one"),
    [
        ("vassbygda", True),
        ("vassbygdas", True),
        ("vassbygda-området", True),
        ("vassbygda-omradet", True),
        ("vassbygda-skolen", True),
        ("nye-vassbygda-skolen", True),
        ("barne-bygda", True),
        ("bygda-skolen", False),
        ("ungdoms-skolen", False),
        ("bygda", False),
        ("bygdas", False),
        ("kantinesjefen", False),
    ],
)
def test_what_ends_as_places_do(word: str, is_one: bool) -> None:
    assert words.is_like_a_place(word) is is_one
    assert words.told(word) is not is_one


def test_a_journey_in_english_is_told_with_words_of_both_languages() -> None:
    assert [words.told_in_english(each) for each in ("whispered", "jenta", "brimlekott", "it's", "")] == [
        True,
        True,
        False,
        False,
        False,
    ]
    assert not words.told("whispered")
    assert not words.never("jenta")


def test_terms_of_several_words_are_known_as_a_whole() -> None:
    text = "med Positive Deviance, ikke Positive Deviances"
    assert [text[start:end] for start, end in words.known_terms(text)] == ["Positive Deviance"]
    assert not list(words.known_terms("hos NAV"))


def test_of_the_name_of_a_file_names_of_people_are_told() -> None:
    text = "Liv og skolen"
    assert [text[start:end] for start, end in words.name_in_label(text)] == ["Liv"]


@pytest.mark.parametrize("end", ["", "s", "en", "er", "et", "n", "a"])
@pytest.mark.parametrize("sign", "'’´`")
def test_what_a_sign_joins_to_an_acronym_makes_no_name_of_it(sign: str, end: str) -> None:
    assert not list(words.all_capitals(f"hos NAV{sign}{end} folk"))
    assert capitals(f"hos NAV{sign}{end} folk") == []


def test_whoever_knows_more_words_finds_fewer_places() -> None:
    assert list(words.office_of_a_place("brimle skole")) == [(0, 12)]
    assert not list(words.office_of_a_place("brimle skole", "brimle".__eq__))
    assert not list(words.office_of_a_place("Brimle skole", "brimle".__eq__))


@pytest.mark.parametrize("letter", ["\u0488", "\ue000", "\u0378", "\ud800", "\u200b", "\u0430", "\u0323"])
def test_a_word_with_a_letter_that_is_none_of_ours_is_found(letter: str) -> None:
    assert list(hidden.foreign_letters(f"hun k{letter}ri")) == [(4, 8)]


@pytest.mark.parametrize("letter", ["\u00ad", "ª", "º", "é", "ø"])
def test_a_word_with_letters_of_ours_is_not(letter: str) -> None:
    assert not list(hidden.foreign_letters(f"hun k{letter}ri"))


def test_a_word_of_another_language_behind_a_relative_is_no_name() -> None:
    assert list(people.named("broren brimle")) == [(7, 13)]
    assert not list(people.named("broren brimle", "brimle".__eq__))


def test_a_letter_alone_with_blanks_around_it_is_no_name() -> None:
    assert not list(people.initials(" B \n"))


@pytest.mark.parametrize(("name", "group"), [("alone", "words"), ("few", "words"), ("names", "cues")])
def test_whatever_stands_on_a_list_is_found_as_it_stands_there(name: str, group: str) -> None:
    for word in listed(name, group):
        plain = word.removeprefix("=")
        assert (4, 4 + len(plain)) in [*stems_of(name, group)(f"hun {plain}, nå")], word
        assert stems_of(name, group).may_hold(max(plain.split(), key=len)), word


def test_a_stem_begins_a_word_and_a_form_is_all_of_it() -> None:
    def forms(*words: str) -> list[str]:
        text = "dom dommer Domstol ungdom x-dom dom-x fengsels dom"
        return [text[start:end] for start, end in Stems(words)(text)]

    assert forms("dom") == ["dom", "dommer", "Domstol", "dom-x", "dom"]
    assert forms("=dom") == ["dom", "dom"]
    assert forms("=domstol", "fengsels dom") == ["Domstol", "fengsels dom"]
    assert forms("=fengsels dom") == ["fengsels dom"]
    assert [*Stems(["fengsels dom"])("fengsels  dom, fengselsdom")] == [(0, 13)]
