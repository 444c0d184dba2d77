"""Everything on a sheet but its columns: how high each part is, and what is left for the cards."""

from dataclasses import dataclass
from itertools import groupby

from reise.layout.bars import Stretch, gaps, packed, row_height, stretches
from reise.layout.block import Block
from reise.layout.header import header
from reise.layout.legend import Traits, ending, legend, traits
from reise.layout.lifeline import broken
from reise.layout.measure import LEAD, Measure
from reise.layout.paper import MM_PER_POINT, Paper
from reise.layout.points import LEAST_RULES, points
from reise.layout.ruler import Face
from reise.layout.story import Column, ColumnName, Story
from reise.layout.words import Words

AIR = 0.55
CURVE = 8.0
JOIN = 2.6
ROW_SIZE = 0.92


Rows = tuple[tuple[Stretch, ...], ...]


@dataclass(frozen=True, slots=True)
class Heights:
    """The parts of a sheet in em; `free` is what is left for the cards and the milestones."""

    em: float
    width: float
    height: float
    margin: float
    label_width: float
    head: Block
    phase: float
    axis: float
    curve: float
    rows: Rows
    bars: float
    least_life: float
    least_services: float
    free: float
    alone: bool


class Furniture:
    """Sets what stands around the columns of a map."""

    def __init__(self, story: Story, paper: Paper, measure: Measure) -> None:
        self.story = story
        self.paper = paper
        self.measure = measure
        self.words = Words(story.labels)
        self._heads: dict[float, Block] = {}
        self._traits: dict[ColumnName, Traits] = {}
        self.label_width = self._label_width()

    def _label_width(self) -> float:
        names = [self.words("map.life"), self.words("map.services"), self.words("map.presence")]
        if self.story.has_levels:
            names.append(self.words("map.life_line"))
        longest = max(self.measure.wrapper.longest(each, Face.SEMIBOLD) for each in names) * ROW_SIZE
        return max(4.6, longest) + 0.9

    def ending(self, width: float, em: float, number: int, count: int) -> Block:
        """Return the foot of a sheet."""
        size = self.paper.small * MM_PER_POINT / em
        return ending(self.story, self.words, self.measure, width, size, number, count)

    def legend(
        self, columns: tuple[Column, ...], rows: Rows, width: float, em: float, *, arrows: bool = True
    ) -> Block:
        """Return the legend of a sheet that shows `columns`, with or without arrows drawn."""
        members = [self._traits_of(column) for column in columns]
        size = self.paper.small * MM_PER_POINT / em
        shown = {"presence": bool(rows), "presence-between": gaps(rows), "open line": broken(columns)}
        calls = {call for each in members for call in each.calls} | {call for call in shown if shown[call]}
        if not arrows:
            calls.discard("arrow")
        return legend(self.story, members, calls, self.words, self.measure, width, size)

    def _traits_of(self, column: Column) -> Traits:
        known = self._traits.get(column.name)
        if known is None:
            known = self._traits[column.name] = traits(column, self.words.language)
        return known

    def _phase_height(self, columns: tuple[Column, ...]) -> float:
        """Return the height of the row of phases: that of the one which needs most lines."""
        lines = 0
        for name, run in groupby(columns, key=lambda column: column.phase):
            if name:
                width = sum(self.measure.least(column) for column in run)
                lines = max(lines, len(self.phase_lines(name, width)))
        return LEAD * self.measure.small * lines + 0.5 if lines else 0.0

    def phase_lines(self, name: str, width: float) -> tuple[str, ...]:
        """Return the lines of a phase's name."""
        return self.measure.lines(name, width, self.measure.small, Face.SEMIBOLD)

    def _line_labels(self) -> float:
        """Return the height of what stands beside the life line."""
        by = self.measure.lines(self.words("map.life_line_by"), self.label_width - 0.6, self.measure.small)
        return self.label_height("map.life_line") + LEAD * self.measure.small * (len(by) + 2) + 2.0

    def inner_width(self, em: float, *, alone: bool) -> float:
        """Return the width that is left for columns, for `em` millimetres to the em."""
        width = (self.paper.width - 2 * self.paper.margin) / em
        return width - self.label_width - (0.0 if alone else JOIN)

    def label_height(self, name: str) -> float:
        """Return the height of the heading of a row."""
        lines = self.measure.lines(self.words(name), self.label_width - 0.6, ROW_SIZE, Face.SEMIBOLD)
        return LEAD * ROW_SIZE * len(lines)

    def heights(self, columns: tuple[Column, ...], em: float, *, alone: bool) -> Heights:
        """Return the parts of a sheet that shows `columns`, for `em` millimetres to the em."""
        margin = self.paper.margin / em
        width = self.paper.width / em - 2 * margin
        height = self.paper.height / em - 2 * margin
        head = self._heads.get(em)
        if head is None:
            title = self.paper.title * MM_PER_POINT / em
            head = self._heads[em] = header(self.story, self.words, self.measure, width, title)
        small = self.measure.small
        phase = self._phase_height(columns)
        both = any(column.age and column.gap for column in columns)
        axis = (LEAD * small * (2 if both else 1) + 0.15) if any(c.age or c.gap for c in columns) else 0.0
        has_levels = any(card.level is not None for c in columns for card in (c.head, *c.cards))
        curve = max(CURVE, self._line_labels()) if has_levels else 0.0
        rows = self._rows(columns)
        bars = max(row_height(self.measure) * len(rows), self.label_height("map.presence")) if rows else 0.0
        bars += AIR if rows else 0.0
        marks = tuple(mark for column in columns for mark in column.marks)
        pointed = points(self.story, marks, self.words, self.measure, width, LEAST_RULES)
        keyed = self.legend(columns, rows, width, em)
        foot = self.ending(width, em, 88, 88)
        fixed = head.height + phase + axis + curve + bars + pointed.height + keyed.height + foot.height
        fixed += 3.5 * AIR + 0.05
        return Heights(
            em=em,
            width=width,
            height=height,
            margin=margin,
            label_width=self.label_width,
            head=head,
            phase=phase,
            axis=axis,
            curve=curve,
            rows=rows,
            bars=bars,
            least_life=self.label_height("map.life"),
            least_services=self.label_height("map.services"),
            free=height - fixed,
            alone=alone,
        )

    def _rows(self, columns: tuple[Column, ...]) -> Rows:
        """Return the bars of a sheet in rows."""
        widths = [self.measure.least(column) for column in columns]
        rows = packed(stretches(self.story.bars, columns), widths, self.measure)
        return tuple(tuple(row) for row in rows)
