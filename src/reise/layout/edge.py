"""The left edge of a card, which says by colour and cut what helped and what hindered."""

from reise.layout.block import left_edge, line
from reise.layout.case_map import Box, Shape

ROUND = 0.22
WIDTH, BETWEEN_TONES = 0.34, 0.14
#: How far apart the cuts of an edge are, in em; where it both helped and hindered every other is left out.
CUT = 0.4
TONES = ("helped", "hindered", "mixed")


def edge(effects: tuple[str, ...], box: Box) -> list[Shape]:
    """Return the edge along the left of `box`: a colour a voice, the young person's on top."""
    tones = effects or ("none",)
    part = (box.height - BETWEEN_TONES * (len(tones) - 1)) / len(tones)
    shapes: list[Shape] = []
    for index, tone in enumerate(tones):
        strip = Box(box.x, box.y + index * (part + BETWEEN_TONES), WIDTH, part)
        above = ROUND if index == 0 else 0.0
        below = ROUND if index == len(tones) - 1 else 0.0
        name = tone if tone in TONES else "none"
        shapes.append(Shape(f"edge-{name}", left_edge(strip, above=above, below=below)))
        if tone in ("hindered", "mixed"):
            count = int(part / CUT)
            heights = [strip.y + (at + 0.5) * part / count for at in range(0, count, 1 + (tone == "mixed"))]
            path = "".join(line(strip.x, y, strip.right, y) for y in heights)
            if path:
                shapes.append(Shape("edge-rung", path))
    return shapes
