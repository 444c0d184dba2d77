"""Readers of what belongs to a journey: times, voices, roles, transitions, tags."""

import re
from collections.abc import Callable
from functools import partial
from typing import Any

from reise.journey import timewords
from reise.journey.model import Path
from reise.journey.names import LASTS, ORDERS, TAGS, VOICES
from reise.journey.reading import Reading
from reise.journey.scalars import Meaning, as_phrase, choice, is_id, of_text
from reise.journey.time import MAX_AGE, YEAR, Quantity
from reise.journey.vocabulary import closest_role, closest_transition, find_role, find_transition
from reise.problems import Span
from reise.source.document import Node

_LETTER = re.compile("[a-z]")
_order = choice(ORDERS)
_YEARS = MAX_AGE // YEAR


def order_unknown(reading: Reading, node: Node, path: Path) -> bool | None:
    """Read `rekkefølge: ukjent`, the only thing an order can be."""
    return None if _order(reading, node, path) is None else True


def _reference(reading: Reading, words: str, span: Span) -> str | None:
    """Return the id of another event; whether it exists is a matter of the rules."""
    if (is_id(words) and _LETTER.search(words)) or not timewords.is_date(words):
        return words
    reading.report("R207", span)
    return None


def _time(find: Callable[[str], Any], limit: str) -> Meaning:
    """Return the meaning of words about time; a date is no such thing, and has its own problem."""
    most: dict[str, Any] = {limit: _YEARS}

    def mean(reading: Reading, words: str, span: Span) -> Any:
        found = find(words)
        if found is None and timewords.is_date(words):
            reading.report("R207", span)
        elif found is None:
            reading.report("R206", span, **most)
        return found

    return mean


_quantity = _time(timewords.quantity, "longest")


def _lasts(reading: Reading, words: str, span: Span) -> Quantity | str | None:
    return LASTS.find(words) or _quantity(reading, words, span)


def known_voice(reading: Reading, words: str, span: Span) -> str | None:
    """Return the voice or the role that words name, or report that they name none."""
    found = VOICES.find(words) or find_role(words, reading.collection)
    if found is None:
        allowed = VOICES.all_shown(reading.tongue)
        reading.report("R205", span, suggest=partial(_closest_voice, words), allowed=allowed)
    return found


def _closest_voice(words: str) -> str | None:
    return VOICES.closest(words) or closest_role(words)


def _role(reading: Reading, words: str, span: Span) -> str | None:
    """Return a role or service; one that nobody knows is kept as it is written, with a warning."""
    found = find_role(words, reading.collection)
    if found is None:
        found = as_phrase(reading, words, span)
        if found is not None:
            reading.report("R303", span, suggest=partial(closest_role, words))
    return found


def _transition_type(reading: Reading, words: str, span: Span) -> str | None:
    """Return the type of a transition; one that nobody knows is kept as it is written, with a warning."""
    found = find_transition(words, reading.collection)
    if found is None:
        found = as_phrase(reading, words, span)
        if found is not None:
            reading.report("R304", span, suggest=partial(closest_transition, words))
    return found


def _tag(reading: Reading, words: str, span: Span) -> str | None:
    """Return a tag: free words, but the known three under their own names."""
    return TAGS.find(words) or as_phrase(reading, words, span)


age = of_text(_time(timewords.age, "oldest"))
quantity = of_text(_quantity)
lasts = of_text(_lasts)
reference = of_text(_reference)
voice = of_text(known_voice)
role = of_text(_role)
transition_type = of_text(_transition_type)
tag = of_text(_tag)
