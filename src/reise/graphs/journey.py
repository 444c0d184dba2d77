"""One journey as a networkx graph."""

import networkx as nx

from reise.chronology import Chronology
from reise.graphs.presence import services
from reise.journey.model import Event, Journey
from reise.journey.vocabulary import transition


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


def _hand_overs(event: Event, journey: Journey) -> list[tuple[str, str]]:
    """Return the pairs of roles between which an event hands over."""
    if event.transition and event.transition.type:
        known = transition(event.transition.type, journey.collection)
        if known and known.from_role and known.to_role:
            return [(known.from_role, known.to_role)]
    named = services(event)
    return [(named[0], named[1])] if len(named) == 2 and event.transition else []
