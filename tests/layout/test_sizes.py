"""From one event to ten thousand."""

import random

import pytest
from tests.support.stories import faults

import reise
from reise.journey.model import Event, Journey

TEXT = "hun får hjelp av en voksen som ser at det er vanskelig og spør hva hun trenger"


def journey(count: int, every: int) -> Journey:
    """Return a journey of `count` events, a milestone `every` so many (0: none)."""
    chance = random.Random(count)
    kinds = ["crisis", "service", "measure", "experience", "family", "quote"]
    events = [
        Event(
            kind="milestone" if every and index % every == 0 else chance.choice(kinds),
            text=" ".join(chance.choices(TEXT.split(), k=chance.randint(2, 12))),
        )
        for index in range(count)
    ]
    return Journey(id="x", file="x.yaml", title="Mange hendelser", events=tuple(events))


@pytest.mark.parametrize("paper", ["a4", "a3", "a1", "a0"])
@pytest.mark.parametrize(("count", "every"), [(1, 0), (1, 1), (2, 0), (31, 31), (100, 6), (300, 0)])
def test_sizes(count: int, every: int, paper: str) -> None:
    made = reise.case_map(journey(count, every), paper=paper)
    assert faults(made) == []
    cards = [card for sheet in made.sheets for step in sheet.steps for card in step.cards]
    assert len(cards) == sum(event.kind != "milestone" for event in journey(count, every).events)


@pytest.mark.slow
def test_ten_thousand_events_are_laid_out() -> None:
    made = reise.case_map(journey(10_000, 6))
    assert faults(made) == []
    assert [sheet.number for sheet in made.sheets] == list(range(1, len(made.sheets) + 1))


@pytest.mark.slow
def test_thirty_events_under_each_milestone_go_on_to_further_sheets() -> None:
    made = reise.case_map(journey(310, 31), paper="a4")
    assert faults(made) == []
    assert len(made.sheets) > 1
    assert all(sheet.joins for sheet in made.sheets)
