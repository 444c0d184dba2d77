"""The largest type that a map fits at, and how its columns share out over sheets.

A plan of a sheet is found by trying a few heights for the cards above the band: each gives every
column the least width it needs, and the height whose widths sum to least wins. All of it is
arithmetic on measured text, so nothing is ever drawn to see whether it fits.
"""

import math
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial

from reise.layout.furniture import Furniture, Heights
from reise.layout.measure import BAND_TOP, LEAD, STRIPE, Measure
from reise.layout.needs import Needs
from reise.layout.paper import MM_PER_POINT, Paper
from reise.layout.story import Column, ColumnName, Story

GUTTER = 0.9
TRIES = 10
STEP = 0.1
#: A long journey is tried at fewer sizes: its sheets are full anyway.
LONG_STEP = 0.5
#: Each width on a column's scale is this much wider than the one before: finely for a journey of
#: up to `FEW` events, where a tenth of a point of type may be won.
FINE, COARSE, FEW = 1.05, 1.12, 80


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
    """A card that fits on no sheet of its own at the least type; holds its event's index.

    None where the head of the sheet leaves no room for any card.
    """

    def __init__(self, event: int | None) -> None:
        super().__init__(event)
        self.event = event


class Fitter:
    """Fits one story on one paper."""

    def __init__(self, story: Story, paper: Paper, measure: Measure) -> None:
        self.story = story
        self.paper = paper
        self.measure = measure
        self.furniture = Furniture(story, paper, measure)
        self.events = sum(1 + len(column.cards) for column in story.columns)
        self._grids: dict[ColumnName, Needs] = {}
        self._fitting: dict[tuple[ColumnName, ColumnName, float], bool] = {}

    def plans(self) -> tuple[float, tuple[Plan, ...]]:
        """Return the size of type in points and the plan of each sheet."""
        least, most = self.paper.body, self.paper.largest
        step = STEP if self.events <= FEW else LONG_STEP
        columns = self.story.columns
        if self.plan(columns, least, alone=True):
            point = _largest(lambda each: self.plan(columns, each, alone=True) is not None, least, most)
            whole = self.plan(columns, point, alone=True)
            assert whole is not None  # _largest returns a size that fits
            return point, (whole,)
        shared = self._shared(columns, least)
        if shared is None:
            columns = self._splitting(columns, least)
            shared = self._shared(columns, least)
        assert shared is not None  # every column fits a sheet by itself now
        count = len(shared)

        def fits(point: float) -> bool:
            sheets = self._shared(columns, point)
            return sheets is not None and len(sheets) <= count

        # Beyond this size as many sheets would hold less than one fewer do at the least size.
        most = min(most, least * math.sqrt(count / max(count - 1, 1)))
        point = _largest(fits, least, least + math.floor((most - least) / step) * step, step)
        return point, self._balanced(columns, point, count)

    def plan(self, columns: tuple[Column, ...], point: float, *, alone: bool = False) -> Plan | None:
        """Return how `columns` stand on one sheet at `point`, or nothing if they do not fit.

        `alone` says that the sheet is the only one, so that nothing joins it to others.
        """
        em = point * MM_PER_POINT
        needs = [self._needs(column) for column in columns]
        stripes = sum(need.stripes for need in needs)
        width = self.furniture.inner_width(em, alone=alone) - GUTTER * len(columns) - STRIPE * stripes
        least = sum(need.least for need in needs)
        if least > width:
            return None
        heights = self.furniture.heights(columns, em, alone=alone)
        room = heights.free
        if room <= 0:
            return None
        best: tuple[float, list[float], float, float, float] | None = None
        for band_lines in (1, 2, 3, 4, 6, 9):
            band = 2 * BAND_TOP + LEAD * self.measure.milestone * band_lines + 0.01
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

    def _fits(self, columns: tuple[Column, ...], start: int, count: int, point: float) -> bool:
        """Whether `count` columns from `start` fit on one sheet; remembered."""
        first, last = columns[start], columns[start + count - 1]
        key = (first.name, last.name, point)
        known = self._fitting.get(key)
        if known is None:
            known = self._fitting[key] = self.plan(columns[start : start + count], point) is not None
        return known

    def _split_lanes(
        self, needs: list[Needs], floors: list[float], lanes: float, width: float, heights: Heights
    ) -> tuple[float, list[float], float, float] | None:
        """Return the split of `lanes` between the two lanes that needs the least width in all."""
        slack = width - sum(need.least for need in needs)
        lowest = [need.lowest(need.least + slack) for need in needs]
        low = max(heights.least_life, *(life for life, _ in lowest))
        high = lanes - max(heights.least_services, *(services for _, services in lowest))
        if high < low - 0.001:
            return None
        best: tuple[float, list[float], float, float] | None = None
        tries = TRIES if self.events <= FEW else TRIES // 2
        for step in range(tries + 1):
            life = low + (high - low) * step / tries
            widths: list[float] = []
            for need, floor in zip(needs, floors, strict=True):
                found = need.width(life, lanes - life, need.least + slack)
                if found is None:
                    break
                widths.append(max(found, floor))
            if len(widths) < len(needs):
                continue
            total = sum(widths)
            if total <= width and (best is None or total < best[0] - 0.01):
                best = (total, widths, life, lanes - life)
        return best

    def _needs(self, column: Column) -> Needs:
        key = column.name
        if key not in self._grids:
            wider = FINE if self.events <= FEW else COARSE
            self._grids[key] = Needs(column, self.measure, wider)
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
                    bare = self._continued(_part(rest, 0, 0))
                    alone = self.plan((bare,), point) is not None
                    raise Unfit((rest.cards[0] if rest.cards else rest.head).event if alone else None)
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
        self, columns: tuple[Column, ...], point: float, most: float = math.inf
    ) -> list[tuple[int, int]] | None:
        """Return `columns` shared out in order as (start, count), no sheet loaded beyond `most`.

        Nothing where a single column does not fit.
        """
        loads = [self._needs(column).load for column in columns]
        sheets: list[tuple[int, int]] = []
        start, guess = 0, 4
        while start < len(columns):
            limit, load = 1, loads[start]
            while start + limit < len(columns) and load + loads[start + limit] <= most:
                load += loads[start + limit]
                limit += 1
            count = _furthest(partial(self._fits, columns, start, point=point), min(guess, limit), limit)
            if count == 0:
                return None
            sheets.append((start, count))
            start, guess = start + count, count
        return sheets

    def _balanced(self, columns: tuple[Column, ...], point: float, count: int) -> tuple[Plan, ...]:
        """Return the plans of `count` sheets, the fullest of them as little loaded as can be."""
        loads = [self._needs(column).load for column in columns]
        low, high = max(sum(loads) / count, *loads), sum(loads)
        best = self._shared(columns, point)
        for _ in range(4):
            middle = (low + high) / 2
            tried = self._shared(columns, point, middle)
            if tried and len(tried) <= count:
                best, high = tried, middle
            else:
                low = middle
        plans = [self.plan(columns[start : start + length], point) for start, length in best or ()]
        return tuple(plan for plan in plans if plan)


def _part(column: Column, first: int, last: int) -> Column:
    """Return a column with only the cards `first` to `last`."""
    return replace(column, cards=column.cards[first:last])


def _shared_out(widths: list[float], needs: list[Needs], spare: float) -> list[float]:
    """Return `widths` with `spare` shared out, more to columns with more cards."""
    weights = [1.0 + 0.15 * need.cards for need in needs]
    total = sum(weights)
    return [
        round(width + spare * weight / total - 0.0005, 3)
        for width, weight in zip(widths, weights, strict=True)
    ]


def _furthest(fits: Callable[[int], bool], guess: int, most: int) -> int:
    """Return the largest count up to `most` that fits, as if all smaller ones did; 0 if none does."""
    low, high = 0, None
    step = max(guess, 1)
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


def _largest(fits: Callable[[float], bool], least: float, most: float, step: float = STEP) -> float:
    """Return the largest size in steps of `step` points that fits; `least` is known to."""
    low, high = 0, round((most - least) / step)
    if fits(most):
        return most
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (middle, high) if fits(round(least + middle * step, 2)) else (low, middle)
    return round(least + low * step, 2)
