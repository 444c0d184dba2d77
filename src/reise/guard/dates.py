"""Days, months and years."""

import re
from collections.abc import Iterator

from reise.guard.numbers import Stretch
from reise.guard.pattern import Pattern

_MONTHS = (
    "januar|februar|mars|april|mai|juni|juli|august|september|oktober|november|desember|"
    "january|february|march|may|june|july|october|december|"
    "jan|feb|mar|apr|jun|jul|aug|sept|sep|okt|nov|des|dec|oct"
)
_YEAR = r"(?:(?:18|19|20)\d\d|['’`´]\d\d)"
_FEASTS = (
    "julaften|julaftan|juleaften|julafta|nyttårsaften|nyttårsaftan|nyttårsafta|"
    "skjertorsdag|påskeaften|påskeaftan|langfredag|skjærtorsdag|sankthans|sankthansaften|jonsok|pinseaften|nasjonaldagen|"
    "halloween|valentinsdagen|christmas|easter"
)
_UNDER_TEN = (
    *("første", "fyrste", "andre", "tredje", "fjerde", "femte", "sjette", "sjuende", "sjuande"),
    *("åttende", "åttande", "niende", "niande"),
)
_TEENS = ("trett", "fjort", "femt", "sekst", "sytt", "att", "nitt")
#: The days of a month as they are counted in words.
ORDINALS = frozenset(
    (
        *_UNDER_TEN,
        *("syvende", "tiende", "tiande", "ellevte", "tolvte"),
        *(f"{each}{end}" for each in _TEENS for end in ("ende", "ande")),
        *("tjuende", "tjuande", *(f"tjue{each}" for each in _UNDER_TEN)),
        *("trettiende", "trettiande", "trettiførste", "trettifyrste"),
    )
)
#: What every name of a month begins with.
MONTH = "jan|feb|mar|apr|mai|may|jun|jul|aug|sep|okt|oct|nov|des|dec"
_DAYS = Pattern(
    rf"""
    (?<![\d.,]) \d{{1,2}}\s?[./\-–]\s?\d{{1,2}}\s?[./\-–]\s?\d{{2,4}} (?!\d) |
    (?<!\d) (?:18|19|20)\d\d\s?[./\-–]\s?(?:0?[1-9]|1[0-2])(?:\s?[./\-–]\s?\d{{1,2}})? (?![\d/]) |
    (?<![\d.,/]) (?:0?[1-9]|[12]\d|3[01])\s?/\s?(?:0?[1-9]|1[0-2]) (?![\d/]) |
    (?<![\d.,]) (?:0?[1-9]|[12]\d|3[01])\.\s?(?:0?[1-9]|1[0-2])\. (?!\d) |
    (?<![\d.,]) (?:0[1-9]|[12]\d|3[01])\.(?:0[1-9]|1[0-2]) (?![\d.]|\s*(?:kroner|kr|km|prosent|[\-–])) |
    \bden\s+(?:0?[1-9]|[12]\d|3[01])\.(?=\s*(?:$|[,;!?»”"]|\.)) |
    (?<!\d) \d{{1,2}}\s?\.?\s?(?:st|nd|rd|th)?\s?(?:of\s)?[\-/]?(?:{_MONTHS})\b |
    \b(?:{_MONTHS})\.?\s+\d{{1,2}}(?:st|nd|rd|th)?(?![\d:]) |
    \b(?:{_MONTHS})\.?(?:\s+(?:i|in|of))?[\s,\-/]+{_YEAR} (?!\d) |
    \b(?:{_MONTHS})\.?\s?[\-–/]\s?\d\d (?!\d) |
    \b(?:{_FEASTS})\s+(?:i\s+)?{_YEAR} (?!\d) |
    \b(?:uke|veke|week)\s?(?:nr\.?\s?)?\d{{1,2}}\b (?!\s?(?:uker|veker|til|eller))
    """,
    re.IGNORECASE | re.VERBOSE,
    needs=(r"\d", rf"\d\s?[./\-–]\s?\d|(?:18|19|20)\d\d|['’`´]\d\d|den\s+\d|uke|veke|week|{MONTH}"),
)
_IN_WORDS = "|".join(sorted(ORDINALS))
_SPELLED = Pattern(
    rf"\b(?:{_IN_WORDS})\s+(?:(?:i\s+)?(?:{_MONTHS})|i\s+(?:{_IN_WORDS})|(?:jule|påske|pinse)dag)\b",
    re.IGNORECASE,
    needs=(rf"dag\b|i\s+\w+e\b|{MONTH}",),
)
#: Fractions, and what has come to mean "always".
_NO_DAYS = re.compile(r"1\s?/\s?[2345678]|2\s?/\s?3|3\s?/\s?4|24\s?/\s?7|50\s?/\s?50")
_YEARS = Pattern(
    r"""
    (?<![\d.,]) (?:19[2-9]\d|20[0-4]\d) (?:\s?[/\-–‑]\s?(?:(?:19|20)?\d\d))? (?!\d|[.,]\d|
        \s?(?:kroner|kr|meter|skritt|steg|timer|timar|ord|kalori)) |
    \b(?:født|fødd|født\si|årgang|årskull|kull|kullet|modell|born)\s(?:i\s|in\s)?['’`´]?\d\d (?!\d) |
    (?<!\w)['’`´]\d\d (?!\d) | (?<!\d)\d\d-(?:modell|kullet|årgang|generasjonen) |
    \bnitten(?:hundreog|hundre(?:tallet)?)?(?:tjue|tretti|førti|femti|seksti|sytti|åtti|nitti)\w* |
    \bto\s?tusen\s?og\s?\w+ | \btjue(?:ti|elleve|tolv|tretten|fjorten|femten|seksten|
        sytten|atten|nitten|tjue\w*)\b
    """,
    re.IGNORECASE | re.VERBOSE,
    needs=(
        r"(?:19|20)\d\d|['’`´]\d\d|\d\d-|(?:født|fødd|årgang|årskull|kull|kullet|modell|born)\D{1,6}\d\d|"
        "nitten|tusen|tjue",
    ),
)


def day(text: str) -> Iterator[Stretch]:
    """R412: a day of the calendar, a week with its number, or a month with its year."""
    for found in _SPELLED.finditer(text):
        yield found.span()
    for found in _DAYS.finditer(text):
        if not _NO_DAYS.fullmatch(found[0].strip()):
            yield found.span()


def may_be_a_year(word: str) -> bool:
    """Whether a word, in small letters, begins what `year` finds without a digit."""
    return word.startswith(("nitten", "tjue", "tusen", "totusen"))


def year(text: str) -> Iterator[Stretch]:
    """R432: a year, a school year or the year that somebody was born."""
    for found in _YEARS.finditer(text):
        yield found.span()
