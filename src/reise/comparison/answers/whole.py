"""Questions 23 and 24: how much hangs on a single case, and how much two coders agree."""

from collections.abc import Sequence
from fractions import Fraction

from reise.comparison.answers.inquiry import Inquiry
from reise.comparison.value import Answer, Count, Table

#: A finding rests on one case where leaving that case out moves its share by more than this.
MOVES = Fraction(1, 5)


def resting_on_one(found: Sequence[Answer]) -> Answer:
    """Answer Q23: which findings change by more than a fifth when one case is left out."""
    known = [each for each in found if each.head.N and each.head.low]
    moved = [each.id for each in known if _moves(each.head)]
    rows = tuple(
        (
            each.id,
            each.head.n,
            each.head.N,
            *(each.head.low or (None, None)),
            *(each.head.high or (None, None)),
        )
        for each in known
    )
    columns = ("question", "n", "N", "low_n", "low_N", "high_n", "high_N")
    table = Table("without_one", columns, rows)
    silent = tuple(each.id for each in found if each not in known)
    head = Count("rests_on_one", "question", len(moved), len(known), tuple(moved), silent, len(silent))
    return Answer("q23", head, "q23", (), (), (), (table,))


def _moves(head: Count) -> bool:
    """Whether leaving out one case can change a share by more than a fifth."""
    whole = Fraction(head.n, head.N)
    return any(abs(Fraction(*each) - whole) > MOVES for each in (head.low, head.high) if each)


def coders_unknown(inquiry: Inquiry) -> Answer:
    """Q24, while nobody has coded the journeys a second time."""
    untold = tuple(case.id for case in inquiry.cases)
    return Answer("q24", Count("agree", "event", 0, 0, (), untold, len(untold)), "q24", lacks="second_coding")
