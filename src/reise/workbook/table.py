"""A table of cells, from a workbook or a CSV file, and the place of a cell as a place in a document."""

from dataclasses import dataclass

from reise.problems import Span

#: The most rows of a table.
ROWS = 10_000
#: So many lines further down the next table begins, when tables are told as one document.
STEP = 10_000_000


class Unreadable(Exception):  # noqa: N818 - it is the file that is unreadable
    """A file that cannot be read as a table; the argument is the code of the problem."""


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of texts under the name of a sheet (none in CSV); rows and columns count from 1.

    `faults` are cells that cannot be read, by row and column, with the code of the problem; their text is "".
    """

    name: str
    rows: tuple[tuple[str, ...], ...]
    faults: tuple[tuple[str, int, int], ...] = ()

    def text(self, row: int, column: int) -> str:
        """Return the text of a cell, "" where there is none."""
        line = self.rows[row - 1] if row <= len(self.rows) else ()
        return line[column - 1] if column <= len(line) else ""


def cell(table: int, row: int, column: int) -> Span:
    """Return a cell as a place in a document."""
    line = table * STEP + row
    return Span(line, column, line, column + 1)


def called(span: Span, tables: tuple[Table, ...]) -> str:
    """Return what a spreadsheet calls a cell: "Hendelser!C7", or "C7" in CSV."""
    table, row = divmod(span.line, STEP)
    letters, column = "", span.column
    while column:
        column, letter = divmod(column - 1, 26)
        letters = chr(ord("A") + letter) + letters
    name = tables[table].name
    return f"{name}!{letters}{row}" if name else f"{letters}{row}"
