"""What a question is asked of: the cases, and whose word counts within which window."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import groupby

from reise.comparison.case import Case, Turn, helping, is_break, is_help
from reise.comparison.outcomes import is_good
from reise.comparison.value import Count, Share, Terms, Unit, count
from reise.journey.model import Direction


@dataclass(frozen=True, slots=True)
class Sought:
    """What is looked for: whether a place on the line has it, and whether the file can tell at all.

    `at` is None where the file says nothing of that event.
    """

    at: Callable[[Case, int], bool | None]
    told: Callable[[Case], bool] = lambda case: True

    def among(self, case: Case, window: Iterable[int]) -> bool | None:
        """Return whether any of some places has it; None where none has, and the file cannot tell."""
        return any_of([*(self.at(case, each) for each in window), False if self.told(case) else None])


@dataclass(frozen=True, slots=True)
class Inquiry:
    """Cases, in order of id, and the terms that the numbers rest on."""

    cases: tuple[Case, ...]
    terms: Terms

    @property
    def voice(self) -> str:
        """Whose word counts."""
        return self.terms.voice

    @property
    def window(self) -> int:
        """How many events a window holds."""
        return self.terms.window

    def by(self, voice: str) -> "Inquiry":
        """Return the same inquiry with another voice."""
        return replace(self, terms=replace(self.terms, voice=voice))

    def voices(self) -> tuple[str, ...]:
        """Return the chosen voice, and beside it that of everyone, so that it shows what it changes."""
        return tuple(dict.fromkeys((self.voice, "all")))

    def first(self, case: Case, direction: Direction) -> Turn | None:
        """Return the first turning point of a direction that the chosen voice calls so."""
        return next(iter(case.turns_of(self.voice, direction)), None)

    def good(self, case: Case) -> bool | None:
        """Whether a case ended as hoped; None where nobody can tell yet."""
        return is_good(case.journey.outcome, self.terms.outcomes)

    def turns(self, direction: Direction | None = None, voice: str = "") -> Iterator[tuple[Case, Turn]]:
        """Yield every turning point that a voice (the chosen one) calls so, with its case."""
        for case in self.cases:
            for turn in case.turns_of(voice or self.voice, direction):
                yield case, turn

    def around_first(self, name: str, direction: Direction, sought: Sought, *, where: str) -> Count:
        """Count the cases in which something lies "before", "in", or "within" (in or before) the first turn.

        A case that has such a turning point only by others' word is unknown.
        """
        shares = []
        for case in self.cases:
            turn = self.first(case, direction)
            if turn is None:
                if case.turns_of("all", direction):
                    shares.append(Share(case.id, 0, 0, unknown=1))
                continue
            shares.append(share(case, turn.at, places(case, turn.at, self.window, where), sought))
        return count(name, "case", shares)


def places(case: Case, at: int, window: int, where: str) -> tuple[int, ...]:
    """Return the places "before" an event within a window, those "in" its moment, or both ("within")."""
    before = case.before(at, window) if where != "in" else ()
    return before + (case.moment(at) if where != "before" else ())


def share(case: Case, at: int, window: tuple[int, ...], sought: Sought) -> Share:
    """Return what one event gives to a count: whether something is found in the window around it."""
    found = sought.among(case, window)
    earliest = [each for each in window if each < at]
    return Share(
        case.id,
        int(found is True),
        int(found is not None),
        int(found is None),
        long=bool(earliest) and case.reaching(at, len(earliest)),
        unsure=case.unsure(window),
    )


def any_of(found: Iterable[bool | None]) -> bool | None:
    """Return whether any is true; None where none is, but some are unknown."""
    known = list(found)
    return True if True in known else None if None in known else False


def tagged(tag: str) -> Sought:
    """Return a search for a tag; in a file that never uses it, its absence says nothing."""
    return Sought(lambda case, at: tag in case.line[at].tags, lambda case: tag in case.tags)


def helped(voice: str, role: str | None = None) -> Sought:
    """Return a search for help (by one role) that a voice says helped; unknown where that voice is silent."""

    def at(case: Case, place: int) -> bool | None:
        event = case.line[place]
        if not is_help(event) or (role is not None and role not in event.who):
            return False
        return helping(event, voice)

    return Sought(at)


#: A search for a break; in a file that marks none, its absence says nothing.
BREAKING = Sought(lambda case, at: is_break(case.line[at]), lambda case: any(map(is_break, case.line)))


def texts(case: Case, window: Iterable[int]) -> tuple[str, ...]:
    """Return the words of the events at some places."""
    return tuple(case.line[each].text for each in window)


def of_units(unit: Unit, name: str, shares: Iterable[Share]) -> Count:
    """Return a count of units of which a case can have several; those of a case are left out together."""
    return count(name, unit, _together(shares))


def of_cases(name: str, shares: Iterable[Share]) -> Count:
    """Return a count of cases: a yes where any share of a case is one."""
    return count(name, "case", [_any(each) for each in _together(shares)])


def _any(whole: Share) -> Share:
    """Return what a case with several units gives to a count of cases."""
    known = bool(whole.n) or not whole.unknown
    return replace(whole, n=min(1, whole.n), of=int(known), unknown=int(not known))


def _together(shares: Iterable[Share]) -> list[Share]:
    """Return one share a case."""
    ordered = sorted(shares, key=lambda each: each.case)
    return [
        Share(
            case,
            sum(each.n for each in group),
            sum(each.of for each in group),
            sum(each.unknown for each in group),
            any(each.long for each in group),
            any(each.unsure for each in group),
        )
        for case, found in groupby(ordered, key=lambda each: each.case)
        for group in [list(found)]
    ]


def gaps(inquiry: Inquiry) -> tuple[tuple[str, str | int], ...]:
    """Return what a rule tells of the terms."""
    return (("window", inquiry.window), ("voice", inquiry.voice))
