"""Events: the kind and its words lead, the marks and statements follow."""

from typing import Any

from reise.journey.keys import field, new_key, record, unknown_key
from reise.journey.model import Kind, Path
from reise.journey.names import (
    AREAS,
    CERTAINTIES,
    DIRECTIONS,
    EFFECTS,
    EVENT,
    KIND,
    TRANSITION,
    TRANSITION_STATUSES,
    TURNING_POINT,
)
from reise.journey.reading import Reading
from reise.journey.scalars import Reader, choice, event_id, level, many, phrase, whole, words, wrong_sort
from reise.journey.values import (
    age,
    known_voice,
    lasts,
    order_unknown,
    quantity,
    reference,
    role,
    tag,
    transition_type,
    voice,
)
from reise.journey.vocabulary import transition
from reise.problems import Span
from reise.source.document import Mapping, Node, Scalar, Sequence

_KINDS = {kind.value: kind for kind in Kind}
#: Kinds that are a mark where another kind is there to lead.
_YIELDING = ("transition", "turning_point")

_TRANSITION: dict[str, Reader] = {"type": transition_type, "status": choice(TRANSITION_STATUSES)}
_TURNING_POINT: dict[str, Reader] = {
    "direction": choice(DIRECTIONS),
    "said_by": many(voice),
    "difference": words,
    "mechanism": words,
}
_OWN: dict[str, dict[str, Reader]] = {"transition": _TRANSITION, "turning_point": _TURNING_POINT}
_OWNER = {name: mark for mark, readers in _OWN.items() for name in readers}
_effect = choice(EFFECTS)


def _effects(reading: Reading, node: Node, path: Path) -> dict[str, Any] | None:
    """Read an effect: one, which is the coder's word, or one a voice."""
    if type(node) is not Mapping:
        effect = _effect(reading, node, path)
        return None if effect is None else {reading.coded_by or "unknown": effect}
    found: dict[str, Any] = {}
    for entry in node.entries:
        said_by = known_voice(reading, entry.key.text, entry.key.span)
        if said_by is not None:
            field(reading, entry, path, said_by, _effect, found)
    return found


def _mark(name: str, short: str, long: Reader) -> Reader:
    """Return a reader of a mark: its keys and values, or in short the one that matters most."""

    def read(reading: Reading, node: Node, path: Path) -> dict[str, Any] | None:
        if type(node) is not Scalar:
            return long(reading, node, path)  # type: ignore[no-any-return]
        reading.places[(*path, short)] = node.span
        value = _OWN[name][short](reading, node, path)
        return None if value is None else {short: value}

    return read


_FIELDS: dict[str, Reader] = {
    "id": event_id,
    "who": many(role),
    "age": age,
    "whose": phrase,
    "later": quantity,
    "lasts": lasts,
    "after": many(reference),
    "before": many(reference),
    "during": many(reference),
    "with_": many(reference),
    "until": many(reference),
    "order_unknown": order_unknown,
    "certainty": choice(CERTAINTIES),
    "effects": _effects,
    "level": level,
    "voice": voice,
    "areas": many(choice(AREAS)),
    "tags": many(tag),
    "led_to": many(reference),
    "part_of": many(reference),
    "times": whole(999),
    "phase": phrase,
    "transition": _mark("transition", "type", record(TRANSITION, _TRANSITION)),
    "turning_point": _mark("turning_point", "direction", record(TURNING_POINT, _TURNING_POINT)),
}


def read_events(reading: Reading, nodes: tuple[Node, ...]) -> list[dict[str, Any]]:
    """Read all events; one that cannot be understood does not hide what is wrong with the next."""
    first: dict[str, Span] = {}
    found: list[dict[str, Any]] = []
    for index, node in enumerate(nodes):
        path = ("events", index)
        reading.places[path] = node.span
        event = _event(reading, node, path)
        identity = event.get("id")
        if identity is not None:
            span = reading.places[(*path, "id")]
            if first.setdefault(identity, span) is not span:
                reading.report("R215", span, related=(first[identity],))
        found.append(event)
    return found


def _event(reading: Reading, node: Node, path: Path) -> dict[str, Any]:
    """Read one event as far as it can be understood."""
    if type(node) is not Mapping or not node.entries:
        if type(node) is Sequence:
            wrong_sort(reading, node, path, keys=KIND.all_shown(reading.tongue))
        else:
            reading.report("R212", node.span)
        return {}
    names = [EVENT.find(entry.key.text) for entry in node.entries]
    lead = _lead(names)
    event: dict[str, Any] = {}
    if lead is None:
        reading.report("R212", node.entries[0].key.span)
        _statements(reading, node, names, path, None, event)
        return event
    entry, kind = node.entries[lead], _KINDS[str(names[lead])]
    event["kind"] = kind
    reading.places[(*path, "kind")] = reading.places[(*path, kind.value, "#key")] = entry.key.span
    field(reading, entry, path, "text", words, event)
    _statements(reading, node, names, path, lead, event)
    if kind in _YIELDING:
        event.setdefault(kind.value, {})
    if kind is Kind.TRANSITION:
        known = transition(event.get("text", ""), reading.collection)
        if known:
            event["text"] = known.label(reading.language)
            event["transition"].setdefault("type", known.id)
    point = event.get("turning_point")
    if point is not None and reading.coded_by and not point.get("said_by"):
        point["said_by"] = (reading.coded_by,)
    return event


def _lead(names: list[str | None]) -> int | None:
    """Return which key is the kind: the first that is one, but a mark only if no other is."""
    lead = None
    for index, name in enumerate(names):
        if name in _KINDS:
            if name not in _YIELDING:
                return index
            lead = index if lead is None else lead
    return lead


def _statements(
    reading: Reading,
    node: Mapping,
    names: list[str | None],
    path: Path,
    lead: int | None,
    event: dict[str, Any],
) -> None:
    """Read all keys of an event but the leading one."""
    kind = None if lead is None else names[lead]
    for index, (name, entry) in enumerate(zip(names, node.entries, strict=True)):
        if index == lead:
            continue
        reader = None if name is None else _FIELDS.get(name)
        if name is None:
            unknown_key(reading, entry, path, EVENT, _FIELDS)
        elif reader is not None:
            field(reading, entry, path, name, reader, event)
        elif kind is not None and name in _OWN.get(kind, ()):
            field(reading, entry, (*path, kind), name, _OWN[kind][name], event.setdefault(kind, {}))
        elif name in _OWNER:
            reading.report("R202", entry.key.span, suggestion=EVENT.shown(_OWNER[name], reading.tongue))
        elif new_key(reading, (*path, name), entry.key.span):
            reading.report("R213", entry.key.span, related=(node.entries[lead or 0].key.span,))
