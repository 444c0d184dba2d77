"""What is shared tells nothing of a few."""

from collections.abc import Iterator

from hypothesis import example, given, settings
from hypothesis import strategies as st
from tests.comparison.cases import case, compared

from reise.comparison.sharing import shared

UP = """- krise: A
- tjeneste: B
  hvem: bup
  virkning: {ung: hjalp}
  vendepunkt: {retning: opp, sagt av: ung}
"""
PLAIN = "- krise: A\n- hendelse: B\n"


@settings(max_examples=25, deadline=None)
@given(
    st.lists(
        st.tuples(st.booleans(), st.sampled_from(["arbeid", "uten jobb", "pågår"])), min_size=1, max_size=14
    ),
    st.integers(2, 6),
)
def test_no_small_number_is_told(given_cases, least):
    cases = [
        case(UP if up else PLAIN, f"utfall: {outcome}", f"c{place}")
        for place, (up, outcome) in enumerate(given_cases)
    ]
    told = shared(compared(*cases), least)
    for each in told.answers:
        for number in (each.yes, each.no, each.unknown):
            assert number is None or number >= least
        # Of yes, no and the rest, which add up to all cases, none or at least two are hidden.
        assert [each.yes, each.no, each.unknown].count(None) != 1
    for row in told.table.cells:
        assert all(number is None or number >= least for number in row)
    assert told.total == (len(cases) if len(cases) >= least else None)


def test_only_cases_are_counted_when_shared():
    told = shared(compared(*(case(UP, "utfall: arbeid", f"c{n}") for n in range(9))), 5)
    assert {each.answer.head.unit for each in told.answers} == {"case"}
    assert told.total == 9


CELLS = st.lists(st.lists(st.integers(0, 4), min_size=2, max_size=2), min_size=1, max_size=3)


def tables(cells: int, total: int) -> Iterator[tuple[int, ...]]:
    """Yield every way to share out a total over so many cells."""
    if cells == 1:
        yield (total,)
        return
    for first in range(total + 1):
        yield from ((first, *rest) for rest in tables(cells - 1, total - first))


@settings(max_examples=25, deadline=None)
@given(CELLS, st.integers(2, 4))
@example([[1, 0], [1, 0]], 2)
def test_no_hidden_cell_can_be_worked_out_by_who_knows_the_total(columns, least):
    outcomes = ("arbeid", "skole", "uten jobb")
    cases = [
        case((PLAIN, UP)[row], f"utfall: {outcome}", f"c{at}-{row}-{one}")
        for at, (column, outcome) in enumerate(zip(columns, outcomes, strict=False))
        for row, number in enumerate(column)
        for one in range(number)
    ]
    if len(cases) < least:
        return
    told = shared(compared(*cases), least)
    wide, table = len(told.outcomes), told.table
    possible: list[set[int]] = [set() for _ in range(2 * wide)]
    for cells in tables(2 * wide, len(cases)):
        rows = (cells[:wide], cells[wide:])
        sums = [sum(row) for row in rows], [sum(pair) for pair in zip(*rows, strict=True)]
        seen = (*table.cells[0], *table.cells[1], *table.rows, *table.columns)
        if all(shown in (None, real) for shown, real in zip(seen, (*cells, *sums[0], *sums[1]), strict=True)):
            for each, value in zip(possible, cells, strict=True):
                each.add(value)
    for shown, values in zip((*table.cells[0], *table.cells[1]), possible, strict=True):
        assert shown is not None or len(values) > 1
