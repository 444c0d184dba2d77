"""`reise check`: are the files right, and where not, what is wrong and what to do."""

import sys
import time
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

import click

from reise.batch import check_all, journey_files
from reise.cli.speech import exit_code, on_terminal, say_nothing_found, told, words
from reise.pipeline import COLLECTIONS, collection_problems, forget_collections
from reise.problems import SORTS, Problem, Sort, errors

#: Seconds between two looks at the files, with --watch.
PAUSE = 0.3


@click.command("check", help=words("cli.check"), options_metavar=words("cli.options"))
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path), metavar=words("cli.files"))
@click.option(
    "-f",
    "--format",
    "kind",
    type=click.Choice(["text", "json", "sarif", "github"]),
    default="text",
    show_default=True,
    help=words("cli.check_format"),
)
@click.option("-w", "--watch", is_flag=True, help=words("cli.watch"))
@click.option("--source/--no-source", default=None, help=words("cli.source"))
def command(paths: tuple[Path, ...], kind: str, watch: bool, source: bool | None) -> None:
    """Check files."""
    show = on_terminal() if source is None else source
    if kind != "text" and watch:
        raise click.UsageError(words("cli.watch_text"))
    if kind != "text":
        sys.exit(_for_machines(paths, kind))
    if not watch:
        sys.exit(_for_people(paths, show=show))
    seen: object = None
    while True:
        now = _state(paths)
        if now != seen:
            seen = now
            forget_collections()
            click.clear()
            _for_people(paths, show=show)
            click.echo(words("cli.watching"))
        time.sleep(PAUSE)


def _for_people(paths: tuple[Path, ...], *, show: bool) -> int:
    """Say what is wrong, and return the exit code."""
    files = list(journey_files(list(paths)))
    wrong = 0
    with_any: Counter[Sort] = Counter()
    said: list[Problem] = []
    for found in _of_collections(paths):
        _say(found, show=show)
        wrong += any(True for _ in errors(found))
        said += found
    for found in check_all(files):
        _say(found, show=show)
        with_any.update({each.sort for each in found})
        said += found
    nothing = not files and not any(path.name in COLLECTIONS for path in paths)
    if nothing:
        say_nothing_found(paths)
    elif files:
        click.echo(words("cli.checked", count=len(files), sorts=_counted(with_any)))
    else:
        click.echo(words("cli.only_collection"))
    if wrong:
        click.echo(words("cli.bad_collections", count=wrong))
    return exit_code(said) or (1 if nothing else 0)


def _counted(with_any: Counter[Sort]) -> str:
    """Return in how many journeys there are errors, and open questions and advice where there are any."""
    told = [each for each in SORTS if each == "error" or with_any[each]]
    return ", ".join(words(f"cli.with_{each}", number=with_any[each]) for each in told)


def _for_machines(paths: tuple[Path, ...], kind: str) -> int:
    """Write all problems in a format for machines, and return the exit code."""
    from reise.cli.formats import FORMATS

    files = list(journey_files(list(paths)))
    found = [each for problems in (*_of_collections(paths), *check_all(files)) for each in problems]
    nothing = not files and not any(path.name in COLLECTIONS for path in paths)
    if nothing:
        say_nothing_found(paths)
    text = FORMATS[kind](found)
    if text:
        click.echo(text)
    return exit_code(found) or (1 if nothing else 0)


def _of_collections(paths: tuple[Path, ...]) -> Iterator[tuple[Problem, ...]]:
    """Yield the problems of the collection of each folder that is asked for or holds what is."""
    for folder in dict.fromkeys(path if path.is_dir() else path.parent for path in paths):
        yield collection_problems(folder)


def _say(problems: Iterable[Problem], *, show: bool) -> None:
    """Write problems to standard error; with `show` each line as it should read, where that is certain."""
    better = _better(tuple(problems)) if show else {}
    for each in problems:
        text = told(each, source=show) + better.get(each, "")
        sys.stderr.write(text + ("\n\n" if show else "\n"))


def _better(problems: tuple[Problem, ...]) -> dict[Problem, str]:
    """Return for each problem that has a certain cure the line as it should read."""
    if not any(each.span for each in problems):
        return {}
    # Only a file that has problems needs these.
    from reise.cli.texts import bytes_of, look_at
    from reise.editing import better_line, corrections

    path = Path(problems[0].file)
    data = bytes_of(path).value or b""
    lines = {each.problem: better_line(each, data) for each in corrections(data, problems, look_at(path))}
    return {problem: f"\n  ✓ {line[0]} | {_shown(line[1])}" for problem, line in lines.items() if line}


def _shown(line: str) -> str:
    """Return a line with blanks for what a terminal might take for an order."""
    return "".join(each if each.isprintable() else " " for each in line)


def _state(paths: tuple[Path, ...]) -> object:
    """Return what changes when a file is written, made or taken away: names, times and sizes."""
    watched = [*journey_files(list(paths))]
    folders = dict.fromkeys(path if path.is_dir() else path.parent for path in paths)
    watched += [folder / name for folder in folders for name in COLLECTIONS]
    return [(path, _stamp(path)) for path in watched]


def _stamp(path: Path) -> tuple[int, int] | None:
    """Return when a file was last written and how large it is, or None where there is none."""
    try:
        known = path.stat()
    except OSError:
        return None
    return known.st_mtime_ns, known.st_size
