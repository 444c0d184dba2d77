"""Which problems have one certain cure, and which edits make it.

Certain is what leaves no choice: the writer can have meant nothing else, or what else it could be means
the same. A cure that this room proposes is still tried out before it counts (see corrections.py).
"""

import re
from collections.abc import Callable, Iterator

from reise.editing.edits import Edit
from reise.editing.quoting import in_quotes
from reise.journey.names import COLLECTION, CONSENT, EVENT, JOURNEY, SOURCE, TURNING_POINT, VOICES, fold
from reise.problems import Problem, Span

Cure = Callable[[Problem, Span, list[str]], Iterator[Edit]]

_BLANKS = re.compile(r"[\xa0\u1680\u2000-\u200a\u202f\u205f\u3000]")
#: Signs that nobody sees and no text in Latin letters needs; not the blanks that are letters elsewhere.
_NOTHING = re.compile(
    r"U\+(00AD|034F|061C|180E|200[B-F]|202[A-E]|206[0-9A-F]|FE0[0-9A-F]|FEFF|E00[0-9A-F]{2})"
)
#: All that stands on a line before its value, where that is not in brackets.
_BEFORE = re.compile(r" *(?:- +)*(?:[^\s:\[{#\"'-][^:\[{#\"']*: +)?")
_SMART = {"“": "”", "”": "”", "„": "“”", "‘": "’", "’": "’", "«": "»", "»": "«"}
_TABLES = (EVENT, JOURNEY, SOURCE, CONSENT, TURNING_POINT, COLLECTION)


def slips(one: str, other: str) -> int:
    """Return how many letters were missed, added, changed or swapped between two words.

    The optimal string alignment distance (Damerau 1964).

    >>> slips("aldr", "alder"), slips("tjenetse", "tjeneste"), slips("ung", "ung")
    (1, 1, 0)
    """
    rows = [list(range(len(other) + 1))]
    for i, letter in enumerate(one, 1):
        row = [i]
        for j, there in enumerate(other, 1):
            best = min(rows[-1][j] + 1, row[-1] + 1, rows[-1][j - 1] + (letter != there))
            if i > 1 and j > 1 and letter == other[j - 2] and one[i - 2] == there:
                best = min(best, rows[-2][j - 2] + 1)
            row.append(best)
        rows.append(row)
    return rows[-1][-1]


