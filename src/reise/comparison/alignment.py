"""Which event of each case stands in the common column: a turn, a transition, a milestone, an age."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from reise.comparison.case import Case, Turn
from reise.comparison.outcomes import is_open
from reise.journey.model import Direction, Kind
from reise.journey.names import fold
from reise.journey.time import YEAR
from reise.journey.vocabulary import find_transition

#: What `reached` says: aligned on what the chosen voice says; on what only others say; neither, with
#: the journey ended, or still open; or the files do not tell (an age).
Reached = Literal["reached", "others", "not", "open", "unknown"]
_TURN = re.compile(r"turn:([1-9]\d{0,3})")
_AGE = re.compile(r"age:(\d{1,3}(?:[.,]\d)?)")
PLAIN = ("first-up", "first-down", "last", "start")


@dataclass(frozen=True, slots=True)
class Anchor:
    """Where a case stands in the common column: `at` is a place on its line, None where it has none."""

    case: str
    at: int | None
    reached: Reached


class UnknownAlignment(ValueError):  # noqa: N818 - it is the alignment that is unknown
    """Words that name no alignment."""


def checked(align: str, cases: Iterable[Case] = ()) -> str:
    """Return an alignment in its one spelling, or raise UnknownAlignment.

    "first-up", "first-down", "last", "start", "turn:K" (K from 1), "transition:ID" (an id or a label of
    the vocabulary), "milestone:TEXT" (its whole text, small and capital letters alike; a milestone that only
    heads the events under it stands for the first of them), "age:N" (years).
    """
    if align in PLAIN or _TURN.fullmatch(align) or _AGE.fullmatch(align):
        return align.replace(",", ".")
    sort, _, words = align.partition(":")
    if sort == "milestone" and words.strip():
        return f"milestone:{words.strip()}"
    if sort == "transition" and words.strip():
        shared = next((each.journey.collection for each in cases), None)
        return f"transition:{find_transition(words.strip(), shared) or words.strip()}"
    raise UnknownAlignment(align)


def anchors(cases: Iterable[Case], align: str, voice: str) -> tuple[Anchor, ...]:
    """Return the anchor of each case; `align` as `checked` returns it."""
    return tuple(_anchor(case, align, voice) for case in cases)


def _anchor(case: Case, align: str, voice: str) -> Anchor:
    sort, _, words = align.partition(":")
    if sort == "start":
        return Anchor(case.id, 0, "reached") if case.line else _without(case)
    if sort == "age":
        return _at_age(case, round(float(words) * YEAR))
    if sort == "milestone":
        return _at_milestone(case, words)
    if sort == "transition":
        for at, event in enumerate(case.line):
            if event.transition and event.transition.type and fold(event.transition.type) == fold(words):
                return Anchor(case.id, at, "reached")
        return _without(case)
    found = chosen(case, align, voice)
    if found:
        return Anchor(case.id, found.at, "reached")
    others = chosen(case, align, "all")
    return Anchor(case.id, others.at, "others") if others else _without(case)


def chosen(case: Case, align: str, voice: str) -> Turn | None:
    """Return the turning point that an alignment chooses among those that a voice calls so."""
    if align in ("first-up", "first-down"):
        direction = Direction.UP if align == "first-up" else Direction.DOWN
        return next(iter(case.turns_of(voice, direction)), None)
    turns = case.turns_of(voice)
    if align == "last":
        return turns[-1] if turns else None
    place = int(align.partition(":")[2]) - 1
    return turns[place] if place < len(turns) else None


def _at_milestone(case: Case, words: str) -> Anchor:
    """Return a milestone, or where it is a heading only the first event under it."""
    place = {index: at for at, index in enumerate(case.indices)}
    passed = False
    for index in case.chronology.order:
        event = case.journey.events[index]
        passed = passed or (event.kind is Kind.MILESTONE and fold(event.text) == fold(words))
        if passed and index in place:
            return Anchor(case.id, place[index], "reached")
    return _without(case)


def _at_age(case: Case, days: int) -> Anchor:
    """Return the first event that surely starts at that age or later, unless the age may lie after it."""
    starts = [case.chronology.starts[index] for index in case.indices]
    for at, start in enumerate(starts):
        if start.earliest is not None and start.earliest >= days:
            return Anchor(case.id, at, "reached")
    if all(start.earliest is None or start.latest is None for start in starts):
        return Anchor(case.id, None, "unknown")
    return _without(case)


def _without(case: Case) -> Anchor:
    return Anchor(case.id, None, "open" if is_open(case.journey.outcome) else "not")
