"""Truth tables and shortest formulas, held against published tables, another program and brute force.

LIPSET are the 18 European countries between the wars, as dichotomised by Rihoux and De Meur (2009:
Crisp-set Qualitative Comparative Analysis, in Rihoux and Ragin: Configurational Comparative Methods,
chapter 3): developed, urban, literate, industrial, stable government; democracy survived. The same
table is `LC` in the R package QCA. The formulas are those of the chapter.
"""

from fractions import Fraction
from functools import cache
from itertools import product

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from setqca import CSQCA, minimize, sufficiency_diagnostics

from reise.comparison import qca
from reise.comparison.qca import Observation, TooManyConditions, TruthTable, solve, truth_table

FIVE = ("DEV", "URB", "LIT", "IND", "STB")
LIPSET = """
    AU 10110 0   BE 11111 1   CZ 11111 1   EE 00101 0   FI 10101 1   FR 10111 1
    DE 11110 0   GR 00000 0   HU 00100 0   IE 10101 1   IT 00001 0   NL 11111 1
    PL 00100 0   PT 00000 0   RO 00001 0   ES 00000 0   SE 10111 1   UK 11111 1
"""
HALF, ALL = Fraction(1, 2), Fraction(1)


def observations(text: str) -> list[Observation]:
    """Return cases written as `id values outcome`."""
    words = text.split()
    return [
        Observation(case, tuple(bit == "1" for bit in values), outcome == "1")
        for case, values, outcome in zip(words[::3], words[1::3], words[2::3], strict=True)
    ]


def counted(text: str) -> list[Observation]:
    """Return cases written as `values outcome how-many`."""
    words = text.split()
    return [
        Observation(f"{values}-{number}", tuple(bit == "1" for bit in values), outcome == "1")
        for values, outcome, many in zip(words[::3], words[1::3], words[2::3], strict=True)
        for number in range(int(many))
    ]


def turned(cases: list[Observation]) -> list[Observation]:
    """Return the cases with the opposite outcome."""
    return [Observation(each.case, each.values, not each.outcome) for each in cases]


def formulas(table: TruthTable, *, remainders: bool = False) -> list[str]:
    return [str(each) for each in solve(table, remainders).formulas]


def bits(text: str) -> tuple[bool, ...]:
    return tuple(each == "1" for each in text)


# What was published.


def test_the_inter_war_truth_table() -> None:
    table = truth_table(FIVE, observations(LIPSET))
    seen = {
        "".join(str(int(each)) for each in row.values): (row.n, row.verdict)
        for row in table.rows
        if row.verdict != "remainder"
    }
    assert seen == {
        "00000": (3, "not"),
        "00001": (2, "not"),
        "00100": (2, "not"),
        "00101": (1, "not"),
        "10101": (2, "outcome"),
        "10110": (1, "not"),
        "10111": (2, "outcome"),
        "11110": (1, "not"),
        "11111": (4, "outcome"),
    }
    assert len(table.rows_of("remainder")) == 32 - 9


def test_the_inter_war_formulas() -> None:
    """Formulas 1, 3, 4 and 5 of the chapter, the last two with 5 and 18 simplifying assumptions."""
    survived = truth_table(FIVE, observations(LIPSET))
    broke_down = truth_table(FIVE, turned(observations(LIPSET)))
    assert formulas(survived) == ["DEV*~URB*LIT*STB + DEV*LIT*IND*STB"]
    assert formulas(broke_down) == ["~DEV*~URB*~IND + DEV*LIT*IND*~STB"]
    assert formulas(survived, remainders=True) == ["DEV*STB"]
    assert formulas(broke_down, remainders=True) == ["~DEV + ~STB"]
    assert [len(solve(each, True).formulas[0].assumed) for each in (survived, broke_down)] == [5, 18]
    assert solve(survived).formulas[0].assumed == ()


def test_the_inter_war_coverage() -> None:
    """Of the 8 that survived FI, FR, IE and SE are in the first term, all but FI and IE in the second."""
    [formula] = solve(truth_table(FIVE, observations(LIPSET))).formulas
    first, second = formula.terms
    assert first.literals == (("DEV", True), ("URB", False), ("LIT", True), ("STB", True))
    assert first.having == ("FI", "FR", "IE", "SE")
    assert second.having == ("BE", "CZ", "FR", "NL", "SE", "UK")
    assert (first.coverage, first.unique) == (HALF, Fraction(2, 8))
    assert (second.coverage, second.unique) == (Fraction(6, 8), HALF)
    assert (formula.consistency, formula.coverage) == (ALL, ALL)
    assert (first.lacking, first.consistency) == ((), ALL)


