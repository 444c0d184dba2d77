"""How the program speaks on a terminal: in the language of the system, with places and hints."""

import os
import sys
from collections.abc import Iterable
from functools import cache
from typing import TYPE_CHECKING

from reise.resources import toml

if TYPE_CHECKING:
    from pathlib import Path

    from reise.problems import Problem

# Only a file that has problems needs the modules for them, and `--help` has none: they are imported late.

#: How many other lines are shown with the one that a problem is about.
MOST_LINES = 6


@cache
def language() -> str:
    """Return nb, nn or en by the system's settings; bokmål where they say nothing else."""
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        value = os.environ.get(name, "").lower()
        if value:
            return value[:2] if value[:2] in ("nn", "en") else "nb"
    return "nb"


def words(path: str, **gaps: object) -> str:
    """Return the text `path` ("cli.about") in the language of the system, its gaps filled.

    Of a text "{count} file|{count} files" the form that suits the gap `count`.
    """
    room, name = path.split(".")
    text: str = toml(f"locale/{room}.{language()}.toml")[name]
    if "count" in gaps and "|" in text:
        one, several = text.split("|")
        text = one if gaps["count"] == 1 else several
    return text.format(**gaps) if gaps else text


def why(code: str) -> str:
    """Return in words why the machine refused, with the name of it: "the disk is full (ENOSPC)"."""
    try:
        return f"{words(f'cli.errno_{code}')} ({code})"
    except KeyError:
        return code


def told(problem: "Problem", *, source: bool) -> str:
    """Return a problem as text: place, code and fact; with `source` the line and a caret; the hint."""
    from reise.problems import said

    gaps = {name: why(str(value)) for name, value in problem.args if name == "reason"}
    span = problem.span
    place = f"{problem.file}:{span.line}:{span.column}" if span else problem.file
    sort = "" if problem.sort == "error" else f"{words(f'cli.sort_{problem.sort}')}: "
    lines = [f"{place} {problem.code} {sort}{said(problem, 'fact', language(), **gaps)}"]
    if source and span:
        lines += _excerpt(problem, said(problem, "label", language(), **gaps))
    hint = said(problem, "hint", language(), **gaps)
    if hint:
        lines.append(f"  → {hint}")
    return "\n".join(lines)


def _excerpt(problem: "Problem", label: str) -> list[str]:
    """Return the lines of the file that a problem is about, the main one with a caret under it."""
    from pathlib import Path

    from reise.source.characters import normalised

    try:
        text = normalised(Path(problem.file).read_bytes()).split("\n")
    except (OSError, ValueError):
        return []
    assert problem.span is not None  # asked for only where there is a place
    shown: list[str] = []
    spans = sorted({problem.span, *problem.related[:MOST_LINES]})
    width = len(str(spans[-1].line))
    for span in spans:
        if span.line > len(text):
            continue
        line = "".join(each if each.isprintable() else " " for each in text[span.line - 1])
        end = span.end_column if span.end_line == span.line else len(line) + 1
        carets = "^" * max(1, min(end, len(line) + 1) - span.column)
        shown.append(f"  {span.line:>{width}} | {line}")
        mark = f"  {'':>{width}} | {' ' * (span.column - 1)}{carets}"
        shown.append(f"{mark} {label}" if span == problem.span and label else mark)
    return shown


def say_all(problems: "Iterable[Problem]", *, source: bool) -> None:
    """Write problems to standard error."""
    for each in problems:
        sys.stderr.write(told(each, source=source) + ("\n\n" if source else "\n"))


def exit_code(problems: "Iterable[Problem]") -> int:
    """Return how a command ends that found these: 0, 1 for the input, 3 for safety, 4 for the machine."""
    from reise.problems import errors, is_guards

    wrong = [*errors(problems)]
    if any(each.code == "R607" or is_guards(each) for each in wrong):
        return 3
    return 4 if any(each.code.startswith("R6") for each in wrong) else 1 if wrong else 0


def agreed(question: str) -> bool:
    """Ask a question, and return whether the answer is yes, in Norwegian or English; all else is a no."""
    import click

    choice = words("cli.yes_or_no")
    answer = click.prompt(f"{question} [{choice}]", default="", show_default=False)
    return answer.strip().casefold() in ("j", "ja", "y", "yes")


def say_nothing_found(paths: "Iterable[Path]") -> None:
    """Say of each file or folder on the command line why there is no journey in it."""
    for path in paths:
        said_of = "cli.nothing_in" if path.is_dir() else "cli.is_collection"
        sys.stderr.write(words(said_of, place=path) + "\n")


def on_terminal() -> bool:
    """Whether a person is reading: only then may a line of a journey be shown."""
    return sys.stderr.isatty()
