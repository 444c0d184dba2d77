"""The rows C01-C10 and C30 of the list of bad inputs: names in all their forms, each of them made up."""

import pytest
from tests.guard.weighing import blocks, found, heaviest

from reise.guard.finding import Weight


@pytest.mark.parametrize(
    "name", ["Kari", "Mohammed", "Solveig", "Ødegård", "Bø", "Nguyen", "Li", "Åse-Marie"]
)
def test_c01_a_name_inside_a_sentence(name: str) -> None:
    assert blocks(f"Hun traff {name} på skolen")
    assert blocks(f"Til slutt kom {name}.")


@pytest.mark.parametrize("name", ["Mohammed", "Solveig", "Fatima", "Xuan", "Gørild", "Oddrun"])
def test_c02_a_name_first_in_a_sentence_that_is_no_word(name: str) -> None:
    assert heaviest(f"{name} kom hver dag") in (Weight.LISTED, Weight.BLOCK)
    assert blocks(f"Ingen svarte. {name} kom hver dag")
    assert blocks(f"«{name} kom hver dag»")


@pytest.mark.parametrize("name", ["Dag", "Liv", "Stein", "Sol", "Storm"])
def test_c03_a_name_first_in_a_sentence_that_is_a_word_too(name: str) -> None:
    assert heaviest(f"{name} kom hver dag") == Weight.DECIDE


def test_c04_a_name_in_small_letters() -> None:
    assert blocks("broren mohammed kom hjem")
    assert heaviest("hun traff mohammed på skolen") == Weight.DECIDE


def test_c05_a_name_in_small_letters_that_is_a_word_is_left_to_people() -> None:
    """A residual: nothing in the letters tells it from the word."""
    assert found("ho møtte liv") == ()
    assert blocks("hun heter liv")


@pytest.mark.parametrize("text", ["KARI STO DER", "GARDAR STO", "Så kom KARI"])
def test_c06_capitals(text: str) -> None:
    assert blocks(text)


def test_c06_acronyms_that_all_have() -> None:
    assert found("Fra BUP til DPS og NAV, uten noen plan") == ()


@pytest.mark.parametrize("name", ["Ka\u200bri", "K\u0430ri", "F a t i m a", "K-a-r-i", "k.a.r.i", "K A R I"])
def test_c07_hidden_names(name: str) -> None:
    assert blocks(f"Hun traff {name} der")


def test_c07_a_name_with_digits_in_it() -> None:
    assert heaviest("hun traff k4ri der") == Weight.DECIDE


@pytest.mark.parametrize("name", ["2Kari", "3kvitlo"])
def test_c07_a_name_behind_a_digit(name: str) -> None:
    assert heaviest(f"hun traff {name} der") == Weight.DECIDE


@pytest.mark.parametrize(
    "words", ["en 15-åring", "klasse 9b", "en 1000-lapp", "kl 1200", "20-årene", "100 %", "3-4 uker"]
)
def test_c07_numbers_with_their_words_are_fine(words: str) -> None:
    assert found(f"det var {words} den dagen") == ()


@pytest.mark.parametrize("name", ["Hansens", "Mari-Anne", "Nora-", "Lars'", "Kari’s", "Mohammeds"])
def test_c08_forms_of_a_name(name: str) -> None:
    assert blocks(f"Det var {name} rom")


@pytest.mark.parametrize("name", ["K.H.", "K. H.", "K H", "Ola N.", "K. Hansen"])
def test_c09_initials(name: str) -> None:
    assert blocks(f"Hun traff {name} der")


@pytest.mark.parametrize("name", ["Lillemor", "@ungmor_2009", "ungmor_2009", "Xx_gutt_xX", "mor2009"])
def test_c10_nicknames(name: str) -> None:
    assert blocks(f"De kalte henne {name} hele tiden")


@pytest.mark.parametrize("name", ["Áile", "Šaban", "Wójcik", "Żaneta", "Abdullahi", "Çelik", "Ngọc"])
def test_c30_names_of_many_languages(name: str) -> None:
    assert blocks(f"Hun traff {name} der")


@pytest.mark.parametrize("name", ["Фатима", "محمد", "Ελένη", "ฟาติมา", "李"])
def test_c30_other_scripts(name: str) -> None:
    assert heaviest(f"Hun traff {name} der") == Weight.BLOCK
