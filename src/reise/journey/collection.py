"""From a document to a collection: what the journeys of a folder share (samling.yaml)."""

from typing import Any

from reise.journey.keys import keys, need_version, record, validated
from reise.journey.model import Collection, LocalRole, Path
from reise.journey.names import COLLECTION, FIGURE, LANGUAGES, LOCAL_ROLE, LOCAL_TRANSITION, REMARK
from reise.journey.reading import Reading
from reise.journey.scalars import Reader, choice, many, phrase, role_id, version, words, wrong_sort
from reise.journey.values import role
from reise.problems import Checked, Span
from reise.source.document import Document, Mapping, Node, Sequence


def _listed(one: Reader) -> Reader:
    """Return a reader of a list that may not be cut down to its only value; an id stands once in it."""

    def read(reading: Reading, node: Node, path: Path) -> tuple[Any, ...] | None:
        if type(node) is not Sequence:
            wrong_sort(reading, node, path, dash="-")
            return None
        first: dict[str, Span] = {}
        found: list[Any] = []
        for index, item in enumerate(node.items):
            reading.places[(*path, index)] = item.span
            value = one(reading, item, (*path, index))
            span = reading.places.get((*path, index, "id"))
            if value is not None and span and first.setdefault(value["id"], span) is not span:
                reading.report("R215", span, related=(first[value["id"]],))
            found.append(value)
        return tuple(each for each in found if each is not None)

    return read


_roles = _listed(record(LOCAL_ROLE, {"id": role_id, "label": phrase, "level": phrase}, "id", "label"))
_transitions = _listed(
    record(
        LOCAL_TRANSITION, {"id": role_id, "label": phrase, "from_role": role, "to_role": role}, "id", "label"
    )
)
_READERS: dict[str, Reader] = {
    "reise": version,
    "title": phrase,
    "language": choice(LANGUAGES),
    "claim": words,
    "flip": words,
    "figures": _listed(record(FIGURE, {"text": words, "source": words}, "text", "source")),
    "voices": _listed(record(REMARK, {"who": phrase, "text": words}, "who", "text")),
    "questions": many(words),
    "roles": _roles,
    "transitions": _transitions,
    "allowed": many(phrase),
}


def parse_collection(document: Document) -> Checked[Collection]:
    """Return what the journeys of a folder share, or all that is wrong with how it is written."""
    reading = Reading(document, COLLECTION, None)
    root = document.root
    if type(root) is not Mapping:
        reading.report("R201", root.span)
        return Checked(None, reading.found())
    reading.collection = Collection(roles=_local_roles(document, root))
    found = keys(reading, root, (), COLLECTION, _READERS)
    need_version(reading, root)
    return validated(Collection, reading, found)


def _local_roles(document: Document, root: Mapping) -> tuple[LocalRole, ...]:
    """Return the collection's own roles, which its transitions may name before they are told."""
    reading = Reading(document, COLLECTION, None)
    for entry in root.entries:
        if COLLECTION.find(entry.key.text) == "roles":
            found = _roles(reading, entry.value, ("roles",)) or ()
            return tuple(LocalRole(**each) for each in found)
    return ()
