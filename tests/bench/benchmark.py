"""What a benchmark is: a function that measures, and the row of the table that it makes."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path


class Missing(Exception):  # noqa: N818 - says what the machine lacks
    """A tool that a benchmark needs is not on this machine."""


@dataclass(frozen=True, slots=True)
class Measured:
    """What came out: whether the goal is met, the figures, and how they were got."""

    met: bool
    figures: str
    how: str


@dataclass(frozen=True, slots=True)
class Benchmark:
    """Something to measure, and what it should come to; `measure` may write into the folder it is given."""

    what: str
    goal: str
    measure: Callable[[Path], Measured]

    def row(self, folder: Path) -> str:
        """Return the row of the table, which says what is missing where something is."""
        try:
            made = self.measure(folder)
        except Missing as tool:
            return f"| {self.what} | {self.goal} | not measured | {tool} is missing |"
        figures = made.figures if made.met else f"**missed:** {made.figures}"
        return f"| {self.what} | {self.goal} | {figures} | {made.how} |"


BENCHMARKS: dict[str, Benchmark] = {}


def benchmark(what: str, goal: str) -> Callable[[Callable[[Path], Measured]], Callable[[Path], Measured]]:
    """Enter a function in the table, under its own name."""

    def enter(measure: Callable[[Path], Measured]) -> Callable[[Path], Measured]:
        BENCHMARKS[measure.__name__] = Benchmark(what, goal, measure)
        return measure

    return enter
