"""Services, roles, critical transitions and abbreviations: what they are called, and by which other words.

The tables are templates/vocabulary/*.csv; a collection can add roles and transitions of its own.
"""

import csv
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from reise.journey.model import Collection, Language
from reise.journey.names import closest, fold
from reise.resources import templates

_ARROW = re.compile(r"\s*(?:→|->)\s*")


@dataclass(frozen=True, slots=True)
class Term:
    """Something the vocabulary knows: its id, and its labels in nb, nn and en, in full and for a card."""

    id: str
    labels: dict[str, str]
    shorts: dict[str, str]

    def label(self, language: str) -> str:
        """Return the label in full."""
        return self.labels[language]

    def short(self, language: str) -> str:
        """Return the label as it fits on a card."""
        return self.shorts[language]


@dataclass(frozen=True, slots=True)
class Role(Term):
    """A service or a role; `level` is who is responsible ("kommune", "stat/kommune", …)."""

    sector: str = ""
    level: str = ""
    description: str = ""


@dataclass(frozen=True, slots=True)
class TransitionType(Term):
    """A critical transition; `holds` and `breaks` tell in bokmål what is known to make it do so."""

    from_role: str | None = None
    to_role: str | None = None
    typical_age: str = ""
    holds: str = ""
    breaks: str = ""


def _rows(name: str) -> Iterator[dict[str, str]]:
    path = templates() / "vocabulary" / f"{name}.csv"
    with path.open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file)


def _labels(row: dict[str, str]) -> tuple[dict[str, str], dict[str, str]]:
    full = {each.value: row[f"label_{each}"] for each in Language}
    return full, {each: row[f"short_{each}"] or label for each, label in full.items()}


@cache
def roles() -> dict[str, Role]:
    """Return all services and roles of the vocabulary by id."""
    return {
        row["id"]: Role(row["id"], *_labels(row), row["sector"], row["level"], row["description_nb"])
        for row in _rows("roles")
    }


@cache
def transitions() -> dict[str, TransitionType]:
    """Return all critical transitions of the vocabulary by id."""
    return {
        row["id"]: TransitionType(
            row["id"],
            *_labels(row),
            row["from_id"],
            row["to_id"],
            row["typical_age"],
            row["holder_nb"],
            row["brister_nb"],
        )
        for row in _rows("transitions")
    }


def role(name: str, collection: Collection | None = None) -> Role | None:
    """Return the role with an id; the collection's own goes before the vocabulary's."""
    for local in collection.roles if collection else ():
        if local.id == name:
            label = dict.fromkeys((each.value for each in Language), local.label)
            return Role(local.id, label, label, level=local.level or "")
    return roles().get(name)


def transition(name: str, collection: Collection | None = None) -> TransitionType | None:
    """Return the critical transition with an id; the collection's own goes before the vocabulary's."""
    for local in collection.transitions if collection else ():
        if local.id == name:
            label = dict.fromkeys((each.value for each in Language), local.label)
            return TransitionType(local.id, label, label, local.from_role, local.to_role)
    return transitions().get(name)


def role_label(name: str, language: str, collection: Collection | None = None, *, full: bool = False) -> str:
    """Return what a role is called, short as on a card or in full; an unknown one as it was written."""
    found = role(name, collection)
    return name if found is None else found.label(language) if full else found.short(language)


def transition_label(
    name: str, language: str, collection: Collection | None = None, *, full: bool = False
) -> str:
    """Return what a transition is called, short as on a card or in full; an unknown one as written."""
    found = transition(name, collection)
    return name if found is None else found.label(language) if full else found.short(language)


def _key(words: str) -> str:
    return fold(_ARROW.sub(" ", words)) if "→" in words or "->" in words else fold(words)


def _names(term: Term) -> Iterator[str]:
    return iter((term.id, *term.labels.values(), *term.shorts.values()))


@cache
def _role_words() -> tuple[dict[str, str], dict[str, str]]:
    """Return the words that mean a role, and those that only suggest one; ids go before all else."""
    meant = {_key(each): each for each in roles()}
    for each in roles().values():
        for word in _names(each):
            meant.setdefault(_key(word), each.id)
    near: dict[str, str] = {}
    for row in _rows("roles"):
        for word in filter(None, row["also"].split("|")):
            meant.setdefault(_key(word), row["id"])
        for word in filter(None, row["near"].split("|")):
            near[_key(word)] = row["id"]
    return meant, near


@cache
def _transition_words() -> dict[str, str]:
    return {_key(word): each.id for each in transitions().values() for word in _names(each)}


def find_role(words: str, collection: Collection | None = None) -> str | None:
    """Return the id of the role that an id, a label in any language or a synonym names."""
    if words in roles():
        return words
    key = _key(words)
    for local in collection.roles if collection else ():
        if key in (_key(local.id), _key(local.label)):
            return local.id
    return _role_words()[0].get(key)


def find_transition(words: str, collection: Collection | None = None) -> str | None:
    """Return the id of the transition that an id or a label in any language names."""
    if words in transitions():
        return words
    key = _key(words)
    for local in collection.transitions if collection else ():
        if key in (_key(local.id), _key(local.label)):
            return local.id
    return _transition_words().get(key)


def closest_role(words: str) -> str | None:
    """Return the id of the vocabulary's role that was probably meant."""
    meant, near = _role_words()
    key = _key(words)
    if key in near:
        return near[key]
    found = closest(key, tuple(meant))
    return None if found is None else meant[found]


def closest_transition(words: str) -> str | None:
    """Return the id of the vocabulary's transition that was probably meant."""
    known = _transition_words()
    found = closest(_key(words), tuple(known))
    return None if found is None else known[found]


@cache
def abbreviations() -> dict[str, dict[str, str]]:
    """Return the abbreviations that are known, each with what it stands for by language."""
    return {row["abbr"]: row for row in _rows("abbreviations")}


@cache
def _abbreviation() -> re.Pattern[str]:
    longest_first = sorted(abbreviations(), key=len, reverse=True)
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, longest_first))})(?!\w)")


def abbreviations_in(text: str, language: str) -> list[tuple[str, str]]:
    """Return the abbreviations that a text holds, each once and with what it stands for, as they come.

    >>> abbreviations_in("Fra BUP til DPS", "nb")[0]
    ('BUP', 'barne- og ungdomspsykiatrisk poliklinikk')
    """
    found = dict.fromkeys(_abbreviation().findall(text))
    known = abbreviations()
    meanings = {known[each][language]: each for each in reversed(found)}
    return [(each, known[each][language]) for each in found if meanings[known[each][language]] == each]
