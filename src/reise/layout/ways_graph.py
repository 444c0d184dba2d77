"""The graph of the common ways: its columns, what stands between them, and its curves.

Stops stand in columns, in an order in which as many ways as possible lead to the right. The number
of a way stands between two columns; where a way passes a column it has a place there too, so that
Graphviz keeps everything apart and no curve crosses a stop or a number. All lengths in em.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from reise.comparison.ways_value import Way
from reise.layout.dot import heights_in_ranks

#: Between boxes of a column; from a column to the numbers beside it, at the least.
APART, REACH = 0.7, 5.2
#: What it costs, in ways within a column, that a column is one longer or shorter than the mean.
UNEVEN = 0.2
#: The height of a number, and what it takes more where a way turns around it.
NUMBER, ROUND = 1.5, 0.75
#: The widest way, the narrowest, and the room between two at a stop.
WIDEST, NARROWEST, BESIDE = 0.62, 0.09, 0.3


@dataclass(frozen=True, slots=True)
class Size:
    """How wide and how high a stop is by its words."""

    width: float
    height: float
    top: float


@dataclass(frozen=True, slots=True)
class Planned:
    """A way in the plan: the columns it joins, the gap its number stands in, and its places by rank."""

    way: Way
    first: int
    last: int
    gap: int
    places: dict[int, int]

    @property
    def turns(self) -> bool:
        """Whether it comes back to the column it leaves."""
        return self.first == self.last


def in_order(names: Sequence[str], ways: Sequence[Way]) -> list[str]:
    """Return names so that as few cases as possible lead back (Eades, Lin and Smyth 1993, greedily)."""
    weight: dict[tuple[str, str], int] = {
        (way.source, way.target): way.cases for way in ways if way.source != way.target
    }
    left, front, back = sorted(names), list[str](), list[str]()

    def leading(name: str, *, out: bool) -> int:
        return sum(weight.get((name, other) if out else (other, name), 0) for other in left)

    while left:
        sinks = [name for name in left if not leading(name, out=True)]
        sources = [name for name in left if not leading(name, out=False)]
        if sinks and len(sinks) < len(left):
            back.insert(0, sinks[-1])
            left.remove(sinks[-1])
        elif sources:
            front.append(sources[0])
            left.remove(sources[0])
        else:
            best = max(left, key=lambda name: (leading(name, out=True) - leading(name, out=False), name))
            front.append(best)
            left.remove(best)
    return front + back


def in_columns(order: Sequence[str], ways: Sequence[Way], count: int) -> dict[str, int]:
    """Return the column of each name: `order` cut into `count` runs, as few ways as can be within one.

    Runs are of about the same length, the longest at most one longer than it must be.
    """
    place = {name: at for at, name in enumerate(order)}
    pairs = [sorted((place[way.source], place[way.target])) for way in ways if way.source != way.target]
    mean = len(order) / count
    longest = math.ceil(mean) + 1
    # The least cost of cutting the first so many names into so many runs, and where the last begins.
    best: dict[tuple[int, int], tuple[float, int]] = {(0, 0): (0.0, 0)}
    for runs in range(1, count + 1):
        for end in range(runs, len(order) + 1):
            for start in range(max(0, end - longest), end):
                if (runs - 1, start) not in best:
                    continue
                inside = sum(start <= low and high < end for low, high in pairs)
                cost = best[runs - 1, start][0] + inside + UNEVEN * (end - start - mean) ** 2
                if (runs, end) not in best or cost < best[runs, end][0] - 1e-9:
                    best[runs, end] = (cost, start)
    columns, end = dict[str, int](), len(order)
    for run in range(count, 0, -1):
        start = best[run, end][1]
        columns |= dict.fromkeys(order[start:end], run - 1)
        end = start
    return columns


class Plan:
    """Stops shared out over columns, placed by Graphviz, and how large they may be drawn."""

    def __init__(
        self, order: Sequence[str], ways: Sequence[Way], sizes: dict[str, Size], columns: int, number: float
    ) -> None:
        """Plan `columns` columns of the stops in `order`; `number` is the width of the widest number."""
        self.names = tuple(order)
        self.columns = columns
        self.number = number + 0.7
        self.most = max((way.cases for way in ways), default=1)
        self.column = in_columns(order, ways, columns)
        self.wide = max(size.width for size in sizes.values())
        self.heights: list[float] = []
        self._ranks: list[int] = []
        self._links: list[tuple[int, int, int]] = []
        self.stop = {name: self._add(0.0, 2 * self.column[name]) for name in order}
        self.ways = [self._planned(way) for way in ways]
        for name in order:
            size = sizes[name]
            self.heights[self.stop[name]] = max(size.height, self._needed(name)) + size.top
        self.tops = {name: sizes[name].top for name in order}
        trailing = 2 * columns - 1 in self._ranks
        gaps = columns - 1 + trailing
        self.reaches = 2 * gaps - trailing
        self.turning = sum(each.turns and each.way.source != each.way.target for each in self.ways)
        self.width = columns * self.wide + gaps * self.number + self.reaches * REACH

    @cached_property
    def ys(self) -> tuple[float, ...]:
        """The y of the middle of every place, by Graphviz."""
        return heights_in_ranks(self.heights, self._ranks, self._links, APART)

    @cached_property
    def height(self) -> float:
        """The least height of the graph."""
        return max(y + height / 2 for y, height in zip(self.ys, self.heights, strict=True))

    def thickness(self, way: Way) -> float:
        """Return the width of a way: in proportion to its cases."""
        return max(NARROWEST, WIDEST * way.cases / self.most)

    def _add(self, height: float, rank: int) -> int:
        self.heights.append(height)
        self._ranks.append(rank)
        return len(self.heights) - 1

    def _planned(self, way: Way) -> Planned:
        """Return a way with a place in every rank that it passes."""
        one, other = self.column[way.source], self.column[way.target]
        low, high = min(one, other), max(one, other)
        weight = 1 + 4 * way.cases // self.most
        if low == high:
            gap = low if low < self.columns - 1 or self.columns == 1 else low - 1
            height = NUMBER + ROUND + self.thickness(way)
            place = self._add(height, 2 * gap + 1)
            for name in dict.fromkeys((way.source, way.target)):
                link = (self.stop[name], place) if gap == low else (place, self.stop[name])
                self._links.append((*link, weight))
            return Planned(way, one, other, gap, {2 * gap + 1: place})
        gap = (low + high - 1) // 2
        places = {}
        for rank in range(2 * low + 1, 2 * high):
            height = NUMBER if rank == 2 * gap + 1 else self.thickness(way) + 0.3
            places[rank] = self._add(height, rank)
        begin, end = (way.source, way.target) if one < other else (way.target, way.source)
        chain = [self.stop[begin], *places.values(), self.stop[end]]
        for at, (left, right) in enumerate(pairwise(chain)):
            inner = 0 < at < len(chain) - 2
            self._links.append((left, right, weight * (4 if inner else 1)))
        return Planned(way, one, other, gap, places)

    def ends(self, name: str) -> dict[bool, list[tuple[Planned, bool]]]:
        """Return the ends of ways at a stop by side (right: True), as (way, whether it arrives)."""
        found: dict[bool, list[tuple[Planned, bool]]] = {False: [], True: []}
        column = self.column[name]
        for each in self.ways:
            if each.way.source == name:
                found[each.gap == column if each.turns else each.last > column].append((each, False))
            if each.way.target == name:
                found[each.gap == column if each.turns else each.first > column].append((each, True))
        return found

    def _needed(self, name: str) -> float:
        """Return how high a stop must be for the ways that leave it and arrive."""
        sides = self.ends(name).values()
        return max(sum(self.slot(each.way, arrives) for each, arrives in side) for side in sides) + 0.5

    def slot(self, way: Way, arrives: bool) -> float:
        """Return what an end of a way takes of the side of a stop."""
        width = self.thickness(way)
        return (head_width(width) if arrives else width) + BESIDE


def head_width(width: float) -> float:
    """Return how wide the head of a way is."""
    return 0.5 + 1.35 * width


def head_length(width: float) -> float:
    """Return how long the head of a way is."""
    return 0.5 + 1.0 * width
