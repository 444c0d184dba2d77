"""Who was there, and for how long: solid where the source says so, dotted where it is silent.

A bar begins under the card that names its service and ends where the source last says it was there;
nothing is drawn on from where it ended. Services that were never there at the same time share a row.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from reise.layout.block import line, rectangle
from reise.layout.case_map import Box, Shape, Text
from reise.layout.measure import LEAD, Measure
from reise.layout.story import Bar, Column

PAD = 0.4
#: No bar is shorter than this.
SHORT = 0.8


@dataclass(frozen=True, slots=True)
class Stretch:
    """A service on a sheet, from its `first` to its `last` column; what is solid and what is silent.

    Both are first and last positions in layout order, and may begin or end on other sheets.
    """

    bar: Bar
    solid: tuple[tuple[int, int], ...]
    silent: tuple[tuple[int, int], ...]
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Ground:
    """Where bars stand on a sheet: left and right of each column; by position, of each card and its place.

    The place of a card is the part of its width that its place among those above and below it is.
    """

    columns: tuple[Column, ...]
    bodies: tuple[tuple[float, float], ...]
    places: Mapping[int, tuple[float, float]]
    sides: Mapping[int, tuple[float, float]]


def stretches(bars: tuple[Bar, ...], columns: tuple[Column, ...]) -> list[Stretch]:
    """Return the services that touch `columns`."""
    ranges = [_range(column) for column in columns]
    begin, end = ranges[0][0], ranges[-1][1]
    made: list[Stretch] = []
    for bar in bars:
        solid, silent = _told(bar, ranges)
        here = [each for each in (*solid, *silent) if each[0] <= end and each[1] >= begin]
        if not here:
            continue
        first = _column_of(max(min(each[0] for each in here), begin), ranges)
        last = _column_of(min(max(each[1] for each in here), end), ranges)
        made.append(
            Stretch(
                bar,
                tuple(each for each in solid if each in here),
                tuple(each for each in silent if each in here),
                first,
                last,
            )
        )
    return made


def _told(bar: Bar, ranges: list[tuple[int, int]]) -> tuple[list[tuple[int, int]], list[tuple[int, int]]]:
    """Return the stretches of a service that are solid, one within a column, and those between them."""
    solid: list[tuple[int, int]] = []
    silent: list[tuple[int, int]] = []
    known = bar.presence.known
    # Only what touches the sheet, and what comes right before and after it.
    start = bisect_left(known, ranges[0][0], key=lambda run: run[1]) - 1
    end = bisect_right(known, ranges[-1][1], key=lambda run: run[0]) + 1
    for first, last in known[max(start, 0) : end]:
        if solid:
            before = solid[-1][1]
            if not any(before <= each < first for each in bar.presence.ended):
                if any(low <= before and first <= high for low, high in ranges):
                    solid[-1] = (solid[-1][0], last)
                    continue
                silent.append((before, first))
        solid.append((first, last))
    return solid, silent


def packed(found: list[Stretch], widths: list[float], measure: Measure) -> list[list[Stretch]]:
    """Return services in rows; two share one where a column's gap stays between them.

    `widths` are the least widths of the columns: a name that does not fit on its bar takes a row
    as far as the name reaches.
    """
    rows: list[list[Stretch]] = []
    ends: list[int] = []
    rooms = {id(each): _room(each, widths, measure) for each in found}
    for each in sorted(found, key=lambda one: rooms[id(one)]):
        first, last = rooms[id(each)]
        for index, end in enumerate(ends):
            if first > end:
                rows[index].append(each)
                ends[index] = last
                break
        else:
            rows.append([each])
            ends.append(last)
    return rows


def _room(stretch: Stretch, widths: list[float], measure: Measure) -> tuple[int, int]:
    """Return the first and last column that a service and its name stand in, for columns of these widths."""
    first, last = stretch.first, stretch.last
    needed = name_width(stretch, measure)
    while sum(widths[first : last + 1]) < needed and (first > 0 or last < len(widths) - 1):
        first, last = (first, last + 1) if last < len(widths) - 1 else (first - 1, last)
    return first, last


def gaps(rows: Iterable[Iterable[Stretch]]) -> bool:
    """Whether a service on a sheet is somewhere not said to be there between two places where it is."""
    return any(each.silent for row in rows for each in row)


def name_width(stretch: Stretch, measure: Measure) -> float:
    """Return the room the name of a service takes."""
    return measure.width(stretch.bar.label, measure.small) + 2 * PAD


def row_height(measure: Measure) -> float:
    """Return the height of a row of bars with the air under it."""
    return LEAD * measure.small + 0.28


def presence_rows(
    rows: tuple[tuple[Stretch, ...], ...], ground: Ground, top: float, measure: Measure
) -> tuple[list[Shape], tuple[Text, ...]]:
    """Return the bars of a sheet from `top` down, and the names on them."""
    shapes: list[Shape] = []
    names: list[Text] = []
    thick = LEAD * measure.small + 0.06
    widths = [measure.least(column) for column in ground.columns]
    for index, row in enumerate(rows):
        y = top + index * row_height(measure)
        for each in row:
            width = name_width(each, measure)
            runs = [_extent(run, each.bar, ground, width) for run in each.solid]
            low, high = _room(each, widths, measure)
            left, right = ground.bodies[low][0], ground.bodies[high][1]
            begin = runs[0][0] if runs else left
            names.append(_name(each, max(left, min(begin, right - width)), y, width, thick))
            for start, end in runs:
                shapes.append(Shape("presence", rectangle(Box(start, y, end - start, thick), 0.3)))
                if start >= names[-1].box.right and end - start >= width - 0.01:
                    names.append(_name(each, start, y, width, thick))
            begins = {run[0]: start for run, (start, _) in zip(each.solid, runs, strict=True)}
            ends = {run[1]: end for run, (_, end) in zip(each.solid, runs, strict=True)}
            for before, after in each.silent:
                start = ends.get(before, ground.bodies[0][0])
                named = [text.box.right for text in names if text.box.y == y and text.box.x <= start]
                start = max([start, *named])
                end = begins.get(after, ground.bodies[-1][1])
                if end - start > 0.3:
                    middle = y + thick / 2
                    shapes.append(Shape("presence-between", line(start + 0.15, middle, end - 0.15, middle)))
    return shapes, tuple(names)


def _name(stretch: Stretch, x: float, y: float, width: float, height: float) -> Text:
    """Return the name of a service at its place."""
    return Text("bar-name", Box(x, y, width, height), (stretch.bar.label,))


def _extent(run: tuple[int, int], bar: Bar, ground: Ground, width: float) -> tuple[float, float]:
    """Return left and right of a solid stretch: from its first card to the last that it lasts to.

    Where it is one card alone it may be as wide as its name, within the card.
    """
    first, last = run
    if first == last and first in ground.sides:
        (left, right), (low, high) = ground.places[first], ground.sides[first]
        right = min(max(right, left + width), high)
        return max(min(left, right - width), low), right
    begin, end = ground.bodies[0][0], ground.bodies[-1][1]
    ranges = [_range(column) for column in ground.columns]
    left, right = begin, end
    if first >= ranges[0][0]:
        left = _place(first, bar, ground)[0]
    if last <= ranges[-1][1]:
        low = max(ranges[_column_of(last, ranges)][0], first)
        right = max(_place(position, bar, ground)[1] for position in range(low, last + 1))
    return min(left, end - SHORT), min(max(right, left + SHORT), end)


def _place(position: int, bar: Bar, ground: Ground) -> tuple[float, float]:
    """Return left and right of a card; a milestone has its column where it names the service."""
    if position in ground.places:
        return ground.places[position]
    left, right = ground.bodies[_column_of(position, [_range(column) for column in ground.columns])]
    return (left, right) if position in bar.presence.at else (left, left)


def _range(column: Column) -> tuple[int, int]:
    """Return the first and last position in layout order that a column holds."""
    if not column.cards:
        return column.head.position, column.head.position
    first = column.cards[0].position
    # A part that goes on with a column from an earlier sheet begins with its own cards.
    return (column.head.position if column.head.position == first - 1 else first), column.cards[-1].position


def _column_of(position: int, ranges: list[tuple[int, int]]) -> int:
    """Return the column that a position belongs to."""
    return next(index for index, (_, last) in enumerate(ranges) if position <= last)
