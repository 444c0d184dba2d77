"""Crisp-set Qualitative Comparative Analysis: which conditions, put together, go with an outcome.

Cases with the same conditions are one row of a truth table; the rows with the outcome are written
as the shortest formula that holds for them and for no row without it (Ragin 1987: The Comparative
Method; Quine 1952, McCluskey 1956 and Petrick 1956 for the formula). A formula describes the cases
that were compared, and claims no cause.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import reduce
from itertools import product
from typing import Literal

Values = tuple[bool, ...]
#: A row reaches the cut-off; no case of it has the outcome; some have, too few; nobody has been seen there.
Verdict = Literal["outcome", "not", "contradictory", "remainder"]
#: More conditions than log2(N) of N cases (any outcome could then be written as a formula by chance);
#: no case with the outcome, or none without; no row that reaches the cut-off.
Limit = Literal["too_many", "no_positive", "no_negative", "none_reaches"]

#: The most conditions of a truth table.
CONDITIONS = 8
#: The most unfinished covers that are held at once in the search for all minimal ones.
UNFINISHED = 20_000


class TooManyConditions(ValueError):  # noqa: N818 - it says what there is too much of
    """More conditions than `CONDITIONS`; holds how many."""


@dataclass(frozen=True, slots=True)
class Observation:
    """A case: whether each condition holds, in the order of the table's, and whether the outcome came."""

    case: str
    values: Values
    outcome: bool


@dataclass(frozen=True, slots=True)
class Row:
    """A configuration of conditions, with the ids of its cases that have the outcome and that have not.

    `consistency` is the share of its cases that have the outcome, None without cases.
    """

    values: Values
    having: tuple[str, ...]
    lacking: tuple[str, ...]
    consistency: Fraction | None
    verdict: Verdict

    @property
    def n(self) -> int:
        """How many cases the row has."""
        return len(self.having) + len(self.lacking)


@dataclass(frozen=True, slots=True)
class TruthTable:
    """All 2^k configurations of k conditions, the one where none holds first, and what limits their use."""

    conditions: tuple[str, ...]
    cutoff: Fraction
    rows: tuple[Row, ...]
    limits: tuple[Limit, ...]

    def rows_of(self, verdict: Verdict) -> tuple[Row, ...]:
        """Return the rows with a verdict."""
        return tuple(row for row in self.rows if row.verdict == verdict)


def truth_table(
    conditions: tuple[str, ...], cases: Sequence[Observation], cutoff: Fraction = Fraction(1)
) -> TruthTable:
    """Return the truth table of cases.

    A row is "outcome" if the share of its cases that have the outcome is at least `cutoff`
    (over 0, at most 1), "contradictory" if only a smaller share has it. Cases where a condition or
    the outcome is unknown don't belong here: leave them out and say so. Raises TooManyConditions,
    or ValueError for no conditions, a name or a case given twice, values that don't match the
    conditions, and a cut-off out of range.
    """
    if len(conditions) > CONDITIONS:
        raise TooManyConditions(len(conditions))
    if not conditions or len(set(conditions)) < len(conditions):
        raise ValueError("conditions must have names of their own")
    if not 0 < cutoff <= 1:
        raise ValueError("the cut-off must be over 0 and at most 1")
    if len({case.case for case in cases}) < len(cases):
        raise ValueError("a case is given twice")
    rows: dict[Values, tuple[list[str], list[str]]] = {
        values: ([], []) for values in product((False, True), repeat=len(conditions))
    }
    for case in sorted(cases, key=lambda each: each.case):
        if len(case.values) != len(conditions):
            raise ValueError("a case must have one value a condition")
        rows[case.values][not case.outcome].append(case.case)
    made = tuple(_row(values, tuple(yes), tuple(no), cutoff) for values, (yes, no) in rows.items())
    return TruthTable(conditions, cutoff, made, tuple(_limits(made)))


def _row(values: Values, having: tuple[str, ...], lacking: tuple[str, ...], cutoff: Fraction) -> Row:
    if not having and not lacking:
        return Row(values, having, lacking, None, "remainder")
    share = Fraction(len(having), len(having) + len(lacking))
    verdict: Verdict = "outcome" if share >= cutoff else "contradictory" if having else "not"
    return Row(values, having, lacking, share, verdict)


