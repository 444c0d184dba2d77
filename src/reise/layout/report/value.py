"""A report of tables, as a value: pages of blocks, every text in the words and the order it is read in."""

from dataclasses import dataclass

from reise.layout.paper import Paper


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a cell: `lead` stands before the text and is set apart (a number, a sign, a name).

    `language` is that of the text where it is not the report's; a `quiet` line is an aside.
    """

    text: str
    lead: str = ""
    language: str = ""
    quiet: bool = False


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a table; its `role` is "number", "unknown", "quiet", "held" or the like, for its looks."""

    lines: tuple[Line, ...]
    role: str = ""

    @property
    def text(self) -> str:
        """The words of the cell as one line."""
        return " · ".join(" ".join(filter(None, (each.lead, each.text))) for each in self.lines)


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its head, its width as a share of the table's, and "number" if it holds numbers."""

    head: str
    width: float
    role: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    """A row; the first cell is its head. `opens` says that a new group begins with it."""

    cells: tuple[Cell, ...]
    opens: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under a caption, with the rule of its numbers; `extent` is its share of the page's width."""

    caption: str
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    rule: str = ""
    style: str = ""
    extent: float = 1

    @property
    def widths(self) -> tuple[float, ...]:
        """The width of each column in per cent."""
        whole = sum(each.width for each in self.columns)
        return tuple(100 * each.width / whole for each in self.columns)


@dataclass(frozen=True, slots=True)
class Note:
    """What is said about a number: whose cases, what is unknown, its rule."""

    head: str
    text: str
    role: str = ""


@dataclass(frozen=True, slots=True)
class Finding:
    """A number ("4 av 6 saker"), what it counts, and what it rests on."""

    mark: str
    number: str
    unit: str
    sentence: str
    notes: tuple[Note, ...]


@dataclass(frozen=True, slots=True)
class Findings:
    """Findings side by side, under a heading."""

    title: str
    findings: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Running words; its `role` is "claim", "flip", or "plain" where it is stated that something lacks."""

    text: str
    role: str = ""
    head: str = ""
    language: str = ""


@dataclass(frozen=True, slots=True)
class Listing:
    """A heading and what is listed under it."""

    title: str
    lines: tuple[Line, ...]


Block = Table | Findings | Paragraph | Listing


@dataclass(frozen=True, slots=True)
class Page:
    """A page, as long as it needs to be: `number` is its place in the specification (2 … 7)."""

    number: int
    name: str
    title: str
    lead: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Report:
    """The pages of tables of a comparison, set for a paper, with what stands at the foot of each."""

    title: str
    language: str
    paper: Paper
    foot: str
    caution: str
    page_word: str
    of_word: str
    pages: tuple[Page, ...]
