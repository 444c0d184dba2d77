"""Questions 17 and 18: what positive deviants have in common that like cases lack, and what they did.

A positive deviant is a case with a good outcome despite its constraints (Pascale, Sternin and Sternin
2010). Without cases that had like constraints and another outcome, nothing is told from them: whoever
looks only at those who succeeded chooses by the outcome.
"""

from fractions import Fraction

from reise.comparison.answers.inquiry import Inquiry, any_of, gaps
from reise.comparison.case import Case, helping, roles
from reise.comparison.similarity import constraints
from reise.comparison.value import Answer, Count, Share, Table, count
from reise.journey.model import Direction, TransitionStatus

#: The most features that are listed, the most telling first.
MOST = 24
#: With fewer comparison cases than this, what is found is raw numbers and no pattern.
FEWEST = 3


def deviants(inquiry: Inquiry) -> tuple[Case, ...]:
    """Return the cases with constraints and a good outcome."""
    return tuple(case for case in inquiry.cases if constraints(case) and inquiry.good(case) is True)


def others(inquiry: Inquiry) -> tuple[Case, ...]:
    """Return the cases that share a constraint with a positive deviant and had another outcome."""
    shared = frozenset().union(*(constraints(case) for case in deviants(inquiry)))
    return tuple(case for case in inquiry.cases if constraints(case) & shared and inquiry.good(case) is False)


def features(case: Case, voice: str) -> dict[str, bool | None]:
    """Return what a case has: tags, roles that helped as the voice says it, transitions that held.

    None where it is not told: a role of whose effect the voice is silent, a transition without status.
    What is not named is absent.
    """
    found: dict[str, bool | None] = {}
    for event in case.line:
        for tag in event.tags:
            found[f"tag:{tag}"] = True
        helped = helping(event, voice)
        for each in roles(event):
            found[f"role:{each}"] = any_of((found.get(f"role:{each}", helped), helped))
        move = event.transition
        if move and move.type:
            known = f"transition:{move.type}"
            settled = move.status in (TransitionStatus.HELD, TransitionStatus.BROKE)
            held = move.status is TransitionStatus.HELD if settled else None
            found[known] = any_of((found.get(known, held), held))
    return found


def more_often(inquiry: Inquiry) -> Answer:
    """Answer Q17: what is found more often in positive deviants than in cases with like constraints."""
    rest = others(inquiry)
    shared = frozenset().union(*map(constraints, rest))
    good = tuple(case for case in deviants(inquiry) if constraints(case) & shared)
    shares = [
        Share(case.id, int(known is True), int(known is not None), int(known is None))
        for case in inquiry.cases
        if constraints(case)
        for known in [inquiry.good(case)]
    ]
    head = count("deviants", "case", shares)
    if not good or not rest:
        lacks = "comparison_cases" if deviants(inquiry) else "deviants"
        return Answer("q17", head, "q17", gaps(inquiry), lacks=lacks)
    had = {case.id: features(case, inquiry.voice) for case in (*good, *rest)}
    names = sorted({name for each in had.values() for name, yes in each.items() if yes})
    told = []
    for name in names:
        pair = tuple(
            count(
                f"{group}|feature:{name}",
                "case",
                [_having(c.id, had[c.id].get(name, False)) for c in cases],
            )
            for group, cases in (("in_deviants", good), ("in_others", rest))
        )
        if pair[0].N and pair[1].N:
            told.append((Fraction(pair[0].n, pair[0].N) - Fraction(pair[1].n, pair[1].N), name, pair))
    told.sort(key=lambda each: (-each[0], each[1]))
    chosen = [each for each in told if each[0] > 0 and 2 * each[2][0].n >= max(2, each[2][0].N)][:MOST]
    rows = tuple((name, a.n, a.N, b.n, b.N, a.cases, b.cases) for _, name, (a, b) in chosen)
    columns = ("feature", "n_deviants", "N_deviants", "n_others", "N_others", "deviants", "others")
    parts: tuple[Count, ...] = tuple(part for _, _, pair in chosen for part in pair)
    lacks = "few_comparison_cases" if len(rest) < FEWEST else ""
    return Answer("q17", head, "q17", gaps(inquiry), parts, (), (Table("features", columns, rows),), lacks)


def _having(case: str, has: bool | None) -> Share:
    return Share(case, int(has is True), int(has is not None), int(has is None))


def behaviour(inquiry: Inquiry) -> Answer:
    """Answer Q18: which behaviour stands out, whose, and under which constraint."""
    shares, rows = [], []
    for case in deviants(inquiry):
        found = []
        for at, event in enumerate(case.line):
            turned = event.turning_point
            if turned and turned.direction is Direction.DOWN:
                continue
            told = (
                turned.difference
                if turned and turned.difference and turned.direction is Direction.UP
                else None
            )
            known = [tag for tag in ("own_initiative", "stable_adult") if tag in event.tags]
            if told or known:
                whose = tuple(dict.fromkeys(event.who))
                found.append(
                    (case.id, case.journey.despite, case.numbers[at], event.text, told, whose, tuple(known))
                )
        shares.append(Share(case.id, int(bool(found)), 1))
        rows += found
    columns = ("case", "despite", "number", "text", "difference", "roles", "tags")
    table = Table("behaviour", columns, tuple(rows))
    lacks = "" if shares else "deviants"
    return Answer("q18", count("with_behaviour", "case", shares), "q18", (), (), (), (table,), lacks)
