"""The problems of one file, as they are found."""

import sys
from collections.abc import Iterable

from reise.problems import Problem, Span, problem

#: Slips that are none of the indentation, nor follow from it.
OF_SIGNS = frozenset({"R107", "R109", "R117", "R118", "R119", "R121", "R123", "R125"})
#: Slips behind which the rest of a file still says what it says; the line they are on may not.
LOCAL = frozenset({"R107", "R109", "R117", "R118", "R119", "R120", "R121", "R123"})

#: Nobody reads more than this about one file, and a hostile file must not buy time with more.
MAX_PROBLEMS = 100


class Enough(Exception):  # noqa: N818 - a signal inside this room, not an error
    """There is no use in looking further."""


def span_of(text: str, start: int, end: int) -> Span:
    """Return the place of text[start:end]."""
    return Span(
        text.count("\n", 0, start) + 1,
        start - text.rfind("\n", 0, start),
        text.count("\n", 0, end) + 1,
        end - text.rfind("\n", 0, end),
    )


class Findings:
    """Collects the problems of a file; raises Enough when there are too many to read."""

    def __init__(self, file: str, text: str) -> None:
        self.file = file
        self.text = text
        self.problems: list[Problem] = []
        #: The first line whose indentation cannot be trusted.
        self.indents_from = sys.maxsize
        #: The lines whose words cannot be trusted, since a sign on them was read as something else.
        self.blurred: set[int] = set()

    def add(self, code: str, start: int, end: int, **args: str | int) -> None:
        """Note a problem at text[start:end]."""
        self.add_at(code, span_of(self.text, start, end), (), **args)

    def add_at(self, code: str, span: Span, related: Iterable[Span] = (), **args: str | int) -> None:
        """Note a problem at a place that is known already."""
        new = problem(code, self.file, span, related=related, **args)
        if new in self.problems:
            return
        self.problems.append(new)
        if code in LOCAL:
            self.blurred.add(span.line)
        if len(self.problems) >= MAX_PROBLEMS:
            raise Enough

    def has(self, codes: Iterable[str], first_line: int = 0, last_line: int = sys.maxsize) -> bool:
        """Return whether one of `codes` was found on the lines given, both included."""
        wanted = frozenset(codes)
        return any(
            each.code in wanted and each.span is not None and first_line <= each.span.line <= last_line
            for each in self.problems
        )
