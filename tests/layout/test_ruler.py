"""Widths of words, and where lines break."""

import json
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont
from hypothesis import given
from hypothesis import strategies as st

from reise.layout.ruler import HYPHEN, SLACK, Face, FontRuler, Room, Wrapper
from reise.resources import templates

RULER = FontRuler()
WRAPPER = Wrapper(RULER, "nb")
texts = st.lists(
    st.text("abcdefghijklmnoprstuvyæøå-/", min_size=1, max_size=60), min_size=1, max_size=20
).map(" ".join)


@pytest.mark.parametrize("face", list(Face))
def test_the_list_of_widths_is_that_of_the_fonts(face: Face) -> None:
    folder: Path = templates() / "fonts"
    per_em, faces = json.loads((folder / "advances.json").read_text(encoding="utf-8"))
    font = TTFont(folder / f"ReiseSans-{face}.ttf")
    widths = font["hmtx"].metrics
    assert per_em == font["head"].unitsPerEm
    assert faces[face] == {chr(code): widths[name][0] for code, name in font.getBestCmap().items()}


def test_a_width_is_the_sum_of_its_letters() -> None:
    assert RULER.width("mm") == pytest.approx(2 * RULER.width("m"))
    assert RULER.width("m", Face.BOLD) > RULER.width("m") > RULER.width("i")


@given(texts, st.floats(4, 40), st.floats(0, 3))
def test_every_line_fits_and_nothing_is_lost(text: str, width: float, less: float) -> None:
    room = Room(width, less)
    lines = WRAPPER.lines(text, room)
    assert all(RULER.width(line) <= width + 1e-6 for line in lines)
    assert "".join(lines).replace(HYPHEN, "").replace(" ", "") == text.replace(" ", "")
    assert WRAPPER.count(text, room) == len(lines)


def test_a_compound_breaks_at_a_syllable_and_only_where_it_must() -> None:
    word = "arbeidsmarkedsopplæringskoordinatorfunksjonen"
    assert len(word) == 45
    lines = WRAPPER.lines(word, Room(10))
    assert len(lines) == 3
    assert all(line.endswith(HYPHEN) for line in lines[:-1])
    assert "".join(lines).replace(HYPHEN, "") == word
    assert lines[0] in ("arbeidsmarkedsopplæ" + HYPHEN, "arbeidsmarkedsopp" + HYPHEN)
    assert WRAPPER.lines(word, Room(60)) == (word,)


def test_a_number_stays_with_its_unit() -> None:
    assert WRAPPER.lines("Fyller 18 år nå", Room(RULER.width("Fyller 18"))) == ("Fyller", "18\u00a0år nå")
    assert SLACK > 1
