"""A short way from events in YAML to a journey, for tests."""

from textwrap import dedent

from reise.journey import Journey, parse
from reise.source import compose


def journey(events: str) -> Journey:
    """Return a journey of the events of an example."""
    text = "reise: 1\ntittel: Prøve\nhendelser:\n" + dedent(events).strip("\n") + "\n"
    document = compose(text.encode(), "prove.yaml")
    assert document.value is not None, document.problems
    made = parse(document.value)
    assert made.value is not None, made.problems
    return made.value
