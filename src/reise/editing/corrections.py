"""`reise fix`: what is certain is put right, each correction tried out before it counts."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from reise.editing.certain import CURES
from reise.editing.edits import Edit, applied, lines_of, overlap
from reise.problems import Problem, Span
from reise.source import compose
from reise.source.document import Mapping, Node, Scalar

#: What finds all problems of a file that held certain bytes.
Look = Callable[[bytes], tuple[Problem, ...]]
#: More often than this no file is gone through: a correction can bring another problem to light.
MOST_ROUNDS = 30
#: Problems of a single sign, whose cure leaves everything else on the line as it was meant.
_OF_SIGNS = frozenset({"R104", "R105", "R116", "R121", "R125"})
#: Letters beyond ASCII that a file in Windows-1252 may hold, if it is to be taken for one.
_WESTERN = frozenset("åøæÅØÆéèêëóòôöüäáàíçñÉÈÖÜÄšžđŋč«»“”‘’–—…·°§½")


@dataclass(frozen=True, slots=True)
class Correction:
    """The edits that put one problem right."""

    problem: Problem
    edits: tuple[Edit, ...]


@dataclass(frozen=True, slots=True)
class Corrected:
    """A file after all that is certain was put right: its bytes, how many things that were, what is left."""

    data: bytes
    count: int
    left: tuple[Problem, ...]


def corrected(data: bytes, look: Look) -> Corrected:
    """Return a file with all put right that is certain; nothing else in it is touched."""
    count = 0
    problems = look(data)
    if any(each.code == "R103" for each in problems) and (known := _recoded(data)):
        data, count, problems = known, 1, look(known)
    for _ in range(MOST_ROUNDS):
        made = corrections(data, problems, look)
        if not made:
            break
        data = applied(data, {edit for each in made for edit in each.edits})
        count += len(made)
        problems = look(data)
    return Corrected(data, count, problems)


def corrections(data: bytes, problems: Iterable[Problem], look: Look) -> list[Correction]:
    """Return the certain corrections of the problems of a file in UTF-8; none touches what another does."""
    try:
        lines = lines_of(data)
    except UnicodeDecodeError:
        return []
    made: list[Correction] = []
    taken: list[Edit] = []
    tabs = False
    for problem in problems:
        span = problem.span
        cure = CURES.get(problem.code)
        if span is None or cure is None:
            continue
        edits = tuple(cure(problem, span, lines))
        if problem.code == "R116" and not edits and not tabs:
            edits, tabs = _untabbed(data, lines), True
        if not edits or any(overlap(one, other) for one in edits for other in taken):
            continue
        if _helps(problem, span, look(applied(data, edits)), problems):
            made.append(Correction(problem, edits))
            taken += edits
    return made


def better_line(correction: Correction, data: bytes) -> tuple[int, str] | None:
    """Return the number of the line a correction changes, and the line as it should read."""
    if len({edit.line for edit in correction.edits}) != 1:
        return None
    line = correction.edits[0].line
    return line, lines_of(applied(data, correction.edits))[line]


def _helps(problem: Problem, span: Span, after: tuple[Problem, ...], before: Iterable[Problem]) -> bool:
    """Return whether a problem is gone and no other has come on its line.

    What comes on other lines was hidden by it, as is what comes on its own where it was a mere sign.
    """

    def here(problems: Iterable[Problem]) -> list[str]:
        return [each.code for each in problems if each.span and each.span.line == span.line]

    was, now = here(before), here(after)
    gone = now.count(problem.code) < was.count(problem.code)
    return gone and (len(now) < len(was) or problem.code in _OF_SIGNS)


def _untabbed(data: bytes, lines: list[str]) -> tuple[Edit, ...]:
    """Return edits that write blanks for the tabs that lines begin with, if every width means the same."""
    found: dict[Any, tuple[Edit, ...]] = {}
    for width in (2, 4, 8):
        edits = []
        for number, line in enumerate(lines):
            lead = line[: len(line) - len(line.lstrip(" \t"))]
            if "\t" in lead:
                edits.append(Edit(number, 1, len(lead) + 1, lead.replace("\t", " " * width)))
        document = compose(applied(data, edits), "").value
        if document is not None and not document.blurred:
            found.setdefault(_meaning(document.root), tuple(edits))
    return next(iter(found.values())) if len(found) == 1 else ()


def _meaning(node: Node) -> Any:
    """Return what a node says, without its places."""
    if isinstance(node, Scalar):
        return node.text
    if isinstance(node, Mapping):
        return ("keys", *((each.key.text, _meaning(each.value)) for each in node))
    return ("list", *map(_meaning, node.items))


def _recoded(data: bytes) -> bytes | None:
    """Return a file in UTF-8 that was saved as Windows-1252 or UTF-16, or None where it surely is neither."""
    for encoding in ("utf-16",) if data[:2] in (b"\xff\xfe", b"\xfe\xff") else ("cp1252",):
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            return None
        if all(each in _WESTERN for each in text if each > "\x7f"):
            return text.encode()
    return None
