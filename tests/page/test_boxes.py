"""The renderer's own boxes agree with the layout: nothing outside its box, nothing off the sheet."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from tests.support import boxes
from tests.support.stories import journeys

import reise
from reise.journey.model import Journey
from reise.page.html import case_map_html

FOLDER = Path(__file__).parents[2] / "journeys"
FILES = sorted(each for each in FOLDER.glob("*.yaml") if each.name != "samling.yaml")
#: Rounding of places to a thousandth of an em, and of the renderer's own units.
TOLERANCE = 0.6


def outside(journey: Journey, paper: str) -> list[str]:
    """Return the lines that are drawn beyond the box they were meant for, or off the sheet."""
    made = reise.case_map(journey, paper=paper)
    found = []
    printed = boxes.pages(case_map_html(made, fonts=False))
    assert len(printed) == len(made.sheets)
    for page in printed:
        drawn = list(boxes.lines(page))
        assert len(drawn) > 5
        for line in drawn:
            if line.right > line.meant_right + TOLERANCE or line.bottom > line.meant_bottom + TOLERANCE:
                found.append(f"{line.kind}: {line}")
            if line.x < 0 or line.y < 0 or line.right > page.width or line.bottom > page.height:
                found.append(f"off the sheet: {line}")
    return found


@pytest.mark.slow
@pytest.mark.parametrize("paper", ["a4", "a3", "a1", "a0"])
@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_h16_every_line_is_drawn_within_its_box(file: Path, paper: str) -> None:
    assert outside(reise.load(file), paper) == []


@pytest.mark.slow
@given(journeys(12))
@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_h16_every_line_of_any_journey_is_drawn_within_its_box(journey: Journey) -> None:
    assert outside(journey, "a4") == []
