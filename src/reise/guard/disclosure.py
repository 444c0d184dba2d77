"""All that staff must know before journeys are shown: findings, decisions, and what singles a case out."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import PurePath
from typing import Literal

from reise.chronology import numbered
from reise.guard.across import Held, Own, Singled, held_by_few, own_sequences, singled_out
from reise.guard.facts import facts_of
from reise.guard.finding import Weight
from reise.guard.record import Decision
from reise.guard.verdict import Verdict
from reise.journey.model import Journey, Status
from reise.problems import Problem

State = Literal["open", "decided", "note"]
#: Facts that few may share; how often a kind is told is no number of a comparison.
FEW = frozenset({"outcome", "despite", "role", "transition", "tag"})


@dataclass(frozen=True, slots=True)
class Item:
    """Something that the guard says of a file, in which event (0: in none), and what was decided about it."""

    problem: Problem
    event: int
    state: State
    decision: Decision | None = None


@dataclass(frozen=True, slots=True)
class Read:
    """A file that the guard has read: a journey with the order of its events, or a collection.

    `number` is its place among the files that were given.
    """

    number: int
    file: str
    verdict: Verdict
    journey: Journey | None = None
    order: tuple[int, ...] = ()

    def card(self, event: int) -> int | None:
        """Return the number of an event's card on the map; a milestone has none."""
        return numbered(self.journey, self.order).get(event - 1) if self.journey else None

    @property
    def items(self) -> tuple[Item, ...]:
        """What is open, what was decided and what is to be noted, in that order."""
        return tuple(sorted(self._items(), key=lambda each: ("open", "decided", "note").index(each.state)))

    def _items(self) -> Iterator[Item]:
        for finding in self.verdict.open:
            yield Item(finding.problem(), finding.event, "open")
        for finding, decision in self.verdict.decided:
            yield Item(finding.problem(), finding.event, "decided", decision)
        for finding in self.verdict.findings:
            if finding.weight is Weight.ADVISE:
                yield Item(finding.problem(), finding.event, "note")
        for each in self.verdict.problems:
            if each.code.startswith("R45"):
                yield Item(each, 0, "note" if each.is_warning else "open")

    def count(self, state: State) -> int:
        """Return how many items there are of a state."""
        return sum(each.state == state for each in self.items)

    @property
    def expired(self) -> int:
        """How many decisions are about sentences that have changed."""
        found = [dict(each.args) for each in self.verdict.problems if each.code == "R452"]
        return sum(int(each["count"]) for each in found)

    @property
    def nameless(self) -> bool:
        """Whether something is open that has no place in the text: it may be the name of the file."""
        return any(each.span is None for each in self.verdict.open)


@dataclass(frozen=True, slots=True)
class Disclosure:
    """What is told of the files that the guard has read.

    `files` holds neither withdrawn journeys nor what could not be read; they are counted. What is found
    across the cases has their names, as in `names`, which are in the order of the files.
    """

    files: tuple[Read, ...]
    withdrawn: int
    unread: int
    names: tuple[str, ...]
    singled: tuple[Singled, ...]
    own: tuple[Own, ...]
    few: tuple[Held, ...]
    found: tuple[str, ...] = field(repr=False)

    @property
    def cases(self) -> tuple[tuple[str, Read, Journey], ...]:
        """The journeys, each with its name."""
        return tuple(
            (name, each, each.journey)
            for name, each in zip(self.names, self.files, strict=True)
            if each.journey
        )

    def count(self, state: State) -> int:
        """Return how many items there are of a state in all files."""
        return sum(each.count(state) for each in self.files)

    def veils(self, text: str) -> bool:
        """Whether a text has words in it that were found and are still open: they are never told."""
        return holds(text, self.found)

    @property
    def expired(self) -> int:
        """How many decisions have expired in all files."""
        return sum(each.expired for each in self.files)


def disclosure(read: Iterable[Read], unread: int = 0) -> Disclosure:
    """Return what is to be told of files; of a journey that was withdrawn only that there is one."""
    everything = tuple(read)
    files = tuple(each for each in everything if not _is_withdrawn(each))
    names = _names(files)
    named = dict(zip(names, files, strict=True))
    journeys = {name: each.journey for name, each in named.items() if each.journey}
    table = {name: facts_of(journey) for name, journey in journeys.items()}
    lines = {
        name: [journey.events[at].kind.value for at in named[name].order]
        for name, journey in journeys.items()
    }
    return Disclosure(
        files,
        len(everything) - len(files),
        unread,
        names,
        singled_out(table),
        own_sequences(lines),
        tuple(each for each in held_by_few(table) if each.fact.sort in FEW),
        tuple(dict.fromkeys(finding.words for each in files for finding in each.verdict.open)),
    )


def holds(text: str, found: Iterable[str]) -> bool:
    """Whether a text has one of some words that were found in it, as whole words, capitals aside."""
    within = f" {_plain(text)} "
    return any(f" {plain} " in within if (plain := _plain(words)) else words in text for words in found)


def _plain(text: str) -> str:
    return " ".join("".join(each if each.isalnum() else " " for each in text.casefold()).split())


def _is_withdrawn(read: Read) -> bool:
    return read.journey is not None and read.journey.status is Status.WITHDRAWN


def _names(files: tuple[Read, ...]) -> tuple[str, ...]:
    """Return what each file is called: its journey's id or its name, its path if others have that too.

    A number where the name itself may be what was found.
    """
    ids = [each.journey.id if each.journey else PurePath(each.file).name for each in files]
    often = Counter(ids)
    return tuple(
        f"#{each.number}" if each.nameless else name if often[name] == 1 else each.file
        for each, name in zip(files, ids, strict=True)
    )
