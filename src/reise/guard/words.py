"""Words that may be names: capitals where Norwegian has none, and words that no dictionary knows.

Norwegian writes common nouns with a small letter, so that a capital inside a sentence is a name, a place
or a service. That rule finds more names than any list of them (held against the annotated corpus NorNE,
Jørgensen et al. 2020, before it was chosen), and needs none.
"""

import re
from collections.abc import Callable, Iterator
from functools import cache, lru_cache
from typing import NamedTuple

from reise.guard.lexicon import is_also_name, is_compound, knows, knows_english
from reise.guard.lists import among, listed
from reise.guard.numbers import Stretch
from reise.journey.vocabulary import abbreviations

_WORD = re.compile(r"[^\W_](?:[\w'’´`-]*[^\W_])?")
#: After these a sentence begins, but not after an abbreviation.
_STOP = re.compile(
    r"[.!?…:;|→•][\s\"»”'’)\]]*\s+[«\"“‘'(\[–—-]*\s*$|^[\s«\"“‘'(\[–—•*#-]*$|\n\s*[«\"“–—•*-]*\s*$"
)
_OPENED = re.compile(r"[«\"“‘]\s*$|(?:^|\s)[–—/]\s*$|(?:^|[.!?…:]\s*)[(\[]$")
_ABBREVIATION = re.compile(
    r"(?:^|\s|\()(?:bl\.a|f\.eks|t\.d|ca|nr|kl|jf|dvs|pga|ev|evt|eks|inkl|ekskl|tlf|min|maks|gj\.sn|s\.k|m\.a|p\.g\.a|"
    r"kap|st|ped|psyk|vgs|avd|fylk|komm|red|dr|mr|mrs|frk|\d+|[a-zæøå])\.\s*$",
    re.IGNORECASE,
)


#: Letters that are words.
_LETTERS = frozenset("iåàx")
#: So many letters are as often somebody's initials as a word.
_PAIR = 2
#: Whether a word in small letters is one of the language.
Known = Callable[[str], bool]


def never(word: str) -> bool:
    """Whether a word is one of another language than Norwegian that is read: there is none."""
    return False


def told(word: str) -> bool:
    """Whether a word in small letters is one that Norwegian is told with, be it a name as well.

    Of two letters there are few, and a dictionary has the names of letters and tones, signs and dialects too.
    """
    if len(word) == 1:
        return word in _LETTERS
    if len(word) == _PAIR and word.isalpha():
        return word in among("two") or word in among("short") or is_also_name(word)
    return knows(word) or is_also_name(word) or (is_compound(word) and not is_like_a_place(word))


@lru_cache(1024)
def is_like_a_place(word: str) -> bool:
    """Whether a word that no dictionary has, or one that it is joined to, ends as places and papers do.

    Such are "vassbygda" and "vassbygda-skolen".
    """
    *heads, _ = word.split("-")
    return any(map(_ends_like_a_place, (word, *heads)))


def _ends_like_a_place(word: str) -> bool:
    stem = word.removesuffix("s")
    return not knows(stem) and (stem.endswith(listed("place_ends")) or word.endswith(listed("place_ends")))


def told_in_english(word: str) -> bool:
    """Whether a word in small letters is one that a journey in English is told with."""
    if word == "a" or (len(word) == _PAIR and word in among("two", "english")):
        return True
    return told(word) or (len(word) > _PAIR and knows_english(word))


class Word(NamedTuple):
    """A word of a text: where it stands, what it is, whether it begins a sentence."""

    start: int
    end: int
    text: str
    first: bool


@lru_cache(64)
def words_of(text: str) -> tuple[Word, ...]:
    """Return the words of a text, in order."""
    return tuple(
        Word(found.start(), found.end(), found[0], not found[0][0].islower() and begins(text, found.start()))
        for found in _WORD.finditer(text)
    )


def begins(text: str, at: int) -> bool:
    """Whether a sentence begins at a place, or something that is written as if one did."""
    if not at:
        return True
    before = text[max(0, at - 24) : at]
    if _OPENED.search(before):
        return True
    return bool(_STOP.search(before)) and not _ABBREVIATION.search(before.rstrip("«\"“‘'([–—- "))


