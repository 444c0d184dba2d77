"""Addresses on the net: e-mail, pages, names that somebody uses there."""

import re
from collections.abc import Iterator

from reise.guard.numbers import Stretch

_ADDRESSES = re.compile(
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
        |brukarnamn|username|nick)(?:en|et)?\s?[:=]\s?\S+ |
    \b[^\W\d_]{2,}\.[^\W\d_]+\d+\b
    """,
    re.IGNORECASE | re.VERBOSE,
)
#: One of these is in all of them: looked for first, since most texts have none.
_SIGNS = re.compile(r"@|\w\.\w|[:=\[]|\d|at[)\]}>]|alfa|punktum|dot", re.IGNORECASE)
_HANDLES = re.compile(r"\b\w*[^\W\d_]_+\w+|(?<!\w)_\w+|\b[^\W\d_]{3,}\d{2,}\w*")


def surely_address(text: str) -> Iterator[Stretch]:
    """Yield what can only be an address, also where keys and ids stand."""
    if not _SIGNS.search(text):
        return
    for found in _ADDRESSES.finditer(text):
        yield found.span()


def address(text: str) -> Iterator[Stretch]:
    """R411: an e-mail, a web address, an IP address, or the name that somebody uses on the net."""
    yield from surely_address(text)
    for found in _HANDLES.finditer(text):
        yield found.span()
