"""The curves of the common ways: level through numbers and columns, bent between them.

Drawn in em of the type of the graph, with its upper left corner as origin; what is returned is in em
of the sheet.
"""

from dataclasses import dataclass

from reise.comparison.ways_value import Way
from reise.layout.case_map import Box
from reise.layout.ways_graph import NUMBER, REACH, ROUND, Plan, Planned, head_length, head_width

#: From a column to the numbers beside it, at the most.
FAR = 9.0
#: How far a graph is pulled apart to fill its area, at the most.
STRETCH = 2.6
#: Between two ends of ways at a stop, at the most.
SPREAD = 0.9
#: How far apart the first and the last of many ways bend, as a share of the room for it.
LEAN = 0.7
#: How far a way runs level beside a stop, so that none bends into the head of another.
STUB = 1.3
#: Between a stop and the tip of a way.
GAP = 0.06
#: A quarter of a circle as a cubic Bézier.
QUARTER = 0.5523

Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Drawn:
    """A way in its place on the sheet: its curve, its head, its width, and where its number stands."""

    way: Way
    path: str
    head: str
    width: float
    number: Box


class GraphPen:
    """Draws a plan in an area of the sheet, at `scale` em of the sheet to the em of the graph."""

    def __init__(self, plan: Plan, area: Box, scale: float) -> None:
        self.plan = plan
        self.area = area
        self.scale = scale
        width, height = area.width / scale, area.height / scale
        reaches = plan.reaches
        self.reach = REACH + min(FAR - REACH, (width - plan.width) / reaches if reaches else 0.0)
        self.left = (width - plan.width - (self.reach - REACH) * reaches) / 2
        self.stretch = min(STRETCH, height / plan.height)
        self.top = (height - plan.height * self.stretch) / 2
        self.advance = plan.wide + plan.number + 2 * self.reach
        self.boxes = {name: self._box(name) for name in plan.names}
        self.ports: dict[tuple[Way, bool], float] = {}
        self.leans: dict[tuple[Way, bool], float] = {}
        for name in plan.names:
            for right in (False, True):
                self._open(name, right=right)

    def stops(self) -> dict[str, Box]:
        """Return the boxes of the stops on the sheet."""
        return {name: self._placed(box) for name, box in self.boxes.items()}

    def ways(self) -> tuple[Drawn, ...]:
        """Return the ways, drawn on the sheet."""
        return tuple(self._drawn(each) for each in self.plan.ways)

    def _drawn(self, each: Planned) -> Drawn:
        width = self.plan.thickness(each.way)
        points, sign = self._turning(each) if each.turns else self._across(each)
        (x, y), sign = points[-1], sign
        length, half = sign * head_length(width), head_width(width) / 2
        head = [(x + length, y), (x - sign * 0.03, y - half), (x - sign * 0.03, y + half)]
        middle = self._middle(each)
        number = Box(middle[0] - self.plan.number / 2, middle[1] - NUMBER / 2, self.plan.number, NUMBER)
        corners = "L".join(self._said(point) for point in head)
        path = f"M{self._said(points[0])}"
        for at in range(1, len(points), 3):
            path += "C" + " ".join(self._said(point) for point in points[at : at + 3])
        return Drawn(each.way, path, f"M{corners}Z", width * self.scale, self._placed(number))

    def _said(self, point: Point) -> str:
        """Return a point of the graph as a place on the sheet."""
        return f"{self.area.x + point[0] * self.scale:.3f} {self.area.y + point[1] * self.scale:.3f}"

    def _placed(self, box: Box) -> Box:
        """Return a box of the graph as a box on the sheet."""
        scale, area = self.scale, self.area
        return Box(area.x + box.x * scale, area.y + box.y * scale, box.width * scale, box.height * scale)

    def _y(self, place: int) -> float:
        return self.top + self.plan.ys[place] * self.stretch

    def _box(self, name: str) -> Box:
        """Return the box of a stop, its flag's room excepted."""
        plan = self.plan
        height, top = plan.heights[plan.stop[name]], plan.tops[name]
        x = self.left + plan.column[name] * self.advance
        return Box(x, self._y(plan.stop[name]) - height / 2 + top, plan.wide, height - top)

    def _middle(self, each: Planned) -> Point:
        """Return the middle of the number of a way."""
        left, right = self._span(2 * each.gap + 1)
        return (left + right) / 2, self._y(each.places[2 * each.gap + 1])

    def _span(self, rank: int) -> tuple[float, float]:
        """Return where a rank begins and ends, from left to right."""
        x = self.left + rank // 2 * self.advance
        if rank % 2:
            x += self.plan.wide + self.reach
            return x, x + self.plan.number
        return x, x + self.plan.wide

    def _open(self, name: str, *, right: bool) -> None:
        """Find the y at which each way leaves and arrives at a side of a stop, and where it bends.

        Ends stand in the order of where they come from. Of those that bend the same way, the outermost
        bends first, so that they stay apart.
        """
        box, rank = self.boxes[name], 2 * self.plan.column[name] + (1 if right else -1)
        ends = sorted(self.plan.ends(name)[right], key=lambda end: self._toward(*end, rank=rank))
        slots = [self.plan.slot(each.way, arrives) for each, arrives in ends]
        spare = min(SPREAD, (box.height - sum(slots) - 0.5) / (len(slots) + 1))
        y = box.y + (box.height - sum(slots) - spare * (len(slots) - 1)) / 2
        up: list[tuple[Way, bool]] = []
        down: list[tuple[Way, bool]] = []
        for (each, arrives), slot in zip(ends, slots, strict=True):
            self.ports[each.way, arrives] = y + slot / 2
            rises = self._toward(each, arrives, rank=rank)[0] < y + slot / 2
            (up if rises else down).append((each.way, arrives))
            y += slot + spare
        for bent in (up, down[::-1]):
            for at, end in enumerate(bent):
                self.leans[end] = 0.5 + LEAN * ((at + 0.5) / len(bent) - 0.5)

    def _toward(self, each: Planned, arrives: bool, *, rank: int) -> tuple[float, float]:
        """Return where an end of a way comes from, for the order of the ends at a side."""
        y = self._y(each.places[rank])
        if not each.turns:
            return y, 0.0
        upper = arrives != self._downward(each)
        if each.way.source == each.way.target:
            return y, -1.0 if upper else 1.0
        # The upper line of a way around its number belongs to the upper of two stops.
        return y + (-ROUND if upper else ROUND), 0.0

    def _downward(self, each: Planned) -> bool:
        """Whether a way around its number leaves above it and arrives below."""
        source, target = self.boxes[each.way.source], self.boxes[each.way.target]
        return source.y <= target.y

    def _across(self, each: Planned) -> tuple[list[Point], float]:
        """Return a way from one column to another, and the sign of its direction (right: 1)."""
        forward = each.first < each.last
        sign = 1.0 if forward else -1.0
        source, target = self.boxes[each.way.source], self.boxes[each.way.target]
        points = [(source.right if forward else source.x, self.ports[each.way, False])]
        _straight(points, points[0][0] + sign * STUB, points[0][1])
        for rank in sorted(each.places, reverse=not forward):
            level = self._y(each.places[rank])
            left, right = self._span(rank)
            begin, end = (left, right) if forward else (right, left)
            _bend(points, begin, level, self.leans[each.way, False] if len(points) == 4 else 0.5)
            _straight(points, end, level)
        self._arrive(points, target.x if forward else target.right, each.way, sign)
        return points, sign

    def _arrive(self, points: list[Point], edge: float, way: Way, sign: float) -> None:
        """Lead a way to where its head begins, before the edge of a stop."""
        y = self.ports[way, True]
        _bend(points, edge - sign * STUB, y, 1 - self.leans[way, True])
        _straight(points, edge - sign * (GAP + head_length(self.plan.thickness(way))), y)

    def _turning(self, each: Planned) -> tuple[list[Point], float]:
        """Return a way back to its own column: out, around its number, and back."""
        sign = 1.0 if each.gap == each.first else -1.0
        source, target = self.boxes[each.way.source], self.boxes[each.way.target]
        _, y = self._middle(each)
        left, right = self._span(2 * each.gap + 1)
        near, far = (left, right) if sign > 0 else (right, left)
        radius = (NUMBER + ROUND) / 2
        down = radius if self._downward(each) else -radius
        inner, soft = far - sign * radius * 0.4, sign * radius * QUARTER
        points = [(source.right if sign > 0 else source.x, self.ports[each.way, False])]
        _straight(points, points[0][0] + sign * STUB, points[0][1])
        _bend(points, near, y - down, self.leans[each.way, False])
        _straight(points, inner, y - down)
        outer = inner + sign * radius
        points += [(inner + soft, y - down), (outer, y - down * QUARTER), (outer, y)]
        points += [(outer, y + down * QUARTER), (inner + soft, y + down), (inner, y + down)]
        _straight(points, near, y + down)
        self._arrive(points, target.right if sign > 0 else target.x, each.way, -sign)
        return points, -sign


def _bend(points: list[Point], x: float, y: float, lean: float) -> None:
    """Add a curve that leaves and arrives level and bends at the share `lean` of its width."""
    x0, y0 = points[-1]
    middle = x0 + lean * (x - x0)
    points += [(middle, y0), (middle, y), (x, y)]


def _straight(points: list[Point], x: float, y: float) -> None:
    """Add a level line."""
    x0, third = points[-1][0], (x - points[-1][0]) / 3
    points += [(x0 + third, y), (x - third, y), (x, y)]
