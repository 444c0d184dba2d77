"""`reise check`: are the files right, and where not, what is wrong and what to do."""

import sys
from pathlib import Path

import click

from reise.cli.speech import on_terminal, say_all, say_nothing_found, words
from reise.pipeline import COLLECTIONS, check_all, collection_problems, journey_files
from reise.problems import errors


@click.command("check", help=words("cli.check"), options_metavar=words("cli.options"))
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path), metavar=words("cli.files"))
@click.option("--source/--no-source", default=None, help=words("cli.source"))
def command(paths: tuple[Path, ...], source: bool | None) -> None:
    """Check files."""
    show = on_terminal() if source is None else source
    files = list(journey_files(list(paths)))
    wrong = 0
    for folder in dict.fromkeys(path if path.is_dir() else path.parent for path in paths):
        found = collection_problems(folder)
        say_all(found, source=show)
        wrong += any(True for _ in errors(found))
    bad = 0
    for found in check_all(files):
        say_all(found, source=show)
        bad += any(True for _ in errors(found))
    nothing = not files and not any(path.name in COLLECTIONS for path in paths)
    if nothing:
        say_nothing_found(paths)
    elif files:
        click.echo(words("cli.checked", count=len(files), bad=bad))
    else:
        click.echo(words("cli.only_collection"))
    if wrong:
        click.echo(words("cli.bad_collections", count=wrong))
    sys.exit(1 if bad or wrong or nothing else 0)
