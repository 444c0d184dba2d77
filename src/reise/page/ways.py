"""The HTML and CSS of the sheet of the common ways, as parts of a report."""

from collections.abc import Iterable
from itertools import chain
from typing import Any

from markupsafe import Markup

from reise.layout.block import rectangle
from reise.layout.case_map import Box, Shape
from reise.layout.header import TITLE_LEAD
from reise.layout.measure import LEAD
from reise.layout.ways_frame import ABOUT, HEAD, LISTED
from reise.layout.ways_sheet import Ribbon, WaysSheet
from reise.page import pen
from reise.page.html import environment
from reise.resources import toml


def ways_parts(sheet: WaysSheet, heading: str = "h2") -> tuple[Markup, Markup]:
    """Return the styles and the HTML of the sheet."""
    return ways_css(sheet), ways_html(sheet, heading)


def ways_html(sheet: WaysSheet, heading: str = "h2") -> Markup:
    """Return the sheet as a section, its title as `heading` (h1, h2, …)."""
    template = environment().get_template("comparison-ways.html.j2")
    return Markup(  # noqa: S704 - made by our own template, which escapes
        template.render(
            sheet=sheet,
            level=int(heading[1:]),
            background=pen.data_url(drawing(sheet)),
            nothing=pen.NOTHING,
            box=_placer(sheet),
        )
    )


def ways_css(sheet: WaysSheet) -> Markup:
    """Return the styles of the sheet; lengths in millimetres, so that they hold in any report."""
    template = environment().get_template("css/ways.css.j2")
    sizes = {"lead": LEAD, "about": ABOUT, "listed_head": HEAD, "listed": LISTED, "title_lead": TITLE_LEAD}
    return Markup(template.render(sheet=sheet, **sizes))  # noqa: S704 - made by our own template


def _placer(sheet: WaysSheet) -> Any:
    """Return what turns a box into the CSS that puts an element there."""

    def place(box: Box) -> str:
        lengths = (length * sheet.em for length in (box.x, box.y, box.width, box.height))
        return "left:{:.3f}mm;top:{:.3f}mm;width:{:.3f}mm;height:{:.3f}mm".format(*lengths)

    return place


def drawing(sheet: WaysSheet) -> str:
    """Return the drawing that lies behind the words, as SVG."""
    known = toml("css/ways.toml")
    own = [shape for shape in sheet.shapes if shape.style in known["shape"]]
    own += [Shape("number", rectangle(each.number.box, each.number.box.height / 2)) for each in sheet.ribbons]
    in_order = _in_order(sheet.ribbons)
    lines = chain.from_iterable(_line(each, sheet.scale, known) for each in in_order)
    heads = (_path(each.head, {"fill": known["tone"][each.tone]}) for each in in_order)
    extra = "".join((*lines, *heads)) + "".join(
        _path(shape.path, known["shape"][shape.style]) for shape in own
    )
    shared = [shape for shape in sheet.shapes if shape.style not in known["shape"]]
    extra += "".join(pen.placed(icon) for icon in sheet.icons)
    return pen.svg(shared, Box(0, 0, sheet.width / sheet.em, sheet.height / sheet.em), extra)


def _in_order(ribbons: Iterable[Ribbon]) -> list[Ribbon]:
    """Return ribbons in the order they are drawn in: the strongest last, above all others."""
    return sorted(ribbons, key=lambda each: (each.width, each.path))


def _line(ribbon: Ribbon, scale: float, known: dict[str, Any]) -> Iterable[str]:
    """Yield a way's casing and its line."""
    tone = known["tone"][ribbon.tone]
    casing = {
        "fill": "none",
        "stroke": known["casing"],
        "stroke-width": ribbon.width + known["casing-width"] * scale,
    }
    yield _path(ribbon.path, casing)
    yield _path(ribbon.path, {"fill": "none", "stroke": tone, "stroke-width": ribbon.width})


def _path(path: str, attributes: dict[str, Any]) -> str:
    """Return a path as SVG."""
    said = "".join(
        f' {name}="{value:.3f}"' if isinstance(value, float) else f' {name}="{value}"'
        for name, value in attributes.items()
    )
    return f'<path d="{path}"{said}/>'
