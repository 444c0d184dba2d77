"""The name of a file: a word of it that the journey does not say may be what somebody is called."""

import re
import unicodedata
from collections.abc import Iterable, Iterator

from reise.guard.lists import among
from reise.guard.numbers import Stretch
from reise.guard.words import words_of
from reise.journey.vocabulary import abbreviations

_LETTERS = str.maketrans({"å": "a", "ø": "o", "æ": "ae", "đ": "d", "ŋ": "n", "ŧ": "t", "ð": "d", "þ": "th"})
_PAIRS = str.maketrans({"å": "aa", "ø": "oe", "æ": "ae"})
_WORD = re.compile(r"[^\W_]+")
#: So long a word is said where a longer one is: "fotball" in "fotballaget".
_LONG = 5


class Said:
    """The words that a journey says, text by text: its title most often has all that are asked for."""

    def __init__(self, texts: Iterable[str]) -> None:
        self._unread = iter(texts)
        self._words: set[str] = set()

    def not_in(self, text: str) -> Iterator[Stretch]:
        """Yield the words of a file's name that stand nowhere in the journey."""
        for word in words_of(text):
            for found in _WORD.finditer(word.text):
                if not (found[0].isdigit() or self._holds(found[0].casefold())):
                    yield word.start + found.start(), word.start + found.end()

    def _holds(self, word: str) -> bool:
        """Whether a word, or a longer one, is said, or tells nothing of a journey.

        One that has been given an å, ø or æ is that word and no other: "haan" is "hån", but not "han".
        """
        if _plain(word) in among("labels") or word.upper() in abbreviations() or _is_among(word, self._words):
            return True
        for text in self._unread:
            words = {each.casefold() for each in _WORD.findall(text)}
            read = words | {_plain(form) for each in words for form in (each, each.translate(_PAIRS))}
            self._words |= read
            if _is_among(word, read):
                return True
        return False


def _is_among(word: str, words: set[str]) -> bool:
    """Whether a word, or one that begins with it, is among words."""
    return word in words or (len(word) >= _LONG and any(each.startswith(word) for each in words))


def neutral(text: str) -> Iterator[Stretch]:
    """Yield the words of a file's name that tell what the file is."""
    for word in words_of(text):
        if _plain(word.text.casefold()) in among("labels"):
            yield word.start, word.end


def _plain(word: str) -> str:
    """Return a word, in small letters, as it stands in the name of a file."""
    letters = unicodedata.normalize("NFKD", unicodedata.normalize("NFC", word).translate(_LETTERS))
    return "".join(each for each in letters if not unicodedata.combining(each))
