"""The schemas of what is said about an event: who, when, what it did, what it led to."""

from reise.journey.model import PHRASE
from reise.journey.names import AREAS, CERTAINTIES, EFFECTS, EVENT, LASTS, ORDERS, TAGS, VOICES
from reise.journey.timewords import AGE, QUANTITY
from reise.schema import snippets
from reise.schema.parts import (
    Book,
    Schema,
    accepted,
    checked,
    choice,
    count,
    explained,
    fixed,
    many,
    offers,
    one_of,
    spellings_of,
    text,
    worded,
)
from reise.schema.spelling import ignoring_case, whole
from reise.schema.terms import role_terms
from reise.schema.told import Told

_ID = r"^[a-z0-9][a-z0-9-]{0,39}$"
_LEVEL = whole("[+−–-]?(?:[0-2](?:[.,][05])?|3(?:[.,]0)?)")
_MOST_TIMES, _OLDEST = 999, 120


def voice(told: Told) -> Schema:
    """Return the schema of a voice; since it may be a role that only the collection knows, any text is."""
    return text(told, PHRASE) | {"defaultSnippets": offers(fixed(told, "voice", VOICES))}


def statements(book: Book) -> dict[str, Schema]:
    """Return the schemas of what is said about an event."""
    told = book.told
    phrase, amount = text(told, PHRASE), ignoring_case(QUANTITY.pattern)
    number = ["string", "number"]
    areas = choice(told, "area", AREAS)
    return {
        "id": worded(number, _ID, told.error("id")),
        "who": many(phrase | {"defaultSnippets": role_terms(told)}),
        "age": _timed(
            told,
            "age",
            checked(
                number,
                told.error("age"),
                type=number,
                pattern=whole(ignoring_case(AGE.pattern)),
                minimum=0,
                maximum=_OLDEST,
            ),
        ),
        "whose": phrase,
        "later": _timed(told, "later", worded(["string"], whole(amount), told.error("quantity"))),
        "lasts": _lasts(told, amount),
        **{name: many(phrase) for name in ("after", "before", "during", "with_", "until")},
        "order_unknown": one_of(told, EVENT, ("event", "order_unknown"), choice(told, "order", ORDERS)),
        "certainty": one_of(told, EVENT, ("event", "certainty"), choice(told, "certainty", CERTAINTIES)),
        "effects": _effects(book),
        "level": checked(
            number, told.error("level"), type=number, pattern=_LEVEL, minimum=-3, maximum=3, multipleOf=0.5
        ),
        "voice": one_of(told, EVENT, ("event", "voice"), voice(told)),
        "areas": one_of(told, EVENT, ("event", "areas"), many(areas)),
        "tags": _tags(told),
        "led_to": many(phrase),
        "part_of": many(phrase),
        "times": count(told, _MOST_TIMES),
        "phase": phrase,
    }


def _timed(told: Told, name: str, schema: Schema) -> Schema:
    """Return the schema of a time, explained with ways to write it."""
    shown = told.listed("forms", told.forms(name))
    about = told.about("event", name)
    title = told.key(name)
    return explained(schema | {"defaultSnippets": offers(told.forms(name))}, title, about, shown)


def _lasts(told: Told, amount: str) -> Schema:
    pattern = rf"{whole(amount)}|{spellings_of('lasts')}"
    schema = _timed(told, "lasts", worded(["string"], pattern, told.error("quantity")))
    return schema | {"defaultSnippets": [*schema["defaultSnippets"], *offers(fixed(told, "lasts", LASTS))]}


def _tags(told: Told) -> Schema:
    known = fixed(told, "tag", TAGS)
    schema = many(text(told, PHRASE) | {"defaultSnippets": offers(known)})
    listed = told.listed("known", known)
    return explained(schema, told.key("tags"), told.about("event", "tags"), listed)


def _effects(book: Book) -> Schema:
    """Return the schema of effects: one, or one a voice, which may be a role."""
    told = book.told
    one = choice(told, "effect", EFFECTS)
    reference = book.define("effect", one)
    voices = {
        word: book.define(f"voice.{name}", explained(one, word, meaning))
        for (word, meaning), name in zip(fixed(told, "voice", VOICES), accepted("values.voice"), strict=True)
    }
    each = {"properties": voices, "additionalProperties": reference}
    schema = {
        "if": {"type": "object"},
        "then": each,
        "else": {key: part for key, part in one.items() if key != "defaultSnippets"},
        "defaultSnippets": one["defaultSnippets"],
    }
    schema = one_of(told, EVENT, ("event", "effects"), schema)
    return schema | {"defaultSnippets": [*schema["defaultSnippets"], snippets.effects(told)]}
