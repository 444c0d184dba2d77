"""The words of a row that has any: what stands beside its marks, and what stands under them."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from reise.layout.aligned.frame import Frame
from reise.layout.aligned.grid import NAME_SIZE, Grid, Span
from reise.layout.aligned.marks import HEIGHT
from reise.layout.aligned.spoken import status_of
from reise.layout.aligned.telling import STATUS, Line, Step
from reise.layout.case_map import Box, Text
from reise.layout.curve import SILENT
from reise.layout.measure import LEAD
from reise.layout.ruler import Face

#: The air in a row: at its edges, over its marks, and between these and the words under them.
PAD, OVER, UNDER = 0.42, 0.32, 0.34
#: The height of a life line.
CURVE = 3.4


@dataclass(frozen=True, slots=True)
class Limits:
    """How many lines a text may take before it is shortened (none: it never is).

    `whole` says that no word is broken which a wider column could hold.
    """

    lines: int | None
    whole: bool = False


@dataclass(frozen=True, slots=True)
class Piece:
    """A text of a row with its place from the row's top, or from under its marks."""

    text: Text
    x: float
    y: float
    label: str
    own: bool
    below: bool


@dataclass(frozen=True, slots=True)
class Drawn:
    """A row that is set but not placed."""

    line: Line
    pieces: tuple[Piece, ...]
    curve: float
    height: float


