"""`reise fix`: what is certain is put right, shown before it is written."""

import difflib
import sys
from pathlib import Path

import click

from reise.cli.speech import agreed, on_terminal, say_all, words
from reise.cli.texts import bytes_of, every_file, look_at, rewrite
from reise.editing import Corrected, corrected
from reise.problems import errors


@click.command("fix", help=words("cli.fix"), options_metavar=words("cli.options"))
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path), metavar=words("cli.files"))
@click.option("-y", "--yes", is_flag=True, help=words("cli.fix_yes"))
@click.option("-n", "--dry-run", is_flag=True, help=words("cli.fix_dry_run"))
@click.option("--source/--no-source", default=None, help=words("cli.source"))
def command(paths: tuple[Path, ...], yes: bool, dry_run: bool, source: bool | None) -> None:
    """Put right what is certain."""
    show = on_terminal() if source is None else source
    files = list(every_file(paths))
    wrong = 0
    for path in files:
        before = bytes_of(path)
        if before.value is None:
            say_all(before.problems, source=False)
            wrong += 1
            continue
        look = look_at(path)
        made = corrected(before.value, look)
        kept = made.count == 0 or _written(path, before.value, made, yes=yes, dry_run=dry_run)
        left = made.left if kept else look(before.value)
        say_all(left, source=show and kept)
        wrong += not kept or any(True for _ in errors(left))
    if not files:
        click.echo(words("cli.nothing"), err=True)
    else:
        click.echo(words("cli.fix_left", count=wrong) if wrong else words("cli.fix_well"))
    sys.exit(1 if wrong or not files else 0)


def _written(path: Path, before: bytes, made: Corrected, *, yes: bool, dry_run: bool) -> bool:
    """Show what would be changed, ask where somebody can answer, and write; return whether it was written."""
    click.echo(_difference(path, before, made.data))
    if dry_run or not (yes or sys.stdin.isatty()):
        click.echo(words("cli.fix_not", count=made.count, place=path))
        return False
    if not yes and not agreed(words("cli.fix_ask", count=made.count)):
        return False
    if path.read_bytes() != before:
        click.echo(words("cli.fix_moved", place=path), err=True)
        return False
    rewrite(path, made.data)
    click.echo(words("cli.fix_done", count=made.count, place=path))
    return True


def _difference(path: Path, before: bytes, after: bytes) -> str:
    """Return what is changed as a unified difference; bytes that are no UTF-8 stand as �."""
    one, other = (each.decode("utf-8", "replace").splitlines() for each in (before, after))
    return "\n".join(difflib.unified_diff(one, other, str(path), str(path), lineterm="", n=1))
