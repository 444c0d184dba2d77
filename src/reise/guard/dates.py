"""Days, months and years."""

import re
from collections.abc import Iterator

from reise.guard.numbers import Stretch

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
_ORDINALS = (
    "første|fyrste|andre|tredje|fjerde|femte|sjette|sjuende|sjuande|syvende|åttende|åttande|niende|"
    "niande|tiende|tiande|ellevte|"
    "tolvte|trettende|trettande|fjortende|fjortande|femtende|femtande|sekstende|sekstande|syttende|syttande|"
    "attende|attande|nittende|nittande|tjuende|tjuande|tjue(?:første|fyrste|andre|tredje|fjerde|"
    "femte|sjette|sjuende|"
    "sjuande|åttende|åttande|niende|niande)|trettiende|trettiande|trettiførste|trettifyrste"
)
_DAYS = re.compile(
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
)
_SPELLED = re.compile(
    rf"\b(?:{_ORDINALS})\s+(?:(?:i\s+)?(?:{_MONTHS})|i\s+(?:{_ORDINALS})|(?:jule|påske|pinse)dag)\b",
    re.IGNORECASE,
)
#: Nothing else is found here without one.
_DIGIT = re.compile(r"\d")
#: Fractions, and what has come to mean "always".
_NO_DAYS = re.compile(r"1\s?/\s?[2345678]|2\s?/\s?3|3\s?/\s?4|24\s?/\s?7|50\s?/\s?50")
_YEARS = re.compile(
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
)


def day(text: str) -> Iterator[Stretch]:
    """R412: a day of the calendar, a week with its number, or a month with its year."""
    for found in _SPELLED.finditer(text):
        yield found.span()
    for found in _DAYS.finditer(text) if _DIGIT.search(text) else ():
        if not _NO_DAYS.fullmatch(found[0].strip()):
            yield found.span()


def year(text: str) -> Iterator[Stretch]:
    """R432: a year, a school year or the year that somebody was born."""
    for found in _YEARS.finditer(text):
        yield found.span()
