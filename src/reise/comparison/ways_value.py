"""The common ways as plain values: what was followed by what, in how many cases, and what recurs.

A networkx graph of the same is for those who go on with it in Python; a layout needs no more than this.
"""

from dataclasses import dataclass
from typing import Literal

#: What stands in the graph: kinds of events, services and roles, or critical transitions.
Attribute = Literal["kind", "service", "transition"]


@dataclass(frozen=True, slots=True)
class Stop:
    """A kind, service or transition: in how many cases, how many times, how many of these turning points."""

    name: str
    cases: int
    occurrences: int
    turning: int = 0


@dataclass(frozen=True, slots=True)
class Way:
    """`target` came right after `source`, in how many cases and how many times; a loop has one name twice."""

    source: str
    target: str
    cases: int
    occurrences: int


@dataclass(frozen=True, slots=True)
class Pattern:
    """Two or three kinds that come in this order, with or without others between: in how many cases."""

    steps: tuple[str, ...]
    cases: int


@dataclass(frozen=True, slots=True)
class Ways:
    """What followed what in `cases` cases.

    `ways` are all of them unless `hidden` are left out already, those in fewer than `threshold` cases.
    `patterns` recur in at least `support` cases. `voice` is whose turning points the stops count
    ("all": anyone's).
    """

    attribute: Attribute
    cases: int
    stops: tuple[Stop, ...] = ()
    ways: tuple[Way, ...] = ()
    patterns: tuple[Pattern, ...] = ()
    support: int = 2
    threshold: int = 1
    hidden: int = 0
    voice: str = "all"


def strongest(ways: tuple[Way, ...], most: int) -> tuple[Way, ...]:
    """Return at most `most` ways, those of most cases first; equals are kept or left out together.

    Where that would leave less than a third of `most`, ways of equally many cases are told apart by
    their occurrences, and where even that does not help, by name. Ways of one case are common to
    none: these go together as soon as there are others.
    """
    ordered = sorted(ways, key=lambda way: (-way.cases, -way.occurrences, way.source, way.target))
    if len(ordered) <= most:
        return tuple(ordered)
    kept, first = ordered[:most], ordered[most]
    whole = [way for way in kept if way.cases > first.cases]
    if 3 * len(whole) >= most or (whole and first.cases == 1):
        return tuple(whole)
    rarer = [way for way in kept if (way.cases, way.occurrences) > (first.cases, first.occurrences)]
    return tuple(rarer if 3 * len(rarer) >= most else kept)