def _limits(rows: Sequence[Row]) -> Iterable[Limit]:
    if len(rows) > sum(row.n for row in rows):
        yield "too_many"
    if not any(row.having for row in rows):
        yield "no_positive"
    if not any(row.lacking for row in rows):
        yield "no_negative"
    if all(row.verdict != "outcome" for row in rows):
        yield "none_reaches"


@dataclass(frozen=True, slots=True)
class Term:
    """Conditions that go together, and whether each is present; none at all is what always holds.

    `having` and `lacking` are the cases that it covers, with and without the outcome. Of all cases
    with the outcome, `coverage` is the share that it covers, `unique` the share that no other term
    of its formula covers; `consistency` is the share of the cases it covers that have the outcome
    (Ragin 2006: Set relations in social research).
    """

    literals: tuple[tuple[str, bool], ...]
    having: tuple[str, ...]
    lacking: tuple[str, ...]
    consistency: Fraction
    coverage: Fraction
    unique: Fraction


@dataclass(frozen=True, slots=True)
class Formula:
    """Terms joined by "or" that cover every row with the outcome.

    `assumed` are the remainders that it covers too: nobody has been seen there, and the formula
    takes the outcome for granted.
    """

    terms: tuple[Term, ...]
    consistency: Fraction
    coverage: Fraction
    assumed: tuple[Values, ...]

    def __str__(self) -> str:
        """Return the formula as `A*~B + C`, "~" for absent and "1" for what always holds."""
        return " + ".join(
            "*".join(name if present else f"~{name}" for name, present in term.literals) or "1"
            for term in self.terms
        )


@dataclass(frozen=True, slots=True)
class Solution:
    """The shortest formulas of a truth table: fewest terms, then fewest conditions named in them.

    "conservative" assumes nothing about remainders, "parsimonious" whatever makes it shortest;
    contradictory rows are never covered. Where more formulas are equally short, all are there and
    none is better. With `complete` False they were too many to search: the one formula is made by
    taking, time and again, the term that covers most rows not yet covered (then the one naming
    fewest conditions, then the first), and leaving out what proves unneeded; a shorter one may
    exist. `primes` is how many terms there were to choose from. Without a row with the outcome
    there is no formula.
    """

    kind: Literal["conservative", "parsimonious"]
    formulas: tuple[Formula, ...]
    primes: int
    complete: bool


def solve(table: TruthTable, remainders: bool = False) -> Solution:
    """Return the shortest formulas for the outcome; with `remainders`, rows without cases may be covered."""
    kind: Literal["conservative", "parsimonious"] = "parsimonious" if remainders else "conservative"
    number = {row.values: place for place, row in enumerate(table.rows)}
    positive = [number[row.values] for row in table.rows_of("outcome")]
    free = [number[row.values] for row in table.rows_of("remainder")] if remainders else []
    terms = prime_implicants((*positive, *free), len(table.conditions))
    reach = [_bits(at for at, row in enumerate(positive) if term.holds(row)) for term in terms]
    useful = [at for at, rows in enumerate(reach) if rows]
    found, complete = covers([reach[at] for at in useful], [terms[at].size for at in useful])
    return Solution(
        kind,
        tuple(_formula(table, [terms[useful[at]] for at in cover]) for cover in found),
        len(useful),
        complete,
    )


@dataclass(frozen=True, slots=True)
class Implicant:
    """A term as bits, the first condition highest: `fixed` on those that it names, `bits` if present."""

    fixed: int
    bits: int

    def holds(self, row: int) -> bool:
        """Whether a row, as a number of the same bits, is covered."""
        return row & self.fixed == self.bits

    @property
    def size(self) -> int:
        """How many conditions it names."""
        return self.fixed.bit_count()


def prime_implicants(rows: Iterable[int], width: int) -> tuple[Implicant, ...]:
    """Return the terms that cover none but these rows and name no condition in vain (Quine, McCluskey).

    In order of how many conditions they name, then condition by condition present, absent, not named.
    """
    every = (1 << width) - 1
    current = {Implicant(every, row) for row in rows}
    primes: set[Implicant] = set()
    while current:
        merged, used = set(), set()
        for term in current:
            for bit in (1 << place for place in range(width)):
                pair = Implicant(term.fixed, term.bits | bit)
                if term.fixed & bit and not term.bits & bit and pair in current:
                    merged.add(Implicant(term.fixed ^ bit, term.bits))
                    used |= {term, pair}
        primes |= current - used
        current = merged
    places = [1 << place for place in reversed(range(width))]
    return tuple(
        sorted(
            primes,
            key=lambda term: (term.size, [(not term.fixed & bit, not term.bits & bit) for bit in places]),
        )
    )


