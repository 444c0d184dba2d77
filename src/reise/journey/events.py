"""Events: the kind and its words lead, the marks and statements follow."""

from functools import partial
from typing import Any

from reise.journey.keys import begun, field, new_key, record, unknown_key
from reise.journey.kinds import KINDS, YIELDING, cut_short, lead_of, misspelt_lead
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
    VOICES,
)
from reise.journey.reading import Reading
from reise.journey.scalars import (
    Reader,
    choice,
    event_id,
    is_blank,
    is_id,
    level,
    many,
    phrase,
    whole,
    words,
    wrong_sort,
)
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
from reise.journey.vocabulary import closest_transition, transition
from reise.problems import Span
from reise.source.document import Entry, Mapping, Node, Scalar, Sequence

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
        if _no_voice(reading, entry):
            continue
        said_by = known_voice(reading, entry.key.text, entry.key.span)
        if said_by is not None:
            field(reading, entry, path, said_by, _effect, found)
    return found


def _no_voice(reading: Reading, entry: Entry) -> bool:
    """Report an effect where the voice should stand, or a voice without its colon; return whether so."""
    words, span, tongue = entry.key.text, entry.key.span, reading.tongue
    effect = EFFECTS.find(words)
    if effect is not None:
        said = f"{VOICES.shown('young', tongue)}: {EFFECTS.shown(effect, tongue)}"
        reading.report(
            "R205", span, effect=EFFECTS.shown(effect, tongue), said=said, allowed=VOICES.all_shown(tongue)
        )
        return True
    voice = begun(VOICES, words) if is_blank(entry.value) else None
    if voice is not None:
        reading.report("R202", span, colon=VOICES.shown(voice, tongue), allowed=VOICES.all_shown(tongue))
    return voice is not None


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
        elif type(node) is Scalar and (kind := cut_short(node)) is not None:
            told = KIND.all_shown(reading.tongue)
            reading.report("R202", node.span, colon=EVENT.shown(kind, reading.tongue), allowed=told)
        else:
            reading.report("R212", node.span)
        return {}
    names = [EVENT.find(entry.key.text) for entry in node.entries]
    lead = lead_of(names, node)
    event: dict[str, Any] = {}
    if lead is None or (names[lead] in YIELDING and None in names[:lead]):
        misspelt = misspelt_lead(reading, node, names, lead)
        if misspelt is not None:
            _statements(reading, node, names, path, misspelt, event)
            return event
    if lead is None:
        reading.report("R212", node.entries[0].key.span)
        _statements(reading, node, names, path, None, event)
        return event
    entry, kind = node.entries[lead], KINDS[str(names[lead])]
    event["kind"] = kind
    reading.places[(*path, "kind")] = reading.places[(*path, kind.value, "#key")] = entry.key.span
    field(reading, entry, path, "text", words, event)
    _statements(reading, node, names, path, lead, event)
    if kind in YIELDING:
        event.setdefault(kind.value, {})
    if kind is Kind.TRANSITION:
        _known_transition(reading, event, path)
    point = event.get("turning_point")
    if point is not None and reading.coded_by and not point.get("said_by"):
        point["said_by"] = (reading.coded_by,)
    return event


def _known_transition(reading: Reading, event: dict[str, Any], path: Path) -> None:
    """Take the words of a transition for its type if they are the id of one; warn if they nearly are."""
    words = event.get("text", "")
    known = transition(words, reading.collection)
    if known:
        event["text"] = known.label(reading.language)
        event["transition"].setdefault("type", known.id)
    elif "-" in words and is_id(words) and "type" not in event["transition"]:
        near = reading.suggested(partial(closest_transition, words))
        if near is not None:
            reading.report("R304", reading.places[(*path, "text")], suggestion=near)


def _statements(
    reading: Reading,
    node: Mapping,
    names: list[str | None],
    path: Path,
    lead: int | None,
    event: dict[str, Any],
) -> None:
    """Read all keys of an event but the leading one, which is reported if it is misspelt."""
    kind = None if lead is None else names[lead]
    misspelt = lead is not None and kind is None
    if lead is not None and misspelt:
        kind = unknown_key(reading, node.entries[lead], path, EVENT, tuple(KINDS))
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
        elif misspelt and kind is None:
            # What belongs to which kind can't be told.
            continue
        elif name in _OWNER:
            reading.report("R202", entry.key.span, suggestion=EVENT.shown(_OWNER[name], reading.tongue))
        elif new_key(reading, (*path, name), entry.key.span):
            reading.report("R213", entry.key.span, related=(node.entries[lead or 0].key.span,))
