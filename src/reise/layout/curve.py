"""The life line: a curve through the levels that she set, never beyond them."""

from collections.abc import Sequence
from itertools import pairwise


def monotone(points: Sequence[tuple[float, float]]) -> str:
    """Return a smooth SVG path through `points` (x ascending) that never overshoots them.

    Monotone cubic interpolation (Fritsch and Carlson 1980) with the harmonic-mean tangents of
    Fritsch and Butland (1984): between two points the curve stays between their heights.
    """
    x0, y0 = points[0]
    path = f"M{x0:.3f} {y0:.3f}"
    if len(points) == 1:
        return path
    slopes = [(y2 - y1) / (x2 - x1) for (x1, y1), (x2, y2) in pairwise(points)]
    tangents = [slopes[0]]
    for left, right in pairwise(slopes):
        tangents.append(0.0 if left * right <= 0 else 2 * left * right / (left + right))
    tangents.append(slopes[-1])
    for (x1, y1), (x2, y2), t1, t2 in zip(points, points[1:], tangents, tangents[1:], strict=False):
        third = (x2 - x1) / 3
        path += f"C{x1 + third:.3f} {y1 + t1 * third:.3f} {x2 - third:.3f} {y2 - t2 * third:.3f}"
        path += f" {x2:.3f} {y2:.3f}"
    return path


#: A line goes on past so many events without a level; more of them break it.
SILENT = 3


def unbroken(levels: Sequence[tuple[int, float, float]]) -> list[list[tuple[float, float]]]:
    """Return runs of points from (position in layout order, x, y), broken where levels are missing."""
    runs: list[list[tuple[float, float]]] = []
    last = None
    for position, x, y in levels:
        if last is None or position - last - 1 > SILENT:
            runs.append([])
        runs[-1].append((x, y))
        last = position
    return runs
