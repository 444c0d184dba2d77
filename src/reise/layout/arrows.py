"""Arrows for what a voice says led to what: along the gutters, never across a card or through words.

Of the ways that are free the shortest with the fewest corners is taken. Where none is free no arrow
is drawn: the words on the card say it already.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from reise.layout.case_map import Box, Shape

Point = tuple[float, float]
#: What a corner costs, and what crossing a stripe does, in em of way.
CORNER, CROSSING = 2.0, 4.0
#: How far a line keeps from words, and into the edge of a card it may come.
CLEAR, EDGE = 0.12, -0.05
HEAD_LONG, HEAD_WIDE = 0.42, 0.22


@dataclass(frozen=True, slots=True)
class Port:
    """A card that an arrow meets: its box, the gutters beside it, the gutters beside its column."""

    box: Box
    gutters: tuple[float, float]
    crossings: tuple[float, float]


@dataclass(frozen=True, slots=True)
class Ground:
    """What arrows go among: free strips across the sheet (y), cards, words, and stripes they may cross."""

    channels: tuple[float, float]
    cards: Sequence[Box]
    words: Sequence[Box]
    stripes: Sequence[Box]


def arrows(claims: Iterable[tuple[Port, Port]], ground: Ground) -> list[Shape]:
    """Return the arrows of `claims` that have a free way."""
    shapes: list[Shape] = []
    for index, (source, target) in enumerate(claims):
        way = _way(source, target, ground, (index % 4 - 1.5) * 0.06)
        if way:
            shapes.append(Shape("arrow", "M" + "L".join(f"{x:.3f} {y:.3f}" for x, y in way)))
            shapes.append(Shape("arrow-head", _head(way[-2], way[-1])))
    return shapes


def _way(source: Port, target: Port, ground: Ground, shift: float) -> list[Point] | None:
    """Return the best free way from card to card, `shift` aside of the ways of other arrows."""
    for parts in ((0.5,), (0.3, 0.7)):
        ways = [_bare(way) for way in _ways(source, target, ground, shift, parts)]
        for way in sorted(ways, key=lambda each: _cost(each, ground)):
            if _free(way, ground):
                return way
    return None


def _ways(
    source: Port, target: Port, ground: Ground, shift: float, parts: tuple[float, ...]
) -> Iterator[list[Point]]:
    """Yield every way that may be tried; cards are left and met at these parts of their heights."""
    one, other = source.box, target.box
    if abs(one.x - other.x) < 0.01 and one.bottom <= other.y:
        x = one.x + 1.2 + shift
        yield [(x, one.bottom), (x, other.y)]
    channels = [each + shift for each in ground.channels]
    crossings = [each + shift for each in dict.fromkeys((*source.crossings, *target.crossings))]
    for leave in _sides(source, parts):
        for meet in _sides(target, parts):
            start, end = [leave[0], (leave[1] + shift, leave[0][1])], [(meet[1] + shift, meet[0][1]), meet[0]]
            out, into = start[1][0], end[0][0]
            if abs(out - into) < 0.01:
                yield start + end
            for near in channels:
                yield [*start, (out, near), (into, near), *end]
                for far in channels:
                    if far != near:
                        for x in crossings:
                            yield [*start, (out, near), (x, near), (x, far), (into, far), *end]


def _sides(port: Port, parts: tuple[float, ...]) -> Iterator[tuple[Point, float]]:
    """Yield where a card may be left or met, with the gutter there."""
    for part in parts:
        y = port.box.y + part * port.box.height
        yield (port.box.x, y), port.gutters[0]
        yield (port.box.right, y), port.gutters[1]


def _bare(way: list[Point]) -> list[Point]:
    """Return a way without points that it does not turn at."""
    made: list[Point] = []
    for point in way:
        if made and abs(made[-1][0] - point[0]) + abs(made[-1][1] - point[1]) < 0.001:
            continue
        if len(made) > 1 and any(abs(made[-2][axis] - point[axis]) < 0.001 for axis in (0, 1)):
            made.pop()
        made.append(point)
    return made


def _cost(way: list[Point], ground: Ground) -> float:
    """Return how long a way is, its corners and the stripes it crosses counted in."""
    long = sum(abs(x1 - x2) + abs(y1 - y2) for (x1, y1), (x2, y2) in pairwise(way))
    crossed = sum(_meets(*pair, box, 0.0) for pair in pairwise(way) for box in ground.stripes)
    return long + CORNER * (len(way) - 2) + CROSSING * crossed


def _free(way: list[Point], ground: Ground) -> bool:
    """Whether a way goes through no card and touches no words."""
    return not any(
        _meets(*pair, box, room)
        for pair in pairwise(way)
        for boxes, room in ((ground.cards, EDGE), (ground.words, CLEAR))
        for box in boxes
    )


def _meets(start: Point, end: Point, box: Box, room: float) -> bool:
    """Whether a level or upright line comes nearer a box than `room`."""
    (x1, y1), (x2, y2) = start, end
    return (
        min(x1, x2) < box.right + room
        and max(x1, x2) > box.x - room
        and min(y1, y2) < box.bottom + room
        and max(y1, y2) > box.y - room
    )


def _head(before: Point, point: Point) -> str:
    """Return the head of an arrow that comes from `before` to `point`."""
    (x1, y1), (x2, y2) = before, point
    long = min(HEAD_LONG, abs(x2 - x1) + abs(y2 - y1))
    if abs(y2 - y1) > abs(x2 - x1):
        back = -long if y2 > y1 else long
        return f"M{x2:.3f} {y2:.3f}l{-HEAD_WIDE} {back:.3f}h{2 * HEAD_WIDE}Z"
    back = -long if x2 > x1 else long
    return f"M{x2:.3f} {y2:.3f}l{back:.3f} {-HEAD_WIDE}v{2 * HEAD_WIDE}Z"
