"""Everyday words that somebody, or a road, may be called: only where they stand tells them from others.

Norwegian puts an article, an ending or another word to a noun in the singular. Where a bare one does what
people do ("da sa stein"), or stands where a person is met ("hos stein"), it is a name more often than not.
"""

import re
from collections.abc import Iterator
from functools import lru_cache

from reise.guard.lexicon import is_a_noun, is_also_name, knows
from reise.guard.lists import among, listed, stems_of
from reise.guard.numbers import Stretch
from reise.guard.pattern import Pattern
from reise.guard.people import is_somebody
from reise.guard.words import Word, words_of

_CALLED = Pattern(
    r"\b(?:kall(?:er|ar|te|a|et|e|t)\s+(?:meg|deg|ham|han|henne|hun|ho|seg|oss)(?:\s+(?:bare|berre|alltid|for))?|"
    r"kalles|kallast|kallenavnet|kallenamnet|døpt)\s+[«\"“'(]?([a-zæøå]+)",
    re.IGNORECASE,
    needs=("kall|døpt",),
)
#: Signs and words without which a text of plain words has nothing but single words that tell.
_SEVERAL = re.compile(
    r"\w-(?:\s|$)|(?:sammen|saman|snakke[rt]?|snakkar?)\s+(?:\w+\s+)?med|stol\w+\s+(?:\w+\s+)?på",
    re.IGNORECASE,
)
_ENDS_IN_AN_S = re.compile(r"\w['’´`]s$")
#: A word that is cut off, and not the first half of two ("inn- og utland").
_HALF = re.compile(r"-(?=\s|$)(?!\s*(?:og|eller|and|or|som|men)\b)(?!\s*[,/&])")
#: What ends a clause, or adds to it.
_END = re.compile(r"\s*(?:[.,!?;:»)]|$)|\s+(?:og|da|då|når|fordi)\b")
_START = re.compile(r"(?:^|[.!?:;,«\"“–(])\s*$")
#: Whoever stands behind these is somebody, whatever it is called.
_WITH = (
    *(" hos", " sammen med", " saman med", " stolte på", " stole på"),
    *(" snakke med", " snakker med", " snakket med", " snakka med", " snakkar med"),
)
_WHO = frozenset(("jeg", "eg", "du", "han", "hun", "ho", "vi", "me", "de", "dei"))
_NEXT = re.compile(r" ([a-zæøå]+)")
_ALONE = re.compile(r"[\W_]*")
#: What a word is made bold or slanted by in other programs, before and behind it.
_MARKS = ("**", "__", "~~")
_OPENING, _CLOSING = "([\"“«'", ")]\"”»'"


def may_be_called(text: str, *, english: bool = False) -> Iterator[Stretch]:
    """R436: an everyday word that somebody or a road may be called, where a name may stand."""
    several = words_of(text)
    for number, word in enumerate(several):
        lower = word.text.lower()
        if is_called(lower):
            if word.first or word.text == lower:
                yield word.start, word.end
        elif word.text == lower and not english and _stands_as_a_name(text, several, number):
            yield word.start, word.end
    for found in _CALLED.finditer(text):
        if found[1].lower() not in among("no_names"):
            yield found.span(1)


def may_begin(word: str) -> bool:
    """Whether a word, in small letters, is one without which `may_be_called` finds nothing in plain words."""
    return (
        is_called(word)
        or _is_a_name_too(word)
        or word in ("hos", "døpt")
        or word.startswith("kall")
        or word in among("standing", "speaking")
    )


def is_a_thing(word: str) -> bool:
    """Whether a word is what `may_be_called` looks for behind somebody: "broren tunnelen"."""
    return word.endswith("en") and not _is_no_thing(word)


def may_be_in(text: str) -> bool:
    """Whether a text has what `may_be_called` finds something by besides single words."""
    return _SEVERAL.search(text) is not None


@lru_cache(4096)
def is_called(word: str) -> bool:
    """Whether a word, in small letters, is what people or roads are called wherever it stands."""
    if word in among("nicknames") or word.removesuffix("s") in among("nicknames"):
        return True
    head, _, tail = word.partition("-")
    if head and tail:
        if len(head) == 1 and head.isalpha():
            return not word.startswith(listed("lettered"))
        return tail.startswith(listed("around"))
    return _is_a_road(word)


def _is_a_road(word: str) -> bool:
    """Whether a word is called after what lies or grows there, as roads are: "skogveien"."""
    ground = listed("ground")
    return any(
        stem.endswith(way) and not {stem.removesuffix(way), stem.removesuffix(f"s{way}")}.isdisjoint(ground)
        for stem in (word, word.removesuffix("s"))
        for way in listed("ground", "ways")
    )


