"""What somebody who knows a young person may know: the facts of a journey, coarse and without its words."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal

from reise.journey.model import Event, Journey
from reise.journey.time import YEAR

Sort = Literal["outcome", "despite", "role", "transition", "tag", "turn", "age", "kind"]
#: The sorts of facts, those first that others know about most easily.
SORTS: tuple[Sort, ...] = ("outcome", "despite", "role", "transition", "tag", "turn", "age", "kind")
#: Where an age span ends, in years: before school, primary, lower and upper secondary, young, grown.
AGES = (6, 13, 16, 19, 25)
#: From this number on a count is folded.
MANY = 3
_NOT_TOLD = frozenset({"den_unge"})


@dataclass(frozen=True, slots=True, order=True)
class Fact:
    """Something that is told of a case, and can be told of others.

    `of` is an id or folded words ("crisis", "bup-dps", "i arbeid"), `more` the status of a transition or
    how often a kind is told: "1", "2", "3+". `said` is how the words were written; it makes no difference.
    """

    place: int
    of: str
    more: str = ""
    said: str = field(default="", compare=False)

    @property
    def sort(self) -> Sort:
        """What sort of fact it is."""
        return SORTS[self.place]


def facts_of(journey: Journey) -> tuple[Fact, ...]:
    """Return the facts of a journey, each once, in order; what is not told is no fact."""
    found = list(_of_whole(journey))
    for event in journey.events:
        found += _of_event(event)
    kinds = Counter(event.kind.value for event in journey.events)
    found += [_fact("kind", kind, str(n) if n < MANY else f"{MANY}+") for kind, n in kinds.items()]
    return tuple(sorted(dict.fromkeys(found)))


def _of_whole(journey: Journey) -> Iterator[Fact]:
    if journey.outcome:
        yield _words("outcome", journey.outcome)
    for each in journey.despite:
        yield _words("despite", each)


def _of_event(event: Event) -> Iterator[Fact]:
    for each in event.who:
        if each not in _NOT_TOLD:
            yield _words("role", each)
    if event.transition:
        status = event.transition.status
        yield _fact("transition", event.transition.type or "none", status.value if status else "none")
    for each in event.tags:
        yield _words("tag", each)
    if event.turning_point:
        yield _fact("turn", event.turning_point.direction.value)
    if event.age and not event.whose:
        low = event.age.low
        for span in range(_span(low), _span(low if event.age.high is None else event.age.high) + 1):
            yield _fact("age", str(span))


def _span(days: int) -> int:
    """Return the number of the age span that a day of life lies in."""
    return sum(days >= end * YEAR for end in AGES)


def _words(sort: Sort, words: str) -> Fact:
    return Fact(SORTS.index(sort), " ".join(words.casefold().split()), said=words)


def _fact(sort: Sort, of: str, more: str = "") -> Fact:
    return Fact(SORTS.index(sort), of, more)
