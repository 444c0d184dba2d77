"""`reise guard`: what could let somebody be recognised, and whether it is settled."""

import sys
from collections.abc import Iterator
from pathlib import Path

import click

from reise.cli.speech import on_terminal, say_all, say_nothing_found, words
from reise.pipeline import COLLECTIONS, journey_files, verdict
from reise.problems import Problem, errors


@click.command("guard", help=words("cli.guard"), options_metavar=words("cli.options"))
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path), metavar=words("cli.files"))
@click.option("--source/--no-source", default=None, help=words("cli.source"))
def command(paths: tuple[Path, ...], source: bool | None) -> None:
    """Look for what could let somebody be recognised."""
    show = on_terminal() if source is None else source
    files = [*_collections(paths), *journey_files(list(paths))]
    found = decided = 0
    bad: list[Problem] = []
    for path in files:
        checked = verdict(path, str(path))
        if checked.value is None:
            say_all(checked.problems, source=show)
            bad += checked.problems
            continue
        say_all(checked.value.problems, source=show)
        decided += len(checked.value.decided)
        faults = [*errors(checked.value.problems)]
        found += len(faults)
    if not files:
        say_nothing_found(paths)
        sys.exit(1)
    click.echo(words("cli.guarded", count=len(files), found=found, decided=decided))
    sys.exit(3 if found else 1 if bad else 0)


def _collections(paths: tuple[Path, ...]) -> Iterator[Path]:
    """Yield the collection of each folder that is asked for or holds what is."""
    for folder in dict.fromkeys(path if path.is_dir() else path.parent for path in paths):
        yield from (folder / name for name in COLLECTIONS if (folder / name).is_file())
