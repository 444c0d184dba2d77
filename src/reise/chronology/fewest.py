"""The fewest statements of a network that cannot all be true.

A contradiction is a cycle of edges whose days sum to less than none. Few is counted in statements,
not in edges: a run of list order is one statement, and one statement may stand behind two edges of
a cycle ("during" does: the inner event starts no earlier and ends no later). Bounds that count such
an edge as half a statement lead the search, which counts right.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from math import inf

from reise.chronology.statements import NOW, Edge, Statement, start

#: Journeys of so many events are searched whatever their bounds take.
EXACT = 60

#: Relaxed edges after which a longer journey is left to a coarser search (about half a second).
_EFFORT = 5_000_000

#: Ways tried by the search after which any journey is left to the coarser one (about half a second);
#: only dozens of events that lie within one another need so many.
_WAYS = 500_000


@dataclass(frozen=True, slots=True)
class _Network:
    """Edges by what they cost in half statements; list order as the starts in their order.

    `ways` are the edges that leave a node, and their costs, but for list order; `rank` is the place
    of a start in list order.
    """

    size: int
    free: list[Edge]
    half: list[Edge]
    full: list[Edge]
    chain: list[int]
    ways: dict[int, list[tuple[Edge, int]]]
    rank: dict[int, int]


def fewest(edges: Sequence[Edge], events: int) -> set[Statement]:
    """Return the fewest statements that cannot all be true, or none if that takes too long.

    The edges must hold a contradiction. Each size in turn is tried from the head of every edge that
    takes days away: a negative cycle has one.
    """
    network = _network(edges, 2 * events + 2)
    roots = sorted({v for _, v, w, _ in edges if w < 0})
    # Two layers a size: three are the least that can be said to contradict each other, but for ages.
    if events > EXACT and 6 * len(roots) * len(edges) > _EFFORT:
        return set()
    bounds = {root: [_ends_at(network, root)] for root in roots}
    spent = tried = 0
    for most in range(1, len({said for *_, said in edges}) + 1):
        for root in roots:
            layers = bounds[root]
            while len(layers) <= 2 * most:
                layers.append(_layer(network, layers))
                spent += len(edges)
            if layers[-1][root] < 0:
                found, more = _search(network, layers, root, most, _WAYS - tried)
                tried += more
                if found or tried >= _WAYS:
                    return found
        if events > EXACT and spent > _EFFORT:
            break
    return set()


def _network(edges: Sequence[Edge], size: int) -> _Network:
    """Sort the edges by what they cost."""
    behind: dict[Statement, int] = {}
    for *_, said in edges:
        if said is not None and said.kind in ("during", "later"):
            behind[said] = behind.get(said, 0) + 1
    # Edges of one other event cannot meet in a cycle, unless they are those of "during".
    doubled = {said for said, number in behind.items() if said.kind == "during" or number > 2}
    chain: list[int] = []
    for _, _, _, said in edges:
        if said is not None and said.kind == "order":
            chain += [start(each) for each in ((said.other, said.event) if not chain else (said.event,))]
    free = [edge for edge in edges if edge[3] is None]
    # Steps that cost nothing are taken in one sweep: birth leads to now, now to all the starts.
    free.sort(key=lambda edge: edge[1] == NOW)
    told = [edge for edge in edges if edge[3] is not None and edge[3].kind != "order"]
    half = [edge for edge in told if edge[3] in doubled]
    full = [edge for edge in told if edge[3] not in doubled]
    ways: dict[int, list[tuple[Edge, int]]] = {}
    for some, cost in ((full, 2), (half, 1), (free, 0)):
        for edge in reversed(some):
            ways.setdefault(edge[0], []).append((edge, cost))
    return _Network(size, free, half, full, chain, ways, {node: at for at, node in enumerate(chain)})


def _ends_at(network: _Network, root: int) -> list[float]:
    """Return the fewest days from every node to the root without any statement."""
    times = [inf] * network.size
    times[root] = 0
    for u, v, w, _ in network.free:
        times[u] = min(times[u], w + times[v])
    return times


def _layer(network: _Network, layers: list[list[float]]) -> list[float]:
    """Return the fewest days from every node to the root for half a statement more."""
    one = layers[-1]
    two = layers[-2] if len(layers) > 1 else None
    times = one.copy()
    for u, v, w, _ in network.half:
        if w + one[v] < times[u]:
            times[u] = w + one[v]
    if two:
        for u, v, w, _ in network.full:
            if w + two[v] < times[u]:
                times[u] = w + two[v]
        best = inf
        for node in network.chain:
            times[node] = min(times[node], best)
            best = min(best, two[node])
    for u, v, w, _ in network.free:
        if w + times[v] < times[u]:
            times[u] = w + times[v]
    return times


@dataclass(frozen=True, slots=True)
class _Step:
    """A walk from the root: where it stands, its days, what it spent, and how it came."""

    node: int
    days: float
    halves: int
    whole: int
    paid: frozenset[Statement]
    said: Statement | None
    before: "_Step | None"


def _search(
    network: _Network, bounds: list[list[float]], root: int, most: int, limit: int
) -> tuple[set[Statement], int]:
    """Return the statements of a walk in less than no time from the root to itself, and the ways tried."""
    best: dict[tuple[int, int, int, frozenset[Statement]], float] = {}
    steps = [_Step(root, 0, 0, 0, frozenset(), None, None)]
    tried = 0
    while steps and tried < limit:
        here = steps.pop()
        # The last is taken first: what is nearest above in the list, what stands first in the file.
        above = network.chain[: network.rank.get(here.node, 0)]
        out = [*network.ways.get(here.node, ()), *(((here.node, node, 0, None), 2) for node in above)]
        tried += len(out)
        for (_, node, w, said), cost in out:
            halves = here.halves + cost
            if halves > 2 * most or here.days + w + bounds[2 * most - halves][node] >= 0:
                continue
            paid = here.paid | {said} if cost == 1 and said else here.paid
            if cost == 2 and said is None:
                said = Statement((here.node - 2) // 2, "order", (node - 2) // 2)
            step = _Step(node, here.days + w, halves, here.whole + (cost == 2), paid, said, here)
            if step.whole + len(paid) > most:
                continue
            if node == root and step.days < 0:
                return _told(step), tried
            key = node, halves, step.whole, paid
            if step.days < best.get(key, inf):
                best[key] = step.days
                steps.append(step)
    return set(), tried


def _told(step: _Step) -> set[Statement]:
    """Return the statements that a walk used."""
    found: set[Statement] = set()
    back: _Step | None = step
    while back is not None:
        if back.said is not None:
            found.add(back.said)
        back = back.before
    return found
