"""The report of `reise guard --report`: where it goes, and how the run ends."""

import errno
from pathlib import Path

import click

from reise.cli.speech import say_all, words
from reise.disclosing import FORMATS, disclosed, language_of, made
from reise.files import sweep, write_whole
from reise.pdf import Unprintable
from reise.problems import problem


def write_report(
    files: list[Path],
    paper: str,
    kind: str | None,
    language: str | None,
    output: Path | None,
    *,
    source: bool,
) -> int:
    """Write the disclosure report of files, and return the exit code: 3 where something is open."""
    kind = _kind(kind, output)
    called = words("cli.guard_file")
    place = output or Path("output")
    if output is None or place.is_dir():
        place = place / f"{called}.{kind}"
    told, problems = disclosed(files)
    say_all(problems, source=source)
    sweep(place.parent)
    try:
        write_whole(place, made(told, kind, language or language_of(told).value, paper))
    except Unprintable as lacking:
        say_all([problem("R601", str(place), library=str(lacking))], source=False)
        return 4
    except OSError as error:
        reason = errno.errorcode.get(error.errno or 0, "?")
        say_all([problem("R602", str(place), reason=reason)], source=False)
        return 4
    click.echo(words("cli.wrote", place=place))
    found, decided = told.count("open"), told.count("decided")
    click.echo(words("cli.guarded", count=len(told.files), found=found, decided=decided))
    if told.withdrawn:
        click.echo(words("cli.guard_withdrawn", count=told.withdrawn))
    return 3 if found else 1 if told.unread else 0


def _kind(kind: str | None, output: Path | None) -> str:
    """Return the format that is asked for, by name or by how the output ends."""
    ending = output.suffix[1:].lower() if output and not output.is_dir() else ""
    if kind and ending in FORMATS and ending != kind:
        raise click.UsageError(words("cli.two_formats", ending=f".{ending}", kind=kind))
    if output and output.exists() and not output.is_dir() and ending not in FORMATS:
        raise click.UsageError(words("cli.no_folder", place=output))
    return kind or (ending if ending in FORMATS else "pdf")
