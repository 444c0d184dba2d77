"""Whether the map of a journey can be printed, in a line each."""

from collections.abc import Sequence
from pathlib import Path

import click

from reise.cli.speech import words
from reise.journey.model import Status
from reise.pipeline import Judged, tell
from reise.problems import errors


def say_standing(read: Sequence[tuple[Path, Judged | None]]) -> None:
    """Say of each journey whether it can be printed, and if not all that it lacks."""
    click.echo("\n" + words("cli.stands"))
    width = max(len(str(path)) for path, _ in read)
    for path, judged in read:
        click.echo(f"  {path!s:<{width}}  {_standing(path, judged)}")


def _standing(path: Path, judged: Judged | None) -> str:
    lacks = _lacks(path, judged)
    if lacks:
        return words("cli.stands_no", lacks=", ".join(lacks))
    wall = judged and judged.journey and judged.journey.consent.wall
    return words("cli.stands_yes" if wall else "cli.stands_no_wall")


def _lacks(path: Path, judged: Judged | None) -> list[str]:
    """Return what stands in the way of printing a journey."""
    if judged is None or judged.journey is None:
        return [words("cli.stands_wrong")]
    if judged.journey.status is Status.WITHDRAWN:
        return [words("cli.stands_withdrawn")]
    verdict = judged.verdict
    lacks = []
    if count := len([*errors(verdict.problems)]):
        lacks.append(words("cli.stands_open", count=count))
    elif tell(path, str(path)).value is None:
        lacks.append(words("cli.stands_wrong"))
    if not judged.journey.consent.map:
        lacks.append(words("cli.stands_no_map"))
    if judged.journey.status is not Status.APPROVED:
        lacks.append(words("cli.stands_unfinished"))
    elif not verdict.seal.approved:
        lacks.append(words("cli.stands_again" if verdict.record.approval else "cli.stands_unapproved"))
    return lacks
