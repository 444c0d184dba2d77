"""Addresses on the net: e-mail, pages, names that somebody uses there."""

import re
from collections.abc import Iterator

from reise.guard.numbers import Stretch
from reise.guard.pattern import Pattern

#: Before a name on the net and a colon.
_NETS = (
    *("snap", "insta", "tik", "facebook", "discord", "telegram", "kik", "twitch", "steam", "gamertag"),
    *("bruk", "username", "nick"),
)
_ADDRESSES = Pattern(
    r"""
    \S*@\S* |
    [\w.+-]+\s*(?:\(at\)|\[at\]|\{at\}|<at>|krøllalfa|krøll-alfa|alfakrøll)\s*[\w.-]+ |
    https?:\S+ | \w+://\S+ | www\.\S+ | \S*\[\.\]\S* | \b\w{2,}\#\d{3,}\b |
    \b[\w-]+(?:\.[\w-]+)*\.(?:no|com|net|org|se|dk|fi|is|uk|de|eu|io|me|tv|gg|app|info|priv|kommune|
        online)\b(?:/\S*)? |
    \b[\w-]+\s+(?:punktum|dot)\s+(?:no|com|net|org)\b |
    (?<![\d.])\d{1,3}(?:\.\d{1,3}){3}(?![\d.]) |
    (?<![\w:])(?:[0-9a-f]{1,4}:){3,7}[0-9a-f:]+ |
    \b(?:snap|snapchat|snapp|insta|instagram|tiktok|tik\stok|facebook|discord|telegram|kik|twitch|
        steam|gamertag|brukernavn
        |brukarnamn|username|nick)(?:t?en|et)?\s?[:=]\s?\S+ |
    \b[^\W\d_]{2,}\.[^\W\d_]+\d+\b
    """,
    re.IGNORECASE | re.VERBOSE,
    needs=(r"@|\w\.\w|[:=\[#]|at[)\]}>]|alfa|punktum|dot",),
)
_HANDLES = re.compile(r"\b\w*[^\W\d_]_+\w+|(?<!\w)_\w+|\b[^\W\d_]{3,}\d{2,}\w*")


def may_be_an_address(word: str) -> bool:
    """Whether a word by itself may make a text an address: "krøllalfa", or what a name on the net follows."""
    return _ADDRESSES.may_be_in(word) or word.startswith(_NETS)


def surely_address(text: str) -> Iterator[Stretch]:
    """Yield what can only be an address, also where keys and ids stand."""
    for found in _ADDRESSES.finditer(text):
        yield found.span()


def address(text: str) -> Iterator[Stretch]:
    """R411: an e-mail, a web address, an IP address, or the name that somebody uses on the net."""
    yield from surely_address(text)
    for found in _HANDLES.finditer(text):
        yield found.span()
