"""Who was there, and for how long: solid where the source says so, dotted where it is silent.

A bar bears the name of its service. Services that were never there at the same time share a row.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from reise.layout.block import line, rectangle
from reise.layout.case_map import Box, Shape, Text
from reise.layout.measure import LEAD, Measure
from reise.layout.story import Bar, Column

PAD = 0.4


@dataclass(frozen=True, slots=True)
class Stretch:
    """A service on a sheet: the columns it is known in (`solid`), from `first` to `last` column.

    `before` and `after` say that it was there on the sheets before and after this one.
    """

    bar: Bar
    solid: tuple[int, ...]
    first: int
    last: int
    before: bool
    after: bool


def stretches(bars: tuple[Bar, ...], columns: tuple[Column, ...]) -> list[Stretch]:
    """Return the services that touch `columns`."""
    ranges = [_range(column) for column in columns]
    made: list[Stretch] = []
    for bar in bars:
        at, known = bar.presence.at, bar.presence.known
        start = min(at)
        end = max(*at, *(last for _, last in known), -1)
        if start > ranges[-1][1] or end < ranges[0][0]:
            continue
        solid = tuple(
            index
            for index, (first, last) in enumerate(ranges)
            if any(first <= each <= last for each in at)
            or any(begin <= last and finish >= first for begin, finish in known)
        )
        before, after = start < ranges[0][0], end > ranges[-1][1]
        first = 0 if before else min(solid)
        last = len(columns) - 1 if after else max(solid)
        made.append(Stretch(bar, solid, first, last, before, after))
    return made


def packed(found: list[Stretch], widths: list[float], measure: Measure) -> list[list[Stretch]]:
    """Return services in rows; two share one where a column's gap stays between them.

    `widths` are the least widths of the columns: a name that does not fit on its bar takes a row
    as far as the name reaches.
    """
    rows: list[list[Stretch]] = []
    ends: list[int] = []
    for each in sorted(found, key=lambda one: (one.first, one.last)):
        reach = each.last
        needed = name_width(each, measure)
        while reach < len(widths) - 1 and sum(widths[each.first : reach + 1]) < needed:
            reach += 1
        for index, end in enumerate(ends):
            if each.first > end:
                rows[index].append(each)
                ends[index] = reach
                break
        else:
            rows.append([each])
            ends.append(reach)
    return rows


def gaps(rows: Iterable[Iterable[Stretch]]) -> bool:
    """Whether a service on a sheet is somewhere not said to be there between two places where it is."""
    return any(
        each.last - each.first + 1 > len(each.solid) or each.before or each.after
        for row in rows
        for each in row
    )


def name_width(stretch: Stretch, measure: Measure) -> float:
    """Return the room the name of a service takes."""
    return measure.width(stretch.bar.label, measure.small) + 2 * PAD


def row_height(measure: Measure) -> float:
    """Return the height of a row of bars with the air under it."""
    return LEAD * measure.small + 0.28


def presence_rows(
    rows: tuple[tuple[Stretch, ...], ...],
    columns: tuple[Column, ...],
    spans: list[tuple[float, float]],
    top: float,
    measure: Measure,
) -> tuple[list[Shape], tuple[Text, ...]]:
    """Return the bars of a sheet from `top` down, and the names on them."""
    shapes: list[Shape] = []
    names: list[Text] = []
    thick = LEAD * measure.small + 0.06
    for index, row in enumerate(rows):
        y = top + index * row_height(measure)
        middle = y + thick / 2
        for each in row:
            first, last = spans[each.first][0], spans[each.last][1]
            runs = _runs(each.solid)
            edges = [first, *(edge for start, end in runs for edge in (spans[start][0], spans[end][1])), last]
            for left, right in zip(edges[::2], edges[1::2], strict=True):
                if right - left > 0.3:
                    shapes.append(Shape("bar-between", line(left + 0.15, middle, right - 0.15, middle)))
            for start, end in runs:
                box = Box(spans[start][0], y, spans[end][1] - spans[start][0], thick)
                shapes.append(Shape("bar", rectangle(box, 0.3)))
            width = name_width(each, measure)
            x = spans[runs[0][0]][0] if runs else first
            x = max(min(x, spans[-1][1] - width), spans[0][0])
            if not runs:
                shapes.append(Shape("bar-name", rectangle(Box(x, y, width, thick), 0.3)))
            names.append(Text("bar-name", Box(x, y, width, thick), (each.bar.label,)))
            for start, end in runs[1:]:
                if spans[end][1] - spans[start][0] >= width:
                    names.append(Text("bar-name", Box(spans[start][0], y, width, thick), (each.bar.label,)))
    return shapes, tuple(names)


def _range(column: Column) -> tuple[int, int]:
    """Return the first and last position in layout order that a column holds."""
    positions = [card.position for card in column.cards] or [column.head.position]
    return min(column.head.position, *positions), max(column.head.position, *positions)


def _runs(columns: tuple[int, ...]) -> list[tuple[int, int]]:
    """Return runs of neighbouring columns as first and last."""
    runs: list[tuple[int, int]] = []
    for each in columns:
        if runs and each == runs[-1][1] + 1:
            runs[-1] = (runs[-1][0], each)
        else:
            runs.append((each, each))
    return runs
