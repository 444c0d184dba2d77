"""The report of the journeys of the project, and ways into it, for tests."""

from functools import cache

import pytest
from tests.comparison import cases

from reise.comparison import Comparison, LeftOut, Terms, comparison
from reise.layout.report import Report, report
from reise.layout.report.value import Table

LANGUAGES = ("nb", "nn", "en")
languages = pytest.mark.parametrize("language", LANGUAGES)
TURNING = """\
- milepæl: Skolen
- hendelse: Møter noen
  virkning: hjalp
- tjeneste: Læreren ringer
  hvem: larer
  virkning: {ung: hjalp, tjeneste: hindret}
  vendepunkt: {retning: opp, sagt av: ung, gjorde forskjell: Hun ringte igjen.}
- overgang: BUP til DPS
  type: bup-dps
  status: brast
- hendelse: Slutter
"""


@cache
def six() -> Comparison:
    return comparison(cases.six(), Terms(), (LeftOut("en-til", "consent"), LeftOut("to-til", "filtered")))


@cache
def told(language: str = "nb") -> Report:
    return report(six(), language)


def page(made: Report, number: int):
    return next(each for each in made.pages if each.number == number)


def tables(made: Report, number: int) -> dict[str, Table]:
    return {each.caption: each for each in page(made, number).blocks if isinstance(each, Table)}


def row_of(table: Table, head: str):
    return next(each for each in table.rows if each.cells[0].text == head)
