"""Patterns that are made when a text first has what they cannot be found without: most files have none."""

import re
from collections.abc import Iterator
from functools import cached_property


class Pattern:
    """A compiled pattern, later: to make a large one takes Python longer than to read a journey.

    Each of `needs` is a small pattern that is found, capitals or not, in every text that it is found in.
    """

    def __init__(self, pattern: str, flags: re.RegexFlag = re.NOFLAG, *, needs: tuple[str, ...] = ()) -> None:
        self._pattern = pattern
        self._flags = flags
        self._needs = needs

    @cached_property
    def _made(self) -> re.Pattern[str]:
        return re.compile(self._pattern, self._flags)

    def may_be_in(self, text: str) -> bool:
        """Whether a text has all that it needs."""
        return all(re.search(each, text, re.IGNORECASE) for each in self._needs)

    def finditer(self, text: str) -> Iterator[re.Match[str]]:
        """Yield where it is found in a text."""
        return self._made.finditer(text) if self.may_be_in(text) else iter(())
