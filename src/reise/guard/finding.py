"""What the guard finds, and how much it weighs."""

import hashlib
from dataclasses import dataclass, field
from enum import IntEnum

from reise.problems import Problem, Span


class Weight(IntEnum):
    """What a finding does: the heavier, the less it lets through."""

    ADVISE = 1  # a warning
    DECIDE = 2  # nothing is printed until a person has decided
    LISTED = 3  # nothing is made, unless the collection's list allows the words
    BLOCK = 4  # nothing is made, and no way round


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that the guard found: its code and place, and what a decision about it holds on to.

    `event` is the number of the event, 0 for what belongs to none. `words` is what was found, and
    `sentence` where it stands; neither is ever put into a message.
    """

    code: str
    file: str
    span: Span | None
    event: int
    words: str = field(repr=False)
    sentence: str = field(repr=False)
    at: int = field(repr=False, default=0)
    args: tuple[tuple[str, str | int], ...] = ()

    @property
    def weight(self) -> Weight:
        """What it does."""
        return weight_of(self.code)

    @property
    def mark(self) -> str:
        """Sixteen hexadecimal digits that change when the sentence does, or the place in it."""
        told = "\0".join((self.code, self.sentence, str(self.at), self.words))
        return hashlib.sha256(told.encode()).hexdigest()[:16]

    def problem(self) -> Problem:
        """Return it as a problem."""
        return Problem(self.code, self.file, self.span, self.args)


def weight_of(code: str) -> Weight:
    """Return the weight of a code: R41x block, R42x block unless listed, R43x decide, R44x advise."""
    return {"1": Weight.BLOCK, "2": Weight.LISTED, "3": Weight.DECIDE, "4": Weight.ADVISE}[code[2]]
