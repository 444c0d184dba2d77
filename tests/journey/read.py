"""Short ways from YAML to journeys and problems, for tests."""

import textwrap

from reise.journey import Collection, Journey, parse, parse_collection
from reise.problems import Checked, Problem, Span
from reise.source import compose

FRAME = "reise: 1\ntittel: En reise\n"


def document(text, file="en-reise.yaml"):
    checked = compose(text.encode(), file)
    assert checked.value is not None, checked.problems
    return checked.value


def told(text: str, file: str = "en-reise.yaml", collection: Collection | None = None) -> Checked[Journey]:
    return parse(document(text, file), collection)


def collected(text: str) -> Checked[Collection]:
    return parse_collection(document(text, "samling.yaml"))


def with_events(events: str, top: str = "") -> str:
    return FRAME + textwrap.dedent(top) + "hendelser:\n" + textwrap.indent(textwrap.dedent(events), "  ")


def journey(events: str, top: str = "", collection: Collection | None = None) -> Journey:
    checked = told(with_events(events, top), collection=collection)
    assert checked.value is not None, checked.problems
    return checked.value


def event(lines: str, top: str = "", collection: Collection | None = None):
    return journey(lines, top, collection).events[-1]


def problems(events: str, top: str = "", collection: Collection | None = None) -> tuple[Problem, ...]:
    return told(with_events(events, top), collection=collection).problems


def codes(events: str, top: str = "") -> list[str]:
    return [each.code for each in problems(events, top)]


def piece(text: str, span: Span) -> str:
    """Return the stretch of a text that a span means."""
    lines = text.split("\n")[span.line - 1 : span.end_line]
    lines[-1] = lines[-1][: span.end_column - 1]
    lines[0] = lines[0][span.column - 1 :]
    return "\n".join(lines)
