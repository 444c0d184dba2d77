"""Gives everything on a sheet its place, by a plan that is known to fit."""

from collections.abc import Generator, Iterator
from dataclasses import replace

from reise.layout.bars import Ground, presence_rows
from reise.layout.block import key_at, line, point_at, rectangle, text_at
from reise.layout.case_map import Box, Icon, Key, Picture, Point, Shape, Sheet, Text
from reise.layout.columns import Columns, Levels
from reise.layout.fit import GUTTER, Plan
from reise.layout.furniture import AIR, JOIN, ROW_SIZE, Furniture
from reise.layout.legend import swatch
from reise.layout.lifeline import life_line
from reise.layout.measure import (
    LEAD,
    Measure,
)
from reise.layout.points import AFTER, LEAST_RULES, MOST_RULES, RULE, points, rows_of
from reise.layout.ruler import Face
from reise.layout.story import Story
from reise.layout.words import Words


class Placer:
    """Places one sheet."""

    def __init__(self, furniture: Furniture, plan: Plan, number: int, count: int) -> None:
        self.story: Story = furniture.story
        self.measure: Measure = furniture.measure
        self.words: Words = furniture.words
        self.furniture = furniture
        self.plan = plan
        self.number = number
        self.count = count
        self.left = plan.heights.margin
        self.inner_left = self.left + plan.heights.label_width
        self.rules, self.levels = self._levels()
        self.columns = Columns(furniture, plan, self.levels, self.inner_left)
        self.spans = self.columns.spans
        self.writing: list[Box] = []
        self.shapes: list[Shape] = list(self.columns.shapes)
        self.icons: list[Icon] = list(self.columns.icons)

    def _levels(self) -> tuple[int, Levels]:
        """Share out what is left over: lines to write on, and the y of each part."""
        plan, heights = self.plan, self.plan.heights
        marks = sum(len(column.marks) for column in plan.columns)
        rows = rows_of(marks, heights.width)
        rules = LEAST_RULES + max(0, min(MOST_RULES - LEAST_RULES, int(plan.spare * 0.75 / RULE / rows)))
        spare = plan.spare - (rules - LEAST_RULES) * RULE * rows
        life_top = heights.margin + heights.head.height + heights.phase
        life_bottom = life_top + plan.life + spare * 0.4
        band_top = life_bottom + AIR
        band_bottom = band_top + plan.band
        axis_bottom = band_bottom + heights.axis
        curve_bottom = axis_bottom + heights.curve
        services_top = curve_bottom + AIR
        services_bottom = services_top + plan.services + spare * 0.6
        return rules, Levels(
            life_top=life_top,
            life_bottom=life_bottom,
            band_top=band_top,
            band_bottom=band_bottom,
            axis_bottom=axis_bottom,
            curve_bottom=curve_bottom,
            services_top=services_top,
            services_bottom=services_bottom,
            bars_top=services_bottom + AIR,
            points_top=services_bottom + heights.bars + AIR,
        )

    def sheet(self) -> Sheet:
        """Return the sheet."""
        heights = self.plan.heights
        head = [text_at(each, self.left, heights.margin) for each in heights.head.texts]
        title = next(each for each in head if each.role == "title")
        notice = next((each for each in head if each.role == "notice"), None)
        if notice:
            self.shapes.append(Shape("notice", rectangle(notice.box, 0.2)))
        asides = [each for each in head if each.role == "aside"]
        if asides:
            top = min(each.box.y for each in asides)
            bar = Box(asides[0].box.x - 0.8, top, 0.28, max(each.box.bottom for each in asides) - top)
            self.shapes.append(Shape("aside-bar", rectangle(bar)))
        pictures = tuple(self._pictures())
        pointed, noted = self._points()
        keys, texts = self._foot()
        made = Sheet(
            number=self.number,
            em=heights.em,
            width=heights.width + 2 * heights.margin,
            height=heights.height + 2 * heights.margin,
            title=title,
            intro=tuple(each for each in head if each.role != "title"),
            rows=tuple(self._rows()),
            steps=self.columns.steps,
            pictures=pictures,
            bars=self._bars(),
            points=pointed,
            points_note=noted,
            legend=keys,
            ending=texts,
            joins=tuple(self._joins()),
            writing=tuple(self.writing),
            shapes=(),
            icons=(),
        )
        return replace(made, shapes=tuple(self.shapes), icons=tuple(self.icons))

    def _rows(self) -> Iterator[Text]:
        """Yield the headings of the rows."""
        heights = self.plan.heights
        width = heights.label_width - 0.6
        parts = [("map.life", self.levels.life_top, self.levels.life_bottom, 1.0)]
        if heights.curve:
            parts.append(("map.life_line", self.levels.axis_bottom, self.levels.curve_bottom, 0.5))
        parts.append(("map.services", self.levels.services_top, self.levels.services_bottom, 0.0))
        for name, top, bottom, at in parts:
            lines = self.measure.lines(self.words(name), width, ROW_SIZE, Face.SEMIBOLD)
            height = LEAD * ROW_SIZE * len(lines)
            y = top + (bottom - top - height) * at
            if name == "map.life_line":
                above, below = yield from self._line_labels(top, bottom, y + height, width)
                y = min(max(y, above), below - height)
            else:
                y = min(max(y, top + 0.2), max(bottom - height, top))
            yield Text("row", Box(self.left, y, width, height), lines)
        if heights.rows:
            lines = self.measure.lines(self.words("map.presence"), width, ROW_SIZE, Face.SEMIBOLD)
            yield Text(
                "row", Box(self.left, self.levels.bars_top, width, LEAD * ROW_SIZE * len(lines)), lines
            )

    def _line_labels(
        self, top: float, bottom: float, under: float, width: float
    ) -> Generator[Text, None, tuple[float, float]]:
        """Yield what stands at the life line: which way is easier, who set it; return the room left."""
        size = self.measure.small
        small = LEAD * size
        easier, harder = top + 0.3, bottom - 0.3 - small
        for label, at in (("map.easier", easier), ("map.harder", harder)):
            yield Text("row-note", Box(self.left, at, width, small), (self.words(label),))
        by = self.measure.lines(self.words("map.life_line_by"), width, size)
        y = min(under, harder - 0.4 - small * len(by))
        yield Text("row-note", Box(self.left, y, width, small * len(by)), by)
        return easier + small + 0.2, y

    def _pictures(self) -> Iterator[Picture]:
        heights = self.plan.heights
        right = self.spans[-1][1]
        if heights.curve:
            box = Box(
                self.inner_left, self.levels.axis_bottom, right - self.inner_left + GUTTER / 2, heights.curve
            )
            columns = self.columns
            yield life_line(self.plan.columns, columns.bodies, columns.sides, box, self.words, self.measure)

    def _bars(self) -> tuple[Text, ...]:
        """Draw who was there and for how long; return the names on the bars."""
        rows = self.plan.heights.rows
        if not rows:
            return ()
        ground = Ground(
            self.plan.columns, tuple(self.columns.bodies), self.columns.places, self.columns.sides
        )
        bars, names = presence_rows(rows, ground, self.levels.bars_top, self.measure)
        self.shapes += bars
        return names

    def _points(self) -> tuple[tuple[Point, ...], tuple[Text, ...]]:
        """Return the turning points spelled out, and their heading; draw the lines to write on."""
        heights = self.plan.heights
        marks = tuple(mark for column in self.plan.columns for mark in column.marks)
        block = points(self.story, marks, self.words, self.measure, heights.width, self.rules)
        placed = tuple(point_at(each, self.left, self.levels.points_top) for each in block.points)
        noted = tuple(text_at(each, self.left, self.levels.points_top) for each in block.texts)
        for point in placed:
            box = point.box
            self.shapes.append(Shape("point-rule", line(box.x, box.y, box.right, box.y)))
            self._rules(box.x, box.right, box.bottom)
        if not placed:
            self._rules(self.left, self.left + heights.width, self.levels.points_top + block.height - AFTER)
        self.foot_top = self.levels.points_top + block.height
        return placed, noted

    def _rules(self, left: float, right: float, bottom: float) -> None:
        height = self.rules * RULE
        self.writing.append(Box(left, bottom - height, right - left, height))
        for index in range(self.rules):
            y = bottom - index * RULE - 0.15
            self.shapes.append(Shape("write-line", line(left, y, right, y)))

    def _foot(self) -> tuple[tuple[Key, ...], tuple[Text, ...]]:
        """Return the legend, and the lines at the foot of the sheet."""
        heights = self.plan.heights
        arrows = any(shape.style == "arrow" for shape in self.columns.shapes)
        keyed = self.furniture.legend(
            self.plan.columns, heights.rows, heights.width, heights.em, arrows=arrows
        )
        foot = self.furniture.ending(heights.width, heights.em, self.number, self.count)
        bottom = heights.margin + heights.height
        foot_top = bottom - foot.height
        y = foot_top - keyed.height - AIR / 2
        keys = tuple(key_at(each, self.left, y) for each in keyed.keys)
        for key in keys:
            room, _, name = key.swatch.partition(":")
            if room == "icon":
                box = key.swatch_box
                side = min(box.width, box.height)
                self.icons.append(Icon(name, Box(box.x, box.y + (box.height - side) / 2, side, side)))
            elif room != "sign":
                self.shapes += swatch(room, name, key.swatch_box)
        return keys, tuple(text_at(each, self.left, foot_top) for each in foot.texts)

    def _joins(self) -> Iterator[Text]:
        """Yield the marks that join the sheet to the ones before and after it."""
        size = self.measure.small
        height = LEAD * size
        middle = self.levels.band_top + self.plan.band / 2
        if self.number > 1:
            text = f"← {self.number - 1}"
            box = Box(self.left, middle - height / 2, self.plan.heights.label_width - 0.4, height)
            yield Text("join", box, (text,))
        if self.number < self.count:
            left, half, long = self.spans[-1][1] + GUTTER / 2, self.plan.band / 2, JOIN - 1.2
            arrow = f"h{long:.3f}l0.8 {half:.3f}l-0.8 {half:.3f}h{-long:.3f}Z"
            self.shapes.append(Shape("join", f"M{left:.3f} {self.levels.band_top:.3f}{arrow}"))
            box = Box(left + 0.15, middle - height / 2, JOIN - 0.8, height)
            yield Text("join-next", box, (f"→ {self.number + 1}",))