def covers(reach: Sequence[int], sizes: Sequence[int]) -> tuple[tuple[tuple[int, ...], ...], bool]:
    """Return the cheapest ways to cover all rows, as places of terms, and whether these are all of them.

    `reach` has the rows that each term covers, as bits; `sizes` its conditions. Cheapest are the
    fewest terms, then the fewest conditions (Petrick 1956). Unfinished covers of more terms than a
    known cover are given up; past `UNFINISHED` of the others the known cover stands alone.
    """
    everything = reduce(int.__or__, reach, 0)
    if not everything:
        return (), True
    known = _greedy(reach, sizes, everything)
    # A term whose rows a term of fewer conditions covers too is in no cheapest cover.
    kept = [
        at
        for at, rows in enumerate(reach)
        if not any(not rows & ~more and sizes[other] < sizes[at] for other, more in enumerate(reach))
    ]
    choices = [[at for at in kept if reach[at] >> row & 1] for row in range(everything.bit_length())]
    partial: dict[tuple[int, ...], int] = {(): 0}
    for row in sorted(range(len(choices)), key=lambda row: len(choices[row])):
        longer: dict[tuple[int, ...], int] = {}
        for cover, covered in partial.items():
            if covered >> row & 1:
                longer[cover] = covered
            elif len(cover) < len(known):
                for at in choices[row]:
                    longer[tuple(sorted((*cover, at)))] = covered | reach[at]
                    if len(longer) > UNFINISHED:
                        return (known,), False
        partial = longer
    cost = {cover: (len(cover), sum(sizes[at] for at in cover)) for cover in partial}
    least = min(cost.values())
    return tuple(sorted(cover for cover, each in cost.items() if each == least)), True


def _greedy(reach: Sequence[int], sizes: Sequence[int], everything: int) -> tuple[int, ...]:
    """Return a cover from which no term can be left out, by the rule that `Solution` tells."""
    chosen: list[int] = []
    left = everything
    while left:
        best = min(range(len(reach)), key=lambda at: (-(reach[at] & left).bit_count(), sizes[at], at))
        chosen.append(best)
        left &= ~reach[best]
    for at in reversed(chosen[:]):
        others = [each for each in chosen if each != at]
        if reduce(int.__or__, (reach[each] for each in others), 0) == everything:
            chosen = others
    return tuple(sorted(chosen))


def _bits(places: Iterable[int]) -> int:
    return reduce(int.__or__, (1 << place for place in places), 0)


def _formula(table: TruthTable, implicants: Sequence[Implicant]) -> Formula:
    """Return a cover with its cases and measures; at least one row of the table has the outcome."""
    covered = [[row for at, row in enumerate(table.rows) if each.holds(at)] for each in implicants]
    having = [{case for row in rows for case in row.having} for rows in covered]
    lacking = [{case for row in rows for case in row.lacking} for rows in covered]
    positive = sum(len(row.having) for row in table.rows)
    highest = len(table.conditions) - 1
    terms = []
    for at, each in enumerate(implicants):
        others = set().union(*having[:at], *having[at + 1 :])
        terms.append(
            Term(
                tuple(
                    (name, bool(each.bits >> highest - place & 1))
                    for place, name in enumerate(table.conditions)
                    if each.fixed >> highest - place & 1
                ),
                tuple(sorted(having[at])),
                tuple(sorted(lacking[at])),
                Fraction(len(having[at]), len(having[at]) + len(lacking[at])),
                Fraction(len(having[at]), positive),
                Fraction(len(having[at] - others), positive),
            )
        )
    yes, no = len(set().union(*having)), len(set().union(*lacking))
    return Formula(
        tuple(terms),
        Fraction(yes, yes + no),
        Fraction(yes, positive),
        tuple(
            row.values
            for at, row in enumerate(table.rows)
            if row.verdict == "remainder" and any(each.holds(at) for each in implicants)
        ),
    )
