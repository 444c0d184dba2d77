"""Rules about the letters that words are written in: the map can print only those of its fonts."""

import json
from collections.abc import Iterator
from functools import cache

from reise.journey.model import Collection, Event, Journey
from reise.problems import Problem, Span, problem
from reise.resources import templates

#: A text that is printed, and where it stands; what was made in Python stands nowhere.
Printed = tuple[Span | None, str]


def unprintable(journey: Journey) -> Iterator[Problem]:
    """R501: a text has characters that the fonts of the map lack.

    An emoji or a letter of another script would come out as an empty box. Letters of languages in
    Latin script are there, Norwegian and Sámi among them.
    """
    if not _letters().issuperset(journey.model_dump_json()):
        yield from _lacking(journey.file, _printed(journey))


def unprintable_shared(collection: Collection, file: str) -> Iterator[Problem]:
    """Yield R501 for what a collection, which stands in `file`, gives to the sheets of its journeys."""
    place = collection.place
    yield from _lacking(
        file,
        (
            *((place(name), getattr(collection, name) or "") for name in ("title", "claim", "flip")),
            *((place("questions", at), text) for at, text in enumerate(collection.questions)),
            *(
                (place(name, at, "label"), each.label)
                for name in ("roles", "transitions")
                for at, each in enumerate(getattr(collection, name))
            ),
        ),
    )


@cache
def _letters() -> frozenset[str]:
    """Return the characters that can be printed, all faces have the same; lines may end, too."""
    _, faces = json.loads((templates() / "fonts" / "advances.json").read_text(encoding="utf-8"))
    return frozenset(faces["Regular"]) | {"\n"}


def _lacking(file: str, texts: Iterator[Printed] | tuple[Printed, ...]) -> Iterator[Problem]:
    """Yield a problem for each text that holds characters nobody can print, at the first of them."""
    known = _letters()
    for span, text in texts:
        lacking = dict.fromkeys(each for each in text if each not in known)
        if lacking:
            first = next(iter(lacking))
            more = {"several": len(lacking)} if len(lacking) > 1 else {}
            place = _within(span, text, text.index(first))
            yield problem("R501", file, place, codepoint=f"U+{ord(first):04X}", **more)


def _within(span: Span | None, text: str, at: int) -> Span | None:
    """Return the place of one character of a text where it stands in the file letter by letter."""
    if span is None or span.line != span.end_line or span.end_column - span.column != len(text):
        return span
    return Span(span.line, span.column + at, span.line, span.column + at + 1)


def _printed(journey: Journey) -> Iterator[Printed]:
    """Yield every text of a journey that may be printed; what its collection gives has its own check."""
    place = journey.place
    for name in ("title", "about", "outcome", "note"):
        yield place(name), getattr(journey, name) or ""
    for name in ("despite", "content_notice"):
        for index, text in enumerate(getattr(journey, name)):
            yield place(name, index) or place(name), text
    for index, event in enumerate(journey.events):
        for path, text in _words(event):
            ways = (("events", index, *path[:length]) for length in range(len(path), 0, -1))
            yield next(filter(None, (place(*way) for way in ways)), place("events", index, "text")), text


def _words(event: Event) -> Iterator[tuple[tuple[str | int, ...], str]]:
    """Yield every text of an event that may be printed, with its path."""
    yield ("text",), event.text
    yield ("phase",), event.phase or ""
    yield ("whose",), event.whose or ""
    for name in ("who", "tags"):
        for index, text in enumerate(getattr(event, name)):
            yield (name, index), text
    if event.transition:
        yield ("transition", "type"), event.transition.type or ""
    if event.turning_point:
        yield ("turning_point", "difference"), event.turning_point.difference or ""
