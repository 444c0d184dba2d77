"""Truth tables and shortest formulas are those that were published, and what limits a table is named.

The formulas of LIPSET are those of the chapter that the table stands in.
"""

from fractions import Fraction

import pytest
from tests.comparison.truth_tables import ALL, FIVE, HALF, LIPSET, counted, observations, turned

from reise.comparison import qca
from reise.comparison.qca import Observation, TooManyConditions, TruthTable, solve, truth_table


def formulas(table: TruthTable, *, remainders: bool = False) -> list[str]:
    return [str(each) for each in solve(table, remainders).formulas]


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
