"""`reise guard`: what could let somebody be recognised, and whether it is settled."""

import sys
from collections.abc import Iterator
from pathlib import Path

import click

from reise.batch import journey_files
from reise.cli.speech import on_terminal, say_all, say_nothing_found, words
from reise.cli.standing import say_standing
from reise.pipeline import COLLECTIONS, Judged, judged
from reise.problems import Problem, errors


@click.command("guard", help=words("cli.guard"), options_metavar=words("cli.options"))
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path), metavar=words("cli.files"))
@click.option("--report", is_flag=True, help=words("cli.guard_report"))
@click.option("-p", "--paper", type=click.Choice(["a4", "a3"]), help=words("cli.guard_paper"))
@click.option(
    "-f", "--format", "kind", type=click.Choice(["pdf", "html", "json"]), help=words("cli.guard_format")
)
@click.option("-l", "--lang", type=click.Choice(["nb", "nn", "en"]), help=words("cli.guard_lang"))
@click.option("-o", "--output", type=click.Path(path_type=Path), help=words("cli.guard_output"))
@click.option("--source/--no-source", default=None, help=words("cli.source"))
def command(
    paths: tuple[Path, ...],
    report: bool,
    paper: str | None,
    kind: str | None,
    lang: str | None,
    output: Path | None,
    source: bool | None,
) -> None:
    """Look for what could let somebody be recognised."""
    show = on_terminal() if source is None else source
    files = [*_collections(paths), *journey_files(list(paths))]
    if report and files:
        from reise.cli.disclosure import write_report

        sys.exit(write_report(files, paper or "a4", kind, lang, output, source=show))
    given = {"--paper": paper, "--format": kind, "--lang": lang, "--output": output}
    for option, value in given.items():
        if value is not None and not report:
            raise click.UsageError(words("cli.guard_needs_report", option=option))
    read = found = decided = 0
    bad: list[Problem] = []
    journeys: list[tuple[Path, Judged | None]] = []
    for path in files:
        checked = judged(path, str(path))
        if path.name not in COLLECTIONS:
            journeys.append((path, checked.value))
        if checked.value is None:
            say_all(checked.problems, source=show)
            bad += checked.problems
            continue
        verdict = checked.value.verdict
        say_all(verdict.problems, source=show)
        read += 1
        decided += len(verdict.decided)
        found += len([*errors(verdict.problems)])
    if not files:
        say_nothing_found(paths)
        sys.exit(1)
    click.echo(words("cli.guarded", count=read, found=found, decided=decided))
    if journeys:
        say_standing(journeys)
    sys.exit(3 if found else 1 if bad else 0)


def _collections(paths: tuple[Path, ...]) -> Iterator[Path]:
    """Yield the collection of each folder that is asked for or holds what is."""
    for folder in dict.fromkeys(path if path.is_dir() else path.parent for path in paths):
        yield from (folder / name for name in COLLECTIONS if (folder / name).is_file())
