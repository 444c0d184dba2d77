"""A comparison as CSV: a file a sheet."""

import csv
import io
from collections.abc import Iterable

from reise.tables.rows import Sheet, Value

#: What makes a spreadsheet take words for a formula when a cell begins with it (OWASP, CSV injection).
FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")


def as_csv(told: Iterable[Sheet]) -> dict[str, bytes]:
    """Return sheets as CSV files by name ("answers.csv", "parts.csv", … "codebook.csv").

    Commas and double quotes as in RFC 4180, so that R, Python and SPSS read them as they are; UTF-8
    with a byte order mark, because spreadsheets take the letters æ, ø and å for others without it
    and the others skip it. Words that a spreadsheet would take for a formula have an apostrophe
    before them. An empty cell is unknown. The same sheets give the same bytes.
    """
    return {f"{sheet.name}.csv": _file(sheet) for sheet in told}


def _file(sheet: Sheet) -> bytes:
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(sheet.columns)
    writer.writerows([harmless(each) for each in row] for row in sheet.rows)
    return text.getvalue().encode("utf-8-sig")


def harmless(value: Value) -> str:
    """Return a value as text that no spreadsheet takes for a formula; numbers stay numbers.

    >>> harmless("=1+1"), harmless(-2), harmless("på tross av"), harmless(None), harmless(True)
    ("'=1+1", '-2', 'på tross av', '', 'true')
    """
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str):
        return "'" + value if value.startswith(FORMULA) else value
    return repr(value)
