"""What width a column of a map needs, for lanes and a band of given heights."""

from bisect import bisect_right
from collections.abc import Callable

from reise.layout.measure import Measure
from reise.layout.story import Column


class Needs:
    """What width a column needs for given heights, on a scale of widths; measured when asked."""

    def __init__(self, column: Column, measure: Measure, wider: float) -> None:
        self.column = column
        self.measure = measure
        self.least = measure.least(column)
        self.cards = len(column.cards)
        self.stripes = len(column.stripes)
        self._wider = wider
        self._widths = [self.least]
        self._lives: dict[int, float] = {}
        self._services: dict[int, float] = {}
        self._bands: dict[int, float] = {}

    @property
    def load(self) -> float:
        """Roughly how much of a sheet the column takes."""
        return self.least * (1 + self.cards / 4)

    def _reach(self, most: float) -> int:
        """Return how many widths of the scale are no wider than `most`."""
        widths = self._widths
        while widths[-1] * self._wider <= most:
            widths.append(round(widths[-1] * self._wider, 3))
        return max(1, bisect_right(widths, most))

    def life(self, index: int) -> float:
        """Return the height of the cards above the band at a width of the scale."""
        known = self._lives.get(index)
        if known is None:
            known = self._lives[index] = self.measure.life(self.column, self._widths[index])
        return known

    def services(self, index: int) -> float:
        """Return the height of the cards below the band at a width of the scale."""
        known = self._services.get(index)
        if known is None:
            known = self._services[index] = self.measure.services(self.column, self._widths[index])
        return known

    def band(self, index: int) -> float:
        """Return the height of the milestone at a width of the scale."""
        known = self._bands.get(index)
        if known is None:
            known = self._bands[index] = self.measure.head(self.column, self._widths[index]).height
        return known

    def width(self, life: float, services: float, most: float) -> float | None:
        """Return the least width at which the lanes are no higher than `life` and `services`."""
        reach = self._reach(most)
        one = _first(self.life, life, reach)
        if one is None:
            return None
        other = _first(self.services, services, reach, one)
        return None if other is None else self._widths[other]

    def band_at_most(self, height: float, most: float) -> float | None:
        """Return the least width at which the milestone is no higher than `height`."""
        found = _first(self.band, height, self._reach(most))
        return None if found is None else self._widths[found]

    def lowest(self, most: float) -> tuple[float, float]:
        """Return the least heights the cards above and below the band can have."""
        last = self._reach(most) - 1
        return self.life(last), self.services(last)


def _first(height: Callable[[int], float], limit: float, reach: int, start: int = 0) -> int | None:
    """Return the first index from `start` at which `height` is within `limit`, as if heights only fell."""
    limit += 0.001
    if height(start) <= limit:
        return start
    low, high = start, reach - 1
    if height(high) > limit:
        return None
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (low, middle) if height(middle) <= limit else (middle, high)
    return high
