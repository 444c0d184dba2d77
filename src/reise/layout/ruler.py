"""How wide words are, and where lines break.

Widths are sums of advance widths in em (one em is the size of the type), read from the bundled
fonts. Kerning makes most words narrower than that; `SLACK` covers the few that it makes wider.
"""

import json
import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from typing import Protocol

from reise.resources import templates

SLACK = 1.01
#: The hyphen of a broken word, told apart from one that is written.
HYPHEN = "\u2010"
#: A number stays with the word after it, and with a short one before it: "18 år", "nr. 18", "ca. 18 år".
_UNIT = re.compile(r"(?<!\S)(\d{1,3}) (?=\w)")
_COUNTED = re.compile(r"(?<!\S)((?:nr|no|ca|c)\.) (?=\d)")
LANGUAGES = {"nb": "nb_NO", "nn": "nn_NO", "en": "en_GB"}


class Face(StrEnum):
    """The four faces of the bundled family."""

    REGULAR = "Regular"
    ITALIC = "Italic"
    SEMIBOLD = "SemiBold"
    BOLD = "Bold"


class Ruler(Protocol):
    """Whatever can tell the width of a text."""

    def width(self, text: str, face: Face = Face.REGULAR) -> float:
        """Return the width of `text` in em."""


class FontRuler:
    """The ruler of the bundled fonts."""

    def __init__(self) -> None:
        self._advances = {face: _advances(face) for face in Face}

    def width(self, text: str, face: Face = Face.REGULAR) -> float:
        """Return the width of `text` in em; a character the font lacks counts one em."""
        advances = self._advances[face]
        return SLACK * sum([advances.get(each, 1.0) for each in text])


@cache
def _advances(face: Face) -> dict[str, float]:
    """Return the advance width in em of every character of a face.

    They are read from a list that is made with the fonts: opening the fonts takes longer than
    laying out a map.
    """
    per_em, faces = json.loads((templates() / "fonts" / "advances.json").read_text(encoding="utf-8"))
    return {letter: width / per_em for letter, width in faces[face].items()}


@dataclass(frozen=True, slots=True)
class Room:
    """The space lines are set in, in em of the type: the width, and what the first line lacks of it."""

    width: float
    first_less: float = 0.0


class Wrapper:
    """Breaks text into lines: at spaces, after hyphens and slashes, in a word only where it must."""

    def __init__(self, ruler: Ruler, language: str) -> None:
        self.ruler = ruler
        self.language = language
        self._pieces: dict[tuple[str, Face], list[tuple[str, float, bool]]] = {}
        self._space = {face: ruler.width(" ", face) for face in Face}

    def longest(self, text: str, face: Face = Face.REGULAR) -> float:
        """Return the width in em of the longest piece that stays whole."""
        return max((width for _, width, _ in self._split(text, face)), default=0.0)

    def first(self, text: str, face: Face = Face.REGULAR) -> float:
        """Return the width in em of the first piece that stays whole."""
        return next((width for _, width, _ in self._split(text, face)), 0.0)

    def lines(self, text: str, room: Room, face: Face = Face.REGULAR) -> tuple[str, ...]:
        """Return the lines of `text` in `room`; every character but the spaces at breaks is kept."""
        space = self._space[face]
        lines: list[str] = []
        line, used = "", 0.0
        left = room.width - room.first_less
        for piece, width, glued in self._split(text, face):
            gap = 0.0 if glued or not line else space
            if used + gap + width <= left:
                line += piece if glued or not line else " " + piece
                used += gap + width
                continue
            if line or (room.first_less and not lines):
                lines.append(line)
                line, used, left = "", 0.0, room.width
            while width > left:
                head, piece = self._cut(piece, left, face)
                lines.append(head)
                left = room.width
                width = self.ruler.width(piece, face)
            line, used = piece, width
        if line:
            lines.append(line)
        return tuple(lines)

    def count(self, text: str, room: Room, face: Face = Face.REGULAR) -> int:
        """Return how many lines `text` takes in `room`, without setting it."""
        space = self._space[face]
        left, lines, used = room.width - room.first_less, 1, 0.0
        for _, width, glued in self._split(text, face):
            if width > room.width:
                return len(self.lines(text, room, face))
            more = used + (width if glued or not used else space + width)
            if more <= left:
                used = more
                continue
            if used or left < room.width:
                lines += 1
            left, used = room.width, width
        return lines if text else 0

    def _split(self, text: str, face: Face) -> list[tuple[str, float, bool]]:
        """Return the unbreakable pieces of `text`: piece, width, glued to the one before."""
        known = self._pieces.get((text, face))
        if known is None:
            known = []
            for word in _COUNTED.sub("\\1\u00a0", _UNIT.sub("\\1\u00a0", text)).split(" "):
                glued = False
                for piece in _after_marks(word):
                    known.append((piece, self.ruler.width(piece, face), glued))
                    glued = True
            known = [each for each in known if each[0]]
            self._pieces[(text, face)] = known
        return known

    def _cut(self, word: str, left: float, face: Face) -> tuple[str, str]:
        """Return `word` in two, the first no wider than `left`, at a syllable if any fits."""
        width = self.ruler.width
        for place in reversed(_syllables(self.language, word)):
            if width(word[:place] + HYPHEN, face) <= left:
                return word[:place] + HYPHEN, word[place:]
        place = len(word) - 1
        while place > 1 and width(word[:place] + HYPHEN, face) > left:
            place -= 1
        return word[:place] + HYPHEN, word[place:]


def _after_marks(word: str) -> Sequence[str]:
    """Return `word` cut after each hyphen, dash or slash that has a letter on both sides."""
    if not any(mark in word for mark in "-–/"):
        return (word,)
    pieces, start = [], 0
    for place in range(1, len(word) - 1):
        if word[place] in "-–/" and word[place - 1].isalpha() and word[place + 1].isalpha():
            pieces.append(word[start : place + 1])
            start = place + 1
    return (*pieces, word[start:])


@cache
def _syllables(language: str, word: str) -> tuple[int, ...]:
    """Return the places where `word` may be hyphenated, by the patterns of its language."""
    import pyphen

    return tuple(pyphen.Pyphen(lang=LANGUAGES[language], left=2, right=2).positions(word))
