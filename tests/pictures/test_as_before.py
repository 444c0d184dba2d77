"""A finished map and the drawn sheets of a comparison look as they did before.

`pytest --accept` keeps what is drawn now. The stored pictures stand in tests/golden/pictures.
"""

from functools import cache
from pathlib import Path

import numpy as np
import pytest
from tests.support import cases, pictures
from tests.support.golden import FOLDER, Golden
from tests.support.pictures import DPI, Pixels, differences, drawn, good, made, on_paper, within

from reise.comparing import Setting, compare, files
from reise.comparison import Comparison

pytestmark = pytest.mark.slow


def picture(stem: str, number: int, *, grey: bool) -> str:
    """Return the name of a picture: ung-mor.png, of its second sheet in grey ung-mor-2.grey.png."""
    return f"pictures/{stem}{f'-{number}' if number > 1 else ''}{'.grey' if grey else ''}.png"


@pytest.mark.parametrize("grey", [False, True], ids=["colour", "grey"])
@pytest.mark.parametrize("path", cases.journeys(), ids=lambda path: path.stem)
def test_picture(path: Path, grey: bool, golden: Golden) -> None:
    """A map on A3 looks as it did."""
    for number, sheet in enumerate(drawn(on_paper(path), DPI, grey=grey), 1):
        holds(picture(path.stem, number, grey=grey), sheet, golden, grey=grey)


def holds(name: str, sheet: Pixels, golden: Golden, *, grey: bool) -> None:
    """Hold a sheet against the stored picture of that name."""
    if golden.accept:
        pictures.store(FOLDER / name, sheet)
    assert (FOLDER / name).is_file(), f"{name} is not stored yet; pytest --accept stores it"
    found = list(differences(pictures.stored(FOLDER / name, grey=grey), sheet))
    assert found == [], f"{name} has changed; if it is meant to be so: pytest --accept"


#: Sheets of the report of all journeys, by the part that they are: the aligned cases, the common ways.
PARTS = {"comparison": 1, "comparison-ways": 5}


@cache
def compared() -> Comparison:
    return compare(cases.journeys())


@pytest.mark.parametrize("grey", [False, True], ids=["colour", "grey"])
@pytest.mark.parametrize("name", PARTS)
def test_picture_of_the_comparison(name: str, grey: bool, golden: Golden) -> None:
    """A drawn sheet of the comparison looks as it did."""
    [(_, content)] = files(compared(), "pdf", Setting(pages=(PARTS[name],)))
    holds(picture(name, 1, grey=grey), drawn(content, DPI, grey=grey)[0], golden, grey=grey)


def test_no_other_picture_is_stored(golden: Golden) -> None:
    sheets = [(path.stem, sheet.number) for path in cases.journeys() for sheet in made(path).sheets]
    sheets += [(name, 1) for name in PARTS]
    names = {picture(stem, number, grey=grey) for stem, number in sheets for grey in (False, True)}
    golden.holds_only(names, "pictures/*.png")


def test_a_difference_is_seen() -> None:
    """The tolerance lets through what few colours do to a picture, and no card that has gone or moved."""
    path = good("alle-slag")
    [sheet] = made(path).sheets
    [page] = drawn(on_paper(path), DPI)
    card = next(card for step in sheet.steps for card in step.cards)
    gone, moved = page.copy(), page.copy()
    region = within(gone, sheet, card.box, DPI)
    region[:] = 255
    assert list(differences(page, gone))
    moved[:] = np.roll(page, 3, axis=1)
    assert list(differences(page, moved))
    assert list(differences(page, np.clip(page.astype(int) + 20, 0, 255).astype(np.uint8))) == []
