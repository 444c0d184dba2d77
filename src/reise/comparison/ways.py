"""The common ways: what directly follows what across cases, and which sequences recur."""

from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Sequence
from functools import reduce
from itertools import chain, compress, groupby, pairwise, product
from typing import Generic, TypeVar

import networkx as nx

from reise.comparison.case import SAID, Case
from reise.comparison.ways_value import Attribute
from reise.graphs.presence import services
from reise.journey.model import Direction, Event, Kind

Met = TypeVar("Met", bound=Hashable)
#: Two or three kinds, and the ids of the cases in which they come in that order.
Recurring = tuple[tuple[str, ...], tuple[str, ...]]

#: The nodes before the first and after the last step of a case; in brackets, as no kind or service is.
START, END = "(start)", "(end)"
_KINDS = tuple(kind.value for kind in Kind)
_PLACE: dict[str, int] = {kind: at for at, kind in enumerate(_KINDS)}


#: Kinds that are no event of their own on a graph of what happened.
UNDRAWN = SAID | {Kind.MILESTONE}


class _Tally(Generic[Met]):
    """How many times each thing was met, and in which cases."""

    def __init__(self) -> None:
        self.times: Counter[Met] = Counter()
        self.ids: defaultdict[Met, list[str]] = defaultdict(list)

    def add(self, case: str, met: Sequence[Met]) -> None:
        """Add what was met in a case."""
        self.times.update(met)
        for each in set(met):
            self.ids[each].append(case)

    def told(self, met: Met) -> dict[str, object]:
        """Return the attributes of a node or an edge."""
        ids = tuple(sorted(self.ids[met]))
        return {"cases": len(ids), "occurrences": self.times[met], "ids": ids}


def followed(
    cases: Iterable[Case],
    attribute: Attribute = "kind",
    *,
    voice: str = "all",
    ends: bool = False,
    happened: bool = False,
) -> "nx.DiGraph[str]":
    """Return what directly follows what, as a graph whose nodes are kinds, services or transition types.

    All events count, in layout order: quotes and wishes as well, and one told to happen at the same
    time as another stands where the layout puts it. So for "kind" the occurrences of all edges add up
    to events less cases. "service" follows those events that name services, "transition" those that
    are a critical transition of a known type; events between are passed over. Where an event names
    several services, each of them follows each of the event before. An edge to itself is a loop.

    Nodes and edges, in order of name, carry `cases` (how many), `ids` (their ids, a tuple) and
    `occurrences`; nodes also `turning`, `up` and `down`: how many of their events a voice ("all":
    anyone) calls a turning point, whichever way, up, or down. With `happened` only what happened counts:
    no milestones, which head what stands under them, no quotes and no wishes. With `ends` a step leads
    from "(start)"
    to what came first in a case, and from what came last to "(end)". In process mining this is the
    directly-follows graph (van der Aalst 2016: Process mining, data science in action).
    """
    stops: _Tally[str] = _Tally()
    steps: _Tally[tuple[str, str]] = _Tally()
    turns: Counter[tuple[str, Direction | None]] = Counter()
    for case in cases:
        events = case.journey.events
        order = [
            events[index]
            for index in case.chronology.order
            if not happened or events[index].kind not in UNDRAWN
        ]
        if attribute == "kind":
            kinds: list[str] = [event.kind for event in order]
            kinds = [START, *kinds, END] if ends else kinds
            stops.add(case.id, kinds)
            steps.add(case.id, list(pairwise(kinds)))
        else:
            named = [names for event in order if (names := _names(event, attribute))]
            if ends and named:
                named = [(START,), *named, (END,)]
            stops.add(case.id, list(chain.from_iterable(named)))
            steps.add(case.id, [step for pair in pairwise(named) for step in product(*pair)])
        for event in order:
            turn = event.turning_point
            if turn and (voice == "all" or voice in (turn.said_by or ("unknown",))):
                turns.update(product(_names(event, attribute), (None, turn.direction)))
    graph: nx.DiGraph[str] = nx.DiGraph()
    for stop in sorted(stops.times):
        told = {"turning": None, "up": Direction.UP, "down": Direction.DOWN}
        graph.add_node(
            str(stop), **stops.told(stop), **{name: turns[stop, way] for name, way in told.items()}
        )
    for source, target in sorted(steps.times):
        graph.add_edge(str(source), str(target), **steps.told((source, target)))
    return graph


def _names(event: Event, attribute: Attribute) -> tuple[str, ...]:
    """Return what an event stands for in the graph, each once."""
    if attribute == "kind":
        return (event.kind.value,)
    if attribute == "service":
        return tuple(dict.fromkeys(services(event)))
    return (event.transition.type,) if event.transition and event.transition.type else ()


