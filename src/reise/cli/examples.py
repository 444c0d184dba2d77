"""The examples of `reise explain`: of each problem the smallest that has it, and one that has not."""

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from string import Formatter

from reise.journey.model import Language
from reise.journey.names import CONSENT, EVENT, JOURNEY, SOURCE, TURNING_POINT, VOICES
from reise.pipeline import tell_text
from reise.problems import ROOMS, Problem, problem
from reise.resources import toml

_HEAD = "reise: 1\ntittel: Jenta i kantina\nspråk: {language}\nhendelser:\n"
_KEY = re.compile(r"(^ *(?:- )?|[{,] ?)([^\W\d_][^\W\d_ ]*(?: [^\W\d_]+){0,2})(?=:(?: |$))", re.MULTILINE)
#: What nobody sees, as it is shown.
_SIGNS = {"\t": "⇥", "\u200b": "[U+200B]"}
_TABLES = (JOURNEY, EVENT, SOURCE, CONSENT, TURNING_POINT, VOICES)


@dataclass(frozen=True, slots=True)
class Example:
    """A wrong and a right example, and the problem that the wrong one has."""

    problem: Problem
    wrong: str
    right: str

    @property
    def seen(self) -> str:
        """The wrong example with signs for what nobody could see in it."""
        return "".join(_SIGNS.get(each, each) for each in self.wrong)


@cache
def codes() -> tuple[str, ...]:
    """Return the codes of all problems, in order."""
    tables = (toml(f"locale/problems-{room}.en.toml") for room in ROOMS)
    return tuple(sorted(code for table in tables for code in table))


def example(code: str, language: str) -> Example:
    """Return the example of a problem in a language, the problem as the program reports it."""
    known = toml("locale/explain.toml")
    told = known["told"].get(code)
    if told:
        wrong, right = (str(told[each][language]) for each in ("wrong", "right"))
        return Example(problem(code, "", **told.get("args", {})), wrong, right)
    if code not in known:
        return Example(Problem(code, "", args=tuple((gap, "…") for gap in _gaps(code))), "", "")
    shown = {each: _in(language, known[code][each].strip("\n")) for each in ("wrong", "right")}
    found = tell_text(as_file(code, shown["wrong"], language).encode(), Path("example.yaml")).problems
    return Example(next(each for each in found if each.code == code), shown["wrong"], shown["right"])


def _gaps(code: str) -> set[str]:
    """Return the names of the gaps in the words of a problem."""
    texts = [
        text for room in ROOMS for text in toml(f"locale/problems-{room}.en.toml").get(code, {}).values()
    ]
    return {gap for text in texts for _, gap, _, _ in Formatter().parse(text) if gap}


def as_file(code: str, text: str, language: str) -> str:
    """Return an example as the file it would stand in."""
    if toml("locale/explain.toml")[code].get("whole"):
        return text + "\n"
    return _in(language, _HEAD.format(language=language)) + "".join(
        f"  {line}\n" for line in text.split("\n")
    )


def _in(language: str, text: str) -> str:
    """Return an example in a language: its keys, and the words that are known."""
    if language == "nb":
        return text
    said = toml("locale/explain.toml")["words"]
    longest_first = map(re.escape, sorted(said, key=len, reverse=True))
    any_of = re.compile(rf"(?<!\w)(?:{'|'.join(longest_first)})(?!\w)")
    tongue = Language(language)

    def key(match: re.Match[str]) -> str:
        for table in _TABLES:
            name = table.find(match[2])
            if name is not None:
                shown = table.shown(name, tongue)
                return match[1] + (shown.upper() if match[2].isupper() else shown)
        return match[0]

    return _KEY.sub(key, any_of.sub(lambda match: str(said[match[0]][language]), text))
