"""The life line of a sheet: only where she has set it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from reise.layout.block import line
from reise.layout.case_map import Box, Picture, Shape, Text
from reise.layout.curve import monotone, unbroken
from reise.layout.measure import Measure
from reise.layout.ruler import Face
from reise.layout.story import Card, Column
from reise.layout.words import Words

#: Points of one column are no nearer each other than this, where the column is wide enough.
APART = 1.3
#: The room above +3 and under −3, where numbers stand.
EDGE = 1.35
SMALL, LARGE = 0.26, 0.6
#: A number this far from the line is as good as one further off.
CLEAR = 0.3
#: Digits are this high, in em of their type.
DIGIT = 0.7


@dataclass(frozen=True, slots=True)
class Dot:
    """A level that she has set, at its place."""

    card: Card
    x: float
    y: float

    @property
    def radius(self) -> float:
        """How large it is drawn: turning points bear their number."""
        return LARGE if self.card.mark else SMALL

    @property
    def box(self) -> Box:
        """The square about it."""
        radius = self.radius + 0.08
        return Box(self.x - radius, self.y - radius, 2 * radius, 2 * radius)


def life_line(
    columns: tuple[Column, ...],
    bodies: Sequence[tuple[float, float]],
    sides: Mapping[int, tuple[float, float]],
    box: Box,
    words: Words,
    measure: Measure,
) -> Picture:
    """Return the life line within `box`; −3 lies at its foot, +3 at its top.

    `bodies` are left and right of each column, `sides` those of the cards by position: a point
    stands under its card where the order of the cards allows it.
    """
    room = box.height - 2 * EDGE
    middle = box.y + box.height / 2
    dots: list[Dot] = []
    said: list[str] = []
    for column, body in zip(columns, bodies, strict=True):
        cards = [card for card in (column.head, *column.cards) if card.level is not None]
        for card, x in zip(cards, _spread(cards, sides, body), strict=True):
            level = card.level or 0.0
            dots.append(Dot(card, x, middle - level / 6 * room))
            name = card.number or card.text
            said.append(words("map.level", title=name, level=f"{level:+g}".replace("-", "−")))
    shapes = [Shape("zero", line(box.x, middle, box.right, middle))]
    for run in runs(dots):
        if len(run) > 1:
            curve = monotone(run)
            area = f"L{run[-1][0]:.3f} {middle:.3f}L{run[0][0]:.3f} {middle:.3f}Z"
            shapes.append(Shape("life-area", curve + area))
            shapes.append(Shape("life-line", curve))
    for dot in dots:
        style = "life-turning" if dot.card.mark else "life-point"
        shapes.append(Shape(style, _circle(dot.x, dot.y, dot.radius)))
    alt = words("map.life_line_alt", levels=", ".join(said))
    return Picture(box, alt, tuple(shapes), tuple(_numbers(dots, box, measure)))


def broken(columns: Sequence[Column]) -> bool:
    """Whether the life line of these columns is open somewhere between two levels."""
    cards = [card for column in columns for card in (column.head, *column.cards)]
    return len(unbroken([(card.position, 0.0, 0.0) for card in cards if card.level is not None])) > 1


def runs(dots: Sequence[Dot]) -> list[list[tuple[float, float]]]:
    """Return the points of each unbroken part of the line."""
    return unbroken([(dot.card.position, dot.x, dot.y) for dot in dots])


def _spread(
    cards: Sequence[Card], sides: Mapping[int, tuple[float, float]], body: tuple[float, float]
) -> list[float]:
    """Return the x of each point of a column: in order, evenly spread, each under its card if it can be.

    Least squares with a least distance, by pooling neighbours that are in each other's way (Ayer
    et al. 1955).
    """
    left, right = body
    apart = min(APART, (right - left) / (len(cards) + 1))
    wanted = []
    for index, card in enumerate(cards):
        even = left + (right - left) * (index + 0.5) / len(cards)
        low, high = sides.get(card.position, body)
        wanted.append(min(max(even, low + apart / 2), high - apart / 2) - index * apart)
    pools: list[tuple[float, int]] = []
    for x in wanted:
        mean, count = x, 1
        while pools and pools[-1][0] > mean:
            before, many = pools.pop()
            mean, count = (before * many + mean * count) / (many + count), many + count
        pools.append((mean, count))
    pooled = [mean for mean, count in pools for _ in range(count)]
    low, high = left + apart / 2, right - apart / 2 - (len(cards) - 1) * apart
    return [min(max(x, low), max(high, low)) + index * apart for index, x in enumerate(pooled)]


def _numbers(dots: Sequence[Dot], box: Box, measure: Measure) -> list[Text]:
    """Return the number of the card at each point, where there is room, and in it that of its turn."""
    made: list[Text] = []
    for dot in dots:
        if dot.card.mark:
            made.append(_centred("level-turning", str(dot.card.mark.number), dot.x, dot.y, measure))
    taken = [dot.box for dot in dots]
    middle = box.y + box.height / 2
    lines = [*runs(dots), [(box.x, middle), (box.right, middle)]]
    for dot in dots:
        if not dot.card.number:
            continue
        free = [
            (round(min(_nearest(text.box, lines), CLEAR), 2), text)
            for text in _beside(dot, measure, middle)
            if box.y <= text.box.y
            and text.box.bottom <= box.bottom
            and not any(text.box.overlaps(other) for other in taken)
        ]
        clear, text = max(free, key=lambda each: each[0], default=(-1.0, None))
        if text and clear > 0:
            made.append(text)
            taken.append(text.box)
    return made


def _beside(dot: Dot, measure: Measure, middle: float) -> Iterator[Text]:
    """Yield where the number of a card may stand: beyond its point, before it, or to a side of that."""
    out = -1 if dot.y <= middle else 1
    high = dot.radius + 0.16 + DIGIT * measure.small / 2
    wide = measure.width(dot.card.number, measure.small) / 2 + 0.7 * dot.radius
    for x in (0.0, wide, -wide):
        for y in (out * high, -out * high):
            yield _centred("level", dot.card.number, dot.x + x, dot.y + y * (0.8 if x else 1.0), measure)


def _centred(role: str, text: str, x: float, y: float, measure: Measure) -> Text:
    """Return digits with their middle at a point."""
    face = Face.BOLD if role == "level-turning" else Face.REGULAR
    width, height = measure.width(text, measure.small, face), DIGIT * measure.small
    return Text(role, Box(x - width / 2, y - height / 2, width, height), (text,))


def _nearest(box: Box, lines: list[list[tuple[float, float]]]) -> float:
    """Return how far above or under a number the line passes; below 0 if through it."""
    nearest = CLEAR
    for (x1, y1), (x2, y2) in (pair for run in lines for pair in pairwise(run)):
        for part in (0.0, 0.25, 0.5, 0.75, 1.0):
            x = box.x + part * box.width
            if x1 <= x <= x2:
                y = y1 + (y2 - y1) * (x - x1) / (x2 - x1)
                nearest = min(nearest, max(y - box.bottom, box.y - y))
    return nearest


def _circle(x: float, y: float, radius: float) -> str:
    """Return the path of a circle."""
    return (
        f"M{x - radius:.3f} {y:.3f}a{radius} {radius} 0 1 0 {2 * radius:.3f} 0"
        f"a{radius} {radius} 0 1 0 {-2 * radius:.3f} 0Z"
    )
