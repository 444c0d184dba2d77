"""What became of a journey: the words of its outcome as one of a few sorts."""

import csv
import re
from functools import cache
from typing import Literal

from reise.resources import templates

#: work and education; neither of them; the journey goes on; words that the vocabulary does not know.
Sort = Literal["work", "education", "outside", "open", "other"]
#: The sorts that are a good outcome unless somebody says which outcomes are.
GOOD = frozenset({"work", "education"})


def sort(outcome: str | None) -> Sort:
    """Return the sort of an outcome, by the longest words of vocabulary/outcomes.csv that it holds.

    >>> sort("læreplass"), sort("uten jobb"), sort("ikke avsluttet"), sort(None)
    ('education', 'outside', 'open', 'open')
    """
    if outcome is None:
        return "open"
    words = f" {_plain(outcome)} "
    return next((each for known, each in _known() if f" {known} " in words), "other")


def _plain(words: str) -> str:
    """Return words in small letters with single blanks between them."""
    return " ".join(re.findall(r"[^\W_]+", words.casefold()))


def is_open(outcome: str | None) -> bool:
    """Whether a journey goes on, so that what it lacks is not a no."""
    return sort(outcome) == "open"


def is_good(outcome: str | None, wanted: tuple[str, ...] = ()) -> bool | None:
    """Whether an outcome is one of those wanted (work and education, if none are); None if untold."""
    found = sort(outcome)
    if outcome is None or found == "open":
        return None
    if wanted:
        return _plain(outcome) in map(_plain, wanted)
    return None if found == "other" else found in GOOD


@cache
def _known() -> tuple[tuple[str, Sort], ...]:
    """Return the known words with their sorts, the longest first."""
    with (templates() / "vocabulary" / "outcomes.csv").open(encoding="utf-8", newline="") as file:
        rows = [(_plain(row["words"]), row["sort"]) for row in csv.DictReader(file)]
    return tuple(sorted(rows, key=lambda row: (-len(row[0].split()), -len(row[0]), row[0])))  # type: ignore[arg-type]
