"""Text: bytes to a Document, or to all that is wrong with them as YAML (R1xx)."""

from reise.source.document import Document, Entry, Mapping, Node, Scalar, Sequence
from reise.source.file import compose, read

__all__ = ["Document", "Entry", "Mapping", "Node", "Scalar", "Sequence", "compose", "read"]
