"""A chronology: what the statements of a journey, taken together, tell about time."""

from dataclasses import dataclass, field
from math import inf
from typing import NamedTuple

from reise.chronology.network import distances, turned
from reise.chronology.order import layout_order
from reise.chronology.statements import BIRTH, NOW, Edge, end, start
from reise.journey.model import Journey

#: Events whose distances to all others are kept.
_KEPT = 64


class Interval(NamedTuple):
    """The fewest and most days that are possible, both included; None where nothing is said."""

    earliest: int | None
    latest: int | None


_Runs = dict[int, tuple[list[float], list[float]]]


@dataclass(frozen=True, slots=True)
class Chronology:
    """What a journey tells about time; events are known by their index in the file.

    `order` has the events as they are laid out (see reise.chronology.order). `starts` and `ends`
    are days since birth, one interval an event, and `now` likewise; earlier than birth is below 0.
    Every interval is as narrow as the statements make it, except that nobody's age is told from
    the 120 years that a life lasts at most.
    """

    order: tuple[int, ...]
    starts: tuple[Interval, ...]
    ends: tuple[Interval, ...]
    now: Interval
    _edges: tuple[Edge, ...] = field(repr=False)
    _runs: _Runs = field(default_factory=dict, repr=False, compare=False)

    def gap(self, i: int, j: int) -> Interval:
        """Return the days from the start of event i to the start of event j; below 0 if j is earlier.

        One i after the other, with all its j, is quick: the run from i is kept.
        """
        return self._between(i, start(j))

    def duration(self, i: int) -> Interval:
        """Return the days that event i lasts, as far as they are told."""
        return self._between(i, end(i))

    def _between(self, i: int, node: int) -> Interval:
        """Return the days from the start of event i to a node."""
        if i not in self._runs:
            if len(self._runs) == _KEPT:
                self._runs.clear()
            size = 2 * len(self.starts) + 2
            self._runs[i] = _runs(self._edges, start(i), size)
        return _interval(self._runs[i], node)


def read(journey: Journey, edges: list[Edge], size: int) -> Chronology:
    """Return the chronology of a journey whose statements can all be true."""
    from_birth = _runs(edges, BIRTH, size)
    intervals = [_interval(from_birth, node) for node in range(size)]
    return Chronology(
        order=layout_order(journey, edges, size),
        starts=tuple(intervals[start(0) :: 2]),
        ends=tuple(intervals[end(0) :: 2]),
        now=intervals[NOW],
        _edges=tuple(edges),
    )


def _runs(edges: list[Edge] | tuple[Edge, ...], source: int, size: int) -> tuple[list[float], list[float]]:
    """Return the most days from the source to every node, and from every node to the source."""
    return distances(edges, source, size), distances(turned(edges), source, size)


def _interval(runs: tuple[list[float], list[float]], node: int) -> Interval:
    """Return the days from the source of two runs to a node."""
    most, back = runs[0][node], runs[1][node]
    return Interval(None if back == inf else -int(back), None if most == inf else int(most))
