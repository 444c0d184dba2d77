"""A workbook as tables: its values only, within limits, and nothing that it refers to elsewhere."""

import io
import warnings
import zipfile
from collections.abc import Iterable
from datetime import date, time, timedelta
from typing import Any

from reise.workbook.table import ROWS, Table, Unreadable

#: The most bytes that a workbook may unpack to, of how many parts, and the most columns that are read.
_UNPACKED, _PARTS, _COLUMNS = 50_000_000, 500, 200
_ERRORS = frozenset({"#NULL!", "#DIV/0!", "#VALUE!", "#REF!", "#NAME?", "#NUM!", "#N/A"})


def tables(data: bytes) -> tuple[Table, ...]:
    """Return the sheets of a workbook.

    Numbers come as they are written in Norwegian ("17,5"); a date (R701) and an error of a formula (R707)
    are faults. Raises Unreadable: R702 for what is no workbook or is damaged, R703 for what is too large.
    """
    # Only who brings a workbook waits for this to load.
    import openpyxl

    _weigh(data)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            book = openpyxl.load_workbook(io.BytesIO(data), read_only=True, data_only=True, keep_links=False)
            return tuple(
                _table(sheet.title, sheet.iter_rows(max_col=_COLUMNS, values_only=True))
                for sheet in book.worksheets
                if sheet.sheet_state == "visible"
            )
    except Unreadable:
        raise
    except Exception as error:
        # A damaged workbook fails in as many ways as there are lines in the reader.
        raise Unreadable("R702") from error


def _weigh(data: bytes) -> None:
    """Raise Unreadable for what is no packed file, unpacks to too much, or has a document type in its XML."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            parts = packed.infolist()
            if len(parts) > _PARTS or sum(each.file_size for each in parts) > _UNPACKED:
                raise Unreadable("R703")
            for part in parts:
                # No workbook has one, and it is how a small file becomes an endless one.
                if part.filename.endswith((".xml", ".rels")) and b"<!DOCTYPE" in packed.read(part):
                    raise Unreadable("R702")
    except Unreadable:
        raise
    except Exception as error:
        raise Unreadable("R702") from error


def _table(name: str, rows: Iterable[tuple[Any, ...]]) -> Table:
    told: list[tuple[str, ...]] = []
    faults: list[tuple[str, int, int]] = []
    last = 0
    for number, row in enumerate(rows, 1):
        if not any(value is not None for value in row):
            continue
        if number > ROWS + 1:
            raise Unreadable("R703")
        told += [()] * (number - 1 - last)
        found = []
        for column, value in enumerate(row, 1):
            code = _fault(value)
            if code:
                faults.append((code, number, column))
            found.append("" if code else _text(value))
        told.append(tuple(found))
        last = number
    return Table(name, tuple(told), tuple(faults))


def _fault(value: Any) -> str:
    if isinstance(value, date | time | timedelta):
        return "R701"
    return "R707" if isinstance(value, str) and value in _ERRORS else ""


def _text(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "ja" if value else "nei"
    if isinstance(value, float):
        return f"{value:.10g}".replace(".", ",")
    return str(value).strip()
