"""Which rules can find anything in a text of plain words: its words tell, and most hold nothing.

A journey is everyday words with commas and stops between them. To read each text by every rule takes longer
than all else that is done with a journey; to look its words up, each of which comes back again and again,
takes a tenth of that.
"""

import re
from collections.abc import Callable
from functools import lru_cache
from typing import NamedTuple

from reise.guard import called, dates, net, numbers, people, respect, words
from reise.guard.codes import RULES, RULES_IN_ENGLISH
from reise.guard.lexicon import is_also_name
from reise.guard.lists import stems_of

_LETTER = "A-Za-zÆØÅæøåÉéèêòóôöäüà"
#: Nothing but words, and signs that stand between them. Of what has any other, all rules read all.
_PLAIN = re.compile(
    rf"[«– \n(-]{{0,20}}[{_LETTER}](?:[{_LETTER} ,;!?«»\n–/(→-]|(?<![aA][tT])\)|"
    rf"(?<=[{_LETTER}][{_LETTER}])(?:\.(?=[ »\n]|\Z)|:(?= )))*"
)
_WORD = re.compile(rf"[{_LETTER}](?:[{_LETTER}-]*[{_LETTER}])?")
#: The rules that look at one word at a time, which here are asked about it.
_OF_A_WORD = ("R420", "R421", "R430", "R431")
_PAIRS = frozenset(one + other for one in "abcdef" for other in "abcdef")
#: How many letters, and pairs of letters that are digits as well, R416 and R419 need at least.
_LETTERS_TO_SPELL, _PAIRS_IN_A_ROW = 3, 4

#: The rules that find nothing in plain words but by one of these; those left out find nothing there.
_NEEDED: dict[str, Callable[[str], object]] = {
    "R411": net.may_be_an_address,
    "R412": dates.ORDINALS.__contains__,
    "R417": people.comes_before_a_name,
    "R422": words.is_an_office,
    "R432": dates.may_be_a_year,
    "R433": stems_of("alone").may_hold,
    "R434": people.may_be_a_count,
    "R435": stems_of("few").may_hold,
    "R436": called.may_begin,
    "R440": respect.stems().may_hold,
}


class _Word(NamedTuple):
    """What a word can be found for, by itself or with others."""

    codes: frozenset[str]
    letters: int
    numbers: int
    pairs: int


def codes_in(text: str, *, english: bool) -> frozenset[str] | None:
    """Return the codes of the rules that may find something in a text; None: any of them may."""
    if not _PLAIN.fullmatch(text):
        return None
    codes: set[str] = set()
    letters = digits = pairs = 0
    for number, word in enumerate(_WORD.findall(text)):
        held = _held(word, english, number == 0)
        codes |= held.codes
        letters += held.letters
        digits += held.numbers
        pairs += held.pairs
    enough = {
        "R436": called.may_be_in(text),
        "R416": letters >= _LETTERS_TO_SPELL,
        "R410": digits >= numbers.LEAST_IN_WORDS,
        "R419": pairs >= _PAIRS_IN_A_ROW,
    }
    return frozenset(codes.union(code for code, is_enough in enough.items() if is_enough))


@lru_cache(maxsize=16384)
def _held(word: str, english: bool, first: bool) -> _Word:
    """Return what a word, the first of its text or another, can be found for."""
    parts = word.split("-")
    lower = {word.lower(), *map(str.lower, parts)}
    codes = {code for code, is_needed in _NEEDED.items() if any(map(is_needed, lower))}
    codes |= _by_itself(word, english=english, first=first)
    letters = sum(len(each) == 1 for each in parts)
    if letters and word not in ("i", "å"):
        codes.add("R418")
    return _Word(
        frozenset(codes),
        letters,
        sum(map(numbers.is_a_number, parts)),
        sum(each in _PAIRS for each in parts),
    )


def _by_itself(word: str, *, english: bool, first: bool) -> set[str]:
    """Return the codes of the rules that find a word by itself, or may find it where it stands."""
    rules = RULES_IN_ENGLISH if english else RULES
    if word.islower():
        return {"R431"} if next(rules["R431"](word), None) else set()
    if not first:
        return set() if words.is_everywhere(word) and not is_also_name(word.lower()) else set(_OF_A_WORD)
    return {code for code in _OF_A_WORD if next(rules[code](word), None)}
