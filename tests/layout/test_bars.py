"""The bars of services: from the card that names one, and not on from where it ended."""

import re

import reise
from reise.journey.model import Event, Journey
from reise.layout.case_map import Box, Sheet


def sheet_of(*events: Event) -> Sheet:
    """Return the only sheet of a journey."""
    [sheet] = reise.case_map(Journey(id="x", file="x.yaml", title="x", events=events)).sheets
    return sheet


def drawn(sheet: Sheet, style: str) -> list[tuple[float, float]]:
    """Return left and right of what is drawn in a style behind the columns, from left to right."""
    bars = min(each.box.y for each in sheet.bars), max(each.box.bottom for each in sheet.bars)
    found = []
    for shape in sheet.shapes:
        if shape.style == style:
            numbers = [float(each) for each in re.findall(r"-?\d+\.\d+", shape.path)]
            xs = [float(each) for each in re.findall(r"[MHL](-?\d+\.\d+)", shape.path)]
            if any(bars[0] <= each <= bars[1] for each in numbers):
                found.append((min(xs), max(xs)))
    return sorted(found)


def column(text: str, *events: Event) -> tuple[Event, ...]:
    return Event(kind="milestone", text=text), *events


def nav(text: str, *tags: str) -> Event:
    return Event(kind="service", text=text, who=("nav",), tags=tags)


def test_a_bar_begins_under_its_card_and_ends_there() -> None:
    sheet = sheet_of(*column("a", Event(kind="crisis", text="b")), *column("c", nav("d")), *column("e"))
    [(left, right)] = drawn(sheet, "presence")
    box: Box = sheet.steps[1].cards[0].box
    assert box.x - 0.4 <= left < right <= box.right + 0.4


def test_what_is_not_said_is_dotted_unless_the_service_ended() -> None:
    goes_on = sheet_of(*column("a", nav("b")), *column("c"), *column("d", nav("e")))
    ended = sheet_of(*column("a", nav("b", "break")), *column("c"), *column("d", nav("e")))
    assert len(drawn(goes_on, "presence")) == len(drawn(ended, "presence")) == 2
    [(left, right)] = drawn(goes_on, "presence-between")
    assert goes_on.steps[0].box.x < left < right < goes_on.steps[2].cards[0].box.right
    assert drawn(ended, "presence-between") == []


def test_two_services_of_one_column_follow_each_other() -> None:
    sheet = sheet_of(*column("a", nav("b"), Event(kind="service", text="c", who=("bup",))))
    (_, first_end), (second, _) = drawn(sheet, "presence")
    assert first_end <= second + 0.4