def test_the_inter_war_contradictions() -> None:
    """Without STB the chapter finds two contradictory rows, of AU, FR, SE and of BE, CZ, DE, NL, UK."""
    four = [Observation(each.case, each.values[:4], each.outcome) for each in observations(LIPSET)]
    table = truth_table(FIVE[:4], four)
    assert [(row.having, row.lacking) for row in table.rows_of("contradictory")] == [
        (("FR", "SE"), ("AU",)),
        (("BE", "CZ", "NL", "UK"), ("DE",)),
    ]
    [formula] = solve(table).formulas
    assert (str(formula), formula.coverage) == ("DEV*~URB*LIT*~IND", Fraction(2, 8))
    assert formulas(table, remainders=True) == ["DEV*~IND"]


def test_a_contradictory_row_that_reaches_the_cutoff_is_covered() -> None:
    """At 4 of 5 the row 1111 counts, at 2 of 3 the row 1011 does not."""
    four = [Observation(each.case, each.values[:4], each.outcome) for each in observations(LIPSET)]
    table = truth_table(FIVE[:4], four, Fraction(3, 4))
    assert [row.having for row in table.rows_of("contradictory")] == [("FR", "SE")]
    [formula] = solve(table).formulas
    assert str(formula) == "DEV*URB*LIT*IND + DEV*~URB*LIT*~IND"
    assert formula.terms[0].lacking == ("DE",)
    assert formula.terms[0].consistency == Fraction(4, 5)
    assert (formula.consistency, formula.coverage) == (Fraction(6, 7), Fraction(6, 8))


def test_ragins_strikes() -> None:
    """Ragin (1987, chapter 6): booming market, sympathy strikes, strike fund; S = AC + Bc."""
    table = truth_table(
        ("A", "B", "C"), counted("101 1 6  010 1 5  110 1 2  111 1 3  100 0 9  001 0 6  011 0 3  000 0 4")
    )
    assert formulas(table) == ["A*C + B*~C"]
    [formula] = solve(table).formulas
    assert [each.coverage for each in formula.terms] == [Fraction(9, 16), Fraction(7, 16)]
    assert solve(table).primes == 3


def test_ragins_regimes() -> None:
    """Ragin (1987, chapter 6): any of three conditions is enough; F = A + B + C."""
    table = truth_table(
        ("A", "B", "C"), counted("000 0 9  100 1 2  010 1 3  001 1 1  110 1 2  101 1 1  011 1 1  111 1 3")
    )
    assert formulas(table) == ["A + B + C"]


def test_petricks_cycle_has_two_shortest_formulas() -> None:
    """The textbook's cycle of six rows and six terms, of which three do in either of two ways."""
    table = truth_table(
        ("A", "B", "C"), counted("000 1 1  001 1 1  010 1 1  101 1 1  110 1 1  111 1 1  011 0 1  100 0 1")
    )
    solution = solve(table)
    assert sorted(map(str, solution.formulas)) == ["A*B + ~A*~C + ~B*C", "A*C + ~A*~B + B*~C"]
    assert (solution.primes, solution.complete) == (6, True)


# What limits a table.


def test_limits_are_named() -> None:
    assert truth_table(FIVE, observations(LIPSET)).limits == ("too_many",)
    assert truth_table(FIVE[:4], observations("a 0000 1 b 1000 0")).limits == ("too_many",)
    assert truth_table(("A",), observations("a 1 1 b 0 0")).limits == ()
    assert truth_table(("A",), observations("a 1 0 b 0 0")).limits == ("no_positive", "none_reaches")
    assert truth_table(("A",), observations("a 1 1 b 0 1")).limits == ("no_negative",)
    assert truth_table(("A",), observations("a 1 1 b 1 0")).limits == ("none_reaches",)


def test_without_a_row_with_the_outcome_there_is_no_formula() -> None:
    table = truth_table(("A",), observations("a 1 1 b 1 0"))
    assert solve(table).formulas == solve(table, True).formulas == ()


def test_without_a_case_that_lacks_it_the_shortest_formula_is_always() -> None:
    [formula] = solve(truth_table(("A",), observations("a 1 1 b 1 1")), True).formulas
    assert str(formula) == "1"
    assert formula.terms[0].literals == ()
    assert formula.assumed == ((False,),)


def test_no_cases_are_no_formula() -> None:
    table = truth_table(("A", "B"), [])
    assert {row.verdict for row in table.rows} == {"remainder"}
    assert solve(table, True).formulas == ()


def test_nine_conditions_are_too_many() -> None:
    with pytest.raises(TooManyConditions):
        truth_table(tuple("ABCDEFGHI"), [])


