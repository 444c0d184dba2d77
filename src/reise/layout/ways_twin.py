"""The graph of the common ways as a page of the report: a table for those who hear it."""

from reise.layout.report.value import Cell, Column, Line, Page, Row, Table
from reise.layout.ways_sheet import WaysSheet


def twin_page(sheet: WaysSheet, rule: str = "") -> Page:
    """Return the page that follows the drawn one: a row a way that is drawn, the strongest first.

    It says as well which ways are not drawn; where there are none to tell of, that is all it says.
    """
    twin = sheet.twin
    columns = tuple(
        Column(head, width, "number" if at > 1 else "")
        for at, (head, width) in enumerate(zip(twin.columns, (3, 3, 1, 1), strict=True))
    )
    rows = tuple(
        Row((_cell(source), _cell(target), _cell(str(cases), "number"), _cell(str(times), "number")))
        for source, target, cases, times in twin.rows
    )
    table = (Table(twin.caption, columns, rows, rule, extent=0.6),) if rows else ()
    return Page(5, "ways-table", twin.title, sheet.about[-1].text.replace("\n", " "), table)


def _cell(text: str, role: str = "") -> Cell:
    return Cell((Line(text),), role)
