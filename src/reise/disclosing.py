"""The story of the disclosure report, from files to what staff must know before journeys are shown.

files → Read → Disclosure → Report → HTML → PDF
                          → JSON
"""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from reise.chronology import chronology
from reise.guard.disclosure import Disclosure, Read, disclosure
from reise.journey.model import Language
from reise.labour import shared_out
from reise.pipeline import judged
from reise.problems import Checked, Problem, errors

FORMATS = ("pdf", "html", "json")
PAPERS = ("a4", "a3")


def disclosed(paths: Sequence[Path], jobs: int | None = None) -> tuple[Disclosure, tuple[Problem, ...]]:
    """Return what is to be told of files, and what is wrong with those that could not be read."""
    read: list[Read] = []
    problems: list[Problem] = []
    unread = 0
    for number, checked in enumerate(shared_out(_read, paths, jobs, least=50, chunk=25), 1):
        if checked.value is None:
            unread += 1
            problems += checked.problems
        else:
            read.append(replace(checked.value, number=number))
    return disclosure(read, unread), tuple(problems)


def _read(path: Path) -> Checked[Read]:
    """Return a file as the guard has read it; none where it is no YAML, or no journey and no collection."""
    checked = judged(path, str(path))
    if checked.value is None:
        return Checked(None, checked.problems)
    found, journey = checked.value.verdict, checked.value.journey
    if journey is None:
        broken = any(errors(checked.problems))
        return Checked(None, checked.problems) if broken else Checked(Read(0, str(path), found))
    timed = chronology(journey).value
    order = timed.order if timed else tuple(range(len(journey.events)))
    return Checked(Read(0, str(path), found, journey, order))


def language_of(told: Disclosure) -> Language:
    """Return the language that the collection of the first journey has."""
    return next((journey.collection.language for _, _, journey in told.cases), Language.NB)


def made(told: Disclosure, format: str, language: str, paper: str) -> bytes:
    """Return the report in a format: pdf, html or json. Raises reise.pdf.Unprintable."""
    if format == "json":
        from reise.tables.disclosure import disclosure_json

        return disclosure_json(told, language)
    from reise.layout.disclosure import disclosure_report
    from reise.page.report import report_html

    report = disclosure_report(told, language, paper)
    if format == "html":
        return report_html(report).encode()
    from reise.pdf import pdf

    return pdf(report_html(report, fonts=False))
