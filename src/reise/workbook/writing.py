"""A document as YAML in the house style: short lists and short values in one line, air above milestones."""

import re
from collections.abc import Iterator

from reise.journey.model import Kind
from reise.journey.names import JOURNEY, KIND
from reise.source import compose
from reise.source.document import Entry, Mapping, Node, Scalar, Sequence

#: The longest line that a list or a small value is still written in.
_WIDTH = 100
#: Words that YAML reads as they stand, wherever they stand.
_PLAIN = re.compile(r"\w(?:[\w .+/()«»–-]*[\w.+)»])?")
_ESCAPED = str.maketrans({"\\": r"\\", '"': r"\"", "\n": r"\n", "\t": r"\t"})


def quoted(text: str, *, inside: bool = False) -> str:
    r"""Return a text as YAML: as it stands where it is read back so, else in double quotes.

    `inside` is for what stands in [] or {}.

    >>> quoted("Får plass"), quoted("Hun sa: kom inn"), quoted("null")
    ('Får plass', '"Hun sa: kom inn"', '"null"')
    """
    if text != "null" and (_PLAIN.fullmatch(text) or _reads_back(text, inside=inside)):
        return text
    return f'"{text.translate(_ESCAPED)}"'


def _reads_back(text: str, *, inside: bool) -> bool:
    """Return whether a text without quotes is read as itself."""
    read = compose((f"x: [{text}]" if inside else f"x: {text}").encode(), "")
    root = read.value.root if read.value and not read.problems else None
    if type(root) is not Mapping or len(root.entries) != 1:
        return False
    value = root.entries[0].value
    if inside and type(value) is Sequence and len(value.items) == 1:
        value = value.items[0]
    return type(value) is Scalar and value.plain and value.text == text


def yaml_text(root: Mapping) -> str:
    """Return a document as the text of a YAML file that says the same.

    Texts come back as they are, in NFC and on one line; an empty one as `""`.
    """
    lines: list[str] = []
    for entry in root.entries:
        if JOURNEY.find(entry.key.text) == "events":
            lines.append("")
        lines += _entry(entry, "")
    return "\n".join(lines) + "\n"


def _entry(entry: Entry, indent: str) -> list[str]:
    """Return the lines of a key and its value."""
    key = f"{indent}{quoted(entry.key.text)}:"
    short = _inline(entry.value)
    if short is not None and len(key) + len(short) < _WIDTH:
        return [f"{key} {short}"]
    match entry.value:
        case Mapping():
            return [key, *(line for each in entry.value for line in _entry(each, indent + "  "))]
        case Sequence():
            return [key, *_listed(entry.value, indent + "  ")]
    return [f"{key} {quoted(entry.value.text)}"]


def _listed(node: Sequence, indent: str) -> Iterator[str]:
    """Yield the lines of a list; an event that is a milestone has an empty line above."""
    for number, each in enumerate(node.items):
        if type(each) is not Mapping:
            short = _inline(each)
            yield f"{indent}- {quoted(each.text) if type(each) is Scalar else short}"
            continue
        if number and KIND.find(each.entries[0].key.text) is Kind.MILESTONE:
            yield ""
        lines = [line for entry in each.entries for line in _entry(entry, indent + "  ")]
        yield f"{indent}- {lines[0].lstrip()}"
        yield from lines[1:]


def _inline(node: Node) -> str | None:
    """Return a list of texts, or a small value of texts, in one line; None for all else."""
    match node:
        case Sequence() if all(type(each) is Scalar for each in node.items):
            return f"[{', '.join(_within(each) for each in node.items)}]"
        case Mapping() if all(type(each.value) is Scalar for each in node):
            told = (f"{quoted(each.key.text, inside=True)}: {_within(each.value)}" for each in node)
            return f"{{{', '.join(told)}}}"
    return None


def _within(node: Node) -> str:
    return quoted(node.text, inside=True) if type(node) is Scalar else ""
