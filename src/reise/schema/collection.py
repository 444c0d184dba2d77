"""The schema of a collection: what the journeys of a folder share."""

from reise.journey.model import PHRASE, WORDS
from reise.journey.names import COLLECTION, FIGURE, LANGUAGES, LOCAL_ROLE, LOCAL_TRANSITION, REMARK, Names
from reise.schema.journey import listed, version
from reise.schema.parts import Book, Schema, choice, many, one_of, text, worded
from reise.schema.terms import role_terms

_ID = r"^[a-z0-9][a-z0-9_-]{0,39}$"


def collection(book: Book) -> Schema:
    """Return the schema of a whole collection, without its definitions."""
    told = book.told
    phrase, words = text(told, PHRASE), text(told, WORDS)
    name = worded(["string", "number"], _ID, told.error("id"))
    role = phrase | {"defaultSnippets": role_terms(told)}
    ways = {"id": name, "label": phrase, "from_role": role, "to_role": role}

    def each(section: str, names: Names[str], fields: dict[str, Schema], *needed: str) -> Schema:
        """Return the schema of a list of records."""
        clauses = [book.needed(section, names, key) for key in needed]
        one = book.mapping(book.record(section, names, fields), *clauses)
        return listed(told, book.define(f"one_{section}", one))

    fields = {
        "reise": version(told),
        "title": phrase,
        "language": one_of(told, COLLECTION, ("collection", "language"), choice(told, "language", LANGUAGES)),
        "claim": words,
        "flip": words,
        "figures": each("figure", FIGURE, {"text": words, "source": words}, "text", "source"),
        "voices": each("remark", REMARK, {"who": phrase, "text": words}, "who", "text"),
        "questions": many(words),
        "roles": each(
            "local_role", LOCAL_ROLE, {"id": name, "label": phrase, "level": phrase}, "id", "label"
        ),
        "transitions": each("local_transition", LOCAL_TRANSITION, ways, "id", "label"),
        "allowed": many(phrase),
    }
    record = book.record("collection", COLLECTION, fields, error="collection_key")
    return book.mapping(record, book.needed("collection", COLLECTION, "reise"))