@pytest.mark.parametrize(
    ("conditions", "cases", "cutoff"),
    [
        ((), "", ALL),
        (("A", "A"), "", ALL),
        (("A",), "a 1 1 a 0 0", ALL),
        (("A",), "a 10 1", ALL),
        (("A",), "", Fraction(0)),
        (("A",), "", Fraction(3, 2)),
    ],
)
def test_what_makes_no_table(conditions: tuple[str, ...], cases: str, cutoff: Fraction) -> None:
    with pytest.raises(ValueError):
        truth_table(conditions, observations(cases), cutoff)


def test_a_search_too_long_is_said_and_gives_the_first_by_the_rule(monkeypatch: pytest.MonkeyPatch) -> None:
    """The terms cover two rows each, and name two conditions.

    A*B is the first; ~A*~B the first of those that cover two more; 010 and 101 are left, for which
    A*C and ~A*~C are the first. None can be left out, though three terms would do.
    """
    table = truth_table(
        ("A", "B", "C"), counted("000 1 1  001 1 1  010 1 1  101 1 1  110 1 1  111 1 1  011 0 1  100 0 1")
    )
    monkeypatch.setattr(qca, "UNFINISHED", 2)
    solution = solve(table)
    assert not solution.complete
    assert [str(each) for each in solution.formulas] == ["A*B + A*C + ~A*~B + ~A*~C"]


# Laws.


@st.composite
def tables(draw: st.DrawFn, most: int = 4, *, crisp: bool = False) -> TruthTable:
    """Return a table of up to `most` conditions; `crisp` leaves out contradictions."""
    width = draw(st.integers(1, most))
    given_ = draw(st.lists(st.tuples(*[st.booleans()] * (width + 1)), max_size=24))
    if crisp:
        given_ = [(*values, outcome) for values, outcome in {each[:-1]: each[-1] for each in given_}.items()]
    cases = [Observation(f"{at:02}", each[:-1], each[-1]) for at, each in enumerate(given_)]
    cutoff = ALL if crisp else draw(st.sampled_from([ALL, Fraction(3, 4), HALF]))
    return truth_table(tuple("ABCDE"[:width]), cases, cutoff)


def holds(literals: tuple[tuple[str, bool], ...], values: tuple[bool, ...]) -> bool:
    return all(values["ABCDE".index(name)] == present for name, present in literals)


@given(tables(5), st.booleans())
@settings(deadline=None)
def test_terms_cover_the_rows_with_the_outcome_and_none_without(table: TruthTable, remainders: bool) -> None:
    for formula in solve(table, remainders).formulas:
        covered = {
            row.values: row.verdict
            for row in table.rows
            if any(holds(term.literals, row.values) for term in formula.terms)
        }
        assert set(covered.values()) <= ({"outcome", "remainder"} if remainders else {"outcome"})
        assert {row.values for row in table.rows_of("outcome")} <= set(covered)
        assert [each for each in covered if covered[each] == "remainder"] == list(formula.assumed)


@given(tables(4), st.booleans())
@settings(deadline=None)
def test_measures_are_those_of_the_cases(table: TruthTable, remainders: bool) -> None:
    outcome = {case for row in table.rows for case in row.having}
    for formula in solve(table, remainders).formulas:
        together: list[str] = []
        for term in formula.terms:
            rows = [row for row in table.rows if holds(term.literals, row.values)]
            assert sorted(term.having) == sorted(case for row in rows for case in row.having)
            assert sorted(term.lacking) == sorted(case for row in rows for case in row.lacking)
            assert 0 < term.unique <= term.coverage <= 1
            assert term.consistency >= table.cutoff
            together += term.having
        alone = sum(together.count(case) == 1 for case in set(together))
        assert sum(term.unique for term in formula.terms) == Fraction(alone, len(outcome))
        assert formula.coverage == Fraction(len(set(together)), len(outcome))
        assert formula.consistency >= table.cutoff


def cheapest(table: TruthTable, remainders: bool) -> set[frozenset[tuple[bool | None, ...]]]:
    """Return all shortest formulas, found by trying every term that covers no forbidden row."""
    width = len(table.conditions)
    wanted = [row.values for row in table.rows_of("outcome")]
    allowed = {*wanted, *(row.values for row in table.rows_of("remainder") if remainders)}
    reach: dict[tuple[bool | None, ...], int] = {}
    for term in product((True, False, None), repeat=width):
        inside = {
            row.values
            for row in table.rows
            if all(each in (None, bit) for each, bit in zip(term, row.values, strict=True))
        }
        if inside <= allowed:
            reach[term] = sum(1 << at for at, values in enumerate(wanted) if values in inside)
    size = {term: sum(each is not None for each in term) for term in reach}

    @cache
    def best(left: int) -> tuple[tuple[int, int], frozenset[frozenset[tuple[bool | None, ...]]]]:
        if not left:
            return (0, 0), frozenset({frozenset()})
        least, found = (99, 99), set()
        for term, rows in reach.items():
            if rows & left & -left:
                (terms, conditions), rest = best(left & ~rows)
                cost = (terms + 1, conditions + size[term])
                if cost < least:
                    least, found = cost, set()
                if cost == least:
                    found |= {each | {term} for each in rest}
        return least, frozenset(found)

    return set(best((1 << len(wanted)) - 1)[1]) if wanted else set()


