"""Maps as pixels: drawn by pypdfium2, kept small, compared with patience."""

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
import pypdfium2
from PIL import Image
from tests.support import cases

from reise.layout.case_map import Box, CaseMap, Sheet
from reise.page.html import case_map_html
from reise.pdf import pdf

#: Pixels are an array of rows, of shades 0-255 or of three colours each.
Pixels = np.ndarray[Any, np.dtype[np.uint8]]

#: Dots an inch of the stored pictures, and where lines are looked at.
DPI, FINE = 60, 200
#: Colours and shades that a stored picture has.
COLOURS, SHADES = 64, 8
#: How far apart two pixels must be to differ: well more than any is from the nearest of those (about 30).
FAR = 56
#: The share of pixels that may differ in all, and in any tile of a picture.
IN_ALL, IN_A_TILE = 0.002, 0.12
TILE = 24


def drawn(content: bytes, dpi: float, *, grey: bool = False) -> list[Pixels]:
    """Return the pages of a PDF as pixels."""
    with pypdfium2.PdfDocument(content) as opened:
        pictures = [page.render(scale=dpi / 72).to_pil() for page in opened]
    return [np.asarray(each.convert("L" if grey else "RGB")) for each in pictures]


def printed(made: CaseMap) -> bytes:
    """Return a map as a PDF."""
    return pdf(case_map_html(made, fonts=False))


def good(stem: str) -> Path:
    """Return a case without a fault."""
    return cases.CASES / "good" / f"{stem}.yaml"


@cache
def made(path: Path) -> CaseMap:
    """Return the map of a case on A3."""
    laid_out = cases.lay_out(cases.told(path), "a3", None)
    assert laid_out.value is not None
    return laid_out.value


@cache
def on_paper(path: Path) -> bytes:
    """Return the map of a case on A3 as a PDF."""
    return printed(made(path))


def store(path: Path, pixels: Pixels) -> None:
    """Keep a picture, in as few colours as tell it apart."""
    path.parent.mkdir(parents=True, exist_ok=True)
    picture = Image.fromarray(pixels)
    few = picture.quantize(
        SHADES if pixels.ndim == 2 else COLOURS, Image.Quantize.MAXCOVERAGE, dither=Image.Dither.NONE
    )
    few.save(path, "PNG", optimize=True)


def stored(path: Path, *, grey: bool) -> Pixels:
    """Return a kept picture."""
    with Image.open(path) as picture:
        return np.asarray(picture.convert("RGB").convert("L") if grey else picture.convert("RGB"))


def differences(one: Pixels, other: Pixels) -> Iterator[str]:
    """Yield what tells two pictures apart to somebody who is not looking for it."""
    if one.shape != other.shape:
        yield f"{one.shape} is not {other.shape}"
        return
    apart = np.abs(one.astype(int) - other.astype(int))
    far = (apart.max(axis=2) if apart.ndim == 3 else apart) > FAR
    if far.mean() > IN_ALL:
        yield f"{far.mean():.2%} of the pixels differ"
    height, width = (side // TILE * TILE for side in far.shape)
    tiles = far[:height, :width].reshape(height // TILE, TILE, width // TILE, TILE).mean(axis=(1, 3))
    row, column = np.unravel_index(tiles.argmax(), tiles.shape)
    if tiles.max() > IN_A_TILE:
        yield f"{tiles.max():.0%} of the pixels differ around {column * TILE}, {row * TILE}"


def within(pixels: Pixels, sheet: Sheet, box: Box, dpi: float) -> Pixels:
    """Return the part of a drawn sheet that a box of it takes."""
    dots = sheet.em / 25.4 * dpi
    top, bottom, left, right = (round(each * dots) for each in (box.y, box.bottom, box.x, box.right))
    return pixels[max(top, 0) : bottom, max(left, 0) : right]
