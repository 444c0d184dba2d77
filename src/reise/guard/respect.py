"""Words that make a person less than she is, and what can be said instead."""

import re
from collections.abc import Iterator
from functools import cache

from reise.guard.lists import stems
from reise.guard.numbers import Stretch
from reise.resources import toml


def disrespect(text: str) -> Iterator[tuple[Stretch, int]]:
    """R440: a word that makes a person less than she is; and which row of the list knows a better one."""
    if not _any().search(text):
        return
    for number, pattern in enumerate(_patterns()):
        for found in pattern.finditer(text):
            yield found.span(), number


def better(number: int, language: str) -> str:
    """Return what can be said instead of the words in a row of the list."""
    words: str = toml("guard/respect.toml")["word"][number][language]
    return words


@cache
def _any() -> re.Pattern[str]:
    return stems([each for row in toml("guard/respect.toml")["word"] for each in row["stems"]])


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    return tuple(stems(row["stems"]) for row in toml("guard/respect.toml")["word"])
