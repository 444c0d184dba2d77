"""The schema of an event: its kind and words, the marks, the statements."""

from reise.journey.model import PHRASE, WORDS, Kind
from reise.journey.names import (
    DIRECTIONS,
    EVENT,
    KIND,
    TRANSITION,
    TRANSITION_STATUSES,
    TURNING_POINT,
)
from reise.schema import snippets
from reise.schema.parts import (
    Book,
    Schema,
    accepted,
    choice,
    explained,
    having,
    many,
    one_of,
    refusal,
    text,
)
from reise.schema.spelling import spelled
from reise.schema.statements import statements, voice
from reise.schema.terms import transition_terms
from reise.schema.told import Told

#: Kinds that are a mark where another kind is there to lead.
_MARKS = (Kind.TRANSITION.value, Kind.TURNING_POINT.value)
_LEADING = [each.value for each in Kind if each.value not in _MARKS]


def event(book: Book) -> Schema:
    """Return the schema of one event, which offers the kinds first, and then what suits the kind."""
    told = book.told
    owned = _owned(book)
    kinds = book.record("kind", KIND, _kinds(book, owned))
    said = book.record("event", EVENT, statements(book))
    patterns: Schema = {}
    for each in (kinds, said, *owned.values()):
        patterns |= each["patternProperties"]
    own = said["properties"] | {key: kinds["properties"][key] for key in map(told.key, _MARKS)}
    first = told.error("kind", keys=", ".join(kinds["properties"]))
    begun = {"type": "object", "patternProperties": patterns, "additionalProperties": False}
    clauses = [*_marked(told), *_one_kind(told), *(_offers(*each) for each in owned.items())]
    record = {
        "if": having(_spelled(*accepted("kind"))),
        "then": {**begun, "properties": own, "errorMessage": told.error("event_key", keys=", ".join(own))}
        | {"allOf": clauses},
        "else": {**begun, "properties": kinds["properties"], "errorMessage": first}
        | {"allOf": [{"required": [told.key("event")], "errorMessage": first}]}
        | {"defaultSnippets": snippets.events(told)},
    }
    whole = {"if": {"type": "object"}, "then": record, "else": refusal(first)}
    return explained(whole, told.about("title", "event"), told.about("about", "event"))


def _spelled(*kinds: str) -> str:
    """Return the pattern of all spellings of some kinds."""
    return spelled(word for each in kinds for word in accepted("kind")[each])


def _offers(mark: str, owned: Schema) -> Schema:
    """Return the keys of a mark where they stand in the event itself: the mark is its only kind."""
    only = {"allOf": [having(_spelled(mark)), {"not": having(_spelled(*_LEADING))}]}
    return {"if": only, "then": {"properties": owned["properties"]}}


def _marked(told: Told) -> list[Schema]:
    """Return what holds of marks where another kind leads: a fixed short form, and their keys inside."""
    leading = having(_spelled(*_LEADING))
    direction = {"if": {"type": "object"}, "else": choice(told, "direction", DIRECTIONS)}
    found = [{"if": leading, "then": {"patternProperties": {_spelled("turning_point"): direction}}}]
    for mark in _MARKS:
        keys = accepted(mark)
        pattern = spelled(word for words in keys.values() for word in words)
        gaps = {"mark": told.key(mark), "key": told.key(next(iter(keys)))}
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


def _kinds(book: Book, owned: dict[str, Schema]) -> dict[str, Schema]:
    """Return the schemas of the kinds: words, and for what can be a mark as well its keys and values."""
    told = book.told
    words = text(told, WORDS)
    directions = choice(told, "direction", DIRECTIONS)["defaultSnippets"]
    offers = {
        "transition": [*transition_terms(told), snippets.transition(told)],
        "turning_point": [*directions, snippets.turning_point(told)],
    }
    kinds: dict[str, Schema] = dict.fromkeys(KIND, words)
    for mark in _MARKS:
        long = {"if": {"type": "object"}, "then": book.mapping(owned[mark])}
        kinds[mark] = words | {"type": [*words["type"], "object"], **long, "defaultSnippets": offers[mark]}
    return kinds


def _owned(book: Book) -> dict[str, Schema]:
    """Return the keys of each mark, which stand in the event itself where the mark is its only kind."""
    told = book.told
    status = choice(told, "transition_status", TRANSITION_STATUSES)
    direction = choice(told, "direction", DIRECTIONS)
    transition = {
        "type": text(told, PHRASE) | {"defaultSnippets": transition_terms(told)},
        "status": one_of(told, EVENT, ("transition", "status"), status),
    }
    turning_point = {
        "direction": one_of(told, EVENT, ("turning_point", "direction"), direction),
        "said_by": many(voice(told)),
        "difference": text(told, WORDS),
        "mechanism": text(told, WORDS),
    }
    return {
        "transition": book.record("transition", TRANSITION, transition),
        "turning_point": book.record("turning_point", TURNING_POINT, turning_point),
    }
