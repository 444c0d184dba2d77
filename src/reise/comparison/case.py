"""A case: a journey in a comparison, with its line of events and its turning points."""

from dataclasses import dataclass
from functools import cached_property

from reise.chronology import Chronology, numbered
from reise.graphs.presence import services
from reise.journey.model import Direction, Effect, Event, Journey, Kind, TransitionStatus
from reise.journey.time import Quantity

#: Words about a journey rather than things that happened in it.
SAID = frozenset({Kind.QUOTE, Kind.WISH})
#: With fewer events than this after it, a turning point may still prove to be none (Abbott 2001).
AFTERWARDS = 2


@dataclass(frozen=True, slots=True)
class Turn:
    """A turning point of a case: `at` is its place on the line, from 0."""

    case: str
    at: int
    direction: Direction
    said_by: tuple[str, ...]
    difference: str | None
    provisional: bool

    def by(self, voice: str) -> bool:
        """Whether the voice ("all" is anyone's) calls it a turning point."""
        return voice == "all" or voice in self.said_by


@dataclass(frozen=True)
class Case:
    """A journey in a comparison.

    Its `line` are the events that happened, in layout order, which windows count on: quotes, wishes
    and milestones that are headings only are not on it. Places on the line count from 0. `seal` is the
    SHA-256 of its text where that stands in a file.
    """

    journey: Journey
    chronology: Chronology
    seal: str = ""

    @property
    def id(self) -> str:
        """The id of the journey."""
        return self.journey.id

    @cached_property
    def indices(self) -> tuple[int, ...]:
        """The index in the file of each event on the line."""
        events = self.journey.events
        return tuple(each for each in self.chronology.order if happened(events[each]))

    @cached_property
    def line(self) -> tuple[Event, ...]:
        """The events on the line."""
        return tuple(self.journey.events[each] for each in self.indices)

    @cached_property
    def called(self) -> dict[int, int]:
        """The number of each event (by its index in the file) as on the case map; a milestone has none."""
        return numbered(self.journey, self.chronology.order)

    @cached_property
    def numbers(self) -> tuple[int | None, ...]:
        """The number of each event on the line as on the case map; None for a milestone."""
        return tuple(self.called.get(each) for each in self.indices)

    @cached_property
    def turns(self) -> tuple[Turn, ...]:
        """The turning points, in order."""
        return tuple(
            Turn(
                self.id,
                at,
                event.turning_point.direction,
                event.turning_point.said_by or ("unknown",),
                event.turning_point.difference,
                len(self.after(at, AFTERWARDS)) < AFTERWARDS,
            )
            for at, event in enumerate(self.line)
            if event.turning_point
        )

    def turns_of(self, voice: str, direction: Direction | None = None) -> tuple[Turn, ...]:
        """Return the turning points that a voice calls so, of one direction if given."""
        return tuple(each for each in self.turns if each.by(voice) and direction in (None, each.direction))

    @cached_property
    def moments(self) -> tuple[int, ...]:
        """For each event on the line the place in the layout of the first that was at the same time, as told.

        What stands in the list between two events of the same time was at that time too.
        """
        events, order = self.journey.events, self.chronology.order
        place = {index: position for position, index in enumerate(order)}
        by_id = {event.id: index for index, event in enumerate(events) if event.id}
        root = list(range(len(order)))

        def find(at: int) -> int:
            while root[at] != at:
                at = root[at]
            return at

        def join(one: int, other: int) -> None:
            first, second = sorted((find(one), find(other)))
            root[second] = first

        for index, event in enumerate(events):
            for each in event.with_:
                if each in by_id:
                    join(place[index], place[by_id[each]])
        listed = [position for position, index in enumerate(order) if not events[index].order_unknown]
        last = {find(position): position for position in listed}
        until, group = -1, 0
        for position in listed:
            if position <= until:
                join(group, position)
            if last.get(find(position), position) > until:
                until, group = last.get(find(position), position), position
        return tuple(find(place[index]) for index in self.indices)

    def before(self, at: int, window: int | None = None) -> tuple[int, ...]:
        """Return the places strictly before `at`, the last `window` of them if given, in order.

        What is told to have happened at the same time is not before.
        """
        found = [each for each in range(at) if self.moments[each] != self.moments[at]]
        return tuple(found if window is None else found[max(0, len(found) - window) :])

    def after(self, at: int, window: int | None = None) -> tuple[int, ...]:
        """Return the places strictly after `at`, the first `window` of them if given, in order."""
        found = [each for each in range(at + 1, len(self.line)) if self.moments[each] != self.moments[at]]
        return tuple(found if window is None else found[:window])

    def moment(self, at: int) -> tuple[int, ...]:
        """Return the places of what happened at the same time as `at`, itself included."""
        return tuple(each for each, root in enumerate(self.moments) if root == self.moments[at])

    def lasting(self, at: int) -> bool:
        """Whether an event is told to last, so that a window can hold a part of it only."""
        event = self.line[at]
        return isinstance(event.lasts, Quantity) or event.lasts == "ongoing" or bool(event.until)

    def reaching(self, at: int, window: int) -> bool:
        """Whether something that is told to last stands in the window before `at`, or reaches into it."""
        inside = self.before(at, window)
        return any(
            self.lasting(each) for each in (self.before(at) if inside else ()) if self._reaches(each, at)
        )

    def _reaches(self, at: int, other: int) -> bool:
        """Whether an event may still go on when another begins."""
        event = self.line[at]
        if event.lasts == "ongoing":
            return True
        first, second = self.indices[at], self.indices[other]
        if event.until:
            place = {each.id: position for position, each in enumerate(self.line) if each.id}
            return any(place.get(each, -1) >= other for each in event.until)
        if not isinstance(event.lasts, Quantity):
            return False
        gap, lasts = self.chronology.gap(first, second), self.chronology.duration(first)
        return lasts.latest is None or (gap.earliest or 0) < lasts.latest

    def unsure(self, places: tuple[int, ...]) -> bool:
        """Whether an event at one of the places may belong elsewhere."""
        return any(
            self.line[each].order_unknown or self.line[each].certainty.value == "low" for each in places
        )

    @cached_property
    def tags(self) -> frozenset[str]:
        """The tags that the case uses at all: only for these a missing tag is a no."""
        return frozenset(tag for event in self.journey.events for tag in event.tags)


