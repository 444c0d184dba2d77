"""Where somebody lives, and what stands outside: addresses, cadastre, coordinates, number plates."""

import re
from collections.abc import Iterator

from reise.guard.lexicon import knows
from reise.guard.lists import among
from reise.guard.numbers import Stretch
from reise.guard.pattern import Pattern
from reise.guard.words import is_longer_than_a_place

_ROADS = (
    "veien|vegen|veg|vei|gata|gaten|gate|stien|stigen|bakken|svingen|plassen|plass|allé|alléen|alleen|løkka|løkken|lia|tunet|"
    "kroken|haugen|jordet|åsen|smauet|torget|torg|brygga|bryggen|kaia|kaien|terrasse|ringen|lunden|marka|grenda|hagen|"
    "faret|tråkket|kleiva|vollen|moen|neset|street|road|avenue"
)
_COUNTED = (
    r"(?:år|uke|veke|dag|døgn|time|gang|gong|måned|månad|minutt|barn|born|ung|elev|person|stykk|mann|av|til|og|"
    r"eller|kroner|kr|prosent|m)"
)
_ADDRESS = Pattern(
    rf"""
    \b[^\W\d_][\w'’.-]*(?:{_ROADS})\s+(?:nr\.?\s?|nummer\s)?\d{{1,4}}\s?[a-z]?\b (?!\s?{_COUNTED}|[.,]\d) |
    \b[^\W\d_]+s?\s(?:{_ROADS})\s+(?:nr\.?\s?|nummer\s)?\d{{1,4}}\s?[a-z]?\b (?!\s?{_COUNTED}|[.,]\d) |
    \b(?:fnr|snr|festenr|g\.?nr|b\.?nr|gårdsn|gardsn|bruksn|seksjonsn|matrikkel)\w*\.?\s*:?\s*\d+ |
    (?<!\d)\d{{1,3}}[.,]\d{{3,}}\s*°?\s*[nsøeøvw]?\s*[,;/\s]\s*\d{{1,3}}[.,]\d{{3,}} |
    (?<!\d)\d{{1,3}}\s?°\s?\d* | \bpostboks\s?\d+ | \b(?:postnummer|postnr|pb)\.?\s*:?\s*\d+ |
    (?<![\d.,])0\d{{3}}(?![\d.,]\d|\d|\s?{_COUNTED}) |
    \bTVIN-\d+\S* | \b(?:LB|LA|LE|LF|LG|LH|HR|TOSL)-\d{{2,4}}-\d+ | \b\d\d-\d{{5,6}}[A-Z]{{3}}\b |
    \b(?:saksnr|saksnummer|sak|journalnr|journalnummer|ref|referanse)\.?\s*(?:nr\.?\s*)?:?\s*\d{{2,4}}\s?[/\-]\s?\d+
    """,
    re.IGNORECASE | re.VERBOSE,
    needs=(
        r"[^\W\d_][\W_]*+\d|°|[.,]\d{3}|0\d{3}|\d{5}",
        # Of what is before a number only these: "barn nr.3" has none.
        rf"{_ROADS}|[bfg]\.?nr|(?:s|te)nr|[dkn]sn|matr|°|[.,]\d{{3}}|0\d{{3}}|post|pb|tvin|l[abefgh]-|hr-|tosl|\d-\d|sak|"
        "journal|ref",
    ),
)
_POSTCODE = Pattern(r"(?<![\d.,])\d{4}\s+([^\W\d_]{2,})", needs=(r"\d{4}",))
_PLATE = Pattern(
    r"(?<![^\W_])([^\W\d_]{2})([\s-]?)(\d{4,5}|\d\d[\s-]\d{3})(?![\d.,]\d|\d)", needs=(r"\d{3}",)
)
#: What makes an amount of a number behind a word of two letters: "er 36 874 kroner".
_AMOUNT = re.compile(
    r"\s?(?:(?:kr|nok|euro|dollar|kilo|kg|km|m|meter|mil|liter|år|gang|gong|ord|steg|skritt|prosent|like|stk|andre|til)\b|"
    r"kroner|dager|dagar|timer|timar|uker|veker|ganger|gonger|folk|menneske|person|unge|barn|born|elev|innbygg|følg|poeng)",
    re.IGNORECASE,
)
#: Two letters and so many digits are a plate, however the letters are written.
_DIGITS_OF_A_PLATE = 5


def where_somebody_lives(text: str) -> Iterator[Stretch]:
    """R413: a street with a number, a postcode, a cadastre number, coordinates, or the number of a case."""
    for found in _ADDRESS.finditer(text):
        yield found.span()
    for found in _POSTCODE.finditer(text):
        if not knows(found[1]) or is_longer_than_a_place(found[1]):
            yield found.span()


def plate(text: str) -> Iterator[Stretch]:
    """R414: the number plate of a car."""
    for found in _PLATE.finditer(text):
        whole = sum(map(str.isdigit, found[0])) == _DIGITS_OF_A_PLATE
        if found[1].isupper() or (whole and not _is_amount(found, text)):
            yield found.span()


def _is_amount(found: "re.Match[str]", text: str) -> bool:
    """Whether a number behind two small letters counts something: "på 36 874 kroner", "av 20 000"."""
    if not found[2].isspace() or found[1].lower() not in among("two_letters"):
        return False
    return found[3].endswith("00") or _AMOUNT.match(text, found.end()) is not None
