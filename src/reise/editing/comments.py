"""The comments of a file, each given to the key or dash that it stands by."""

from bisect import bisect_left
from dataclasses import dataclass

from reise.editing.house import Part
from reise.problems import Span
from reise.source.comments import Comment, comments
from reise.source.document import Document


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
