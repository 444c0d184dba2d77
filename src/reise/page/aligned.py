"""The first page of a comparison as HTML: a part of a report, or a page of its own."""

from html import escape
from typing import Any

from reise.layout.aligned import Aligned, AlignedSheet
from reise.layout.aligned.frame import BIG, HEADING, READING, TITLE_LEAD
from reise.layout.aligned.full import HEAD
from reise.layout.aligned.grid import NAME_SIZE
from reise.layout.case_map import Box, Text
from reise.layout.measure import LEAD
from reise.page import pen
from reise.page.html import environment, faces

#: How strong the icons of a pale row are.
PALE = 0.45


def gaps(aligned: Aligned) -> dict[str, Any]:
    """Return what templates/comparison-aligned.html.j2 needs to print these sheets, alone or in a report."""
    full = aligned.density == "full"
    return {
        "aligned": aligned,
        "aligned_backgrounds": [pen.data_url(background(sheet, aligned)) for sheet in aligned.sheets],
        "aligned_sizes": {
            "lead": LEAD,
            "title_lead": TITLE_LEAD,
            "reading": READING,
            "big": BIG,
            "heading": HEADING,
            "name": NAME_SIZE if full else 1.0,
            "head": HEAD if full else 1.0,
        },
        "nothing": pen.NOTHING,
    }


def aligned_parts(aligned: Aligned) -> tuple[str, str]:
    """Return the styles and the HTML of these sheets, for a report to put in their place."""
    module = _module(aligned)
    return module.style(), module.sheets()


def aligned_html(aligned: Aligned, *, fonts: bool = False) -> str:
    """Return these sheets alone as one HTML page; with `fonts` the fonts are in it."""
    return str(_module(aligned).document(faces() if fonts else ())).strip() + "\n"


def _module(aligned: Aligned) -> Any:
    """Return the macros of the template, filled with these sheets."""
    known = environment()
    known.filters |= {"mm": _mm, "beside": _beside}
    return known.get_template("comparison-aligned.html.j2").make_module(gaps(aligned))


def background(sheet: AlignedSheet, aligned: Aligned) -> str:
    """Return the drawing that lies behind a sheet's words."""
    icons = "".join(pen.placed(icon) for icon in sheet.icons)
    pale = "".join(pen.placed(icon) for icon in sheet.faint)
    faint = f'<g opacity="{PALE}">{pale}</g>' if pale else ""
    numbers = "".join(_number(text, aligned) for text in sheet.drawn)
    return pen.svg(sheet.shapes, Box(0, 0, sheet.width, sheet.height), icons + faint + numbers)


def _number(text: Text, aligned: Aligned) -> str:
    """Return a number or a few words as a part of the drawing."""
    box, size = text.box, aligned.small
    middle = "middle" in text.role or "right" in text.role
    x = box.x + box.width / 2 if "middle" in text.role else box.right if middle else box.x
    anchor = "middle" if "middle" in text.role else "end" if "right" in text.role else "start"
    weight = "600" if "strong" in text.role or "tick" in text.role else "400"
    return (
        f'<text x="{x:.3f}" y="{box.y + box.height * 0.76:.3f}" font-size="{size:.3f}" fill="#44505d" '
        f'font-family="Reise Sans, sans-serif" font-weight="{weight}" text-anchor="{anchor}">'
        f"{escape(text.text)}</text>"
    )


def _mm(box: Box, em: float) -> str:
    """Return the CSS that puts an element in `box`."""
    x, y, width, height = (each * em for each in (box.x, box.y, box.width, box.height))
    return f"left:{x:.3f}mm;top:{y:.3f}mm;width:{width:.3f}mm;height:{height:.3f}mm"


def _beside(box: Box, other: Box, em: float) -> str:
    """Return the CSS that puts an element in `box` when it stands inside an element in `other`."""
    return f"left:{(box.x - other.x) * em:.3f}mm;width:{box.width * em:.3f}mm"
