"""Sharing work out over the cores of the machine."""

import os
import sys
from collections.abc import Callable, Iterator, Sequence
from typing import TypeVar

Task = TypeVar("Task")
Result = TypeVar("Result")


def cores() -> int:
    """Return how many cores this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def shared_out(
    work: Callable[[Task], Result], tasks: Sequence[Task], jobs: int | None, *, least: int, chunk: int
) -> Iterator[Result]:
    """Yield the result of each task in order, worked out on `jobs` cores (all, if None).

    Fewer than `least` tasks are not worth another process.
    """
    jobs = min(jobs or cores(), -(-len(tasks) // chunk))
    if jobs < 2 or len(tasks) < least:
        yield from map(work, tasks)
        return
    # Not needed, and slow to load, for the one journey that is most often asked for.
    import multiprocessing
    from concurrent.futures import ProcessPoolExecutor

    # Forking is quick, and safe here: nothing that keeps threads is loaded before the work begins.
    context = multiprocessing.get_context("fork" if sys.platform == "linux" else "spawn")
    with ProcessPoolExecutor(jobs, mp_context=context) as pool:
        yield from pool.map(work, tasks, chunksize=chunk)
