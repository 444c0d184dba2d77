"""Rules about events that name one another."""

from collections.abc import Iterator

from reise.journey.model import Event, Journey
from reise.journey.names import closest, fold
from reise.problems import Problem, Span, problem

#: When so many ids were looked at for one that was meant, no more suggestions are made.
_MOST_SEARCHED = 50_000
FIELDS = ("after", "before", "during", "with_", "until", "led_to", "part_of")


def _references(event: Event) -> Iterator[tuple[str, int, str]]:
    """Yield the field, the place in it and the id of every reference of an event."""
    for field in FIELDS:
        names = getattr(event, field)
        if names:
            for index, name in enumerate(names):
                yield field, index, name


def unknown(journey: Journey) -> Iterator[Problem]:
    """R302: a reference names an id that no event of the journey has.

    What is after, before or part of nothing cannot be placed; most often the id was spelled in
    another way, or the event it belonged to was taken out.
    """
    known = {event.id for event in journey.events}
    named = {
        fold(event.id): journey.place("events", at, "id")
        for at, event in enumerate(journey.events)
        if event.id
    }
    searched = 0
    for number, event in enumerate(journey.events):
        for field, index, name in _references(event):
            if name in known:
                continue
            searched += len(named)
            near = None
            if searched <= _MOST_SEARCHED:
                near = closest(name, tuple(each for each in named if each != fold(event.id or "")))
            meant = named.get(near) if near is not None else None
            place = journey.place("events", number, field, index)
            if meant is None:
                yield problem("R302", journey.file, place)
            else:
                yield problem("R302", journey.file, place, related=(meant,), line=meant.line)


def itself(journey: Journey) -> Iterator[Problem]:
    """R305: an event refers to itself.

    Nothing comes after, leads to or is a part of itself; the reference was meant for another event.
    """
    for number, event in enumerate(journey.events):
        for field, index, name in _references(event):
            if name == event.id:
                yield problem("R305", journey.file, journey.place("events", number, field, index))


def circles(journey: Journey) -> Iterator[Problem]:
    """R308: events are part of one another in a circle.

    If the first is part of the second, the second cannot be part of the first, not even by way of
    others. The problem stands at the last of the claims and points at the rest.
    """
    if not any(event.part_of for event in journey.events):
        return
    parts = {event.id: event.part_of for event in journey.events if event.id is not None}
    claims = {
        (event.id, name): journey.place("events", number, "part_of", index)
        for number, event in enumerate(journey.events)
        for index, name in enumerate(event.part_of)
    }
    for circle in _circles(parts):
        spans: list[Span] = sorted(
            span for claim in zip(circle, circle[1:] + circle[:1], strict=True) if (span := claims[claim])
        )
        yield problem("R308", journey.file, spans[-1] if spans else None, related=spans[:-1])


def _circles(parts: dict[str, tuple[str, ...]]) -> Iterator[list[str]]:
    """Yield circles of two or more among `parts`: each way that leads back to something on it."""
    done: set[str] = set()
    for start in parts:
        way: dict[str, None] = {}
        ahead = [(start, False)]
        while ahead:
            name, leaving = ahead.pop()
            if leaving:
                way.popitem()
                done.add(name)
            elif name in way:
                found = list(way)
                if name != found[-1]:
                    yield found[found.index(name) :]
            elif name in parts and name not in done:
                way[name] = None
                ahead.append((name, True))
                ahead += ((each, False) for each in reversed(parts[name]))
