"""`reise new`: a file to write a journey in, which is right from the start; or a workbook."""

import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import click

from reise.cli.speech import language as tongue
from reise.cli.speech import say_all, words
from reise.journey.identity import id_of
from reise.journey.model import Language, SourceKind, Status
from reise.journey.names import SOURCE_KINDS, STATUSES, Names
from reise.problems import problem, said
from reise.starting import Beginning, first_text, problems_of, write_new
from reise.workbook.columns import values

FOLDER = "journeys"


def _known(names: Names[Any]) -> Callable[..., Any]:
    """Return what reads a fixed value of an option in any language."""

    def read(ctx: click.Context, param: click.Parameter, value: str | None) -> Any:
        found = names.find(value) if value else None
        if value and found is None:
            allowed = names.all_shown(Language(tongue()))
            raise click.BadParameter(words("cli.new_unknown", words=value, allowed=allowed), ctx, param)
        return found

    return read


@click.command("new", help=words("cli.new"), options_metavar=words("cli.options"))
@click.option("-t", "--title", help=words("cli.new_title"))
@click.option("-l", "--lang", type=click.Choice(["nb", "nn", "en"]), help=words("cli.new_lang"))
@click.option("--about", help=words("cli.new_about"))
@click.option("--source-kind", callback=_known(SOURCE_KINDS), help=words("cli.new_source"))
@click.option("--status", callback=_known(STATUSES), help=words("cli.new_status"))
@click.option("--despite", multiple=True, help=words("cli.new_despite"))
@click.option("--outcome", help=words("cli.new_outcome"))
@click.option("--xlsx", is_flag=True, help=words("cli.new_xlsx"))
@click.option("-y", "--yes", is_flag=True, help=words("cli.new_yes"))
@click.option("-o", "--output", type=click.Path(path_type=Path), help=words("cli.new_output"))
def command(
    title: str | None,
    lang: str | None,
    about: str | None,
    source_kind: SourceKind | None,
    status: Status | None,
    despite: tuple[str, ...],
    outcome: str | None,
    xlsx: bool,
    yes: bool,
    output: Path | None,
) -> None:
    """Begin a journey."""
    folder = output or Path(FOLDER if Path(FOLDER).is_dir() else ".")
    if folder.exists() and not folder.is_dir():
        raise click.UsageError(words("cli.new_folder", place=folder))
    begun = Beginning(
        (title or "").strip(),
        Language(lang or tongue()),
        (about or "").strip(),
        source_kind,
        status or Status.DRAFT,
        tuple(filter(None, (each.strip() for each in despite))),
        (outcome or "").strip(),
    )
    _sure(begun, titled=title is not None)
    if not yes and sys.stdin.isatty():
        begun = _asked(
            begun,
            {
                "title": title is None,
                "language": lang is None,
                "about": about is None,
                "source": source_kind is None,
                "despite": not despite,
                "outcome": outcome is None,
            },
        )
    elif title is None and not xlsx:
        raise click.UsageError(words("cli.new_untitled"))
    name = id_of(begun.title) or words("cli.new_book")
    path = folder / f"{name}.{'xlsx' if xlsx else 'yaml'}"
    made = _workbook(begun) if xlsx else first_text(begun).encode()
    if not write_new(path, made):
        say_all([problem("R706", str(path))], source=False)
        sys.exit(1)
    click.echo(words("cli.wrote", place=path))
    click.echo(words("cli.new_next_xlsx" if xlsx else "cli.new_next", place=path))


def _sure(begun: Beginning, *, titled: bool) -> None:
    """Refuse options that would not make a journey; `titled` says that the title is one of them."""
    wrong = _wrong(begun if titled else replace(begun, title="x"))
    if wrong:
        raise click.UsageError(wrong)


def _wrong(begun: Beginning) -> str:
    """Return in words what is wrong with what is known of a journey, "" where nothing is."""
    if id_of(begun.title) is None:
        return words("cli.new_nameless")
    found = problems_of(begun)
    return " ".join(said(found[0], part, tongue()) for part in ("fact", "hint")) if found else ""


def _asked(begun: Beginning, missing: dict[str, bool]) -> Beginning:
    """Return a beginning with answers to what is missing in it; a bad answer is asked for again."""
    click.echo(words("cli.new_hello") + "\n")
    for name, asked in missing.items():
        if not asked:
            continue

        def read(answer: str, name: str = name, before: Beginning = begun) -> Beginning:
            after = replace(before, **{name: _meant(name, answer.strip(), before)})
            wrong = _wrong(after if after.title or name == "title" else replace(after, title="x"))
            if wrong:
                raise click.UsageError(wrong)
            return after

        default = begun.language.value if name == "language" else None if name == "title" else ""
        begun = click.prompt(
            words(f"cli.new_ask_{name}"), default=default, show_default=bool(default), value_proc=read
        )
    click.echo()
    return begun


def _meant(name: str, answer: str, before: Beginning) -> Any:
    """Return what an answer means; raise UsageError where it is none of the words to choose from."""
    if name == "despite":
        return tuple(values(("despite",), answer))
    if name == "language":
        if answer not in tuple(Language):
            raise click.UsageError(words("cli.new_unknown", words=answer, allowed="nb, nn, en"))
        return Language(answer)
    if name != "source":
        return answer
    found = SOURCE_KINDS.find(answer) if answer else None
    if answer and found is None:
        allowed = SOURCE_KINDS.all_shown(Language(tongue()))
        raise click.UsageError(words("cli.new_unknown", words=answer, allowed=allowed))
    return found


def _workbook(begun: Beginning) -> bytes:
    """Return a workbook with what is known of a journey."""
    from reise.workbook import new_workbook

    spoken = begun.language
    answers = {
        ("title",): begun.title,
        ("language",): spoken.value,
        ("about",): begun.about,
        ("source", "kind"): SOURCE_KINDS.shown(begun.source, spoken) if begun.source else "",
        ("status",): STATUSES.shown(begun.status, spoken),
        ("despite",): "".join(f"{each}; " for each in begun.despite).strip(),
        ("outcome",): begun.outcome,
    }
    return new_workbook(spoken.value, answers)
