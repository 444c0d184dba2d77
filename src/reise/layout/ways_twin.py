"""The graph of the common ways as a page of the report: a table for those who hear it."""

from reise.layout.report.value import Cell, Column, Line, Page, Row, Table
from reise.layout.ways_sheet import WaysSheet

#: More rows than this stand in two tables beside each other.
LONG = 8


def twin_page(sheet: WaysSheet, rule: str = "") -> Page:
    """Return what follows the drawn page: a row a way that is drawn, the strongest first.

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
    half = (len(rows) + 1) // 2 if len(rows) > LONG else len(rows)
    tables: tuple[Table, ...] = ()
    if rows:
        tables += (Table(twin.caption, columns, rows[:half], rule, extent=0.48),)
    if rows[half:]:
        tables += (Table(twin.rest, columns, rows[half:], extent=0.48),)
    return Page(5, "ways-table", twin.title, sheet.about[-1].text.replace("\n", " "), tables)


def _cell(text: str, role: str = "") -> Cell:
    return Cell((Line(text),), role)
