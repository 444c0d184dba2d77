"""Journey → Problems: what a well-shaped journey may still say that makes no sense."""

from collections.abc import Callable, Iterator

from reise.journey.model import Collection, Journey
from reise.problems import Problem, in_file_order
from reise.rules.letters import unprintable, unprintable_shared
from reise.rules.references import circles, itself, unknown
from reise.rules.steps import later_than_nothing, phase_of_no_milestone

Rule = Callable[[Journey], Iterator[Problem]]

#: Every check by its code; its docstring is what `reise explain` tells about it.
RULES: dict[str, Rule] = {
    "R302": unknown,
    "R305": itself,
    "R306": phase_of_no_milestone,
    "R307": later_than_nothing,
    "R308": circles,
    "R501": unprintable,
}


def check(journey: Journey) -> tuple[Problem, ...]:
    """Return everything that the rules find in a journey, in file order."""
    return in_file_order(each for rule in RULES.values() for each in rule(journey))


def check_collection(collection: Collection, file: str) -> tuple[Problem, ...]:
    """Return everything that the rules find in a collection, which stands in `file`, in file order."""
    return in_file_order(unprintable_shared(collection, file))
