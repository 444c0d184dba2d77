"""The story of a comparison, from files to a report a room can read and data that can be cited.

journeys → Cases → Comparison → Report, sheets → HTML → PDF
                              → tables → JSON, CSV, XLSX, GraphML
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from reise import limits
from reise.journey.model import Journey
from reise.labour import Stopped, apart, bound, shared_out
from reise.pipeline import Told, guarded, sure, tell
from reise.problems import Checked, Problem

if TYPE_CHECKING:
    from reise.comparison import Case, Comparison, Terms
    from reise.comparison.sharing import SharedComparison
    from reise.comparison.ways_value import Attribute
    from reise.layout.report import Page

FORMATS = ("pdf", "html", "json", "csv", "xlsx", "graphml")
PAGES = (1, 2, 3, 4, 5, 6, 7)


def compare(
    journeys: Iterable[Journey | str | Path],
    *,
    align: str = "first-up",
    voice: str = "young",
    window: int = 2,
    where: Sequence[str] = (),
    outcomes: Sequence[str] = (),
    conditions: Sequence[str] = (),
    support: int = 0,
    coded: Sequence[Journey] = (),
) -> "Comparison":
    """Return what comparing journeys finds, as frozen values.

    `align` is "first-up", "first-down", "last", "start", "turn:K", "transition:ID", "milestone:TEXT" or
    "age:N"; `voice` whose word counts ("young", "all", …); `window` how many events before and after
    are looked at; `where` filters such as "outcome=arbeid"; `outcomes` those that are good;
    `conditions` tags, roles, transitions or constraints for the truth table; `support` in how many
    cases a sequence must recur (half of them, if 0); `coded` the same journeys by a second coder.
    Journeys that were withdrawn or lack consent to be compared are left out, and named.

    Raises InvalidJourney where a journey cannot be used, and ValueError for terms that name nothing.
    """
    from reise.comparison import Terms
    from reise.journey.names import VOICES

    made = [_case(each) for each in journeys]
    terms = Terms(
        align=align,
        voice="all" if voice in ("all", "alle") else VOICES.find(voice) or voice,
        window=window,
        where=_filters(where),
        outcomes=tuple(outcomes),
        conditions=tuple(conditions),
        support=support,
    )
    return side_by_side(made, terms, coded)


def _case(given: Journey | str | Path) -> "Case":
    """Return a journey, or the one in a file, as a case. Raises InvalidJourney where it can't be used."""
    return case_of(guarded(given) if isinstance(given, Journey) else sure(tell(Path(given), str(given))))


def case_of(told: Told) -> "Case":
    """Return a journey as a case; one in a file as it may be shown."""
    from reise.comparison import Case

    if told.seal is None:
        return Case(told.journey, told.chronology)
    return Case(told.shown, told.chronology, told.seal.case)


def side_by_side(
    cases: "Sequence[Case]", terms: "Terms", coded: Sequence[Journey] = (), *, share: bool = False
) -> "Comparison":
    """Return the comparison of those cases that may be compared (and shared) and that the filters choose."""
    from reise.comparison import comparison
    from reise.comparison.selection import selected

    kept, left = selected([case.journey for case in cases], terms.where, share=share)
    chosen = {journey.id for journey in kept}
    return comparison([case for case in cases if case.id in chosen], terms, left, coded)


@dataclass(frozen=True, slots=True)
class Setting:
    """How a report is set.

    That is the paper, the language of the labels, which of the pages 1 to 7, and what the common ways
    run between. With `share` it may leave the project: no count below `least` is told.
    """

    paper: str = "a3"
    language: str = "nb"
    pages: tuple[int, ...] = PAGES
    ways: "Attribute" = "kind"
    share: bool = False
    least: int = 5


def tell_all(paths: Sequence[Path], jobs: int | None = None) -> Iterator[Checked[Told]]:
    """Yield the journey in each file, in order, with its chronology and problems."""
    yield from shared_out(_told, paths, jobs, least=50, chunk=25)


def _told(path: Path) -> Checked[Told]:
    return tell(path, str(path))


def files(compared: "Comparison", format: str, setting: Setting) -> list[tuple[str, bytes]]:
    """Return a comparison as files: how the name of each ends, and its bytes. Raises Lacking.

    What is shared is PDF, HTML, JSON, CSV or XLSX; a graph of ways cannot be.
    """
    if format in ("pdf", "html"):
        html = report_html(compared, setting, fonts=format == "html")
        return [(".html", html.encode())] if format == "html" else [(".pdf", _pdf(html))]
    if format == "graphml":
        from reise.comparison.ways import graphml

        return [(".graphml", graphml(compared.graph(setting.ways)))]
    return _tables(compared, format, setting)


