"""Reading keys and values: each key once, under any of its names, each value by its reader."""

import re
from collections.abc import Iterable
from functools import partial
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

from reise.journey.model import Path
from reise.journey.names import Names
from reise.journey.reading import Reading
from reise.journey.scalars import Reader, is_blank, wrong_sort
from reise.journey.timewords import is_date
from reise.problems import Checked, Span, errors
from reise.source.document import Entry, Mapping, Node, Scalar

Model = TypeVar("Model", bound=BaseModel)

_COLON_OR_SPACE = re.compile(r"[\s:]+")


def keys(
    reading: Reading, node: Mapping, path: Path, names: Names[str], readers: dict[str, Reader]
) -> dict[str, Any]:
    """Read keys and values by a table of readers; what is there but wrong is left out."""
    found: dict[str, Any] = {}
    for entry in node.entries:
        name = names.find(entry.key.text)
        if name is None:
            meant = unknown_key(reading, entry, path, names)
            if meant is not None:
                reading.meant.add((*path, meant))
                inner = type(entry.value) is not Scalar
                if inner and all(names.find(each.key.text) != meant for each in node.entries):
                    # A whole list hangs on this word: what is wrong in it is told at once.
                    field(reading, entry, path, meant, readers[meant], found)
        else:
            field(reading, entry, path, name, readers[name], found)
    return found


def unknown_key(
    reading: Reading, entry: Entry, path: Path, names: Names[str], allowed: Iterable[str] = ()
) -> str | None:
    """Report a key that none of `names` is, and what may stand there: these names, or those `allowed`.

    Returns the name that was meant, if that is plain.
    """
    told = ", ".join(names.shown(each, reading.tongue) for each in allowed or names)
    name = begun(names, entry.key.text) if is_blank(entry.value) else None
    if name is not None:
        if new_key(reading, (*path, name), entry.key.span):
            reading.report("R202", entry.key.span, colon=names.shown(name, reading.tongue), allowed=told)
        return name
    near = reading.suggested(partial(names.closest, entry.key.text))
    value = entry.value
    if near is None and type(value) is Scalar and is_date(value.text):
        # Whatever the key, a date is refused; a list of keys would be no help.
        reading.report("R207", value.span)
        return None
    reading.report("R202", entry.key.span, suggest=lambda: near, allowed=told)
    return None if near is None else names.find(near)


def begun(names: Names[str], words: str) -> str | None:
    """Return the name that words begin with where its colon, or the space after that, was forgotten."""
    parts = _COLON_OR_SPACE.split(words, maxsplit=3)
    found = (names.find(" ".join(parts[:length])) for length in range(len(parts) - 1, 0, -1))
    return next(filter(None, found), None)


def new_key(reading: Reading, place: Path, span: Span) -> bool:
    """Note where a key stands; report one that stands there already under another spelling."""
    first = reading.places.setdefault((*place, "#key"), span)
    if first is not span:
        reading.report("R217", span, related=(first,))
    return first is span


def field(
    reading: Reading, entry: Entry, path: Path, name: str, reader: Reader, found: dict[str, Any]
) -> None:
    """Read the value of a key into `found`, and note where both stand."""
    place = (*path, name)
    if new_key(reading, place, entry.key.span):
        node = entry.value
        reading.places[place] = node.span
        value = reader(reading, node, place)
        if value is not None:
            found[name] = value


def unread(reading: Reading, node: Node, path: Path) -> Node:
    """Leave a value for later."""
    return node


def need(reading: Reading, node: Mapping, path: Path, names: Names[str], *required: str) -> None:
    """Report required keys that are not there, at the first key that is."""
    for name in required:
        if (*path, name, "#key") not in reading.places and (*path, name) not in reading.meant:
            reading.report("R203", _top(node), name=names.shown(name, reading.tongue))


def need_version(reading: Reading, root: Mapping) -> None:
    """Report a file that does not say which version of the format it is written in."""
    if ("reise", "#key") not in reading.places and ("reise",) not in reading.meant:
        reading.report("R218", _top(root), known=1)


def _top(node: Mapping) -> Span:
    """Return the place of the first key."""
    return node.entries[0].key.span if node.entries else node.span


def record(names: Names[str], readers: dict[str, Reader], *required: str) -> Reader:
    """Return a reader of a small value made of keys."""

    def read(reading: Reading, node: Node, path: Path) -> dict[str, Any] | None:
        if type(node) is not Mapping:
            wrong_sort(reading, node, path, keys=names.all_shown(reading.tongue))
            return None
        found = keys(reading, node, path, names, readers)
        need(reading, node, path, names, *required)
        return found if all(name in found for name in required) else None

    return read


def validated(model: type[Model], reading: Reading, found: dict[str, Any]) -> Checked[Model]:
    """Return what was read as a value of `model`, unless something was wrong on the way.

    pydantic has the last word; its own words may hold text of the file and are never passed on.
    """
    found.pop("reise", None)
    context = {"places": reading.places, "collection": reading.collection}
    value = None
    if not reading.blurred and not any(True for _ in errors(reading.problems)):
        try:
            value = model.model_validate(found, context=context)
        except ValidationError as error:
            for each in error.errors(include_input=False, include_url=False, include_context=False):
                path = each["loc"]
                while path not in reading.places:
                    path = path[:-1]
                reading.report("R204", reading.places[path])
    return Checked(value, reading.found())
