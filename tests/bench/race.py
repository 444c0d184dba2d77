"""Measuring things in turn, and what their costs are to each other."""

import gc
import os
import resource
import statistics
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

Measure = Literal["wall", "cpu"]
#: How far the median may still be off, as a share of it, when nothing more is measured.
STEADY = 0.015
#: The share of the machine that others may take in a round by the clock; louder ones are left out.
QUIET = 0.08


@dataclass(frozen=True, slots=True)
class Cost:
    """What something took: seconds on the clock, seconds of all cores, and what others took of these."""

    wall: float
    cpu: float
    others: float


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

    def __init__(self, rounds: list[list[Cost]], by: Measure) -> None:
        self.by = by
        self._rounds = rounds
        quiet = [each for each in rounds if _loudness(each) <= QUIET]
        # The clock minds what else the machine does, so only these count by it, if they are enough.
        self._by_clock = quiet if len(quiet) >= 3 else rounds
        self.quiet = len(quiet)

    def ratio(self, by: Measure | None = None, one: int = 0, other: int = 1) -> Ratio:
        """Return what `one` costs in terms of `other`."""
        by = by or self.by
        ratios = [getattr(each[one], by) / getattr(each[other], by) for each in self._counted(by)]
        low, median, high = statistics.quantiles(ratios, n=4, method="inclusive")
        return Ratio(median, low, high)

    def typical(self, one: int = 0) -> float:
        """Return the median cost of `one`, in seconds."""
        return statistics.median(getattr(each[one], self.by) for each in self._counted(self.by))

    def steady(self) -> bool:
        """Return whether one more round would hardly change the ratio of the first two."""
        ratio, rounds = self.ratio(), len(self._counted(self.by))
        # A bell curve's quartiles are 1.35 deviations apart; its median is 1.25 times as unsure as its mean.
        return 1.25 * (ratio.high - ratio.low) / 1.35 / rounds**0.5 < STEADY * ratio.median

    def __str__(self) -> str:
        counted = self._counted(self.by)
        loud = statistics.median(map(_loudness, counted))
        noise = f", others took {100 * loud:.0f} % of the machine" if loud > QUIET else ""
        return f"{len(counted)} pairs{noise}"

    def _counted(self, by: Measure) -> list[list[Cost]]:
        return self._by_clock if by == "wall" else self._rounds


def race(*things: Callable[[], Cost], by: Measure, least: int, most: int) -> Race:
    """Measure things in turn until the ratio of the first two is steady, after once unmeasured."""
    for thing in things:
        thing()
    rounds: list[list[Cost]] = []
    while len(rounds) < most:
        rounds.append([thing() for thing in things])
        run = Race(rounds, by)
        if (run.quiet if by == "wall" else len(rounds)) >= least and run.steady():
            break
    return Race(rounds, by)


def process(*command: str) -> Cost:
    """Return what a whole process costs, with the children that it waits for; it must end well."""
    with tempfile.TemporaryFile() as said:
        output = [(os.POSIX_SPAWN_DUP2, said.fileno(), stream) for stream in (1, 2)]
        busy, begun = _busy(), time.perf_counter()
        pid = os.posix_spawnp(command[0], command, os.environ, file_actions=output)
        _, status, used = os.wait4(pid, 0)
        wall = time.perf_counter() - begun
        if status:
            said.seek(0)
            raise RuntimeError(f"{' '.join(command)}: {said.read().decode(errors='replace')[-2000:]}")
    cpu = used.ru_utime + used.ru_stime
    return Cost(wall, cpu, _busy() - busy - cpu)


def call(function: Callable[[], object], used: Callable[[], float] | None = None) -> Cost:
    """Return what a call costs; `used` tells the seconds of whoever does the work: this process, if None."""
    used = used or _own
    gc.collect()
    busy, begun, cpu = _busy(), time.perf_counter(), used()
    function()
    wall, cpu = time.perf_counter() - begun, used() - cpu
    return Cost(wall, cpu, _busy() - busy - cpu)


def _own() -> float:
    """Return the seconds of all cores that this process has used."""
    used = resource.getrusage(resource.RUSAGE_SELF)
    return used.ru_utime + used.ru_stime


def _busy() -> float:
    """Return the seconds that the cores of this machine have worked; 0 where it does not say."""
    try:
        with Path("/proc/stat").open() as file:
            fields = [int(each) for each in file.readline().split()[1:9]]
    except OSError:
        return 0.0
    return (sum(fields) - fields[3] - fields[4]) / os.sysconf("SC_CLK_TCK")


def _loudness(costs: list[Cost]) -> float:
    """Return the share of the machine that others took while some things were measured."""
    return sum(each.others for each in costs) / sum(each.wall for each in costs) / (os.cpu_count() or 1)
