"""The published list of what may pass the guard, each entry told without the guard's rules.

Whatever passes and is on no entry is a fault of the guard. The words are those of the dictionary that the
guard reads with; where they stand is told by the sentences that the plants are put into.
"""

import re
import unicodedata
from collections.abc import Callable

from tests.guard.planting import BREAK, Plant
from tests.guard.planting.carriers import AROUND, CUES

from reise.guard.lexicon import is_compound, knows
from reise.guard.lists import listed
from reise.journey.vocabulary import abbreviations

_NAMED = ("given name", "surname", "full name", "nickname")
_PLACED = ("place", "street", "newspaper/case reference")
#: What a name may have beside its letters in a text: its genitive, the hyphen of a word that is cut off,
#: brackets, quotation marks and dots.
_SIGNS = re.compile(r"^[(\"_]+|(?:['’]s?|s['’])?[)\"_…-]*$")
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")


def residual(plant: Plant) -> str | None:
    """Return the entry that a plant belongs to, or None where there is none for it."""
    if plant.raw or plant.position in ("file name", "key") or _is_named(plant):
        return None
    return next((entry for entry, holds in ENTRIES.items() if holds(plant)), None)


def _everyday(plant: Plant) -> bool:
    """A name, or what a place is called, in small letters that is an everyday word, or is made of such."""
    words = _words(plant)
    return (
        plant.kind in (*_NAMED, *_PLACED)
        and bool(words)
        and plant.written == plant.written.lower()
        and all(map(_is_word, words))
    )


def _first(plant: Plant) -> bool:
    """An everyday word with the capital that the first word of a sentence has."""
    words = _words(plant)
    return (
        plant.kind in (*_NAMED, *_PLACED)
        and bool(words)
        and words[0] == words[0].capitalize()
        and words[1:] == [each.lower() for each in words[1:]]
        and all(_is_word(each.lower()) for each in words)
        and _begins(plant)
    )


def _acronym(plant: Plant) -> bool:
    """Initials, or a name with dots, that are an acronym or an abbreviation in common use: "BV", "t.o.m"."""
    known = (*listed("everywhere"), *abbreviations(), *listed("abbreviations"))
    return plant.kind in ("initials", "obfuscated name") and plant.written.rstrip(".") in known


def _two_letters(plant: Plant) -> bool:
    """Initials in small letters that are an everyday word or abbreviation, or such a word and "i."."""
    written = plant.written
    if written.endswith(" i."):
        return written == written.lower() and _is_word(written.removesuffix(" i."))
    return plant.kind == "initials" and written in (
        *listed("two"),
        *listed("short"),
        "i å",
        "å i",
        "i i",
        "å å",
    )


ENTRIES: dict[str, Callable[[Plant], bool]] = {
    "everyday word in small letters": _everyday,
    "everyday word at the start of a sentence": _first,
    "initials that are an acronym or an abbreviation": _acronym,
    "initials that are everyday words in small letters": _two_letters,
}


def _words(plant: Plant) -> list[str]:
    """Return the words of what was planted, or none where it is more than words."""
    written = unicodedata.normalize("NFC", plant.written)
    words = [_SIGNS.sub("", "i" if each == "i." else each) for each in re.split(f",?[ /{BREAK}]", written)]
    return words if all(_WORD.fullmatch(each) for each in words) else []


def _is_word(word: str) -> bool:
    return knows(word) or is_compound(word) or knows(word.removesuffix("s"))


def _begins(plant: Plant) -> bool:
    """Whether what was planted is the first of its text, of a quotation, or of a sentence in it."""
    before, _, _ = plant.sentence.partition(plant.written)
    quoted = before.endswith(("«", '"')) or plant.written.startswith('"')
    return (
        quoted
        or before.strip(" «(") == ""
        or before.strip() in AROUND[plant.language]
        or (before.rstrip(" «(").endswith((".", ":")))
    )


def _is_named(plant: Plant) -> bool:
    """Whether the sentence says that a name follows, and not a word like "på" ("det het på den tiden")."""
    if plant.written in listed("no_names"):
        return False
    frames = (each for language in CUES.values() for each in language["naming"])
    return plant.position == "after cue" and any(
        plant.sentence.find(each.replace("{}", plant.written)) >= 0 for each in frames
    )
