"""What the guard knows by word, as patterns made from templates/guard/lists.toml."""

import re
from collections.abc import Iterable
from functools import cache

from reise.resources import toml


@cache
def listed(name: str, group: str = "words") -> tuple[str, ...]:
    """Return the words of a list, as they stand there."""
    found: list[str] = toml("guard/lists.toml")[name][group]
    return tuple(found)


@cache
def stems_of(name: str, group: str = "words") -> re.Pattern[str]:
    """Return a pattern for the words of a list."""
    return stems(listed(name, group))


def stems(words: Iterable[str]) -> re.Pattern[str]:
    """Return a pattern for words that begin with one of some stems; "=ord" is that very form only."""
    exact: list[str] = []
    open_ended: list[str] = []
    for word in words:
        spaced = re.escape(word.removeprefix("=")).replace(r"\ ", r"\s+")
        (exact if word.startswith("=") else open_ended).append(spaced)
    parts = [rf"(?:{'|'.join(sorted(exact, key=len, reverse=True))})(?![\w-])"] if exact else []
    parts += [rf"(?:{'|'.join(sorted(open_ended, key=len, reverse=True))})[\w-]*"] if open_ended else []
    return re.compile(rf"(?<![\w-])(?:{'|'.join(parts)})", re.IGNORECASE)
