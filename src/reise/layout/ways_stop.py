"""The stops of the common ways: how wide and high their words are, and how they are set."""

from collections.abc import Iterable

from reise.comparison.ways_value import Stop
from reise.graphs.presence import OWN
from reise.layout.block import rectangle
from reise.layout.case_map import Box, Icon, Shape, Text
from reise.layout.measure import LEAD, Measure
from reise.layout.ruler import Face
from reise.layout.ways_graph import Size
from reise.layout.ways_sheet import StopBox
from reise.layout.ways_words import ENDS, WaysWords

#: The narrowest and the widest stop, its inner margin, and its icon with the room after it.
NARROW, WIDE, GRAIN = 7.5, 12.0, 0.5
PAD, ICON, AFTER = 0.6, 1.1, 0.35
#: A flag, half of it above the box: its height, its inner margin, and the room for it in the box.
FLAG, FLAG_PAD, UNDER = 1.3, 0.5, 0.4
SERVICES = frozenset({"service", "measure", "transition"})
OWN_WORDS = frozenset({"quote", "wish"})


class Stops:
    """Sets the stops of one sheet, all of one width; lengths in em of the type of the graph."""

    def __init__(self, words: WaysWords, measure: Measure, stops: Iterable[Stop]) -> None:
        self.words = words
        self.measure = measure
        self.stops = {stop.name: stop for stop in stops}
        self.width = NARROW
        while self.width < WIDE and not all(self._good(each) for each in self.stops.values()):
            self.width += GRAIN

    def _good(self, stop: Stop) -> bool:
        """Whether the words of a stop stand in at most two lines each, no word broken."""
        longest = self.measure.wrapper.longest(self.words.label(stop.name), Face.BOLD)
        flagged = not stop.turning or self._flag(stop) == self.words.turning(stop.turning)[0]
        return (
            flagged
            and longest * self.measure.milestone <= self._room(stop)
            and all(len(lines) <= 2 for lines in self._lines(stop))
        )

    def _flag(self, stop: Stop) -> str:
        """Return what the flag of a stop says, shorter where it has no room to say whose word it is."""
        whole, short = self.words.turning(stop.turning)
        width = self.measure.width(whole, self.measure.small, Face.BOLD) + 2 * FLAG_PAD
        return whole if width <= self.width - 0.6 else short

    def _room(self, stop: Stop) -> float:
        """Return the width for the name of a stop."""
        return self.width - 2 * PAD - (ICON + AFTER if self.icon(stop) else 0.0)

    def _lines(self, stop: Stop) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """Return the lines of a stop's name, and of how often it is met."""
        measure = self.measure
        title = measure.lines(self.words.label(stop.name), self._room(stop), measure.milestone, Face.BOLD)
        return title, measure.lines(self.words.counts(stop), self.width - 2 * PAD, measure.small)

    def size(self, name: str) -> Size:
        """Return how wide and how high a stop is by its words, and how far its flag stands above it."""
        stop = self.stops[name]
        title, counts = self._lines(stop)
        height = LEAD * (self.measure.milestone * len(title) + self.measure.small * len(counts))
        under = UNDER if stop.turning else 0.0
        return Size(self.width, height + 2 * PAD + 0.1 + under, FLAG / 2 if stop.turning else 0.0)

    def icon(self, stop: Stop) -> str:
        """Return the picture of a stop; a milestone has none, being a milestone's band."""
        attribute = self.words.found.attribute
        if stop.name in ENDS or stop.name == "milestone":
            return ""
        if attribute == "kind":
            return stop.name
        if attribute == "transition":
            return "transition"
        return "family" if stop.name in OWN else "service"

    def tone(self, name: str) -> str:
        """Return the tone of a stop: as it lies on a case map."""
        attribute = self.words.found.attribute
        if name in ENDS or (attribute == "kind" and name == "milestone"):
            return "band"
        if attribute == "service":
            return "life" if name in OWN else "services"
        if attribute == "transition" or name in SERVICES:
            return "services"
        return "own" if name in OWN_WORDS else "life"

    def set(self, name: str, box: Box, scale: float) -> tuple[StopBox, list[Shape], list[Icon]]:
        """Return a stop set in `box` of the sheet, what is drawn of it, its icon; `scale` em to its em."""
        stop, measure = self.stops[name], self.measure
        title, counts = self._lines(stop)
        title_height = LEAD * measure.milestone * len(title)
        counts_height = LEAD * measure.small * len(counts)
        under = UNDER if stop.turning else 0.0
        y = (box.height / scale - title_height - counts_height - 0.1 - under) / 2 + under
        icon, tone = self.icon(stop), self.tone(name)

        def at(x: float, y: float, width: float, height: float) -> Box:
            return Box(box.x + x * scale, box.y + y * scale, width * scale, height * scale)

        shapes = [Shape("band" if tone == "band" else f"ground-{tone}", rectangle(box, 0.5 * scale))]
        side = (LEAD * measure.milestone - ICON) / 2
        icons = [Icon(icon, at(PAD, y + side, ICON, ICON))] if icon else []
        left = PAD + (ICON + AFTER if icon else 0.0)
        title_box = at(left, y, self.width - PAD - left, title_height)
        counts_box = at(PAD, y + title_height + 0.1, self.width - 2 * PAD, counts_height)
        flag = None
        if stop.turning:
            words = self._flag(stop)
            wide = min(measure.width(words, measure.small, Face.BOLD) + 2 * FLAG_PAD, self.width - 0.6)
            flag_box = at(self.width - wide - 0.3, -FLAG / 2, wide, FLAG)
            flag = Text("stop-flag", flag_box, (words,))
            shapes.append(Shape("pill", rectangle(flag_box, 0.3 * scale)))
        dark = "-dark" if tone == "band" else ""
        made = StopBox(
            name,
            box,
            tone,
            Text(f"stop{dark}", title_box, title),
            Text(f"counts{dark}", counts_box, counts),
            flag,
        )
        return made, shapes, icons
