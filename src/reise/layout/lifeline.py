"""The life line of a sheet: only where she has set it."""

from reise.layout.block import line
from reise.layout.case_map import Box, Picture, Shape
from reise.layout.curve import monotone, unbroken
from reise.layout.story import Column
from reise.layout.words import Words


def life_line(
    columns: tuple[Column, ...], spans: list[tuple[float, float]], box: Box, words: Words
) -> Picture:
    """Return the life line within `box`; −3 lies at its foot, +3 at its top."""
    room = box.height - 2.0
    middle = box.y + box.height / 2
    levels: list[tuple[int, float, float]] = []
    said: list[str] = []
    turning: list[tuple[float, float]] = []
    for column, (left, right) in zip(columns, spans, strict=True):
        cards = [card for card in (column.head, *column.cards) if card.level is not None]
        for place, card in enumerate(cards):
            level = card.level or 0.0
            x = left + (right - left) * (place + 0.5) / len(cards)
            y = middle - level / 6 * room
            levels.append((card.position, x, y))
            name = card.number or card.text
            said.append(words("map.level", title=name, level=f"{level:+g}".replace("-", "−")))
            if card.mark:
                turning.append((x, y))
    shapes = [Shape("zero", line(box.x, middle, box.right, middle))]
    for run in unbroken(levels):
        if len(run) > 1:
            curve = monotone(run)
            area = f"L{run[-1][0]:.3f} {middle:.3f}L{run[0][0]:.3f} {middle:.3f}Z"
            shapes.append(Shape("life-area", curve + area))
            shapes.append(Shape("life-line", curve))
    for _, x, y in levels:
        style, radius = ("life-turning", 0.42) if (x, y) in turning else ("life-point", 0.26)
        shapes.append(Shape(style, _circle(x, y, radius)))
    alt = words("map.life_line_alt", levels=", ".join(said))
    return Picture(box, alt, tuple(shapes))


def _circle(x: float, y: float, radius: float) -> str:
    """Return the path of a circle."""
    return (
        f"M{x - radius:.3f} {y:.3f}a{radius} {radius} 0 1 0 {2 * radius:.3f} 0"
        f"a{radius} {radius} 0 1 0 {-2 * radius:.3f} 0Z"
    )