@cache
def _everywhere() -> tuple[frozenset[str], re.Pattern[str]]:
    """Return what may have capitals: the words, and a pattern of the terms of several words."""
    known = {*listed("everywhere"), *abbreviations()}
    several = [re.escape(each) for each in known if " " in each]
    return frozenset(known), re.compile(rf"\b(?:{'|'.join(several)})\b")


def known_terms(text: str) -> Iterator[Stretch]:
    """Yield where a text has terms of several words that are the same all over the country."""
    for found in _everywhere()[1].finditer(text):
        yield found.span()


_APOSTROPHE = re.compile("['’´`]")


def _bare(word: str) -> str:
    """Return a word without its genitive and what is joined to its end by a sign."""
    if not _APOSTROPHE.search(word):
        return word
    return re.sub(r"['’´`](?:s|en|er|et|n|a)?$", "", word)


def is_everywhere(word: str) -> bool:
    """Whether a word with capitals is known to be the same all over the country ("NAV-kontoret", "BUPs")."""
    known = _everywhere()[0]
    bare = _bare(word)
    head, _, tail = bare.partition("-")
    if is_also_name(head.lower()) and tail.startswith(listed("around")):
        return False
    return (
        bare in known
        or (bare.endswith("s") and bare[:-1] in known)
        or (head in known and bool(tail) and _is_plain(tail))
        or (bool(tail) and _is_plain(head.lower()) and tail in known)
    )


def is_no_name(word: str) -> bool:
    """Whether a word with capitals is the same all over the country, and what nobody is called as well."""
    return is_everywhere(word) and not is_also_name(word.lower())


def _is_plain(word: str) -> bool:
    """Whether a word in small letters is everyday language."""
    return word.islower() and (knows(word) or is_compound(word))


def capital(text: str, known: Known = told) -> Iterator[Stretch]:
    """R420: a capital inside a sentence, or a first word that no dictionary knows."""
    for word in words_of(text):
        lower = _bare(word.text).lower()
        if word.text.islower() or _is_all_caps(word.text) or len(word.text) == 1:
            continue
        if is_everywhere(word.text) and not _is_a_name_there(text, word):
            continue
        if any(each.isdigit() for each in word.text):
            continue
        inner = any(each.isupper() for each in word.text[1:])
        if inner or not word.first or not (known(lower) or _ends_like_a_word(lower)):
            yield word.start, word.end


_ON_THE_NET = re.compile(
    r"\b(?:på|via|gjennom|in|since|until|till|last|next|early|late|mid)\s+[«\"“]?$", re.IGNORECASE
)


def _is_a_name_there(text: str, word: Word) -> bool:
    """Whether a page or a month stands where people do: "hos Finn", but not "på Finn" or "in April"."""
    return is_also_name(word.text.lower()) and not _ON_THE_NET.search(text, 0, word.start)


@lru_cache(1024)
def _ends_like_a_word(word: str) -> bool:
    """Whether a word that nobody knows ends in one of five letters or more ("mattelæreren")."""
    ends = (word[cut:] for cut in range(2, len(word) - 4))
    return any(knows(end) and not is_also_name(end) for end in ends)


def all_capitals(text: str) -> Iterator[Stretch]:
    """R421: a word in capitals that is no acronym in common use."""
    for word in words_of(text):
        if _is_all_caps(word.text) and not is_everywhere(word.text):
            yield word.start, word.end


def _is_all_caps(word: str) -> bool:
    return word.isupper() and sum(each.isalpha() for each in word) > 1


_AFTER = re.compile(r"\s+(?P<in>(?:i|på|ved|for)\s+)?([^\W\d_][\w'’-]*)")
_BEFORE = re.compile(r"([^\W\d_][\w'’-]*)\s+$")


