"""What a comparison finds, as frozen values: counts that carry their cases, their unknowns and their rule.

A number is a sum over cases (`Share`), so that every count can name its cases and say what becomes of
it when any one of them is left out.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from fractions import Fraction
from typing import Literal

Unit = Literal["case", "turning_point", "event", "transition", "pair", "type", "question"]
#: A tuple is a list within a cell.
Cell = str | int | float | bool | None | tuple[str, ...]
#: Marks what a count is of, after its name: "helped|role:skolelos".
OF = "|"


@dataclass(frozen=True, slots=True)
class Share:
    """What one case gives to a count: `n` of `of`, and how many of these nobody can tell.

    `of` counts what is known only; what is unknown stands beside it and is never a no. `long` says
    that something which lasts reaches into the window, `unsure` that an event of the window may
    belong elsewhere.
    """

    case: str
    n: int
    of: int
    unknown: int = 0
    long: bool = False
    unsure: bool = False


@dataclass(frozen=True, slots=True)
class Count:
    """n of N: `cases` are the ids that gave to n, `unknown` the ids where the files do not tell.

    `n` is 0 … N. N counts the units that are known; `unknowns` are as many units more. `low` and
    `high` are n and N of the smallest and the largest share that leaving out any one case gives
    (None where there are fewer than two cases). `name` is what is counted: a key of the locale's
    [finding], and where that has a gap {what}, a bar and what fills it, as a sort and an id:
    "helped|role:skolelos", "follows|kinds:crisis>service". Sorts are role, transition, kind, kinds,
    tag, voice, area, direction, status, type (which is a role, a kind or a transition by its own
    sort: "type:role:bup"), feature (likewise) and words (as they are).
    """

    name: str
    unit: Unit
    n: int
    N: int
    cases: tuple[str, ...]
    unknown: tuple[str, ...] = ()
    unknowns: int = 0
    long: tuple[str, ...] = ()
    unsure: tuple[str, ...] = ()
    low: tuple[int, int] | None = None
    high: tuple[int, int] | None = None


def count(name: str, unit: Unit, shares: Iterable[Share]) -> Count:
    """Return the count that shares add up to, with what leaving out one case at a time makes of it."""
    given = [each for each in shares if each.of or each.unknown]
    n, N = sum(each.n for each in given), sum(each.of for each in given)  # noqa: N806
    left = sorted(
        {(n - each.n, N - each.of) for each in given if each.of and each.of < N},
        key=lambda rest: (Fraction(rest[0], rest[1]), rest[1]),
    )
    return Count(
        name,
        unit,
        n,
        N,
        tuple(each.case for each in given if each.n),
        tuple(each.case for each in given if each.unknown),
        sum(each.unknown for each in given),
        tuple(each.case for each in given if each.long),
        tuple(each.case for each in given if each.unsure),
        left[0] if left else None,
        left[-1] if left else None,
    )


@dataclass(frozen=True, slots=True)
class Measure:
    """A number a case, such as how many services were there: `values` are (case, value) pairs.

    `unit` is what the numbers count: "events", "months" (fewest and most are two measures), "roles".
    `low` and `high` are the smallest and largest median that leaving out any one case gives.
    """

    name: str
    unit: str
    values: tuple[tuple[str, float], ...]
    unknown: tuple[str, ...] = ()
    median: float | None = None
    least: float | None = None
    most: float | None = None
    low: float | None = None
    high: float | None = None


def measure(name: str, unit: str, values: Iterable[tuple[str, float]], unknown: Iterable[str]) -> Measure:
    """Return a measure with its median, its spread and what leaving out one case makes of the median."""
    given = tuple(values)
    numbers = sorted(value for _, value in given)
    if not numbers:
        return Measure(name, unit, given, tuple(unknown))
    without = [_median(numbers[:place] + numbers[place + 1 :]) for place in _distinct(numbers)]
    return Measure(
        name,
        unit,
        given,
        tuple(unknown),
        _median(numbers),
        numbers[0],
        numbers[-1],
        min(without) if len(numbers) > 1 else None,
        max(without) if len(numbers) > 1 else None,
    )


def _distinct(numbers: list[float]) -> list[int]:
    """Return the places that matter when one is left out: the ends and the middle."""
    middle = len(numbers) // 2
    places = {0, len(numbers) - 1, middle, max(0, middle - 1)}
    return sorted(places) if len(numbers) > 1 else []


def _median(numbers: list[float]) -> float:
    middle = len(numbers) // 2
    return numbers[middle] if len(numbers) % 2 else (numbers[middle - 1] + numbers[middle]) / 2


@dataclass(frozen=True, slots=True)
class Table:
    """Rows that belong to an answer: `columns` are keys of the locale's [column], cells plain values.

    The column tells what a cell is: "case" the id of a case, "number" the number of an event on its
    case map (from 1; None for a milestone), "role", "transition", "kind", "tag", "area", "direction",
    "status", "voice" or a plural of these (a tuple) ids of the vocabulary or values of the model, "type"
    and "feature" a sort and an id ("role:bup"), "effects" pairs such as "young:helped", "kinds" a
    sequence "crisis>service";
    "question" an id such as "q01"; the others words of the journeys, numbers or yes and no.
    """

    name: str
    columns: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]


@dataclass(frozen=True, slots=True)
class Answer:
    """The answer to one of the 24 questions.

    `head` is its number; `parts` are further counts of the same question, `measures` numbers a case,
    `tables` what was found in full. `rule` is a key of the locale's [rule] and `gaps` fill it.
    `lacks` is a key of [lacks] that says what the files must hold for an answer, where they don't.
    """

    id: str
    head: Count
    rule: str
    gaps: tuple[tuple[str, str | int], ...] = ()
    parts: tuple[Count, ...] = ()
    measures: tuple[Measure, ...] = ()
    tables: tuple[Table, ...] = ()
    lacks: str = ""


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A journey that is not in the comparison, and why: withdrawn, no consent, not chosen."""

    case: str
    why: Literal["withdrawn", "consent", "sharing", "filtered"]


@dataclass(frozen=True, slots=True)
class Terms:
    """What the numbers rest on.

    `align` is an alignment, `voice` whose word counts ("young", another, or "all"), `window` how many
    events a window holds, `where` the filters, `outcomes` those that are good (work and education, if
    none), `conditions` features for the truth table, `support` in how many cases a sequence must recur
    (half of them, if 0).
    """

    align: str = "first-up"
    voice: str = "young"
    window: int = 2
    where: tuple[tuple[str, str], ...] = ()
    outcomes: tuple[str, ...] = ()
    conditions: tuple[str, ...] = ()
    support: int = field(default=0)
