"""`reise serve`: the journeys of a folder in the browser, text and map side by side."""

import errno
import sys
from pathlib import Path

import click

from reise.cli.speech import language, say_all, words
from reise.faults import place_of
from reise.problems import problem


@click.command("serve", help=words("cli.serve"), options_metavar=words("cli.options"))
@click.argument(
    "folder",
    default=Path(),
    type=click.Path(path_type=Path, exists=True, file_okay=False),
    metavar=words("cli.serve_folder"),
)
@click.option("--port", type=click.IntRange(0, 65535), default=0, help=words("cli.serve_port"))
@click.option("--browser/--no-browser", default=True, help=words("cli.serve_browser"))
@click.option("-l", "--lang", type=click.Choice(["nb", "nn", "en"]), help=words("cli.serve_lang"))
def command(folder: Path, port: int, browser: bool, lang: str | None) -> None:
    """Serve a folder."""
    try:
        from reise.serve.server import serve
    except ModuleNotFoundError as missing:
        if missing.name in (None, "reise") or str(missing.name).startswith("reise."):
            raise
        say_all([problem("R720", "reise serve", library=str(missing.name))], source=False)
        sys.exit(4)

    def announce(address: str) -> None:
        click.echo(words("cli.serving", address=address))
        if browser:
            import webbrowser

            webbrowser.open(address)

    def report(error: Exception) -> None:
        click.echo(words("cli.unforeseen", place=place_of(error)), err=True)

    try:
        serve(folder, lang or language(), port, announce, report)
    except KeyboardInterrupt:
        click.echo(words("cli.served"))
    except OSError as error:
        if error.errno not in (errno.EADDRINUSE, errno.EACCES):
            raise
        say_all([problem("R721", "reise serve", port=port)], source=False)
        sys.exit(4)
