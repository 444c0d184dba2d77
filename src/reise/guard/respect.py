"""Words that make a person less than she is, and what can be said instead."""

from collections.abc import Iterator
from functools import cache

from reise.guard.lists import Stems
from reise.guard.numbers import Stretch
from reise.resources import toml


def disrespect(text: str) -> Iterator[tuple[Stretch, int]]:
    """R440: a word that makes a person less than she is; and which row of the list knows a better one."""
    if next(stems()(text), None) is None:
        return
    for number, pattern in enumerate(_patterns()):
        for stretch in pattern(text):
            yield stretch, number


def better(number: int, language: str) -> str:
    """Return what can be said instead of the words in a row of the list."""
    words: str = toml("guard/respect.toml")["word"][number][language]
    return words


@cache
def stems() -> Stems:
    """Return what finds any of the words of the list."""
    return Stems([each for row in toml("guard/respect.toml")["word"] for each in row["stems"]])


@cache
def _patterns() -> tuple[Stems, ...]:
    return tuple(Stems(row["stems"]) for row in toml("guard/respect.toml")["word"])
