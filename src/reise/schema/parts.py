"""The parts a schema is put together from: texts, fixed values, lists, keys and values.

A language server offers what stands in `defaultSnippets` of a schema itself, and checks what stands behind
`if` as well. So the ways to write something that are offered (those of one language, explained) stay
apart from those that are right (all of them), with no `anyOf` whose branches it would mix up.
"""

from collections.abc import Iterable
from typing import Any

from reise.journey.model import LETTERS
from reise.journey.names import Name, Names
from reise.resources import toml
from reise.schema.spelling import running, spelled
from reise.schema.told import Told

Schema = dict[str, Any]


def accepted(section: str) -> dict[str, list[str]]:
    """Return all spellings of the keys of a table of names.toml ("journey", "values.effect")."""
    found = toml("locale/names.toml")
    for part in section.split("."):
        found = found[part]
    return found


def refusal(message: str) -> Schema:
    """Return a schema that nothing suits, being of two sorts at once, and that says why."""
    return {"allOf": [{"type": sort, "errorMessage": message} for sort in ("string", "array")]}


def worded(types: list[str], pattern: str, message: str) -> Schema:
    """Return the schema of values of some sorts, which follow a pattern where they are text."""
    return {"type": types, "pattern": pattern, "patternErrorMessage": message, "errorMessage": message}


def text(told: Told, limit: int) -> Schema:
    """Return the schema of running words; a number is text that looks like one."""
    long = told.error("long", limit=limit, letters=LETTERS)
    return worded(["string", "number"], running(limit), long) | {"errorMessage": told.error("text")}


def offered(label: str, body: Any, about: str) -> Schema:
    """Return something to offer: what is shown, what is written, what it means."""
    return {"label": label, "body": body, "markdownDescription": about}


def offers(entries: Iterable[tuple[str, str]]) -> list[Schema]:
    """Return words with their meanings as things to offer."""
    return [offered(word, word, meaning) for word, meaning in entries]


def fixed(told: Told, section: str, names: Names[Name]) -> list[tuple[str, str]]:
    """Return the fixed values of a table as they are written in the language, each with its meaning."""
    return [
        (shown, told.value(section, inside))
        for shown, inside in zip(told.shown(names), accepted(f"values.{section}"), strict=True)
    ]


def spellings_of(section: str) -> str:
    """Return the pattern of all spellings of all fixed values of a table."""
    return spelled(word for words in accepted(f"values.{section}").values() for word in words)


def choice(told: Told, section: str, names: Names[Name]) -> Schema:
    """Return the schema of one of the fixed values."""
    own = told.shown(names)
    booleans = ["string", "boolean"] if section == "boolean" else "string"
    return {
        "if": {"type": booleans, "pattern": spellings_of(section)},
        "else": {"enum": own, "errorMessage": told.error("choice", values=", ".join(own))},
        "defaultSnippets": offers(fixed(told, section, names)),
    }


def checked(types: list[str], message: str, **conditions: Any) -> Schema:
    """Return the schema of values of some sorts that meet conditions, each of which minds its own sort."""
    return {"type": types, "errorMessage": message, "if": conditions, "else": refusal(message)}


def explained(schema: Schema, title: str, about: str, *lists: str) -> Schema:
    """Return a schema with what is shown of it: its name, an explanation, lists of what it can be."""
    plain = about.partition("\n")[0].replace("`", "").replace("*", "")
    return {
        "title": title,
        "description": plain,
        "markdownDescription": "\n\n".join([about, *lists]),
        **schema,
    }


def one_of(told: Told, names: Names[Any], key: tuple[str, str], schema: Schema) -> Schema:
    """Return the schema of a fixed value under a key (section, name), explained with all it can be."""
    section, name = key
    entries = [(each["label"], each["markdownDescription"]) for each in schema["defaultSnippets"]]
    listed = told.listed("values", entries)
    return explained(schema, names.shown(name, told.language), told.about(section, name), listed)


def count(told: Told, most: int) -> Schema:
    """Return the schema of a whole number from 1 to `most`."""
    message = told.error("whole", most=most)
    numbers = {"pattern": "^[0-9]{1,6}$", "minimum": 1, "maximum": most}
    return checked(["string", "integer"], message, type=["string", "integer"], **numbers)


def many(one: Schema) -> Schema:
    """Return the schema of one value or a list of them."""
    bare = dict(one)
    offer = {"defaultSnippets": bare.pop("defaultSnippets")} if "defaultSnippets" in bare else {}
    hint = {}
    if "type" in bare:
        hint = {"type": [*bare["type"], "array"], "errorMessage": bare["errorMessage"]}
    return hint | offer | {"if": {"type": "array"}, "then": {"items": bare | offer}, "else": bare}


class Book:
    """The definitions of one schema: each key has its own, whichever way it is spelled."""

    def __init__(self, told: Told) -> None:
        self.told = told
        self.definitions: dict[str, Schema] = {}

    def define(self, name: str, schema: Schema) -> Schema:
        """Enter a definition, and return a reference to it."""
        self.definitions[name] = schema
        return {"$ref": f"#/$defs/{name}"}

    def record(
        self, section: str, names: Names[Any], fields: dict[str, Schema], error: str = "key"
    ) -> Schema:
        """Return the schema of keys; the language's own are offered, all spellings are right.

        A field that lacks an explanation gets that of its name in `section`.
        """
        keys = accepted(section)
        own, others = {}, {}
        for name, schema in fields.items():
            shown = names.shown(name, self.told.language)
            if "title" not in schema:
                schema = explained(schema, shown, self.told.about(section, name))
            own[shown] = others[spelled(keys[name])] = self.define(f"{section}.{name}", schema)
        return {
            "properties": own,
            "patternProperties": others,
            "additionalProperties": False,
            "errorMessage": self.told.error(error, keys=", ".join(own)),
        }

    def mapping(self, record: Schema, *clauses: Schema) -> Schema:
        """Return a record that must be keys and values, with what else must hold of it."""
        wrong = self.told.error("mapping", keys=", ".join(record["properties"]))
        more = {"then": {"allOf": list(clauses)}} if clauses else {}
        return {**record, "if": {"type": "object"}, **more, "else": refusal(wrong)}

    def needed(self, section: str, names: Names[str], name: str) -> Schema:
        """Return the schema of a record with a key that must be there under one of its spellings."""
        shown = names.shown(name, self.told.language)
        return lacking(spelled(accepted(section)[name]), shown, self.told.error("missing", key=shown))


def having(pattern: str) -> Schema:
    """Return the schema of records where a key follows a pattern."""
    return {"not": {"propertyNames": {"not": {"pattern": pattern}}}}


def lacking(pattern: str, shown: str, message: str) -> Schema:
    """Return the schema of records that need a key of a pattern; `shown` is how it is usually written."""
    absent = {"propertyNames": {"not": {"pattern": pattern}}}
    return {"if": absent, "then": {"required": [shown], "errorMessage": message}}
