"""What `reise decide` and `reise approve` share: who signs, and the record that they sign in."""

import sys
from pathlib import Path

import click

from reise.cli.speech import say_all, words
from reise.files import write_whole
from reise.guard.record import Record, record_of, written
from reise.guard.verdict import Verdict
from reise.pipeline import verdict

DATE = click.DateTime(["%Y-%m-%d"])


def sure_file(file: Path) -> Verdict:
    """Return what the guard says of a file; end here where it cannot be read, or its record can't."""
    checked = verdict(file, str(file))
    broken = [each for each in (checked.value.problems if checked.value else ()) if each.code == "R450"]
    if checked.value is None or broken:
        say_all(broken or checked.problems, source=False)
        sys.exit(3 if broken else 1)
    return checked.value


def by_whom(given: str | None, role: str) -> str:
    """Return who signs; ask where that is not said and somebody can answer."""
    if not given and not sys.stdin.isatty():
        raise click.UsageError(words(f"cli.signing_no_{role}"))
    name = " ".join((given or click.prompt(words(f"cli.signing_{role}"))).split())
    if not 2 <= len(name) <= 60:
        raise click.UsageError(words("cli.signing_long"))
    return name


def save(file: Path, record: Record) -> None:
    """Write the record of a file."""
    write_whole(record_of(file), written(record))
