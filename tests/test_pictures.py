"""What is seen on a finished map: as it was before, without colour, by other eyes, in every letter.

`pytest --accept` keeps what is drawn now. The stored pictures stand in tests/golden/pictures.
"""

import re
import tomllib
from collections.abc import Iterator
from functools import cache
from itertools import combinations
from math import sqrt
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from tests.support import boxes, cases, pictures
from tests.support.golden import FOLDER, Golden
from tests.support.pictures import DPI, Pixels, differences, drawn, printed, within

from reise.comparing import Setting, compare, files
from reise.comparison import Comparison
from reise.layout import CaseMap
from reise.layout.case_map import Box, CardBox, Sheet
from reise.layout.words import ARROWS, SIGNS
from reise.page.html import case_map_html
from reise.pdf import pdf
from reise.resources import templates

pytestmark = pytest.mark.slow

Colour = tuple[float, float, float]


@cache
def made(path: Path) -> CaseMap:
    laid_out = cases.lay_out(cases.told(path), "a3", None)
    assert laid_out.value is not None
    return laid_out.value


@cache
def on_paper(path: Path) -> bytes:
    return printed(made(path))


def good(stem: str) -> Path:
    return cases.CASES / "good" / f"{stem}.yaml"


# --- As before --------------------------------------------------------------------------------------


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


# --- Without colour ---------------------------------------------------------------------------------

FINE = 200


@cache
def grey_of(stem: str) -> tuple[Sheet, Pixels]:
    [sheet] = made(good(stem)).sheets
    [page] = drawn(on_paper(good(stem)), FINE, grey=True)
    return sheet, page


def share_drawn(pixels: Pixels, sheet: Sheet, line: Box, ground: int) -> tuple[float, int]:
    """Return the share of a level line that is drawn on a ground, and in how many pieces it is."""
    strip = within(pixels, sheet, line, FINE).astype(int)
    there = np.abs(strip - ground).max(axis=0) > 30
    return float(there.mean()), int(np.count_nonzero(np.diff(there.astype(int)) == 1) + there[0])


def test_uncertain_cards_have_gaps_in_their_borders_and_certain_ones_have_none() -> None:
    sheet, page = grey_of("usikkert")
    seen = []
    for card in (card for step in sheet.steps for card in step.cards):
        box = card.box
        top = Box(box.x + 1, box.y - 0.1, box.width - 2, 0.2)
        ground = int(np.median(within(page, sheet, Box(box.x + 1, box.y + 0.1, box.width - 2, 0.1), FINE)))
        share, pieces = share_drawn(page, sheet, top, ground)
        uncertain = "usikkert" in card.alt.casefold()
        seen.append(uncertain)
        if uncertain:
            assert 0.3 < share < 0.85, card.alt
            assert pieces > 10, card.alt
        else:
            assert share > 0.99, card.alt
            assert pieces == 1, card.alt
    assert set(seen) == {True, False}


def test_uncertain_milestones_have_a_dashed_line_within() -> None:
    sheet, page = grey_of("usikkert")
    for step in sheet.steps:
        box = step.box
        ground = int(
            np.median(within(page, sheet, Box(box.x + 0.3, box.y + 0.25, box.width - 0.6, 0.1), FINE))
        )
        line = Box(box.x + 0.5, box.y + 0.03, box.width - 1, 0.14)
        share, pieces = share_drawn(page, sheet, line, ground)
        if "usikkert" in step.title.casefold():
            assert 0.3 < share < 0.85
            assert pieces > 10
        else:
            assert share < 0.01


def test_turning_milestones_are_far_lighter_than_others() -> None:
    sheet, page = grey_of("alle-slag")
    other, other_page = grey_of("usikkert")
    shades: dict[bool, set[int]] = {True: set(), False: set()}
    for one, pixels in ((sheet, page), (other, other_page)):
        for step in one.steps:
            corner = Box(step.box.x + 0.25, step.box.bottom - 0.25, step.box.width - 0.5, 0.1)
            turning = any(arrow in (step.flags.text if step.flags else "") for arrow in ARROWS.values())
            shades[turning].add(int(np.median(within(pixels, one, corner, FINE))))
    assert min(shades[True]) - max(shades[False]) > 90


def cards_by_sign(sheet: Sheet) -> dict[str, CardBox]:
    """Return a card with each sign."""
    return {card.sign: card for step in sheet.steps for card in step.cards}


def sign_of(card: CardBox, sheet: Sheet, page: Pixels) -> Pixels:
    """Return where there is ink in the place of a card's sign."""
    box = card.box
    place = Box(box.right - 0.36 - card.sign_width, box.y + 0.18, card.sign_width, 1.2)
    part = within(page, sheet, place, FINE)
    return part < np.median(part) - 60