def happened(event: Event) -> bool:
    """Whether an event happened: no quote, no wish, no milestone that only heads what stands under it.

    A milestone happened too where anything is said of it: an effect, a turning point, a transition, who
    was there, a tag. Whatever is called a turning point happened.
    """
    if event.kind is Kind.MILESTONE:
        return bool(event.effects or event.turning_point or event.transition or event.who or event.tags)
    return event.kind not in SAID or event.turning_point is not None


def roles(event: Event) -> tuple[str, ...]:
    """Return the services and roles that an event names, each once, the young person's own excepted."""
    return tuple(dict.fromkeys(each for each in event.who if each != "den_unge"))


def helping(event: Event, voice: str) -> bool | None:
    """Whether an event helped as a voice says it ("all": anyone); None where it is silent.

    That it both helped and hindered is neither.
    """
    return _effect(event, voice, Effect.HELPED)


def hindering(event: Event, voice: str) -> bool | None:
    """Whether an event hindered as a voice says it ("all": anyone); None where it is silent."""
    return _effect(event, voice, Effect.HINDERED)


def _effect(event: Event, voice: str, wanted: Effect) -> bool | None:
    said = [each for each in effects(event, voice) if each is not Effect.UNKNOWN]
    return wanted in said if said else None


def effects(event: Event, voice: str) -> tuple[Effect, ...]:
    """Return what a voice ("all": every voice) says that an event did."""
    if voice == "all":
        return tuple(event.effects.values())
    return (event.effects[voice],) if voice in event.effects else ()


def is_help(event: Event) -> bool:
    """Whether an event is something that somebody offers: a service, a measure, or a service named."""
    return event.kind in (Kind.SERVICE, Kind.MEASURE) or bool(services(event))


def is_break(event: Event) -> bool:
    """Whether a relation or a service ends in an event: tagged as a break, or a transition that broke."""
    broke = event.transition is not None and event.transition.status is TransitionStatus.BROKE
    return "break" in event.tags or broke
