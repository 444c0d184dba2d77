"""What can be wrong with a journey, where, and how it is said.

A problem is a value, never an exception: a code, a file, a place and the few fixed
arguments that its words need. The words are in templates/locale/problems-<room>.<lang>.toml.
Arguments never hold text of a journey, since a message may end up in a log.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Generic, Literal, NamedTuple, TypeVar, get_args

from reise.resources import toml

T = TypeVar("T")
Sort = Literal["error", "question", "advice"]
SORTS: tuple[Sort, ...] = get_args(Sort)
#: The rooms that have problems, in the order of the way of a journey through the program.
ROOMS = ("source", "journey", "chronology", "guard", "program")

#: Problems that do not stop a journey from being used.
WARNINGS = frozenset({"R303", "R304", "R440", "R452", "R458"})


class Span(NamedTuple):
    """A stretch of a file; lines and columns count from 1, columns in characters, the end is exclusive."""

    line: int
    column: int
    end_line: int
    end_column: int


class Problem(NamedTuple):
    """One thing that is wrong, at one place (or in the file as a whole), with related places."""

    code: str
    file: str
    span: Span | None = None
    args: tuple[tuple[str, str | int], ...] = ()
    related: tuple[Span, ...] = ()

    @property
    def is_warning(self) -> bool:
        """Whether the journey can be used all the same."""
        return self.code in WARNINGS

    @property
    def sort(self) -> Sort:
        """What is asked of who wrote: to mend it, to let somebody decide, or only to think about it."""
        return "advice" if self.is_warning else "question" if is_undecided(self) else "error"


def problem(
    code: str, file: str, span: Span | None = None, *, related: Iterable[Span] = (), **args: str | int
) -> Problem:
    """Return a problem; `args` fill the gaps in its words and must be fixed words or numbers."""
    return Problem(code, file, span, tuple(sorted(args.items())), tuple(related))


@dataclass(frozen=True, slots=True)
class Checked(Generic[T]):
    """The outcome of a stage that can fail: a value or none, and the problems found on the way."""

    value: T | None
    problems: tuple[Problem, ...] = ()

    @property
    def ok(self) -> bool:
        """Whether there is a value and nothing worse than warnings."""
        return self.value is not None and not any(True for _ in errors(self.problems))


def said(problem: Problem, part: str, language: str, **more: str | int) -> str:
    """Return the "fact", "label" or "hint" of a problem in nb, nn or en, its gaps filled.

    A text "hint_x" goes before "hint" where there is a gap x; `more` are gaps said in other words.
    """
    gaps = dict(problem.args) | more
    for room in ROOMS:
        entry: dict[str, str] = toml(f"locale/problems-{room}.{language}.toml").get(problem.code, {})
        if entry:
            chosen = next((each for each in (f"{part}_{gap}" for gap in gaps) if each in entry), part)
            return entry[chosen].format(**gaps)
    return problem.code


def is_guards(problem: Problem) -> bool:
    """Whether the guard stands in the way: nothing may be made until it is settled."""
    return problem.code[:2] == "R4" and not problem.is_warning


def is_undecided(problem: Problem) -> bool:
    """Whether somebody has to decide about what the guard found."""
    return problem.code[:3] == "R43"


def errors(problems: Iterable[Problem]) -> Iterator[Problem]:
    """Yield the problems that are more than warnings."""
    return (each for each in problems if not each.is_warning)


def in_file_order(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Return the problems sorted by place, those of the file as a whole first."""
    whole = Span(0, 0, 0, 0)
    return tuple(sorted(problems, key=lambda each: (each.file, each.span or whole, each.code)))
