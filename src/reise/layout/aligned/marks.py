"""An event as a mark: a card of the case map in small."""

from dataclasses import dataclass, field

from reise.layout.aligned.telling import Step
from reise.layout.block import left_edge, line, rectangle
from reise.layout.case_map import Box, Icon, Shape, Text

#: The size of a mark, and how far its ring and its arrow reach out of it.
WIDTH, HEIGHT = 1.94, 1.36
RING, BADGE = 0.2, 0.38
#: From one mark to the next where nothing is written under them.
PITCH = 2.5
ROUND, EDGE = 0.2, 0.24
ICON = 0.88
ARM = 0.22


@dataclass(slots=True)
class Drawing:
    """What is drawn behind the words of a sheet, gathered as its parts get their places.

    `faint` icons are pale, `numbers` are written into the drawing.
    """

    shapes: list[Shape] = field(default_factory=list)
    icons: list[Icon] = field(default_factory=list)
    faint: list[Icon] = field(default_factory=list)
    numbers: list[Text] = field(default_factory=list)

    def add(self, style: str, path: str) -> None:
        """Draw a path."""
        self.shapes.append(Shape(style, path))

    def mark(self, step: Step, x: float, y: float, *, faint: bool = False) -> None:
        """Draw an event with the upper left corner of its mark at x, y."""
        box = Box(x, y, WIDTH, HEIGHT)
        pale = "-faint" if faint else ""
        if step.ground == "band":
            self.add(f"band{pale}", _banner(box))
        else:
            dashed = "-dashed" if step.uncertain else ""
            self.add(f"ground-{step.ground}{pale or dashed}", rectangle(box, ROUND))
            self._edge(step, box, pale)
            icon = Icon(step.kind, Box(x + EDGE + 0.12, y + (HEIGHT - ICON) / 2, ICON, ICON))
            (self.faint if faint else self.icons).append(icon)
        if step.signs:
            middle = x + (EDGE + 0.12 + ICON + WIDTH) / 2 if step.ground != "band" else x + WIDTH * 0.42
            self._signs(step, middle, y + HEIGHT / 2, faint=faint)
        if step.turn:
            self._turning(step, box)

    def _edge(self, step: Step, box: Box, pale: str) -> None:
        """Draw what an event did along its left edge, as a card has it."""
        tone = step.signs[0] if step.signs else "none"
        strip = Box(box.x, box.y, EDGE, box.height)
        self.add("edge-faint" if pale else f"edge-{tone}", left_edge(strip, above=ROUND, below=ROUND))
        if tone in ("hindered", "mixed"):
            rungs = (0.3, 0.5, 0.7) if tone == "hindered" else (0.5,)
            ends = (strip.x, strip.right)
            path = "".join(line(ends[0], box.y + at * HEIGHT, ends[1], box.y + at * HEIGHT) for at in rungs)
            self.add("edge-rung", path)

    def _signs(self, step: Step, x: float, y: float, *, faint: bool) -> None:
        """Draw what the chosen voice says that an event did, two signs one above the other."""
        shown = step.signs[:2]
        for place, effect in enumerate(shown):
            tone = "white" if step.ground == "band" else "faint" if faint else effect
            apart, arm = ((2 * place - 1) * 0.33, 0.18) if len(shown) > 1 else (0.0, ARM)
            self.add(f"sign-{tone}", sign(effect, x, y + apart, arm))

    def _turning(self, step: Step, box: Box) -> None:
        """Draw the ring of a turning point, dashed where only others call it so, and its arrow."""
        ring = Box(box.x - RING / 2, box.y - RING / 2, box.width + RING, box.height + RING)
        self.add("ring" if step.pointed else "ring-others", rectangle(ring, ROUND + RING / 2))
        self.badge(step.turn, box.right + 0.1, box.y + 0.02)

    def badge(self, direction: str, x: float, y: float) -> None:
        """Draw where a turning point led, around x, y."""
        self.add("badge", circle(x, y, BADGE))
        self.add("badge-arrow", _arrow(direction, x, y, 0.17))

    def point(self, x: float, y: float, *, turning: bool) -> None:
        """Draw a level that the young person has set."""
        self.add("life-turning" if turning else "life-point", circle(x, y, 0.34 if turning else 0.22))


def sign(effect: str, x: float, y: float, arm: float) -> str:
    """Return the path of "+", "–" or "±" around x, y."""
    if effect == "hindered":
        return line(x - arm, y, x + arm, y)
    if effect == "helped":
        return line(x - arm, y, x + arm, y) + line(x, y - arm, x, y + arm)
    high, low = y - arm * 0.35, y + arm * 1.15
    return (
        line(x - arm, high, x + arm, high)
        + line(x, high - arm, x, high + arm)
        + line(x - arm, low, x + arm, low)
    )


def circle(x: float, y: float, radius: float) -> str:
    """Return the path of a circle."""
    return (
        f"M{x - radius:.3f} {y:.3f}a{radius} {radius} 0 1 0 {2 * radius:.3f} 0"
        f"a{radius} {radius} 0 1 0 {-2 * radius:.3f} 0Z"
    )


def _banner(box: Box) -> str:
    """Return the path of a milestone: a banner that points on."""
    tip = 0.42
    return (
        f"M{box.x:.3f} {box.y:.3f}H{box.right - tip:.3f}L{box.right:.3f} {box.y + box.height / 2:.3f}"
        f"L{box.right - tip:.3f} {box.bottom:.3f}H{box.x:.3f}Z"
    )


def _arrow(direction: str, x: float, y: float, arm: float) -> str:
    """Return the path of an arrow around x, y; of a bar where the direction is not known."""
    head = arm * 1.15
    if direction in ("up", "down"):
        rise = -arm if direction == "up" else arm
        back = head if direction == "up" else -head
        tip = (x + arm, y + rise)
        return (
            line(x - arm, y - rise, *tip)
            + line(*tip, tip[0] - head, tip[1])
            + line(*tip, tip[0], tip[1] + back)
        )
    path = line(x - arm * 1.3, y, x + arm * 1.3, y)
    if direction == "mixed":
        for side in (-1, 1):
            tip = (x + side * arm * 1.3, y)
            path += line(*tip, tip[0] - side * arm * 0.7, y - arm * 0.7)
            path += line(*tip, tip[0] - side * arm * 0.7, y + arm * 0.7)
    return path
