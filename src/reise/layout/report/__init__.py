"""From a comparison to a report: the pages that are tables, in the words of one language."""

from collections.abc import Iterable

from reise.comparison.compare import Comparison
from reise.layout.aligned.telling import FEW
from reise.layout.paper import PAPERS
from reise.layout.report import counting, despite, support, transitions, turns
from reise.layout.report.naming import Naming
from reise.layout.report.value import Page, Report
from reise.layout.sealed import sealed

__all__ = ["PAGES", "Naming", "Page", "Report", "report"]

#: The pages that are tables; 1 and 5 are drawn.
PAGES = (2, 3, 4, 6, 7)


def report(
    comparison: Comparison,
    language: str = "nb",
    paper: str = "a3",
    pages: Iterable[int] = PAGES,
) -> Report:
    """Return the pages of tables that were asked for, in order, for `paper` (a4, a3, a1, a0)."""
    naming = Naming(comparison, language)
    make = {
        2: turns.page,
        3: transitions.page,
        4: support.page,
        6: despite.page,
        7: counting.page,
    }
    title = comparison.collection.title
    return Report(
        title=naming("report.title_of", title=title) if title else naming("report.title"),
        language=language,
        paper=PAPERS[paper],
        foot=" · ".join(
            filter(
                None,
                (
                    title,
                    "Reise",
                    naming.many("report.cases_n", len(comparison.cases)),
                    sealed(comparison, language),
                ),
            )
        ),
        caution=naming("report.caution" if len(comparison.cases) < FEW else "report.caution_many"),
        page_word=naming("report.page"),
        of_word=naming("report.of"),
        pages=tuple(make[each](naming) for each in sorted(set(pages)) if each in make),
    )
