"""Cases side by side as a value: sheets, and on each the texts, pictures and shapes with their places.

Lengths are in em of the body type (`Aligned.em` millimetres each), x to the right and y down from the
upper left corner of the sheet. A page only repeats what stands here.
"""

from dataclasses import dataclass
from typing import Literal

from reise.layout.case_map import Box, Icon, Key, Shape, Text

#: Rows with words; rows of marks only; how many cases have what in each column.
Density = Literal["full", "condensed", "distribution"]


@dataclass(frozen=True, slots=True)
class Cell:
    """A text of a row.

    `label` says to the ear what its column says to the eye; `own` are the journey's own words.
    """

    text: Text
    label: str = ""
    own: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """A case, or in a distribution a kind of event: its name, what is drawn in words, and its texts.

    `name` is the whole name, of which `heading` may show the beginning only; `box` holds the drawing
    that `alt` tells in words.
    """

    id: str
    name: str
    language: str
    heading: Text
    alt: str
    box: Box
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Finding:
    """A number in large type and the sentence that it belongs to."""

    number: Text
    words: Text


@dataclass(frozen=True, slots=True)
class AlignedSheet:
    """One sheet. `drawn` are numbers of the drawing, which are not read out; `faint` icons are pale."""

    number: int
    width: float
    height: float
    title: Text
    intro: tuple[Text, ...]
    heads: tuple[Text, ...]
    rows: tuple[Row, ...]
    findings: tuple[Finding, ...]
    notes: tuple[Text, ...]
    legend: tuple[Key, ...]
    ending: tuple[Text, ...]
    drawn: tuple[Text, ...]
    writing: tuple[Box, ...]
    shapes: tuple[Shape, ...]
    icons: tuple[Icon, ...]
    faint: tuple[Icon, ...]

    def boxes(self) -> list[tuple[str, Box]]:
        """Return every box that holds words or a drawing, with what it is; none may overlap another."""
        found = [("title", self.title.box)]
        texts = (*self.intro, *self.heads, *self.notes, *self.ending, *self.drawn)
        found += [(each.role, each.box) for each in texts]
        for row in self.rows:
            found.append(("name", row.heading.box))
            found += [(cell.text.role, cell.text.box) for cell in row.cells]
        for finding in self.findings:
            found += [("big", finding.number.box), ("sentence", finding.words.box)]
        for key in self.legend:
            found += [("swatch", key.swatch_box), ("key", key.text.box)]
        return found


@dataclass(frozen=True, slots=True)
class Aligned:
    """Cases side by side, set for one paper.

    `cases` are the ids of all that stand on the sheets, by name or counted. `point` is the size of
    body type in points, `small`, `title_em` and `foot_em` the other sizes in em of it.
    """

    title: str
    language: str
    density: Density
    paper: str
    point: float
    em: float
    width: float
    height: float
    small: float
    title_em: float
    foot_em: float
    cases: tuple[str, ...]
    sheets: tuple[AlignedSheet, ...]