def test_effects_are_told_apart_by_their_signs() -> None:
    sheet, page = grey_of("uenige-stemmer")
    more, more_page = grey_of("usikkert")
    shown = {sign: sign_of(card, more, more_page) for sign, card in cards_by_sign(more).items() if sign}
    shown |= {sign: sign_of(card, sheet, page) for sign, card in cards_by_sign(sheet).items() if "/" in sign}
    assert set(SIGNS.values()) <= set(shown)
    assert any("/" in sign for sign in shown)
    for one, other in combinations(shown, 2):
        height = min(len(shown[one]), len(shown[other]))
        rows = [shown[each][:height].sum(axis=1) for each in (one, other)]
        assert np.abs(rows[0].astype(int) - rows[1].astype(int)).sum() > 15, (one, other)


def test_effects_are_told_apart_by_the_pattern_of_the_edge() -> None:
    """The strip at the left of a card is whole, or cut by lines, closer or wider apart."""
    sheet, page = grey_of("usikkert")
    cuts: dict[str, float] = {}
    for card in (card for step in sheet.steps for card in step.cards):
        box = card.box
        strip = within(page, sheet, Box(box.x + 0.12, box.y + 0.25, 0.12, box.height - 0.5), FINE)
        light = strip.mean(axis=1) > np.median(strip) + 40
        cuts.setdefault(card.sign, np.count_nonzero(np.diff(light.astype(int)) == 1) / box.height)
    assert cuts["+"] == 0
    assert cuts["–"] > 0
    assert cuts["±"] > 0
    assert abs(cuts["–"] - cuts["±"]) > 0.2


def test_turning_points_on_cards_stand_on_a_pill_of_another_shade() -> None:
    sheet, page = grey_of("vendepunkt-som-merke")
    marked = [card for step in sheet.steps for card in step.cards if card.flag]
    assert len(marked) >= 4
    for card in marked:
        box = card.box
        right = box.right - 0.3 - card.sign_width
        pill = within(
            page, sheet, Box(right - card.flag_width + 0.3, box.y + 0.25, card.flag_width - 0.6, 0.1), FINE
        )
        ground = within(page, sheet, Box(box.x + 0.7, box.bottom - 0.25, box.width - 1.4, 0.1), FINE)
        assert abs(int(np.median(pill)) - int(np.median(ground))) > 45


# --- Contrast ---------------------------------------------------------------------------------------

#: WCAG 2.2, success criterion 1.4.3, level AA.
LEAST_CONTRAST = 4.5
SHOWING_ALL = ("alle-slag", "overgang-som-merke", "livslinje", "lang-reise", "usikkert", "utkast", "english")


def linear(colour: Colour) -> np.ndarray[Any, Any]:
    """Return an sRGB colour, 0-1, without its gamma."""
    values = np.asarray(colour)
    return np.where(values <= 0.04045, values / 12.92, ((values + 0.055) / 1.055) ** 2.4)


def luminance(colour: Colour) -> float:
    return float(linear(colour) @ (0.2126, 0.7152, 0.0722))


def contrast(one: Colour, other: Colour) -> float:
    """Return the contrast ratio of two colours (WCAG 2.2)."""
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def hexadecimal(colour: str) -> Colour:
    digits = colour.removeprefix("#")
    digits = "".join(2 * each for each in digits) if len(digits) == 3 else digits
    red, green, blue = (int(digits[at : at + 2], 16) / 255 for at in (0, 2, 4))
    return red, green, blue


def texts(box: Any, within: Any = None) -> Iterator[tuple[Any, Any]]:
    """Yield every piece of text of a page with the element that was placed."""
    box = getattr(box, "_box", box)
    if getattr(box, "element", None) is not None and box.style["position"] == "absolute":
        within = box
    if type(box).__name__ == "TextBox" and box.text.strip():
        yield box, within
    for child in getattr(box, "children", ()):
        yield from texts(child, within)


