"""What stands where in a workbook: the fields of the sheet of the journey, the columns of that of events.

A head is the key of a YAML file in any of its languages, or two with a colon between for what stands
inside a value: "alder", "vendepunkt: retning", "virkning: ung".
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cache
from typing import Any

from reise.journey.model import Language
from reise.journey.names import (
    AREAS,
    BOOLEANS,
    CERTAINTIES,
    CONSENT,
    DIRECTIONS,
    EFFECTS,
    EVENT,
    JOURNEY,
    KIND,
    LANGUAGES,
    LASTS,
    ORDERS,
    SOURCE,
    SOURCE_KINDS,
    STATUSES,
    TAGS,
    TRANSITION,
    TRANSITION_STATUSES,
    TURNING_POINT,
    VOICES,
    Names,
    fold,
)
from reise.journey.vocabulary import find_role, role_label, roles, transitions
from reise.resources import toml

#: A place in a journey or an event: ("title",), ("turning_point", "said_by"), ("effects", "young").
Place = tuple[str, ...]
#: What finds a voice by its name.
Voices = Callable[[str], str | None]
INSIDE: dict[str, Names[str]] = {
    "source": SOURCE,
    "consent": CONSENT,
    "turning_point": TURNING_POINT,
    "transition": TRANSITION,
}
#: What the short form of a mark tells: "vendepunkt" is where it led, "overgang" its type.
SHORT = {"turning_point": "direction", "transition": "type", "source": "kind"}
#: The columns that hold several values, with ";" between.
SEVERAL: frozenset[Place] = frozenset(
    {
        *((name,) for name in ("despite", "content_notice", "who", "areas", "tags", "led_to", "part_of")),
        *((name,) for name in ("after", "before", "during", "with_", "until")),
        ("turning_point", "said_by"),
    }
)
#: The columns of time, where spreadsheets like to see dates.
TIMES: frozenset[Place] = frozenset({("age",), ("later",), ("lasts",)})


@dataclass(frozen=True, slots=True)
class Column:
    """A column of the sheet of events, or a field of the sheet of the journey.

    `choices` names the list of words that can stand there; `open` says that others can, too.
    """

    place: Place
    width: float = 14
    choices: str = ""
    open: bool = False


FIELDS: tuple[Column, ...] = (
    Column(("title",)),
    Column(("language",), choices="language"),
    Column(("about",)),
    Column(("source", "kind"), choices="source_kind"),
    Column(("source", "count")),
    Column(("source", "reference")),
    Column(("status",), choices="status"),
    *(Column(("consent", each), choices="boolean") for each in ("map", "wall", "comparison", "sharing")),
    Column(("coded_by",), choices="voice", open=True),
    Column(("despite",)),
    Column(("outcome",)),
    Column(("content_notice",)),
    Column(("note",)),
)
_EFFECTS = ("young", "guardian", "service", "professional")
COLUMNS: tuple[Column, ...] = (
    Column(("kind",), 13, "kind"),
    Column(("text",), 50),
    Column(("age",), 9),
    Column(("later",), 13),
    Column(("lasts",), 13, "lasts", open=True),
    Column(("who",), 24, "role", open=True),
    Column(("effects",), 11, "effect"),
    *(Column(("effects", each), 11, "effect") for each in _EFFECTS),
    Column(("turning_point", "direction"), 11, "direction"),
    Column(("turning_point", "said_by"), 11, "voice", open=True),
    Column(("turning_point", "difference"), 34),
    Column(("transition", "type"), 28, "transition", open=True),
    Column(("transition", "status"), 11, "transition_status"),
    Column(("voice",), 11, "voice", open=True),
    Column(("certainty",), 11, "certainty"),
    Column(("tags",), 18, "tag", open=True),
    Column(("areas",), 22, "area", open=True),
    Column(("level",), 9),
    Column(("times",), 9),
    Column(("phase",), 14),
    Column(("id",), 14),
    *(Column((each,), 14) for each in ("after", "before", "during", "with_", "until")),
    Column(("order_unknown",), 11, "order"),
    Column(("led_to",), 14),
    Column(("part_of",), 14),
    Column(("whose",), 11),
    Column(("turning_point", "mechanism"), 24),
)
_FIELD_NAMES = frozenset(each.place[0] for each in FIELDS)
_COLUMN_NAMES = frozenset(each.place[0] for each in COLUMNS)
_TABLES: dict[str, Names[Any]] = {
    "language": LANGUAGES,
    "source_kind": SOURCE_KINDS,
    "status": STATUSES,
    "boolean": BOOLEANS,
    "voice": VOICES,
    "kind": KIND,
    "lasts": LASTS,
    "effect": EFFECTS,
    "direction": DIRECTIONS,
    "transition_status": TRANSITION_STATUSES,
    "certainty": CERTAINTIES,
    "tag": TAGS,
    "area": AREAS,
    "order": ORDERS,
}


def words(name: str, language: str) -> str:
    """Return a text of workbooks ("events", "hint_age") in a language."""
    found: str = toml(f"locale/workbook.{language}.toml")[name]
    return found


def choices(name: str, language: str) -> list[str]:
    """Return the words of a list as they are written in a language; those of the vocabulary in order."""
    if name in _TABLES:
        return [_TABLES[name].shown(each, Language(language)) for each in _TABLES[name]]
    found = roles().values() if name == "role" else transitions().values()
    return sorted((each.label(language) for each in found), key=str.casefold)


def head(place: Place, language: str) -> str:
    """Return what stands over a column, or before a field."""
    tongue = Language(language)
    if place in (("kind",), ("text",)):
        return words(f"head_{place[0]}", language)
    names = JOURNEY if place[0] in _FIELD_NAMES else EVENT
    first = names.shown(place[0], tongue)
    if len(place) == 1 or SHORT.get(place[0]) == place[1]:
        return first
    if place[0] == "effects":
        voice = place[1] in set(VOICES)
        said_by = VOICES.shown(place[1], tongue) if voice else role_label(place[1], language)
        return f"{first}: {said_by}"
    return f"{first}: {INSIDE[place[0]].shown(place[1], tongue)}"


@cache
def _words_of(name: str) -> frozenset[str]:
    """Return a text of workbooks in all languages, folded."""
    return frozenset(fold(words(name, each.value)) for each in Language)


def is_called(name: str, text: str) -> bool:
    """Return whether a sheet or a head has one of the names that `name` has in the languages."""
    return fold(text) in _words_of(name)


def field_place(text: str) -> Place | None:
    """Return the field of a journey that a head names in any language."""
    return _place(text, JOURNEY, _FIELD_NAMES, lambda words: None)


def column_place(text: str) -> Place | None:
    """Return the part of an event that a head names; an effect may be that of any voice or role."""
    for name in ("kind", "text"):
        if is_called(f"head_{name}", text):
            return (name,)
    return _place(text, EVENT, _COLUMN_NAMES, lambda words: VOICES.find(words) or find_role(words))


def _place(text: str, names: Names[str], known: frozenset[str], said_by: Voices) -> Place | None:
    """Return the place that a head with names of a table names, if it is one of those `known`."""
    first, colon, rest = (each.strip() for each in text.partition(":"))
    name = names.find(first)
    if name is None or name not in known:
        return None
    if not colon:
        return (name, SHORT[name]) if name in SHORT else (name,)
    inside = said_by(rest) if name == "effects" else INSIDE[name].find(rest) if name in INSIDE else None
    return None if inside is None else (name, inside)


def values(place: Place, text: str) -> Iterable[str]:
    """Return the values in a cell: what stands between ";" or line breaks, or without those between ",".

    >>> list(values(("despite",), "mobbing; far er syk, mor også"))
    ['mobbing', 'far er syk, mor også']
    """
    if place not in SEVERAL:
        return [text]
    lines = text.replace("\n", ";")
    if place == ("who",) and find_role(text):
        return [text]
    return [part for each in lines.split(";" if ";" in lines else ",") if (part := each.strip())]
