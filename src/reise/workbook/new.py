"""An empty workbook to write a journey in: drop-downs, hints, and columns that make no dates."""

import io
from collections.abc import Mapping
from datetime import datetime
from typing import Any

from reise.workbook.columns import COLUMNS, FIELDS, Column, Place, choices, head, words

#: A workbook must say when it was made; the same input gives the same bytes, so it says the same day.
_MADE = datetime(2000, 1, 1)
#: How many rows have drop-downs.
_ROWS = 1000
#: The longest text over a hint.
_HEAD = 32


def new_workbook(language: str, answers: Mapping[Place, str]) -> bytes:
    """Return a workbook in nb, nn or en with a sheet of fields, one of events and one of the words for lists.

    `answers` are put into the sheet of fields. The same input gives the same bytes.
    """
    # Only who asks for a workbook waits for it to load.
    import xlsxwriter

    made = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    book = xlsxwriter.Workbook(made, {**options, "strings_to_numbers": False})
    book.set_properties({"title": "Reise", "created": _MADE})
    styles = {
        "head": book.add_format(
            {"bold": True, "bottom": 1, "text_wrap": True, "valign": "top", "num_format": "@"}
        ),
        "text": book.add_format({"num_format": "@", "text_wrap": True, "valign": "top"}),
        "hint": book.add_format({"text_wrap": True, "valign": "top", "font_color": "#595959"}),
    }
    pages = {name: book.add_worksheet(words(name, language)) for name in ("journey", "events", "words")}
    ranges = _lists(pages["words"], language, styles)
    _fields(pages["journey"], language, answers, styles, ranges)
    _events(pages["events"], language, styles, ranges)
    book.close()
    return made.getvalue()


def _lists(page: Any, language: str, styles: dict[str, Any]) -> dict[str, str]:
    """Write the words of every list, a column each, and return where each list stands."""
    found: dict[str, str] = {}
    name = words("words", language)
    used: dict[str, Column] = {}
    for each in (*FIELDS, *COLUMNS):
        if each.choices:
            used.setdefault(each.choices, each)
    page.freeze_panes(1, 0)
    for at, (chosen, column) in enumerate(used.items()):
        told = choices(chosen, language)
        page.set_column(at, at, max(14, *(len(each) for each in told)), styles["text"])
        page.write_string(0, at, head(column.place, language), styles["head"])
        page.write_column(1, at, told, styles["text"])
        letter = chr(ord("A") + at)
        found[chosen] = f"='{name}'!${letter}$2:${letter}${len(told) + 1}"
    return found


def _fields(
    page: Any, language: str, answers: Mapping[Place, str], styles: dict[str, Any], ranges: dict[str, str]
) -> None:
    """Write the sheet of the journey, a field in each row."""
    for at, (name, width) in enumerate((("field", 26), ("answer", 60), ("about_field", 70))):
        page.set_column(at, at, width, styles["hint" if at == 2 else "text"])
        page.write_string(0, at, words(name, language), styles["head"])
    page.freeze_panes(1, 1)
    for row, field in enumerate(FIELDS, 1):
        page.write_string(row, 0, head(field.place, language), styles["head"])
        page.write_string(row, 2, _hint(field, language), styles["hint"])
        if answers.get(field.place):
            page.write_string(row, 1, answers[field.place], styles["text"])
        page.data_validation(row, 1, row, 1, _rule(field, language, ranges))
    page.merge_range(len(FIELDS) + 2, 0, len(FIELDS) + 2, 2, words("foot", language), styles["hint"])
    page.set_row(len(FIELDS) + 2, 32)
    page.ignore_errors({"number_stored_as_text": f"B1:B{len(FIELDS) + 1}"})
    _printed(page)


def _events(page: Any, language: str, styles: dict[str, Any], ranges: dict[str, str]) -> None:
    """Write the sheet of the events, which is empty but for its heads."""
    page.freeze_panes(1, 2)
    for at, column in enumerate(COLUMNS):
        page.set_column(at, at, column.width, styles["text"])
        page.write_string(0, at, head(column.place, language), styles["head"])
        page.data_validation(1, at, _ROWS, at, _rule(column, language, ranges))
    page.set_row(0, 48)
    page.ignore_errors({"number_stored_as_text": f"A1:AZ{_ROWS}"})
    page.repeat_rows(0)
    _printed(page)


def _printed(page: Any) -> None:
    page.set_landscape()
    page.set_paper(9)
    page.fit_to_pages(1, 0)


def _hint(column: Column, language: str) -> str:
    return words("hint_" + "_".join(column.place), language)


def _rule(column: Column, language: str, ranges: dict[str, str]) -> dict[str, Any]:
    """Return the hint of a cell, with its drop-down where there are words to choose from."""
    rule = {
        "input_title": head(column.place, language)[:_HEAD],
        "input_message": _hint(column, language),
    }
    if not column.choices:
        return {"validate": "any", **rule}
    error = {"error_title": rule["input_title"], "error_message": words("wrong", language)}
    choice = {"validate": "list", "source": ranges[column.choices], "show_error": not column.open}
    return {**choice, **error, **rule}
