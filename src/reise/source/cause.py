"""From the place where YAML gave up to the slip that made it so."""

import re
from collections.abc import Mapping

from reise.source.slips import Slip

Stretch = tuple[int, int]

_SIGNS = {'"': "R117", "'": "R117", "*": "R107", "&": "R107", "!": "R109", "%": "R110"}
_QUOTED = re.compile(r'"(?:[^"\\\n]|\\.)*"|\'[^\'\n]*\'')
_WORD = re.compile(r"\S*")


def cause(
    error: Exception,
    text: str,
    watched: Mapping[int, Slip],
    last: Stretch,
    quoted: Stretch,
    bracket: int | None,
) -> Slip:
    """Return what made `error`.

    `last` is the latest text that was read, `quoted` the latest in quotes, `bracket` where the
    innermost one stands that is open still.
    Goes by the places and the source line rather than by the words of the error, since PyYAML and
    libyaml word the same error differently.
    """
    at = _index(error, "problem_mark", text)
    since = _index(error, "context_mark", text)
    doing = str(getattr(error, "context", None) or "")
    line, end = _line(text, at)

    if text[since : since + 1] == "*" and since in watched:
        return watched[since]
    if not re.search("simple key|block mapping|block collection|flow|next token", doing) and doing:
        return Slip("R118", at, at + 1) if text[at : at + 1] == ":" else _while_scanning(text, since, at)
    if "document start" in str(getattr(error, "problem", "")):
        between = re.search(r"^(?:%|\.\.\.(?= |$)).*", text[last[1] : at], re.MULTILINE)
        if between and between[0][0] == "%":
            return Slip("R110", last[1] + between.start(), last[1] + between.end())
        if between:
            return Slip("R111", at, end)
    unclosed = bracket if bracket is not None and _unclosed(text, bracket, at) else None
    if unclosed is not None or "simple key" in doing:
        at = since if unclosed is None else unclosed
        line, end = _line(text, at)
    for slip in watched.values():
        if line <= slip.start < end:
            return slip
    if unclosed is not None:
        return Slip("R123", at, at + 1)
    return _quote(text, at, quoted, doing) or _colon(text, at, last, doing) or _rest(text, at, doing)


def _index(error: Exception, name: str, text: str) -> int:
    """Return where a mark of the error stands, the end of the text where it has none."""
    mark = getattr(error, name, None)
    return min(mark.index, len(text)) if mark is not None else len(text)


def _line(text: str, at: int) -> Stretch:
    """Return where the line around a place begins and ends."""
    end = text.find("\n", at)
    return text.rfind("\n", 0, at) + 1, end if end >= 0 else len(text)


def _while_scanning(text: str, since: int, at: int) -> Slip:
    """Return what is wrong with a text or sign that began at `since` and was not understood at `at`."""
    code = _SIGNS.get(text[since : since + 1], "R120")
    if code == "R117":
        escape = text.rfind("\\", since, at + 1)
        if at < len(text) and max(at - 2, 0) <= escape < len(text) - 1 and text[since] == '"':
            return Slip("R120", escape, escape + 2)
        return Slip(code, since, since + 1)
    return Slip(code, since, _word_end(text, since))


def _word_end(text: str, at: int) -> int:
    """Return where the word at a place ends, at least one character on."""
    word = _WORD.match(text, at)
    return max(word.end() if word else at, min(at + 1, len(text)))


def _unclosed(text: str, bracket: int, at: int) -> bool:
    """Return whether a bracket, which was open still where the reading stopped, is never closed.

    What is in brackets ends at the latest where a line begins no further in than theirs, or a dash
    begins one.
    """
    if text[at : at + 1] in ("]", "}"):
        return True
    line, end = _line(text, bracket)
    before = text[line:bracket]
    least = len(before) - len(before.lstrip(" -")) + bool(before.strip(" -"))
    while end < len(text):
        further = text[end + 1 : _line(text, end + 1)[1]]
        begun = further.lstrip(" ")
        out = len(further) - len(begun) < least and begun[:1] not in ("", "]", "}")
        if out or begun.startswith("- "):
            break
        end += 1 + len(further)
    return not re.search("[]}]", text[at:end])


def _quote(text: str, at: int, quoted: Stretch, doing: str) -> Slip | None:
    """Return the quote mark after which a text goes on, if that is the cause."""
    line, end = _line(text, at)
    before = text[line:at].rstrip()
    if before and line + len(before) == quoted[1]:
        # The quote mark that ended the text too early; over several lines rather the one that began it.
        return Slip("R117", *((quoted[0], quoted[0] + 1) if quoted[0] < line else (quoted[1] - 1, quoted[1])))
    if "simple key" in doing and (whole := _QUOTED.match(text, at)) and text[whole.end() : end].strip():
        return Slip("R117", whole.end() - 1, whole.end())
    return None


def _colon(text: str, at: int, last: Stretch, doing: str) -> Slip | None:
    """Return what a misplaced colon tells: a text without quotes, no key, or a line out of line."""
    if text[at : at + 1] != ":":
        return None
    line, _ = _line(text, at)
    said = text[line:at]
    if not said.strip(" -") or said.rstrip()[-1] in "{[,":
        return Slip("R114", at, at + 1)
    if "flow" in doing or ": " in said:
        return Slip("R118", at, at + 1)
    if last[0] < line <= last[1]:
        first, first_end = _line(text, last[0])
        begin = line + len(said) - len(said.lstrip(" "))
        if (astray := _astray(text, first, line)) is not None:
            return astray
        if not text[first : last[0]].strip(" -") and last[0] - first == begin - line:
            return Slip("R120", last[0], first_end)
        return Slip("R122", begin, at)
    return None


def _astray(text: str, first: int, line: int) -> Slip | None:
    """Return the line that begins at `first`, if those above and below agree and it is further out.

    `line` is where the one below begins.
    """
    above = text[:first].rstrip()
    before, (here, key), after = (_content(text, each) for each in (_line(text, len(above))[0], first, line))
    if not above or not here < before[0] == after[0]:
        return None
    return Slip("R122", first + here, key)


def _content(text: str, line: int) -> tuple[int, int]:
    """Return how far in the words of a line begin, behind its dash, and where its key ends."""
    words = text[line : _line(text, line)[1]]
    colon = words.find(":")
    return len(words) - len(words.lstrip(" -")), line + (colon if colon >= 0 else len(words.rstrip()))


def _rest(text: str, at: int, doing: str) -> Slip:
    """Return the place where it stopped, as wrong indentation if a line of a block begins there."""
    line, end = _line(text, at)
    if text[line:at].strip():
        return Slip("R120", at, _word_end(text, at))
    return Slip("R122" if "block" in doing else "R120", at, max(line + len(text[line:end].rstrip()), at))
