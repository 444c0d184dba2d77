"""What a YAML file says, before anybody asks what it means: text, lists and keys, each with its place."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from reise.problems import Span


class Scalar(NamedTuple):
    """A piece of text; everything is text here. `plain` is false where it stood in quotes or a block.

    `text` is NFC; an empty plain value (`key:` with nothing after it) is "" with plain=True.
    """

    text: str
    span: Span
    plain: bool = True


@dataclass(frozen=True, slots=True)
class Sequence:
    """A list."""

    items: tuple["Node", ...]
    span: Span


class Entry(NamedTuple):
    """A key and its value."""

    key: Scalar
    value: "Node"


@dataclass(frozen=True, slots=True)
class Mapping:
    """Keys and values in file order; no key stands twice."""

    entries: tuple[Entry, ...]
    span: Span

    def __iter__(self) -> Iterator[Entry]:
        return iter(self.entries)


Node = Scalar | Sequence | Mapping


class Document(NamedTuple):
    """A file that was read: its shown path, its normalised text, the SHA-256 of its bytes, its root.

    `blurred` are the lines that were not understood and have their problem; all others say what they say.
    """

    file: str
    text: str
    sha256: str
    root: Node
    blurred: frozenset[int] = frozenset()
