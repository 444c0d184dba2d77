"""YAML events to a tree of texts, lists and keys that knows all its places.

PyYAML's own composer recurses (libyaml's crashes on deep nesting), forgets the first of two equal
keys, follows aliases and guesses types; ours is one loop that does none of that.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, NoReturn

from yaml.error import YAMLError
from yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamEndEvent,
)

from reise.problems import Span
from reise.source import events
from reise.source.cause import cause
from reise.source.characters import unescaped
from reise.source.document import Entry, Mapping, Node, Scalar, Sequence
from reise.source.findings import OF_SIGNS, Enough, Findings, span_of
from reise.source.slips import Slip, slips

MAX_DEPTH = 12
MAX_NODES = 200_000

_COLON = re.compile(" *:")
_PROPERTY = re.compile(r"\s*([&!][^\s,\[\]{}]*)")


@dataclass(slots=True)
class _Mark:
    """A place as YAML counts, from 0."""

    index: int
    line: int
    column: int


class Composer:
    """Composes the tree of one text, and notes what stands in the way."""

    def __init__(self, text: str, found: Findings) -> None:
        self.text = text
        self.found = found
        self.watched = slips(text)
        self.quoted = (0, 0)
        #: The slips that were met with, and with them what ended the reading.
        self.met: list[Slip] = []

    def root(self) -> Node | None:
        """Return the root of the tree, or None where there is none; raise Enough where there is too much."""
        known = len(self.found.problems)
        try:
            return self._composed(events.reader(self.text))
        except events.TooDeep:
            # libyaml looked ahead and gave up before it told of the levels; PyYAML's own parser tells.
            del self.found.problems[known:]
            return self._composed(events.PurePythonParser(self.text).get_event)

    def _composed(self, next_event: Callable[[], Any]) -> Node | None:
        """Return the root of the tree that events tell of."""
        # A tight loop: names are local, a list is a list of nodes or of entries, and tuples are made without
        # a function of their own in Python between, since this is where the time of reading goes.
        watched = self.watched
        made = tuple.__new__
        above: list[Any] = []
        items: list[Any] = []
        seen: dict[str, Scalar] | None = None
        key: Scalar | None = None
        start: Any = None
        end: Any = None
        node: Any
        span: Any = None
        nodes, begun = 0, False
        try:
            while True:
                event: Any = next_event()
                kind = event.__class__
                if kind is ScalarEvent:
                    before = end
                    start = event.start_mark
                    end = event.end_mark
                    if event.style:
                        node = self._dressed(event)
                        span = node.span
                    else:
                        if not event.value:
                            start = end = self._empty(before, start)
                        span = made(Span, (start.line + 1, start.column + 1, end.line + 1, end.column + 1))
                        node = made(Scalar, (event.value, span, True))
                        if watched:
                            self._watch(start.index, end.index)
                    if event.anchor or event.tag:
                        self._properties(event)
                elif kind is MappingStartEvent or kind is SequenceStartEvent:
                    if event.anchor or event.tag:
                        self._properties(event)
                    above.append((items, seen, key, event))
                    if len(above) > MAX_DEPTH:
                        self._stop("R106", event)
                    items, seen, key = [], {} if kind is MappingStartEvent else None, None
                    continue
                elif kind is MappingEndEvent or kind is SequenceEndEvent:
                    span = _around(above[-1][3], event, span)
                    if seen is None:
                        node = Sequence(tuple(items), span)
                    elif len(seen) == len(items):
                        node = Mapping(tuple(items), span)
                    else:
                        kept = (each for each in items if seen.get(each.key.text) is each.key)
                        node = Mapping(tuple(kept), span)
                    items, seen, key, _ = above.pop()
                elif kind is AliasEvent:
                    span = span_of(self.text, event.start_mark.index, event.end_mark.index)
                    self.found.add_at("R107", span)
                    node = Scalar("", span)
                elif kind is StreamEndEvent:
                    return items[0] if items else None
                elif kind is DocumentStartEvent and begun:
                    self._stop("R111", event)
                else:
                    begun = begun or kind is DocumentStartEvent
                    continue

                nodes += 1
                if nodes > MAX_NODES:
                    self.found.add_at("R115", span)
                    raise Enough
                if seen is None:
                    items.append(node)
                elif key is not None:
                    items.append(made(Entry, (key, node)))
                    key = None
                elif kind is not ScalarEvent or not node.text or node.text == "<<":
                    key = self._odd_key(node)
                else:
                    key = node
                    if seen.setdefault(node.text, node) is not node:
                        self.found.add_at("R113", span, related=(seen[node.text].span,))
        except (YAMLError, ValueError, OverflowError) as error:
            if events.is_too_deep(error):
                raise events.TooDeep from None
            brackets = [begin.start_mark.index for *_, begin in above if begin.flow_style]
            last = (start.index, end.index) if start else (0, 0)
            self._blame(error, last, brackets[-1] if brackets else None)
            return None

    def _dressed(self, event: Any) -> Scalar:
        """Return a text in quotes or in a block, which may hold escapes or end in blank lines."""
        mark, start, end = event.start_mark, event.start_mark.index, event.end_mark.index
        value = event.value
        if event.style in "|>":
            end = start + len(self.text[start:end].rstrip())
            lines = self.text.count("\n", start, end)
            column = end - self.text.rfind("\n", start, end) if lines else mark.column + 1 + end - start
            return Scalar(value, Span(mark.line + 1, mark.column + 1, mark.line + 1 + lines, column), False)
        self.quoted = (start, end)
        if event.style == '"':
            value = unescaped(value, self.text, start, end, self.found)
        stop = event.end_mark
        return Scalar(value, Span(mark.line + 1, mark.column + 1, stop.line + 1, stop.column + 1), False)

    def _empty(self, before: Any, mark: Any) -> Any:
        """Return where an empty value stands: after its colon (libyaml errs in {} and at the end)."""
        if before is not None and (colon := _COLON.match(self.text, before.index)) is not None:
            return _Mark(colon.end(), before.line, before.column + len(colon[0]))
        if mark.index < len(self.text):
            return mark
        last = span_of(self.text, mark.index, mark.index)
        return _Mark(mark.index, last.line - 1, last.column - 1)

    def _watch(self, start: int, end: int) -> None:
        """Note the slips that an unquoted text at start:end proves."""
        for index in {start, end}:
            if (slip := self.watched.get(index)) is not None:
                self.met.append(slip)
                self.found.add(*slip)

    def _properties(self, event: Any) -> None:
        """Note the anchor and the tag before a value."""
        at = event.start_mark.index
        while (sign := _PROPERTY.match(self.text, at)) is not None:
            self.found.add("R107" if sign[1][0] == "&" else "R109", *sign.span(1))
            at = sign.end()

    def _odd_key(self, node: Node) -> Scalar:
        """Note a key that cannot be one, and return a stand-in for it."""
        if isinstance(node, Scalar) and node.text:
            self.found.add_at("R108", node.span)
        elif not self.found.has({"R107"}, node.span.line, node.span.line):
            self.found.add_at("R114", node.span)
        return Scalar("", node.span)

    def _stop(self, code: str, event: Any) -> NoReturn:
        """Note a problem at an event, and end the reading."""
        self.found.add(code, event.start_mark.index, event.end_mark.index)
        raise Enough

    def _blame(self, error: Exception, last: tuple[int, int], bracket: int | None) -> None:
        """Note what ended the reading, unless it only follows from something noted before."""
        slip = cause(error, self.text, self.watched, last, self.quoted, bracket)
        span = span_of(self.text, slip.start, slip.end)
        since = self.text.count("\n", 0, last[0]) + 1
        if self.found.indents_from <= span.line and slip.code not in OF_SIGNS:
            return
        if self.found.has({"R107", "R109", "R119", "R121", "R125"}, since, span.line):
            return
        if self.text.startswith("- ", slip.start) and self.found.has({"R121", "R125"}):
            return
        self.met.append(slip)
        if span.line not in self.found.blurred:
            self.found.add_at(slip.code, span)


def _around(begin: Any, end: Any, last: Span) -> Span:
    """Return the place of a list or mapping: to its bracket, or without one to the end of its last part."""
    mark, stop = begin.start_mark, end.end_mark
    if begin.flow_style and stop.index > end.start_mark.index:
        return Span(mark.line + 1, mark.column + 1, stop.line + 1, stop.column + 1)
    # An item that is empty may have been placed on the line above, behind the key of the list.
    least = mark.line + 1, mark.column + 2
    return Span(mark.line + 1, mark.column + 1, *max(least, (last.end_line, last.end_column)))
