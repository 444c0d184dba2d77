"""The sheet of the common ways as a value: what stands on it, and where.

Lengths are in em of the sheet's own type (`em` millimetres each), from its upper left corner; `scale`
is the type of the graph in the same em.
"""

from dataclasses import dataclass

from reise.layout.case_map import Box, Icon, Key, Shape, Text


@dataclass(frozen=True, slots=True)
class Ribbon:
    """A way as drawn: a curve of some width with a head, in the tone of what it leaves; and its number.

    `alt` says the way in words, the number excepted.
    """

    path: str
    head: str
    width: float
    tone: str
    number: Text
    alt: str
    loop: bool


@dataclass(frozen=True, slots=True)
class StopBox:
    """A kind, service or transition as drawn: its name, how often it is met, its flag of turning points."""

    name: str
    box: Box
    tone: str
    title: Text
    counts: Text
    flag: Text | None

    @property
    def outer(self) -> Box:
        """The box with its flag."""
        top = self.flag.box.y if self.flag else self.box.y
        return Box(self.box.x, top, self.box.width, self.box.bottom - top)


@dataclass(frozen=True, slots=True)
class Recurring:
    """A sequence that recurs: how many steps it has, what they are, and the share of cases."""

    count: int
    steps: Text
    share: Text


@dataclass(frozen=True, slots=True)
class Twin:
    """The graph as a table, for those who hear it.

    Its title, its caption, that of its second half, its heads, and a row a way that is drawn.
    """

    title: str
    caption: str
    rest: str
    columns: tuple[str, str, str, str]
    rows: tuple[tuple[str, str, int, int], ...]


@dataclass(frozen=True, slots=True)
class WaysSheet:
    """The common ways, set for one paper; `drawn` of `drawn + left_out` ways are on it.

    Every way drawn is in at least `threshold` cases.
    """

    language: str
    paper: str
    em: float
    point: float
    scale: float
    width: float
    height: float
    small: float
    milestone: float
    title_em: float
    foot_em: float
    title: Text
    about: tuple[Text, ...]
    stops: tuple[StopBox, ...]
    ribbons: tuple[Ribbon, ...]
    listed_head: tuple[Text, ...]
    listed: tuple[Recurring, ...]
    listed_note: tuple[Text, ...]
    legend: tuple[Key, ...]
    ending: tuple[Text, ...]
    shapes: tuple[Shape, ...]
    icons: tuple[Icon, ...]
    twin: Twin
    drawn: int
    left_out: int
    threshold: int

    @property
    def groups(self) -> tuple[tuple[Text, tuple[Recurring, ...]], ...]:
        """What recurs, by the number of steps: each group's heading and its rows."""
        counts = list(dict.fromkeys(each.count for each in self.listed))
        rows = [tuple(each for each in self.listed if each.count == count) for count in counts]
        return tuple(zip(self.listed_head[1:], rows, strict=True))

    def boxes(self) -> list[tuple[str, Box]]:
        """Return every box that holds words, with what it is; none may overlap another."""
        found = [(each.role, each.box) for each in (self.title, *self.about)]
        found += [("stop", each.outer) for each in self.stops]
        found += [("number", each.number.box) for each in self.ribbons]
        found += [(each.role, each.box) for each in (*self.listed_head, *self.listed_note)]
        found += [("listed", each.steps.box) for each in self.listed]
        found += [("share", each.share.box) for each in self.listed]
        found += [("key", each.text.box) for each in self.legend]
        found += [(each.role, each.box) for each in self.ending]
        return found
