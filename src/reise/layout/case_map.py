"""A case map as a value: sheets, and on each the texts, pictures and shapes with their places.

Lengths are in em of the sheet's body type (`Sheet.em` millimetres each), x to the right and y down
from the sheet's upper left corner. A page only repeats what stands here.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field, fields, is_dataclass


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle."""

    x: float
    y: float
    width: float
    height: float

    @property
    def right(self) -> float:
        """The x of its right edge."""
        return self.x + self.width

    @property
    def bottom(self) -> float:
        """The y of its lower edge."""
        return self.y + self.height

    def overlaps(self, other: "Box", by: float = 0.01) -> bool:
        """Whether the two share more than `by` of both directions."""
        return (
            min(self.right, other.right) - max(self.x, other.x) > by
            and min(self.bottom, other.bottom) - max(self.y, other.y) > by
        )


@dataclass(frozen=True, slots=True)
class Text:
    """Set text: its role on the sheet (which CSS paints), its box, its lines."""

    role: str
    box: Box
    lines: tuple[str, ...]

    @property
    def text(self) -> str:
        """The lines as one text."""
        return "\n".join(self.lines)


@dataclass(frozen=True, slots=True)
class CardBox:
    """A card at its place; `right` is how far in from its right edge sign and flag stand."""

    box: Box
    number: str
    icon: str
    alt: str
    head: tuple[str, ...]
    text: tuple[str, ...]
    tags: tuple[str, ...]
    notes: tuple[str, ...]
    sign: str
    sign_width: float
    flag: str
    flag_width: float
    kind: str
    lane: str
    looks: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Picture:
    """A drawing that means something: shapes and numbers within a box, and what they say."""

    box: Box
    alt: str
    shapes: tuple["Shape", ...]
    numbers: tuple[Text, ...] = ()


@dataclass(frozen=True, slots=True)
class Shape:
    """A line or area in a named style. `path` is SVG path data with absolute coordinates in em."""

    style: str
    path: str


@dataclass(frozen=True, slots=True)
class Icon:
    """A picture of templates/icons at its place."""

    name: str
    box: Box


@dataclass(frozen=True, slots=True)
class Step:
    """A column on a sheet: phase (if one begins), milestone, what stands beside it, cards in story order."""

    phase: Text | None
    title: str
    head: Text
    named: bool
    flags: Text | None
    head_alt: str
    head_notes: Text | None
    times: tuple[Text, ...]
    cards: tuple[CardBox, ...]
    stripes: tuple[Text, ...]
    box: Box


@dataclass(frozen=True, slots=True)
class Point:
    """A turning point spelled out, with lines to write on (which are shapes)."""

    name: str
    title: Text
    texts: tuple[Text, ...]
    box: Box


@dataclass(frozen=True, slots=True)
class Key:
    """An entry of the legend: a swatch ("icon:crisis", "sign:+", "shape:arrow") and its words."""

    swatch: str
    swatch_box: Box
    text: Text

    @property
    def sign(self) -> str:
        """The sign that the swatch is, if it is one."""
        room, _, name = self.swatch.partition(":")
        return name.partition(":")[2] if room == "effect" else name if room in ("sign", "flag") else ""


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet. `writing` is the room to write in; shapes and icons lie behind everything."""

    number: int
    em: float
    width: float
    height: float
    title: Text
    intro: tuple[Text, ...]
    rows: tuple[Text, ...]
    steps: tuple[Step, ...]
    pictures: tuple[Picture, ...]
    bars: tuple[Text, ...]
    points: tuple[Point, ...]
    points_note: tuple[Text, ...]
    legend: tuple[Key, ...]
    ending: tuple[Text, ...]
    joins: tuple[Text, ...]
    writing: tuple[Box, ...]
    shapes: tuple[Shape, ...]
    icons: tuple[Icon, ...]

    def boxes(self) -> list[tuple[str, Box]]:
        """Return every box that holds words or a picture, with what it is; none may overlap another."""
        found = [("title", self.title.box)]
        found += [(each.role, each.box) for each in (*self.intro, *self.rows, *self.ending, *self.joins)]
        for step in self.steps:
            if step.phase:
                found.append(("phase", step.phase.box))
            found.append(("head", step.box))
            found += [("time", each.box) for each in step.times]
            found += [("card", each.box) for each in step.cards]
            found += [("stripe", each.box) for each in step.stripes]
        found += [("picture", each.box) for each in self.pictures]
        found += [("bar", each.box) for each in self.bars]
        found += [("point", each.box) for each in self.points]
        found += [(each.role, each.box) for each in self.points_note]
        found += [("key", each.text.box) for each in self.legend]
        return found


@dataclass(frozen=True, slots=True)
class CaseMap:
    """A case map, set for one paper. `point` is the size of body type in points."""

    id: str
    title: str
    language: str
    labels: str
    paper: str
    point: float
    width: float
    height: float
    small: float
    milestone: float
    title_em: float
    foot_em: float
    draft: bool
    sheets: tuple[Sheet, ...] = field(default=())


def words_on(made: CaseMap) -> set[str]:
    """Return all words that stand on the sheets of a map."""
    return {word for text in _texts(made.sheets) for word in text.split()}


def _texts(part: object) -> Iterator[str]:
    if isinstance(part, Text):
        yield part.text
    elif isinstance(part, CardBox):
        yield from (part.number, *part.head, *part.text, *part.tags, *part.notes, part.sign, part.flag)
    elif isinstance(part, Key):
        yield from (part.text.text, part.sign)
    elif isinstance(part, tuple):
        for each in part:
            yield from _texts(each)
    elif is_dataclass(part):
        for one in fields(part):
            yield from _texts(getattr(part, one.name))