class Setting:
    """Sets the words of rows in the columns of a sheet."""

    def __init__(self, frame: Frame, columns: Grid, limits: Limits) -> None:
        self.frame = frame
        self.grid = columns
        self.limits = limits
        self.say = frame.told.say
        self.small = frame.small

    def row(self, line: Line) -> Drawn:
        """Set the texts of a row."""
        pieces = [*self._named(line), *self._inner(line), *self._outer(line)]
        curve = CURVE if stretches(line, self.grid) else 0.0
        marks = OVER + curve + HEIGHT + UNDER
        below = max((each.y + each.text.box.height for each in pieces if each.below), default=0.0)
        numbers = LEAD * self.small if any(self._numbered(step) for step in line.steps) else 0.0
        beside = max(each.y + each.text.box.height for each in pieces if not each.below)
        return Drawn(line, tuple(pieces), curve, 2 * PAD + max(beside, marks + max(below, numbers)))

    def _numbered(self, step: Step) -> bool:
        """Whether the number of a step stands under its mark, not beside it."""
        return self.grid.shows(step) and step.offset not in self.grid.wide and bool(step.number)

    def _set(
        self,
        role: str,
        words: str,
        width: float,
        size: float = 1.0,
        face: Face = Face.REGULAR,
        language: str = "",
    ) -> Text:
        """Return words set at the origin, shortened where the sheet has no room for the whole."""
        measure = self.frame.measures.of(language or self.frame.told.language)
        lines = measure.lines(words, width, size, face)
        most = self.limits.lines
        if most is not None and len(lines) > most:
            lines = shortened(lines[:most], lambda each: measure.width(each, size, face) <= width)
        return Text(role, Box(0, 0, width, LEAD * size * len(lines)), lines)

    def _stack(self, span: Span, parts: Sequence[tuple[Text, str, bool]], *, below: bool) -> Iterator[Piece]:
        """Yield texts one under the other in a column."""
        y = 0.0
        for text, label, own in parts:
            yield Piece(text, span.x, y, label, own, below)
            y += text.box.height + 0.08

    def _named(self, line: Line) -> Iterator[Piece]:
        """Yield the name of a case and what it was in spite of."""
        pale = " pale" if line.faint else ""
        name = self.grid.name
        parts = [
            (self._set("name" + pale, line.name, name.width, NAME_SIZE, Face.BOLD, line.language), "", True)
        ]
        if line.despite:
            words = self.say("aligned.despite", words=line.despite)
            parts.append((self._set("aside" + pale, words, name.width, self.small), "", False))
        if line.draft:
            parts.append(
                (self._set("aside" + pale, self.say("aligned.draft"), name.width, self.small), "", False)
            )
        yield from self._stack(name, parts, below=False)

    def _outer(self, line: Line) -> Iterator[Piece]:
        """Yield who was there and how it ended."""
        pale = " pale" if line.faint else ""
        who, outcome = self.grid.who, self.grid.outcome
        if not line.faint:
            label = self.say("aligned.who") + ":"
            there = (
                self._set("who", line.who, who.width, 1.0, Face.SEMIBOLD)
                if line.who
                else self._set("aside", self.say("aligned.nobody"), who.width, self.small)
            )
            parts = [(there, label, False)]
            if line.who_before:
                words = self.say("aligned.who_before", roles=line.who_before)
                parts.append((self._set("aside", words, who.width, self.small), "", False))
            yield from self._stack(who, parts, below=False)
        if line.outcome:
            text = self._set("outcome" + pale, line.outcome, outcome.width, 1.0, Face.SEMIBOLD, line.language)
            yield Piece(text, outcome.x, 0.0, self.say("aligned.outcome") + ":", True, False)

    def _inner(self, line: Line) -> Iterator[Piece]:
        """Yield the texts under the marks."""
        for offset in sorted(self.grid.wide):
            span = self.grid.inside(offset)
            if offset == 0:
                parts = self._absent(line, span) if line.faint else self._anchor(line, span)
                yield from self._stack(span, list(parts), below=not line.faint)
                continue
            step = line.step(offset)
            if step is None:
                continue
            if line.faint:
                yield from self._told_last(line, step, span)
                continue
            text = self._set("step", step.text, span.width, 1.0, Face.REGULAR, line.language)
            under = [(text, signed(offset) + ":", True)]
            if step.same:
                under.append(
                    (self._set("aside", self.say("aligned.same"), span.width, self.small), "", False)
                )
            yield from self._stack(span, under, below=True)

    def _told_last(self, line: Line, step: Step, span: Span) -> Iterator[Piece]:
        """Yield that a step is what a row without a place in the common column tells last, and its words."""
        head = self._set("aside", self.say("aligned.last_told"), span.width, self.small)
        if step.offset == max(min(self.grid.wide), line.steps[0].offset):
            yield Piece(head, span.x, 0.0, "", False, True)
        if not self.frame.told.apart:
            text = self._set("step pale", step.text, span.width, 1.0, Face.REGULAR, line.language)
            yield Piece(text, span.x, head.box.height + 0.08, "", True, True)

    def _anchor(self, line: Line, span: Span) -> Iterator[tuple[Text, str, bool]]:
        """Yield what stands in the common column: what happened, what made the difference, who says so."""
        what = self._set("what", line.what, span.width, 1.0, Face.SEMIBOLD, line.language)
        yield what, self.frame.told.head + ":", True
        if line.difference:
            yield (
                self._set("difference", line.difference, span.width, 1.0, Face.ITALIC, line.language),
                "",
                True,
            )
        if line.status:
            words = " ".join(filter(None, (STATUS[line.status], status_of(line, self.frame.told))))
            yield self._set("verdict", words, span.width, 1.0, Face.SEMIBOLD), "", False
        if line.said_by:
            yield self._set("by", line.said_by, span.width, self.small), "", False
        if line.provisional:
            yield (
                self._set("by", self.say("aligned.provisional"), span.width, self.small, Face.SEMIBOLD),
                "",
                False,
            )

    def _absent(self, line: Line, span: Span) -> Iterator[tuple[Text, str, bool]]:
        """Yield why nothing stands in the common column."""
        yield (
            self._set("absent", line.absence, span.width, 1.0, Face.SEMIBOLD),
            "",
            False,
        )


def stretches(line: Line, columns: Grid) -> tuple[tuple[Step, ...], ...]:
    """Return the steps that a life line runs through, each stretch by itself; a level alone is no line."""
    levels = [step for step in line.steps if columns.shows(step) and step.level is not None]
    runs: list[list[Step]] = []
    for step in levels:
        if not runs or step.offset - runs[-1][-1].offset - 1 > SILENT:
            runs.append([])
        runs[-1].append(step)
    return tuple(tuple(run) for run in runs if len(run) > 1)


def signed(offset: int) -> str:
    """Return a number with its sign as it is printed."""
    return f"{offset:+d}".replace("-", "−")


def shortened(lines: tuple[str, ...], fits: Callable[[str], bool]) -> tuple[str, ...]:
    """Return lines whose last ends in "…" for what is left out, at a word."""
    last = lines[-1].rstrip(".,;: ")
    while last and not fits(last + " …"):
        last = last.rpartition(" ")[0].rstrip(".,;: ")
    return (*lines[:-1], f"{last} …".strip())
