"""What the list allows is left alone in a search, and nothing else with it."""

import pytest
from tests.guard.searching import said


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


def test_signs_that_stand_for_others_are_told_of_once_what_else_is_heavy_is_allowed() -> None:
    text = "ring ④①②③④⑤⑥⑦ og Kvitly"
    assert said(text) == [("R420", "Kvitly")]
    assert said(text, allowed=("Kvitly",)) == [("R410", text)]
    assert said("④①②③④⑤⑥⑦ brimlekott") == [("R410", "④①②③④⑤⑥⑦ brimlekott"), ("R431", "brimlekott")]
