"""`reise decide`: what needs a person's judgement, one finding at a time."""

import datetime
import sys
from pathlib import Path

import click

from reise.cli.reading import in_conversation, show_finding
from reise.cli.signing import DATE, by_whom, save, sure_file
from reise.cli.speech import say_all, words
from reise.guard.finding import Finding, Weight
from reise.guard.record import LEAST_REASON, Decision, Record, record_of
from reise.guard.verdict import Verdict, reason_fault


@click.command("decide", help=words("cli.decide"), options_metavar=words("cli.options"))
@click.argument("file", type=click.Path(path_type=Path), metavar=words("cli.one_file"))
@click.option("--by", help=words("cli.decide_by"))
@click.option("--author", help=words("cli.decide_author"))
@click.option("--finding", "mark", help=words("cli.decide_finding"))
@click.option("--reason", help=words("cli.decide_reason"))
@click.option("--date", type=DATE, help=words("cli.decide_date"))
def command(
    file: Path,
    by: str | None,
    author: str | None,
    mark: str | None,
    reason: str | None,
    date: datetime.datetime | None,
) -> None:
    """Decide about findings."""
    if (mark is None) != (reason is None):
        raise click.UsageError(words("cli.decide_both"))
    judged = sure_file(file)
    record = _tidied(judged)
    waiting = [each for each in judged.open if each.weight is Weight.DECIDE]
    settled = 0
    if waiting and mark is None and not in_conversation():
        _listed(waiting)
        waiting, left = [], len(waiting)
    else:
        left = 0
    if waiting or author:
        record = record.model_copy(update={"written_by": by_whom(author or record.written_by, "author")})
    if waiting:
        record, settled = _all(file, record, waiting, by, mark, reason, date)
    elif record != judged.record:
        save(file, record)
    stopped = [each for each in judged.open if each.weight > Weight.DECIDE]
    say_all([each.problem() for each in stopped], source=False)
    left += len(waiting) - settled
    click.echo(words("cli.decided", settled=settled, left=left, stopped=len(stopped), place=record_of(file)))
    sys.exit(3 if left or stopped else 0)


def _tidied(judged: Verdict) -> Record:
    """Return a record without the decisions that are about nothing any more."""
    held = tuple(decision for _, decision in judged.decided)
    return judged.record.model_copy(update={"decision": held})


def _all(
    file: Path,
    record: Record,
    waiting: list[Finding],
    by: str | None,
    mark: str | None,
    reason: str | None,
    date: datetime.datetime | None,
) -> tuple[Record, int]:
    """Ask about each finding, and write each answer at once; return the record, and how many are settled."""
    if mark is not None:
        waiting = [each for each in waiting if each.mark == mark]
        if len(waiting) != 1:
            raise click.UsageError(words("cli.decide_unknown"))
    by = by_whom(by, "by")
    settled = 0
    for number, finding in enumerate(waiting, 1):
        if mark is None:
            _shown(finding, number, len(waiting))
        given = reason if mark is not None else _asked()
        if not given:
            continue
        fault = reason_fault(given)
        if fault:
            raise click.UsageError(words(f"cli.decide_{fault}", least=LEAST_REASON))
        when = (date or datetime.datetime.now()).date()
        made = Decision(
            code=finding.code, event=finding.event, sentence=finding.mark, reason=given, by=by, date=when
        )
        record = record.model_copy(update={"decision": (*record.decision, made)})
        save(file, record)
        settled += 1
    return record, settled


def _listed(waiting: list[Finding]) -> None:
    """Say what there is to decide where nobody can answer: place and mark, never the words."""
    for each in waiting:
        place = f"{each.file}:{each.span.line}:{each.span.column}" if each.span else each.file
        click.echo(f"{place} {each.code} --finding {each.mark}")


def _shown(finding: Finding, number: int, count: int) -> None:
    """Show a finding in its sentence."""
    line = finding.span.line if finding.span else 1
    show_finding(finding, words("cli.decide_at", number=number, total=count, line=line, code=finding.code))


def _asked() -> str:
    """Ask for a reason until there is one that says something, or none."""
    while True:
        given = click.prompt(words("cli.decide_why", least=LEAST_REASON), default="", show_default=False)
        given = " ".join(given.split())
        fault = reason_fault(given) if given else None
        if fault is None:
            return given
        click.echo("  " + words(f"cli.decide_{fault}", least=LEAST_REASON))
