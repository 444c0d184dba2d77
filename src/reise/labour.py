"""Work in processes of its own: shared out over the cores, and bounded, so that none can stop the rest."""

import os
import signal
import sys
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING, Any, Literal, TypeVar

from reise.faults import Failed, place_of

if TYPE_CHECKING:
    from multiprocessing.connection import Connection
    from multiprocessing.process import BaseProcess

Task = TypeVar("Task")
Result = TypeVar("Result")
Why = Literal["time", "memory", "crash"]


class Stopped(Exception):  # noqa: N818 - says what became of the work
    """A piece of work was ended before it was done; `why` says by what."""

    def __init__(self, why: Why) -> None:
        self.why = why
        super().__init__(why)


def cores() -> int:
    """Return how many cores this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def shared_out(
    work: Callable[[Task], Result], tasks: Sequence[Task], jobs: int | None, *, least: int, chunk: int
) -> Iterator[Result]:
    """Yield the result of each task in order, worked out on `jobs` cores (all, if None).

    Fewer than `least` tasks are not worth another process.
    """
    if min(jobs or cores(), -(-len(tasks) // chunk)) < 2 or len(tasks) < least:
        yield from map(work, tasks)
        return
    chunks = [tasks[begin : begin + chunk] for begin in range(0, len(tasks), chunk)]
    for made in apart(partial(_each, work), chunks, jobs):
        if isinstance(made, Stopped):
            raise made
        yield from made


def _each(work: Callable[[Task], Result], tasks: Sequence[Task]) -> list[Result]:
    return [work(task) for task in tasks]


def bound(seconds: float, memory: int) -> None:
    """Have the system end this process after `seconds`, and give it no more than `memory` bytes.

    This holds for native code too, and until the task is done or it is called again. What a system
    doesn't know of this, it is not asked for.
    """
    if hasattr(signal, "setitimer"):
        signal.setitimer(signal.ITIMER_REAL, seconds)
    with suppress(ImportError, OSError, ValueError):
        import resource

        _, most = resource.getrlimit(resource.RLIMIT_DATA)
        resource.setrlimit(resource.RLIMIT_DATA, (memory if most < 0 else min(memory, most), most))


def unbound() -> None:
    """Take away what `bound` has set."""
    if hasattr(signal, "setitimer"):
        signal.setitimer(signal.ITIMER_REAL, 0)
    with suppress(ImportError, OSError, ValueError):
        import resource

        _, most = resource.getrlimit(resource.RLIMIT_DATA)
        resource.setrlimit(resource.RLIMIT_DATA, (most, most))


def apart(
    work: Callable[[Task], Result], tasks: Sequence[Task], jobs: int | None = None
) -> Iterator[Result | Stopped]:
    """Yield in order what came of each task in another process: its result, or that it was stopped.

    At most `jobs` of them (as many as cores, if None) work at a time. Raises Failed where the work
    raised. Whoever no longer listens ends all of them.
    """
    # Slow to load, and nothing to do with most commands.
    from multiprocessing.connection import wait

    left = deque(enumerate(tasks))
    jobs = min(jobs or cores(), len(tasks))
    done: dict[int, Result | Stopped | Failed] = {}
    idle: list[_Worker] = []
    busy: dict[Any, tuple[int, _Worker]] = {}
    try:
        for number in range(len(tasks)):
            while number not in done:
                while left and len(busy) < jobs:
                    worker = idle.pop() if idle else _Worker(work)
                    at, task = left.popleft()
                    worker.give(task)
                    busy[worker.pipe] = at, worker
                for pipe in wait(list(busy)):
                    at, worker = busy.pop(pipe)
                    done[at], alive = worker.take()
                    idle += [worker] * alive
            made = done.pop(number)
            if isinstance(made, Failed):
                raise made
            yield made
    finally:
        for worker in (*idle, *(each for _, each in busy.values())):
            worker.end()


class _Worker:
    """A process that does one task after another, and the pipe to it."""

    def __init__(self, work: Callable[[Any], Any]) -> None:
        from multiprocessing import get_context

        # Forking is quick, and safe here: nothing that keeps threads is loaded before the work begins.
        forked = sys.platform == "linux"
        context: Any = get_context("fork" if forked else "spawn")
        self.pipe, theirs = context.Pipe()
        self.process: BaseProcess = context.Process(
            target=_work, args=(work, theirs, self.pipe if forked else None), daemon=True
        )
        self.process.start()
        theirs.close()

    def give(self, task: object) -> None:
        """Give it something to do."""
        # If it is no longer there, `take` will tell.
        with suppress(OSError):
            self.pipe.send(task)

    def take(self) -> tuple[Any, bool]:
        """Return what it has made, and whether it can go on."""
        try:
            made = self.pipe.recv()
        except (EOFError, OSError):
            self.process.join()
            return Stopped(why_ended(self.process.exitcode)), False
        if isinstance(made, Stopped):
            self.end()
        return made, not isinstance(made, Stopped)

    def end(self) -> None:
        """End it, whatever it is doing."""
        self.process.kill()
        self.process.join()
        self.pipe.close()


def why_ended(code: int | None) -> Why:
    """Return why a process ended: its time was up, the system had no memory for it, or else."""
    ended_by = -(code or 0)
    if ended_by == getattr(signal, "SIGALRM", None):
        return "time"
    return "memory" if ended_by == getattr(signal, "SIGKILL", None) else "crash"


def _work(
    work: Callable[[Any], Any], pipe: "Connection[Any, Any]", other_end: "Connection[Any, Any] | None"
) -> None:
    """Do one task after another, until there is nobody at the other end any more."""
    if other_end is not None:
        other_end.close()
    for name in ("SIGINT", "SIGTERM", "SIGHUP", "SIGALRM"):
        if hasattr(signal, name):
            signal.signal(getattr(signal, name), signal.SIG_DFL)
    # What a library says of its own accord could quote the journey.
    nowhere = os.open(os.devnull, os.O_WRONLY)
    for stream in (1, 2):
        os.dup2(nowhere, stream)
    with suppress(EOFError, OSError):
        while True:
            made = _done(work, pipe.recv())
            unbound()
            pipe.send(made)


def _done(work: Callable[[Any], Any], task: object) -> object:
    """Return what work makes of a task, or why it can't."""
    try:
        return work(task)
    except MemoryError:
        return Stopped("memory")
    except Exception as error:
        return Failed(place_of(error))
