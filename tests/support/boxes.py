"""What the renderer itself says about where it set each line."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from reise import pdf as _pdf

PX = 96 / 25.4


@dataclass(frozen=True)
class Line:
    """A line of text as drawn, and the box it was meant for; px."""

    text: str
    x: float
    y: float
    right: float
    bottom: float
    meant_right: float
    meant_bottom: float
    kind: str


def pages(html: str) -> list[Any]:
    """Return the pages of a document as the renderer laid them out."""
    document = _pdf._weasyprint().HTML(string=html, url_fetcher=_pdf._fetcher(), base_url="reise:")
    return list(document.render(font_config=_pdf._fonts()).pages)


def lines(page: Any) -> Iterator[Line]:
    """Yield every line of text of a page; rotated text is left out (its box is checked in layout)."""
    yield from _lines(page._page_box, None)


def _lines(box: Any, placed: Any) -> Iterator[Line]:
    box = getattr(box, "_box", box)
    name = type(box).__name__
    if name == "BlockBox" and box.style["position"] == "absolute":
        placed = box
        if "stripe" in (box.element.get("class") or ""):
            return
    if name == "LineBox" and placed is not None:
        texts = list(_texts(box))
        if texts:
            yield Line(
                "".join(each.text for each in texts),
                min(each.position_x for each in texts),
                box.position_y,
                max(each.position_x + each.width for each in texts),
                box.position_y + box.height,
                placed.position_x + placed.border_width(),
                placed.position_y + placed.border_height(),
                placed.element.tag + "." + (placed.element.get("class") or ""),
            )
    for child in getattr(box, "children", ()):
        yield from _lines(child, placed)


def _texts(box: Any) -> Iterator[Any]:
    for child in getattr(box, "children", ()):
        child = getattr(child, "_box", child)
        if type(child).__name__ == "TextBox":
            if child.text.strip():
                yield child
        elif type(child).__name__ != "BlockBox" or child.style["position"] == "static":
            yield from _texts(child)
