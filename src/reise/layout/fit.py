"""The largest type that a map fits at, and how its columns share out over sheets.

A plan of a sheet is found by trying a few heights for the cards above the band: each gives every
column the least width it needs, and the height whose widths sum to least wins. All of it is
arithmetic on measured text, so nothing is ever drawn to see whether it fits.
"""

from bisect import bisect_right
from collections.abc import Callable
from dataclasses import dataclass, replace

from reise.layout.furniture import Furniture, Heights
from reise.layout.measure import LEAD, STRIPE, Measure
from reise.layout.paper import MM_PER_POINT, Paper
from reise.layout.story import Column, Story

GUTTER = 0.9
TRIES = 10
STEP = 0.1
#: Each width on a column's scale is this much wider than the one before.
WIDER = 1.07


@dataclass(frozen=True, slots=True)
class Plan:
    """How columns stand on one sheet: the width of each, the heights of lanes, and what is left over."""

    columns: tuple[Column, ...]
    widths: tuple[float, ...]
    life: float
    services: float
    band: float
    heights: Heights
    spare: float


class Unfit(Exception):  # noqa: N818 - not an error of the program: a card no sheet can hold
    """A card that does not fit on a sheet of its own at the least type; holds its event's index."""

    def __init__(self, event: int) -> None:
        super().__init__(event)
        self.event = event


