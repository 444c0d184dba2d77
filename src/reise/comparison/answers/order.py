"""Questions 19 and 20: which sequences of events recur, and what follows directly upon what."""

from itertools import pairwise

from reise.comparison.answers.inquiry import Inquiry, of_units
from reise.comparison.value import Answer, Share, Table, count
from reise.comparison.ways import patterns as _patterns

#: The most sequences that are counts of their own; the table has them all.
MOST = 40


def least_support(inquiry: Inquiry) -> int:
    """Return in how many cases a sequence must recur to be named: half of them, never fewer than two."""
    return inquiry.terms.support or max(2, -(-len(inquiry.cases) // 2))


def patterns(inquiry: Inquiry) -> Answer:
    """Answer Q19: which sequences of two or three kinds, gaps allowed, recur in at least k cases."""
    least = least_support(inquiry)
    found = _patterns(inquiry.cases, least)
    parts = []
    for kinds, cases in found[:MOST]:
        had = set(cases)
        shares = [Share(case.id, int(case.id in had), 1) for case in inquiry.cases]
        parts.append(count(f"pattern|kinds:{'>'.join(kinds)}", "case", shares))
    covered = {case for _, cases in found for case in cases}
    head = count(
        "with_pattern", "case", [Share(case.id, int(case.id in covered), 1) for case in inquiry.cases]
    )
    rows = tuple((">".join(kinds), len(cases), len(inquiry.cases), cases) for kinds, cases in found)
    table = Table("patterns", ("kinds", "n", "N", "cases"), rows)
    return Answer("q19", head, "q19", (("least", least),), tuple(parts), (), (table,))


def follows(inquiry: Inquiry) -> Answer:
    """Answer Q20: what follows directly upon what, and where are the loops."""
    met: dict[tuple[str, str], list[str]] = {}
    loops = []
    for case in inquiry.cases:
        kinds = [case.journey.events[index].kind.value for index in case.chronology.order]
        steps = list(pairwise(kinds))
        for step in steps:
            met.setdefault(step, []).append(case.id)
        loops.append(Share(case.id, sum(first == second for first, second in steps), len(steps)))
    ordered = sorted(met.items(), key=lambda each: (-len(set(each[1])), -len(each[1]), each[0]))
    rows = tuple((*step, len(set(cases)), len(cases), tuple(dict.fromkeys(cases))) for step, cases in ordered)
    table = Table("follows", ("kind", "next_kind", "n_cases", "occurrences", "cases"), rows)
    return Answer("q20", of_units("event", "loops", loops), "q20", (), (), (), (table,))
