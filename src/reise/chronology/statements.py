"""What a journey says about time, as edges of a simple temporal network (Dechter, Meiri, Pearl 1991).

The nodes are birth, now, and the start and the end of every event. An edge (u, v, w, said) holds
when time(v) - time(u) <= w days; `said` is the statement behind it, or None for what is always so.
"""

from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from typing import Literal, NamedTuple

from reise.journey.model import Event, Journey
from reise.journey.time import MAX_AGE
from reise.problems import Span

StatementKind = Literal["order", "age", "later", "lasts", "after", "before", "during", "with_", "until"]


class Statement(NamedTuple):
    """One thing that a journey says about time.

    `event` is the index of the event that says it. `kind` is the field it stands in, or "order"
    for standing below another event in the list. `other` is the index of the event it points at
    (for "order": the one above), or -1 where there is none ("age", "lasts") or several ("later").
    """

    event: int
    kind: StatementKind
    other: int = -1


Edge = tuple[int, int, int, Statement | None]

BIRTH = 0
NOW = 1

#: Nobody is older than that. Kept apart, since it limits what can be but tells nobody's age.
LIFE: Edge = (BIRTH, NOW, MAX_AGE, None)


def start(event: int) -> int:
    """Return the node of an event's start."""
    return 2 * event + 2


def end(event: int) -> int:
    """Return the node of an event's end."""
    return 2 * event + 3


def size(journey: Journey) -> int:
    """Return the number of nodes."""
    return 2 * len(journey.events) + 2


def always(event: int) -> tuple[Edge, Edge]:
    """Return what is true of any event: it has begun, and it ends no earlier than it starts."""
    return (end(event), start(event), 0, None), (NOW, start(event), 0, None)


def follows(below: int, above: int) -> Edge:
    """Return the edge of list order: what stands below starts no earlier."""
    return start(below), start(above), 0, Statement(below, "order", above)


def edges(journey: Journey, without: AbstractSet[Statement] = frozenset()) -> list[Edge]:
    """Return the edges of a journey in file order, less the statements that are taken away.

    An event whose place in the list is taken away leaves the chain of list order; the chain closes.
    """
    events = journey.events
    named: dict[str, int] = {}
    for index, event in enumerate(events):
        if event.id is not None:
            named.setdefault(event.id, index)
    moved = {each.event for each in without if each.kind == "order"}
    found: list[Edge] = []
    linked = above = -1
    for index, event in enumerate(events):
        found += always(index)
        if event.order_unknown:
            before = index - 1
        else:
            before, above = above, index
            if index not in moved:
                if linked >= 0:
                    found.append(follows(index, linked))
                linked = index
        if event.age or event.lasts:
            found += _measures(index, event)
        if event.later or event.after or event.before or event.during or event.with_ or event.until:
            found += _relations(index, event, before, named)
    if without:
        found = [edge for edge in found if edge[3] not in without]
    return found


def _measures(index: int, event: Event) -> Iterator[Edge]:
    """Yield what an event says about itself: the young person's age, and how long it lasts."""
    here, over = start(index), end(index)
    if event.age is not None and event.whose is None:
        said = Statement(index, "age")
        yield here, BIRTH, -event.age.low, said
        if event.age.high is not None:
            yield BIRTH, here, event.age.high, said
    if event.lasts is None or event.lasts == "unknown":
        return
    said = Statement(index, "lasts")
    if event.lasts == "ongoing":
        yield over, NOW, 0, said
        yield NOW, over, 0, said
        return
    yield over, here, -event.lasts.low, said
    if event.lasts.high is not None:
        yield here, over, event.lasts.high, said


def _relations(index: int, event: Event, before: int, named: dict[str, int]) -> Iterator[Edge]:
    """Yield what an event says about others; ids that lead nowhere or back are for the rules to report."""

    def others(ids: tuple[str, ...]) -> list[int]:
        return [each for each in map(named.get, ids) if each is not None and each != index]

    here, over = start(index), end(index)
    if event.later is not None:
        said = Statement(index, "later")
        for x in others(event.after) if event.after else [before] if before >= 0 else []:
            # People count from the start or from the end: only what both readings exclude is excluded.
            yield here, start(x), -event.later.low, said
            if event.later.high is not None:
                yield end(x), here, event.later.high, said
    for x in others(event.after):
        yield here, end(x), 0, Statement(index, "after", x)
    for x in others(event.before):
        yield start(x), over, 0, Statement(index, "before", x)
    for x in others(event.during):
        said = Statement(index, "during", x)
        yield here, start(x), 0, said
        yield end(x), over, 0, said
    for x in others(event.with_):
        said = Statement(index, "with_", x)
        yield here, start(x), 0, said
        yield start(x), here, 0, said
    for x in others(event.until):
        said = Statement(index, "until", x)
        yield over, start(x), 0, said
        yield start(x), over, 0, said


def places(journey: Journey, statement: Statement) -> list[Span]:
    """Return where a statement stands, its own place first; list order stands at the words of two events."""
    event, kind, other = statement.event, statement.kind, statement.other
    words = journey.place("events", event, "text")
    if kind == "order":
        found = [words, journey.place("events", other, "text")]
    else:
        one = None
        if other >= 0:
            at = getattr(journey.events[event], kind).index(journey.events[other].id)
            one = journey.place("events", event, kind, at)
        found = [one or journey.place("events", event, kind) or words]
    return [span for span in found if span is not None]
