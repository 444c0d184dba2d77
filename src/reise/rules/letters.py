"""Rules about the letters that words are written in: the sheets can show only those of their fonts."""

import json
from collections.abc import Iterable, Iterator
from functools import cache

from reise.journey.model import Collection, Journey, Path, Placed
from reise.journey.texts import Text, shared_texts, texts
from reise.problems import Problem, Span, problem
from reise.resources import templates


def unprintable(journey: Journey) -> Iterator[Problem]:
    """R501: a text has characters that the fonts of the map lack.

    An emoji, or a letter of another script, would come out as an empty box. Letters of languages in
    Latin script are there, Norwegian and Sámi among them.
    """
    return _lacking(journey, journey.file, texts(journey))


def unprintable_shared(collection: Collection, file: str) -> Iterator[Problem]:
    """R501: so has a text that a collection, which stands in `file`, gives to the sheets of its journeys."""
    return _lacking(collection, file, shared_texts(collection))


def _lacking(whole: Placed, file: str, all_texts: Iterable[Text]) -> Iterator[Problem]:
    """Yield a problem for each text that holds characters nobody can print, at the first of them."""
    known = _letters()
    for path, text in all_texts:
        if not known.issuperset(text):
            letter = next(each for each in text if each not in known)
            at = _at(_place(whole, path), text, letter)
            yield problem("R501", file, at, codepoint=f"U+{ord(letter):04X}")


@cache
def _letters() -> frozenset[str]:
    """Return the characters that can be printed, the same in every face; lines may end, too."""
    _, faces = json.loads((templates() / "fonts" / "advances.json").read_text(encoding="utf-8"))
    return frozenset(faces["Regular"]) | {"\n"}


def _place(whole: Placed, path: Path) -> Span | None:
    """Return where a text stands, or where the least that it is a part of does."""
    while path and whole.place(*path) is None:
        path = path[:-1]
    return whole.place(*path)


def _at(span: Span | None, text: str, letter: str) -> Span | None:
    """Return the place of a letter in a text that stands in the file just as it is, else of the text."""
    if span is None or span.line != span.end_line or span.end_column - span.column != len(text):
        return span
    column = span.column + text.index(letter)
    return Span(span.line, column, span.line, column + 1)
