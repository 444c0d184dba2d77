"""Which rules can find anything in a text of plain words: its words tell, and most hold nothing.

A journey is everyday words with commas and stops between them. To read each text by every rule takes longer
than all else that is done with a journey; to look its words up, each of which comes back again and again,
takes a tenth of that.
"""

import re
from collections.abc import Callable
from functools import lru_cache
from typing import NamedTuple

from reise.guard import called, dates, neighbours, net, numbers, people, respect, words
from reise.guard.codes import RULES, RULES_IN_ENGLISH
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

#: Not a rule: what may lie across two texts begins or ends in this one.
ACROSS = "across"
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
    ACROSS: neighbours.may_reach,
}
#: As above, but by two words: one in small letters, and another as it stands.
_NEEDED_TOGETHER: dict[str, tuple[Callable[[str], object], Callable[[str], object]]] = {
    "R417": (people.is_somebody, people.may_be_a_name),
    "R436": (people.is_somebody, called.is_a_thing),
}


class _Word(NamedTuple):
    """What a word can be found for, by itself or with others."""

    codes: frozenset[str]
    ones: frozenset[str]
    others: frozenset[str]
    letters: int
    numbers: int
    pairs: int


def codes_in(text: str, *, english: bool) -> frozenset[str] | None:
    """Return the codes of the rules that may find something in a text; None: any of them may."""
    if not _PLAIN.fullmatch(text):
        return None
    codes: set[str] = set()
    ones: set[str] = set()
    others: set[str] = set()
    letters = digits = pairs = 0
    for found in _WORD.finditer(text):
        word = found[0]
        held = _held(word, english, not word[0].islower() and words.begins(text, found.start()))
        if held is None:
            continue
        codes |= held.codes
        ones |= held.ones
        others |= held.others
        letters += held.letters
        digits += held.numbers
        pairs += held.pairs
    # What a hyphen ends is not the word before it.
    codes |= ones if "-" in text else ones & others
    enough = {
        ACROSS: "(" in text and neighbours.may_reach(text),
        "R436": called.may_be_in(text),
        "R416": letters >= _LETTERS_TO_SPELL,
        "R410": digits >= numbers.LEAST_IN_WORDS,
        "R419": pairs >= _PAIRS_IN_A_ROW,
    }
    return frozenset(codes.union(code for code, is_enough in enough.items() if is_enough))


@lru_cache(maxsize=16384)
def _held(word: str, english: bool, first: bool) -> _Word | None:
    """Return what a word, the first of its sentence or another, can be found for; None: for nothing."""
    parts = word.split("-")
    lower = {word.lower(), *map(str.lower, parts)}
    codes = {code for code, is_needed in _NEEDED.items() if any(map(is_needed, lower))}
    codes |= _by_itself(word, english=english, first=first)
    together = _NEEDED_TOGETHER.items()
    letters = sum(len(each) == 1 for each in parts)
    if letters and word not in ("i", "å"):
        codes.add("R418")
    held = _Word(
        frozenset(codes),
        frozenset(code for code, (is_one, _) in together if any(map(is_one, lower))),
        frozenset(code for code, (_, is_other) in together if is_other(word)),
        letters,
        sum(map(numbers.is_a_number, parts)),
        sum(each in _PAIRS for each in parts),
    )
    return held if any(held) else None


def _by_itself(word: str, *, english: bool, first: bool) -> set[str]:
    """Return the codes of the rules that find a word by itself, or may find it where it stands."""
    rules = RULES_IN_ENGLISH if english else RULES
    if word.islower():
        return {"R431"} if next(rules["R431"](word), None) else set()
    if not first:
        return set() if words.is_no_name(word) else set(_OF_A_WORD)
    return {code for code in _OF_A_WORD if next(rules[code](word), None)}