def grounds(pixels: Pixels) -> list[Colour]:
    """Return the colours that take more than a tenth of a stretch of a picture."""
    flat = pixels.reshape(-1, 3)
    # A shade more or less is the same colour.
    _, index, counts = np.unique(flat // 8, axis=0, return_index=True, return_counts=True)
    found = [flat[at] / 255 for at, count in zip(index, counts, strict=True) if count > len(flat) / 10]
    return [(float(red), float(green), float(blue)) for red, green, blue in found]


def stretch(pixels: Pixels, dots: float, x: float, y: float, width: float, height: float) -> Pixels:
    return pixels[int(y * dots) : int((y + height) * dots) + 1, int(x * dots) : int((x + width) * dots) + 1]


@cache
def on_grounds(stem: str) -> list[tuple[str, str, Colour, Colour]]:
    """Return every text of a case with what it is, its colour and a colour it stands on."""
    html = case_map_html(made(good(stem)), fonts=False)
    bare = html.replace("</style>", "* { color: transparent !important }</style>", 1)
    found = []
    for page, pixels in zip(boxes.pages(html), drawn(pdf(bare), FINE), strict=True):
        dots = FINE / 96
        for text, placed in texts(page._page_box):
            kind = placed.element.get("class") or placed.element.tag
            red, green, blue = text.style["color"].coordinates[:3]
            x, y, width, height = text.position_x, text.position_y, text.width, text.height
            if kind == "stripe":
                # Turned a quarter about the upper left corner of its box.
                left, top = placed.position_x, placed.position_y
                x, y, width, height = left + (y - top), top - (x - left) - width, height, width
            else:
                # Where letters have their ink, and not the air above and below them.
                y, height = y + 0.2 * height, 0.6 * height
            for ground in grounds(stretch(pixels, dots, x, y, width, height)):
                found.append((kind, text.text, (red, green, blue), ground))
    return found


@pytest.mark.parametrize("stem", SHOWING_ALL)
def test_every_text_has_enough_contrast(stem: str) -> None:
    found = on_grounds(stem)
    assert len(found) > 10
    poor = {
        f"{kind} «{text}»: {contrast(colour, ground):.2f}"
        for kind, text, colour, ground in found
        if contrast(colour, ground) < LEAST_CONTRAST
    }
    assert poor == set()


def test_every_colour_of_text_was_looked_at() -> None:
    css = (templates() / "css" / "map.css.j2").read_text(encoding="utf-8")
    written = {
        tuple(round(255 * each) for each in hexadecimal(colour))
        for colour in re.findall(r"[{; ]color: (#\w+)", css)
    }
    seen = {
        tuple(round(255 * each) for each in colour)
        for stem in SHOWING_ALL
        for *_, colour, _ in on_grounds(stem)
    }
    assert len(written) > 4
    assert written <= seen


# --- Other eyes -------------------------------------------------------------------------------------

#: Machado, Oliveira and Fernandes 2009, severity 1.0: what the eye takes a linear colour for.
EYES = {
    "protanopia": (
        (0.152286, 1.052583, -0.204868),
        (0.114503, 0.786281, 0.099216),
        (-0.003882, -0.048116, 1.051998),
    ),
    "deuteranopia": (
        (0.367322, 0.860646, -0.227968),
        (0.280085, 0.672501, 0.047413),
        (-0.011820, 0.042940, 0.968881),
    ),
    "tritanopia": (
        (1.255528, -0.076749, -0.178779),
        (-0.078411, 0.930809, 0.147602),
        (0.004733, 0.691367, 0.303900),
    ),
}
#: Apart enough to be told apart at a glance and side by side (CIE 1976; about ten times what is just seen).
APART = 20.0


def lab(colour: np.ndarray[Any, Any]) -> np.ndarray[Any, Any]:
    """Return a linear colour in CIE L*a*b* (D65)."""
    to_xyz = np.array([[0.4124, 0.3576, 0.1805], [0.2126, 0.7152, 0.0722], [0.0193, 0.1192, 0.9505]])
    x, y, z = to_xyz @ np.clip(colour, 0, 1) / (0.95047, 1.0, 1.08883)
    x, y, z = (each ** (1 / 3) if each > 0.008856 else 7.787 * each + 16 / 116 for each in (x, y, z))
    return np.array([116 * y - 16, 500 * (x - y), 200 * (y - z)])


def apart(one: str, other: str, eye: str) -> float:
    """Return how far apart two colours are to an eye."""
    seen = [lab(np.array(EYES[eye]) @ linear(hexadecimal(each))) for each in (one, other)]
    return sqrt(float(((seen[0] - seen[1]) ** 2).sum()))


def pen() -> dict[str, str]:
    """Return the fill of each style that says something by its colour."""
    styles = tomllib.loads((templates() / "css" / "pen.toml").read_text(encoding="utf-8"))
    names = ("edge-helped", "edge-hindered", "edge-mixed", "edge-none", "pill", "band", "band-turning", "bar")
    return {name: styles[name]["fill"] for name in names if name in styles}


@pytest.mark.parametrize("eye", EYES)
def test_turning_points_stand_out_to_every_eye(eye: str) -> None:
    fills = pen()
    for other in set(fills) - {"pill", "band-turning"}:
        assert apart(fills["pill"], fills[other], eye) > APART, other
        assert apart(fills["band-turning"], fills[other], eye) > APART, other


@pytest.mark.parametrize("eye", EYES)
def test_effects_are_apart_to_every_eye_or_have_signs_and_patterns(eye: str) -> None:
    """Where two of the colours come near each other, the signs differ (and the edges are cut otherwise)."""
    fills = {name.removeprefix("edge-"): fill for name, fill in pen().items() if name.startswith("edge-")}
    signs = {**SIGNS, "none": ""}
    assert set(fills) == set(signs)
    for one, other in combinations(fills, 2):
        assert apart(fills[one], fills[other], eye) > APART or signs[one] != signs[other]
        assert "none" not in (one, other) or apart(fills[one], fills[other], eye) > APART


# --- In every letter --------------------------------------------------------------------------------

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
