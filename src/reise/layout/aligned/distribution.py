"""Many cases: how many of them have what in each column, every number printed."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from reise.layout.aligned.frame import AIR, Frame
from reise.layout.aligned.marks import Drawing, sign
from reise.layout.aligned.rows import signed
from reise.layout.aligned.telling import ORDER, STATUS, Step, Told
from reise.layout.aligned.value import AlignedSheet, Row
from reise.layout.block import line as straight
from reise.layout.block import rectangle, text_at
from reise.layout.case_map import Box, Icon, Text
from reise.layout.measure import LEAD
from reise.layout.ruler import Face

KINDS = (
    "milestone",
    "event",
    "family",
    "experience",
    "crisis",
    "service",
    "measure",
    "transition",
    "turning_point",
    "quote",
    "wish",
)
EFFECTS = ("helped", "hindered", "mixed")
#: The least and the greatest width of a column, and as many columns as type gives way to.
PITCH, WIDEST, COLUMNS = 2.7, 5.5, 17
#: The least room for a bar, and the room that type gives way to.
BAR, TALL = 1.3, 2.5
#: Where a scale may end, as shares of the journeys in a column, and the room for what is written there.
SCALES, AXIS = (0.05, 0.1, 0.15, 0.2, 0.25, 0.3, 0.35, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1.0), 2.6
#: How much of its column a bar takes.
BROAD = 0.62
LABEL, PANEL, GAP = 13.0, 20.0, 1.6
MOST_OUTCOMES = 10
ICON = 1.05


@dataclass(frozen=True, slots=True)
class Tally:
    """A row of the distribution: its name, what is drawn before it, and a number for each column.

    Bars of one `group` have the same scale, which stands beside them; those of group 0 have none.
    """

    id: str
    name: str
    swatch: str
    counts: tuple[int, ...]
    group: int


class Distribution:
    """Sets the counts of all cases on one sheet, at one size of type."""

    def __init__(self, frame: Frame, findings: Sequence[tuple[str, str]]) -> None:
        frame.told = replace(frame.told, title=frame.told.counted)
        self.frame = frame
        self.found = findings
        self.told, self.say = frame.told, frame.told.say
        self.there = [line for line in self.told.lines if not line.faint]
        self.label = min(LABEL, frame.width * 0.2)
        aside = tuple(self._aside(min(PANEL, frame.width * 0.28)))
        self.panel = max(
            frame.measure.width(line, 1.0, Face.SEMIBOLD) for text in aside for line in text.lines
        )
        self.offsets = self._offsets()
        self.pitch = min(self._inner() / len(self.offsets), WIDEST)
        self.steps = [self._column(offset) for offset in self.offsets]
        self.tallies = tuple(self._tallies())
        reading = self.say("aligned.reading_distribution", anchor=self.told.head)
        self.head = frame.head(reading + " " + self.say("aligned.signs_by", voice=self.told.voice))
        self.keyed = frame.legend([("bar:bar", self.say("aligned.key_bar"))])
        self.heads_height = LEAD * (1.0 + frame.small) + 0.4
        self.far = frame.text("aside", self._farther(), frame.width - self.panel - GAP, frame.small)
        self.aside = tuple(self._aside(self.panel))
        used = self.head.height + self.heads_height + self.keyed.height + frame.ending(1, 1).height
        used += frame.findings_height(self.found) + self.far.box.height + 4 * AIR
        self.room = frame.height - used
        self.plain = LEAD * frame.small + 0.5
        barred = sum(each.group > 0 for each in self.tallies)
        self.row = (self.room - self.plain * (len(self.tallies) - barred)) / max(barred, 1)
        self.bar = self.row - LEAD * frame.small - 0.35
        self.scales = {group: self._scale(group) for group in range(1, 5)}

    def _inner(self) -> float:
        """Return the width that the columns share."""
        return self.frame.width - self.label - AXIS - self.panel - GAP

    def _scale(self, group: int) -> float:
        """Return where the scale of a group ends."""
        most = max(
            (
                count / len(column)
                for each in self.tallies
                if each.group == group
                for count, column in zip(each.counts, self.steps, strict=True)
                if column
            ),
            default=0.0,
        )
        return next(each for each in SCALES if each >= most)

    @property
    def fits(self) -> bool:
        """Whether bars, numbers and what stands beside them find room."""
        panel = self.aside[-1].box.bottom if self.aside else 0.0
        names = (self.frame.measure.lines(each.name, self.label - 1.8) for each in self.tallies)
        tallest = max(LEAD * len(lines) + 0.2 for lines in names)
        return self.bar >= BAR and self.row >= tallest and panel <= self.room + self.heads_height

    def _needed(self) -> tuple[int, int]:
        """Return how many steps there are before and after the common column in any case."""
        before = max((-line.steps[0].offset for line in self.there if line.steps), default=0)
        return before, max((line.steps[-1].offset for line in self.there if line.steps), default=0)

    @property
    def wide(self) -> bool:
        """Whether the sheet shows all columns there are, or as many as type gives way to, in tall bars."""
        return self.bar >= TALL and len(self.offsets) >= min(COLUMNS, sum(self._needed()) + 1)

    def _offsets(self) -> range:
        """Return the steps that there is room for, the nearest first."""
        before, after = self._needed()
        most = int(self._inner() / PITCH) - 1
        if before + after > most:
            far = max(most * 3 // 5, most - after)
            before = min(before, far)
            after = min(after, most - before)
        return range(-before, after + 1)

    def _column(self, offset: int) -> list[Step]:
        """Return what the cases have in a column."""
        return [step for line in self.there if (step := line.step(offset)) is not None]

    def _tallies(self) -> Iterator[Tally]:
        """Yield the rows: how many cases a column has, of each kind, turning points, effects."""
        words, say = self.told.words, self.say
        yield Tally("in_column", say("aligned.in_column"), "", tuple(len(each) for each in self.steps), 0)
        for kind in KINDS:
            counts = tuple(sum(step.kind == kind for step in column) for column in self.steps)
            if any(counts):
                yield Tally(kind, words(f"kind.{kind}"), f"icon:{kind}", counts, 1)
        counts = tuple(sum(bool(step.turn) and step.pointed for step in column) for column in self.steps)
        yield Tally("turns", say("aligned.key_pointed", voice=self.told.voice), "badge:up", counts, 2)
        for effect in EFFECTS:
            counts = tuple(sum(effect in step.signs for step in column) for column in self.steps)
            if any(counts):
                yield Tally(effect, words(f"effect.{effect}"), f"effect:{effect}", counts, 3)
        counts = tuple(sum(not step.signs for step in column) for column in self.steps)
        yield Tally("unsaid", say("aligned.unsaid"), "", counts, 4)

    def _farther(self) -> str:
        """Return how many events stand farther away than the columns."""
        first, last = self.offsets[0], self.offsets[-1]
        before = sum(step.offset < first for line in self.there for step in line.steps)
        after = sum(step.offset > last for line in self.there for step in line.steps)
        return self.say("aligned.farther", before=before, after=after) if before or after else ""

    def _aside(self, width: float) -> Iterator[Text]:
        """Yield how many cases got there and what became of all of them, one under the other."""
        reached = Counter(line.reached for line in self.told.lines)
        outcomes = Counter(line.outcome for line in self.told.lines if line.outcome)
        ranked = sorted(outcomes.items(), key=lambda each: (-each[1], each[0]))
        way = "count" if self.told.turning else "there"
        parts = [
            ("panel-head", self.say("aligned.reached_heading" if way == "count" else "aligned.there_heading"))
        ]
        parts += [
            ("panel", self.say(f"aligned.{way}_{each}", count=reached[each], voice=self.told.voice))
            for each in ORDER
            if reached[each]
        ]
        statuses = Counter(line.status for line in self.there if line.status)
        for status in STATUS:
            if statuses[status]:
                parts.append(("panel", status_count(self.told, status, statuses[status])))
        if ranked:
            parts.append(("panel-head", self.say("aligned.outcomes")))
        for name, count in ranked[:MOST_OUTCOMES]:
            parts.append(("panel", self.say("aligned.outcome_count", count=count, name=name)))
        if ranked[MOST_OUTCOMES:]:
            rest = sum(count for _, count in ranked[MOST_OUTCOMES:])
            parts.append(("panel", self.say("aligned.outcomes_more", count=rest)))
        y = 0.0
        for role, words in parts:
            face = Face.SEMIBOLD if role == "panel-head" else Face.REGULAR
            y += AIR if role == "panel-head" and y else 0.0
            text = self.frame.text(role, words, width, 1.0, face)
            yield text_at(text, 0.0, y)
            y += text.box.height + 0.15

    def sheet(self) -> AlignedSheet:
        """Return the sheet."""
        frame, drawing = self.frame, Drawing()
        y = frame.margin + self.head.height
        panel_x = frame.margin + frame.width - self.panel
        aside = tuple(text_at(each, panel_x, y) for each in self.aside)
        y += self.heads_height
        heads = tuple(self._heads(y, drawing))
        top = y
        rows = []
        for tally in self.tallies:
            rows.append(self._row(tally, y, drawing))
            y += rows[-1].box.height
        at = self._x(0)
        box = Box(at, top - self.heads_height + LEAD, self.pitch, y - top + self.heads_height - LEAD)
        drawing.add("tint-turning" if self.told.turning else "tint-plain", rectangle(box))
        if self.far.lines:
            aside = (text_at(self.far, frame.margin, y + 0.3), *aside)
        y += self.far.box.height + AIR
        findings = frame.findings(self.found, drawing, y + AIR)
        return frame.sheet(self.head, drawing, self.keyed, (1, 1), heads, rows, findings, aside, ())

    def _x(self, offset: int) -> float:
        return self.frame.margin + self.label + AXIS + (offset - self.offsets[0]) * self.pitch

    def _heads(self, y: float, drawing: Drawing) -> Iterator[Text]:
        """Yield the heading of the common column, and write the numbers of the steps."""
        frame, height = self.frame, LEAD * self.frame.small
        bottom = y - 0.25
        wide = frame.measure.width(self.told.head, 1.0, Face.SEMIBOLD) + 0.05
        middle = self._x(0) + self.pitch / 2
        right = frame.margin + frame.width - self.panel - GAP
        x = max(frame.margin, min(middle - wide / 2, right - wide))
        yield Text("head", Box(x, bottom - height - LEAD, wide, LEAD), (self.told.head,))
        for offset in self.offsets:
            if offset:
                box = Box(self._x(offset), bottom - height, self.pitch, height)
                drawing.numbers.append(Text("tick middle", box, (signed(offset),)))

    def _row(self, tally: Tally, y: float, drawing: Drawing) -> Row:
        """Draw a row of bars with their numbers, and return its name and what it says."""
        frame = self.frame
        whole = self.row if tally.group else self.plain
        base = y + whole - 0.2
        height = LEAD * frame.small
        right = self._x(self.offsets[-1]) + self.pitch
        drawing.add("row-rule", straight(frame.margin, base + 0.1, right, base + 0.1))
        name = frame.text("name", tally.name, self.label - 1.8, 1.0, Face.SEMIBOLD)
        heading = text_at(name, frame.margin + 1.5, base - name.box.height)
        self._swatch(tally.swatch, heading.box, drawing)
        plain = tally.group == 0
        if not plain:
            self._axis(tally, base, drawing)
        for offset, count, column in zip(self.offsets, tally.counts, self.steps, strict=True):
            x = self._x(offset)
            bar = self.bar * count / len(column) / self.scales[tally.group] if count and not plain else 0.0
            if bar:
                width = self.pitch * BROAD
                drawing.add("bar", rectangle(Box(x + (self.pitch - width) / 2, base - bar, width, bar)))
            if count or plain:
                role = "count middle" + (" strong" if plain else "")
                drawing.numbers.append(
                    Text(role, Box(x, base - bar - height - 0.02, self.pitch, height), (str(count),))
                )
        counts = ", ".join(
            self.say(
                "aligned.alt_column", column=signed(offset) if offset else self.told.head.lower(), count=count
            )
            for offset, count in zip(self.offsets, tally.counts, strict=True)
        )
        alt = self.say("aligned.alt_kind", name=tally.name, counts=counts)
        box = Box(frame.margin + self.label, y, right - frame.margin - self.label, whole)
        return Row(tally.id, tally.name, self.told.language, heading, alt, box, ())

    def _axis(self, tally: Tally, base: float, drawing: Drawing) -> None:
        """Draw pale bars as high as the scale of a row goes, and write how far that is."""
        height, width = LEAD * self.frame.small, self.pitch * BROAD
        for offset in self.offsets:
            x = self._x(offset) + (self.pitch - width) / 2
            drawing.add("tint-plain", rectangle(Box(x, base - self.bar, width, self.bar)))
        words = self.say("aligned.percent", value=round(self.scales[tally.group] * 100))
        box = Box(self.frame.margin + self.label, base - self.bar - 0.1, AXIS - 0.3, height)
        drawing.numbers.append(Text("more right", box, (words,)))

    def _swatch(self, swatch: str, box: Box, drawing: Drawing) -> None:
        """Draw what stands before the name of a row."""
        room, _, name = swatch.partition(":")
        x, middle = self.frame.margin + 0.55, box.y + box.height / 2
        if room == "icon" and name == "milestone":
            drawing.add("band", rectangle(Box(x - 0.55, middle - 0.4, 1.1, 0.8)))
        elif room == "icon":
            drawing.icons.append(Icon(name, Box(x - ICON / 2, middle - ICON / 2, ICON, ICON)))
        elif room == "effect":
            drawing.add(f"sign-{name}", sign(name, x, middle, 0.28))
        elif room == "badge":
            drawing.badge(name, x, middle)


def status_count(told: Told, status: str, count: int) -> str:
    """Return in words how many transitions held, broke, or are told so little of: "12 holdt"."""
    return told.say("aligned.status_count", count=count, status=told.say(f"aligned.{status}"))
