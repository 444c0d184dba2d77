"""Bytes to text: encoding, line ends and accents made one, and the characters that may not be there.

What may not be there is replaced by something harmless of the same length before YAML is read, so
that one stray character does not hide the other problems of the file.
"""

import re
import unicodedata

from reise.source.findings import Findings, span_of

# Combining marks of the scripts that are met with; the other scripts need no more than three.
_MARKS = (
    "\u0300-\u036f\u0483-\u0489\u0591-\u05bd\u0610-\u061a\u064b-\u065f\u06d6-\u06dc\u0e34-\u0e3a"
    "\u0e47-\u0e4e\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f"
)
# Default_Ignorable_Code_Point and the other format characters (Unicode 16), and the blank that is a letter.
_INVISIBLE = (
    "\u00ad\u034f\u0600-\u0605\u061c\u06dd\u070f\u0890\u0891\u08e2\u115f\u1160\u17b4\u17b5\u180b-\u180f"
    "\u200b-\u200f\u202a-\u202e\u2060-\u206f\u2800\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufffb"
    "\U000110bd\U000110cd\U00013430-\U0001343f\U0001bca0-\U0001bca3\U0001d173-\U0001d17a"
    "\U000e0000-\U000e0fff"
)
# Controls, NEL, the two Unicode line ends, private use, what is no character.
_FORBIDDEN = (
    "\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ue000-\uf8ff\ufdd0-\ufdef\ufffc\ufffe\uffff\U000f0000-\U0010ffff"
) + "".join(f"{chr(plane * 0x10000 + 0xFFFE)}{chr(plane * 0x10000 + 0xFFFF)}" for plane in range(1, 15))
#: Stands for a letter that was lost on the way to us, and for what we take out.
LOST = "\ufffd"
_BLANKS = "\xa0\u1680\u2000-\u200a\u202f\u205f\u3000"

# All but the usual letters and signs, which are in NFC and in no class above. One class of few ranges
# is ten times as fast as looking for the faults themselves, or as asking unicodedata.
_UNUSUAL = re.compile("[^\n -\\[\\]-~\xa1-\xac\xae-\u02ff\u2010-\u2027\u2030-\u205e\u20ac\u2190-\u2328]")
# These are strings, made into patterns only where something unusual is met with: to make them takes longer
# than to read most files.
_FAULTS = rf"""(?xm)
    (?P<tab> \t[\t ]* )
    | (?P<invisible> [{_INVISIBLE}] )
    | (?P<forbidden> [{LOST}{_FORBIDDEN}] )
    | (?P<marks> [{_MARKS}]{{4,}} )
    # Half a character, or none at all, written as an escape: libyaml stops at it and others let it through.
    | (?<!\\)(?:\\\\)* (?P<escape> \\u[dD][89a-fA-F][0-9a-fA-F]{{2}}
        | \\U0000[dD][89a-fA-F][0-9a-fA-F]{{2}} | \\U(?!0010|000)[0-9a-fA-F]{{8}} )
    # A blank that is not a space is part of a text, but where YAML needs a space it breaks the line.
    | ^[ -]* (?P<indent> [{_BLANKS}][ {_BLANKS}]* )
    | (?:^[ ]*(?:-[ ]+)*|[{{,][ ]*) [^\W\d]\w*(?:[ ]\w+){{0,2}}: (?P<after> [{_BLANKS}][ {_BLANKS}]* )
"""
_UNFIT = rf"[\t{_FORBIDDEN}{_INVISIBLE}\ud800-\udfff]|[{_MARKS}]{{4,}}"
_HIDDEN = f"[{_INVISIBLE}]"
_ESCAPE = re.compile(r"\\(?:x(..)|u(.{4})|U(.{8})|(.))", re.DOTALL)
_NAMED = dict(zip("0abt\tvfreNLP", "\0\a\b\t\t\v\f\r\x1b\x85\u2028\u2029", strict=True))
_FAR = re.compile(r"[^\x00-\u02ff]{32,}")


def normalised(data: bytes) -> str:
    """Return UTF-8 bytes as text without BOM, with line feeds only, in NFC."""
    text = data.decode("utf-8").removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    return text if _UNUSUAL.search(text) is None else composed(text)


def composed(text: str) -> str:
    """Return a text in NFC, in linear time."""
    return unicodedata.normalize("NFC", _FAR.sub(_thinned, text))


def _thinned(run: re.Match[str]) -> str:
    """Return a run of letters with no more than thirty marks on each."""
    # NFC sorts the marks of a letter in quadratic time; thirty are refused as surely as a million.
    kept, marks = [], 0
    for character in run[0]:
        marks = marks + 1 if unicodedata.combining(character) else 0
        if marks <= 30:
            kept.append(character)
    return "".join(kept)


def codepoint(character: str | int) -> str:
    """Return the name of a character that may be shown: "U+202E"."""
    return f"U+{character if isinstance(character, int) else ord(character):04X}"


def harmless(found: Findings) -> str:
    """Note what may not be in a text, and return the text with as many harmless characters in their place."""
    text = found.text
    if _UNUSUAL.search(text) is None:
        return text

    def replaced(fault: re.Match[str]) -> str:
        kind = fault.lastgroup or ""
        start, end = fault.span(kind)
        piece = fault[kind]
        calm = LOST * len(piece)
        leading = not text[text.rfind("\n", 0, start) + 1 : start].strip()
        if kind == "indent" or (leading and (kind == "tab" or text[end : end + 1] in " -")):
            found.indents_from = min(found.indents_from, span_of(text, start, end).line)
        if kind == "tab":
            found.add("R116", start, end)
            calm = " " * len(piece)
        elif kind == "escape":
            found.add("R104", start, end, codepoint=codepoint(int(piece[2:], 16)))
            calm = r"\ufffd" if piece[1] == "u" else r"\U0000fffd"
        elif kind == "marks":
            found.add("R104", max(start - 1, 0), end, codepoint=codepoint(piece[0]))
        elif kind == "forbidden":
            found.add("R104", start, end, codepoint=codepoint(piece))
        else:
            found.add("R105", start, end, codepoint=codepoint(piece[0]))
            calm = " " * len(piece) if kind in ("indent", "after") else calm
        return fault[0][: start - fault.start()] + calm

    return re.sub(_FAULTS, replaced, text)


def unescaped(value: str, text: str, start: int, end: int, found: Findings) -> str:
    """Note what escapes smuggled into the quoted text at text[start:end]; return its value without."""
    if _UNUSUAL.search(value) is not None and re.search(_UNFIT, value) is not None:
        known = len(found.problems)
        for escape in _ESCAPE.finditer(text, start, end):
            digits = escape[1] or escape[2] or escape[3]
            character = chr(int(digits, 16)) if digits else _NAMED.get(escape[4], "")
            if re.fullmatch(_UNFIT, character) is not None:
                code = "R105" if re.fullmatch(_HIDDEN, character) else "R104"
                found.add(code, *escape.span(), codepoint=codepoint(character))
        if len(found.problems) == known and (marks := re.search(_UNFIT, value)) is not None:
            found.add("R104", start, end, codepoint=codepoint(marks[0][0]))
        value = re.sub(_UNFIT, LOST, value)
    return composed(value)
