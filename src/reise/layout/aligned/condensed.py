"""Rows of marks: a case in one line or two, as many sheets as the cases need."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from reise.layout.aligned.frame import AIR, Frame, keys_of
from reise.layout.aligned.marks import HEIGHT, PITCH, WIDTH, Drawing
from reise.layout.aligned.rows import shortened, signed
from reise.layout.aligned.spoken import alt_of
from reise.layout.aligned.telling import STATUS, Line, Step
from reise.layout.aligned.value import AlignedSheet, Cell, Row
from reise.layout.block import line as straight
from reise.layout.block import rectangle, text_at
from reise.layout.case_map import Box, Text
from reise.layout.measure import LEAD
from reise.layout.ruler import Face

#: The height of a row with a name of one line; a mark with its ring and arrow goes into it.
ROW = HEIGHT + 0.66
NAME_LINES, OUTCOME_LINES = 2, 2
#: Rows may grow by so much where the sheet has room.
MOST = 2.2
GAP = 0.9


@dataclass(frozen=True, slots=True)
class Shares:
    """The widths of a condensed sheet, and the steps on it."""

    name: float
    outcome: float
    first: int
    last: int
    fold: float

    def x(self, offset: int, left: float) -> float:
        """Return where the column of a step begins."""
        more = PITCH * 0.5 if offset > 0 else 0.0
        return (
            left
            + self.name
            + GAP
            + self.fold
            + (offset - self.first) * PITCH
            + more
            + (PITCH * 0.25 if offset == 0 else 0.0)
        )


class Condensed:
    """Sets the cases as rows of marks, at one size of type."""

    def __init__(self, frame: Frame, findings: Sequence[tuple[str, str]]) -> None:
        self.frame = frame
        self.found = findings
        self.say = frame.told.say
        self.shares = self._shares()
        self.head = frame.head(frame.told.reading)
        self.heads_height = LEAD * (1.0 + frame.small) + 0.4
        self.set_rows = [(line, *self._texts(line)) for line in frame.told.lines]
        self.heights = [self._height(name, outcome) for _, name, outcome in self.set_rows]
        self.keyed = frame.legend(
            keys_of(frame.told, self._steps(), (each for each in self._words()), full=False)
        )
        around = (
            self.head.height + self.heads_height + self.keyed.height + frame.ending(88, 88).height + 2 * AIR
        )
        self.room = frame.height - around
        self.first_room = self.room - frame.findings_height(self.found)

    def _shares(self) -> Shares:
        """Return as many steps as there is room for between name and outcome, the nearest first."""
        frame = self.frame
        name = min(22.0, max(9.0, frame.width * 0.19))
        outcome = min(14.0, max(7.0, frame.width * 0.12))
        measure = frame.measure
        slot = measure.width(self.say("aligned.more", count=8888), frame.small) + 0.4
        room = frame.width - name - outcome - 2 * GAP - 0.5 * PITCH
        before = max([-line.steps[0].offset for line in frame.told.lines if line.steps], default=0)
        after = max([line.steps[-1].offset for line in frame.told.lines if line.steps], default=0)
        after = max(after, 0)
        if (before + after + 1) * PITCH > room:
            most = max(1, int((room - 2 * slot) / PITCH) - 1)
            far = max(most * 3 // 5, most - after)
            before, after = min(before, far), min(after, most - min(before, far))
            return Shares(name, outcome, -before, after, slot)
        return Shares(name, outcome, -before, after, 0.0)

    @property
    def steps_shown(self) -> int:
        """How many columns of steps there are."""
        return self.shares.last - self.shares.first + 1

    def _steps(self) -> Iterator[tuple[Line, Step]]:
        for line in self.frame.told.lines:
            for step in line.steps:
                if self.shares.first <= step.offset <= self.shares.last:
                    yield line, step

    def _words(self) -> Iterator[str]:
        for _, name, outcome in self.set_rows:
            yield name.text.replace("\n", " ")
            yield outcome.text.replace("\n", " ")

    def _texts(self, line: Line) -> tuple[Text, Text]:
        pale = " pale" if line.faint else ""
        shares = self.shares
        return (
            self._set("name" + pale, line.name, shares.name, Face.SEMIBOLD, NAME_LINES, line.language),
            self._set(
                "outcome" + pale, line.outcome, shares.outcome, Face.REGULAR, OUTCOME_LINES, line.language
            ),
        )

    def _set(self, role: str, words: str, width: float, face: Face, most: int, language: str) -> Text:
        measure = self.frame.measures.of(language)
        lines = measure.lines(words, width, 1.0, face)
        if len(lines) > most:
            lines = shortened(lines[:most], lambda each: measure.width(each, 1.0, face) <= width)
        return Text(role, Box(0, 0, width, LEAD * len(lines)), lines)

    def _height(self, name: Text, outcome: Text) -> float:
        return max(ROW, name.box.height + 0.35, outcome.box.height + 0.35)

    def shared(self, more: float = 0.0) -> list[tuple[int, int]]:
        """Return the rows of each sheet as (first, end), in order, each row `more` higher than it must be."""
        sheets: list[tuple[int, int]] = []
        start, used, room = 0, 0.0, self.first_room
        for place, least in enumerate(self.heights):
            height = least + more
            if used + height > room and place > start:
                sheets.append((start, place))
                start, used, room = place, 0.0, self.room
            used += height
        return [*sheets, (start, len(self.heights))]

    @property
    def fits(self) -> bool:
        """Whether even the tallest row finds room on a sheet."""
        return max(self.heights) <= self.first_room

    def sheets(self) -> tuple[AlignedSheet, ...]:
        """Return the sheets, their rows shared out evenly."""
        shared = self._even()
        return tuple(
            self._sheet(first, end, number, len(shared)) for number, (first, end) in enumerate(shared, 1)
        )

    def _even(self) -> list[tuple[int, int]]:
        """Return the rows of each sheet, all as loosely set as the fewest sheets allow."""
        shared = self.shared()
        room = self.first_room + self.room * (len(shared) - 1)
        more = (room - sum(self.heights)) / len(self.heights)
        for part in (1.0, 0.9, 0.8, 0.6, 0.4, 0.2):
            even = self.shared(more * part)
            if len(even) == len(shared):
                return even
        return shared

    def _sheet(self, first: int, end: int, number: int, count: int) -> AlignedSheet:
        frame, drawing = self.frame, Drawing()
        findings = self.found if number == 1 else ()
        room = self.first_room if number == 1 else self.room
        spare = room - sum(self.heights[first:end])
        more = min(MOST, spare / (end - first))
        y = frame.margin + self.head.height + self.heads_height
        top = y
        heads = tuple(self._heads(y, drawing))
        rows = []
        for place in range(first, end):
            rows.append(self._row(place, y, self.heights[place] + more, drawing))
            y += self.heights[place] + more
        self._ground(top, y, drawing)
        placed = frame.findings(findings, drawing, y + AIR)
        y += frame.findings_height(findings) if findings else 0.0
        left = spare - more * (end - first)
        notes, writing = frame.notes(y, left, drawing) if left > 4 else ((), ())
        return frame.sheet(
            self.head, drawing, self.keyed, (number, count), heads, rows, placed, notes, writing
        )

    def _heads(self, y: float, drawing: Drawing) -> Iterator[Text]:
        """Yield the headings of the columns, and write the numbers of the steps."""
        frame, shares = self.frame, self.shares
        height = LEAD * frame.small
        bottom = y - 0.25
        measure = frame.measure
        head = frame.told.head
        wide = measure.width(head, 1.0, Face.SEMIBOLD) + 0.05
        middle = shares.x(0, frame.margin) + PITCH / 2
        left = frame.margin + shares.name + GAP
        right = frame.margin + frame.width - shares.outcome - GAP
        x = max(left, min(middle - wide / 2, right - wide))
        yield Text("head", Box(x, bottom - height - LEAD, wide, LEAD), (head,))
        outcome = self.say("aligned.outcome")
        x = frame.margin + frame.width - shares.outcome
        yield Text("head", Box(x, bottom - LEAD, shares.outcome, LEAD), (outcome,))
        for offset in range(shares.first, shares.last + 1):
            if offset and (abs(offset) == 1 or offset % 5 == 0):
                box = Box(shares.x(offset, frame.margin), bottom - height, PITCH, height)
                drawing.numbers.append(Text("tick middle", box, (signed(offset),)))

    def _ground(self, top: float, bottom: float, drawing: Drawing) -> None:
        frame = self.frame
        x = self.shares.x(0, frame.margin) - PITCH * 0.1
        box = Box(
            x,
            top - self.heads_height + LEAD + 0.1,
            PITCH * 1.2,
            bottom - top + self.heads_height - LEAD - 0.1,
        )
        drawing.add("tint-turning" if frame.told.turning else "tint-plain", rectangle(box))
        drawing.add("row-rule", straight(frame.margin, bottom, frame.margin + frame.width, bottom))

    def _row(self, place: int, y: float, height: float, drawing: Drawing) -> Row:
        """Draw a row, and return its texts at their places."""
        frame, shares = self.frame, self.shares
        line, name, outcome = self.set_rows[place]
        middle = y + height / 2
        left = frame.margin
        drawing.add("row-rule", straight(left, y, left + frame.width, y))
        heading = text_at(name, left, middle - name.box.height / 2)
        cells = []
        if line.outcome:
            x = left + frame.width - shares.outcome
            label = self.say("aligned.outcome") + ":"
            cells.append(Cell(text_at(outcome, x, middle - outcome.box.height / 2), label, True))
        shown = [step for step in line.steps if shares.first <= step.offset <= shares.last]
        marks = middle - HEIGHT / 2 + 0.06
        if shown:
            ends = shares.x(shown[0].offset, left), shares.x(shown[-1].offset, left) + WIDTH
            drawing.add(
                "track-faint" if line.faint else "track",
                straight(ends[0], marks + HEIGHT / 2, ends[1], marks + HEIGHT / 2),
            )
            self._folded(line, (shown[0].offset, shown[-1].offset), middle, drawing)
        for step in shown:
            drawing.mark(step, shares.x(step.offset, left) + (PITCH - WIDTH) / 2, marks, faint=line.faint)
        if line.faint:
            cells.insert(0, self._absent(line, middle))
        if STATUS.get(line.status):
            self._status(line, middle, drawing)
        box = Box(left + shares.name, y, frame.width - shares.name - shares.outcome, height)
        alt = alt_of(line, frame.told, (shares.first, shares.last))
        return Row(line.id, line.name, line.language, heading, alt, box, tuple(cells))

    def _absent(self, line: Line, middle: float) -> Cell:
        """Return why nothing stands in the common column, right of it where there is room."""
        frame, shares = self.frame, self.shares
        x = shares.x(0, frame.margin) + PITCH * 1.2
        width = frame.margin + frame.width - shares.outcome - GAP / 2 - x
        height = LEAD * frame.small
        lines = frame.measure.lines(line.absence, max(width, 1.0), frame.small)
        if width < 6 or len(lines) > 2:
            x, width, lines = shares.x(0, frame.margin), PITCH, ("–",)
        return Cell(
            Text("absent", Box(x, middle - height * len(lines) / 2, width, height * len(lines)), lines)
        )

    def _status(self, line: Line, middle: float, drawing: Drawing) -> None:
        """Write whether the transition in the common column held, beside its mark."""
        height = LEAD * self.frame.small
        step = line.step(0)
        x = self.shares.x(0, self.frame.margin) + (PITCH + WIDTH) / 2 + (0.5 if step and step.turn else 0.15)
        box = Box(x, middle - height / 2, 0.7, height)
        drawing.numbers.append(Text("more strong", box, (STATUS[line.status],)))

    def _folded(self, line: Line, ends: tuple[int, int], middle: float, drawing: Drawing) -> None:
        """Write how many steps are folded away at each end."""
        shares, left = self.shares, self.frame.margin
        height = LEAD * self.frame.small
        hidden = ends[0] - line.steps[0].offset, line.steps[-1].offset - ends[1]
        after = shares.x(shares.last, left) + PITCH
        for count, x, role in (
            (hidden[0], left + shares.name + GAP, "more"),
            (hidden[1], after, "more right"),
        ):
            if count:
                box = Box(x, middle - height / 2, shares.fold - 0.1, height)
                drawing.numbers.append(Text(role, box, (self.say("aligned.more", count=count),)))
