"""Problems for machines: as JSON, as SARIF 2.1.0 (OASIS 2020), and as GitHub's workflow commands."""

import json
from collections.abc import Sequence
from importlib import metadata
from pathlib import PurePath
from typing import Any
from urllib.parse import quote

from reise.cli.speech import language, why
from reise.problems import Problem, Span, said

_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"


def as_json(problems: Sequence[Problem]) -> str:
    """Return problems as a JSON list; lines and columns count from 1, in characters, ends exclusive."""
    return json.dumps([_plain(each) for each in problems], ensure_ascii=False, indent=2)


def as_sarif(problems: Sequence[Problem]) -> str:
    """Return problems as a SARIF log of one run, one rule for each code that was found."""
    codes = sorted({each.code for each in problems})
    driver = {
        "name": "reise",
        "version": metadata.version("reise"),
        "rules": [{"id": code, "name": code} for code in codes],
    }
    run = {
        "tool": {"driver": driver},
        "language": language(),
        "columnKind": "unicodeCodePoints",
        "results": [_result(each, codes.index(each.code)) for each in problems],
    }
    return json.dumps({"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}, ensure_ascii=False, indent=2)


def as_github(problems: Sequence[Problem]) -> str:
    """Return problems as commands that GitHub shows beside the lines of a change."""
    return "\n".join(map(_command, problems))


FORMATS = {"json": as_json, "sarif": as_sarif, "github": as_github}


def _said(problem: Problem, part: str) -> str:
    gaps = {name: why(str(value)) for name, value in problem.args if name == "reason"}
    return said(problem, part, language(), **gaps)


def _level(problem: Problem) -> str:
    return "warning" if problem.is_warning else "error"


def _plain(problem: Problem) -> dict[str, Any]:
    """Return a problem as a dictionary."""
    return {
        "file": problem.file,
        **(_place(problem.span, "line", "column", "end_line", "end_column") if problem.span else {}),
        "code": problem.code,
        "level": _level(problem),
        "fact": _said(problem, "fact"),
        "hint": _said(problem, "hint"),
        "related": [_place(each, "line", "column", "end_line", "end_column") for each in problem.related],
    }


def _place(span: Span, *names: str) -> dict[str, int]:
    """Return a place under the names that a format gives its four numbers."""
    return dict(zip(names, (span.line, span.column, span.end_line, span.end_column), strict=True))


def _result(problem: Problem, rule: int) -> dict[str, Any]:
    """Return a problem as a result of SARIF."""
    result = {
        "ruleId": problem.code,
        "ruleIndex": rule,
        "level": _level(problem),
        "message": {"text": f"{_said(problem, 'fact')} {_said(problem, 'hint')}"},
        "locations": [_location(problem.file, problem.span)],
    }
    if problem.related:
        result["relatedLocations"] = [_location(problem.file, each) for each in problem.related]
    return result


def _location(file: str, span: Span | None) -> dict[str, Any]:
    """Return a place in a file as a location of SARIF."""
    path = PurePath(file)
    uri = path.as_uri() if path.is_absolute() else quote(path.as_posix())
    physical: dict[str, Any] = {"artifactLocation": {"uri": uri}}
    if span:
        physical["region"] = _place(span, "startLine", "startColumn", "endLine", "endColumn")
    return {"physicalLocation": physical}


def _command(problem: Problem) -> str:
    """Return a problem as a workflow command."""
    names = ("line", "col", "endLine", "endColumn")
    places = _place(problem.span, *names) if problem.span else {}
    if problem.span and problem.span.line != problem.span.end_line:
        # GitHub refuses columns of a stretch over several lines.
        places = {"line": problem.span.line, "endLine": problem.span.end_line}
    properties = {"file": problem.file, **places, "title": problem.code}
    told = ",".join(f"{name}={_escaped(str(value), ':,')}" for name, value in properties.items())
    message = _escaped(f"{_said(problem, 'fact')} {_said(problem, 'hint')}")
    return f"::{_level(problem)} {told}::{message}"


def _escaped(text: str, more: str = "") -> str:
    """Return a text as workflow commands want it, the signs of `more` escaped too."""
    return "".join(f"%{ord(each):02X}" if each in "%\r\n" + more else each for each in text)
