"""The one pen: shapes and icons as SVG, in the styles of templates/css/pen.toml."""

import base64
from collections.abc import Iterable
from functools import cache
from html import escape

from reise.layout.case_map import Box, CaseMap, Icon, Shape, Sheet, Text
from reise.layout.lifeline import DIGIT
from reise.resources import templates, toml


def svg(shapes: Iterable[Shape], box: Box, extra: str = "") -> str:
    """Return an SVG image that shows `box` of the sheet."""
    styles: dict[str, list[str]] = {}
    for shape in shapes:
        styles.setdefault(shape.style, []).append(shape.path)
    # One path a style is far quicker to draw; pen.toml says which style lies on which.
    order = {style: place for place, style in enumerate(toml("css/pen.toml"))}
    paths = "".join(
        f'<path d="{"".join(styles[style])}"{_style(style)}/>'
        for style in sorted(styles, key=order.__getitem__)
    )
    view = f"{box.x:.3f} {box.y:.3f} {box.width:.3f} {box.height:.3f}"
    return f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{view}">{paths}{extra}</svg>'


def background(sheet: Sheet, case_map: CaseMap, draft: str) -> str:
    """Return the drawing that lies behind a sheet's words; on a draft with `draft` written across it."""
    box = Box(0, 0, sheet.width, sheet.height)
    icons = "".join(placed(icon) for icon in sheet.icons)
    return svg(sheet.shapes, box, icons + (_watermark(sheet, draft) if case_map.draft else ""))


def placed(icon: Icon) -> str:
    """Return an icon at its place."""
    return (
        f'<g transform="translate({icon.box.x:.3f} {icon.box.y:.3f}) scale({icon.box.width / 12:.5f})">'
        f"{_icon(icon.name)}</g>"
    )


@cache
def _icon(name: str) -> str:
    """Return the shapes of an icon of templates/icons, in a square of 12."""
    text = (templates() / "icons" / f"{name}.svg").read_text(encoding="utf-8").strip()
    return text[text.index(">") + 1 : text.rindex("<")]


def number(text: Text) -> str:
    """Return a number that is a part of a drawing; its box is as high as its digits."""
    box, bold = text.box, text.role == "level-turning"
    return (
        f'<text x="{box.x + box.width / 2:.3f}" y="{box.bottom:.3f}" font-size="{box.height / DIGIT:.3f}" '
        f'font-family="Reise Sans, sans-serif" font-weight="{700 if bold else 400}" text-anchor="middle" '
        f'fill="{"#26323f" if bold else "#44505d"}">{escape(text.text)}</text>'
    )


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


def data_url(text: str) -> str:
    """Return an SVG image as a data URL."""
    return "data:image/svg+xml;base64," + base64.b64encode(text.encode()).decode()


#: A picture of nothing: it carries the words for what the pen has drawn behind it.
NOTHING = data_url('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"/>')
