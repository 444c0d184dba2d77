"""The only door to PyYAML: text to events, by libyaml where it is there, else by PyYAML itself."""

import re
from collections.abc import Callable
from typing import Any

from yaml.events import Event, ScalarEvent
from yaml.parser import Parser
from yaml.reader import Reader
from yaml.scanner import Scanner

try:
    from yaml._yaml import CParser
except ImportError:
    CParser = None  # type: ignore[assignment,misc]


class PurePythonParser(Reader, Scanner, Parser):
    """PyYAML's own parser; unlike libyaml it ends a text in [] or {} at a question mark, so we hide those."""

    def __init__(self, text: str) -> None:
        Reader.__init__(self, re.sub(r"(?<=[^\s\[{,])\?", "\ue000", text))
        Scanner.__init__(self)
        Parser.__init__(self)

    def get_event(self) -> Event | None:
        """Return the next event."""
        event: Event | None = super().get_event()  # type: ignore[no-untyped-call]
        if isinstance(event, ScalarEvent):
            event.value = event.value.replace("\ue000", "?")
        return event


class TooDeep(Exception):  # noqa: N818 - it is the text that is too deep
    """Libyaml gave up on levels within levels (from PyYAML 6.0.4 on, at a thousand of them)."""


def is_too_deep(error: Exception) -> bool:
    """Whether an error of the parser is that it gave up on levels within levels."""
    return "nesting depth" in str(getattr(error, "problem", ""))


#: The parser in use.
FASTEST: Callable[[str], Any] = PurePythonParser if CParser is None else CParser


def reader(text: str) -> Callable[[], Any]:
    """Return a function that returns the next event of a text, and raises YAMLError."""
    next_event: Callable[[], Any] = FASTEST(text).get_event
    return next_event
