"""The answers to the 24 questions of comparison, a function each; a question is asked of an inquiry."""

from collections.abc import Callable

from reise.comparison.answers import areas, despite, order, support, transitions, turning, whole
from reise.comparison.answers.inquiry import Inquiry
from reise.comparison.value import Answer

__all__ = ["Inquiry", "answers"]

#: In the order of the questions; what they all hang on (q23) is asked of the answers themselves.
_QUESTIONS: tuple[Callable[[Inquiry], Answer], ...] = (
    turning.stable_adult_before,
    turning.help_before,
    turning.own_initiative_before,
    turning.break_before,
    transitions.held,
    transitions.around,
    support.help_before_crisis,
    support.who_helped,
    support.how_many,
    support.starting_anew,
    support.disagreement,
    turning.said_by,
    turning.outside_services,
    turning.setback,
    turning.provisional,
    turning.types,
    despite.more_often,
    despite.behaviour,
    order.patterns,
    order.follows,
    support.meetings,
    areas.areas,
)


def answers(inquiry: Inquiry) -> dict[str, Answer]:
    """Return the answer to each question by id, "q01" to "q24"; q24 needs a second coding."""
    found = [question(inquiry) for question in _QUESTIONS]
    found += [whole.resting_on_one(found), whole.coders_unknown(inquiry)]
    return {answer.id: answer for answer in found}
