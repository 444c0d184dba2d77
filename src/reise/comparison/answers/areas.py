"""Question 22: the three areas of the project, and which turning points lie in critical transitions."""

from reise.comparison.answers.inquiry import Inquiry, gaps, of_units
from reise.comparison.value import Answer, Share, Table
from reise.journey.model import Area, Direction


def areas(inquiry: Inquiry) -> Answer:
    """Answer Q22: how events spread over the areas, which turning points lie in critical transitions."""
    parts = []
    for area in Area:
        shares = [
            Share(case.id, int(area in event.areas), int(bool(event.areas)), int(not event.areas))
            for case in inquiry.cases
            for event in case.line
        ]
        parts.append(of_units("event", f"in_area|area:{area.value}", shares))
    several = [
        Share(case.id, int(len(event.areas) > 1), int(bool(event.areas)), int(not event.areas))
        for case in inquiry.cases
        for event in case.line
    ]
    parts.append(of_units("event", "several_areas", several))
    turns = list(inquiry.turns(voice="all"))
    shares = []
    for case, turn in turns:
        event = case.line[turn.at]
        moving = Area.TRANSITIONS in event.areas or event.transition is not None
        known = moving or bool(event.areas)
        shares.append(Share(case.id, int(moving), int(known), int(not known)))
    rows = []
    for area in (*Area, None):
        inside = [
            turn
            for case, turn in turns
            if (area in case.line[turn.at].areas if area else not case.line[turn.at].areas)
        ]
        counts = tuple(sum(turn.direction is each for turn in inside) for each in Direction)
        rows.append((area.value if area else None, *counts, len(inside)))
    columns = ("area", *(each.value for each in Direction), "total")
    head = of_units("turning_point", "turns_in_transitions", shares)
    table = Table("areas_and_turns", columns, tuple(rows))
    return Answer("q22", head, "q22", gaps(inquiry), tuple(parts), (), (table,))
