"""From a document to a journey: everything that is wrong with its shape, or its value."""

from pathlib import PurePath
from typing import Any

from reise.journey.events import read_events
from reise.journey.keys import keys, need, need_version, record, unread, validated
from reise.journey.model import EVENTS, Collection, Journey, Language, Path
from reise.journey.names import CONSENT, JOURNEY, LANGUAGES, SOURCE, SOURCE_KINDS, STATUSES
from reise.journey.reading import Reading
from reise.journey.scalars import (
    Reader,
    boolean,
    choice,
    is_blank,
    is_id,
    many,
    phrase,
    version,
    whole,
    words,
    wrong_sort,
)
from reise.journey.values import voice
from reise.problems import Checked
from reise.source.document import Document, Mapping, Node, Scalar, Sequence

#: Names that Windows keeps for itself, with any ending.
_RESERVED = frozenset(
    {"con", "prn", "aux", "nul", *(f"{port}{n}" for port in ("com", "lpt") for n in "123456789")}
)
_source = record(SOURCE, {"kind": choice(SOURCE_KINDS), "count": whole(10_000), "reference": phrase}, "kind")
_consent = record(CONSENT, dict.fromkeys(("map", "wall", "comparison", "sharing"), boolean))


def _made_from(reading: Reading, node: Node, path: Path) -> dict[str, Any] | None:
    """Read what a journey is made from: its keys and values, or in short its kind."""
    if type(node) is not Scalar:
        return _source(reading, node, path)  # type: ignore[no-any-return]
    kind = choice(SOURCE_KINDS)(reading, node, path)
    return None if kind is None else {"kind": kind}


_READERS: dict[str, Reader] = {
    "reise": version,
    "title": phrase,
    "language": choice(LANGUAGES),
    "about": words,
    "source": _made_from,
    "status": choice(STATUSES),
    "consent": _consent,
    "coded_by": voice,
    "despite": many(phrase),
    "outcome": phrase,
    "content_notice": many(phrase),
    "note": words,
    "events": unread,
}


def parse(document: Document, collection: Collection | None = None) -> Checked[Journey]:
    """Return the journey that a document tells, or all that is wrong with its shape."""
    reading = Reading(document, JOURNEY, collection)
    name = journey_id(document.file)
    if name is None:
        reading.report("R216", None)
    root = document.root
    if type(root) is not Mapping:
        reading.report("R201", root.span)
        return Checked(None, reading.found())
    found = keys(reading, root, (), JOURNEY, _READERS)
    need_version(reading, root)
    need(reading, root, (), JOURNEY, "title", "events")
    reading.language = found.get("language", Language.NB)
    reading.coded_by = found.get("coded_by")
    found["events"] = _events(reading, found.get("events"))
    return validated(Journey, reading, {**found, "id": name, "file": document.file})


def journey_id(file: str) -> str | None:
    """Return the id of the journey in a file, which is the file's name without its ending.

    >>> journey_id("journeys/ung-mor.yaml"), journey_id("journeys/Ung mor.yaml"), journey_id("nul.yaml")
    ('ung-mor', None, None)
    """
    stem = PurePath(file).stem
    return stem if is_id(stem) and stem not in _RESERVED else None


def _events(reading: Reading, node: Node | None) -> list[dict[str, Any]]:
    """Read the events, if there are any and not too many."""
    if node is None:
        return []
    if type(node) is not Sequence and not is_blank(node):
        wrong_sort(reading, node, ("events",), dash="-")
        return []
    nodes = node.items if type(node) is Sequence else ()
    if not 1 <= len(nodes) <= EVENTS:
        reading.report("R211", reading.places[("events", "#key")], limit=EVENTS, count=len(nodes))
        return []
    return read_events(reading, nodes)