def office_of_a_place(text: str, known: Known = never) -> Iterator[Stretch]:
    """R422: a school, an office or another house with the name of its place."""
    for found in _offices().finditer(text):
        after = _AFTER.match(text, found.end())
        if after and (_is_place(after[2], known) or (not after["in"] and is_longer_than_a_place(after[2]))):
            yield found.start(), after.end()
        before = _BEFORE.search(text, 0, found.start())
        named = before and (_is_place(before[1], known) or before[1].lower().endswith(listed("place_ends")))
        if before and named and not _begins_plainly(text, before, known):
            yield before.start(), found.end()


def is_an_office(word: str) -> bool:
    """Whether an office, a school or another house is in a word."""
    return _offices().search(word) is not None


@cache
def _offices() -> re.Pattern[str]:
    return re.compile(rf"(?<![\w-])(?:{'|'.join(listed('offices'))})(?:s|en|et|a|n)?(?![\w-])", re.IGNORECASE)


def _is_place(word: str, known: Known) -> bool:
    lower = _bare(word).lower()
    if is_everywhere(word):
        return False
    if word[0].isupper():
        return not (knows(lower) and word.isupper())
    compound = is_compound(lower) and not is_like_a_place(lower)
    return not (knows(lower) or known(lower) or compound or lower in among("short"))


def is_longer_than_a_place(word: str) -> bool:
    """Whether a word is longer than what it ends in as places do, be it in the dictionary ("tverrdal")."""
    lower = _bare(word).lower()
    ends = [each for each in listed("place_ends") if lower.endswith(each)]
    return bool(ends) and len(lower) > len(min(ends, key=len)) + 2 and lower not in ends


def _begins_plainly(text: str, before: "re.Match[str]", known: Known) -> bool:
    """Whether the word before is the everyday first word of a sentence ("Ny skole")."""
    lower = _bare(before[1]).lower()
    if is_longer_than_a_place(lower):
        return False
    return begins(text, before.start(1)) and (knows(lower) or known(lower)) and not is_also_name(lower)


def name_or_word(text: str, known: Known = told) -> Iterator[Stretch]:
    """R430: a first word of a sentence that may be a name: a word that is one too, or a made-up one."""
    for word in words_of(text):
        lower = _bare(word.text).lower()
        if not (word.first and word.text[0].isupper()) or _is_all_caps(word.text):
            continue
        if is_everywhere(word.text) and not is_also_name(lower):
            continue
        if is_also_name(lower) or not known(lower):
            yield word.start, word.end


def name_in_label(text: str) -> Iterator[Stretch]:
    """Yield the words of a file's name that are names of people as well."""
    for word in words_of(text):
        if is_also_name(word.text.lower()):
            yield word.start, word.end


#: So many letters behind a number are a word: "2kari", but not "9b" or "15-års".
_COUNTED = 4
#: What a word is part of where dots stand between letters: "bl.a", "f.eks".
_DOTTED = re.compile(r"(?:[^\W\d_]+\.)+[^\W\d_]+")


def unknown(text: str, known: Known = told) -> Iterator[Stretch]:
    """R431: a word in small letters that no dictionary knows, or one with digits in it."""
    for word in words_of(text):
        counted = word.text[0].isdecimal() and word.text[0].isascii()
        if not (counted or word.text.islower() or any(map(str.isdecimal, word.text))):
            continue
        lower = _bare(word.text).lower().lstrip("0123456789.,:%-")
        if counted and len(lower) < _COUNTED:
            continue
        if lower in among("short") or is_everywhere(word.text):
            continue
        # An "å" that nothing follows is an initial.
        cut = lower == "å" and text.startswith(".", word.end)
        if (cut or not known(lower)) and not _is_abbreviated(text, word):
            yield word.start, word.end


def _is_abbreviated(text: str, word: Word) -> bool:
    """Whether a word is part of an abbreviation with dots inside ("f" in "f.eks.")."""
    if "." not in text:
        return False
    around = (
        each for each in _DOTTED.finditer(text) if each.start() <= word.start and word.end <= each.end()
    )
    return any(each[0].lower() in (*listed("abbreviations"), *listed("short")) for each in around)