def _meant(problem: Problem, words: str) -> str | None:
    """Return the word that was misspelt, if it is one slip away (two in a long word) and no other is.

    A slip in the first letter is none: «kjent» is no «ukjent».
    """
    args = dict(problem.args)
    words, suggestion = fold(words), str(args.get("suggestion", ""))
    near = slips(words, fold(suggestion)) if len(words) < 60 else 60
    if not suggestion or words[:1] != fold(suggestion)[:1] or near > min(2, len(words) // 4):
        return None
    others = {fold(each) for each in str(args.get("allowed", "")).split(", ")} - {fold(suggestion)}
    return None if any(slips(words, each) <= near for each in others) else suggestion


def _value(span: Span, lines: list[str]) -> tuple[int, str] | None:
    """Return where the value of a line begins, and the value; None if it is in brackets or has a comment."""
    line = lines[span.line].rstrip()
    before = _BEFORE.match(line)
    start = before.end() if before else 0
    value = line[start:]
    if not value or start >= span.column or re.search(r"\s#", value):
        return None
    return start, value


def _replaced(span: Span, start: int, value: str, text: str) -> Edit:
    return Edit(span.line, start + 1, start + 1 + len(value), text)


def _in_quotes(problem: Problem, span: Span, lines: list[str]) -> Iterator[Edit]:
    """Put a value in quotes that begins with a sign of YAML, but is clearly words."""
    found = _value(span, lines)
    if found and found[0] + 1 == span.column:
        start, value = found
        words = (value[0] in "*!" and value[1:2] not in "*! " and " " in value) or value[:2] == "& "
        if words or value[0] in "@`%":
            yield _replaced(span, start, value, in_quotes(value))


def _colon(problem: Problem, span: Span, lines: list[str]) -> Iterator[Edit]:
    """Put a value in quotes that holds a colon, unless a key stands before that: two lines made one."""
    found = _value(span, lines)
    if not found or found[1][0] in "\"'[{|>":
        return
    start, value = found
    last = value[: span.column - 1 - start].split()
    keys = (" ".join(last[-count:]) for count in (1, 2, 3))
    if not any(table.find(key) for key in keys for table in _TABLES):
        smart = _SMART.get(value[0], "") if value[0] in "“”„" else ""
        bare = value[1:-1] if value[-1:] and value[-1] in smart else value
        yield _replaced(span, start, value, in_quotes(bare))


def _quotes(problem: Problem, span: Span, lines: list[str]) -> Iterator[Edit]:
    """Mend quotes: those in a text that is in quotes, those around a part of it only, the one forgotten."""
    found = _value(span, lines)
    if not found or found[1][0] != '"' or "\\" in found[1]:
        return
    start, value = found
    inner = value.find('"', 1)
    if inner < 0 and value[-1] in "“”" and not re.search("[“”„]", value[1:-1]):
        yield _replaced(span, start, value, value[:-1] + '"')
    elif inner < 0:
        following = next(filter(str.strip, lines[span.line + 1 :]), "- ")
        if re.match(r" *(?:- |[^\s:]+(?: [^\s:]+){0,2}:(?: |$))", following):
            yield _replaced(span, start, value, value + '"')
    elif value[inner - 1] == " " and value[-1] == '"' and inner < len(value) - 1:
        yield _replaced(span, start, value, in_quotes(value[1:-1]))
    elif value[inner - 1] != " ":
        yield _replaced(span, start, value, in_quotes(value))


def _blank(problem: Problem, span: Span, lines: list[str]) -> Iterator[Edit]:
    """Take away what nobody sees; a blank that is no space becomes one."""
    piece = lines[span.line][span.column - 1 : span.end_column - 1]
    if _BLANKS.search(piece):
        yield Edit(span.line, span.column, span.end_column, _BLANKS.sub(" ", piece))
    elif _NOTHING.fullmatch(str(dict(problem.args)["codepoint"])):
        yield Edit(span.line, span.column, span.end_column, "")


def _control(problem: Problem, span: Span, lines: list[str]) -> Iterator[Edit]:
    """Write a sign of Windows-1252 that came as a control character as what it was."""
    piece = lines[span.line][span.column - 1 : span.end_column - 1]
    if len(piece) == 1 and "\x80" <= piece <= "\x9f":
        meant = piece.encode("latin-1").decode("cp1252", "replace")
        if meant != "\ufffd":
            yield Edit(span.line, span.column, span.end_column, meant)


def _tab(problem: Problem, span: Span, lines: list[str]) -> Iterator[Edit]:
    """Write a blank for a tab in a line; one that a line begins with is a matter of all such lines."""
    if lines[span.line][: span.column - 1].strip():
        at_end = not lines[span.line][span.end_column - 1 :].strip()
        yield Edit(span.line, span.column, span.end_column, "" if at_end else " ")


def _dash(problem: Problem, span: Span, lines: list[str]) -> Iterator[Edit]:
    """Put the space after a dash."""
    yield Edit(span.line, span.end_column, span.end_column, " ")


def _key(problem: Problem, span: Span, lines: list[str]) -> Iterator[Edit]:
    """Write a misspelt key as it was meant, or put its colon."""
    words = lines[span.line][span.column - 1 : span.end_column - 1]
    wanted = str(dict(problem.args).get("colon", ""))
    if wanted:
        for gap in re.finditer(r"[\s:]+", words):
            key = words[: gap.start()]
            if any(table.find(key) and table.find(key) == table.find(wanted) for table in (*_TABLES, VOICES)):
                start = span.column + gap.start()
                yield Edit(span.line, start, span.column + gap.end(), ": ")
                return
    elif bare := [*_bare(problem, span, lines)]:
        yield from bare
    elif meant := _meant(problem, words):
        yield Edit(span.line, span.column, span.end_column, meant)


def _word(problem: Problem, span: Span, lines: list[str]) -> Iterator[Edit]:
    """Write a misspelt value as it was meant, or without the typographic quotes around it."""
    words = lines[span.line][span.column - 1 : span.end_column - 1]
    if span.line != span.end_line or not words:
        return
    if bare := [*_bare(problem, span, lines)]:
        yield from bare
    elif meant := _meant(problem, words.strip("\"'")):
        yield Edit(span.line, span.column, span.end_column, meant)


def _bare(problem: Problem, span: Span, lines: list[str]) -> Iterator[Edit]:
    """Take the typographic quotes away that stand around a name."""
    words = lines[span.line][span.column - 1 : span.end_column - 1]
    if span.line == span.end_line and len(words) > 2 and words[-1] in _SMART.get(words[0], ""):
        yield Edit(span.line, span.column, span.end_column, words[1:-1].strip())


def _bullet(problem: Problem, span: Span, lines: list[str]) -> Iterator[Edit]:
    """Write a hyphen for the sign that a list was made with."""
    yield Edit(span.line, span.column, span.end_column, "-")


def _edition(problem: Problem, span: Span, lines: list[str]) -> Iterator[Edit]:
    """Say which version of the format the file is written in, where it does not, or does in other quotes."""
    yield from _bare(problem, span, lines)
    if not any(fold(line.split(":")[0]) == "reise" for line in lines):
        yield Edit(span.line, 1, 1, "reise: 1\n")


#: The cure of each problem that can have one.
CURES: dict[str, Cure] = {
    "R104": _control,
    "R105": _blank,
    "R107": _in_quotes,
    "R109": _in_quotes,
    "R116": _tab,
    "R117": _quotes,
    "R118": _colon,
    "R120": _in_quotes,
    "R121": _dash,
    "R125": _bullet,
    "R202": _key,
    "R205": _word,
    "R206": _word,
    "R214": _bare,
    "R218": _edition,
    "R302": _bare,
    "R303": _bare,
    "R304": _bare,
}
