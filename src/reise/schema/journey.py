"""The schema of a journey."""

from collections.abc import Sequence

from reise.journey.model import PHRASE, WORDS
from reise.journey.names import (
    BOOLEANS,
    CONSENT,
    JOURNEY,
    LANGUAGES,
    SOURCE,
    SOURCE_KINDS,
    STATUSES,
)
from reise.schema import snippets
from reise.schema.event import event
from reise.schema.parts import Book, Schema, choice, count, many, one_of, refusal, text
from reise.schema.statements import voice
from reise.schema.told import Told


def version(told: Told) -> Schema:
    """Return the schema of the version of the format."""
    only = {"enum": [1], "errorMessage": told.error("version")}
    return {"if": {"enum": [1, "1"]}, "else": only, "defaultSnippets": [{"label": "1", "body": 1}]}


def listed(told: Told, one: Schema, offers: Sequence[Schema] = ()) -> Schema:
    """Return the schema of a list that has something in it; `offers` are for where none has begun."""
    begun = {"items": one, "if": {"maxItems": 0}, "then": refusal(told.error("empty"))}
    none = {"type": "array", "errorMessage": told.error("list"), "defaultSnippets": list(offers)}
    return {"type": "array", "if": {"type": "array"}, "then": begun, "else": none} | {
        "errorMessage": told.error("list")
    }


def journey(book: Book) -> Schema:
    """Return the schema of a whole journey, without its definitions."""
    told = book.told
    phrase, words = text(told, PHRASE), text(told, WORDS)
    fields = {
        "reise": version(told),
        "title": phrase,
        "language": one_of(told, JOURNEY, ("journey", "language"), choice(told, "language", LANGUAGES)),
        "about": words,
        "source": _source(book),
        "status": one_of(told, JOURNEY, ("journey", "status"), choice(told, "status", STATUSES)),
        "consent": _consent(book),
        "coded_by": voice(told),
        "despite": many(phrase),
        "outcome": phrase,
        "content_notice": many(phrase),
        "note": words,
        "events": listed(told, book.define("one_event", event(book)), snippets.events(told)),
    }
    record = book.record("journey", JOURNEY, fields, error="journey_key")
    needed = [book.needed("journey", JOURNEY, name) for name in ("reise", "title", "events")]
    return book.mapping(record, *needed)


def _source(book: Book) -> Schema:
    told = book.told
    kind = choice(told, "source_kind", SOURCE_KINDS)
    fields = {
        "kind": one_of(told, SOURCE, ("source", "kind"), kind),
        "count": count(told, 10_000),
        "reference": text(told, PHRASE),
    }
    long = book.mapping(book.record("source", SOURCE, fields), book.needed("source", SOURCE, "kind"))
    short = {key: part for key, part in kind.items() if key != "defaultSnippets"}
    schema = {"if": {"type": "object"}, "then": long, "else": short}
    return one_of(told, JOURNEY, ("journey", "source"), schema | {"defaultSnippets": kind["defaultSnippets"]})


def _consent(book: Book) -> Schema:
    yes_or_no = choice(book.told, "boolean", BOOLEANS)
    return book.mapping(book.record("consent", CONSENT, dict.fromkeys(CONSENT, yes_or_no)))
