"""How long each service was there: solid where the source says so, dotted where it is silent."""

from reise.layout.block import line, rectangle
from reise.layout.case_map import Box, Picture, Shape
from reise.layout.furniture import Row
from reise.layout.measure import LEAD, Measure
from reise.layout.story import Column
from reise.layout.words import Words

THICK = 0.5


def presence_rows(
    rows: list[tuple[Row, float]],
    columns: tuple[Column, ...],
    spans: list[tuple[float, float]],
    measure: Measure,
    words: Words,
) -> Picture:
    """Return the bars of a sheet, one row a service; each row is (service, y of its top)."""
    ranges = [_range(column) for column in columns]
    shapes: list[Shape] = []
    said: list[str] = []
    left, right = spans[0][0], spans[-1][1]
    for row, top in rows:
        y = top + LEAD * measure.small / 2
        solid = _solid(row.bar.presence.at, row.bar.presence.known, ranges)
        if not solid and not _spans(row, ranges):
            continue
        first = left if min(row.bar.presence.at) < ranges[0][0] else spans[min(solid)][0]
        last_known = max(*row.bar.presence.at, *(end for _, end in row.bar.presence.known), -1)
        last = right if last_known > ranges[-1][1] else spans[max(solid)][1]
        shapes.append(Shape("bar-between", line(first, y, last, y)))
        for start, end in _runs(sorted(solid)):
            box = Box(spans[start][0], y - THICK / 2, spans[end][1] - spans[start][0], THICK)
            shapes.append(Shape("bar", rectangle(box, THICK / 2)))
        names = ", ".join(columns[each].head.text for each in sorted(solid)) or "–"
        said.append(words("map.presence_alt", service=row.bar.label, columns=names))
    top = rows[0][1]
    height = rows[-1][1] + rows[-1][0].height - top
    alt = words("map.presence") + ". " + ". ".join(said) + "."
    return Picture(Box(left, top, right - left, height), alt, tuple(shapes))


def _range(column: Column) -> tuple[int, int]:
    """Return the first and last position in layout order that a column holds."""
    positions = [card.position for card in column.cards] or [column.head.position]
    return min(column.head.position, *positions), max(column.head.position, *positions)


def _solid(
    at: tuple[int, ...], known: tuple[tuple[int, int], ...], ranges: list[tuple[int, int]]
) -> set[int]:
    """Return the columns in which a service is named or known to be there."""
    return {
        index
        for index, (first, last) in enumerate(ranges)
        if any(first <= each <= last for each in at)
        or any(start <= last and end >= first for start, end in known)
    }


def _spans(row: Row, ranges: list[tuple[int, int]]) -> bool:
    """Whether a service that is not named on a sheet is named both before and after it."""
    at = row.bar.presence.at
    return min(at) < ranges[0][0] and max(at) > ranges[-1][1]


def _runs(columns: list[int]) -> list[tuple[int, int]]:
    """Return runs of neighbouring columns as first and last."""
    runs: list[tuple[int, int]] = []
    for each in columns:
        if runs and each == runs[-1][1] + 1:
            runs[-1] = (runs[-1][0], each)
        else:
            runs.append((each, each))
    return runs
