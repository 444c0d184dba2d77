"""Time as people write it: "17,5", "ca. 16", "6-8 måneder", "halvannet år" → ages and quantities.

What each means in days is told in reise.journey.time; what cannot be understood is never guessed.
"""

import re
from functools import lru_cache
from typing import Literal

from reise.journey.names import spellings
from reise.journey.time import DAY, MAX_AGE, MONTH, WEEK, YEAR, Age, Quantity

Unit = Literal["day", "week", "month", "year"]

_LONGEST = 60
_DAYS: dict[Unit, int] = {"day": DAY, "week": WEEK, "month": MONTH, "year": YEAR}
_UNITS: dict[Unit, str] = {
    "day": "dag dager dagar døgn day days",
    "week": "uke uker veke veker week weeks",
    "month": "måned måneder månad månader mnd mnd. month months",
    "year": "år year years",
}
_UNIT = {each: unit for unit, words in _UNITS.items() for word in words.split() for each in spellings(word)}
_NUMBERS: dict[float, str] = {
    0.5: "halvt|halv|et halvt|eit halvt|en halv|ein halv|ei halv|half a|half an|a half|½",
    1: "en|én|ei|ein|éin|et|ett|étt|eit|eitt|a|an|one",
    1.5: "halvannet|halvannen|halvanna|halvtanna|one and a half",
    2: "to|two",
    3: "tre|three",
    4: "fire|four",
    5: "fem|five",
    6: "seks|six",
    7: "sju|syv|seven",
    8: "åtte|eight",
    9: "ni|nine",
    10: "ti|ten",
    11: "elleve|eleven",
    12: "tolv|twelve",
}
_NUMBER = {
    each: number
    for number, words in _NUMBERS.items()
    for word in words.split("|")
    for each in spellings(word)
}
_AND_A_HALF = re.compile(r"(.+?)(?: og (?:et|eit|en|ein|ei) halvt?| and a half|(?<=[0-9]) ?½)")

_ROUGHLY = r"ca\.?|cirka|circa|omtrent|omlag|om lag|rundt|omkring|kring|about|around"
_ABOUT = rf"(?P<about>~|≈|(?:{_ROUGHLY})(?=[\s0-9]))? ?"
_TO = r"(?: ?[-–—] ?| til | to )"
_YEARS = r"[0-9]{1,3}(?:[.,](?:0|25|5|75))?"
#: How an age, and how a quantity is written, in small letters.
AGE = re.compile(
    rf"{_ABOUT}(?P<low>{_YEARS})(?:{_TO}(?P<high>{_YEARS})|(?P<open> ?\+))?"
    r"(?: ?(?:(?:år|aar|ar)(?: gammel| gammal)?|years?|years old))?"
)
_WORDS = "|".join(sorted(map(re.escape, _NUMBER), key=len, reverse=True))
_AMOUNT = (
    rf"(?:[0-9]{{1,5}}(?:[.,][0-9]{{1,2}}| ?½)?|{_WORDS})(?: og (?:et|eit|en|ein|ei) halvt?| and a half)?"
)
_UNIT_WORDS = "|".join(sorted(map(re.escape, _UNIT), key=len, reverse=True))
QUANTITY = re.compile(
    rf"{_ABOUT}(?P<least>(?:minst|at least) )?(?P<low>{_AMOUNT})(?:{_TO}(?P<high>{_AMOUNT}))?"
    rf"(?P<open> ?\+)? ?(?P<unit>{_UNIT_WORDS})(?P<end> ?\+)?"
)

_MONTHS = (
    "januar februar mars april mai juni juli august september oktober november desember "
    "january february march may june july october december "
    "jan feb mar apr jun jul aug sep sept okt oct nov des dec"
)
# No pattern yet, since few files have words in the place of a date.
_DATE = (
    r"(?<![0-9])(?:1[89]|20)[0-9]{2}(?![0-9])"
    r"|(?<![0-9])(?:1[89]|20)[0-9]{2}(?:0[1-9]|1[0-2])[0-3][0-9](?![0-9])"
    r"|(?<![0-9])[0-9]{1,2}[./-] ?[0-9]{1,2}[./-] ?[0-9]{2,4}(?![0-9])"
    r"|^[0-9]{1,2}[./] ?[0-9]{1,2}\.?$"
    r"|\b(?:uke|veke|week) ?[0-9]"
    rf"|\b(?:{_MONTHS.replace(' ', '|')})\b"
)


def is_date(words: str) -> bool:
    """Return whether `words` name a day, a month, a week of the calendar or a year."""
    return re.search(_DATE, words[:_LONGEST].casefold()) is not None


@lru_cache(4096)
def _age(words: str) -> Age | None:
    match = AGE.fullmatch(words)
    if match is None:
        return None
    low = float(match["low"].replace(",", "."))
    high = float(match["high"].replace(",", ".")) if match["high"] else None
    last = low if high is None else high
    if not low <= last <= MAX_AGE / YEAR:
        return None
    about = match["about"] is not None
    earliest = round(low * YEAR) - (0 if low.is_integer() else 3 * MONTH) - about * YEAR
    latest = round(last * YEAR) + (YEAR - 1 if last.is_integer() else 3 * MONTH) + about * YEAR
    return Age(
        low=max(0, earliest),
        high=None if match["open"] else min(latest, MAX_AGE + YEAR),
        said_low=low,
        said_high=high,
        about=about,
    )


def age(words: str) -> Age | None:
    """Return the age that `words` tell, or None.

    >>> sixteen = age("16")
    >>> sixteen.low // 360, (sixteen.high + 1) // 360
    (16, 17)
    >>> age("snart 16") is None
    True
    """
    return _age(" ".join(words.casefold().split())) if len(words) <= _LONGEST else None


def _number(words: str) -> float:
    """Return the number that an amount of QUANTITY stands for."""
    if words in _NUMBER:
        return float(_NUMBER[words])
    half = _AND_A_HALF.fullmatch(words)
    if half:
        return _number(half[1]) + 0.5
    return float(words.replace(",", "."))


@lru_cache(4096)
def _quantity(words: str) -> Quantity | None:
    match = QUANTITY.fullmatch(words)
    if match is None:
        return None
    unit = _UNIT[match["unit"]]
    days = _DAYS[unit]
    low = _number(match["low"])
    high = _number(match["high"]) if match["high"] else low
    if not low <= high <= MAX_AGE / days:
        return None
    about = match["about"] is not None
    earliest = low * days - _slack(low, days, about=about)
    latest = high * days + _slack(high, days, about=about)
    endless = match["least"] or match["open"] or match["end"]
    return Quantity(
        low=max(0, round(earliest)),
        high=None if endless else min(round(latest), MAX_AGE + YEAR),
        said_low=low,
        said_high=high,
        unit=unit,
        about=about,
    )


def _slack(number: float, days: int, *, about: bool) -> float:
    """Return how many days to each side a number of units is true to."""
    if about:
        return max(number * days / 4, days)
    return days // 2 if number.is_integer() else days // 4


def quantity(words: str) -> Quantity | None:
    """Return the length of time that `words` tell, or None.

    >>> quantity("3 måneder").low, quantity("3 måneder").high
    (75, 105)
    >>> quantity("en stund") is None
    True
    """
    if len(words) > _LONGEST:
        return None
    return _quantity(" ".join(words.casefold().replace("halvår", "halvt år").split()))
