"""What a person reads at a terminal before deciding or approving; it is shown nowhere else."""

import sys
from collections.abc import Iterator

import click

from reise.chronology import numbered
from reise.cli.speech import language, words
from reise.guard.finding import Finding
from reise.guard.verdict import Verdict
from reise.journey.model import Journey, Path
from reise.journey.names import EVENT, JOURNEY, SOURCE, TAGS
from reise.journey.texts import texts
from reise.journey.vocabulary import role_label, transition_label
from reise.pipeline import Told
from reise.problems import said


def in_conversation() -> bool:
    """Whether a person reads what is written and can answer: only then may a text be shown."""
    return sys.stdin.isatty() and sys.stdout.isatty()


def plain(text: str) -> str:
    """Return text with blanks for what a terminal might take for an order."""
    return "".join(each if each.isprintable() else " " for each in text)


def show_finding(finding: Finding, place: str) -> None:
    """Show a finding in its sentence, under the words for its place."""
    before = finding.sentence[: finding.at]
    after = finding.sentence[finding.at + len(finding.words) :]
    click.echo(f"\n{place}")
    click.echo(
        f"  {plain(before)}{click.style(plain(finding.words), bold=True, underline=True)}{plain(after)}"
    )
    click.echo(f"  {said(finding.problem(), 'fact', language())}")


def show_journey(told: Told, judged: Verdict) -> None:
    """Show all that a journey says, event by event under the numbers of its cards, and what was decided."""
    journey = told.journey
    click.echo(f"\n{click.style(plain(journey.title), bold=True)}")
    for line in _lines(told):
        click.echo(line)
    if judged.decided:
        click.echo("\n" + words("cli.approve_decided"))
    for finding, decision in judged.decided:
        line_of = finding.span.line if finding.span else 1
        show_finding(finding, words("cli.approve_at", line=line_of, code=finding.code))
        click.echo(f"  → {plain(decision.reason)} ({plain(decision.by)}, {decision.date})")
    click.echo()


def _lines(told: Told) -> Iterator[str]:
    """Yield the texts of a journey, those of its head first and then the events in the order of the map."""
    numbers = numbered(told.journey, told.chronology.order)
    found: dict[int | str, list[str]] = {}
    for path, text in texts(told.journey):
        index = path[1] if path[0] == "events" else ""
        if path != ("title",):
            shown = plain(_text(told.journey, path, text))
            found.setdefault(index, []).append(f"{_key(told.journey, path)}: {shown}")
    yield from (f"  {each}" for each in found.get("", ()))
    for index in told.chronology.order:
        first, *more = found[index]
        yield f"{numbers.get(index, ''):>4} {first}"
        yield from (f"       {each}" for each in more)


def _key(journey: Journey, path: Path) -> str:
    """Return what stands before a text in its file: the kind of an event, or the name of a key."""
    if path[0] == "events" and path[2] == "text":
        return EVENT.shown(journey.events[int(path[1])].kind.value, journey.language)
    if path[2:] == ("transition", "type"):
        return EVENT.shown("transition", journey.language)
    name = [each for each in path if isinstance(each, str)][-1]
    names = EVENT if path[0] == "events" else SOURCE if path[0] == "source" else JOURNEY
    return names.shown(name, journey.language)


def _text(journey: Journey, path: Path, text: str) -> str:
    """Return a text as it is printed: services, transitions and tags by their names."""
    field = path[2] if path[0] == "events" else ""
    if field == "who":
        return role_label(text, journey.language, journey.collection)
    if field == "transition":
        return transition_label(text, journey.language, journey.collection)
    return TAGS.shown(text, journey.language) if field == "tags" and text in TAGS else text
