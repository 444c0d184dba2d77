"""Ready-made events and marks, with gaps to fill in.

A gap with fixed values begins with the one that claims nothing ("unknown"), since who is in a hurry leaves
the first.
"""

from reise.journey.model import Language
from reise.journey.names import DIRECTIONS, EFFECTS, TRANSITION_STATUSES, VOICES, Name, Names
from reise.schema.parts import Schema, offered
from reise.schema.told import Told

_SILENT = ("unknown", "unclear")
_QUOTED = {Language.NB: "«$1»", Language.NN: "«$1»", Language.EN: "“$1”"}


def _one_of(told: Told, gap: int, names: Names[Name]) -> str:
    """Return a gap with a choice of fixed values."""
    first = sorted(names, key=lambda each: str(each) not in _SILENT)
    return f"${{{gap}|{','.join(names.shown(each, told.language) for each in first)}|}}"


def _keys(told: Told, **values: object) -> dict[str, object]:
    return {told.key(name): value for name, value in values.items()}


def _effect(told: Told, gap: int) -> dict[str, str]:
    return {next(iter(told.shown(VOICES))): _one_of(told, gap, EFFECTS)}


def events(told: Told) -> list[Schema]:
    """Return an event of every kind."""
    mixed = {
        name: _keys(told, **{name: "$1", "effects": _effect(told, 2)})
        for name in ("event", "family", "experience")
    }
    helping = {
        name: _keys(told, **{name: "$1", "who": "$2", "effects": _effect(told, 3)})
        for name in ("service", "measure")
    }
    bodies = {
        "milestone": _keys(told, milestone="$1", age="$2"),
        **mixed,
        "crisis": _keys(told, crisis="$1", lasts="$2"),
        **helping,
        "transition": _keys(told, transition="$1", type="$2", status=_one_of(told, 3, TRANSITION_STATUSES)),
        "turning_point": _keys(told, turning_point="$1", **_turn(told, 2)),
        "quote": _keys(told, quote=_QUOTED[told.language], voice="$2"),
        "wish": _keys(told, wish="$1"),
    }
    return [
        offered(told.about("snippets", name), body, told.about("kind", name)) for name, body in bodies.items()
    ]


def _turn(told: Told, gap: int) -> dict[str, object]:
    return {
        "direction": _one_of(told, gap, DIRECTIONS),
        "said_by": f"${gap + 1}",
        "difference": f"${gap + 2}",
    }


def turning_point(told: Told) -> Schema:
    """Return a turning point with its direction, who says so, and what made the difference."""
    label, about = told.about("snippets", "turning_point"), told.about("kind", "turning_point")
    return offered(label, _keys(told, **_turn(told, 1)), about)


def transition(told: Told) -> Schema:
    """Return a critical transition with its type and whether it held."""
    label, about = told.about("snippets", "transition"), told.about("kind", "transition")
    return offered(label, _keys(told, type="$1", status=_one_of(told, 2, TRANSITION_STATUSES)), about)


def effects(told: Told) -> Schema:
    """Return an effect as the young person and a service see it."""
    young, service = VOICES.shown("young", told.language), VOICES.shown("service", told.language)
    body = {young: _one_of(told, 1, EFFECTS), service: _one_of(told, 2, EFFECTS)}
    return offered(told.about("snippets", "effects"), body, told.about("event", "effects"))
