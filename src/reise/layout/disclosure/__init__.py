"""From a disclosure to a report that staff read before journeys are shown, in the words of one language."""

from reise.guard.disclosure import Disclosure
from reise.guard.verdict import VERSION
from reise.layout.disclosure import across, cases, findings, read
from reise.layout.disclosure.naming import Naming
from reise.layout.paper import PAPERS
from reise.layout.report.value import Report

__all__ = ["Naming", "disclosure_report"]


def disclosure_report(told: Disclosure, language: str = "nb", paper: str = "a4") -> Report:
    """Return the report of a disclosure for `paper` (a4, a3); on every page it says who it is for."""
    naming = Naming(told, language)
    return Report(
        title=naming("report.title"),
        language=language,
        paper=PAPERS[paper],
        foot=naming("report.foot", version=VERSION, cases=naming.many("report.cases_n", len(told.cases))),
        caution=naming("report.caution"),
        page_word=naming("report.page"),
        of_word=naming("report.of"),
        pages=(
            read.page(naming),
            cases.page(naming),
            findings.page(naming),
            across.page(naming),
            read.looked_for(naming),
        ),
    )
