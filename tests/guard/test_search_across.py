"""What a search finds that lies across two texts or more, and what is not read together."""

import pytest
from tests.guard.searching import found, said

from reise.guard.finding import Weight
from reise.guard.passage import Passage


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


def test_a_files_name_is_not_read_together_with_what_follows() -> None:
    label, text = Passage("reise 412", None, label=True), Passage("34567 nå", None)
    assert found(label, text) == ()
    assert [each.code for each in found(label._replace(label=False), text)] == ["R410"]
