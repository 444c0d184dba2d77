"""The columns of a sheet with words in its rows: how many steps stand in it, and how wide they are."""

from collections.abc import Iterator
from dataclasses import dataclass

from reise.layout.aligned.marks import PITCH
from reise.layout.aligned.telling import Step, Told
from reise.layout.measure import Measure
from reise.layout.ruler import Face

#: The narrowest columns that words are set in, and what lies between two columns.
LEAST, LEAST_ANCHOR, GUTTER = 8.2, 11.5, 0.8
#: A column is made so wide for a long word, not wider.
WHOLE = 10.5
#: The least and the greatest width of name, who was there and outcome.
NAME, WHO, OUTCOME = (8.6, 14.5), (6.4, 9.5), (5.4, 8.5)
#: The size of a case's name.
NAME_SIZE = 1.14
#: As few steps without words may stand before and after.
FEW_BEFORE, FEW_AFTER = 6, 4
#: Events told to have happened at the same time may push a window so much farther out.
FARTHER = 2
#: The common column is so many times as wide as another one with words.
RATIOS = (1.0, 1.4, 1.7, 2.0)

Pair = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Span:
    """Where a column begins, and how wide it is."""

    x: float
    width: float

    @property
    def right(self) -> float:
        """Its right edge."""
        return self.x + self.width


@dataclass(frozen=True, slots=True)
class Grid:
    """The columns of a sheet; `steps` by their place from the common column, `wide` those with words."""

    name: Span
    steps: dict[int, Span]
    wide: frozenset[int]
    fold_before: Span | None
    fold_after: Span | None
    who: Span
    outcome: Span

    def inside(self, offset: int) -> Span:
        """Return the part of a column that words stand in."""
        span = self.steps[offset]
        if offset == 0:
            return Span(span.x + 0.5, span.width - 1.0)
        return Span(span.x + 0.3, span.width - GUTTER - 0.1)

    def shows(self, step: Step) -> bool:
        """Whether a step stands in any of the columns."""
        return self.first <= step.offset <= self.last

    @property
    def first(self) -> int:
        """The first step that is shown."""
        return min(self.steps)

    @property
    def last(self) -> int:
        """The last step that is shown."""
        return max(self.steps)


def reaches(told: Told, window: int) -> Pair:
    """Return how many steps before and after the common column the window takes in any case."""
    before = max((line.before for line in told.lines), default=0)
    after = max((line.after for line in told.lines), default=0)
    if not told.apart and any(line.faint and line.steps for line in told.lines):
        before = max(before, window)
    return min(before, window + FARTHER), min(after, window + FARTHER)


def farther(told: Told, reach: Pair) -> Iterator[Pair]:
    """Yield how many steps without words may stand before and after: all there are, then ever fewer."""
    before = max(max((-line.steps[0].offset for line in told.lines if line.steps), default=0) - reach[0], 0)
    after = max(max((line.steps[-1].offset for line in told.lines if line.steps), default=0) - reach[1], 0)
    least = min(FEW_BEFORE, before), min(FEW_AFTER, after)
    yield before, after
    while (before, after) != least:
        if after > least[1] and (after * 3 >= before * 2 or before == least[0]):
            after -= 1
        else:
            before -= 1
        yield before, after


class Grids:
    """The columns that a width has room for; `whole` says that no column is to break a word it could hold."""

    def __init__(
        self, told: Told, measure: Measure, left: float, width: float, reach: Pair, *, whole: bool
    ) -> None:
        self.told = told
        self.left = left
        self.reach = reach
        self.all, *_ = farther(told, reach)
        self.slot = (
            measure.width(
                told.say("aligned.more", count=max(len(line.steps) for line in told.lines)), measure.small
            )
            + 0.5
        )
        lines = told.lines
        longest = measure.wrapper.longest
        name = max(longest(line.name, Face.BOLD) for line in lines) * NAME_SIZE
        heads = told.say("aligned.who"), told.say("aligned.outcome")
        who = max(longest(each, Face.SEMIBOLD) for each in (heads[0], *(line.who for line in lines)))
        outcome = max(longest(each, Face.SEMIBOLD) for each in (heads[1], *(line.outcome for line in lines)))
        self.name = _within(max(name + 0.1, 0.1 * width), NAME)
        self.who = _within(who + 0.05, WHO)
        self.outcome = _within(outcome + 0.05, OUTCOME)
        self.inner = width - self.name - self.who - self.outcome - 3 * GUTTER
        self.right = left + width
        self.least = LEAST
        if whole:
            wide = [
                line.step(offset) for line in lines for offset in range(-reach[0], reach[1] + 1) if offset
            ]
            word = max((longest(step.text) for step in wide if step), default=0.0)
            self.least = _within(word + 2 * GUTTER, (LEAST, WHOLE))

    def grid(self, narrow: Pair, ratio: float) -> Grid | None:
        """Return the columns with so many steps without words; nothing where words have no room."""
        folds = tuple(
            self.slot if shown < all_ else 0.0 for shown, all_ in zip(narrow, self.all, strict=True)
        )
        worded = sum(self.reach)
        room = self.inner - PITCH * sum(narrow) - sum(folds)
        each = room / (worded + ratio)
        anchor = max(each * ratio, LEAST_ANCHOR)
        each = (room - anchor) / worded if worded else each
        if (worded and each < self.least) or anchor > room + 0.001:
            return None
        steps: dict[int, Span] = {}
        start = x = self.left + self.name + GUTTER
        x += folds[0]
        for offset in range(-self.reach[0] - narrow[0], self.reach[1] + narrow[1] + 1):
            inside = -self.reach[0] <= offset <= self.reach[1]
            width = anchor if offset == 0 else each if inside else PITCH
            steps[offset] = Span(x, width)
            x += width
        return Grid(
            name=Span(self.left, self.name),
            steps=steps,
            wide=frozenset(range(-self.reach[0], self.reach[1] + 1)),
            fold_before=Span(start, folds[0]) if folds[0] else None,
            fold_after=Span(x, folds[1]) if folds[1] else None,
            who=Span(self.right - self.outcome - GUTTER - self.who, self.who),
            outcome=Span(self.right - self.outcome, self.outcome),
        )


def _within(value: float, limits: tuple[float, float]) -> float:
    """Return a value, or the limit that it lies beyond."""
    return min(limits[1], max(limits[0], value))
