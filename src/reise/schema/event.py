"""The schema of an event: its kind and words, the marks, the statements."""

from collections.abc import Callable

from reise.journey.model import PHRASE, WORDS, Kind
from reise.journey.names import (
    AREAS,
    CERTAINTIES,
    DIRECTIONS,
    EFFECTS,
    EVENT,
    KIND,
    LASTS,
    ORDERS,
    TAGS,
    TRANSITION,
    TRANSITION_STATUSES,
    TURNING_POINT,
    VOICES,
)
from reise.journey.timewords import AGE, QUANTITY
from reise.schema import snippets
from reise.schema.parts import (
    Book,
    Schema,
    accepted,
    checked,
    choice,
    explained,
    fixed,
    forms,
    having,
    many,
    offered,
    refusal,
    spellings_of,
    text,
    worded,
)
from reise.schema.spelling import ignoring_case, spelled, whole
from reise.schema.terms import role_terms, transition_terms
from reise.schema.told import Told

#: Kinds that are a mark where another kind is there to lead.
_MARKS = (Kind.TRANSITION.value, Kind.TURNING_POINT.value)
_LEADING = [each.value for each in Kind if each.value not in _MARKS]
_ID = r"^[a-z0-9][a-z0-9-]{0,39}$"
_LEVEL = whole("[+−–-]?(?:[0-2](?:[.,][05])?|3(?:[.,]0)?)")
_MOST_TIMES, _OLDEST = 999, 120


def event(book: Book) -> Schema:
    """Return the schema of one event, which offers the kinds first, and then what suits the kind."""
    told = book.told
    kinds = book.record("kind", KIND, _kinds(book))
    statements = book.record("event", EVENT, _statements(book))
    owned = [_owned(book, mark) for mark in _MARKS]
    patterns: Schema = {}
    for each in (kinds, statements, *owned):
        patterns |= each["patternProperties"]
    shown = _shown(told)
    own = statements["properties"] | {key: kinds["properties"][key] for key in map(shown, _MARKS)}
    first = told.error("kind", keys=", ".join(kinds["properties"]))
    begun = {"type": "object", "patternProperties": patterns, "additionalProperties": False}
    clauses = [*_marked(told), *_one_kind(told), *map(_offers, _MARKS, owned)]
    record = {
        "if": having(_spelled(*accepted("kind"))),
        "then": {**begun, "properties": own, "errorMessage": told.error("event_key", keys=", ".join(own))}
        | {"allOf": clauses},
        "else": {**begun, "properties": kinds["properties"], "errorMessage": first}
        | {"allOf": [{"required": [shown("event")], "errorMessage": first}]}
        | {"defaultSnippets": snippets.events(told)},
    }
    whole = {"if": {"type": "object"}, "then": record, "else": refusal(first)}
    return explained(whole, told.about("title", "event"), told.about("about", "event"))


def _shown(told: Told) -> Callable[[str], str]:
    """Return how to write a key in the language."""
    return lambda name: EVENT.shown(name, told.language)


def _spelled(*kinds: str) -> str:
    """Return the pattern of all spellings of some kinds."""
    return spelled(word for each in kinds for word in accepted("kind")[each])


def _offers(mark: str, owned: Schema) -> Schema:
    """Return the keys of a mark where they stand in the event itself: the mark is its only kind."""
    only = {"allOf": [having(_spelled(mark)), {"not": having(_spelled(*_LEADING))}]}
    return {"if": only, "then": {"properties": owned["properties"]}}


def _marked(told: Told) -> list[Schema]:
    """Return what holds of marks where another kind leads: their short form is fixed, their keys are inside."""
    leading = having(_spelled(*_LEADING))
    direction = {"if": {"type": "object"}, "else": choice(told, "direction", DIRECTIONS)}
    found = [{"if": leading, "then": {"patternProperties": {_spelled("turning_point"): direction}}}]
    for mark in _MARKS:
        keys = accepted(mark)
        pattern = spelled(word for words in keys.values() for word in words)
        gaps = {"mark": _shown(told)(mark), "key": _shown(told)(next(iter(keys)))}
        wrong = {"patternProperties": {pattern: False}, "errorMessage": told.error("owned", **gaps)}
        found.append({"if": leading, "then": wrong})
    return found


def _one_kind(told: Told) -> list[Schema]:
    """Return for each kind that it allows no other one that comes later in the table."""
    found = []
    for index, name in enumerate(_LEADING[:-1]):
        others = _spelled(*_LEADING[index + 1 :])
        wrong = {"patternProperties": {others: False}, "errorMessage": told.error("two_kinds")}
        found.append({"if": having(_spelled(name)), "then": wrong})
    return found


def _kinds(book: Book) -> dict[str, Schema]:
    """Return the schemas of the kinds, whose values are words, or for a mark its keys and values too."""
    marks = {"transition": _transition(book), "turning_point": _turning_point(book)}
    return {name: marks.get(name) or text(book.told, WORDS) for name in KIND}