class Fitter:
    """Fits one story on one paper."""

    def __init__(self, story: Story, paper: Paper, measure: Measure) -> None:
        self.story = story
        self.paper = paper
        self.measure = measure
        self.furniture = Furniture(story, paper, measure)
        self._grids: dict[tuple[int, int, int], _Needs] = {}

    def plans(self) -> tuple[float, tuple[Plan, ...]]:
        """Return the size of type in points and the plan of each sheet."""
        least, most = self.paper.body, self.paper.largest
        columns = self._splitting(self.story.columns, least)
        if len(columns) == len(self.story.columns) and self.plan(columns, least, alone=True):
            point = _largest(lambda each: self.plan(columns, each, alone=True) is not None, least, most)
            whole = self.plan(columns, point, alone=True)
            assert whole is not None  # _largest returns a size that fits
            return point, (whole,)
        count = len(self._shared(columns, least))
        point = _largest(lambda each: len(self._shared(columns, each, count)) == count, least, most)
        return point, self._balanced(columns, point, count)

    def plan(self, columns: tuple[Column, ...], point: float, *, alone: bool = False) -> Plan | None:
        """Return how `columns` stand on one sheet at `point`, or nothing if they do not fit.

        `alone` says that the sheet is the only one, so that nothing joins it to others.
        """
        em = point * MM_PER_POINT
        heights = self.furniture.heights(columns, em, alone=alone)
        inner = heights.inner_width
        stripes = sum(len(column.stripes) for column in columns)
        width = inner - GUTTER * len(columns) - STRIPE * stripes
        room = heights.free
        if width <= 0 or room <= 0:
            return None
        needs = [self._needs(column) for column in columns]
        if sum(need.least for need in needs) > width:
            return None
        best: tuple[float, list[float], float, float, float] | None = None
        for band_lines in (1, 2, 3, 4, 6, 9):
            band = 0.7 + LEAD * self.measure.milestone * band_lines + 0.01
            tallest = [need.band_at_most(band, width) for need in needs]
            if any(each is None for each in tallest):
                continue
            lanes = room - band
            floors = [each or 0.0 for each in tallest]
            found = self._split_lanes(needs, floors, lanes, width, heights)
            if found and (best is None or found[0] < best[0]):
                best = (*found, band)
            if found:
                break
        if best is None:
            return None
        total, least_widths, *_ = best
        for widths in (_shared_out(least_widths, needs, width - total), least_widths):
            life, services, band = self._lanes(columns, widths, heights)
            spare = room - life - services - band
            if spare >= -0.001:
                return Plan(columns, tuple(widths), life, services, band, heights, max(spare, 0.0))
        return None

    def _lanes(
        self, columns: tuple[Column, ...], widths: list[float], heights: Heights
    ) -> tuple[float, float, float]:
        """Return the heights of the two lanes and of the band between them."""
        measure = self.measure
        pairs = list(zip(columns, widths, strict=True))
        return (
            max(heights.least_life, *(measure.life(column, width) for column, width in pairs)),
            max(heights.least_services, *(measure.services(column, width) for column, width in pairs)),
            max(measure.head(column, width).height for column, width in pairs),
        )

    def _split_lanes(
        self, needs: list["_Needs"], floors: list[float], lanes: float, width: float, heights: Heights
    ) -> tuple[float, list[float], float, float] | None:
        """Return the split of `lanes` between the two lanes that needs the least width in all."""
        low = max(heights.least_life, *(need.lowest_life(width) for need in needs))
        high = lanes - max(heights.least_services, *(need.lowest_services(width) for need in needs))
        if high < low - 0.001:
            return None
        best: tuple[float, list[float], float, float] | None = None
        for step in range(TRIES + 1):
            life = low + (high - low) * step / TRIES
            widths: list[float] = []
            for need, floor in zip(needs, floors, strict=True):
                found = need.width(life, lanes - life, width)
                if found is None:
                    break
                widths.append(max(found, floor))
            if len(widths) < len(needs):
                continue
            total = sum(widths)
            if total <= width and (best is None or total < best[0] - 0.01):
                best = (total, widths, life, lanes - life)
        return best

    def _needs(self, column: Column) -> "_Needs":
        first = column.cards[0].position if column.cards else -1
        key = (column.head.position, first, len(column.cards))
        if key not in self._grids:
            self._grids[key] = _Needs(column, self.measure)
        return self._grids[key]

    def _splitting(self, columns: tuple[Column, ...], point: float) -> tuple[Column, ...]:
        """Return `columns` with those too big for a sheet cut into parts that fit one."""
        made: list[Column] = []
        for column in columns:
            rest = column
            while self.plan((rest,), point) is None:
                low, high = 0, len(rest.cards)
                while high - low > 1:
                    middle = (low + high) // 2
                    fits = self.plan((_part(rest, 0, middle),), point) is not None
                    low, high = (middle, high) if fits else (low, middle)
                if low == 0:
                    raise Unfit(rest.cards[0].event if rest.cards else rest.head.event)
                made.append(_part(rest, 0, low))
                rest = self._continued(_part(rest, low, len(rest.cards)))
            made.append(rest)
        return tuple(made)

    def _continued(self, column: Column) -> Column:
        """Return a part of a column with a heading that says it goes on."""
        head = column.head
        text = head.text
        goes_on = self.furniture.words("map.continued", title="").strip()
        if not text.endswith(goes_on):
            text = f"{text} {goes_on}"
        plain = replace(
            head, text=text, mark=None, stripe=None, level=None, sign="", notes=(), effects=(), alt=head.alt
        )
        return replace(column, head=plain, age="", gap="")

    def _shared(
        self, columns: tuple[Column, ...], point: float, most: int | None = None
    ) -> list[tuple[Column, ...]]:
        """Return `columns` shared out over sheets, each as full as it can be; stops beyond `most`."""
        sheets: list[tuple[Column, ...]] = []
        start, guess = 0, 4
        while start < len(columns):
            if most is not None and len(sheets) >= most:
                return [*sheets, columns[start:]]

            def fits(count: int, start: int = start) -> bool:
                return self.plan(columns[start : start + count], point) is not None

            if not fits(1):
                return [(), *sheets, (), *([()] * (most or 0))]
            count = _furthest(fits, min(guess, len(columns) - start), len(columns) - start)
            sheets.append(columns[start : start + count])
            start, guess = start + count, count
        return sheets

    def _balanced(self, columns: tuple[Column, ...], point: float, count: int) -> tuple[Plan, ...]:
        """Return the plans of `count` sheets whose columns are spread as evenly as they fit."""
        loads = [self._needs(column).load for column in columns]
        sheets = self._shared(columns, point)
        target = sum(loads) / count
        made: list[Plan] = []
        start = 0
        for index, full in enumerate(sheets):
            left = count - index - 1
            after = len(columns) - left
            end, load = start, 0.0
            while end < after and (end == start or load + loads[end] / 2 <= target):
                load += loads[end]
                end += 1
            if left == 0:
                end = len(columns)
            plan = self.plan(columns[start:end], point)
            while plan is None and end - start > 1:
                end -= 1
                plan = self.plan(columns[start:end], point)
            rest = columns[end:]
            if plan is None or len(self._shared(rest, point, left)) > left:
                made = [each for each in (self.plan(sheet, point) for sheet in sheets) if each]
                return tuple(made)
            made.append(plan)
            start = end
            target = sum(loads[start:]) / max(left, 1)
            del full
        return tuple(made)


