"""Which key of an event is its kind, or was meant to be."""

import re
from functools import partial

from reise.journey.keys import begun
from reise.journey.model import Kind
from reise.journey.names import DIRECTIONS, EVENT
from reise.journey.reading import Reading
from reise.journey.scalars import is_blank
from reise.journey.timewords import is_date
from reise.journey.vocabulary import find_transition
from reise.source.document import Mapping, Node, Scalar

KINDS = {kind.value: kind for kind in Kind}
#: Kinds that are a mark where another kind is there to lead.
YIELDING = ("transition", "turning_point")


def lead_of(names: list[str | None], node: Mapping) -> int | None:
    """Return which key is the kind: the first that is one, but a mark only if no other is.

    A mark that is not the first and has keys of its own has no words, so it is a mark of something else.
    """
    lead = None
    for index, name in enumerate(names):
        if name in KINDS:
            if name not in YIELDING:
                return index
            if lead is None and (index == 0 or type(node.entries[index].value) is Scalar):
                lead = index
    return lead


def misspelt_lead(reading: Reading, node: Mapping, names: list[str | None], mark: int | None) -> int | None:
    """Return which key was meant to be the kind: one that looks like it, or the first if it is like nothing.

    If there is a `mark` that could lead, it does unless it says what only a mark says.
    """
    leads = mark is not None and not _is_short(str(names[mark]), node.entries[mark].value)
    for index in (index for index, name in enumerate(names) if name is None):
        entry = node.entries[index]
        near = begun(EVENT, entry.key.text) if is_blank(entry.value) else _near(reading, entry.key.text)
        if near in KINDS or (near is None and index == 0 and not leads and not _is_date(entry.value)):
            return index
    return None


def _is_short(mark: str, node: Node) -> bool:
    """Return whether a value is a mark in short, such as `vendepunkt: opp`."""
    find = DIRECTIONS.find if mark == "turning_point" else find_transition
    return type(node) is Scalar and find(node.text) is not None


def _near(reading: Reading, words: str) -> str | None:
    """Return the key that words look most like."""
    near = reading.suggested(partial(EVENT.closest, words))
    return None if near is None else EVENT.find(near)


def _is_date(node: Node) -> bool:
    return type(node) is Scalar and is_date(node.text)


def cut_short(node: Scalar) -> str | None:
    """Return the kind that a text begins with which has no colon behind it, or no space behind that.

    «Familie kommer» can be a text without its kind, «familie: …» cannot, nor can «familie Mor kommer».
    """
    first, *rest = re.split(r"(:)|\s+", node.text, maxsplit=1)
    kind = EVENT.find(first)
    colon, words = rest or (None, "")
    plain = colon or not words or (first[:1].islower() and not words[:1].islower())
    return kind if plain and kind in KINDS else None
