"""What stands around the graph of the common ways: its head, what recurs, the signs, how it was counted."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from reise.comparison.ways_value import Pattern, Way, Ways
from reise.layout.block import line, rectangle
from reise.layout.case_map import Box, Key, Shape, Text
from reise.layout.header import TITLE_LEAD
from reise.layout.measure import LEAD, Measure
from reise.layout.ruler import Face
from reise.layout.ways_sheet import Recurring
from reise.layout.ways_words import WaysWords

ABOUT = 1.15
HEAD, LISTED = 1.35, 1.1
#: The most sequences of three steps that are listed, and the most of two.
LONGEST = 9
#: What recurs takes this share of the width, and the room between it and the graph.
PANEL, BESIDE = 0.235, 2.4
#: With fewer ways than this the list of them is the main thing on the sheet, and takes so much of the width.
SPARSE, ALONE = 6, 0.5
BETWEEN, AIR = 0.5, 0.9
SWATCH, APART = 2.4, 1.6


@dataclass(frozen=True, slots=True)
class Frame:
    """Everything on a sheet but its graph, which stands in the box `graph`."""

    graph: Box
    title: Text
    about: tuple[Text, ...]
    listed_head: tuple[Text, ...]
    listed: tuple[Recurring, ...]
    listed_note: tuple[Text, ...]
    legend: tuple[Key, ...]
    ending: tuple[Text, ...]
    shapes: tuple[Shape, ...]


@dataclass(frozen=True, slots=True)
class Sizes:
    """The sheet in em: its inner box, and title and foot type."""

    inner: Box
    title: float
    foot: float


def frame(words: WaysWords, measure: Measure, sizes: Sizes, drawn: Sequence[Way]) -> Frame:
    """Return what stands around a graph that shows the ways `drawn`."""
    inner = sizes.inner
    title, about = _head(words, measure, sizes, drawn)
    top = about[-1].box.bottom + AIR
    legend, ending, shapes, bottom = _foot(words, measure, sizes, drawn)
    right = inner.right
    head: tuple[Text, ...] = ()
    listed: tuple[Recurring, ...] = ()
    note: tuple[Text, ...] = ()
    lists = _lists(words, drawn)
    if lists:
        wide = (PANEL if lists.beside else ALONE) * inner.width
        panel = Box(inner.right - wide, top, wide, bottom - AIR - top)
        head, listed, note, more = _panel(words, measure, panel, lists)
        shapes += more
        right = panel.x - BESIDE
    graph = Box(inner.x, top, right - inner.x, bottom - AIR - top)
    return Frame(graph, title, about, head, listed, note, legend, ending, tuple(shapes))


def _head(
    words: WaysWords, measure: Measure, sizes: Sizes, drawn: Sequence[Way]
) -> tuple[Text, tuple[Text, ...]]:
    """Return the title, what the sheet shows, and which ways are on it."""
    inner = sizes.inner
    lines = measure.lines(words(f"title_{words.found.attribute}"), inner.width, sizes.title, Face.BOLD)
    title = Text("title", Box(inner.x, inner.y, inner.width, sizes.title * TITLE_LEAD * len(lines)), lines)
    y = title.box.bottom + 0.2
    lines = measure.lines(words.about(), inner.width, ABOUT)
    about = Text("about", Box(inner.x, y, inner.width, ABOUT * LEAD * len(lines)), lines)
    lines = measure.lines(words.chosen(drawn), inner.width)
    chosen = Text("chosen", Box(inner.x, about.box.bottom + 0.15, inner.width, LEAD * len(lines)), lines)
    return title, (about, chosen)


def _foot(
    words: WaysWords, measure: Measure, sizes: Sizes, drawn: Sequence[Way]
) -> tuple[tuple[Key, ...], tuple[Text, ...], list[Shape], float]:
    """Return the signs, how it was counted, what is drawn of them, and where they begin."""
    inner, size = sizes.inner, sizes.foot
    rule = " · ".join(filter(None, (words(f"rule_{words.found.attribute}"), words.seal)))
    lines = measure.lines(rule, inner.width, size)
    height = LEAD * size * len(lines)
    ending = Text("rule", Box(inner.x, inner.bottom - height, inner.width, height), lines)
    entries = _entries(words, drawn)
    rows: list[list[tuple[str, str, float, float]]] = [[]]
    x = 0.0
    for swatch, label in entries:
        name = swatch.partition(":")[2]
        wide = measure.width(name, size, Face.BOLD) + 0.9 if name[0].isdigit() else SWATCH
        text = measure.width(label, size) + 0.05
        if x and x + wide + 0.35 + text > inner.width:
            rows.append([])
            x = 0.0
        rows[-1].append((swatch, label, x, wide))
        x += wide + 0.35 + text + APART
    step = 1.5 * size
    top = ending.box.y - 0.35 - step * len(rows) if entries else ending.box.y
    keys, shapes = [], list[Shape]()
    for number, row in enumerate(rows):
        for swatch, label, x, wide in row:
            box = Box(inner.x + x, top + step * number, wide, LEAD * size)
            text_box = Box(box.right + 0.35, box.y, measure.width(label, size) + 0.05, LEAD * size)
            keys.append(Key(swatch, box, Text("key", text_box, (label,))))
            shapes += _swatch(swatch, box)
    return tuple(keys), (ending,), shapes, top


def _entries(words: WaysWords, drawn: Sequence[Way]) -> list[tuple[str, str]]:
    """Return the signs that stand on the sheet, with what they mean."""
    found = []
    if drawn:
        found.append(("shape:way", words("key_width")))
        found.append((f"sign:{max(way.cases for way in drawn)}", words("key_number")))
    if any(way.source == way.target for way in drawn):
        found.append(("shape:loop", words("key_loop")))
    shown = {name for way in drawn for name in (way.source, way.target)}
    turning = [stop.turning for stop in words.found.stops if stop.name in shown or not drawn]
    if any(turning):
        voice = words.voice
        found.append(
            (f"flag:{max(turning)}", words("key_turning_by", voice=voice) if voice else words("key_turning"))
        )
    return found


def _swatch(swatch: str, box: Box) -> list[Shape]:
    """Return what is drawn before an entry of the legend."""
    x, right, middle = box.x, box.right, box.y + box.height / 2
    if swatch.startswith("flag"):
        return [Shape("pill", rectangle(Box(x, box.y, box.width, box.height), 0.25))]
    if swatch.startswith("sign"):
        return [Shape("number", rectangle(box, box.height / 2))]
    if swatch == "shape:way":
        thin, thick = middle - 0.38, middle + 0.22
        return [
            Shape("key-thin", line(x, thin, right - 0.45, thin)),
            Shape("key-head", f"M{right:.3f} {thin:.3f}l-0.55 -0.24v0.48Z"),
            Shape("key-thick", line(x, thick, right - 0.75, thick)),
            Shape("key-head", f"M{right:.3f} {thick:.3f}l-0.8 -0.42v0.84Z"),
        ]
    path = f"M{x + 0.4:.3f} {middle - 0.42:.3f}H{right - 0.6:.3f}c0.56 0 0.56 0.84 0 0.84H{x + 0.8:.3f}"
    return [
        Shape("key-thin", path),
        Shape("key-head", f"M{x + 0.4:.3f} {middle + 0.42:.3f}l0.55 -0.24v0.48Z"),
    ]


@dataclass(frozen=True, slots=True)
class _Lists:
    """What the panel lists: its heading, and groups of a heading, steps, and shares of cases.

    `beside` says that it stands beside a graph that is the main thing.
    """

    head: str
    groups: tuple[tuple[str, int, tuple[tuple[str, str], ...]], ...]
    beside: bool

    @property
    def rows(self) -> list[tuple[str, str]]:
        """All that is listed."""
        return [row for _, _, rows in self.groups for row in rows]


def _lists(words: WaysWords, drawn: Sequence[Way]) -> _Lists | None:
    """Return what recurs, of kinds; where few ways are drawn, all ways with their numbers."""
    found = words.found
    if found.patterns and found.attribute == "kind":
        ranked = [(each, words.steps(each), words.of_cases(each.cases)) for each in in_rank(found)]
        groups = [
            (
                words(f"steps_{name}"),
                steps,
                tuple(row[1:] for row in ranked if (len(row[0].steps) > 2) == long),
            )
            for name, steps, long in (("three", 3, True), ("two", 2, False))
        ]
        return _Lists(words("recurring"), tuple(each for each in groups if each[2]), beside=True)
    if found.ways and len(drawn) < SPARSE:
        ordered = sorted(
            found.ways,
            key=lambda way: (-way.cases, -way.occurrences, words.label(way.source), words.label(way.target)),
        )
        rows = tuple(
            (f"{words.label(way.source)} → {words.label(way.target)}", words.of_cases(way.cases))
            for way in ordered
        )
        return _Lists(words("listed_ways"), ((words("listed_in"), 2, rows),), beside=False)
    return None


def in_rank(found: Ways) -> list[Pattern]:
    """Return what recurs, in most cases first; of equals those whose steps most often follow directly."""
    direct = {(way.source, way.target): way for way in found.ways}

    def rank(pattern: Pattern) -> tuple[object, ...]:
        ways = [direct.get(step) for step in pairwise(pattern.steps)]
        cases = min((way.cases if way else 0 for way in ways), default=0)
        times = min((way.occurrences if way else 0 for way in ways), default=0)
        return -pattern.cases, -cases, -times, pattern.steps

    return sorted(found.patterns, key=rank)


def _panel(
    words: WaysWords, measure: Measure, panel: Box, lists: _Lists
) -> tuple[tuple[Text, ...], tuple[Recurring, ...], tuple[Text, ...], list[Shape]]:
    """Return the lists as long as there is room for, what is listed first before what comes later."""
    shapes = [Shape("panel-rule", line(panel.x, panel.y + 0.1, panel.right, panel.y + 0.1))]
    lines = measure.lines(lists.head, panel.width, HEAD, Face.BOLD)
    heads = [Text("listed-head", Box(panel.x, panel.y + 0.55, panel.width, HEAD * LEAD * len(lines)), lines)]
    note_lines = len(measure.lines(words.listed(0, lists.beside), panel.width, measure.small)) + 1
    y = heads[0].box.bottom + 0.2
    free = panel.bottom - y - LEAD * measure.small * note_lines - AIR
    share_width = max(measure.width(share, LISTED, Face.BOLD) for _, share in lists.rows) + 0.05
    room = panel.width - share_width - 0.8
    listed: list[Recurring] = []
    limit = y + free
    for place, (sub, count, rows) in enumerate(lists.groups):
        last = limit if place == len(lists.groups) - 1 else y + free * 0.6
        first = len(listed)
        top = y + 0.3
        y = top + LEAD + 0.25
        for steps, share in rows[: LONGEST if lists.beside else None]:
            lines = measure.lines(steps, room, LISTED)
            height = LISTED * LEAD * len(lines)
            if y + height + BETWEEN > last:
                break
            share_box = Box(panel.right - share_width, y, share_width, LISTED * LEAD)
            listed.append(
                Recurring(
                    count,
                    Text("listed", Box(panel.x, y, room, height), lines),
                    Text("share", share_box, (share,)),
                )
            )
            y += height + BETWEEN / 2
            shapes.append(Shape("panel-line", line(panel.x, y, panel.right, y)))
            y += BETWEEN / 2
        if len(listed) == first:
            y = top - 0.3
            continue
        heads.append(Text("listed-sub", Box(panel.x, top, panel.width, LEAD), (sub,)))
        y += 0.5
    lines = measure.lines(words.listed(len(listed), lists.beside), panel.width, measure.small)
    note = Text("listed-note", Box(panel.x, y, panel.width, LEAD * measure.small * len(lines)), lines)
    return tuple(heads), tuple(listed), (note,), shapes
