"""`reise approve`: a second person, who did not write it, lets a journey be printed."""

import datetime
import sys
from pathlib import Path

import click

from reise.cli.reading import in_conversation, show_journey
from reise.cli.signing import DATE, by_whom, save, sure_file
from reise.cli.speech import agreed, exit_code, say_all, words
from reise.guard.record import MOST_LETTERS, Approval, record_of, same_person
from reise.guard.verdict import VERSION
from reise.journey.model import Journey, Status
from reise.pipeline import COLLECTIONS, collection_problems, tell
from reise.problems import Problem, errors, is_guards, problem


@click.command("approve", help=words("cli.approve"), options_metavar=words("cli.options"))
@click.argument("file", type=click.Path(path_type=Path), metavar=words("cli.one_file"))
@click.option("--by", help=words("cli.approve_by"))
@click.option("--author", help=words("cli.decide_author"))
@click.option("--intruder-test", type=DATE, help=words("cli.approve_intruder"))
@click.option("--not-shown", help=words("cli.approve_not_shown"))
@click.option("--date", type=DATE, help=words("cli.decide_date"))
@click.option("-y", "--yes", is_flag=True, help=words("cli.approve_yes"))
def command(
    file: Path,
    by: str | None,
    author: str | None,
    intruder_test: datetime.datetime | None,
    not_shown: str | None,
    date: datetime.datetime | None,
    yes: bool,
) -> None:
    """Approve a journey for print."""
    if file.name in COLLECTIONS:
        raise click.UsageError(words("cli.approve_collection"))
    judged = sure_file(file)
    told = tell(file, str(file), allowing=_is_own)
    wrong = [each for each in errors(told.problems) if not _is_own(each)]
    # What the journeys of a folder share is printed with each of them.
    wrong += filter(is_guards, collection_problems(file.parent))
    if told.value is None or wrong:
        say_all(wrong, source=False)
        click.echo(words("cli.approve_not", count=len(wrong)), err=True)
        sys.exit(exit_code(wrong))
    _sure_of(told.value.journey)
    record = judged.record
    asking = not yes and in_conversation()
    if asking:
        show_journey(told.value, judged)
    written_by = by_whom(author or record.written_by, "author")
    name = by_whom(by, "approver")
    if same_person(name, written_by):
        click.echo(words("cli.approve_same"), err=True)
        sys.exit(3)
    tested = intruder_test.date() if intruder_test else None
    if asking:
        not_shown = not_shown or _where(record.not_shown)
        tested = tested or _tested()
    else:
        not_shown = not_shown or record.not_shown
    if len(not_shown or "") > MOST_LETTERS:
        raise click.UsageError(words("cli.approve_long", most=MOST_LETTERS))
    if not yes:
        click.echo(words("cli.approve_ask"))
        if not sys.stdin.isatty() or not agreed(words("cli.approve_sure")):
            click.echo(words("cli.approve_none"), err=True)
            sys.exit(3)
    approval = Approval(
        case=judged.seal.case,
        by=name,
        date=(date or datetime.datetime.now()).date(),
        guard=VERSION,
        intruder_test=tested,
    )
    update = {"written_by": written_by, "approval": approval, "not_shown": not_shown}
    save(file, record.model_copy(update=update))
    click.echo(words("cli.approved", place=record_of(file)))


def _is_own(problem: Problem) -> bool:
    """Whether a problem is that whoever wrote it approved it, which is what another can mend."""
    return problem.code == "R454"


def _where(known: str | None) -> str | None:
    """Ask where the journey must not be shown; nowhere may be said."""
    given = click.prompt(words("cli.approve_where"), default=known or "", show_default=bool(known))
    return " ".join(given.split()) or None


def _tested() -> datetime.date | None:
    """Ask for the day somebody tried to recognise the person, until it is a day or there was none."""
    while given := click.prompt(words("cli.approve_tested"), default="", show_default=False).strip():
        try:
            return datetime.date.fromisoformat(given)
        except ValueError:
            click.echo("  " + words("cli.approve_no_day"))
    return None


def _sure_of(journey: Journey) -> None:
    """End here where a journey was withdrawn, is not finished, or lacks the yes to a map."""
    status = journey.status
    lacks = "" if journey.consent.map else "R402"
    code = "R401" if status is Status.WITHDRAWN else lacks if status is Status.APPROVED else "R459"
    if code:
        place = journey.place("consent" if code == "R402" else "status")
        say_all([problem(code, journey.file, place)], source=False)
        sys.exit(3)
    if not journey.consent.wall:
        click.echo(words("cli.approve_no_wall"))
