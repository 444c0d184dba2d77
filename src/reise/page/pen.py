"""The one pen: shapes and icons as SVG, in the styles of templates/css/pen.toml."""

import base64
from collections.abc import Iterable
from functools import cache
from html import escape

from reise.layout.case_map import Box, CaseMap, Shape, Sheet
from reise.resources import templates, toml


def svg(shapes: Iterable[Shape], box: Box, extra: str = "") -> str:
    """Return an SVG image that shows `box` of the sheet."""
    paths = "".join(f'<path d="{shape.path}"{_style(shape.style)}/>' for shape in shapes)
    view = f"{box.x:.3f} {box.y:.3f} {box.width:.3f} {box.height:.3f}"
    return f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{view}">{paths}{extra}</svg>'


def background(sheet: Sheet, case_map: CaseMap, draft: str) -> str:
    """Return the drawing that lies behind a sheet's words; on a draft with `draft` written across it."""
    box = Box(0, 0, sheet.width, sheet.height)
    return svg(sheet.shapes, box, _watermark(sheet, draft) if case_map.draft else "")


def _watermark(sheet: Sheet, word: str) -> str:
    x, y = sheet.width / 2, sheet.height / 2
    size = sheet.width / (0.75 * len(word))
    return (
        f'<text x="{x:.3f}" y="{y + size * 0.35:.3f}" font-size="{size:.3f}" font-family="Reise Sans" '
        f'font-weight="700" text-anchor="middle" fill="#26323f" fill-opacity="0.07" '
        f'transform="rotate(-24 {x:.3f} {y:.3f})">{escape(word)}</text>'
    )


@cache
def _style(style: str) -> str:
    """Return the attributes of a style."""
    attributes = toml("css/pen.toml")[style]
    return "".join(f' {name}="{value}"' for name, value in attributes.items())


@cache
def icon(name: str) -> str:
    """Return an icon of templates/icons as a data URL."""
    return data_url((templates() / "icons" / f"{name}.svg").read_text(encoding="utf-8").strip())


@cache
def swatch(style: str) -> str:
    """Return a line or box in a style, for the legend, as a data URL."""
    box = Box(0, 0, 2.2, 1.0)
    shapes = {
        "dashed": "M0.1 0.1H2.1V0.9H0.1Z",
        "bar": "M0.25 0.25H1.95A0.25 0.25 0 0 1 1.95 0.75H0.25A0.25 0.25 0 0 1 0.25 0.25Z",
        "bar-between": "M0.1 0.5L2.1 0.5",
        "arrow": "M0 0.5L1.8 0.5",
        "arrow-head": "M2.15 0.5l-0.45 -0.24v0.48Z",
    }
    if style in shapes:
        parts = [Shape(style, shapes[style])]
        if style == "arrow":
            parts.append(Shape("arrow-head", shapes["arrow-head"]))
        return data_url(svg(parts, box))
    parts = [Shape(style, "M0.2 0H0.8V1H0.2Z")]
    if style == "stripe-broke":
        parts.append(Shape("stripe-cut", "M0 0.6L0.5 0.3L0.5 0.8L1 0.5"))
    return data_url(svg(parts, Box(0, 0, 1, 1)))


def data_url(text: str) -> str:
    """Return an SVG image as a data URL."""
    return "data:image/svg+xml;base64," + base64.b64encode(text.encode()).decode()
