"""`reise schema`: what an editor needs to help whoever writes."""

import errno
import json
import sys
from pathlib import Path

import click

from reise.cli.speech import language, say_all, words
from reise.files import write_whole
from reise.problems import problem
from reise.schema import collection_schema, schema


@click.command("schema", help=words("cli.schema"), options_metavar=words("cli.options"))
@click.option("-l", "--lang", type=click.Choice(["nb", "nn", "en"]), help=words("cli.schema_lang"))
@click.option("--collection", is_flag=True, help=words("cli.schema_collection"))
@click.option("-o", "--output", type=click.Path(path_type=Path), help=words("cli.schema_output"))
def command(lang: str | None, collection: bool, output: Path | None) -> None:
    """Write the schema."""
    tongue = lang or language()
    made = collection_schema(tongue) if collection else schema(tongue)
    text = json.dumps(made, ensure_ascii=False, indent=2) + "\n"
    if output is None:
        click.echo(text.encode(), nl=False)
        return
    try:
        write_whole(output, text.encode())
    except OSError as error:
        reason = errno.errorcode.get(error.errno or 0, "?")
        say_all([problem("R602", str(output), reason=reason)], source=False)
        sys.exit(4)
    click.echo(words("cli.wrote", place=output))
