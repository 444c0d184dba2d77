"""The sheet of the common ways: a graph of what followed what, what recurs, and how it was counted."""

from collections.abc import Sequence

from reise.comparison.ways_value import Stop, Way, Ways, strongest
from reise.journey.model import Collection
from reise.layout.case_map import Box, Icon, Shape, Text
from reise.layout.dot import NoGraphviz
from reise.layout.measure import Measure
from reise.layout.paper import MM_PER_POINT, PAPERS, Paper
from reise.layout.ruler import Face, FontRuler, Ruler
from reise.layout.ways_frame import Frame, Sizes, frame
from reise.layout.ways_graph import Plan, in_order
from reise.layout.ways_pen import Drawn, GraphPen
from reise.layout.ways_sheet import Ribbon, StopBox, Twin, WaysSheet
from reise.layout.ways_stop import Stops
from reise.layout.ways_words import WaysWords

__all__ = ["NoGraphviz", "ways_sheet"]

#: The most ways that a sheet shows, however much room there is, and the most stops of one without ways.
MOST, ALONE = 20, 12
#: Type around the graph as a multiple of the least of the paper; that of the graph is found by trying.
ROOMY = 1.2
COLUMNS = 7
#: A way back to its own column is worth this much smaller type.
TURN = 0.97


def ways_sheet(
    found: Ways,
    *,
    paper: str = "a3",
    language: str = "nb",
    collection: Collection | None = None,
    ruler: Ruler | None = None,
    seal: str = "",
) -> WaysSheet:
    """Return the common ways set for `paper` (a4, a3, a1, a0) with labels in `language`.

    The type of the graph is as large as the sheet allows. Of more ways than are readable, the
    strongest are drawn, and the sheet says which and how many are not. `seal` are the words about what
    the guard has read. Raises NoGraphviz.
    """
    return _Sheet(WaysWords(found, language, collection, seal), PAPERS[paper], ruler or FontRuler()).sheet()


class _Sheet:
    """Sets one sheet."""

    def __init__(self, words: WaysWords, paper: Paper, ruler: Ruler) -> None:
        self.words = words
        self.found = words.found
        self.paper = paper
        self.point = ROOMY * paper.body
        self.em = self.point * MM_PER_POINT
        self.measure = Measure(ruler, words.language, paper.small_ratio, paper.milestone_ratio)
        margin = paper.margin / self.em
        inner = Box(margin, margin, paper.width / self.em - 2 * margin, paper.height / self.em - 2 * margin)
        self.sizes = Sizes(inner, paper.title / self.point, ROOMY * paper.small / self.point)

    def sheet(self) -> WaysSheet:
        """Return the sheet, with as many ways as can be drawn at the least type of the paper."""
        most = min(MOST, len(self.found.ways))
        while True:
            ways = strongest(self.found.ways, most)
            framed = frame(self.words, self.measure, self.sizes, ways)
            order = in_order(self._shown(ways), ways)
            stops = Stops(self.words, self.measure, [self._stop(name) for name in order])
            plan, scale = self._largest(order, ways, stops, framed)
            if plan is None or scale * self.point >= self.paper.body or most <= 1:
                return self._set(ways, framed, stops, plan, scale)
            most = max(1, len(ways) * 5 // 6)

    def _largest(
        self, order: Sequence[str], ways: Sequence[Way], stops: Stops, framed: Frame
    ) -> tuple[Plan | None, float]:
        """Return the plan that can be drawn in the largest type with few turns, and its type in em."""
        best: tuple[Plan | None, float] = (None, 1.0)
        most = 0.0
        sizes = {name: stops.size(name) for name in order}
        number = max((self.measure.width(str(way.cases), 1.0, Face.BOLD) for way in ways), default=0.0)
        top = self.paper.largest / self.point
        plans = [
            Plan(order, ways, sizes, columns, number) for columns in range(1, min(len(order), COLUMNS) + 1)
        ]
        # Graphviz is asked about those that may be best, which their widths tell.
        hopes = [min(framed.graph.width / plan.width, top) * TURN**plan.turning for plan in plans]
        for plan, hope in sorted(zip(plans, hopes, strict=True), key=lambda each: -each[1]):
            if hope <= most:
                break
            scale = min(framed.graph.width / plan.width, framed.graph.height / plan.height, top)
            worth = scale * TURN**plan.turning
            if worth > most:
                best, most = (plan, scale), worth
        return best

    def _shown(self, ways: Sequence[Way]) -> list[str]:
        """Return the names of the stops that ways join, or the most frequent where there are no ways."""
        if ways:
            return sorted({name for way in ways for name in (way.source, way.target)})
        frequent = sorted(self.found.stops, key=lambda stop: (-stop.cases, -stop.occurrences, stop.name))
        return sorted(stop.name for stop in frequent[:ALONE])

    def _stop(self, name: str) -> Stop:
        return next((stop for stop in self.found.stops if stop.name == name), Stop(name, 0, 0))

    def _set(
        self, ways: Sequence[Way], framed: Frame, stops: Stops, plan: Plan | None, scale: float
    ) -> WaysSheet:
        """Return the sheet as planned."""
        area = framed.graph
        boxes: list[StopBox] = []
        shapes: list[Shape] = [*framed.shapes]
        icons: list[Icon] = []
        ribbons: list[Ribbon] = []
        if plan:
            pen = GraphPen(plan, area, scale)
            for name, box in pen.stops().items():
                made, more, icon = stops.set(name, box, scale)
                boxes.append(made)
                shapes += more
                icons += icon
            ribbons = [self._ribbon(each, stops) for each in pen.ways()]
        least = min((way.cases for way in ways), default=0)
        return WaysSheet(
            language=self.words.language,
            paper=self.paper.name,
            em=self.em,
            point=self.point,
            scale=scale,
            width=self.paper.width,
            height=self.paper.height,
            small=self.paper.small_ratio,
            milestone=self.paper.milestone_ratio,
            title_em=self.sizes.title,
            foot_em=self.sizes.foot,
            title=framed.title,
            about=framed.about,
            stops=tuple(boxes),
            ribbons=tuple(ribbons),
            listed_head=framed.listed_head,
            listed=framed.listed,
            listed_note=framed.listed_note,
            legend=framed.legend,
            ending=framed.ending,
            shapes=tuple(shapes),
            icons=tuple(icons),
            twin=self._twin(ways),
            drawn=len(ways),
            left_out=len(self.found.ways) - len(ways) + self.found.hidden,
            threshold=least,
        )

    def _ribbon(self, drawn: Drawn, stops: Stops) -> Ribbon:
        """Return a way with its number and its words."""
        way = drawn.way
        alt = self.words("followed", source=self.words.label(way.source), target=self.words.label(way.target))
        return Ribbon(
            drawn.path,
            drawn.head,
            drawn.width,
            stops.tone(way.source),
            Text("number", drawn.number, (str(way.cases),)),
            alt,
            way.source == way.target,
        )

    def _twin(self, ways: Sequence[Way]) -> Twin:
        """Return the graph as a table."""
        said, label = self.words, self.words.label
        return Twin(
            said("twin_title"),
            said("twin"),
            said("twin_rest"),
            (said("from"), said("to"), said("cases"), said("occurrences")),
            tuple((label(way.source), label(way.target), way.cases, way.occurrences) for way in ways),
        )
