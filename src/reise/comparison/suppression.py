"""What of a table of counts may be shared: small counts are suppressed, and what would give them away.

With its totals a table is a circulation: every count flows from its row to its column, column totals
on to the grand total, and from there row totals back to the rows. What is suppressed is then known no
better than the flow can be moved about, in whole numbers and never below nothing.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, pairwise

import networkx as nx
from networkx.algorithms.flow import edmonds_karp

#: What it costs a reader to lose a count, a total and the grand total: rather some counts than a total.
_COUNT, _TOTAL, _GRAND = 1, 3, 9

Line = tuple[str, int]
#: A cell of the table, margins included: the last row and the last column are the totals.
Place = tuple[int, int]
Known = dict[Place, int | None]


@dataclass(frozen=True, slots=True)
class Shared:
    """A table of counts with its totals as it may be shared; None is what may not.

    `cells` has a tuple a row, `rows` the total of each row, `columns` that of each column, `total`
    the sum of all.
    """

    cells: tuple[tuple[int | None, ...], ...]
    rows: tuple[int | None, ...]
    columns: tuple[int | None, ...]
    total: int | None

    @property
    def whole(self) -> bool:
        """Whether nothing is suppressed."""
        return None not in chain(*self.cells, self.rows, self.columns, (self.total,))


def suppressed(table: Sequence[Sequence[int]], least: int) -> Shared:
    """Return a table of counts as it may be shared, with its totals.

    Every count and every total below `least` is suppressed, nothing (0) as well: "none of the 12" says
    something of all 12. Further ones follow, those first that a reader loses least by (counts before
    totals, small before large, then by place), until whoever adds and subtracts what is left finds for
    each suppressed one a range from fewest to most at least max(2, `least`) wide, so that the range
    tells no more than the threshold itself does. That a count can be worked out by addition where it
    is a bridge between row and column is from Gusfield (1988: A graph theoretic approach to
    statistical data security); the range is what flows through the rest of the graph allow.

    Each table is safe by itself: what another table tells of the same counts or totals is not seen.
    `least` 0 suppresses nothing. Raises ValueError where there are no counts, rows of unequal length
    or a count below 0.

    >>> suppressed([[2, 9, 7]], 5).cells
    ((None, 9, None),)
    """
    counts = _with_totals(table)
    gone = {place for place, value in counts.items() if value < least}
    waiting = sorted(gone, key=lambda place: (counts[place], place))
    for place in waiting:
        if not _hidden(counts, gone, place, max(2, least)):
            more = _way_round(counts, gone, place, 0)
            if not _hidden(counts, gone.union(more), place, max(2, least)):
                more = _way_round(counts, gone, place, max(2, least))
            gone.update(more)
            waiting += more
    return _shared(counts, gone)


def _with_totals(table: Sequence[Sequence[int]]) -> dict[Place, int]:
    """Return every count and total of a table by its place."""
    if not table or not table[0] or any(len(row) != len(table[0]) for row in table):
        raise ValueError("a table of counts has rows of equal length, one count at least in each")
    if any(count < 0 for row in table for count in row):
        raise ValueError("counts are not below 0")
    full = [[*row, sum(row)] for row in table]
    full.append([sum(column) for column in zip(*full, strict=True)])
    return {(i, j): value for i, row in enumerate(full) for j, value in enumerate(row)}


def _arc(place: Place, last: Place) -> tuple[Line, Line]:
    """Return from which line to which a count flows, so that as much leaves every line as comes in."""
    row, column = ("row", place[0]), ("column", place[1])
    return (column, row) if (place[0] == last[0]) != (place[1] == last[1]) else (row, column)


def _hidden(counts: dict[Place, int], gone: set[Place], place: Place, width: int) -> bool:
    """Whether what is left tells the count at a place no closer than a range of `width`."""
    graph, last = nx.DiGraph(), max(counts)
    for each in gone:
        if each != place:
            source, target = _arc(each, last)
            graph.add_edge(source, target, capacity=width)
            graph.add_edge(target, source, capacity=min(width, counts[each]))
    source, target = _arc(place, last)
    graph.add_nodes_from((source, target))
    more = edmonds_karp(graph, target, source, cutoff=width).graph["flow_value"]
    if more >= width:
        return True
    fewer = edmonds_karp(graph, source, target, cutoff=width).graph["flow_value"]
    return bool(more + min(fewer, counts[place]) >= width)


def _way_round(counts: dict[Place, int], gone: set[Place], place: Place, width: int) -> list[Place]:
    """Return the cheapest places to suppress so that `width` more at a place are evened out by others.

    There always are some: with its totals gone as well, a count can be as large as one likes. With a
    width of 0 no count is too small to be lowered, which finds the cheapest places there can be.
    """
    graph, last, dearest = nx.DiGraph(), max(counts), 1 + sum(counts.values())
    for each, value in counts.items():
        if each != place:
            cost = 0 if each in gone else _price(each, last) * dearest + value
            source, target = _arc(each, last)
            graph.add_edge(source, target, cost=cost, place=each)
            if value >= width:
                graph.add_edge(target, source, cost=cost, place=each)
    source, target = _arc(place, last)
    walk = pairwise(nx.dijkstra_path(graph, target, source, weight="cost"))
    return [each for each in (graph.edges[step]["place"] for step in walk) if each not in gone]


def _price(place: Place, last: Place) -> int:
    """Return what it costs a reader to lose what stands at a place."""
    totals = (place[0] == last[0]) + (place[1] == last[1])
    return (_COUNT, _TOTAL, _GRAND)[totals]


def _shared(counts: dict[Place, int], gone: set[Place]) -> Shared:
    """Return a table as it may be shared, without what is gone."""
    rows, columns = max(counts)

    def line(places: Iterator[Place]) -> tuple[int | None, ...]:
        return tuple(None if each in gone else counts[each] for each in places)

    return Shared(
        tuple(line((i, j) for j in range(columns)) for i in range(rows)),
        line((i, columns) for i in range(rows)),
        line((rows, j) for j in range(columns)),
        None if (rows, columns) in gone else counts[rows, columns],
    )
