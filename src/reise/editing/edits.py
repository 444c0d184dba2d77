"""Changing a stretch of a line and nothing else: every other byte of the file stays what it was."""

import re
import unicodedata
from codecs import BOM_UTF8
from collections.abc import Iterable
from itertools import pairwise
from typing import NamedTuple

from reise.source.characters import composed, normalised

_ENDS = re.compile(r"(\r\n|\r|\n)")


class Edit(NamedTuple):
    """What is to stand on a line from `start` up to `end`, counted as problems count columns."""

    line: int
    start: int
    end: int
    text: str


def applied(data: bytes, edits: Iterable[Edit]) -> bytes:
    """Return the bytes of a UTF-8 file with edits made, which must not overlap.

    A line feed in the text of an edit is written as the file ends its lines.
    """
    mark = BOM_UTF8 if data.startswith(BOM_UTF8) else b""
    pieces = _ENDS.split(data[len(mark) :].decode("utf-8"))
    end = pieces[1] if len(pieces) > 1 else "\n"
    for edit in sorted(edits, reverse=True):
        line = pieces[2 * (edit.line - 1)]
        start, stop = _raw(line, edit.start - 1), _raw(line, edit.end - 1)
        pieces[2 * (edit.line - 1)] = line[:start] + edit.text.replace("\n", end) + line[stop:]
    return mark + "".join(pieces).encode()


def overlap(one: Edit, other: Edit) -> bool:
    """Return whether two edits touch the same stretch."""
    return one.line == other.line and one.start <= other.end and other.start <= one.end


def lines_of(data: bytes) -> list[str]:
    """Return the lines of a UTF-8 file as problems see them, from number 1 on."""
    return ["", *normalised(data).split("\n")]


def _raw(line: str, index: int) -> int:
    """Return where a place of the composed line is in the line as it stands in the file."""
    if index == 0 or unicodedata.is_normalized("NFC", line):
        return index
    starts = [at for at, letter in enumerate(line) if at == 0 or not unicodedata.combining(letter)]
    for start, end in pairwise([*starts, len(line)]):
        long = len(composed(line[start:end]))
        if index <= long:
            return max(at for at in range(start, end + 1) if len(composed(line[start:at])) <= index)
        index -= long
    return len(line)
