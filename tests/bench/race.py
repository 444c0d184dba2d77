"""Measuring things in turn, and what their costs are to each other."""

import gc
import os
import resource
import statistics
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

Measure = Literal["wall", "cpu"]
#: How far the median may still be off, as a share of it, when nothing more is measured.
STEADY = 0.015


@dataclass(frozen=True, slots=True)
class Cost:
    """What something took: seconds on the clock, seconds of all cores, and MB of its largest process."""

    wall: float
    cpu: float
    peak: float = 0.0


@dataclass(frozen=True, slots=True)
class Ratio:
    """What one thing costs in terms of another: the median of the pairs, and the quartiles around it."""

    median: float
    low: float
    high: float

    def __str__(self) -> str:
        return f"{self.median:.2f}× ({self.low:.2f}–{self.high:.2f})"


class Race:
    """The costs of several things that were measured in turn, as often as it took to be sure."""

    def __init__(self, costs: list[list[Cost]]) -> None:
        self._costs = costs

    @property
    def rounds(self) -> int:
        """How many times each was measured."""
        return len(self._costs[0])

    def ratio(self, by: Measure, one: int = 0, other: int = 1) -> Ratio:
        """Return what `one` costs in terms of `other`."""
        ratios = [
            getattr(a, by) / getattr(b, by)
            for a, b in zip(self._costs[one], self._costs[other], strict=True)
        ]
        low, median, high = statistics.quantiles(ratios, n=4, method="inclusive")
        return Ratio(median, low, high)

    def typical(self, by: Literal["wall", "cpu", "peak"], one: int = 0) -> float:
        """Return the median cost of `one`."""
        return statistics.median(getattr(cost, by) for cost in self._costs[one])

    def steady(self, by: Measure) -> bool:
        """Return whether one more round would hardly change the first ratio."""
        ratio = self.ratio(by)
        # The quartiles of a bell curve are 1.35 standard errors apart, its median 1.25 times as unsure as a mean.
        unsure = 1.25 * (ratio.high - ratio.low) / 1.35 / self.rounds**0.5
        return unsure < STEADY * ratio.median


def race(*things: Callable[[], Cost], by: Measure, least: int, most: int) -> Race:
    """Measure things in turn until the ratio of the first two is steady, after once unmeasured."""
    for thing in things:
        thing()
    costs: list[list[Cost]] = [[] for _ in things]
    made = Race(costs)
    while made.rounds < least or (made.rounds < most and not made.steady(by)):
        for thing, its in zip(things, costs, strict=True):
            its.append(thing())
    return made


def process(*command: str) -> Cost:
    """Return what a whole process costs, with the children that it waits for; it must end well."""
    quiet = [(os.POSIX_SPAWN_OPEN, stream, os.devnull, os.O_WRONLY, 0) for stream in (1, 2)]
    begun = time.perf_counter()
    pid = os.posix_spawnp(command[0], command, os.environ, file_actions=quiet)
    _, status, used = os.wait4(pid, 0)
    wall = time.perf_counter() - begun
    if status:
        raise RuntimeError(f"ended with {os.waitstatus_to_exitcode(status)}: {' '.join(command)}")
    return Cost(wall, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024)


def call(function: Callable[[], object]) -> Cost:
    """Return what a call in this process costs."""
    gc.collect()
    begun, cpu = time.perf_counter(), _used()
    function()
    return Cost(time.perf_counter() - begun, _used() - cpu)


def _used() -> float:
    """Return the seconds of all cores that this process has used."""
    used = resource.getrusage(resource.RUSAGE_SELF)
    return used.ru_utime + used.ru_stime
