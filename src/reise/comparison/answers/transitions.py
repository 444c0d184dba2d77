"""Questions 5 and 6: critical transitions, whether they held, and what lay around them."""

from collections.abc import Iterator

from reise.comparison.answers.inquiry import (
    BREAKING,
    Inquiry,
    gaps,
    helped,
    of_cases,
    of_units,
    tagged,
    texts,
)
from reise.comparison.case import Case
from reise.comparison.outcomes import is_open
from reise.comparison.value import Answer, Share, Table
from reise.journey.model import TransitionStatus

HELD, BROKE = TransitionStatus.HELD, TransitionStatus.BROKE


def occurrences(inquiry: Inquiry) -> Iterator[tuple[Case, int, str, TransitionStatus | None]]:
    """Yield every critical transition of a known type: its case, place on the line, type and status."""
    for case in inquiry.cases:
        for at, event in enumerate(case.line):
            if event.transition and event.transition.type:
                yield case, at, event.transition.type, event.transition.status


def held(inquiry: Inquiry) -> Answer:
    """Answer Q5: how often did each critical transition hold, break, or is it unclear."""
    found = list(occurrences(inquiry))
    types = sorted({sort for _, _, sort, _ in found})

    def shares(wanted: TransitionStatus, sort: str | None = None) -> list[Share]:
        return [
            Share(case.id, times * (status is wanted), times * known, times * (not known))
            for case, at, each, status in found
            if sort in (None, each)
            for known, times in [(status in (HELD, BROKE), case.line[at].times)]
        ]

    parts = [of_cases("held_cases", shares(HELD)), of_units("transition", "broke", shares(BROKE))]
    for sort in types:
        parts.append(of_units("transition", f"held_of|transition:{sort}", shares(HELD, sort)))
        parts.append(of_units("transition", f"broke_of|transition:{sort}", shares(BROKE, sort)))
    rows = tuple(
        (case.id, case.numbers[at], sort, status.value if status else "none")
        for case, at, sort, status in found
    )
    table = Table("transitions", ("case", "number", "transition", "status"), rows)
    return Answer("q05", of_units("transition", "held", shares(HELD)), "q05", (), tuple(parts), (), (table,))


def around(inquiry: Inquiry) -> Answer:
    """Answer Q6: what lay just before and after the transitions that held, and those that broke."""
    sought = {
        "stable_adult": tagged("stable_adult"),
        "own_initiative": tagged("own_initiative"),
        "help": helped(inquiry.voice),
        "break": BREAKING,
    }
    found = [each for each in occurrences(inquiry) if each[3] in (HELD, BROKE)]
    parts, rows = [], []
    for name, look in sought.items():
        for side in ("before", "after"):
            for wanted in (HELD, BROKE):
                shares = []
                for case, at, _, status in found:
                    if status is wanted:
                        window = _window(case, at, inquiry.window, side)
                        yes = look.among(case, window)
                        if yes is False and side == "after" and len(window) < inquiry.window:
                            # What comes after the end of a journey that goes on, nobody knows.
                            yes = None if is_open(case.journey.outcome) else False
                        shares.append(
                            Share(
                                case.id,
                                int(yes is True),
                                int(yes is not None),
                                int(yes is None),
                                long=side == "before" and case.reaching(at, inquiry.window),
                                unsure=case.unsure(window),
                            )
                        )
                parts.append(of_units("transition", f"{name}_{side}_{wanted.value}", shares))
    for case, at, sort, status in found:
        before, after = (_window(case, at, inquiry.window, side) for side in ("before", "after"))
        assert status is not None  # only those that held or broke are looked at
        rows.append((case.id, case.numbers[at], sort, status.value, texts(case, before), texts(case, after)))
    columns = ("case", "number", "transition", "status", "before", "after")
    head = next(each for each in parts if each.name == "help_before_held")
    rest = tuple(each for each in parts if each is not head)
    return Answer("q06", head, "q06", gaps(inquiry), rest, (), (Table("around", columns, tuple(rows)),))


def _window(case: Case, at: int, window: int, side: str) -> tuple[int, ...]:
    return case.before(at, window) if side == "before" else case.after(at, window)
