"""The words of a journey or a collection that somebody wrote freely, each with its path."""

from collections.abc import Iterator

from reise.journey.model import Collection, Event, Journey, Path

#: A text, and where it stands: ("events", 3, "text").
Text = tuple[Path, str]


def texts(journey: Journey) -> Iterator[Text]:
    """Yield every text of a journey that somebody wrote in words of their own, in the order of the model."""
    for name in ("title", "about", "outcome", "note"):
        yield from _one((name,), getattr(journey, name))
    if journey.source:
        yield from _one(("source", "reference"), journey.source.reference)
    for name in ("despite", "content_notice"):
        yield from _many((name,), getattr(journey, name))
    for index, event in enumerate(journey.events):
        yield from _of_event(("events", index), event)


def shared_texts(collection: Collection) -> Iterator[Text]:
    """Yield every text of a collection that somebody wrote in words of their own."""
    for name in ("title", "claim", "flip"):
        yield from _one((name,), getattr(collection, name))
    yield from _many(("questions",), collection.questions)
    for index, figure in enumerate(collection.figures):
        yield ("figures", index, "text"), figure.text
        yield ("figures", index, "source"), figure.source
    for index, remark in enumerate(collection.voices):
        yield ("voices", index, "who"), remark.who
        yield ("voices", index, "text"), remark.text
    for index, role in enumerate(collection.roles):
        yield ("roles", index, "label"), role.label
        yield from _one(("roles", index, "level"), role.level)
    for index, transition in enumerate(collection.transitions):
        yield ("transitions", index, "label"), transition.label


def _of_event(here: Path, event: Event) -> Iterator[Text]:
    yield (*here, "text"), event.text
    for name in ("phase", "whose"):
        if text := getattr(event, name):
            yield (*here, name), text
    for name in ("who", "tags"):
        for index, text in enumerate(getattr(event, name)):
            yield (*here, name, index), text
    if event.transition:
        yield from _one((*here, "transition", "type"), event.transition.type)
    if event.turning_point:
        yield from _one((*here, "turning_point", "difference"), event.turning_point.difference)
        yield from _one((*here, "turning_point", "mechanism"), event.turning_point.mechanism)


def _one(path: Path, text: str | None) -> Iterator[Text]:
    if text:
        yield path, text


def _many(path: Path, found: tuple[str, ...]) -> Iterator[Text]:
    for index, text in enumerate(found):
        yield (*path, index), text
