"""Letters that hide what they say: other scripts, spaced letters, codes."""

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

from reise.guard.numbers import Stretch
from reise.guard.pattern import Pattern

_SPACED = Pattern(
    r"(?<![^\W_])(?:[^\W\d_](?:\s{1,3}|\s?[.\-_·*|/+~]\s?)){3,}[^\W\d_](?![^\W_])"
    r"|(?<![^\W_])(?:[^\W\d_]\s?[\-_·*|/+~]\s?){2,}[^\W\d_](?![^\W_])"
)
#: Three letters by themselves; "i", "å" and "ø" are words.
_SINGLE = re.compile(r"(?<![^\W_])(?:[^\W\d_]\s{1,3}){2,}[^\W\d_](?![^\W_])")
_CODES = Pattern(
    r"""
    \w*&\#?\w{2,8};\w* | (?:%[0-9A-Fa-f]{2}){2,}\w* |
    \w*%[0-9A-Fa-f]{2}(?![\w%])\w* | (?<!\d)\w*%[0-9A-Fa-f]{2}\w+ |
    (?<=\w)(?:</?\w+[^>]*>)+(?=\w) |
    \\[uU]\{?[0-9A-Fa-f]{4}\S* | \\x[0-9A-Fa-f]{2}\S* |
    =\?[\w-]+\?[BbQq]\?\S+ | \w*=[0-9A-F]{2}=[0-9A-F]{2}\w* |
    (?<![\w+/])[A-Za-z0-9+/]{6,}={1,2}(?![\w=]) |
    (?<![\w+/])(?=[a-z0-9+/]*[A-Z])(?=[A-Z0-9+/]*[a-z])(?=[A-Za-z+/]*\d)[A-Za-z0-9+/]{8,}(?![\w=]) |
    data:\w+/\S* | %PDF-\S* | <svg\b | \b(?:[01]{8}\s?){2,} | \b(?:[0-9a-f]{2}\s){3,}[0-9a-f]{2}\b
    """,
    re.VERBOSE,
    needs=(r"[&%=<\\]|data:|[^\W\d_][+/]*+\d|\d[+/]*+[^\W\d_]|\d{8}|(?:\b\w\w\s){3}",),
)
_WORDS = re.compile(r"\S+")


def foreign_letters(text: str) -> Iterator[Stretch]:
    """R415: letters nobody sees, letters of another script, or of two scripts in one word."""
    if not text.isascii():
        for word in _WORDS.finditer(text):
            if not word[0].isascii() and (
                any(map(_is_foreign, word[0])) or sum(map(_is_a_sign, word[0])) > 1
            ):
                yield word.span()


@lru_cache(1024)
def _is_a_sign(letter: str) -> bool:
    """Whether a character is a sign made of a letter, in a circle or a box: two of them are a word."""
    return unicodedata.category(letter) == "So" and " LETTER " in unicodedata.name(letter, "")


@lru_cache(1024)
def _is_foreign(letter: str) -> bool:
    """Whether a character is a letter of no Latin script, a mark by itself, or unseen."""
    category = unicodedata.category(letter)
    if category[0] == "L":
        name = unicodedata.name(letter, "")
        return not name.startswith("LATIN ") and letter not in "ªº"
    return category in ("Mn", "Me", "Cf", "Co", "Cn", "Cs") and letter != "\u00ad"


def spaced_letters(text: str) -> Iterator[Stretch]:
    """R416: a word with something between its letters."""
    for found in _SPACED.finditer(text):
        yield found.span()
    for found in _SINGLE.finditer(text):
        if not set(found[0].lower()) <= set("iåøæe \n\t"):
            yield found.span()


def code(text: str) -> Iterator[Stretch]:
    """R419: text in a code, such as base64 or signs written by their number, or a file inside a text."""
    for found in _CODES.finditer(text):
        yield found.span()
