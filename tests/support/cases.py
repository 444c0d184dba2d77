"""The cases in tests/cases: journeys as text, where those that are wrong mark their own lines.

A line `#! R301` says that this problem is reported on the next line that is no such mark; several
codes stand with blanks between them. Marks have lines of their own, since a remark after a text
would be R119.
"""

import re
from pathlib import Path

from reise.layout import CaseMap
from reise.pipeline import Told, tell, typeset
from reise.problems import Checked, Problem

TOP = Path(__file__).parents[2]
CASES = TOP / "tests" / "cases"
#: What is wrong, and where: the code and the line, 0 for the file as a whole.
Findings = set[tuple[str, int]]

_MARK = re.compile(r"\s*#! *((?:R\d{3} *)+)$")


def journeys() -> list[Path]:
    """Return the journeys of the project."""
    return [each for each in _inside(TOP / "journeys") if each.stem != "samling"]


def good() -> list[Path]:
    """Return the cases without a fault, a feature of the format each."""
    return _inside(CASES / "good")


def bad() -> list[Path]:
    """Return the cases with marked faults."""
    return _inside(CASES / "bad")


def collections() -> list[Path]:
    """Return the folders that hold a collection, wrong ones with marks in samling.yaml."""
    return sorted(each.parent for each in (CASES / "collections").glob("*/samling.yaml"))


def _inside(folder: Path) -> list[Path]:
    return sorted(folder.glob("*.yaml"))


def marked(text: str) -> Findings:
    """Return the faults that a text says it has."""
    found: Findings = set()
    waiting: set[str] = set()
    for number, line in enumerate(text.split("\n"), 1):
        mark = _MARK.match(line)
        if mark:
            waiting |= set(mark[1].split())
        else:
            found |= {(code, number) for code in waiting}
            waiting = set()
    assert not waiting, "a mark stands above nothing"
    return found


def found_in(problems: tuple[Problem, ...]) -> Findings:
    """Return the faults that are reported."""
    return {(each.code, each.span.line if each.span else 0) for each in problems}


def problems_of(path: Path) -> tuple[Problem, ...]:
    """Return what the whole way to a map, on A3, finds wrong with a journey."""
    told = tell(path, path.name)
    return told.problems if told.value is None else told.problems + lay_out(told.value, "a3", None).problems


def told(path: Path) -> Told:
    """Return a journey that has nothing wrong with it, not even a warning."""
    checked = tell(path, path.name)
    assert checked.problems == ()
    assert checked.value is not None
    return checked.value


def lay_out(told: Told, paper: str, language: str | None) -> Checked[CaseMap]:
    """Return the map of a case; nobody was asked for a yes to it, since there is nobody."""
    return typeset(told.shown, told.chronology, paper, language, told.seal)
