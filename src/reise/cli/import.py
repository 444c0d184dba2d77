"""`reise import`: journeys out of workbooks and CSV files, as YAML."""  # noqa: N999 - the name of the command

import sys
from pathlib import Path

import click

from reise.cli.speech import exit_code, say_all, words
from reise.pipeline import collection_of
from reise.problems import Problem, problem
from reise.starting import write_new
from reise.workbook import bring_in

FOLDER = "journeys"


@click.command("import", help=words("cli.import"), options_metavar=words("cli.options"))
@click.argument(
    "paths", nargs=-1, required=True, type=click.Path(path_type=Path), metavar=words("cli.import_files")
)
@click.option("-t", "--title", help=words("cli.import_title"))
@click.option("-l", "--lang", type=click.Choice(["nb", "nn", "en"]), help=words("cli.import_lang"))
@click.option("-o", "--output", type=click.Path(path_type=Path), help=words("cli.new_output"))
def command(paths: tuple[Path, ...], title: str | None, lang: str | None, output: Path | None) -> None:
    """Bring journeys in."""
    folder = output or Path(FOLDER if Path(FOLDER).is_dir() else ".")
    if folder.exists() and not folder.is_dir():
        raise click.UsageError(words("cli.new_folder", place=folder))
    if title and len(paths) > 1:
        raise click.UsageError(words("cli.import_one_title"))
    shared = collection_of(folder)
    bad = 0
    said: list[Problem] = []
    for path in paths:
        found = bring_in(path, title=title, language=lang, collection=shared)
        say_all(found.problems, source=False)
        said += found.problems
        if found.value is None:
            bad += 1
            continue
        place = folder / f"{found.value.id}.yaml"
        if write_new(place, found.value.text.encode()):
            click.echo(words("cli.imported", place=place, count=len(found.value.journey.events)))
        else:
            say_all([problem("R706", str(place))], source=False)
            bad += 1
    if bad:
        click.echo(words("cli.import_bad", count=bad), err=True)
    sys.exit(exit_code(said) or (1 if bad else 0))
