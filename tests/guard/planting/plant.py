"""A plant: one thing that gives somebody away, in the sentence that holds it."""

from dataclasses import dataclass
from typing import Literal

Expected = Literal["block", "decide", "residual"]

KINDS = (
    "given name",
    "surname",
    "full name",
    "initials",
    "nickname",
    "handle",
    "fødselsnummer",
    "D-number",
    "DUF",
    "account",
    "phone",
    "e-mail",
    "url",
    "ip",
    "date",
    "month",
    "year+event",
    "street",
    "place",
    "school",
    "office",
    "plate",
    "cadastre",
    "postcode",
    "coordinates",
    "newspaper/case reference",
    "obfuscated name",
    "obfuscated number",
    "hidden text",
)
POSITIONS = (
    "start of sentence",
    "mid-sentence",
    "end",
    "quote",
    "after cue",
    "comment",
    "key",
    "file name",
    "collection",
    "split over two values",
    "list value",
)
CASINGS = ("as is", "lower", "upper")


def words(text: str) -> tuple[str, ...]:
    """Return the words of a text."""
    return tuple(text.split())


#: Between the two values that an identifier is split over, in `Plant.sentence`.
BREAK = "\u241e"


@dataclass(frozen=True, slots=True)
class Secret:
    """An identifier as it is (`text`) and as it is written; `form` names the way it is written.

    `words` are the words of a name, which may be everyday words as well. `compound` says that it is made
    like any other Norwegian compound, so that only a capital or a list tells it from one. `weak` says
    that it gives somebody away together with other facts only, and a person decides. `raw` says that it
    is written in the notation of YAML itself, between double quotes. `parts` are where it can be split.
    """

    kind: str
    form: str
    text: str
    written: str
    casing: str = "as is"
    words: tuple[str, ...] = ()
    compound: bool = False
    weak: bool = False
    raw: bool = False
    parts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Plant:
    """An identifier in a sentence, where the sentence goes, and what the guard is to make of it.

    `sentence` is the whole value, key, comment or file name; `written` is how `secret` stands in it.
    `expected` is the least that will do: "block", "decide" (a person settles it before anything prints) or
    "residual" (nobody but a reader can see it). `field` names the field of the journey or the collection.
    """

    kind: str
    position: str
    casing: str
    secret: str
    sentence: str
    expected: Expected
    form: str
    written: str
    field: str
    language: str
    raw: bool = False
    body: int = 0
