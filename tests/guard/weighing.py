"""What is found in a text or in a file, and how heavy it is."""

from pathlib import Path

from reise.guard.finding import Finding, Weight
from reise.guard.passage import Passage
from reise.guard.search import Search
from reise.pipeline import verdict

TOP = "reise: 1\ntittel: Reisen\nhendelser:\n"


def found(text: str, *allowed: str) -> tuple[Finding, ...]:
    """Return what is found in a text."""
    return Search("f.yaml", text, allowed).all([Passage(text, None)])


def heaviest(text: str, *allowed: str) -> Weight | None:
    return max((each.weight for each in found(text, *allowed)), default=None)


def blocks(text: str) -> bool:
    """Whether nothing can be made of it: with no way round, or unless the collection allows it."""
    return (heaviest(text) or 0) >= Weight.LISTED


def in_file(tmp_path: Path, text: str, name: str = "reisen.yaml") -> tuple[Finding, ...]:
    """Return what is open in a file."""
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    judged = verdict(path, path.name)
    assert judged.value, judged.problems
    return judged.value.open
