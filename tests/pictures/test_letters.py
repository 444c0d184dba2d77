"""Every letter of the languages that are written here is drawn as itself, and can be taken out again."""

from itertools import combinations
from pathlib import Path

import pytest
from tests.support.pictures import Pixels, drawn, good, on_paper

from reise.pdf import pdf

pytestmark = pytest.mark.slow


PAIRS = (
    "čc",
    "đd",
    "ŋn",
    "šs",
    "ŧt",
    "žz",
    "áa",
    "ČC",
    "ĐD",
    "ŠS",
    "ŦT",
    "ŽZ",
    "ÁA",
    "åa",
    "øo",
    "ØO",
    "ÅA",
    "éè",
)
ALONE = "ŊÆæ«»–−±☺↗↘↔•…½≈→"
FACES = ((400, "normal"), (400, "italic"), (600, "normal"), (700, "normal"))
CELL = 60


def glyphs(letters: str, weight: int, style: str) -> dict[str, Pixels]:
    """Return where there is ink in each of some letters, drawn alike."""
    placed = "".join(
        f'<p style="left:{CELL * (at % 20)}px;top:{CELL * (at // 20)}px">{letter}</p>'
        for at, letter in enumerate(letters)
    )
    css = (
        f"@page {{ size: {20 * CELL}px {CELL * (len(letters) // 20 + 1)}px; margin: 0 }} body {{ margin: 0 }}"
        f'p {{ position: absolute; margin: 0; font: {style} {weight} 40px/{CELL}px "Reise Sans" }}'
    )
    html = f'<html lang="se"><title>x</title><style>{css}</style><body>{placed}</body></html>'
    [page] = drawn(pdf(html), 144, grey=True)
    side = CELL * 144 // 96
    return {
        letter: page[at // 20 * side : (at // 20 + 1) * side, at % 20 * side : (at % 20 + 1) * side] < 128
        for at, letter in enumerate(letters)
    }


@pytest.mark.parametrize(("weight", "style"), FACES)
def test_every_letter_is_drawn_as_itself(weight: int, style: str) -> None:
    """A letter with a mark is its plain letter and more; none is the box of a letter that is missing."""
    missing = "\u65e9"
    letters = "".join(dict.fromkeys("".join(PAIRS) + ALONE)) + missing
    shown = glyphs(letters, weight, style)
    assert shown[missing].any()
    for letter in letters[:-1]:
        assert shown[letter].any(), letter
        assert (shown[letter] != shown[missing]).sum() > 40, letter
    for one, other in combinations(letters, 2):
        assert (shown[one] != shown[other]).sum() > 20, (one, other)
    for marked, plain in PAIRS:
        if plain != "è":
            lost = (shown[plain] & ~shown[marked]).sum() / shown[plain].sum()
            assert lost < 0.35, (marked, plain)


def test_letters_can_be_taken_out_of_the_pdf_again(tmp_path: Path) -> None:
    from tests.support import pdfcheck

    path = tmp_path / "kart.pdf"
    path.write_bytes(on_paper(good("samiske-bokstaver")))
    said = pdfcheck.text_of(path)
    for letter in "áčđŋšŧžÁČĐŊŠŦŽæøåÆØÅ«»–☺é":
        assert letter in said, letter
