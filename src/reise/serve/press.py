"""What takes its time, prints and comparisons, in a process of its own so that the page still answers."""

import asyncio
import multiprocessing
import os
import signal
from collections import Counter
from collections.abc import Callable, Iterable
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from functools import partial
from multiprocessing.process import BaseProcess
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING, ParamSpec, TypeVar

from reise import limits
from reise.labour import Stopped, bound, unbound, why_ended
from reise.problems import Problem, errors, problem

if TYPE_CHECKING:
    from reise.journey.model import Journey

P = ParamSpec("P")
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Print:
    """The files of one print, PNG one a sheet; or none, and the problems."""

    files: tuple[bytes, ...]
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class Report:
    """The comparison of a folder as HTML, how many cases it has, and how many were left out.

    Without HTML: the problems of the files, or of the alignment (`unknown`). `milestones` are those
    that several cases have, by which they can be aligned too.
    """

    html: str | None
    problems: tuple[Problem, ...] = ()
    cases: int = 0
    left_out: int = 0
    unknown: bool = False
    milestones: tuple[str, ...] = ()


class Press:
    """One process, begun when it is first needed."""

    def __init__(self) -> None:
        self._pool: ProcessPoolExecutor | None = None

    async def run(self, work: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
        """Return what a function of this module returns, called in that process.

        Raises Stopped where that took too long, or more memory than it may have; the next call has a new
        process.
        """
        if self._pool is None:
            # Not forked: the server has threads.
            context = multiprocessing.get_context("spawn")
            self._pool = ProcessPoolExecutor(1, mp_context=context, initializer=_bound)
        made = self._pool.submit(_within_bounds, partial(work, *args, **kwargs))
        workers = multiprocessing.active_children()
        try:
            return await asyncio.wrap_future(made)
        except MemoryError:
            raise Stopped("memory") from None
        except BrokenProcessPool:
            self._pool = None
            for each in workers:
                each.join(1)
            ended = next((each.exitcode for each in workers if each.exitcode), None)
            raise Stopped(why_ended(ended)) from None

    def close(self) -> None:
        """End the process, whatever it is doing."""
        if self._pool is not None:
            for worker in multiprocessing.active_children():
                worker.terminate()
            # Waited for: a pool that is still ending when Python ends says so on standard error.
            self._pool.shutdown(wait=True, cancel_futures=True)


def _bound() -> None:
    """Leave Ctrl+C to the server, and end when it ends, however that may be."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    Thread(target=_end_with, args=(multiprocessing.parent_process(),), daemon=True).start()


def _within_bounds(work: Callable[[], T]) -> T:
    """Return what a function returns; one that takes too much ends its process."""
    bound(*limits.bounds(0))
    try:
        return work()
    finally:
        unbound()


def _end_with(server: BaseProcess | None) -> None:
    """Wait for the server to end, and end: it may be killed before it could say so."""
    if server is not None:
        server.join()
        os._exit(0)


def printed(path: Path, text: bytes, format: str, paper: str) -> Print:
    """Return the map of a text as a PDF, or as PNG pictures."""
    from reise.pdf import Unprintable
    from reise.pipeline import draw, lay_out, tell_text

    told = tell_text(text, path)
    if told.value is None:
        return Print((), told.problems)
    made = lay_out(told.value, paper, None)
    if made.value is None:
        return Print((), told.problems + made.problems)
    bound(*limits.bounds(len(made.value.sheets)))
    try:
        return Print(tuple(content for _, content in draw(made.value, format)))
    except Unprintable as why:
        return Print((), (Problem(why.code, path.name, args=why.gaps),))


def compared(paths: tuple[Path, ...], align: str, language: str) -> Report:
    """Return the report on journeys that are aligned in some way; on none, if one of them has errors."""
    from reise.comparing import Lacking, Setting, case_of, report_html, side_by_side, tell_all
    from reise.comparison import Case, Terms, UnknownAlignment
    from reise.comparison.alignment import checked
    from reise.pipeline import collection_problems, forget_collections

    bound(*limits.bounds(len(paths)))
    forget_collections()
    found: list[Problem] = []
    for folder in {path.parent for path in paths}:
        found += collection_problems(folder)
    cases: dict[str, Case] = {}
    for path, told in zip(paths, tell_all(paths), strict=True):
        found += told.problems
        if told.value and told.value.journey.id in cases:
            found.append(problem("R504", str(path)))
        elif told.value:
            cases[told.value.journey.id] = case_of(told.value)
    wrong = tuple(errors(found))
    if wrong:
        return Report(None, wrong)
    milestones = _recurring(case.journey for case in cases.values())
    try:
        terms = Terms(checked(align, cases.values()))
    except UnknownAlignment:
        return Report(None, unknown=True, milestones=milestones)
    comparison = side_by_side([*cases.values()], terms)
    count, left_out = len(comparison.cases), len(comparison.left_out)
    if not comparison.cases:
        return Report(None, cases=count, left_out=left_out, milestones=milestones)
    try:
        html = report_html(comparison, Setting(language=language), fonts=False)
    except Lacking as lacking:
        return Report(None, (Problem(lacking.code, "", args=lacking.gaps),), count, left_out)
    return Report(html, (), count, left_out, milestones=milestones)


def _recurring(journeys: Iterable["Journey"]) -> tuple[str, ...]:
    """Return the milestones that more than one journey has, those that most have first."""
    from reise.journey.model import Kind
    from reise.journey.names import fold

    spelled: dict[str, str] = {}
    count: Counter[str] = Counter()
    for journey in journeys:
        texts = {fold(each.text): each.text for each in journey.events if each.kind is Kind.MILESTONE}
        spelled = texts | spelled
        count.update(texts.keys())
    return tuple(spelled[each] for each, cases in count.most_common() if cases > 1)
