"""`reise approve`: a second person, who did not write it, lets a journey be printed."""

import datetime
import sys
from pathlib import Path

import click

from reise.cli.signing import DATE, by_whom, save, sure_file
from reise.cli.speech import agreed, say_all, words
from reise.guard.record import Approval, record_of, same_person
from reise.guard.verdict import VERSION
from reise.journey.model import Status
from reise.pipeline import tell
from reise.problems import errors, problem


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
    judged = sure_file(file)
    told = tell(file, str(file))
    wrong = [each for each in errors(told.problems) if each.code != "R454"]
    if wrong:
        say_all(wrong, source=False)
        click.echo(words("cli.approve_not", count=len(wrong)), err=True)
        sys.exit(3 if judged.open else 1)
    if told.value is not None and told.value.journey.status is not Status.APPROVED:
        say_all([problem("R459", str(file), told.value.journey.place("status"))], source=False)
        sys.exit(3)
    record = judged.record
    written_by = by_whom(author or record.written_by, "author")
    name = by_whom(by, "approver")
    if same_person(name, written_by):
        say_all([problem("R454", str(record_of(file)))], source=False)
        sys.exit(3)
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
        intruder_test=intruder_test.date() if intruder_test else None,
    )
    update = {"written_by": written_by, "approval": approval, "not_shown": not_shown or record.not_shown}
    save(file, record.model_copy(update=update))
    click.echo(words("cli.approved", place=record_of(file)))
