"""`reise render`: journeys to maps, as PDF, HTML or PNG."""

import sys
from pathlib import Path

import click

from reise.batch import Order, journey_files, render_all
from reise.cli.speech import exit_code, on_terminal, say_all, say_nothing_found, words
from reise.files import sweep
from reise.pipeline import collection_problems
from reise.problems import Problem, errors

ENDINGS = (".pdf", ".html", ".png")


@click.command("render", help=words("cli.render"), options_metavar=words("cli.options"))
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path), metavar=words("cli.files"))
@click.option(
    "-p",
    "--paper",
    type=click.Choice(["a4", "a3", "a1", "a0"]),
    default="a3",
    show_default=True,
    help=words("cli.paper"),
)
@click.option("-f", "--format", "kind", type=click.Choice(["pdf", "html", "png"]), help=words("cli.format"))
@click.option("-l", "--lang", type=click.Choice(["nb", "nn", "en"]), help=words("cli.lang"))
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path),
    default=Path("output"),
    show_default=True,
    help=words("cli.output"),
)
@click.option("--archive", is_flag=True, help=words("cli.archive"))
@click.option("--trykk", "--for-print", "for_print", is_flag=True, help=words("cli.for_print"))
@click.option("--jobs", type=click.IntRange(1, 64), help=words("cli.jobs"))
@click.option("--source/--no-source", default=None, help=words("cli.source"))
def command(
    paths: tuple[Path, ...],
    paper: str,
    kind: str | None,
    lang: str | None,
    output: Path,
    archive: bool,
    for_print: bool,
    jobs: int | None,
    source: bool | None,
) -> None:
    """Render files."""
    show = on_terminal() if source is None else source
    files = list(journey_files(list(paths)))
    ending = output.suffix.lower()
    one_file = ending in ENDINGS and not output.is_dir()
    if one_file and len(files) > 1:
        raise click.UsageError(words("cli.one_output"))
    if one_file and kind and ending != f".{kind}":
        raise click.UsageError(words("cli.two_formats", ending=ending, kind=kind))
    if output.exists() and not output.is_dir() and not one_file:
        raise click.UsageError(words("cli.no_folder", place=output))
    kind = kind or (ending[1:] if one_file else "pdf")
    if archive and kind != "pdf":
        raise click.UsageError(words("cli.archive_pdf"))
    order = Order(paper, kind, lang, archive, output, one_file, for_print)
    sweep(output.parent if one_file else output)
    wrong = 0
    said: list[Problem] = []
    for folder in dict.fromkeys(each.parent for each in files):
        found = collection_problems(folder)
        said += found
        wrong += any(True for _ in errors(found))
    bad = sheets = 0
    written: list[Path] = []
    left: list[Path] = []
    with click.progressbar(
        render_all(files, order, jobs),
        length=len(files),
        label=words("cli.drawing"),
        file=sys.stderr,
        hidden=len(files) < 2 or not sys.stderr.isatty(),
    ) as outcomes:
        for outcome in outcomes:
            said += outcome.problems
            written += outcome.written
            sheets += outcome.sheets
            bad += not outcome.written
            if not outcome.written and order.target(outcome.path.stem).is_file():
                left.append(order.target(outcome.path.stem))
    say_all(said, source=show)
    for place in left:
        click.echo(words("cli.old_left", place=place), err=True)
    for place in written[:10]:
        click.echo(words("cli.wrote", place=place))
    if len(written) > 10:
        click.echo(words("cli.wrote_more", count=len(written) - 10))
    if len(files) > 1 or bad:
        maps, on = words("cli.maps", count=len(files) - bad), words("cli.sheets", count=sheets)
        click.echo(words("cli.rendered", maps=maps, sheets=on, bad=bad))
    if wrong:
        click.echo(words("cli.bad_collections", count=wrong))
    if not files:
        say_nothing_found(paths)
    sys.exit(exit_code(said) or (0 if files else 1))
