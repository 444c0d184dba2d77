"""What of a comparison may leave the project: counts of cases, none of them small, and nothing of any case.

One number a question, so that no two of them can be subtracted; turning points and events are not told,
since five of them may all be one person's.
"""

from dataclasses import dataclass

from reise.comparison.compare import Comparison
from reise.comparison.outcomes import sort
from reise.comparison.suppression import Shared, SharedCount, shared_count, suppressed
from reise.comparison.value import Answer

REACHED = ("reached", "others", "not", "open", "unknown")
OUTCOMES = ("work", "education", "outside", "open", "other")


@dataclass(frozen=True, slots=True)
class SharedAnswer:
    """The number of a question as it may be shared; None is what may not."""

    answer: Answer
    count: SharedCount


@dataclass(frozen=True, slots=True)
class SharedComparison:
    """A comparison as it may be shared.

    `table` are cases by whether they reached what they were aligned on (rows, `reached`) and by the sort
    of their outcome (columns, `outcomes`). `total` is the number of cases, None where even that is small.
    """

    compared: Comparison
    least: int
    answers: tuple[SharedAnswer, ...]
    reached: tuple[str, ...]
    outcomes: tuple[str, ...]
    table: Shared
    total: int | None


def shared(compared: Comparison, least: int) -> SharedComparison:
    """Return what may be shared of a comparison where no count below `least` may be told."""
    told = [
        SharedAnswer(answer, shared_count(answer.head.n, answer.head.N, answer.head.unknowns, least))
        for answer in compared.answers.values()
        if answer.head.unit == "case" and (answer.head.N or answer.head.unknowns)
    ]
    sorts = [sort(case.journey.outcome) for case in compared.cases]
    reached = tuple(each for each in REACHED if any(a.reached == each for a in compared.anchors))
    outcomes = tuple(each for each in OUTCOMES if each in sorts)
    counts = [
        [
            sum(
                anchor.reached == row and found == column
                for anchor, found in zip(compared.anchors, sorts, strict=True)
            )
            for column in outcomes
        ]
        for row in reached
    ]
    table = suppressed(counts, least)
    return SharedComparison(compared, least, tuple(told), reached, outcomes, table, table.total)
