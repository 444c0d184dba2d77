"""Says how much the tests of a room notice: `python -m tests.mutants --room guard --sample 120 --seed 1`.

A sample of the places that can be changed is drawn, and at each of them one change. A change that a test
fails for is killed; so is one that makes it go on forever. The score is how many are, with the interval of
Wilson, E. B. (1927) that holds that of all places in 95 of 100 samples.
"""

import argparse
import random
import sys
import tempfile
from collections.abc import Iterator
from math import sqrt
from pathlib import Path
from typing import NamedTuple

from tests.mutants.changes import Change, changed, changes
from tests.mutants.reach import functions_of
from tests.mutants.rooms import ROOMS, Room
from tests.mutants.running import TOP, Runner

_Z = 1.959964


class Mutant(NamedTuple):
    """A file with one change made to it."""

    file: str
    source: bytes
    change: Change

    @property
    def line(self) -> int:
        return self.source.count(b"\n", 0, self.change.start) + 1

    def __str__(self) -> str:
        old = " ".join(self.source[self.change.start : self.change.end].decode().split())
        line = self.source.split(b"\n")[self.line - 1].decode().strip()
        new = self.change.new.decode()
        return f"{self.file}:{self.line}: {_short(old)!r} becomes {_short(new)!r} in {_short(line, 90)}"


def _short(text: str, most: int = 50) -> str:
    return text if len(text) <= most else text[: most - 1] + "…"


def drawn(room: Room, seed: int) -> Iterator[Mutant]:
    """Yield the mutants of a room, one a place, in an order that a seed gives."""
    chance = random.Random(seed)
    every = []
    for path in sorted((TOP / "src" / "reise" / room.name).glob("*.py")):
        source = path.read_bytes()
        every += [
            Mutant(path.name, source, chance.choice(each)) for _, each in sorted(changes(source).items())
        ]
    chance.shuffle(every)
    yield from every


def wilson(killed: int, n: int) -> tuple[float, float]:
    """Return the ends of the interval of a share, 95 %."""
    if not n:
        return 0.0, 1.0
    share, square = killed / n, _Z * _Z
    middle = (share + square / (2 * n)) / (1 + square / n)
    half = _Z * sqrt(share * (1 - share) / n + square / (4 * n * n)) / (1 + square / n)
    return middle - half, middle + half


def measure(room: Room, sample: int, seed: int, *, every: bool = False) -> None:
    """Print what became of a sample of a room's mutants."""
    with tempfile.TemporaryDirectory(prefix="reise-mutants-") as folder:
        runner = Runner(room, Path(folder))
        if not runner.learn():
            print((Path(folder) / "output.txt").read_text("utf-8")[-2000:])
            sys.exit(f"{room.name}: the tests fail as they are")
        counts = {"killed": 0, "survived": 0, "timeout": 0}
        for mutant in drawn(room, seed):
            source = changed(mutant.source, mutant.change)
            functions = functions_of(mutant.source, mutant.change.start, mutant.change.end)
            reached = None if functions is None else {("", 0)} | {(mutant.file, each) for each in functions}
            ended = runner.against(mutant.file, source, reached)
            if ended.how == "broken":
                continue  # it cannot even be loaded, which is no test's merit
            counts[ended.how] += 1
            if every or ended.how != "killed":
                print(f"{ended.how} {mutant} {ended.test}", flush=True)
            if sum(counts.values()) >= sample:
                break
    n, killed = sum(counts.values()), counts["killed"] + counts["timeout"]
    low, high = wilson(killed, n)
    print(
        f"{room.name}, seed {seed}: {n} mutants, {counts['killed']} killed, {counts['timeout']} timeouts,"
        f" {counts['survived']} survived: {killed / n:.1%} (95 %: {low:.1%} to {high:.1%})",
        flush=True,
    )


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m tests.mutants", description=__doc__)
    parser.add_argument("--room", choices=ROOMS, action="append", help="only this one")
    parser.add_argument("--sample", type=int, default=60, help="so many mutants a room (60)")
    parser.add_argument("--seed", type=int, default=1, help="another one draws other mutants (1)")
    parser.add_argument("--every", action="store_true", help="tell of those that are killed, too")
    given = parser.parse_args()
    for name in given.room or ROOMS:
        measure(ROOMS[name], given.sample, given.seed, every=given.every)


if __name__ == "__main__":
    main()