def files_apart(
    compared: "Comparison", format: str, setting: Setting, shown: str
) -> Checked[list[tuple[str, bytes]]]:
    """Return what `files` does, made in another process and within bounds; or why that can't be done."""
    [made] = apart(partial(_files_of, compared=compared, setting=setting, shown=shown), [format])
    return Checked(None, (limits.stopped(made, shown),)) if isinstance(made, Stopped) else made


def _files_of(
    format: str, *, compared: "Comparison", setting: Setting, shown: str
) -> Checked[list[tuple[str, bytes]]]:
    # About as many sheets as a report has that shows every case on its first page.
    bound(*limits.bounds(len(compared.cases)))
    try:
        return Checked(files(compared, format, setting))
    except Lacking as lacking:
        return Checked(None, (Problem(lacking.code, shown, args=lacking.gaps),))


def _tables(compared: "Comparison", format: str, setting: Setting) -> list[tuple[str, bytes]]:
    """Return a comparison as data; of what is shared, the numbers only."""
    from reise.tables import as_csv, as_json, as_xlsx, shared_json, shared_sheets, sheets

    language = setting.language
    if setting.share:
        told = _shared(compared, setting)
        if format == "json":
            return [(".json", shared_json(told, language))]
        made = shared_sheets(told, language)
    elif format == "json":
        return [(".json", as_json(compared, language))]
    else:
        made = sheets(compared, language)
    if format == "xlsx":
        return [(".xlsx", as_xlsx(made))]
    return [(f"-{name}", content) for name, content in as_csv(made).items()]


def _shared(compared: "Comparison", setting: Setting) -> "SharedComparison":
    from reise.comparison.sharing import shared

    return shared(compared, setting.least)


class Lacking(Exception):  # noqa: N818 - says what the machine lacks
    """A report cannot be made; `code` is the problem, `gaps` are what its words leave open."""

    def __init__(self, code: str, gaps: tuple[tuple[str, str], ...] = ()) -> None:
        self.code = code
        self.gaps = gaps
        super().__init__(code)


def _pdf(html: str) -> bytes:
    from reise.pdf import Unprintable, pdf

    try:
        return pdf(html)
    except Unprintable as error:
        raise Lacking(error.code, error.gaps) from error


def report_html(compared: "Comparison", setting: Setting, *, fonts: bool = True) -> str:
    """Return the report of a comparison as one HTML page. Raises Lacking for page 5 without Graphviz."""
    from reise.page.report import report_html as made

    if setting.share:
        from reise.layout.report.shared import shared_report

        return made(shared_report(_shared(compared, setting), setting.language, setting.paper), fonts=fonts)
    from reise.layout.report import report

    told = report(compared, setting.language, setting.paper, setting.pages)
    drawn: dict[int, tuple[str, str]] = {}
    if 1 in setting.pages:
        drawn[1] = _first_page(compared, setting)
    if 5 in setting.pages:
        drawn[5], twin = _common_ways(compared, setting)
        told = replace(told, pages=(*told.pages, twin))
    return made(told, drawn, fonts=fonts)


def _first_page(compared: "Comparison", setting: Setting) -> tuple[str, str]:
    """Return the page of aligned cases: styles and HTML."""
    from reise.layout.aligned import aligned
    from reise.layout.report.findings import first_page
    from reise.page.aligned import aligned_parts

    found = first_page(compared, setting.language)
    return aligned_parts(aligned(compared, paper=setting.paper, language=setting.language, findings=found))


def _common_ways(compared: "Comparison", setting: Setting) -> "tuple[tuple[str, str], Page]":
    """Return the page of the common ways, drawn (styles and HTML) and as a table."""
    from reise.layout.dot import NoGraphviz
    from reise.layout.sealed import sealed
    from reise.layout.ways import ways_sheet
    from reise.layout.ways_twin import twin_page
    from reise.page.ways import ways_parts

    try:
        sheet = ways_sheet(
            compared.ways(setting.ways),
            paper=setting.paper,
            language=setting.language,
            collection=compared.collection,
            seal=sealed(compared, setting.language),
        )
    except NoGraphviz as error:
        raise Lacking(error.code) from error
    return ways_parts(sheet), twin_page(sheet)


def _filters(where: Sequence[str]) -> tuple[tuple[str, str], ...]:
    from reise.comparison.selection import parsed

    return tuple(map(parsed, where))