@given(tables(4, crisp=True), st.booleans())
@settings(deadline=None, max_examples=60)
def test_brute_force_finds_the_same_shortest_formulas(table: TruthTable, remainders: bool) -> None:
    solution = solve(table, remainders)
    found = {
        frozenset(tuple(dict(term.literals).get(name) for name in table.conditions) for term in each.terms)
        for each in solution.formulas
    }
    assert solution.complete
    assert len(found) == len(solution.formulas)
    assert found == cheapest(table, remainders)


@given(st.permutations(observations(LIPSET)))
@settings(max_examples=10, deadline=None)
def test_the_order_of_cases_changes_nothing(cases: list[Observation]) -> None:
    assert truth_table(FIVE, cases) == truth_table(FIVE, observations(LIPSET))


# Held against setqca.


def frame(conditions: tuple[str, ...], cases: list[Observation]) -> pd.DataFrame:
    return pd.DataFrame(
        [[*map(int, each.values), int(each.outcome)] for each in cases],
        columns=[*conditions, "OUT"],
        index=[each.case for each in cases],
    )


def terms_of(formula: str) -> frozenset[frozenset[str]]:
    return frozenset(frozenset(term.split("*")) for term in formula.split(" + "))


PUBLISHED = {
    "survived": (FIVE, observations(LIPSET)),
    "broke down": (FIVE, turned(observations(LIPSET))),
    "without stability": (
        FIVE[:4],
        [Observation(o.case, o.values[:4], o.outcome) for o in observations(LIPSET)],
    ),
    "strikes": (
        ("A", "B", "C"),
        counted("101 1 6  010 1 5  110 1 2  111 1 3  100 0 9  001 0 6  011 0 3  000 0 4"),
    ),
}


@pytest.mark.parametrize("cutoff", [ALL, Fraction(3, 4)])
@pytest.mark.parametrize("name", PUBLISHED)
def test_setqca_makes_the_same_of_published_tables(name: str, cutoff: Fraction) -> None:
    conditions, cases = PUBLISHED[name]
    table = truth_table(conditions, cases, cutoff)
    model = CSQCA(consistency=float(cutoff), exclusion_consistency=1e-9)
    theirs = model.fit(frame(conditions, cases), outcome="OUT", conditions=conditions)
    codes = {"outcome": "1", "not": "0", "contradictory": "C", "remainder": "R"}
    assert [codes[row.verdict] for row in table.rows] == [row.outcome for row in theirs.truth_table.rows]
    for remainders, other in ((False, theirs.conservative), (True, theirs.parsimonious)):
        ours = solve(table, remainders).formulas
        fits = {terms_of(each.expression(conditions)): each for each in other}
        assert len(ours) == len(fits)
        for formula in ours:
            fit = fits[terms_of(str(formula))]
            assert float(formula.consistency) == pytest.approx(fit.fit.consistency)
            assert float(formula.coverage) == pytest.approx(fit.fit.coverage)
            words = [str(each) for each in str(formula).split(" + ")]
            parts = sufficiency_diagnostics(frame(conditions, cases), outcome="OUT", terms=words).terms
            for term, part in zip(formula.terms, parts, strict=True):
                assert float(term.coverage) == pytest.approx(part.fit.coverage)
                assert float(term.unique) == pytest.approx(part.unique_coverage)
                assert float(term.consistency) == pytest.approx(part.fit.consistency)
                assert set(term.lacking) == set(part.contradictory)


@given(tables(5), st.booleans())
@settings(deadline=None, max_examples=40)
def test_setqca_finds_as_many_shortest_formulas_of_any_table(table: TruthTable, remainders: bool) -> None:
    number = {row.values: at for at, row in enumerate(table.rows)}
    free = {number[row.values] for row in table.rows_of("remainder")} if remainders else set()
    theirs = minimize(
        {number[row.values] for row in table.rows_of("outcome")},
        dont_cares=free,
        width=len(table.conditions),
        max_solutions=100_000,
    )
    ours = solve(table, remainders).formulas
    assert {terms_of(str(each)) for each in ours} == {
        terms_of(each.as_expression(table.conditions)) for each in theirs if each.implicants
    }
