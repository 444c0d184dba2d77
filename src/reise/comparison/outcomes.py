"""What became of a journey: the words of its outcome as one of a few sorts."""

import csv
import re
from functools import cache
from typing import Any, Literal

from reise.resources import templates

#: work and education; neither of them; the journey goes on; words that the vocabulary does not know.
Sort = Literal["work", "education", "outside", "open", "other"]
#: The sorts that are a good outcome unless somebody says which outcomes are.
GOOD = frozenset({"work", "education"})


def sort(outcome: str | None) -> Sort:
    """Return the sort of an outcome, by the longest words of vocabulary/outcomes.csv that it holds.

    Where it also holds words that put it in doubt ("venter på læreplass"), it is "other": unknown.

    >>> sort("læreplass"), sort("uten jobb"), sort("ikke avsluttet"), sort(None)
    ('education', 'outside', 'open', 'open')
    >>> sort("venter på læreplass"), sort("fikk ikke jobb")
    ('other', 'other')
    """
    if outcome is None:
        return "open"
    words, known = f" {_plain(outcome)} ", _known()
    found = next(((each, sort) for each, sort in known if sort != "doubt" and f" {each} " in words), None)
    if found is None:
        return "other"
    rest = words.replace(f" {found[0]} ", " ")
    doubt = any(sort == "doubt" and f" {each} " in rest for each, sort in known)
    return "other" if doubt and found[1] in GOOD else found[1]


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
def _known() -> tuple[tuple[str, Any], ...]:
    """Return the known words with their sorts, the longest first."""
    with (templates() / "vocabulary" / "outcomes.csv").open(encoding="utf-8", newline="") as file:
        rows = [(_plain(row["words"]), row["sort"]) for row in csv.DictReader(file)]
    return tuple(sorted(rows, key=lambda row: (-len(row[0].split()), -len(row[0]), row[0])))
