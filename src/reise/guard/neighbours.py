"""What only shows when two texts that stand beside each other are read together."""

import re
from collections.abc import Iterator, Sequence
from itertools import chain, groupby, pairwise

from reise.guard import dates
from reise.guard.codes import RULES
from reise.guard.passage import Passage

#: What may lie across two texts, and what may stand between them.
_ACROSS = (
    *(("R410", " "), ("R410", ""), ("R411", " "), ("R412", " "), ("R413", " "), ("R414", " ")),
    # A word and a number with a hyphen between them count nothing: "kr", "36 874".
    ("R414", "-"),
)
_NUMBER_MONTH_OR_AT = re.compile(rf"[\d@]|\(at|alfa|punktum|\b(?:{dates.MONTH})", re.IGNORECASE)
#: So short are the lines that a number stands on a digit at a time.
_SHORT = 4
#: So much of each of two neighbours is read together.
_EDGE = 40


def may_reach(text: str) -> bool:
    """Whether a text has a number, a month or an "at", without which nothing lies across it and the next."""
    return _NUMBER_MONTH_OR_AT.search(text) is not None


def across(read: Sequence[Passage], reach: Sequence[bool]) -> Iterator[tuple[str, Passage, int]]:
    """Yield each code of what lies across two passages, the second of them, and how much of it was read.

    `reach` says of each passage whether it may hold a part of something.
    """
    beside = [at for at, each in enumerate(read) if each.prose and not each.label]
    told = [at for at, each in enumerate(read) if each.told]
    for one, other in dict.fromkeys(chain(pairwise(beside), pairwise(told))):
        if not (reach[one] or reach[other]):
            continue
        head, tail = read[one].text[-_EDGE:], read[other].text[:_EDGE]
        if not may_reach(f"{head} {tail}"):
            continue
        for code, glue in _ACROSS:
            if _is_in(code, head + glue + tail) and not _is_in(code, head, tail):
                yield code, read[other], len(tail)
                break
    for line in (beside, told):
        for is_short, several in groupby(line, lambda at: len(read[at].text) <= _SHORT):
            parts = [read[at] for at in several]
            if is_short and len(parts) > 2 and _is_in("R410", " ".join(each.text for each in parts)):
                yield "R410", parts[-1], len(parts[-1].text)


def _is_in(code: str, *texts: str) -> bool:
    """Whether a rule finds something in one of some texts by itself."""
    return any(next(RULES[code](text), None) for text in texts)
