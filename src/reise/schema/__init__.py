"""JSON Schema of the journey format, for editors: what can stand where, and what it means.

It is JSON Schema 2020-12 as yaml-language-server understands it best, with the keywords that VS Code has
added (`defaultSnippets`, `markdownDescription`, `errorMessage`, `patternErrorMessage`), which other
validators pass over. It sees shape only: `reise check` knows more, such as whether an id is there.
"""

from typing import Any

from reise.journey.model import Language
from reise.schema.collection import collection
from reise.schema.journey import journey
from reise.schema.parts import Book, Schema
from reise.schema.told import Told

DIALECT = "https://json-schema.org/draft/2020-12/schema"


def schema(language: str) -> dict[str, Any]:
    """Return the JSON Schema of a journey, explained in `language` ("nb", "nn" or "en"; else ValueError).

    Keys and fixed values are right in every language, and offered in this one only.
    """
    book = Book(Told(Language(language)))
    return _whole(book, "journey", journey(book))


def collection_schema(language: str) -> dict[str, Any]:
    """Return the JSON Schema of a collection (samling.yaml), likewise."""
    book = Book(Told(Language(language)))
    return _whole(book, "collection", collection(book))


def _whole(book: Book, name: str, root: Schema) -> dict[str, Any]:
    about = book.told.about("about", name)
    head = {"title": book.told.about("title", name), "description": about, "markdownDescription": about}
    return {"$schema": DIALECT, **head, **root, "$defs": book.definitions}


__all__ = ["DIALECT", "collection_schema", "schema"]
