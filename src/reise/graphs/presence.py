"""How long each service was there."""

from dataclasses import dataclass

from reise.chronology import Chronology
from reise.journey.model import Event, Journey, TransitionStatus
from reise.journey.time import Quantity
from reise.journey.vocabulary import transition

#: Roles of the vocabulary that are people of the young person's own life, not services.
OWN = frozenset({"nettverk", "den_unge"})


def services(event: Event) -> tuple[str, ...]:
    """Return the services an event names, in the order written; people of her own life are none."""
    return tuple(each for each in event.who if each not in OWN)


@dataclass(frozen=True, slots=True)
class Presence:
    """Where one service was: `at` are positions in layout order where it is named.

    `known` are stretches (first and last position, both included) through which the source says it
    was there, by its duration, an end or what happened during it. `ended` are the positions at which
    the source says that it ended: what it lasted to, a break, a transition away from it. What lies
    between two stretches is not said, unless it ended with the first.
    """

    service: str
    at: tuple[int, ...]
    known: tuple[tuple[int, int], ...]
    ended: tuple[int, ...] = ()


def presence(journey: Journey, chronology: Chronology) -> tuple[Presence, ...]:
    """Return how long each service was there, in the order they came."""
    place = {index: position for position, index in enumerate(chronology.order)}
    named: dict[str, list[int]] = {}
    reaches: dict[str, int] = {}
    by_id = {event.id: index for index, event in enumerate(journey.events) if event.id}
    ended: dict[str, set[int]] = {}
    for index in chronology.order:
        event = journey.events[index]
        for each in services(event):
            named.setdefault(each, []).append(index)
            breaks = {place[index]} if "break" in event.tags else set()
            ended.setdefault(each, set()).update(breaks, _ends(event, place, by_id))
        for each in (*event.during, *event.with_):
            reaches[each] = max(reaches.get(each, 0), place[index])
        if left := _left(event, journey):
            ended.setdefault(left, set()).add(place[index])
    made = []
    for service, indices in named.items():
        found = []
        for index in indices:
            event = journey.events[index]
            last = max([place[index], reaches.get(event.id or "", 0), *_ends(event, place, by_id)])
            found.append(_stretch(journey, chronology, index, place, last))
        at = tuple(place[index] for index in indices)
        made.append(Presence(service, at, _joined(found), tuple(sorted(ended[service]))))
    return tuple(made)


def _ends(event: Event, place: dict[int, int], by_id: dict[str, int]) -> set[int]:
    """Return the positions of the events that an event lasts to."""
    return {place[by_id[each]] for each in event.until if each in by_id}


def _left(event: Event, journey: Journey) -> str | None:
    """Return the service that a critical transition led away from, whether it held or broke."""
    said = event.transition
    if said is None or said.status not in (TransitionStatus.HELD, TransitionStatus.BROKE):
        return None
    known = transition(said.type or "", journey.collection)
    return known.from_role if known and known.from_role != known.to_role else None


def _stretch(
    journey: Journey, chronology: Chronology, index: int, place: dict[int, int], last: int
) -> tuple[int, int]:
    """Return the positions through which an event surely lasts, to `last` or beyond it."""
    event, start = journey.events[index], place[index]
    if event.lasts == "ongoing":
        return start, len(place) - 1
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
