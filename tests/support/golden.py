"""What was made before, kept in tests/golden: maps as text, pages, problems and pictures.

A map as text shows everything that layout decides, so that a difference can be read: a line for
each part, with its place as `x,y width×height` in em. Fields that are new show by themselves.
"""

import base64
import difflib
import hashlib
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, fields, is_dataclass
from itertools import groupby
from pathlib import Path

from reise.layout.case_map import Box, CaseMap, Shape

FOLDER = Path(__file__).parents[1] / "golden"
#: Shapes of one style in a row that are shown one by one; more of them are counted.
_MOST = 30
#: Lines of a difference that are shown.
_LINES = 60

_DATA = re.compile(r"data:([\w/+.-]+);base64,([A-Za-z0-9+/=]*)")
_NUMBER = re.compile(r"-?\d+\.\d+")


@dataclass(frozen=True, slots=True)
class Golden:
    """The stored results; with `accept` they are rewritten instead of compared with."""

    accept: bool

    def holds(self, name: str, made: str) -> None:
        """Hold a text against the stored one, e.g. `ung-mor/layout.txt`."""
        path = FOLDER / name
        if self.accept:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(made, encoding="utf-8", newline="\n")
        stored = path.read_text(encoding="utf-8") if path.is_file() else ""
        assert made == stored, _difference(name, stored, made)

    def holds_only(self, names: Iterable[str], pattern: str) -> None:
        """Hold that no stored file of a pattern is one that nothing makes."""
        orphans = {str(path.relative_to(FOLDER)) for path in FOLDER.glob(pattern)} - set(names)
        for each in orphans if self.accept else ():
            (FOLDER / each).unlink()
            if not any((FOLDER / each).parent.iterdir()):
                (FOLDER / each).parent.rmdir()
        assert self.accept or not orphans, f"no case makes {sorted(orphans)}; pytest --accept deletes them"


def _difference(name: str, stored: str, made: str) -> str:
    """Return what differs between two texts, as a message."""
    if not stored:
        return f"{name} is not stored yet; pytest --accept stores it"
    lines = list(
        difflib.unified_diff(stored.splitlines(), made.splitlines(), "stored", "made now", lineterm="", n=1)
    )
    more = [f"... and {len(lines) - _LINES} lines more"] if len(lines) > _LINES else []
    advice = "if it is meant to be so: pytest --accept"
    return "\n".join([f"{name} has changed; {advice}", *lines[:_LINES], *more])


# --- A map as text ----------------------------------------------------------------------------------


def as_text(made: CaseMap) -> str:
    """Return a map as readable lines, places rounded to a hundredth of an em."""
    return "\n".join(_lines("map", made, 0)) + "\n"


def _lines(name: str, value: object, depth: int) -> Iterator[str]:
    """Yield the lines of a part of a map: first what is simple, then the parts within it."""
    indent = "  " * depth
    if not is_dataclass(value):
        yield f"{indent}{name}: {_simple(value)}"
        return
    inside = [(each.name, getattr(value, each.name)) for each in fields(value)]
    parts = [f"{indent}{name}"]
    parts += [f"{key}={_simple(said)}" for key, said in inside if _is_simple(said) and _says(said)]
    yield "  ".join(parts)
    for key, said in inside:
        if _is_simple(said):
            continue
        if isinstance(said, tuple) and all(isinstance(each, Shape) for each in said):
            yield from _shapes(key, said, depth + 1)
        elif isinstance(said, tuple):
            for each in said:
                yield from _lines(key, each, depth + 1)
        else:
            yield from _lines(key, said, depth + 1)


def _shapes(name: str, shapes: tuple[Shape, ...], depth: int) -> Iterator[str]:
    """Yield the shapes of a drawing by style, many of one style only as their number and a hash."""
    indent = "  " * depth
    for style, run in groupby(sorted(shapes, key=lambda each: each.style), key=lambda each: each.style):
        paths = [_NUMBER.sub(lambda number: _short(float(number[0])), each.path) for each in run]
        if len(paths) > _MOST:
            yield f"{indent}{name} {style}: {len(paths)} of them, {_hash(' '.join(paths).encode())}"
        else:
            yield from (f"{indent}{name} {style}: {path}" for path in paths)


def _is_simple(value: object) -> bool:
    """Return whether a value fits on the line of what it belongs to."""
    if isinstance(value, tuple):
        return all(isinstance(each, str | int | float) for each in value)
    return isinstance(value, Box) or not is_dataclass(value)


def _says(value: object) -> bool:
    return value not in (None, "", (), False)


def _simple(value: object) -> str:
    match value:
        case Box():
            x, y, width, height = (_short(number) for number in (value.x, value.y, value.width, value.height))
            return f"{x},{y} {width}×{height}"
        case float():
            return _short(value)
        case tuple():
            return " / ".join(map(_simple, value))
        case _:
            return str(value)


def _short(number: float) -> str:
    """Return a number to a hundredth."""
    return f"{round(number, 2) + 0.0:g}"


# --- A page -----------------------------------------------------------------------------------------


def without_data(html: str) -> str:
    """Return a page with the hash of each picture in its place."""
    return _DATA.sub(lambda found: f"data:{found[1]}:{_hash(base64.b64decode(found[2]))}", html)


def _hash(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()[:12]
