"""Arrows for what a voice says led to what: along the gutters, never across a card."""

from collections.abc import Iterable
from dataclasses import dataclass

from reise.layout.case_map import Box, Shape
from reise.layout.story import LIFE


@dataclass(frozen=True, slots=True)
class Port:
    """Where an arrow meets a card: its box and lane, the gutters beside it, its column's gutter."""

    box: Box
    lane: str
    gutters: tuple[float, float]
    column_gutter: float


def arrows(claims: Iterable[tuple[Port, Port]], life_channel: float, services_channel: float) -> list[Shape]:
    """Return the arrows of `claims`; the channels are the y of the free strips beside the band."""
    shapes: list[Shape] = []
    for index, (source, target) in enumerate(claims):
        shift = (index % 4 - 1.5) * 0.06
        start, end = source.box.y + source.box.height / 2, target.box.y + target.box.height / 2 + shift
        meet = target.gutters[0]
        beside = source.lane == target.lane or meet == target.column_gutter
        if source.gutters == target.gutters and beside:
            route = [(source.box.x, start), (meet, start), (meet, end)]
        else:
            leave = source.gutters[1]
            route = [(source.box.right, start), (leave, start)]
            from_channel = (life_channel if source.lane == LIFE else services_channel) + shift
            to_channel = (life_channel if target.lane == LIFE else services_channel) + shift
            if source.lane != target.lane:
                cross = target.column_gutter
                route += [(leave, from_channel), (cross, from_channel), (cross, to_channel)]
                route.append((meet, to_channel))
            elif abs(leave - meet) > 0.3:
                route += [(leave, from_channel), (meet, from_channel)]
            route.append((meet, end))
        route.append((target.box.x - 0.06, end))
        path = "M" + "L".join(f"{x:.3f} {y:.3f}" for x, y in route)
        shapes.append(Shape("arrow", path))
        x, y = target.box.x - 0.02, end
        shapes.append(Shape("arrow-head", f"M{x:.3f} {y:.3f}l-0.42 -0.22v0.44Z"))
    return shapes
