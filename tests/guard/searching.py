"""A search of texts that stand beside one another."""

from reise.guard.finding import Finding
from reise.guard.passage import Passage
from reise.guard.search import Search


def found(*passages: Passage, allowed: tuple[str, ...] = (), text: str = "") -> tuple[Finding, ...]:
    return Search("f.yaml", text, allowed).all(passages)


def said(*texts: str, allowed: tuple[str, ...] = ()) -> list[tuple[str, str]]:
    """Return codes and words of what is found in texts that stand beside one another."""
    return [
        (each.code, each.words) for each in found(*(Passage(text, None) for text in texts), allowed=allowed)
    ]
