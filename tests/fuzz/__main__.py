"""`python -m tests.fuzz [--inputs N] [--seed S]`: a long search over all cores, and what it found."""

import argparse
import importlib.util
import os
import sys
import time
from concurrent.futures import ProcessPoolExecutor

from tests.fuzz.random_search import searched
from tests.fuzz.tally import Tally, example

#: Each worker comes back after so many inputs, so that there is something to read.
BATCH = 5_000


def main() -> int:
    """Search, tell what was found, and return 1 where that is anything."""
    asked = argparse.ArgumentParser(prog="python -m tests.fuzz", description=__doc__)
    asked.add_argument("--inputs", type=int, default=200_000)
    asked.add_argument("--seed", type=int, default=0)
    asked.add_argument("--seconds", type=float, default=float("inf"))
    asked.add_argument("--jobs", type=int, default=os.cpu_count() or 1)
    asked.add_argument("--random", action="store_true", help="at random, even where atheris is installed")
    given = asked.parse_args()
    guided = importlib.util.find_spec("atheris") is not None and not given.random
    print("guided by atheris" if guided else "at random", f"seed {given.seed}", flush=True)
    if guided:
        from tests.fuzz.guided import searched as work
    else:
        work = searched
    begun, whole = time.monotonic(), Tally()
    ends = begun + given.seconds
    batches = -(-given.inputs // BATCH)
    with ProcessPoolExecutor(given.jobs) as pool:
        rounds = iter(range(batches))
        waiting = []
        for number in rounds:
            size = min(BATCH, given.inputs - number * BATCH)
            waiting.append(pool.submit(work, given.seed * 1_000_003 + number, size, _left(ends)))
            if len(waiting) >= given.jobs:
                whole.add(waiting.pop(0).result())
                _show(whole, begun)
            if _left(ends) <= 0:
                break
        for each in waiting:
            whole.add(each.result())
    _show(whole, begun, last=True)
    for fault, count in whole.faults.most_common():
        print(f"  {count} × {fault}  {example(fault)}")
    return 1 if whole.faults else 0


def _left(ends: float) -> float:
    return ends - time.monotonic()


def _show(tally: Tally, begun: float, *, last: bool = False) -> None:
    took = time.monotonic() - begun
    print(
        f"{tally.tried:,} inputs, {tally.tried / took:,.0f} a second, {tally.whole:,} right to the end, "
        f"{sum(tally.faults.values())} exceptions of {len(tally.faults)} kinds, slowest "
        f"{tally.slowest:.2f} s ({tally.slow_way}, {tally.slow_bytes} bytes)",
        end="\n" if last or not sys.stdout.isatty() else "\r",
        flush=True,
    )


if __name__ == "__main__":
    sys.exit(main())
