"""What keys and fixed values are called: any accepted spelling in, the program's own name out.

The table is templates/locale/names.toml.
"""

import difflib
from collections.abc import Callable, Hashable, Iterator
from functools import cache, lru_cache
from typing import Any, Generic, TypeVar

from reise.journey.model import (
    Area,
    Certainty,
    Direction,
    Effect,
    Kind,
    Language,
    SourceKind,
    Status,
    TransitionStatus,
)
from reise.resources import toml

Name = TypeVar("Name", bound=Hashable)

_LONGEST = 60
_TONGUES = tuple(Language)
_PLAIN = (str.maketrans({"å": "a", "ø": "o", "æ": "ae"}), str.maketrans({"å": "aa", "ø": "oe", "æ": "ae"}))


@lru_cache(4096)
def _folded(words: str) -> str:
    return " ".join(words.casefold().replace("_", " ").replace("-", " ").split())


def fold(words: str) -> str:
    """Return words without what makes no difference: capitals, "_", "-" and repeated spaces.

    >>> fold("Kodet_av"), fold("KODET  av")
    ('kodet av', 'kodet av')
    """
    return _folded(words) if len(words) <= _LONGEST else words


@lru_cache(1024)
def _closest(words: str, candidates: tuple[str, ...]) -> str | None:
    near = difflib.get_close_matches(words, candidates, n=1, cutoff=0.7)
    return near[0] if near else None


def closest(words: str, candidates: tuple[str, ...]) -> str | None:
    """Return the folded candidate that looks most like `words`, if any is near enough."""
    return _closest(fold(words), candidates) if len(words) <= _LONGEST else None


def spellings(word: str) -> tuple[str, ...]:
    """Return a word as it is spelled with and without the letters å, ø and æ.

    >>> spellings("språk")
    ('språk', 'sprak', 'spraak')
    """
    return word, *(word.translate(plain) for plain in _PLAIN)


class Names(Generic[Name]):
    """One table of names: from every accepted spelling to the program's own name, and back."""

    def __init__(self, table: dict[str, list[str]], convert: Callable[[str], Name]) -> None:
        self._found: dict[str, Name] = {}
        self._shown: dict[Name, tuple[str, ...]] = {}
        self._written: dict[str, str] = {}
        for inside, written in table.items():
            name = convert(inside)
            self._shown[name] = tuple(written[: len(_TONGUES)])
            for word in written:
                self._written.setdefault(fold(word), word)
                for variant in spellings(word):
                    if self._found.setdefault(fold(variant), name) != name:
                        raise ValueError(f"names.toml: {variant} has two meanings")
        self._candidates = tuple(self._written)
        #: Finds a name by its usual spelling only, and fast.
        self.exactly = self._found.get

    def __iter__(self) -> Iterator[Name]:
        return iter(self._shown)

    def find(self, words: str) -> Name | None:
        """Return the name that `words` spell, or None."""
        found = self._found.get(words)
        return found if found is not None else self._found.get(fold(words))

    def closest(self, words: str) -> str | None:
        """Return the accepted spelling, in any language, that looks most like `words`."""
        near = closest(words, self._candidates)
        return None if near is None else self._written[near]

    def shown(self, name: Name, tongue: Language) -> str:
        """Return how a name is written in a language."""
        return self._shown[name][_TONGUES.index(tongue)]

    def all_shown(self, tongue: Language) -> str:
        """Return all names as they are written in a language, with commas between."""
        return ", ".join(self.shown(name, tongue) for name in self._shown)

    def spelled(self, words: str, tongue: Language) -> bool:
        """Return whether `words` are how this language writes one of the names."""
        name = self.find(words)
        return name is not None and fold(self.shown(name, tongue)) == fold(words)


@cache
def _table() -> dict[str, Any]:
    return toml("locale/names.toml")


def _keys(section: str) -> Names[str]:
    return Names(_table()[section], str)


def _values(section: str, convert: Callable[[str], Name]) -> Names[Name]:
    return Names(_table()["values"][section], convert)


JOURNEY = _keys("journey")
SOURCE = _keys("source")
CONSENT = _keys("consent")
KIND = Names(_table()["kind"], Kind)
TRANSITION = _keys("transition")
TURNING_POINT = _keys("turning_point")
EVENT: Names[str] = Names(
    _table()["event"] | _table()["kind"] | _table()["transition"] | _table()["turning_point"], str
)
COLLECTION = _keys("collection")
FIGURE = _keys("figure")
REMARK = _keys("remark")
LOCAL_ROLE = _keys("local_role")
LOCAL_TRANSITION = _keys("local_transition")

LANGUAGES = _values("language", Language)
STATUSES = _values("status", Status)
SOURCE_KINDS = _values("source_kind", SourceKind)
EFFECTS = _values("effect", Effect)
DIRECTIONS = _values("direction", Direction)
TRANSITION_STATUSES = _values("transition_status", TransitionStatus)
CERTAINTIES = _values("certainty", Certainty)
AREAS = _values("area", Area)
LASTS = _values("lasts", str)
ORDERS = _values("order", str)
VOICES = _values("voice", str)
TAGS = _values("tag", str)
BOOLEANS = _values("boolean", lambda name: name == "true")
