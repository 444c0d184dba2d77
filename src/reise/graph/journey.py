"""One journey as a networkx graph, and how long each service was there."""

from dataclasses import dataclass

import networkx as nx

from reise.chronology import Chronology
from reise.journey.model import Event, Journey, Kind
from reise.journey.time import Quantity
from reise.journey.vocabulary import role, transition

#: Roles of the vocabulary that are people of the young person's own life, not services.
OWN = frozenset({"nettverk", "den_unge"})


def graph(journey: Journey, chronology: Chronology) -> "nx.MultiDiGraph[int]":
    """Return a journey as a graph whose nodes are event indices (0 … n−1) in file order.

    Nodes carry `kind`, `text`, `who` and `place` (position in layout order, from 0). Edges have a
    `relation`: "follows" (the next event in layout order; n−1 of them), "led_to" and "part_of"
    (claims of a voice, never inferred), "hands_over" (a critical transition, or two services named
    one after the other in one event; `status` held, broke, unclear or None; `from_role`, `to_role`).
    """
    made: nx.MultiDiGraph[int] = nx.MultiDiGraph(id=journey.id)
    place = {index: position for position, index in enumerate(chronology.order)}
    for index, event in enumerate(journey.events):
        made.add_node(index, kind=event.kind.value, text=event.text, who=event.who, place=place[index])
    for earlier, later in zip(chronology.order, chronology.order[1:], strict=False):
        made.add_edge(earlier, later, relation="follows")
    by_id = {event.id: index for index, event in reversed(list(enumerate(journey.events))) if event.id}
    for index, event in enumerate(journey.events):
        for relation, ids in (("led_to", event.led_to), ("part_of", event.part_of)):
            for each in ids:
                if each in by_id:
                    made.add_edge(index, by_id[each], relation=relation, said_by=event.voice)
    last: dict[str, int] = {}
    for index in chronology.order:
        event = journey.events[index]
        for source, target in _hand_overs(event, journey):
            status = event.transition.status.value if event.transition and event.transition.status else None
            made.add_edge(
                last.get(source, index),
                index,
                relation="hands_over",
                status=status,
                from_role=source,
                to_role=target,
                at=index,
            )
        for each in services(event):
            last[each] = index
    return made


def services(event: Event) -> tuple[str, ...]:
    """Return the services an event names, in the order written; people of her own life are none."""
    if event.kind not in (Kind.SERVICE, Kind.MEASURE, Kind.TRANSITION):
        return ()
    return tuple(each for each in event.who if each not in OWN)


def _hand_overs(event: Event, journey: Journey) -> list[tuple[str, str]]:
    """Return the pairs of roles between which an event hands over."""
    if event.transition and event.transition.type:
        known = transition(event.transition.type, journey.collection)
        if known and known.from_role and known.to_role:
            return [(known.from_role, known.to_role)]
    named = services(event)
    return [(named[0], named[1])] if len(named) == 2 and event.transition else []


@dataclass(frozen=True, slots=True)
class Presence:
    """Where one service was: `at` are positions in layout order where it is named.

    `known` are stretches (first and last position, both included) through which the source says it
    was there, by its duration, an end or what happened during it; what lies between is not said.
    """

    service: str
    at: tuple[int, ...]
    known: tuple[tuple[int, int], ...]


def presence(journey: Journey, chronology: Chronology) -> tuple[Presence, ...]:
    """Return how long each service was there, in the order they came."""
    place = {index: position for position, index in enumerate(chronology.order)}
    named: dict[str, list[int]] = {}
    lasts_to: dict[str, int] = {}
    by_id = {event.id: index for index, event in enumerate(journey.events) if event.id}
    for index in chronology.order:
        event = journey.events[index]
        for each in services(event):
            named.setdefault(each, []).append(index)
        for each in (*event.during, *event.with_):
            lasts_to[each] = max(lasts_to.get(each, 0), place[index])
        if event.id:
            ends = [place[by_id[each]] for each in event.until if each in by_id]
            lasts_to[event.id] = max([lasts_to.get(event.id, 0), *ends])
    made = []
    for service, indices in named.items():
        stretches = [_stretch(journey, chronology, index, place, lasts_to) for index in indices]
        made.append(Presence(service, tuple(place[i] for i in indices), _joined(stretches)))
    return tuple(made)


def _stretch(
    journey: Journey, chronology: Chronology, index: int, place: dict[int, int], lasts_to: dict[str, int]
) -> tuple[int, int]:
    """Return the positions through which an event surely lasts."""
    event, start = journey.events[index], place[index]
    if event.lasts == "ongoing":
        return start, len(place) - 1
    last = max(start, lasts_to.get(event.id or "", start))
    if isinstance(event.lasts, Quantity):
        for position in range(last + 1, len(place)):
            gap = chronology.gap(index, chronology.order[position])
            if gap.latest is None or gap.latest > event.lasts.low:
                break
            last = position
    return start, last


def _joined(stretches: list[tuple[int, int]]) -> tuple[tuple[int, int], ...]:
    """Return stretches in order, those that meet made one."""
    made: list[tuple[int, int]] = []
    for first, last in sorted(stretches):
        if made and first <= made[-1][1]:
            made[-1] = (made[-1][0], max(made[-1][1], last))
        else:
            made.append((first, last))
    return tuple(made)
