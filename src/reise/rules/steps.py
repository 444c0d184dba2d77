"""Rules about the steps of a journey: its milestones, and what is counted from the one above."""

from collections.abc import Iterator

from reise.journey.model import Journey, Kind
from reise.problems import Problem, problem


def phase_of_no_milestone(journey: Journey) -> Iterator[Problem]:
    """R306: a phase begins at something that is no milestone.

    Phases are written above the band of milestones and reach from one of them to the next that has
    a phase of its own; an event in between has no place there.
    """
    for number, event in enumerate(journey.events):
        if event.phase is not None and event.kind is not Kind.MILESTONE:
            yield problem("R306", journey.file, journey.place("events", number, "phase", key=True))


def later_than_nothing(journey: Journey) -> Iterator[Problem]:
    """R307: something is said to be later, but there is nothing that it is later than.

    "Later" counts from the event above, or from those that `etter` names; the first event has none above.
    """
    first = journey.events[0]
    if first.later is not None and not first.after:
        yield problem("R307", journey.file, journey.place("events", 0, "later", key=True))
