"""What the guard knows by word, from templates/guard/lists.toml."""

import re
from collections.abc import Iterable, Iterator
from functools import cache

from reise.guard.numbers import Stretch
from reise.guard.pattern import Pattern
from reise.resources import toml

_WORD = re.compile(r"[\w-]+")


class Stems:
    """Finds words that begin with one of some stems; "=ord" is that very form only.

    Not one pattern for all of them: Python takes longer to make that than to read a journey.
    """

    def __init__(self, words: Iterable[str]) -> None:
        known = tuple(words)
        single = [each for each in known if " " not in each]
        self._forms = frozenset(each[1:] for each in single if each.startswith("="))
        self._starts = tuple(each for each in single if not each.startswith("="))
        phrases = [each.removeprefix("=").split() for each in known if " " in each]
        self._longest = tuple(max(each, key=len) for each in phrases)
        several = (r"\s+".join(map(re.escape, each)) for each in phrases)
        self._phrases = Pattern(rf"(?<![\w-])(?:{'|'.join(several)})[\w-]*")
        # Most words begin like none of them, which is known by a few letters.
        self._few = min((3, *map(len, self._starts)))
        self._heads = frozenset(each[: self._few] for each in self._starts)

    def may_hold(self, word: str) -> bool:
        """Whether a word, in small letters, is one that is searched for, or the longest of a phrase."""
        return self._is_one(word) or word.startswith(self._longest)

    def _is_one(self, word: str) -> bool:
        return word in self._forms or (word[: self._few] in self._heads and word.startswith(self._starts))

    def __call__(self, text: str) -> Iterator[Stretch]:
        """Yield where such words stand in a text."""
        lower = _lower(text)
        is_part = False
        for found in _WORD.finditer(lower):
            if self._is_one(found[0]):
                yield found.span()
            is_part = is_part or found[0].startswith(self._longest)
        if is_part:
            for found in self._phrases.finditer(lower):
                yield found.span()


def _lower(text: str) -> str:
    """Return a text in small letters, every letter where it was."""
    lower = text.lower()
    return lower if len(lower) == len(text) else text


@cache
def listed(name: str, group: str = "words") -> tuple[str, ...]:
    """Return the words of a list, as they stand there."""
    found: list[str] = toml("guard/lists.toml")[name][group]
    return tuple(found)


@cache
def among(name: str, group: str = "words") -> frozenset[str]:
    """Return the words of a list, to ask whether one is among them."""
    return frozenset(listed(name, group))


@cache
def stems_of(name: str, group: str = "words") -> Stems:
    """Return what finds the words of a list."""
    return Stems(listed(name, group))
