"""Regular expressions that JSON Schema's validators share: ECMA-262 without flags."""

import re
from collections.abc import Iterable

from reise.journey.model import LETTERS
from reise.journey.names import fold, spellings

_GAP = "[ _-]+"
_TOKEN = re.compile(r"\\.|\[[^\]]*\]|\(\?P<\w+>|\(\?<?[:=!]|.")
_NEEDLESS = re.compile(r"\\([ \-~#&])")


def ignoring_case(pattern: str) -> str:
    r"""Return a pattern of Python's `re`, written for small letters, that takes capitals too.

    Groups lose their names, and escapes that ECMA-262 does not know their backslash.

    >>> ignoring_case(r"(?P<about>ca\.?) [0-9]")
    '(?:[cC][aA]\\.?) [0-9]'
    """
    return "".join(_any_case(token) for token in _TOKEN.findall(pattern))


def _any_case(token: str) -> str:
    if token.startswith("(?P<"):
        return "(?:"
    if len(token) == 1 and token.upper() != token:
        return f"[{token}{token.upper()}]"
    return _NEEDLESS.sub(r"\1", token)


def whole(pattern: str) -> str:
    """Return a pattern that takes a whole text only, with or without space around it."""
    return rf"^\s*(?:{pattern})\s*$"


def spelled(words: Iterable[str]) -> str:
    """Return a pattern of all spellings of some words: any case, any gap, with and without å, ø and æ.

    >>> spelled(["del av"])
    '^(?:[dD][eE][lL][ _-]+[aA][vV])$'
    """
    variants = dict.fromkeys(fold(each) for word in words for each in spellings(word))
    return f"^(?:{'|'.join(map(_one, variants))})$"


def _one(word: str) -> str:
    return _GAP.join(ignoring_case(re.escape(part)) for part in word.split())


def running(limit: int) -> str:
    """Return a pattern of text with 1 to `limit` characters, a run of space counted as one, no long word."""
    return rf"^(?!(?:[^]*\s)?\S{{{LETTERS + 1}}})\s*(?:\S|\s+(?=\S)){{1,{limit}}}\s*$".replace(
        "[^]", r"[\s\S]"
    )
