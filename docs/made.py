"""What the build makes for the manual: pictures of maps and reports, and tables of the vocabulary."""

import re
import tempfile
from collections.abc import Iterable
from pathlib import Path

from PIL import Image
from pypdfium2 import PdfDocument

import reise
from reise.batch import journey_files
from reise.comparing import Setting, compare, files
from reise.journey.vocabulary import roles, transitions
from reise.layout.case_map import Box, CaseMap, Sheet
from reise.page.html import case_map_html
from reise.pdf import pdf

DOCS = Path(__file__).parent
JOURNEYS = DOCS.parent / "journeys"

_HEADS = {"nb": ("Skriv", "Betyr"), "en": ("Write", "Means")}

_WHOLE, _CLOSE, _PAGE = 110, 150, 100
_MM, _POINTS = 25.4, 72
#: Air around a part of a map, to the sides and above and below, in em.
_AIR, _ABOVE = 0.6, 0.25


def make(language: str, folder: Path) -> None:
    """Make the pictures and tables of one language in a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    made = {"first-journey": _first_journey(language)}
    made |= _map_and_parts(language)
    made |= _comparison(language)
    for name, picture in made.items():
        picture.save(folder / f"{name}.png")
    (folder / "roles.md").write_text(_roles(language), encoding="utf-8")
    (folder / "transitions.md").write_text(_transitions(language), encoding="utf-8")


def _first_journey(language: str) -> Image.Image:
    """Return the map of the journey that the first chapter ends with."""
    text = (DOCS / language / "first-journey.md").read_text(encoding="utf-8")
    name, block = re.findall(r"^```yaml journeys/(\S+)\n(.*?)^```", text, re.MULTILINE | re.DOTALL)[-1]
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / name
        path.write_text(block, encoding="utf-8")
        return _drawn(reise.case_map(reise.load(path)), _WHOLE)


def _map_and_parts(language: str) -> dict[str, Image.Image]:
    """Return a whole map, and its parts from near by, each cut out where the layout says it stands."""
    made = reise.case_map(reise.load(JOURNEYS / "jenta-i-kantina.yaml"), language=language)
    [sheet] = made.sheets
    whole = _drawn(made, _CLOSE)
    left, right = sheet.steps[2].box.x, sheet.steps[4].box.right
    parts = {
        "cards": _column(sheet, 2),
        "transition": (*_column(sheet, 3), *(each.box for each in sheet.steps[3].stripes)),
        "life-line": tuple(_within(each.box, left, right) for each in sheet.pictures),
        "bars": tuple(_within(each.box, left, right) for each in sheet.bars if each.box.right > left),
        "points": tuple(each.box for each in sheet.points[:1]),
        "legend": tuple(
            box
            for each in sheet.legend
            if each.text.box.right < sheet.width / 2
            for box in (each.swatch_box, each.text.box)
        ),
    }
    pictures = {"map": _smaller(whole, _WHOLE)}
    pictures |= {f"map-{name}": _cut(whole, sheet, boxes) for name, boxes in parts.items()}
    told = reise.case_map(reise.load(JOURNEYS / "ung-mor.yaml"), language=language)
    [sheet] = told.sheets
    whole = _drawn(told, _CLOSE)
    pictures["map-order-only"] = _smaller(whole, _WHOLE)
    middle = sheet.width / 2
    pictures["map-title"] = _cut(whole, sheet, (sheet.title.box, *_on_side(sheet, 0, middle)))
    pictures["map-despite"] = _cut(whole, sheet, _on_side(sheet, middle, sheet.width))
    return pictures


def _on_side(sheet: Sheet, left: float, right: float) -> tuple[Box, ...]:
    """Return the boxes of the introduction that begin between two x."""
    return tuple(each.box for each in sheet.intro if left <= each.box.x < right)


def _column(sheet: Sheet, number: int) -> tuple[Box, ...]:
    """Return the boxes of a column: its milestone and its cards."""
    step = sheet.steps[number]
    return (step.box, *(each.box for each in step.cards))


def _within(box: Box, left: float, right: float) -> Box:
    """Return the part of a box that lies between two x."""
    return Box(max(left, box.x), box.y, min(right, box.right) - max(left, box.x), box.height)


def _comparison(language: str) -> dict[str, Image.Image]:
    """Return the first sheet of pages 1 to 6 of the comparison of all journeys."""
    compared = compare(journey_files([JOURNEYS]))
    found = {}
    for page in range(1, 7):
        [(_, printed)] = files(compared, "pdf", Setting(language=language, pages=(page,)))
        found[f"compare-{page}"] = _first_page(printed, _PAGE)
    return found


def _roles(language: str) -> str:
    """Return the services and roles of the vocabulary as a table."""
    rows = [(f"`{each.id}`", each.label(language)) for each in roles().values()]
    return _table(_HEADS[language], rows)


def _transitions(language: str) -> str:
    """Return the critical transitions of the vocabulary as a table."""
    rows = [(f"`{each.id}`", each.label(language)) for each in transitions().values()]
    return _table(_HEADS[language], rows)


def _table(head: tuple[str, str], rows: list[tuple[str, str]]) -> str:
    lines = [head, ("---", "---"), *rows]
    return "".join(f"| {first} | {second} |\n" for first, second in lines)


def _drawn(made: CaseMap, dpi: int) -> Image.Image:
    """Return the first sheet of a map as it is printed."""
    return _first_page(pdf(case_map_html(made, fonts=False)), dpi)


def _first_page(printed: bytes, dpi: int) -> Image.Image:
    """Return the first page of a PDF as a picture."""
    picture: Image.Image = PdfDocument(printed)[0].render(scale=dpi / _POINTS).to_pil()
    return picture.convert("RGB")


def _smaller(picture: Image.Image, dpi: int) -> Image.Image:
    size = (picture.width * dpi // _CLOSE, picture.height * dpi // _CLOSE)
    return picture.resize(size, Image.Resampling.LANCZOS)


def _cut(picture: Image.Image, sheet: Sheet, boxes: Iterable[Box]) -> Image.Image:
    """Return the part of a sheet's picture that holds all the boxes, with a little air."""
    dots = sheet.em * _CLOSE / _MM
    found = list(boxes)
    edges = (
        min(each.x for each in found) - _AIR,
        min(each.y for each in found) - _ABOVE,
        max(each.right for each in found) + _AIR,
        max(each.bottom for each in found) + _ABOVE,
    )
    left, top, right, bottom = (round(each * dots) for each in edges)
    return picture.crop((max(0, left), max(0, top), min(picture.width, right), min(picture.height, bottom)))