@lru_cache(4096)
def _is_a_name_too(word: str) -> bool:
    return word in among("nicknames", "things") or (is_also_name(word) and word not in among("no_names"))


@lru_cache(1024)
def _is_no_thing(word: str) -> bool:
    """Whether a word, in small letters, tells who somebody is without a name, or is no noun at all."""
    return (
        word in among("no_names")
        or word in among("no_names", "between")
        or word in among("everyone")
        or stems_of("names", "people").may_hold(word)
        or word.endswith(listed("standing", "somebody"))
        or not knows(word)
    )


def _stands_as_a_name(text: str, several: tuple[Word, ...], number: int) -> bool:
    """Whether a word in small letters stands where names do."""
    word = several[number]
    if _ENDS_IN_AN_S.search(word.text) or _is_marked(text, word):
        return True
    if not (_is_a_name_too(word.text) or _is_beside_people(several, number)):
        return False
    before = _before(text, several, number)
    return _is_met_or_speaks(text, several, number, before) or (
        _is_a_name_too(word.text)
        and (
            _by_itself(text, word)
            or before.endswith(tuple(f" {each}" for each in listed("standing", "met")))
            or _does_what_people_do(text, several, number, before)
        )
    )


def _is_beside_people(several: tuple[Word, ...], number: int) -> bool:
    """Whether one of the words beside a word is one that `_is_met_or_speaks` looks for."""
    before = several[number - 1].text.lower() if number else ""
    after = several[number + 1].text if number + 1 < len(several) else ""
    return (
        before in ("hos", "med", "på")
        or before in _WHO
        or after == "som"
        or after in among("standing", "speaking")
        or (is_somebody(before) and is_a_thing(several[number].text))
    )


def _is_met_or_speaks(text: str, several: tuple[Word, ...], number: int, before: str) -> bool:
    """Whether a thing stands where only people do: "hos tunnelen", "da lo tunnelen", "broren tunnelen"."""
    word = several[number]
    if _is_no_thing(word.text):
        return False
    if before.endswith(_WITH):
        return _END.match(text, word.end) is not None
    if is_somebody(before.rpartition(" ")[2]) and is_a_thing(word.text):
        return True
    behind = text[word.end :].removeprefix(" som")
    does = _NEXT.match(behind)
    return (
        does is not None
        and does[1] in among("standing", "speaking")
        and is_a_noun(word.text)
        and _is_first(text, word, before)
    )


def _is_first(text: str, word: Word, before: str) -> bool:
    """Whether nothing of a clause stands before a word."""
    return before.rpartition(" ")[2] in among("standing", "clause") or (
        _START.search(text, 0, word.start) is not None
    )


def _by_itself(text: str, word: Word) -> bool:
    """Whether a word is all of a text, in brackets or quotation marks, or cut off by a hyphen or dots."""
    if word.text in among("everyday"):
        return False
    before, after = text[: word.start], text[word.end :]
    if _ALONE.fullmatch(before) and _ALONE.fullmatch(after):
        return True
    around = before[-1:] + after[:1]
    enclosed = around in _MARKS or (len(around) == 2 and around[0] in _OPENING and around[1] in _CLOSING)
    return enclosed or after.startswith(("…", "...")) or _HALF.match(after) is not None


def _is_marked(text: str, word: Word) -> bool:
    """Whether a word is made bold or underlined, as nobody does with any other than a name."""
    return any(text.endswith(each, 0, word.start) and text.startswith(each, word.end) for each in _MARKS)


def _does_what_people_do(text: str, several: tuple[Word, ...], number: int, before: str) -> bool:
    """Whether a word without an article has a verb of people behind it, or before it."""
    word = several[number]
    after = several[number + 1].text if number + 1 < len(several) else ""
    if not after or text[word.end : several[number + 1].start] != " ":
        return False
    last = before.rpartition(" ")[2]
    if after in among("standing", "doing"):
        return _is_first(text, word, before)
    if word.text in among("everyday") or after in ("og", "etter", "for", "ut"):
        return False
    return last in among("standing", "did") or before.endswith((" var bare", " var berre"))


def _before(text: str, several: tuple[Word, ...], number: int) -> str:
    """Return the words before one, three at most, in small letters and without those for who it is about.

    Nothing but blanks is between them. "Så snakket hun med" is "så snakket med".
    """
    words: list[str] = []
    end = several[number].start
    for each in reversed(several[max(0, number - 3) : number]):
        if not text[each.end : end].isspace():
            break
        lower = each.text.lower()
        words[:0] = () if lower in _WHO else (lower,)
        end = each.start
    return " ".join(("", *words))
