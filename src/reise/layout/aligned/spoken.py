"""What a row's drawing says, in words for the ear."""

from reise.layout.aligned.telling import Line, Step, Told, counted


def alt_of(line: Line, told: Told, shown: tuple[int, int]) -> str:
    """Return in words what the marks of a row say; `shown` are the first and last step on the sheet."""
    say = told.say
    before = sum(step.offset < 0 for step in line.steps)
    after = sum(step.offset > 0 for step in line.steps)
    if line.faint:
        said = say(
            "aligned.alt_not",
            name=line.name,
            events=counted("aligned.events_all", str(len(line.steps)), len(line.steps), say),
            anchor=told.head,
            why=line.absence[:1].lower() + line.absence[1:],
        )
    else:
        said = say(
            "aligned.alt",
            name=line.name,
            before=counted("aligned.events_before", str(before), before, say),
            anchor=", ".join(filter(None, (told.head.lower(), status_of(line, told), line.said_by))),
            after=counted("aligned.events_after", str(after), after, say),
        )
    first, last = shown
    steps = [_step(step, told) for step in line.steps if first <= step.offset <= last]
    return f"{said} {say('aligned.alt_shown', steps='; '.join(steps))}" if steps else said


def status_of(line: Line, told: Told) -> str:
    """Return in words whether the transition in the common column held; nothing where it is none."""
    return told.say(f"aligned.{line.status}") if line.status else ""


def _step(step: Step, told: Told) -> str:
    """Return a mark in words: "−2 krise 14, hindret"."""
    words, say = told.words, told.say
    place = f"{step.offset:+d}".replace("-", "−") if step.offset else told.head.lower()
    parts = [" ".join(filter(None, (place, words(f"kind.{step.kind}"), step.number)))]
    parts += [words(f"effect.{each}") for each in step.signs]
    if step.turn:
        path = "aligned.alt_turn" if step.pointed else "aligned.alt_others"
        parts.append(say(path, direction=words(f"direction.{step.turn}")))
    if step.uncertain:
        parts.append(words("certainty.medium"))
    if step.level is not None:
        parts.append(
            say("aligned.alt_level", level=f"{step.level:+g}".replace("-", "−") if step.level else "0")
        )
    return ", ".join(parts)
