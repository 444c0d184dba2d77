"""What of a comparison may leave the project: counts of cases, none of them small, and nothing of any case.

Few questions, each as yes, no and the rest of all cases, so that they have one total; turning points and
events are not told, since five of them may all be one person's.
"""

from dataclasses import dataclass

from reise.comparison.compare import Comparison
from reise.comparison.outcomes import sort
from reise.comparison.suppression import Shared, suppressed
from reise.comparison.value import Answer

#: The questions that are told: of few enough things that no two can be subtracted to a small number.
QUESTIONS = ("q01", "q02", "q03", "q07", "q14", "q17")
OUTCOMES = ("work", "education", "outside", "open", "other")


@dataclass(frozen=True, slots=True)
class SharedAnswer:
    """The number of a question as it may be shared, of all cases; None is what may not.

    `unknown` are all cases that are neither a yes nor a no: those nobody can tell of, and those that
    the question is not asked of.
    """

    answer: Answer
    yes: int | None
    no: int | None
    unknown: int | None


@dataclass(frozen=True, slots=True)
class SharedComparison:
    """A comparison as it may be shared.

    `table` are cases by whether they reached what they were aligned on (rows: reached, the rest) and by
    the sort of their outcome (columns, `outcomes`). `total` is the number of cases, None where even that
    is small.
    """

    compared: Comparison
    least: int
    answers: tuple[SharedAnswer, ...]
    outcomes: tuple[str, ...]
    table: Shared
    total: int | None


def shared(compared: Comparison, least: int) -> SharedComparison:
    """Return what may be shared of a comparison where no count below `least` may be told."""
    whole = len(compared.cases)
    told = []
    for answer in map(compared.answers.__getitem__, QUESTIONS):
        head = answer.head
        yes, no = head.n, head.N - head.n
        cells = suppressed([[yes, no, whole - yes - no]], least).cells[0]
        told.append(SharedAnswer(answer, *cells))
    sorts = [sort(case.journey.outcome) for case in compared.cases]
    outcomes = tuple(each for each in OUTCOMES if each in sorts)
    counts = [
        [
            sum(
                (anchor.reached == "reached") is reached and found == column
                for anchor, found in zip(compared.anchors, sorts, strict=True)
            )
            for column in outcomes
        ]
        for reached in (True, False)
    ]
    total = whole if whole >= least else None
    table = suppressed(counts, least)
    if total is not None and table.total is None:
        # Its total is told by the questions, and what hides behind it would be told as well.
        table = _hidden(len(outcomes))
    return SharedComparison(compared, least, tuple(told), outcomes, table, total)


def _hidden(columns: int) -> Shared:
    """Return a table of two rows of which nothing is told."""
    row = (None,) * columns
    return Shared((row, row), (None, None), row, None)
