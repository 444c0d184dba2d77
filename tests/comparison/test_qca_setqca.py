"""Truth tables and shortest formulas, held against those that the program setqca makes."""

from fractions import Fraction

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from setqca import CSQCA, minimize, sufficiency_diagnostics
from tests.comparison.truth_tables import ALL, FIVE, LIPSET, counted, observations, tables, turned

from reise.comparison.qca import Observation, TruthTable, solve, truth_table


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
