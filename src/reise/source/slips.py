"""Slips of the pen that YAML takes for something else without a word: where they may be in a text."""

import re
from typing import NamedTuple

from reise.source.findings import Findings

#: Any other blank than YAML's own is a letter to it.
_HASH = re.compile(r"(?<=[^ \t\n])( +)#(?=(.?))")
_DASH = re.compile(r"\n *-(?=[^\W\d_]|[«\"'])")
#: A sign that word processors make of a hyphen at the start of a line, before a key. A blank comes after it.
_BULLETS = "–—−•·▪*"
_BULLET = re.compile(rf"\n *([{_BULLETS}])(?= +[^\s:*][^\n:*]*:(?: |\n|$))")
_NOTHING = re.compile(r" *(?:#.*)?$")


class Slip(NamedTuple):
    """A problem that is one only if an unquoted text begins or ends at a certain place."""

    code: str
    start: int
    end: int


def slips(text: str) -> dict[int, Slip]:
    """Return possible slips by the index where an unquoted text must end (R119) or begin (R121, R125)."""
    found = {}
    for match in _HASH.finditer(text) if "#" in text else ():
        if len(match[1]) < 2 or match[2] not in ("", " "):
            hash_at = match.end()
            line_end = text.find("\n", hash_at)
            found[match.start()] = Slip("R119", hash_at - 1, line_end if line_end >= 0 else len(text))
    lines = "\n" + text
    for match in _DASH.finditer(lines):
        dash = match.end() - 2
        found[dash] = Slip("R121", dash, dash + 1)
    for match in _BULLET.finditer(lines) if any(each in text for each in _BULLETS) else ():
        bullet = match.start(1) - 1
        found[bullet] = Slip("R125", bullet, bullet + 1)
    return found


def without_directives(text: str, found: Findings) -> str:
    """Note the %-lines at the top of a text, and return it with them as comments."""
    lines = text.split("\n")
    start = 0
    for number, line in enumerate(lines):
        if line.startswith("%"):
            found.add("R110", start, start + len(line.rstrip()))
            lines[number] = "#" + line[1:]
        elif not _NOTHING.match(line):
            break
        start += len(line) + 1
    return "\n".join(lines)
