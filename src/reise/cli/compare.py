"""`reise compare`: journeys side by side, as a report or as data."""

import errno
import sys
from collections import Counter
from pathlib import Path

import click

from reise.batch import journey_files
from reise.cli.speech import exit_code, on_terminal, say_all, say_nothing_found, words
from reise.comparing import FORMATS, PAGES, Setting, case_of, files_apart, side_by_side, tell_all
from reise.comparison import Case, Comparison, LeftOut, Terms, UnknownAlignment
from reise.comparison.alignment import checked
from reise.comparison.conditions import UnknownCondition
from reise.comparison.selection import UnknownFilter, parsed
from reise.comparison.ways_value import Attribute
from reise.files import sweep, write_whole
from reise.journey.names import VOICES
from reise.journey.vocabulary import find_role
from reise.pipeline import collection_problems
from reise.problems import Problem, errors, problem

ALL = ("all", "alle")


def _align(ctx: click.Context, param: click.Parameter, value: str) -> str:
    try:
        return checked(value)
    except UnknownAlignment:
        raise click.BadParameter(words("cli.bad_align", words=value), ctx, param) from None


def _where(ctx: click.Context, param: click.Parameter, value: tuple[str, ...]) -> list[tuple[str, str]]:
    found = []
    for each in value:
        try:
            found.append(parsed(each))
        except UnknownFilter:
            raise click.BadParameter(words("cli.bad_where", words=each), ctx, param) from None
    return found


def _voice(ctx: click.Context, param: click.Parameter, value: str) -> str:
    found = "all" if value.casefold() in ALL else VOICES.find(value) or find_role(value)
    if found is None:
        raise click.BadParameter(words("cli.bad_voice", words=value), ctx, param)
    return found


def _pages(ctx: click.Context, param: click.Parameter, value: str | None) -> tuple[int, ...]:
    if value is None:
        return PAGES
    try:
        found: list[int] = []
        for part in value.split(","):
            first, _, last = part.partition("-")
            found += range(int(first), int(last or first) + 1)
    except ValueError:
        found = []
    if not found or not set(found) <= set(PAGES):
        raise click.BadParameter(words("cli.bad_pages", words=value), ctx, param)
    return tuple(sorted(set(found)))


@click.command("compare", help=words("cli.compare"), options_metavar=words("cli.options"))
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path), metavar=words("cli.files"))
@click.option(
    "-a", "--align", default="first-up", show_default=True, callback=_align, help=words("cli.align")
)
@click.option("-w", "--where", multiple=True, callback=_where, help=words("cli.where"))
@click.option("-v", "--voice", default="young", callback=_voice, help=words("cli.voice"))
@click.option("--window", type=click.IntRange(1, 20), default=2, show_default=True, help=words("cli.window"))
@click.option("--outcome", "outcomes", multiple=True, help=words("cli.outcome"))
@click.option("--condition", "conditions", multiple=True, help=words("cli.condition"))
@click.option("--support", type=click.IntRange(2), default=None, help=words("cli.support"))
@click.option("--coder", type=click.Path(path_type=Path), help=words("cli.coder"))
@click.option("--share", is_flag=True, help=words("cli.share"))
@click.option(
    "--min-cell", type=click.IntRange(2, 100), default=5, show_default=True, help=words("cli.min_cell")
)
@click.option(
    "--ways",
    type=click.Choice(["kind", "service", "transition"]),
    default="kind",
    show_default=True,
    help=words("cli.ways"),
)
@click.option("--pages", callback=_pages, help=words("cli.pages"))
@click.option(
    "-p",
    "--paper",
    type=click.Choice(["a4", "a3", "a1", "a0"]),
    default="a3",
    show_default=True,
    help=words("cli.paper"),
)
@click.option("-f", "--format", "kind", type=click.Choice(FORMATS), help=words("cli.compare_format"))
@click.option("-l", "--lang", type=click.Choice(["nb", "nn", "en"]), help=words("cli.compare_lang"))
@click.option("-o", "--output", type=click.Path(path_type=Path), help=words("cli.compare_output"))
@click.option("--jobs", type=click.IntRange(1, 64), help=words("cli.jobs"))
@click.option("--source/--no-source", default=None, help=words("cli.source"))
def command(
    paths: tuple[Path, ...],
    align: str,
    where: list[tuple[str, str]],
    voice: str,
    window: int,
    outcomes: tuple[str, ...],
    conditions: tuple[str, ...],
    support: int | None,
    coder: Path | None,
    share: bool,
    min_cell: int,
    ways: Attribute,
    pages: tuple[int, ...],
    paper: str,
    kind: str | None,
    lang: str | None,
    output: Path | None,
    jobs: int | None,
    source: bool | None,
) -> None:
    """Compare files."""
    show = on_terminal() if source is None else source
    cases = _cases(list(paths), jobs, show=show)
    coded = [case.journey for case in _cases([coder], jobs, show=show)] if coder else []
    terms = Terms(align, voice, window, tuple(where), outcomes, conditions, support or 0)
    try:
        compared = side_by_side(cases, terms, coded, share=share)
    except UnknownCondition as error:
        raise click.UsageError(words("cli.bad_condition", words=error)) from None
    _say_left_out(compared.left_out, none_left=not compared.cases)
    if not compared.cases:
        sys.exit(1)
    language = lang or compared.collection.language.value
    kind = _kind(kind, output)
    if share and kind == "graphml":
        raise click.UsageError(words("cli.share_graph"))
    setting = Setting(paper, language, pages, ways, share, min_cell)
    sys.exit(_write(compared, kind, setting, output))


