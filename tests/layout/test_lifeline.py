"""The points of the life line: in order, under their cards, with numbers that nothing covers."""

import re
from itertools import combinations

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.support.stories import journeys

import reise
from reise.journey.model import Event, Journey
from reise.layout.case_map import Picture, Sheet


def centres(picture: Picture) -> list[tuple[float, float]]:
    """Return the points of a life line in the order they were drawn."""
    found = []
    for shape in picture.shapes:
        if shape.style in ("life-point", "life-turning"):
            x, y, radius = re.match(r"M(-?[\d.]+) (-?[\d.]+)a([\d.]+)", shape.path).groups()  # type: ignore[union-attr]
            found.append((float(x) + float(radius), float(y)))
    return found


@given(journeys(25), st.sampled_from(["a4", "a3"]))
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_points_are_in_order_and_numbers_on_nothing(journey: Journey, paper: str) -> None:
    for sheet in reise.case_map(journey, paper=paper).sheets:
        for picture in sheet.pictures:
            xs = [x for x, _ in centres(picture)]
            assert xs == sorted(xs)
            assert len(set(xs)) == len(xs)
            for one, other in combinations(picture.numbers, 2):
                assert not one.box.overlaps(other.box), (one, other)
            for number in picture.numbers:
                box, within = number.box, picture.box
                assert within.y <= box.y
                assert box.bottom <= within.bottom


def levels(*levels: float | None) -> Sheet:
    """Return the sheet of a journey of one milestone and events with these levels."""
    events = [
        Event(kind="event", text=f"Det skjedde noe, og det var nummer {at} av alt", level=level)
        for at, level in enumerate(levels, 1)
    ]
    made = reise.case_map(
        Journey(id="x", file="x.yaml", title="x", events=(Event(kind="milestone", text="a"), *events))
    )
    return made.sheets[0]


def test_a_point_stands_under_its_card() -> None:
    sheet = levels(1, 2, -1, -2, 0, 1)
    [picture] = sheet.pictures
    for card, (x, _) in zip(sheet.steps[0].cards, centres(picture), strict=True):
        assert card.box.x <= x <= card.box.right
    assert [each.text for each in picture.numbers] == ["1", "2", "3", "4", "5", "6"]


def test_an_open_line_is_explained() -> None:
    whole, broken = levels(1, 2, 0), levels(1, 2, None, None, None, None, 0, 1)
    assert [any(key.swatch == "shape:life-line" for key in each.legend) for each in (whole, broken)] == [
        False,
        True,
    ]
