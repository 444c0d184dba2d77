"""`reise init`: a folder ready for a team that writes journeys."""

from pathlib import Path

import click

from reise.cli.speech import language, words
from reise.starting.folder import JOURNEYS, ready


@click.command("init", help=words("cli.init"), options_metavar=words("cli.options"))
@click.argument("folder", default=".", type=click.Path(path_type=Path), metavar=words("cli.init_folder"))
@click.option("-l", "--lang", type=click.Choice(["nb", "nn", "en"]), help=words("cli.init_lang"))
def command(folder: Path, lang: str | None) -> None:
    """Make a folder ready."""
    if folder.exists() and not folder.is_dir():
        raise click.UsageError(words("cli.new_folder", place=folder))
    made = ready(folder, lang or language())
    for place in made.made:
        click.echo(words("cli.wrote", place=place))
    for place in made.left:
        click.echo(words("cli.init_left", place=place))
    if made.hook == "none":
        click.echo(words("cli.init_no_git"))
    elif made.hook == "other":
        click.echo(words("cli.init_old_hook"))
    click.echo(words("cli.init_next", place=folder / JOURNEYS))
