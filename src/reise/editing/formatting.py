"""`reise fmt`: a file laid out in the style of the house, without changing what it means."""

import re
from codecs import BOM_UTF8
from collections.abc import Callable
from typing import Any

from reise.editing.comments import Anchor, closes, give
from reise.editing.house import Keyed, Listed, Part, Value, Words, laid_out
from reise.editing.quoting import one_line
from reise.editing.shapes import COLLECTION, EVENT, JOURNEY, KINDS, Shape, air
from reise.journey.model import Language
from reise.problems import Checked, errors
from reise.source import compose
from reise.source.document import Document, Entry, Mapping, Node, Scalar, Sequence

#: Kinds that are a mark where another kind is there to lead.
_YIELDING = ("transition", "turning_point")


def formatted(document: Document, language: str | None = None, *, collection: bool = False) -> str:
    """Return the text of a file that has no errors in the style of the house, ended by a line feed.

    With `language` its keys and fixed values are written in nb, nn or en. Every comment stays with its
    event and key; keys stand in the order of the house; what is in brackets stays so while it is short.
    """
    root = document.root
    if not isinstance(root, Mapping):
        raise ValueError("a file without keys has no style")
    tree = _Tree(document, Language(language) if language else None)
    made = tree.keyed(root, COLLECTION if collection else JOURNEY, None)
    head = give(document, tree.anchors)
    for part in made.parts:
        if isinstance(part.value, Listed) and JOURNEY.names.find(part.key or "") == "events":
            air(part.value)
    return laid_out(made, head)


def styled(
    data: bytes,
    file: str,
    meaning: Callable[[bytes], Checked[Any]],
    language: str | None = None,
    *,
    collection: bool = False,
) -> Checked[bytes]:
    """Return the bytes of a file in the style of the house, or the errors that must be mended first.

    The byte order mark and the kind of line ends stay what they were. `meaning` says what bytes mean, or
    why they mean nothing. Raises ValueError, an error of ours, where the file would mean something else.
    """
    before = meaning(data)
    document = compose(data, file).value
    if before.value is None or document is None or any(True for _ in errors(before.problems)):
        return Checked(None, tuple(errors(before.problems)))
    after = _like(data, formatted(document, language, collection=collection))
    if meaning(after).value != before.value:
        raise ValueError("a layout may not change what a file means")
    return Checked(after)


def _like(data: bytes, text: str) -> bytes:
    """Return a text as bytes, with the byte order mark and line ends that `data` has."""
    end = re.search(rb"\r\n|\r|\n", data)
    made = text.replace("\n", end[0].decode()) if end else text
    return (BOM_UTF8 if data.startswith(BOM_UTF8) else b"") + made.encode()


class _Tree:
    """Makes the parts of a file from its nodes, and notes where each of them begins."""

    def __init__(self, document: Document, tongue: Language | None) -> None:
        self.lines = ["", *document.text.split("\n")]
        self.tongue = tongue
        self.anchors: list[Anchor] = []

    def keyed(self, node: Mapping, shape: Shape | None, above: Anchor | None) -> Keyed:
        """Return keys and values."""
        lead = _lead(node) if shape is EVENT else None
        parts = []
        for entry in node:
            part = Part(self._key(entry, shape), Words(""))
            span = entry.key.span
            anchor = self._anchor(part, span.line, span.column, above)
            anchor.airy = above is None
            name = shape.names.find(entry.key.text) if shape and entry is not lead else None
            part.value = self._value(entry.value, shape, name, anchor)
            rank = -1 if entry is lead else shape.rank(entry.key.text) if shape else 0
            parts.append((rank, part))
        parts.sort(key=lambda each: each[0])
        return Keyed([part for _, part in parts], self._bracketed(node) and shape is not EVENT)

    def _value(self, node: Node, shape: Shape | None, name: str | None, anchor: Anchor) -> Value:
        """Return a value, in brackets if it is so in the file."""
        inside = shape.inside.get(name) if shape and name else None
        closed = anchor.closed
        if not isinstance(node, Scalar) and self._bracketed(node):
            anchor.closed = closed or closes(node.span)
        made: Value
        match node:
            case Mapping():
                made = self.keyed(node, inside, anchor)
            case Sequence():
                made = self._listed(node, shape, name, anchor)
            case Scalar():
                made = self._words(node, shape, name)
        anchor.closed = closed
        return made

    def _listed(self, node: Sequence, shape: Shape | None, name: str | None, above: Anchor) -> Listed:
        """Return a list, each part of it begun by its dash."""
        parts = []
        line, column = node.span.line, node.span.column
        brackets = self._bracketed(node)
        inside = shape.inside.get(name) if shape and name else None
        for item in node.items:
            part = Part(None, Words(""))
            if brackets:
                line, column = item.span.line, item.span.column
            else:
                line = self._dash(line, item, column)
            anchor = self._anchor(part, line, column, above)
            anchor.airy = above.parent is None and not brackets
            if isinstance(item, Mapping) and inside:
                closed = anchor.closed
                anchor.closed = closes(item.span) if self._bracketed(item) else closed
                part.value = self.keyed(item, inside, anchor)
                anchor.closed = closed
            else:
                part.value = self._value(item, shape, name, anchor)
            parts.append(part)
            line = item.span.end_line + 1
        return Listed(parts, brackets and inside is not EVENT)

    def _dash(self, line: int, item: Node, column: int) -> int:
        """Return the line, `line` or a later one, of the dash of something in a list."""
        dashed = (each for each in range(line, item.span.line) if self.lines[each][column - 1 :][:1] == "-")
        return next(dashed, item.span.line)

    def _words(self, node: Scalar, shape: Shape | None, name: str | None) -> Words:
        """Return a text; a fixed value in the language that is asked for."""
        span = node.span
        text = node.text
        if self.tongue and shape and name in shape.values:
            table = shape.values[name]
            known = table.find(one_line(text))
            return Words(text if known is None else table.shown(known, self.tongue))
        sign = self.lines[span.line][span.column - 1 : span.column]
        if node.plain or sign not in ("|", ">"):
            return Words(text)
        folded = tuple(line.strip(" ") for line in self.lines[span.line + 1 : span.end_line + 1])
        return Words(text, folded, sign)

    def _key(self, entry: Entry, shape: Shape | None) -> str:
        """Return a key, in the language that is asked for."""
        words = one_line(entry.key.text)
        name = shape.names.find(words) if shape and self.tongue else None
        return words if name is None or not shape or not self.tongue else shape.names.shown(name, self.tongue)

    def _anchor(self, part: Part, line: int, column: int, above: Anchor | None) -> Anchor:
        """Note where a part begins."""
        anchor = Anchor(part, line, column, above, above.closed if above else None)
        self.anchors.append(anchor)
        return anchor

    def _bracketed(self, node: Mapping | Sequence) -> bool:
        """Return whether a list or mapping stands in brackets."""
        return self.lines[node.span.line][node.span.column - 1 : node.span.column] in ("[", "{")


def _lead(node: Mapping) -> Entry | None:
    """Return the key that says the kind of an event: the first, but a mark only if no other does."""
    kinds = [each for each in node if EVENT.names.find(each.key.text) in KINDS]
    full = (each for each in kinds if EVENT.names.find(each.key.text) not in _YIELDING)
    return next(full, kinds[0] if kinds else None)
