"""`reise check`: are the files right, and where not, what is wrong and what to do."""

import sys
from pathlib import Path

import click

from reise.cli.speech import on_terminal, say_all, words
from reise.pipeline import COLLECTIONS, check_all, collection_problems, journey_files
from reise.problems import Problem, errors


@click.command("check", help=words("cli.check"))
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="FILE|FOLDER...")
@click.option("--source/--no-source", default=None, help=words("cli.source"))
def command(paths: tuple[Path, ...], source: bool | None) -> None:
    """Check files."""
    show = on_terminal() if source is None else source
    files = list(journey_files(list(paths)))
    problems: list[Problem] = []
    for folder in dict.fromkeys([p for p in paths if p.is_dir()] + [f.parent for f in files]):
        problems += collection_problems(folder)
    wrong = bool([*errors(problems)])
    bad = 0
    say_all(problems, source=show)
    journeys = [each for each in files if each.name not in COLLECTIONS]
    for found in check_all(journeys):
        say_all(found, source=show)
        bad += any(True for _ in errors(found))
    click.echo(words("cli.checked", count=len(journeys), bad=bad))
    if not journeys:
        click.echo(words("cli.nothing"), err=True)
    sys.exit(1 if bad or wrong or not journeys else 0)
