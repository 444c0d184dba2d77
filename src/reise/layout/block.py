"""A part of a sheet that is set by itself and put in its place afterwards."""

from dataclasses import dataclass, replace
from typing import TypeVar

from reise.layout.case_map import Box, Key, Point, Text

Placed = TypeVar("Placed", Text, Point, Key)


@dataclass(frozen=True, slots=True)
class Block:
    """Texts and shapes with places relative to the block's upper left corner, and its height."""

    height: float
    texts: tuple[Text, ...] = ()
    keys: tuple[Key, ...] = ()
    points: tuple[Point, ...] = ()


def moved(box: Box, x: float, y: float) -> Box:
    """Return `box` moved by x and y."""
    return replace(box, x=box.x + x, y=box.y + y)


def text_at(text: Text, x: float, y: float) -> Text:
    """Return `text` moved by x and y."""
    return replace(text, box=moved(text.box, x, y))


def key_at(key: Key, x: float, y: float) -> Key:
    """Return a legend entry moved by x and y."""
    return Key(key.swatch, moved(key.swatch_box, x, y), text_at(key.text, x, y))


def point_at(point: Point, x: float, y: float) -> Point:
    """Return a turning point moved by x and y."""
    return Point(
        point.name,
        text_at(point.title, x, y),
        tuple(text_at(each, x, y) for each in point.texts),
        moved(point.box, x, y),
    )


def rectangle(box: Box, radius: float = 0.0) -> str:
    """Return the path of a rectangle, its corners rounded by `radius`."""
    x, y, r = box.x, box.y, min(radius, box.width / 2, box.height / 2)
    if r <= 0:
        return f"M{x:.3f} {y:.3f}H{box.right:.3f}V{box.bottom:.3f}H{x:.3f}Z"
    return (
        f"M{x + r:.3f} {y:.3f}H{box.right - r:.3f}Q{box.right:.3f} {y:.3f} {box.right:.3f} {y + r:.3f}"
        f"V{box.bottom - r:.3f}Q{box.right:.3f} {box.bottom:.3f} {box.right - r:.3f} {box.bottom:.3f}"
        f"H{x + r:.3f}Q{x:.3f} {box.bottom:.3f} {x:.3f} {box.bottom - r:.3f}"
        f"V{y + r:.3f}Q{x:.3f} {y:.3f} {x + r:.3f} {y:.3f}Z"
    )


def line(x1: float, y1: float, x2: float, y2: float) -> str:
    """Return the path of a straight line."""
    return f"M{x1:.3f} {y1:.3f}L{x2:.3f} {y2:.3f}"


def left_edge(box: Box, *, above: float = 0.0, below: float = 0.0) -> str:
    """Return the path of a strip whose left corners are rounded by `above` and `below`."""
    return (
        f"M{box.x + above:.3f} {box.y:.3f}H{box.right:.3f}V{box.bottom:.3f}H{box.x + below:.3f}"
        f"Q{box.x:.3f} {box.bottom:.3f} {box.x:.3f} {box.bottom - below:.3f}"
        f"V{box.y + above:.3f}Q{box.x:.3f} {box.y:.3f} {box.x + above:.3f} {box.y:.3f}Z"
    )


def zigzag(x: float, y: float, width: float, rise: float = 0.45) -> str:
    """Return the path of a break across a stripe, `width` wide, `rise` to either side of the height y."""
    half = width / 2
    return f"M{x:.3f} {y:.3f}l{half:.3f} {-rise:.3f}v{2 * rise:.3f}l{half:.3f} {-rise:.3f}"
