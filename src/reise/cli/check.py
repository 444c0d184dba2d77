"""`reise check`: are the files right, and where not, what is wrong and what to do."""

import sys
from pathlib import Path

import click

from reise.cli.speech import on_terminal, say_all, words
from reise.pipeline import COLLECTIONS, check_all, collection_problems, journey_files
from reise.problems import Problem, errors


@click.command("check", help=words("cli.check"), options_metavar=words("cli.options"))
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path), metavar=words("cli.files"))
@click.option("--source/--no-source", default=None, help=words("cli.source"))
def command(paths: tuple[Path, ...], source: bool | None) -> None:
    """Check files."""
    show = on_terminal() if source is None else source
    files = list(journey_files(list(paths)))
    problems: list[Problem] = []
    for folder in dict.fromkeys(path if path.is_dir() else path.parent for path in paths):
        problems += collection_problems(folder)
    wrong = bool([*errors(problems)])
    bad = 0
    say_all(problems, source=show)
    for found in check_all(files):
        say_all(found, source=show)
        bad += any(True for _ in errors(found))
    click.echo(words("cli.checked", count=len(files), bad=bad))
    nothing = not files and not any(path.name in COLLECTIONS for path in paths)
    if nothing:
        click.echo(words("cli.nothing"), err=True)
    sys.exit(1 if bad or wrong or nothing else 0)
