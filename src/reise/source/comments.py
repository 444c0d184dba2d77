"""The comments of a file: what follows a `#` that is in no text."""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from reise.source.document import Document, Mapping, Node, Scalar, Sequence

_COMMENT = re.compile("#.*")


class Comment(NamedTuple):
    """A comment: where it stands, and its text from the sign on; `alone` where its line holds no more."""

    line: int
    column: int
    text: str
    alone: bool


def comments(document: Document) -> Iterator[Comment]:
    """Yield the comments of a file, in order: what follows a `#` that is in no text."""
    lines = document.text.split("\n")
    signed = {number for number, line in enumerate(lines, 1) if "#" in line}
    taken: dict[int, list[tuple[int, int]]] = {}
    for text in texts(document.root) if signed else ():
        for at, start, end in _stretches(text, lines):
            if at in signed:
                taken.setdefault(at, []).append((start, end))
    for number in sorted(signed):
        line = lines[number - 1]
        for match in _COMMENT.finditer(_blanked(line, taken.get(number, ()))):
            before = line[: match.start()].strip()
            words = line[match.start() :].rstrip()
            yield Comment(number, match.start() + 1, words, before in ("", "---", "..."))


def texts(node: Node) -> Iterator[Scalar]:
    """Yield every text of a tree, keys too."""
    ahead: list[Node] = [node]
    while ahead:
        each = ahead.pop()
        if type(each) is Scalar:
            yield each
        elif type(each) is Sequence:
            ahead += each.items
        elif type(each) is Mapping:
            for entry in each.entries:
                ahead += entry


def _stretches(text: Scalar, lines: list[str]) -> Iterator[tuple[int, int, int]]:
    """Yield line, start and end of all that a text takes up, but not the comment after | or >."""
    span = text.span
    block = not text.plain and lines[span.line - 1][span.column - 1 : span.column] in ("|", ">")
    for line in range(span.line, span.end_line + 1):
        start = span.column - 1 if line == span.line else 0
        end = span.end_column - 1 if line == span.end_line else len(lines[line - 1])
        yield line, start, start + 1 if block and line == span.line else end


def _blanked(line: str, taken: Iterable[tuple[int, int]]) -> str:
    """Return a line with blanks in the place of its texts."""
    for start, end in taken:
        line = line[:start] + " " * (end - start) + line[end:]
    return line