def _transition(book: Book) -> Schema:
    told = book.told
    words = text(told, WORDS)
    long = book.mapping(book.record("transition", TRANSITION, _transition_fields(told)))
    return _mark(words, long, [*transition_terms(told), snippets.transition(told)])


def _turning_point(book: Book) -> Schema:
    told = book.told
    words = text(told, WORDS)
    long = book.mapping(book.record("turning_point", TURNING_POINT, _turning_point_fields(told)))
    short = choice(told, "direction", DIRECTIONS)["defaultSnippets"]
    return _mark(words, long, [*short, snippets.turning_point(told)])


def _mark(words: Schema, long: Schema, offers: list[Schema]) -> Schema:
    """Return the schema of a kind that can be a mark as well: words, or keys and values."""
    kinds = {"type": [*words["type"], "object"]}
    return words | kinds | {"if": {"type": "object"}, "then": long, "defaultSnippets": offers}


def _transition_fields(told: Told) -> dict[str, Schema]:
    return {
        "type": text(told, PHRASE) | {"defaultSnippets": transition_terms(told)},
        "status": _fixed(
            told, "transition", "status", choice(told, "transition_status", TRANSITION_STATUSES)
        ),
    }


def _turning_point_fields(told: Told) -> dict[str, Schema]:
    return {
        "direction": _fixed(told, "turning_point", "direction", choice(told, "direction", DIRECTIONS)),
        "said_by": many(voice(told)),
        "difference": text(told, WORDS),
        "mechanism": text(told, WORDS),
    }


def _owned(book: Book, mark: str) -> Schema:
    """Return the keys of a mark as they stand in an event of that kind."""
    names, fields = {
        "transition": (TRANSITION, _transition_fields),
        "turning_point": (TURNING_POINT, _turning_point_fields),
    }[mark]
    return book.record(mark, names, fields(book.told))


def _fixed(told: Told, section: str, name: str, schema: Schema) -> Schema:
    """Return the schema of a fixed value, explained with all it can be."""
    key = EVENT.shown(name, told.language)
    entries = [(each["label"], each["markdownDescription"]) for each in schema["defaultSnippets"]]
    return explained(schema, key, told.about(section, name), told.listed("values", entries))


def voice(told: Told) -> Schema:
    """Return the schema of a voice; since it may be a role that only the collection knows, any text is."""
    entries = [(word, word, meaning) for word, meaning in fixed(told, "voice", VOICES)]
    return text(told, PHRASE) | {"defaultSnippets": [offered(*each) for each in entries]}


def _statements(book: Book) -> dict[str, Schema]:
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
        "order_unknown": _fixed(told, "event", "order_unknown", choice(told, "order", ORDERS)),
        "certainty": _fixed(told, "event", "certainty", choice(told, "certainty", CERTAINTIES)),
        "effects": _effects(book),
        "level": checked(
            number, told.error("level"), type=number, pattern=_LEVEL, minimum=-3, maximum=3, multipleOf=0.5
        ),
        "voice": _fixed(told, "event", "voice", voice(told)),
        "areas": _fixed(told, "event", "areas", many(areas)),
        "tags": _tags(told),
        "led_to": many(phrase),
        "part_of": many(phrase),
        "times": count(told, _MOST_TIMES),
        "phase": phrase,
    }


def count(told: Told, most: int) -> Schema:
    """Return the schema of a whole number from 1 to `most`."""
    message = told.error("whole", most=most)
    numbers = {"pattern": "^[0-9]{1,6}$", "minimum": 1, "maximum": most}
    return checked(["string", "integer"], message, type=["string", "integer"], **numbers)


def _timed(told: Told, name: str, schema: Schema) -> Schema:
    """Return the schema of a time, explained with ways to write it."""
    shown = told.listed("forms", told.forms(name))
    about = told.about("event", name)
    title = EVENT.shown(name, told.language)
    return explained(schema | {"defaultSnippets": forms(told, name)}, title, about, shown)


def _lasts(told: Told, amount: str) -> Schema:
    pattern = rf"{whole(amount)}|{spellings_of('lasts')}"
    schema = _timed(told, "lasts", worded(["string"], pattern, told.error("quantity")))
    return schema | {
        "defaultSnippets": [
            *schema["defaultSnippets"],
            *(offered(word, word, meaning) for word, meaning in fixed(told, "lasts", LASTS)),
        ]
    }


def _tags(told: Told) -> Schema:
    known = fixed(told, "tag", TAGS)
    schema = many(text(told, PHRASE) | {"defaultSnippets": [offered(word, word, why) for word, why in known]})
    listed = told.listed("known", known)
    return explained(schema, EVENT.shown("tags", told.language), told.about("event", "tags"), listed)


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
    schema = _fixed(told, "event", "effects", schema)
    return schema | {"defaultSnippets": [*schema["defaultSnippets"], snippets.effects(told)]}
