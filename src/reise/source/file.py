"""From a file, or the bytes of one, to a Document."""

import hashlib
import os
import stat
from dataclasses import replace
from pathlib import Path

from reise.problems import Checked, Problem, in_file_order, problem
from reise.source.characters import LOST, harmless, normalised
from reise.source.composer import Composer
from reise.source.document import Document, Entry, Mapping, Node, Scalar, Sequence
from reise.source.findings import LOCAL, Enough, Findings, span_of
from reise.source.recovery import calmed
from reise.source.slips import without_directives

MAX_BYTES = 1_000_000

# Windows has no such flags; there a link is looked for before opening.
_FLAGS = os.O_RDONLY | sum(
    getattr(os, name, 0) for name in ("O_NOFOLLOW", "O_NONBLOCK", "O_NOCTTY", "O_CLOEXEC", "O_BINARY")
)
# With these the tree is still what the author meant.
_TREE_STANDS = frozenset({"R104", "R105", "R113", "R125"}) | LOCAL
#: So often, and so many characters in all, a file is read on in behind a slip.
MOST_ROUNDS, MOST_READ = 20, 2_000_000


def read(path: Path, shown: str | None = None) -> Checked[Document]:
    """Return what the file at `path` says; problems call it `shown`, or else as it was given.

    Only regular files are opened: a link, pipe, device or folder is R101, as is what cannot be read;
    what is not there is R124.
    """
    file = shown if shown is not None else os.fsencode(path).decode("utf-8", "replace")
    try:
        data = _bytes(path)
    except (FileNotFoundError, NotADirectoryError):
        return Checked(None, (problem("R124", file),))
    except (OSError, ValueError):
        data = None
    return Checked(None, (problem("R101", file),)) if data is None else compose(data, file)


def _bytes(path: Path) -> bytes | None:
    """Return the bytes of a regular file, one more than allowed at most; None for anything else."""
    if not hasattr(os, "O_NOFOLLOW") and path.is_symlink():
        return None
    descriptor = os.open(path, _FLAGS)
    try:
        if not stat.S_ISREG(os.fstat(descriptor).st_mode):
            return None
        pieces, wanted = [], MAX_BYTES + 1
        while wanted > 0 and (piece := os.read(descriptor, wanted)):
            pieces.append(piece)
            wanted -= len(piece)
        return b"".join(pieces)
    finally:
        os.close(descriptor)


def compose(data: bytes, file: str) -> Checked[Document]:
    """Return what the bytes of a YAML file say, and all that is wrong with them as YAML.

    There can be both, so that later stages can look for problems too: a document where a key stands
    twice (it has the first only), with characters that are not allowed (it is without them), or with
    lines that were not understood (they are `blurred`).
    """
    if len(data) > MAX_BYTES:
        return Checked(None, (problem("R102", file),))
    try:
        text = normalised(data)
    except UnicodeDecodeError as error:
        before = normalised(data[: error.start])
        place = span_of(before, len(before), len(before))
        return Checked(None, (problem("R103", file, place, offset=error.start),))
    found = Findings(file, text)
    root: Node | None = None
    try:
        root = _root(without_directives(harmless(found), found), found)
        if not found.problems and (root is None or root == Scalar("", root.span)):
            found.add("R112", 0, 0)
    except Enough:
        root = None
    if root is None or not all(_stands(each, found) for each in found.problems):
        return Checked(None, in_file_order(found.problems))
    if any(each.code != "R113" for each in found.problems):
        root = _cleaned(root)
    digest = hashlib.sha256(data).hexdigest()
    document = Document(file, text, digest, root, frozenset(found.blurred))
    return Checked(document, in_file_order(found.problems))


def _root(text: str, found: Findings) -> Node | None:
    """Return the root of a text, having read on behind slips that do not reach beyond their line."""
    most = max(1, min(MOST_ROUNDS, MOST_READ // max(len(text), 1)))
    for _ in range(most):
        composer = Composer(text, found)
        root = composer.root()
        calm = calmed(text, composer.met)
        if calm == text:
            return root
        text = calm
    return None


def _stands(problem: Problem, found: Findings) -> bool:
    """Return whether the tree is what the author meant although there is this problem."""
    if problem.code == "R116":
        return problem.span is not None and problem.span.line < found.indents_from
    return problem.code in _TREE_STANDS


def _cleaned(node: Node) -> Node:
    """Return a tree without the signs that stand for characters that are not allowed."""
    match node:
        case Scalar():
            return node._replace(text=node.text.replace(LOST, ""))
        case Sequence():
            return replace(node, items=tuple(map(_cleaned, node.items)))
        case Mapping():
            entries = (
                Entry(each.key._replace(text=each.key.text.replace(LOST, "")), _cleaned(each.value))
                for each in node
            )
            return replace(node, entries=tuple(entries))
