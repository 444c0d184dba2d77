"""Text as YAML writes it: in quotes only where it would else be read as something more than text."""

import re

#: What a text may not begin with, where it stands without quotes.
_BEGINS = re.compile(r"[,\[\]{}#&*!|>'\"%@`]|[-?:](?:\s|$)|-[^\W\d_]|-[«\"']|<<$|---|\.\.\.")
_HOLDS = re.compile(r":(?:\s|$)|\s#")
#: In brackets, commas and brackets end a text, and some readers end it at a colon or question mark too.
_HOLDS_IN_BRACKETS = re.compile(r"[,\[\]{}:?]")


def one_line(text: str) -> str:
    r"""Return a text on one line, as every reader of a journey takes it.

    >>> one_line(" linje for\n  linje ")
    'linje for linje'
    """
    return re.sub(r"[ \t\r\n]+", " ", text).strip()


def written(text: str, *, brackets: bool = False) -> str:
    """Return a text as it is written in a file, in `brackets` or on a line of its own.

    >>> written("Mor sa: gå hjem"), written("17,5"), written("17,5", brackets=True)
    ('"Mor sa: gå hjem"', '17,5', '"17,5"')
    """
    text = one_line(text)
    special = not text or text == "null" or _BEGINS.match(text) or _HOLDS.search(text)
    if special or (brackets and _HOLDS_IN_BRACKETS.search(text)):
        return in_quotes(text)
    return text


def in_quotes(text: str) -> str:
    """Return a text in double quotes, or in single ones where it holds double ones or backslashes.

    >>> print(in_quotes('Hun sa "nei"'))
    'Hun sa "nei"'
    """
    if '"' in text or "\\" in text:
        return "'" + text.replace("'", "''") + "'"
    return f'"{text}"'