def _cases(given: list[Path], jobs: int | None, *, show: bool) -> list[Case]:
    """Return the journeys in files as cases; end here where one of them can't be used, or there are none."""
    paths = list(journey_files(given))
    problems: list[Problem] = []
    for folder in dict.fromkeys(each.parent for each in paths):
        problems += collection_problems(folder)
    cases: list[Case] = []
    seen: set[str] = set()
    bad = 0
    for path, told in zip(paths, tell_all(paths, jobs), strict=True):
        problems += told.problems
        twice = told.value is not None and told.value.journey.id in seen
        if twice:
            problems.append(problem("R504", str(path)))
        bad += told.value is None or twice
        if told.value and not twice:
            seen.add(told.value.journey.id)
            cases.append(case_of(told.value))
    say_all(problems, source=show)
    if not paths:
        say_nothing_found(given)
    if bad:
        click.echo(words("cli.not_compared", bad=bad, count=len(paths)), err=True)
    if bad or not paths or any(True for _ in errors(problems)):
        sys.exit(exit_code(problems) or 1)
    return cases


def _say_left_out(left_out: tuple[LeftOut, ...], *, none_left: bool) -> None:
    """Say how many journeys are not compared, and why."""
    why = Counter(each.why for each in left_out)
    told = {name: why[name] for name in ("withdrawn", "consent", "sharing", "filtered")}
    if none_left:
        click.echo(words("cli.none_left", **told), err=True)
    elif left_out:
        click.echo(words("cli.left_out", **told), err=True)


def _kind(kind: str | None, output: Path | None) -> str:
    """Return the format that is asked for, by name or by how the output ends."""
    ending = output.suffix[1:].lower() if output and not output.is_dir() else ""
    if kind and ending in FORMATS and ending != kind:
        raise click.UsageError(words("cli.two_formats", ending=f".{ending}", kind=kind))
    if ending in ("png", "jpg", "svg", "docx", "txt"):
        raise click.UsageError(words("cli.compare_endings", ending=f".{ending}"))
    if output and output.exists() and not output.is_dir() and ending not in FORMATS:
        raise click.UsageError(words("cli.no_folder", place=output))
    return kind or (ending if ending in FORMATS else "pdf")


def _write(compared: Comparison, kind: str, setting: Setting, output: Path | None) -> int:
    """Write the report, and return the exit code."""
    called = words("cli.compare_file")
    place = output or Path("output")
    if output is None or place.is_dir():
        place = place / f"{called}.{kind}"
    sweep(place.parent)
    files = files_apart(compared, kind, setting, str(place))
    if files.value is None:
        say_all(files.problems, source=False)
        return exit_code(files.problems)
    try:
        for ending, content in files.value:
            made = place.with_name(place.name.removesuffix(f".{kind}") + ending)
            write_whole(made, content)
            click.echo(words("cli.wrote", place=made))
    except OSError as error:
        reason = errno.errorcode.get(error.errno or 0, "?")
        say_all([problem("R602", str(place), reason=reason)], source=False)
        return 4
    click.echo(words("cli.compared", count=len(compared.cases)))
    return 0
