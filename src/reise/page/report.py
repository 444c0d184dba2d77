"""The HTML of a report: its pages of tables, and between them the pages that are drawn."""

from collections.abc import Iterable, Mapping
from math import ceil

from markupsafe import Markup

from reise.layout.report.answers import LETTERS
from reise.layout.report.value import Block, Findings, Listing, Paragraph, Report, Table
from reise.page.html import environment, faces

#: What stands above the foot of a page, in em of body type.
FOOT = 3.2
#: The most lines of a table that another may stand beside, and the room between two as a share of the width.
BESIDE, BETWEEN = 28, 0.03
#: The size of rules and asides, in em of body type, where it is not under the least of the paper.
RULE = 0.86
#: A page that is drawn: its styles and its HTML, both made by templates that escape what they are given.
Drawn = tuple[str, str]


def report_html(report: Report, drawn: Mapping[int, Drawn] | None = None, *, fonts: bool = True) -> str:
    """Return a report as one self-contained HTML page, with pages that are drawn, by their number.

    With `fonts` the fonts are in the page, as a browser needs them; the printer has them already.
    """
    placed = {number: (_safe(css), _safe(html)) for number, (css, html) in sorted((drawn or {}).items())}
    pages = {page.number: page for page in report.pages}
    return (
        environment()
        .get_template("comparison.html.j2")
        .render(
            report=report,
            paper=report.paper,
            rule=max(report.paper.small_ratio, RULE),
            foot=FOOT,
            faces=faces() if fonts else (),
            styles=[css for css, _ in placed.values()],
            pages=[(pages.get(each), placed.get(each, ("", ""))[1]) for each in sorted({*pages, *placed})],
            abreast=abreast,
            sort=_sort,
            css=_css,
        )
    )


def abreast(blocks: Iterable[Block]) -> list[list[Block]]:
    """Return blocks in their order, those small tables together that find room beside each other."""
    made: list[list[Block]] = []
    for block in blocks:
        room = 1 - sum(_extent(each) + BETWEEN for each in made[-1]) if made else 0.0
        if made and _extent(block) <= room:
            made[-1].append(block)
        else:
            made.append([block])
    return made


def _extent(block: Block) -> float:
    """Return the share of the page's width that a block takes; all of it where nothing can stand beside.

    What stands beside something else does not go on on the next page.
    """
    return block.extent if isinstance(block, Table) and _lines(block) <= BESIDE else 1.0


def _lines(table: Table) -> float:
    """Return about how many lines the rows of a table take."""
    letters = [LETTERS * table.extent * width / 100 for width in table.widths]
    return sum(
        max(
            sum(ceil((len(line.lead) + len(line.text) + 1) / room) for line in cell.lines)
            for cell, room in zip(row.cells, letters, strict=True)
        )
        for row in table.rows
    )


def _sort(block: Table | Findings | Paragraph | Listing) -> str:
    """Return which sort of block it is, by name."""
    return type(block).__name__.lower()


def _css(text: str) -> Markup:
    """Return text as the inside of a CSS string, whatever letters it holds."""
    return _safe(
        "".join(each if each.isalnum() or each in " ·:,.–" else f"\\{ord(each):x} " for each in text)
    )


def _safe(text: str) -> Markup:
    """Return what our own templates made, which have escaped what they were given."""
    return Markup(text)  # noqa: S704
