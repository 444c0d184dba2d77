"""Pairs of like cases, and the truth table with its formulas, as sheets."""

from reise.comparison.compare import Comparison
from reise.tables.rows import Sheet, plain


def pairs(comparison: Comparison) -> Sheet:
    """Return like cases with unlike outcomes, a pair a row, with the event at which each parts."""
    cases = {case.id: case for case in comparison.cases}
    columns = ("good", "other", "shared", "jaccard", "distance", "longest", "good_parts_at", "other_parts_at")
    rows = tuple(
        (
            each.good,
            each.other,
            plain(each.shared),
            float(each.jaccard),
            each.distance,
            each.longest,
            *(
                cases[whose].line[at].text if at < len(cases[whose].line) else None
                for whose, at in zip((each.good, each.other), each.parts, strict=True)
            ),
        )
        for each in comparison.pairs
    )
    return Sheet("pairs", columns, rows)


def truth_table(comparison: Comparison) -> Sheet:
    """Return the truth table, a configuration a row, those without cases included."""
    columns = ("conditions", "with_outcome", "without_outcome", "consistency", "verdict")
    found = comparison.conditions
    if not found:
        return Sheet("truth_table", columns, ())
    rows = tuple(
        (
            plain(tuple(_literal(*each) for each in zip(found.truth.conditions, row.values, strict=True))),
            plain(row.having),
            plain(row.lacking),
            None if row.consistency is None else float(row.consistency),
            row.verdict,
        )
        for row in found.truth.rows
    )
    return Sheet("truth_table", columns, rows)


def formulas(comparison: Comparison) -> Sheet:
    """Return the shortest formulas of the truth table, a term a row; a case can be covered by several."""
    columns = ("solution", "formula", "term", "with_outcome", "without_outcome", "consistency", "coverage")
    rows = [
        (
            solution.kind,
            number,
            plain(tuple(_literal(*each) for each in term.literals)),
            plain(term.having),
            plain(term.lacking),
            float(term.consistency),
            float(term.coverage),
        )
        for solution in (comparison.conditions.solutions if comparison.conditions else ())
        for number, formula in enumerate(solution.formulas, 1)
        for term in formula.terms
    ]
    return Sheet("formulas", columns, tuple(rows))


def _literal(name: str, present: bool) -> str:
    """Return a condition that holds as it is, one that does not with "not " before it."""
    return name if present else f"not {name}"
