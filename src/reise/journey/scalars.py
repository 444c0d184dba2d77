"""Readers of text, lists, fixed values and numbers.

A reader takes a node and returns what it means, or reports why it means nothing and returns None.
"""

import re
from collections.abc import Callable
from functools import partial
from typing import Any

from reise.journey.model import LETTERS, PHRASE, WORDS, Path
from reise.journey.names import BOOLEANS, Name, Names
from reise.journey.reading import Reading
from reise.problems import Span
from reise.source.document import Node, Scalar, Sequence

Reader = Callable[[Reading, Node, Path], Any]
#: What a text means, or None after reporting why nothing.
Meaning = Callable[[Reading, str, Span], Any]

_SPACES = re.compile(r"[ \t\r\n]+")
_ID = re.compile(r"[a-z0-9][a-z0-9-]{0,39}")
_ROLE_ID = re.compile(r"[a-z0-9][a-z0-9_-]{0,39}")
_LEVEL = re.compile(r"[+−–-]?[0-3](?:[.,][05])?")
_WHOLE = re.compile(r"[0-9]{1,6}")


def is_blank(node: Node) -> bool:
    """Return whether nothing is written there (or `null`, which says the same)."""
    return type(node) is Scalar and (not node.text.strip() or (node.plain and node.text == "null"))


def wrong_sort(reading: Reading, node: Node, path: Path, **wanted: Any) -> None:
    """Report that text should have stood there, or a list (`dash`) or `keys` - or anything at all."""
    if is_blank(node):
        reading.report("R209", reading.places.get((*path, "#key"), node.span))
    else:
        reading.report("R204", node.span, **wanted)


def said(reading: Reading, node: Node, path: Path) -> str | None:
    """Return the text of a node on one line, or report that it has none."""
    if type(node) is not Scalar or is_blank(node):
        wrong_sort(reading, node, path)
        return None
    words = node.text
    return _SPACES.sub(" ", words).strip() if "\n" in words or not node.plain or "  " in words else words


def of_text(meaning: Meaning) -> Reader:
    """Return a reader of what a text means."""

    def read(reading: Reading, node: Node, path: Path) -> Any:
        words = said(reading, node, path)
        return None if words is None else meaning(reading, words, node.span)

    return read


def text(limit: int) -> Meaning:
    """Return the meaning of running words of at most `limit` characters: themselves."""

    def mean(reading: Reading, words: str, span: Span) -> str | None:
        if len(words) > LETTERS and any(len(word) > LETTERS for word in words.split()):
            reading.report("R210", span, limit=LETTERS)
            return None
        if len(words) > limit:
            reading.report("R208", span, limit=limit, length=len(words))
            return None
        return words

    return mean


as_phrase = text(PHRASE)
words, phrase = of_text(text(WORDS)), of_text(as_phrase)


def many(one: Reader) -> Reader:
    """Return a reader of one value or a list of them, each kept once."""

    def read(reading: Reading, node: Node, path: Path) -> tuple[Any, ...]:
        if type(node) is not Sequence:
            value = one(reading, node, path)
            reading.places[(*path, 0)] = node.span
            return () if value is None else (value,)
        found: dict[Any, None] = {}
        for item in node.items:
            place = (*path, len(found))
            value = one(reading, item, place)
            if value is not None and value not in found:
                reading.places[place] = item.span
                found[value] = None
        return tuple(found)

    return read


def choice(names: Names[Name]) -> Reader:
    """Return a reader of one of the fixed values."""
    at_once = names.exactly

    def mean(reading: Reading, words: str, span: Span) -> Name | None:
        found = names.find(words)
        if found is None:
            suggest, allowed = partial(names.closest, words), names.all_shown(reading.tongue)
            reading.report("R205", span, suggest=suggest, allowed=allowed)
        return found

    slowly = of_text(mean)

    def read(reading: Reading, node: Node, path: Path) -> Name | None:
        found = at_once(node.text) if type(node) is Scalar else None
        return slowly(reading, node, path) if found is None else found

    return read


boolean = choice(BOOLEANS)


def identity(pattern: re.Pattern[str]) -> Reader:
    """Return a reader of ids of a pattern."""

    def mean(reading: Reading, words: str, span: Span) -> str | None:
        if pattern.fullmatch(words):
            return words
        reading.report("R214", span)
        return None

    return of_text(mean)


event_id, role_id = identity(_ID), identity(_ROLE_ID)


def is_id(name: str) -> bool:
    """Return whether a name can be the id of a journey or an event."""
    return _ID.fullmatch(name) is not None


def _level(reading: Reading, words: str, span: Span) -> float | None:
    if _LEVEL.fullmatch(words):
        found = float(words.replace("−", "-").replace("–", "-").replace(",", "."))
        if -3 <= found <= 3:
            return found + 0.0
    reading.report("R206", span, lowest=-3, highest=3)
    return None


def whole(most: int) -> Reader:
    """Return a reader of whole numbers from 1 to `most`."""

    def mean(reading: Reading, words: str, span: Span) -> int | None:
        if _WHOLE.fullmatch(words) and 1 <= int(words) <= most:
            return int(words)
        reading.report("R206", span, most=most)
        return None

    return of_text(mean)


def _version(reading: Reading, words: str, span: Span) -> int | None:
    if words == "1":
        return 1
    reading.report("R218", span, known=1)
    return None


level, version = of_text(_level), of_text(_version)
