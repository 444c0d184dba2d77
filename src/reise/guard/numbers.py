"""Numbers that stand for a person: identity, telephone, account, however they are spaced or spelled."""

import re
from collections.abc import Iterator

from reise.guard.pattern import Pattern

Stretch = tuple[int, int]

_RUN = Pattern(
    r"(?:\+\s?)?\(?\d(?:[\s.\-/–‑‐−·_|()+*]{0,3}\d){5,}|\d{3}(?:\s?[,;]\s?\d{2,3}){2,}(?!\d)",
    needs=(r"(?:\d\D*+){6}",),
)
#: Groups of three digits or more in a list, which are one number as often as several.
_GROUPS = Pattern(r"(?<!\d)\d{3,}(?:,\s\d{3,})+(?!\d)", needs=(r"\d{3},\s\d{3}",))
_NO_NUMBERS = re.compile(r"(?:(?:19|20)\d\d|\d+00)(?:,\s(?:(?:19|20)\d\d|\d+00))*")
#: A number with letters that look like digits among them.
_LOOKALIKE = Pattern(
    r"(?<!\w)(?=\w*[OolI])(?=(?:[OolI]*\d){4})[\dOolI]{6,}(?!\w)", needs=(r"\d[oli]|[oli]\d",)
)
#: A school year, or from one year to another.
_YEARS = re.compile(r"(?:19|20)\d\d\s?[/\-–‑]\s?(?:(?:19|20)\d\d|\d\d)")
_CLOCK = re.compile(r"(?:[01]?\d|2[0-3])[.:][0-5]\d\s?[\-–]\s?(?:[01]?\d|2[0-3])[.:][0-5]\d")
_ONES = "null|en|én|ein|ett|eitt|to|tre|fire|fem|seks|sju|syv|åtte|ni"
_TENS = "tjue|tretti|førti|femti|seksti|sytti|åtti|nitti"
_NUMBER = (
    rf"(?:(?:{_TENS})(?:{_ONES})?|{_ONES}|ti|elleve|tolv|tretten|fjorten|femten|seksten|sytten|atten|nitten)"
)
_WHOLE_NUMBER = re.compile(_NUMBER, re.IGNORECASE)
_LETTERS = re.compile(r"[^\W\d_]+")
_SPELLED = Pattern(rf"\b{_NUMBER}(?:[\s,.\-–]+{_NUMBER}){{4,}}\b", re.IGNORECASE)


#: So many numbers in words may be six digits: "tjueto nittito femtito åttito ni".
LEAST_IN_WORDS = 5


def is_a_number(word: str) -> bool:
    """Whether a word is a number up to a hundred."""
    return _WHOLE_NUMBER.fullmatch(word) is not None


def six_digits(text: str) -> Iterator[Stretch]:
    """R410: six or more digits in a row, or as many numbers in words.

    A birth number, a telephone, an account or a journal is found with or without a right checksum, and
    whatever stands between the digits.
    """
    for found in _RUN.finditer(text):
        if not (_YEARS.fullmatch(found[0]) or _CLOCK.fullmatch(found[0])):
            yield found.span()
    for found in _GROUPS.finditer(text):
        if not _NO_NUMBERS.fullmatch(found[0]):
            yield found.span()
    for found in _LOOKALIKE.finditer(text):
        yield found.span()
    if sum(map(is_a_number, _LETTERS.findall(text))) < LEAST_IN_WORDS:
        return
    for found in _SPELLED.finditer(text):
        numbers = len(re.findall(_NUMBER, found[0], re.IGNORECASE))
        if numbers >= 6 or _TENS_IN.search(found[0]):
            yield found.span()


_TENS_IN = re.compile(_TENS, re.IGNORECASE)
