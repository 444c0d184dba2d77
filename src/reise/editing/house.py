"""The house style: how a file of keys, values and comments is laid out as text."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from reise.editing.quoting import written

#: No line that holds brackets is longer; what is goes on lines of its own.
WIDTH = 100


@dataclass(slots=True)
class Words:
    """A text; `folded` are its lines where the author has broken it over several, under the sign | or >."""

    text: str
    folded: tuple[str, ...] = ()
    sign: str = ">"


@dataclass(slots=True)
class Listed:
    """A list, in brackets if it may be and fits on its line."""

    parts: list["Part"] = field(default_factory=list)
    brackets: bool = False


@dataclass(slots=True)
class Keyed:
    """Keys and values, in brackets if they may be and fit on their line."""

    parts: list["Part"] = field(default_factory=list)
    brackets: bool = False


Value = Words | Listed | Keyed


@dataclass(slots=True)
class Part:
    """A key with its value, or one of a list (with no key), and the comments that belong to it.

    `above` are comments on lines of their own, "" for a blank line; `beside` stands at the end of its
    first line; `below` follows all of it, no further in than itself.
    """

    key: str | None
    value: Value
    above: list[str] = field(default_factory=list)
    beside: str | None = None
    below: list[str] = field(default_factory=list)


def laid_out(root: Keyed, head: list[str]) -> str:
    """Return a file as text, `head` being the comments at the top of it."""
    lines = [*head, *(line for part in root.parts for line in _whole(part, 0))]
    first = next((number for number, line in enumerate(lines) if line), 0)
    return "\n".join(lines[first:]) + "\n"


def _whole(part: Part, column: int) -> list[str]:
    """Return the lines of a part that begins at a column, without the blanks before it."""
    above, lines = _lines(part, column)
    return above + lines


def _lines(part: Part, column: int) -> tuple[list[str], list[str]]:
    """Return the lines that stand above a part, and its own."""
    above = list(part.above)
    lead = "- " if part.key is None else f"{written(part.key)}: "
    beside = f"  {_spaced(part.beside)}" if part.beside else ""
    value = part.value
    if isinstance(value, Words):
        lines = [f"{lead}{value.sign if value.folded else written(value.text)}{beside}".rstrip()]
        lines += _further_in(value.folded)
    elif (flow := _in_brackets(value)) is not None and (
        not value.parts or column + len(lead) + len(flow) <= WIDTH
    ):
        lines = [f"{lead}{flow}{beside}"]
    elif part.key is not None:
        lines = [f"{lead.rstrip()}{beside}"]
        lines += _further_in(line for each in value.parts for line in _whole(each, column + 2))
    else:
        above += [_spaced(part.beside)] if part.beside else []
        # What stands above the first key stands above the dash.
        over, inside = _lines(value.parts[0], column + 2)
        inside += (line for each in value.parts[1:] for line in _whole(each, column + 2))
        above += over
        lines = [lead + inside[0], *_further_in(inside[1:])]
    return above, lines + part.below


def _further_in(lines: Iterable[str]) -> list[str]:
    """Return lines moved a step to the right."""
    return [f"  {line}" if line else "" for line in lines]


def _spaced(comment: str) -> str:
    """Return a comment with the blank after its sign that one beside a value must have."""
    return comment if comment[1:2] in ("", " ") else f"# {comment[1:]}"


def _in_brackets(value: Listed | Keyed) -> str | None:
    """Return a list or keys and values as they stand in brackets, or None where they must not."""
    if value.parts and not value.brackets:
        return None
    words = []
    for part in value.parts:
        if part.above or part.beside or part.below:
            return None
        inner = part.value
        told = _flat(inner) if isinstance(inner, Words) else _in_brackets(inner)
        if told is None:
            return None
        words.append(told if part.key is None else f"{written(part.key, brackets=True)}: {told}".rstrip())
    left, right = "[]" if isinstance(value, Listed) else "{}"
    return f"{left}{', '.join(words)}{right}"


def _flat(value: Words) -> str | None:
    """Return a text as it stands in brackets, or None where it is folded."""
    return None if value.folded else written(value.text, brackets=True)
