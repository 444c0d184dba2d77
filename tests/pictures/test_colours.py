"""Every text of a finished map has enough contrast, and what colours say is seen by other eyes too."""

import re
import tomllib
from collections.abc import Iterator
from functools import cache
from itertools import combinations
from math import sqrt
from typing import Any

import numpy as np
import pytest
from tests.support import boxes
from tests.support.pictures import FINE, Pixels, drawn, good, made

from reise.layout.words import SIGNS
from reise.page.html import case_map_html
from reise.pdf import pdf
from reise.resources import templates

pytestmark = pytest.mark.slow

Colour = tuple[float, float, float]


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
