"""Short ways from YAML to cases, for tests."""

from functools import cache

from tests.journey.read import journey
from tests.support.cases import journeys

import reise
from reise.chronology import chronology
from reise.comparison import Case, Comparison, Terms, comparison
from reise.journey.model import Journey


def case_of(made: Journey) -> Case:
    timed = chronology(made)
    assert timed.value is not None, timed.problems
    return Case(made, timed.value)


def case(events: str, top: str = "", id: str = "en") -> Case:
    return case_of(journey(events, top + "\n" if top else "").model_copy(update={"id": id}))


def compared(*cases: Case, **terms) -> Comparison:
    return comparison(cases, Terms(**terms))


@cache
def six() -> tuple[Case, ...]:
    """Return the journeys of the project."""
    return tuple(case_of(reise.load(each)) for each in journeys())
