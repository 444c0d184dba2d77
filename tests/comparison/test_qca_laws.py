"""What holds for every truth table, and that trying everything finds the same shortest formulas."""

from fractions import Fraction
from functools import cache
from itertools import product

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.comparison.truth_tables import FIVE, LIPSET, observations, tables

from reise.comparison.qca import Observation, TruthTable, solve, truth_table


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
