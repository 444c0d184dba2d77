"""The order in which events are laid out: file order, but for what is surely later.

An event comes before another if it starts no later in every schedule that the statements allow;
those that start at the same time in every one are free among themselves.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from heapq import heappop, heappush
from math import inf

from reise.chronology.network import components, distances, turned
from reise.chronology.statements import BIRTH, Edge, start
from reise.journey.model import Journey, Kind

#: Events times landmarks: what is spent on distances to events that stand out of list order.
_EFFORT = 20_000


def layout_order(journey: Journey, edges: Sequence[Edge], size: int) -> tuple[int, ...]:
    """Return the indices of the events: the smallest sequence with nothing before what is surely earlier.

    List order is a chain, so that only events out of it need thought. What they follow and precede is
    read from single edges that say "no later", and from the days between them and all others (two
    runs each), which makes the relation exact. Beyond 20,000 divided by the number of events, the
    days are counted from birth only; then what is known from days between events without ages is lost.
    """
    count = len(journey.events)
    strays = [start(index) for index, event in enumerate(journey.events) if event.order_unknown]
    if not strays:
        return tuple(range(count))
    later: list[list[int]] = [[] for _ in range(size)]
    for u, v, w, _ in edges:
        if w <= 0:
            later[v].append(u)
    back = turned(edges)
    near = strays[: _EFFORT // count]
    chain = [start(index) for index, event in enumerate(journey.events) if not event.order_unknown]
    for stray in near:
        _place(later, stray, distances(edges, stray, size), distances(back, stray, size), chain, strays)
    if len(near) < len(strays):
        _pass_by(later, distances(edges, BIRTH, size), distances(back, BIRTH, size), count)
    return _smallest(later, count)


def _place(
    later: list[list[int]],
    stray: int,
    most: list[float],
    least: list[float],
    chain: list[int],
    strays: list[int],
) -> None:
    """Add what a stray event surely follows and precedes; `most` are days from it, `least` days to it."""
    # Both grow along the chain, so that its nearest events stand for the rest.
    before = bisect_right(chain, 0.0, key=lambda node: most[node])
    after = bisect_left(chain, True, key=lambda node: least[node] <= 0)
    for node in (*chain[before - 1 : before], *strays):
        if most[node] <= 0:
            later[node].append(stray)
    for node in (*chain[after : after + 1], *strays):
        if least[node] <= 0:
            later[stray].append(node)


def _pass_by(later: list[list[int]], most: list[float], least: list[float], count: int) -> None:
    """Add that events which have begun by some day of life precede those that begin from then on.

    `most` are the days from birth, `least` those to it. A post on the road of time stands for each
    day, so that the pairs need not be listed.
    """
    nodes = [start(index) for index in range(count)]
    days = [(most[node], 0, node) for node in nodes if most[node] < inf]
    days += [(-least[node], 1, node) for node in nodes if least[node] < inf]
    post = -1
    for _, begins, node in sorted(days):
        if not begins:
            later.append([])
            later[node].append(len(later) - 1)
            if post >= 0:
                later[post].append(len(later) - 1)
            post = len(later) - 1
        elif post >= 0:
            later[post].append(node)


def _smallest(later: list[list[int]], count: int) -> tuple[int, ...]:
    """Return the lexicographically smallest order of the events (Kahn 1962, with a heap)."""
    parts = components(later)
    part_of = {node: at for at, part in enumerate(parts) for node in part}
    starts = {start(index): index for index in range(count)}
    members = [[starts[node] for node in part if node in starts] for part in parts]
    left = [len(each) for each in members]
    after = [{part_of[node] for each in part for node in later[each]} - {at} for at, part in enumerate(parts)]
    waits = [0] * len(parts)
    for each in after:
        for at in each:
            waits[at] += 1
    ready: list[int] = []
    found: list[int] = []
    free = [at for at, number in enumerate(waits) if not number]
    while True:
        while free:
            at = free.pop()
            for index in members[at]:
                heappush(ready, index)
            if not left[at]:
                free += _released(after[at], waits)
        if not ready:
            return tuple(found)
        index = heappop(ready)
        found.append(index)
        at = part_of[start(index)]
        left[at] -= 1
        if not left[at]:
            free += _released(after[at], waits)


def _released(after: set[int], waits: list[int]) -> list[int]:
    """Count one thing less to wait for, and return what waits for nothing any more."""
    for at in after:
        waits[at] -= 1
    return [at for at in after if not waits[at]]


def numbered(journey: Journey, order: Iterable[int]) -> dict[int, int]:
    """Return the number of each event's card on a map, by its index: all but milestones have one."""
    cards = (index for index in order if journey.events[index].kind is not Kind.MILESTONE)
    return {index: number for number, index in enumerate(cards, 1)}
