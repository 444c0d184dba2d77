"""Arrows go along the gutters: never through a card, nor through a milestone."""

import re
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

import reise
from reise.journey.model import Event, Journey, Transition
from reise.layout.case_map import Box


@st.composite
def claims(draw: st.DrawFn) -> Journey:
    """Return a journey in which some cards are said to have led to others."""
    count = draw(st.integers(3, 24))
    kinds = st.sampled_from(["milestone", "service", "crisis", "measure", "experience"])
    events = []
    for index in range(count):
        kind = draw(kinds)
        later = draw(st.integers(index + 1, count)) if kind != "milestone" else count
        events.append(
            Event(
                kind=kind,
                text=draw(st.sampled_from(["Får hjelp", "Flytter hjem til mor en gang til", "Nav ringer"])),
                id=f"e{index}",
                transition=Transition(type="bup-dps", status="broke") if draw(st.booleans()) else None,
                led_to=(f"e{later}",) if later < count and draw(st.booleans()) else (),
            )
        )
    return Journey(id="x", file="x.yaml", title="x", events=tuple(events))


def crossed(start: tuple[float, float], end: tuple[float, float], box: Box) -> bool:
    """Whether a level or upright line runs through a box, more than along its edge."""
    inner = Box(box.x + 0.05, box.y + 0.05, box.width - 0.1, box.height - 0.1)
    line = Box(min(start[0], end[0]), min(start[1], end[1]), abs(start[0] - end[0]), abs(start[1] - end[1]))
    return line.x < inner.right and line.right > inner.x and line.y < inner.bottom and line.bottom > inner.y


@given(claims(), st.sampled_from(["a4", "a3"]))
@settings(max_examples=60, deadline=None)
def test_no_arrow_crosses_a_card_a_milestone_or_words(journey: Journey, paper: str) -> None:
    for sheet in reise.case_map(journey, paper=paper).sheets:
        boxes = [card.box for step in sheet.steps for card in step.cards]
        boxes += [step.box for step in sheet.steps]
        boxes += [text.box for step in sheet.steps for text in (*step.stripes, *step.times)]
        for shape in sheet.shapes:
            if shape.style != "arrow":
                continue
            points = [(float(x), float(y)) for x, y in re.findall(r"(-?[\d.]+) (-?[\d.]+)", shape.path)]
            for start, end in pairwise(points):
                assert not any(crossed(start, end, box) for box in boxes), shape.path


def led_to(*kinds: str, first: int, last: int) -> list[str]:
    """Return the arrows of a journey of these kinds, one of which led to another."""
    events = tuple(
        Event(kind=kind, text=kind, id=f"e{at}", led_to=(f"e{last}",) if at == first else ())
        for at, kind in enumerate(kinds)
    )
    [sheet] = reise.case_map(Journey(id="x", file="x.yaml", title="x", events=events)).sheets
    drawn = [shape.path for shape in sheet.shapes if shape.style == "arrow"]
    # The last one is that of the legend.
    assert [key.swatch for key in sheet.legend].count("shape:arrow") == bool(drawn)
    return drawn[:-1]


def test_an_arrow_to_the_card_below_goes_straight_down() -> None:
    narrow = ["milestone", "crisis"] * 8
    [path] = led_to("milestone", "service", "service", *narrow, first=1, last=2)
    assert path.count("L") == 1


def test_an_arrow_across_the_milestone_goes_round_it_once() -> None:
    [path] = led_to("milestone", "crisis", "service", "milestone", first=1, last=2)
    assert path.count("L") == 3
