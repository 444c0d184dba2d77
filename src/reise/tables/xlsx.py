"""A comparison as a workbook: a sheet each, the first row frozen."""

import io
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import datetime
from itertools import chain

from reise.tables.rows import JOINT, Sheet

#: A workbook must say when it was made; the same input gives the same bytes, so it says the same day.
MADE = datetime(2000, 1, 1)
#: The narrowest and the widest column, in letters, and the longest name a sheet can have.
NARROW, WIDE, NAME = 8, 60, 31
#: The most rows of a worksheet under its head.
ROWS = 2**20 - 1


def as_xlsx(told: Iterable[Sheet]) -> bytes:
    """Return sheets as a workbook for spreadsheets.

    Words are written as words and never as formulas or links. The same sheets give the same bytes.
    """
    # Only who asks for a workbook waits for it to load.
    import xlsxwriter

    made = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    book = xlsxwriter.Workbook(made, {**options, "strings_to_numbers": False})
    book.set_properties({"title": "Reise", "created": MADE})
    head = book.add_format({"bold": True, "bottom": 1, "text_wrap": True, "valign": "top"})
    body = book.add_format({"text_wrap": True, "valign": "top"})
    for sheet in chain.from_iterable(map(_split, told)):
        page = book.add_worksheet(sheet.name[:NAME])
        page.freeze_panes(1, 0)
        for at, width in enumerate(_widths(sheet)):
            page.set_column(at, at, width, body)
        page.write_row(0, 0, sheet.columns, head)
        for number, row in enumerate(sheet.rows, 1):
            for at, value in enumerate(row):
                if value is None or value == "":
                    continue
                if isinstance(value, str):
                    page.write_string(number, at, value)
                elif isinstance(value, bool):
                    page.write_boolean(number, at, value)
                else:
                    page.write_number(number, at, value)
        if sheet.rows:
            page.autofilter(0, 0, len(sheet.rows), len(sheet.columns) - 1)
    book.close()
    return made.getvalue()


def _split(sheet: Sheet) -> Iterator[Sheet]:
    """Yield a sheet, or as many as its rows need: a worksheet holds no more than 1,048,576."""
    yield replace(sheet, rows=sheet.rows[:ROWS])
    for number, at in enumerate(range(ROWS, len(sheet.rows), ROWS), 2):
        yield replace(sheet, name=f"{sheet.name}_{number}", rows=sheet.rows[at : at + ROWS])


def _widths(sheet: Sheet) -> list[float]:
    """Return the width of each column in letters: the longest cell, within reason."""
    widths = []
    for at, name in enumerate(sheet.columns):
        longest = max((len(str(row[at])) for row in sheet.rows if row[at] is not None), default=0)
        widths.append(float(min(WIDE, max(NARROW, len(name) + 4, longest + len(JOINT)))))
    return widths
