"""What a journey says about time: order, earliest and latest, or the smallest contradiction."""

from reise.chronology.contradiction import contradictions
from reise.chronology.network import relax
from reise.chronology.order import numbered
from reise.chronology.statements import LIFE, Statement, edges, places, size
from reise.chronology.value import Chronology, Interval, read
from reise.journey.model import Journey
from reise.problems import Checked, Problem, Span, problem

__all__ = ["Chronology", "Interval", "Statement", "chronology", "contradictions", "numbered"]


def chronology(journey: Journey) -> Checked[Chronology]:
    """Return when things can have happened, or problem R301: statements about time that cannot all be true.

    Ages, distances, durations, relations and list order bound one another as a simple temporal
    network (Dechter, Meiri and Pearl 1991: Temporal constraint networks). Where they cannot all be
    true, the problem stands at the last of the smallest set of them, and points at the others: to
    change or to take away any one of these is enough. Ids that lead nowhere are not looked at.
    """
    nodes = size(journey)
    told = edges(journey)
    if relax([LIFE, *told], [0] * nodes):
        return Checked(None, tuple(_problem(journey, each) for each in contradictions(journey)))
    return Checked(read(journey, told, nodes))


def _problem(journey: Journey, statements: tuple[Statement, ...]) -> Problem:
    """Return the problem of statements that cannot all be true; a journey without places has none to show."""
    found = [places(journey, each) for each in statements]
    span: Span | None = max((each[0] for each in found if each), default=None)
    related = sorted({place for each in found for place in each} - {span})
    return problem("R301", journey.file, span, related=related, count=len(statements))