def graphml(graph: "nx.DiGraph[str]") -> bytes:
    """Return a graph as GraphML, the same bytes for the same graph; the ids of cases are not in it."""
    plain: nx.DiGraph[str] = nx.DiGraph()
    for node, told in sorted(graph.nodes(data=True)):
        plain.add_node(node, **{name: value for name, value in told.items() if name != "ids"})
    for source, target, told in sorted(graph.edges(data=True), key=lambda edge: edge[:2]):
        plain.add_edge(source, target, **{name: value for name, value in told.items() if name != "ids"})
    lines = nx.generate_graphml(plain)
    return "\n".join(['<?xml version="1.0" encoding="utf-8"?>', *lines, ""]).encode()


def patterns(cases: Sequence[Case], least: int) -> tuple[Recurring, ...]:
    """Return the sequences of two or three kinds that recur, and the ids of the cases they recur in.

    A case has a sequence if its kinds come in that order on its line (no quotes, wishes or milestones),
    whatever
    lies between; it counts once. Events told to be at the same time are not before one another: no
    two of a sequence are. Those in at least `least` (at least 1) cases come, those in most cases first,
    then pairs before triples, then by name; the ids are in the order of the cases. What is rare in pairs
    is not looked for in triples (Agrawal and Srikant 1995: Mining sequential patterns).
    """
    least = max(1, least)
    had: defaultdict[tuple[int, int], list[str]] = defaultdict(list)
    after: defaultdict[tuple[int, int], list[int]] = defaultdict(list)
    for case in cases:
        for pair, kinds in _pairs(case).items():
            had[pair].append(case.id)
            after[pair].append(kinds)
    common = {pair for pair, ids in had.items() if len(ids) >= least}
    found: dict[tuple[int, ...], tuple[str, ...]] = {pair: tuple(had[pair]) for pair in common}
    for first, second in common:
        for third in range(len(_KINDS)):
            if (first, third) in common and (second, third) in common:
                ids = tuple(compress(had[first, second], map((1 << third).__and__, after[first, second])))
                if len(ids) >= least:
                    found[first, second, third] = ids
    named = [(tuple(_KINDS[at] for at in places), ids) for places, ids in found.items()]
    return tuple(sorted(named, key=lambda each: (-len(each[1]), len(each[0]), each[0])))


def _pairs(case: Case) -> dict[tuple[int, int], int]:
    """Return which kind comes before which in a case, and which kinds (as bits) come after both."""
    told = [at for at, event in enumerate(case.line) if event.kind is not Kind.MILESTONE]
    kinds, moments = [_PLACE[case.line[at].kind] for at in told], [case.moments[at] for at in told]
    if any(later < earlier for earlier, later in pairwise(moments)):
        return _pairs_of_moments(kinds, moments)
    groups = [[kinds[at] for at in group] for _, group in groupby(range(len(kinds)), moments.__getitem__)]
    later = [0]
    for group in reversed(groups):
        later.append(reduce(lambda bits, kind: bits | 1 << kind, group, later[-1]))
    found: dict[tuple[int, int], int] = {}
    seen: list[int] = []
    met = [0] * len(_KINDS)
    for group, after in zip(groups, later[-2::-1], strict=True):
        for kind in group:
            # What is after gets ever less: the first time a pair is met says it all.
            for first in seen[met[kind] :]:
                found[first, kind] = after
            met[kind] = len(seen)
        seen += [kind for kind in dict.fromkeys(group) if kind not in seen]
    return found


def _pairs_of_moments(kinds: Sequence[int], moments: Sequence[int]) -> dict[tuple[int, int], int]:
    """Return the same where a moment is told of again after another: by trying them all."""
    found: dict[tuple[int, int], int] = {}
    firsts, lasts = _three(kinds, moments, range(len(kinds))), _three(kinds, moments, range(len(kinds))[::-1])
    for at, (kind, moment) in enumerate(zip(kinds, moments, strict=True)):
        after = {
            third: {when for place, when in ends if place > at and when != moment}
            for third, ends in lasts.items()
        }
        for first, begins in firsts.items():
            before = {when for place, when in begins if place < at and when != moment}
            if before:
                # A moment can lie on both sides of an event; then the outer two need two moments.
                bits = sum(1 << third for third, ends in after.items() if ends and len(before | ends) > 1)
                found[first, kind] = found.get((first, kind), 0) | bits
    return found


def _three(kinds: Sequence[int], moments: Sequence[int], places: range) -> dict[int, list[tuple[int, int]]]:
    """Return where each kind is met first, going through places, in up to three different moments.

    Three are enough: one may be that of the event between, and one that of the event beyond it.
    """
    found: dict[int, dict[int, int]] = {}
    for place in places:
        met = found.setdefault(kinds[place], {})
        if len(met) < 3:
            met.setdefault(moments[place], place)
    return {kind: [(place, moment) for moment, place in met.items()] for kind, met in found.items()}
