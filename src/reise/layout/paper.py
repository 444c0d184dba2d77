"""The papers a map is set for, and the least sizes of type on each.

The sizes follow the distance a sheet is read at (0.35 m for A4, 2 m for A0); a map is never
scaled from one paper to another but set again.
"""

from dataclasses import dataclass

MM_PER_POINT = 25.4 / 72


@dataclass(frozen=True, slots=True)
class Paper:
    """A landscape sheet; lengths in millimetres, type in points."""

    name: str
    width: float
    height: float
    margin: float
    body: float
    small: float
    milestone: float
    title: float
    largest: float

    @property
    def small_ratio(self) -> float:
        """Small type as a share of body type."""
        return self.small / self.body

    @property
    def milestone_ratio(self) -> float:
        """Milestone type as a share of body type."""
        return self.milestone / self.body


PAPERS = {
    paper.name: paper
    for paper in (
        Paper("a4", 297, 210, 6, body=7, small=6, milestone=8, title=22, largest=14),
        Paper("a3", 420, 297, 8, body=10, small=8, milestone=11, title=34, largest=20),
        Paper("a1", 841, 594, 16, body=20, small=15, milestone=22, title=70, largest=40),
        Paper("a0", 1189, 841, 22, body=28, small=21, milestone=32, title=100, largest=56),
    )
}
