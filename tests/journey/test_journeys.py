"""The journeys that come with the program."""

from pathlib import Path

import pytest

from reise.journey import parse, parse_collection
from reise.rules import check
from reise.source import compose

FOLDER = Path(__file__).parents[2] / "journeys"
NAMES = sorted(each.stem for each in FOLDER.glob("*.yaml") if each.stem != "samling")


def collection():
    return parse_collection(compose((FOLDER / "samling.yaml").read_bytes(), "journeys/samling.yaml").value)


@pytest.mark.parametrize(
    "name", sorted(each.stem for each in FOLDER.glob("*.yaml") if each.stem != "samling")
)
def test_every_journey_is_well_shaped_and_makes_sense(name):
    document = compose((FOLDER / f"{name}.yaml").read_bytes(), f"journeys/{name}.yaml")
    assert document.problems == ()
    checked = parse(document.value, collection().value)
    assert checked.problems == ()
    assert check(checked.value) == ()
    for index, event in enumerate(checked.value.events):
        assert checked.value.place("events", index, "text") is not None, event.id


def test_the_collection_is_well_shaped():
    assert collection().ok
