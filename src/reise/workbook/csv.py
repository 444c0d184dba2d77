"""A CSV file as a table, whichever spreadsheet in whichever country wrote it."""

import csv
import io

from reise.workbook.columns import column_place
from reise.workbook.table import ROWS, Table, Unreadable

_DELIMITERS = (";", ",", "\t")
#: How far down the heads may stand.
TOP = 20


def table(data: bytes) -> Table:
    """Return the rows of a CSV file: UTF-8, UTF-16 or Windows-1252, with ";", "," or tabs between.

    Raises Unreadable: R702 for what is no text, R703 for what has too many rows.
    """
    text = _text(data)
    if text[:4].casefold() == "sep=" and "\n" in text:
        text = text.partition("\n")[2]
    best: list[list[str]] = []
    known = -1
    for delimiter in _DELIMITERS:
        top = _rows(text, delimiter, TOP)
        heads = max((sum(column_place(each) is not None for each in row) for row in top), default=0)
        if heads > known:
            best, known, chosen = top, heads, delimiter
    best = _rows(text, chosen, ROWS + 2)
    while best and not any(best[-1]):
        best.pop()
    if len(best) > ROWS + 1:
        raise Unreadable("R703")
    return Table("", tuple(tuple(each) for each in best))


def _text(data: bytes) -> str:
    """Return bytes as text: by their mark, as UTF-8, or as what Windows writes in Norway."""
    try:
        if data.startswith((b"\xff\xfe", b"\xfe\xff")):
            return data.decode("utf-16")
        try:
            return data.decode("utf-8-sig")
        except UnicodeDecodeError:
            return data.decode("cp1252")
    except UnicodeDecodeError as error:
        raise Unreadable("R702") from error


def _rows(text: str, delimiter: str, most: int) -> list[list[str]]:
    """Return the first rows of a text, no more than `most`."""
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    try:
        return [[each.strip() for each in row] for row, _ in zip(reader, range(most), strict=False)]
    except csv.Error as error:
        raise Unreadable("R702") from error
