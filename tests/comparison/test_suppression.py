"""What is shared of a table gives no small count away: held against every table there could be."""

from collections.abc import Iterator
from itertools import product

import networkx as nx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reise.comparison.suppression import Shared, suppressed


@st.composite
def tables(draw: st.DrawFn, rows: int = 3, columns: int = 3, most: int = 4) -> list[list[int]]:
    width = draw(st.integers(1, columns))
    row = st.lists(st.integers(0, most), min_size=width, max_size=width)
    return draw(st.lists(row, min_size=1, max_size=rows))


def possible(shared: Shared, most: int) -> Iterator[list[list[int]]]:
    """Yield every table of counts up to `most` that agrees with all that is shared."""

    def fits(found: int, told: int | None) -> bool:
        return told is None or found == told

    choices = [
        [
            row
            for row in product(*[[told] if told is not None else range(most + 1) for told in cells])
            if fits(sum(row), total)
        ]
        for cells, total in zip(shared.cells, shared.rows, strict=True)
    ]
    for rows in product(*choices):
        sums = [sum(column) for column in zip(*rows, strict=True)]
        if fits(sum(sums), shared.total) and all(map(fits, sums, shared.columns)):
            yield [[*row, sum(row)] for row in rows] + [[*sums, sum(sums)]]


def told(shared: Shared) -> list[list[int | None]]:
    rows = [[*cells, total] for cells, total in zip(shared.cells, shared.rows, strict=True)]
    return [*rows, [*shared.columns, shared.total]]


def full(table: list[list[int]]) -> list[list[int]]:
    rows = [[*row, sum(row)] for row in table]
    return [*rows, [sum(column) for column in zip(*rows, strict=True)]]


def assert_safe(table: list[list[int]], least: int, most: int) -> None:
    shown = told(suppressed(table, least))
    values: list[list[set[int]]] = [[set() for _ in row] for row in shown]
    for other in possible(suppressed(table, least), most):
        for found, row in zip(values, other, strict=True):
            for each, value in zip(found, row, strict=True):
                each.add(value)
    for row, true, found in zip(shown, full(table), values, strict=True):
        for value, real, each in zip(row, true, found, strict=True):
            if value is None:
                assert len(each) >= 2
            else:
                assert value == real >= least


@given(tables(2, 2, 6), st.integers(1, 4))
@settings(max_examples=150, deadline=None)
def test_no_suppressed_count_can_be_worked_out(table: list[list[int]], least: int) -> None:
    assert_safe(table, least, 10)


@given(tables(2, 3, 4), st.integers(1, 3))
@settings(max_examples=60, deadline=None)
def test_nor_in_three_columns(table: list[list[int]], least: int) -> None:
    assert_safe(table, least, 5)


@given(tables(1, 4, 12), st.integers(1, 6))
@settings(max_examples=100, deadline=None)
def test_nor_in_one_row(table: list[list[int]], least: int) -> None:
    assert_safe(table, least, 13)


@given(tables(3, 3, 2), st.integers(1, 2))
@settings(max_examples=40, deadline=None)
def test_nor_in_three_rows(table: list[list[int]], least: int) -> None:
    assert_safe(table, least, 3)


@given(tables(8, 8, 30), st.integers(1, 6))
@settings(max_examples=60, deadline=None)
def test_no_suppressed_count_is_a_bridge(table: list[list[int]], least: int) -> None:
    shown = told(suppressed(table, least))
    gone = nx.Graph(
        (f"row {i}", f"column {j}")
        for i, row in enumerate(shown)
        for j, value in enumerate(row)
        if value is None
    )
    assert not list(nx.bridges(gone))


@given(tables(6, 6, 30), st.integers(0, 6))
@settings(max_examples=60, deadline=None)
def test_a_table_without_small_counts_is_shared_whole(table: list[list[int]], least: int) -> None:
    table = [[each + least for each in row] for row in table]
    assert told(suppressed(table, least)) == full(table)
    assert suppressed(table, least).whole


@given(tables(3, 3, 8), st.integers(1, 5))
@settings(max_examples=40, deadline=None)
def test_a_row_or_a_column_more_of_none_gives_nothing_away(table: list[list[int]], least: int) -> None:
    wider = [[*row, 0] for row in table]
    assert all(cells[-1] is None for cells in suppressed(wider, least).cells)
    assert suppressed([*table, [0] * len(table[0])], least).rows[-1] is None


N = None


@pytest.mark.parametrize(
    ("table", "cells", "rows", "columns", "total"),
    [
        # Nothing is small.
        ([[5, 6], [7, 8]], ((5, 6), (7, 8)), (11, 15), (12, 14), 26),
        # 3 goes, and with it the smallest square of counts that hides it; all totals stay.
        ([[3, 20, 9], [8, 7, 30]], ((N, N, 9), (N, N, 30)), (32, 45), (11, 27, 39), 77),
        # 2 and 2 hide one another by addition, but only as 0 to 4: 8 goes as well.
        ([[2, 2, 8, 9]], ((N, N, N, 9),), (21,), (N, N, N, 9), 21),
        # 2 and 3 can be anything from 0 to 5, which tells no more than that they are small.
        ([[2, 3, 8, 9]], ((N, N, 8, 9),), (22,), (N, N, 8, 9), 22),
        # None of twelve.
        ([[0, 12]], ((N, N),), (12,), (N, N), 12),
        # There are only four.
        ([[1, 3]], ((N, N),), (N,), (N, N), N),
    ],
)
def test_tables_by_hand(table, cells, rows, columns, total) -> None:
    assert suppressed(table, 5) == Shared(cells, rows, columns, total)


@pytest.mark.parametrize("table", [[], [[]], [[1, 2], [3]], [[1, -1]]])
def test_what_is_no_table(table: list[list[int]]) -> None:
    with pytest.raises(ValueError):
        suppressed(table, 5)