class _Needs:
    """What width a column needs for given heights; widths on a coarse scale, measured when asked."""

    def __init__(self, column: Column, measure: Measure) -> None:
        self.column = column
        self.measure = measure
        self.least = measure.least(column)
        self.cards = len(column.cards)
        self._widths = [self.least]

    @property
    def load(self) -> float:
        """Roughly how much of a sheet the column takes."""
        return self.least * (1 + self.cards / 4)

    def _scale(self, most: float) -> list[float]:
        widths = self._widths
        while widths[-1] * WIDER <= most:
            widths.append(round(widths[-1] * WIDER, 3))
        if widths[-1] <= most:
            return widths
        return widths[: max(1, bisect_right(widths, most))]

    def _first(self, fits: Callable[[float], bool], most: float) -> float | None:
        """Return the least width of the scale for which `fits` holds, as if it held for all wider ones."""
        scale = self._scale(most)
        low, high = 0, len(scale) - 1
        if not fits(scale[high]):
            return next((width for width in reversed(scale) if fits(width)), None)
        while low < high:
            middle = (low + high) // 2
            low, high = (low, middle) if fits(scale[middle]) else (middle + 1, high)
        return scale[low]

    def width(self, life: float, services: float, most: float) -> float | None:
        """Return the least width at which the lanes are no higher than `life` and `services`."""
        measure, column = self.measure, self.column
        return self._first(
            lambda width: measure.life(column, width) <= life + 0.001
            and measure.services(column, width) <= services + 0.001,
            most,
        )

    def band_at_most(self, height: float, most: float) -> float | None:
        """Return the least width at which the milestone is no higher than `height`."""
        return self._first(lambda width: self.measure.head(self.column, width).height <= height, most)

    def lowest_life(self, most: float) -> float:
        """Return the least height the cards above the band can have."""
        return self.measure.life(self.column, self._scale(most)[-1])

    def lowest_services(self, most: float) -> float:
        """Return the least height the cards below the band can have."""
        return self.measure.services(self.column, self._scale(most)[-1])


def _part(column: Column, first: int, last: int) -> Column:
    """Return a column with only the cards `first` to `last`."""
    return replace(column, cards=column.cards[first:last])


def _shared_out(widths: list[float], needs: list[_Needs], spare: float) -> list[float]:
    """Return `widths` with `spare` shared out, more to columns with more cards."""
    weights = [1.0 + 0.15 * need.cards for need in needs]
    total = sum(weights)
    return [
        round(width + spare * weight / total - 0.0005, 3)
        for width, weight in zip(widths, weights, strict=True)
    ]


def _furthest(fits: Callable[[int], bool], guess: int, most: int) -> int:
    """Return the largest count up to `most` that fits, as if all smaller ones did; 1 is known to."""
    low, high = 1, None
    step = max(guess, 2)
    while high is None:
        probe = min(step, most)
        if probe <= low:
            return low
        if fits(probe):
            low = probe
            if low == most:
                return low
            step = probe + max(1, probe // 2)
        else:
            high = probe
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (middle, high) if fits(middle) else (low, middle)
    return low


def _largest(fits: Callable[[float], bool], least: float, most: float) -> float:
    """Return the largest size in steps of a tenth of a point that fits; `least` is known to."""
    low, high = 0, round((most - least) / STEP)
    if fits(most):
        return most
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (middle, high) if fits(round(least + middle * STEP, 2)) else (low, middle)
    return round(least + low * STEP, 2)
