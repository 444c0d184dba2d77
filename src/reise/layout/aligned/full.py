"""Rows with words: every case a map in small, what stands nearest the common column in its words."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from reise.layout.aligned.frame import AIR, Frame, keys_of
from reise.layout.aligned.grid import RATIOS, Grid, Grids, Pair, Span, farther
from reise.layout.aligned.marks import HEIGHT, PITCH, WIDTH, Drawing
from reise.layout.aligned.rows import OVER, PAD, UNDER, Drawn, Limits, Setting, signed, stretches
from reise.layout.aligned.spoken import alt_of
from reise.layout.aligned.telling import Step
from reise.layout.aligned.value import AlignedSheet, Cell, Row
from reise.layout.block import line as straight
from reise.layout.block import rectangle, text_at
from reise.layout.case_map import Box, Text
from reise.layout.curve import monotone
from reise.layout.measure import LEAD
from reise.layout.ruler import Face

#: The size of the headings of columns.
HEAD = 0.95
#: How much of what is left over goes to the rows before lines to write on get the rest.
TO_ROWS, MOST_TO_A_ROW = 0.55, 2.6
NOTES = 4.2


class Full:
    """Sets a sheet with words in its rows, at one size of type."""

    def __init__(
        self, frame: Frame, columns: Grid, limits: Limits, findings: Sequence[tuple[str, str]]
    ) -> None:
        self.frame = frame
        self.grid = columns
        self.found = findings
        self.say = frame.told.say
        self.small = frame.small
        self.drawing = Drawing()
        self.head = frame.head(frame.told.reading)
        setting = Setting(frame, columns, limits)
        self.rows = [setting.row(each) for each in frame.told.lines]
        self.heads_height = (
            LEAD * HEAD * 2 + LEAD * self.small + 0.35
            if self._tall_heads()
            else (LEAD * HEAD + LEAD * self.small + 0.35)
        )
        self.keyed = frame.legend(self._keys())
        used = self.head.height + self.heads_height + sum(row.height for row in self.rows) + 2 * AIR
        used += frame.findings_height(self.found) + self.keyed.height + frame.ending(1, 1).height
        self.spare = frame.height - used

    def _tall_heads(self) -> bool:
        """Whether the heading of a column needs two lines."""
        return any(len(text.lines) > 1 for text, _ in self._groups())

    def _keys(self) -> list[tuple[str, str]]:
        shown = [
            (line, step) for line in self.frame.told.lines for step in line.steps if self.grid.shows(step)
        ]
        texts = [piece.text.text.replace("\n", " ") for row in self.rows for piece in row.pieces]
        texts += [words for _, words in self.found]
        lined = any(row.curve for row in self.rows)
        return keys_of(self.frame.told, shown, texts, full=True, lined=lined)

    def sheet(self) -> AlignedSheet:
        """Return the sheet; what is left over goes to the rows and to lines to write on."""
        frame = self.frame
        more = min(MOST_TO_A_ROW, TO_ROWS * self.spare / len(self.rows))
        notes_height = self.spare - more * len(self.rows)
        if notes_height < NOTES:
            more, notes_height = self.spare / len(self.rows), 0.0
        y = frame.margin + self.head.height
        heads = tuple(self._heads(y))
        y += self.heads_height
        top = y
        rows = []
        for row in self.rows:
            rows.append(self._placed(row, y, row.height + more))
            y += row.height + more
        self._tints(top, y)
        self._rule(y)
        finding = frame.findings(self.found, self.drawing, y + AIR)
        y += frame.findings_height(self.found) if finding else 0.0
        notes, writing = frame.notes(y, notes_height, self.drawing) if notes_height else ((), ())
        return frame.sheet(self.head, self.drawing, self.keyed, (1, 1), heads, rows, finding, notes, writing)

    def _groups(self) -> Iterator[tuple[Text, Span]]:
        """Yield the headings of groups of columns, at the origin, with the columns they stand over."""
        columns, say = self.grid, self.say
        wide = sorted(columns.wide)
        groups = [
            (say("aligned.earlier"), columns.first, wide[0] - 1),
            (say("aligned.before"), wide[0], -1),
            (self.frame.told.head, 0, 0),
            (say("aligned.after"), 1, wide[-1]),
            (say("aligned.later"), wide[-1] + 1, columns.last),
        ]
        for words, first, last in groups:
            if first <= last:
                left = self.grid.inside(first).x if first in columns.wide else columns.steps[first].x
                right = self.grid.inside(last).right if last in columns.wide else columns.steps[last].right
                if self.frame.measure.wrapper.longest(words, Face.SEMIBOLD) * HEAD <= right - left:
                    text = self.frame.text("head", words, right - left, HEAD, Face.SEMIBOLD)
                    yield text, Span(left, right - left)
        for words, span in ((say("aligned.who"), columns.who), (say("aligned.outcome"), columns.outcome)):
            yield self.frame.text("head", words, span.width, HEAD, Face.SEMIBOLD), span

    def _heads(self, y: float) -> Iterator[Text]:
        """Yield the headings of the columns, and draw the number of each step."""
        bottom = y + self.heads_height - 0.3
        height = LEAD * self.small
        for text, span in self._groups():
            yield text_at(text, span.x, bottom - height - text.box.height)
        for offset, column in self.grid.steps.items():
            if offset:
                x = self.grid.inside(offset).x if offset in self.grid.wide else column.x
                width = WIDTH if offset in self.grid.wide else PITCH
                box = Box(x, bottom - height, width, height)
                self.drawing.numbers.append(Text("tick middle", box, (signed(offset),)))

    def _tints(self, top: float, bottom: float) -> None:
        """Draw the ground of the common column."""
        span = self.grid.steps[0]
        box = Box(span.x, top - self.heads_height + 0.1, span.width, bottom - top + self.heads_height - 0.1)
        self.drawing.add("tint-turning" if self.frame.told.turning else "tint-plain", rectangle(box))

    def _rule(self, y: float) -> None:
        self.drawing.add("row-rule", straight(self.frame.margin, y, self.frame.margin + self.frame.width, y))

    def _placed(self, row: Drawn, y: float, height: float) -> Row:
        """Draw a row whose top is at y, and return its texts at their places."""
        self._rule(y)
        top = y + PAD + (height - row.height) * 0.3
        marks = top + OVER + row.curve
        under = marks + HEIGHT + UNDER
        self._track(row, top, marks)
        cells = []
        for piece in row.pieces:
            text = text_at(piece.text, piece.x, piece.y + (under if piece.below else top))
            cells.append(Cell(text, piece.label, piece.own))
        line, columns = row.line, self.grid
        last = columns.fold_after or columns.steps[columns.last]
        box = Box(columns.name.right, top, last.right - columns.name.right, under - top)
        alt = alt_of(line, self.frame.told, (columns.first, columns.last))
        return Row(line.id, line.name, line.language, cells[0].text, alt, box, tuple(cells[1:]))

    def _x(self, offset: int) -> float:
        """Return where the mark of a step begins."""
        span = self.grid.steps[offset]
        return self.grid.inside(offset).x if offset in self.grid.wide else span.x + (PITCH - WIDTH) / 2

    def _track(self, row: Drawn, top: float, y: float) -> None:
        """Draw the marks of a row in a line, its life line above them, and what is folded away."""
        line, columns, faint = row.line, self.grid, row.line.faint
        shown = [step for step in line.steps if self.grid.shows(step)]
        if not shown:
            return
        middle = y + HEIGHT / 2
        hidden = (shown[0].offset - line.steps[0].offset, line.steps[-1].offset - shown[-1].offset)
        for count, span in zip(hidden, (columns.fold_before, columns.fold_after), strict=True):
            if count and span:
                height = LEAD * self.small
                box = Box(span.x, middle - height / 2, span.width - 0.1, height)
                role = "more" if span is columns.fold_before else "more right"
                self.drawing.numbers.append(Text(role, box, (self.say("aligned.more", count=count),)))
        for step, after in pairwise(shown):
            ends = self._after(step), self._x(after.offset) - 0.1
            if ends[1] > ends[0]:
                path = straight(ends[0], middle, ends[1], middle)
                self.drawing.add("track-faint" if faint else "track", path)
        if row.curve:
            self._life_line(row, top)
        for step in shown:
            x = self._x(step.offset)
            self.drawing.mark(step, x, y, faint=faint)
            if step.number:
                self._number(step, x, y)

    def _after(self, step: Step) -> float:
        """Return where a mark, with the number beside it, ends."""
        end = self._x(step.offset) + WIDTH
        if step.number and step.offset in self.grid.wide:
            return end + self._beside(step) + self.frame.measure.width(step.number, self.small) + 0.3
        return end + (0.2 if step.turn else 0.0)

    def _beside(self, step: Step) -> float:
        """Return how far from its mark the number of a step stands."""
        return 0.72 if step.turn else 0.3

    def _number(self, step: Step, x: float, y: float) -> None:
        """Write the number that a step has on its case map: under its mark, or beside it where words are."""
        height = LEAD * self.small
        width = self.frame.measure.width(step.number, self.small) + 0.1
        if step.offset in self.grid.wide:
            box = Box(x + WIDTH + self._beside(step), y + (HEIGHT - height) / 2, width, height)
            self.drawing.numbers.append(Text("number", box, (step.number,)))
        else:
            centre = x + WIDTH / 2
            box = Box(centre - width / 2, y + HEIGHT + 0.12, width, height)
            self.drawing.numbers.append(Text("number", box, (step.number,)))

    def _life_line(self, row: Drawn, top: float) -> None:
        """Draw the line through the levels that the young person has set, broken where none are."""
        middle, room = top + row.curve / 2, row.curve - 0.9
        for run in stretches(row.line, self.grid):
            points = [
                (self._x(step.offset) + WIDTH / 2, middle - (step.level or 0) / 6 * room) for step in run
            ]
            ends = points[0][0], points[-1][0]
            self.drawing.add("zero", straight(ends[0] - WIDTH / 2, middle, ends[1] + WIDTH / 2, middle))
            curve = monotone(points)
            self.drawing.add("life-area", curve + f"L{ends[1]:.3f} {middle:.3f}L{ends[0]:.3f} {middle:.3f}Z")
            self.drawing.add("life-line", curve)
            for step, (x, y) in zip(run, points, strict=True):
                self.drawing.point(x, y, turning=bool(step.turn))


def full(
    frame: Frame, reach: Pair, limits: Limits, findings: Sequence[tuple[str, str]], *, most: bool = False
) -> Full | None:
    """Return a sheet with words in its rows, or nothing where it does not fit at the frame's type.

    It shows as few steps without words as may be, or with `most` as many as find room.
    """
    grids = Grids(frame.told, frame.measure, frame.margin, frame.width, reach, whole=limits.whole)
    choices = list(farther(frame.told, reach))
    for narrow in choices if most else choices[-1:]:
        found = [grids.grid(narrow, ratio) for ratio in RATIOS]
        made = [Full(frame, each, limits, findings) for each in found if each]
        best = max(made, key=lambda each: each.spare, default=None)
        if best and best.spare >= 0:
            return best
    return None
