"""Many files at once: found, checked and drawn on all cores, one bad file not stopping the others."""

import errno
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import NamedTuple

from reise import limits
from reise.labour import Stopped, apart, bound, shared_out
from reise.pipeline import COLLECTIONS, draw, lay_out, tell, write_sheets
from reise.problems import Problem, problem


def journey_files(paths: list[Path]) -> Iterator[Path]:
    """Yield the journeys among files and folders, each once; folders in order of name, no collections."""
    seen: set[Path] = set()
    for path in paths:
        inside = sorted(path.iterdir()) if path.is_dir() else [path]
        for each in inside:
            journey = not path.is_dir() or each.suffix in (".yaml", ".yml")
            known = each.absolute()
            if journey and each.name not in COLLECTIONS and known not in seen:
                seen.add(known)
                yield each


class Order(NamedTuple):
    """What is asked for: paper, format, language of labels, and where it goes."""

    paper: str
    format: str
    language: str | None
    archive: bool
    output: Path
    output_is_file: bool = False
    for_print: bool = False

    def target(self, journey_id: str) -> Path:
        """Return the file that the map of a journey goes to."""
        return self.output if self.output_is_file else self.output / f"{journey_id}.{self.format}"


class Outcome(NamedTuple):
    """What came of one journey: the files written, how many sheets, and the problems."""

    path: Path
    written: tuple[Path, ...] = ()
    sheets: int = 0
    problems: tuple[Problem, ...] = ()


def check_all(paths: list[Path], jobs: int | None = None) -> Iterator[tuple[Problem, ...]]:
    """Yield the problems of each file, in order; many files are shared out over all cores."""
    yield from shared_out(_problems_of, paths, jobs, least=50, chunk=25)


def _problems_of(path: Path) -> tuple[Problem, ...]:
    return tell(path, str(path)).problems


def render_all(paths: list[Path], order: Order, jobs: int | None = None) -> Iterator[Outcome]:
    """Yield what came of each file, in order; one that fails does not stop the others."""
    seen: dict[str, Path] = {}
    first: list[Path] = []
    for path in paths:
        if path.stem not in seen or order.output_is_file:
            seen[path.stem] = path
            first.append(path)
    drawn = apart(partial(_draw_one, order=order), first, jobs)
    for path in paths:
        if order.output_is_file or seen[path.stem] is path:
            yield _written(path, next(drawn), order)
        else:
            yield Outcome(path, problems=(problem("R504", str(path)),))


class Drawn(NamedTuple):
    """What came of drawing one journey: its id, its sheets, its files as `draw` returns them, problems."""

    id: str = ""
    sheets: int = 0
    files: tuple[tuple[str, bytes], ...] = ()
    problems: tuple[Problem, ...] = ()


def _draw_one(path: Path, order: Order) -> Drawn:
    """Draw one journey, within bounds; what the machine lacks becomes a problem."""
    from reise.layout.case_map import words_on
    from reise.pdf import Unprintable, words_in

    bound(*limits.bounds(0))
    shown = str(path)
    told = tell(path, shown)
    if told.value is None:
        return Drawn(problems=told.problems)
    made = lay_out(told.value, order.paper, order.language)
    problems = told.problems + made.problems
    if made.value and order.for_print and not (told.value.seal and told.value.seal.approved):
        return Drawn(problems=(*problems, problem("R457", shown, place=shown)))
    if made.value is None:
        return Drawn(problems=problems)
    sheets = len(made.value.sheets)
    bound(*limits.bounds(sheets))
    try:
        files = tuple(draw(made.value, order.format, archive=order.archive))
    except Unprintable as why:
        return Drawn(problems=(*problems, Problem(why.code, shown, args=why.gaps)))
    if order.for_print and order.format == "pdf" and not words_in(files[0][1]) <= words_on(made.value):
        return Drawn(problems=(*problems, problem("R470", shown)))
    return Drawn(told.value.journey.id, sheets, files, problems)


def _written(path: Path, drawn: Drawn | Stopped, order: Order) -> Outcome:
    """Write what was drawn of one journey, if anything was."""
    if isinstance(drawn, Stopped):
        return Outcome(path, problems=(limits.stopped(drawn, str(path)),))
    if not drawn.files:
        return Outcome(path, problems=drawn.problems)
    try:
        written = write_sheets(order.target(drawn.id), drawn.files)
    except OSError as error:
        reason = errno.errorcode.get(error.errno or 0, "?")
        return Outcome(path, problems=(*drawn.problems, problem("R602", str(path), reason=reason)))
    return Outcome(path, written, drawn.sheets, drawn.problems)
