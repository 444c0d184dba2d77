"""The HTML of a case map."""

import base64
from functools import cache

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from reise.layout import header, points
from reise.layout.case_map import Box, CaseMap, Picture
from reise.layout.furniture import ROW_SIZE
from reise.layout.measure import AFTER_ICON, ICON, LEAD, PAD_LEFT, PAD_TOP, STRIPE
from reise.page import pen
from reise.resources import templates, toml

FACES = (
    ("Regular", 400, "normal"),
    ("Italic", 400, "italic"),
    ("SemiBold", 600, "normal"),
    ("Bold", 700, "normal"),
)


def case_map_html(case_map: CaseMap, *, fonts: bool = True) -> str:
    """Return a case map as one self-contained HTML page.

    With `fonts` the fonts are in the page, as a browser needs them; the printer has them already.
    """
    labels = toml(f"locale/{case_map.labels}.toml")
    sizes = {
        "lead": LEAD,
        "small": case_map.small,
        "milestone": case_map.milestone,
        "title": case_map.title_em,
        "foot": case_map.foot_em,
        "title_lead": header.TITLE_LEAD,
        "about": header.ABOUT,
        "row": ROW_SIZE,
        "icon": ICON,
        "after_icon": AFTER_ICON,
        "nothing": pen.NOTHING,
        "pad_left": PAD_LEFT,
        "pad_top": PAD_TOP,
        "stripe": STRIPE,
        "point_title": points.TITLE,
    }
    template = environment().get_template("case-map.html.j2")
    return template.render(
        map=case_map,
        em=case_map.sheets[0].em,
        labels=labels["map"],
        faces=faces() if fonts else (),
        backgrounds=[
            pen.data_url(pen.background(sheet, case_map, labels["map"]["draft"])) for sheet in case_map.sheets
        ],
        **sizes,
    )


@cache
def environment() -> Environment:
    """Return the environment of all pages: whatever is put into a template is escaped."""
    made = Environment(
        loader=FileSystemLoader(templates()),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.filters["at"] = _at
    made.filters["picture"] = _picture
    return made


@cache
def faces() -> tuple[tuple[int, str, str], ...]:
    """Return weight, style and data URL of each font."""
    made = []
    for name, weight, style in FACES:
        data = (templates() / "fonts" / f"ReiseSans-{name}.ttf").read_bytes()
        made.append((weight, style, "data:font/ttf;base64," + base64.b64encode(data).decode()))
    return tuple(made)


def _at(box: Box) -> str:
    """Return the CSS that puts an element in `box`."""
    return f"left:{box.x:.3f}rem;top:{box.y:.3f}rem;width:{box.width:.3f}rem;height:{box.height:.3f}rem"


def _picture(picture: Picture) -> str:
    """Return a picture as a data URL."""
    numbers = "".join(pen.number(each) for each in picture.numbers)
    return pen.data_url(pen.svg(picture.shapes, picture.box, numbers))
