"""The shape of the files: in which order their keys stand in the house style, and what each may hold."""

from dataclasses import dataclass, field
from typing import Any

from reise.editing.house import Keyed, Listed
from reise.journey import names
from reise.journey.names import Names


@dataclass(frozen=True, slots=True)
class Shape:
    """Keys that stand together: their names in the order of the house, fixed values, further keys inside."""

    names: Names[str]
    order: tuple[str, ...]
    values: dict[str, Names[Any]] = field(default_factory=dict)
    inside: dict[str, "Shape"] = field(default_factory=dict)

    def rank(self, key: str) -> int:
        """Return the place of a key in the order; unknown keys come last."""
        name = self.names.find(key)
        return self.order.index(name) if name in self.order else len(self.order)


def _as_named(table: Names[str], **more: Any) -> Shape:
    return Shape(table, tuple(table), **more)


_TRANSITION = _as_named(names.TRANSITION, values={"status": names.TRANSITION_STATUSES})
_TURNING_POINT = _as_named(
    names.TURNING_POINT, values={"direction": names.DIRECTIONS, "said_by": names.VOICES}
)
#: Effects by voice stand in the order that the author gave them.
_EFFECTS = Shape(names.VOICES, (), values=dict.fromkeys(names.VOICES, names.EFFECTS))
KINDS = tuple(kind.value for kind in names.KIND)

EVENT = Shape(
    names.EVENT,
    (
        *("id", "type", "status", "direction", "said_by", "difference", "mechanism"),
        *("phase", "age", "whose", "order_unknown", "after", "before", "during", "with_", "until"),
        *("later", "lasts", "who", "times", "transition", "voice", "effects", "certainty"),
        *("tags", "areas", "level"),
        *("turning_point", "led_to", "part_of"),
    ),
    values={
        "voice": names.VOICES,
        "effects": names.EFFECTS,
        "certainty": names.CERTAINTIES,
        "tags": names.TAGS,
        "areas": names.AREAS,
        "lasts": names.LASTS,
        "order_unknown": names.ORDERS,
        "turning_point": names.DIRECTIONS,
        **_TRANSITION.values,
        **_TURNING_POINT.values,
    },
    inside={"effects": _EFFECTS, "transition": _TRANSITION, "turning_point": _TURNING_POINT},
)
JOURNEY = Shape(
    names.JOURNEY,
    (
        *("reise", "title", "language", "about", "source", "status", "consent", "coded_by"),
        *("content_notice", "note", "despite", "outcome", "events"),
    ),
    values={
        "language": names.LANGUAGES,
        "source": names.SOURCE_KINDS,
        "status": names.STATUSES,
        "coded_by": names.VOICES,
    },
    inside={
        "source": _as_named(names.SOURCE, values={"kind": names.SOURCE_KINDS}),
        "consent": _as_named(names.CONSENT, values=dict.fromkeys(names.CONSENT, names.BOOLEANS)),
        "events": EVENT,
    },
)
COLLECTION = _as_named(
    names.COLLECTION,
    values={"language": names.LANGUAGES},
    inside={
        "figures": _as_named(names.FIGURE),
        "voices": _as_named(names.REMARK),
        "roles": _as_named(names.LOCAL_ROLE),
        "transitions": _as_named(names.LOCAL_TRANSITION),
    },
)


def air(events: Listed) -> None:
    """Put one blank line before each milestone, and none before the first event."""
    for number, part in enumerate(events.parts):
        keys = part.value.parts if isinstance(part.value, Keyed) else []
        milestone = bool(keys) and EVENT.names.find(keys[0].key or "") == "milestone"
        if number == 0:
            part.above[:] = part.above[1:] if part.above[:1] == [""] else part.above
        elif milestone and part.above[:1] != [""]:
            part.above.insert(0, "")
