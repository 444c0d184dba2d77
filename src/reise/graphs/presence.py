"""How long each service was there."""

from dataclasses import dataclass

from reise.chronology import Chronology
from reise.journey.model import Event, Journey
from reise.journey.time import Quantity

#: Roles of the vocabulary that are people of the young person's own life, not services.
OWN = frozenset({"nettverk", "den_unge"})


def services(event: Event) -> tuple[str, ...]:
    """Return the services an event names, in the order written; people of her own life are none."""
    return tuple(each for each in event.who if each not in OWN)


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
