"""The comments of a file, each given to the key or dash that it stands by."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

from reise.editing.house import Part
from reise.problems import Span
from reise.source.document import Document, Mapping, Node, Scalar, Sequence

_COMMENT = re.compile("#.*")


class Comment(NamedTuple):
    """A comment: where it stands, and its text from the sign on; `alone` where its line holds no more."""

    line: int
    column: int
    text: str
    alone: bool


@dataclass(slots=True)
class Anchor:
    """What a comment can belong to: a part of the file, the place where it begins, what it is a part of.

    `closed` is the place where the brackets around it end, None where there are none.
    """

    part: Part
    line: int
    column: int
    parent: "Anchor | None"
    closed: tuple[int, int] | None
    airy: bool = False

    @property
    def start(self) -> tuple[int, int]:
        """Line and column where it begins."""
        return self.line, self.column


def comments(document: Document) -> Iterator[Comment]:
    """Yield the comments of a file, in order: what follows a `#` that is in no text."""
    lines = document.text.split("\n")
    taken: dict[int, list[tuple[int, int]]] = {}
    for text in _texts(document.root):
        for at, start, end in _stretches(text, lines):
            taken.setdefault(at, []).append((start, end))
    for number, line in enumerate(lines, 1):
        for match in _COMMENT.finditer(_blanked(line, taken.get(number, ()))):
            before = line[: match.start()].strip()
            words = line[match.start() :].rstrip()
            yield Comment(number, match.start() + 1, words, before in ("", "---", "..."))


def _texts(node: Node) -> Iterator[Scalar]:
    """Yield every text of a tree, keys too."""
    ahead: list[Node] = [node]
    while ahead:
        match ahead.pop():
            case Scalar() as text:
                yield text
            case Sequence() as many:
                ahead += many.items
            case Mapping() as keyed:
                ahead += (each for entry in keyed for each in (entry.key, entry.value))


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


def give(document: Document, anchors: list[Anchor]) -> list[str]:
    """Give each comment of a file to one of its anchors, and return those at the top of the file.

    A comment on a line of its own belongs to what follows, unless it stands further in than that: then
    it belongs to what it follows. Blank lines go with what they stand before, one for several.
    """
    lines = ["", *document.text.split("\n")]
    anchors.sort(key=lambda each: each.start)
    head: list[str] = []
    found = list(comments(document))
    place = 0
    waiting: list[Comment] = []
    for anchor in [*anchors, None]:
        while place < len(found) and (anchor is None or found[place][:2] < anchor.start):
            comment = found[place]
            place += 1
            before = _before(anchors, comment)
            if before is None:
                head += _with_air(comment.line, comment.text, lines, airy=bool(head))
            elif not comment.alone:
                before.part.above += [before.part.beside] if before.part.beside else []
                before.part.beside = comment.text
            elif owner := _owner(before, comment, anchor):
                owner.part.below.append(comment.text)
            else:
                waiting.append(comment)
        if anchor is not None:
            _above(anchor, waiting, lines)
            waiting = []
    return head


def _before(anchors: list[Anchor], comment: Comment) -> Anchor | None:
    """Return the last anchor before a comment that is not in brackets which are closed by then."""
    at = comment[:2]
    last = bisect_left(anchors, at, key=lambda each: each.start)
    known = (
        each
        for each in map(anchors.__getitem__, range(last - 1, -1, -1))
        if not (each.closed and each.closed <= at)
    )
    return next(known, None)


def _owner(before: Anchor, comment: Comment, following: Anchor | None) -> Anchor | None:
    """Return what a comment on a line of its own is the end of, or None where it belongs to what follows."""
    if following is not None and comment.column <= following.column:
        return None
    owner = before
    while owner.column > comment.column and owner.parent is not None:
        owner = owner.parent
    return owner if following is None or owner.column > following.column else None


def _above(anchor: Anchor, waiting: list[Comment], lines: list[str]) -> None:
    """Put comments, and the blank lines among them, above a part."""
    for comment in waiting:
        anchor.part.above += _with_air(comment.line, comment.text, lines, airy=anchor.airy)
    alone = not lines[anchor.line][: anchor.column - 1].strip()
    if alone and anchor.airy and anchor.line > 1 and not lines[anchor.line - 1].strip():
        anchor.part.above.append("")


def _with_air(line: int, text: str, lines: list[str], *, airy: bool) -> list[str]:
    """Return a comment, with a blank line before it where there is one."""
    return ["", text] if airy and line > 1 and not lines[line - 1].strip() else [text]


def closes(span: Span) -> tuple[int, int]:
    """Return line and column where something ends."""
    return span.end_line, span.end_column
