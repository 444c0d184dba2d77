"""From a text that YAML gave up on to one as long that it can read on in, so that no slip hides the next."""

import re
from collections.abc import Iterable

from reise.source.characters import LOST
from reise.source.slips import Slip

#: Signs that no text may begin with.
_SIGNS = "*&!@`%"
_WORD = re.compile(r"\w+(\w(?: |(?=\n)))(?![^\n]*:(?: |\n))")
_KEY = re.compile(r" *(?:- +)*")


def calmed(text: str, slips: Iterable[Slip]) -> str:
    """Return a text with harmless signs for those that made `slips`, where that can be done."""
    for slip in slips:
        start, end = _stretch(text, slip)
        piece = text[start:end]
        word = _WORD.match(text, slip.start) if slip.code == "R120" else None
        if word and not text[text.rfind("\n", 0, slip.start) + 1 : slip.start].strip(" -"):
            # A key without its colon: the colon takes the place of its last letter.
            start, end = word.span(1)
            text = text[:start] + ": "[: end - start] + text[end:]
            continue
        if slip.code == "R121":
            calm = "- "
        elif slip.code == "R125":
            calm = "-"
        else:
            calm = re.sub(_WHAT.get(slip.code, "$^"), LOST, piece)
        text = text[:start] + calm + text[end:]
    return text


#: What is taken out of the stretch of a slip.
_WHAT = {
    "R107": f"[{_SIGNS}]",
    "R109": f"[{_SIGNS}]",
    "R120": f"[{_SIGNS}]",
    "R117": "[\"']",
    "R118": ":",
    "R123": ".",
}


def _stretch(text: str, slip: Slip) -> tuple[int, int]:
    """Return where what is to be changed begins and ends."""
    line = text.rfind("\n", 0, slip.start) + 1
    end = text.find("\n", slip.start)
    end = end if end >= 0 else len(text)
    if slip.code == "R117":
        return line, end
    if slip.code == "R121":
        return slip.start, slip.start + 2
    if slip.code == "R123" and not _ends_here(text, line, end):
        return slip.start, slip.start
    return slip.start, end if slip.code == "R123" else slip.start + 1


def _ends_here(text: str, line: int, end: int) -> bool:
    """Return whether a value ends with its line: no comma is last, and the next line is no further in."""
    further = text[end:].lstrip("\n").partition("\n")[0]
    return text[line:end].rstrip()[-1:] != "," and _indent(further) <= _indent(text[line:end])


def _indent(line: str) -> int:
    """Return how far in the words of a line begin, behind its dash."""
    lead = _KEY.match(line)
    return lead.end() if lead else 0
