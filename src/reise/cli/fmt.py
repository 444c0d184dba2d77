"""`reise fmt`: files laid out in the style of the house, without changing what they mean."""

import sys
from pathlib import Path

import click

from reise.cli.speech import on_terminal, say_all, words
from reise.cli.texts import bytes_of, every_file, meaning_of, rewrite
from reise.editing import styled
from reise.pipeline import COLLECTIONS


@click.command("fmt", help=words("cli.fmt"), options_metavar=words("cli.options"))
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path), metavar=words("cli.files"))
@click.option("--check", is_flag=True, help=words("cli.fmt_check"))
@click.option("-k", "--keys", type=click.Choice(["nb", "nn", "en"]), help=words("cli.fmt_keys"))
@click.option("--source/--no-source", default=None, help=words("cli.source"))
def command(paths: tuple[Path, ...], check: bool, keys: str | None, source: bool | None) -> None:
    """Lay files out."""
    show = on_terminal() if source is None else source
    count = changed = bad = 0
    for path in every_file(paths):
        count += 1
        before = bytes_of(path)
        if before.value is None:
            after = before
        else:
            after = styled(
                before.value, str(path), meaning_of(path), keys, collection=path.name in COLLECTIONS
            )
        if after.value is None:
            say_all(after.problems, source=show)
            bad += 1
        elif after.value != before.value:
            changed += 1
            click.echo(words("cli.fmt_would" if check else "cli.fmt_done", place=path))
            if not check:
                rewrite(path, after.value)
    if not count:
        click.echo(words("cli.nothing"), err=True)
    else:
        click.echo(
            words(
                "cli.fmt_checked" if check else "cli.fmt_sum",
                count=count - changed - bad,
                changed=changed,
                bad=bad,
            )
        )
    sys.exit(1 if bad or not count or (check and changed) else 0)
