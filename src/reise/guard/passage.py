"""What the guard reads: every value, comment, key and name of a file, each with its place."""

import re
from collections.abc import Iterator
from itertools import islice, product
from pathlib import PurePath
from typing import NamedTuple

from reise.guard.lexicon import knows
from reise.guard.words import is_like_a_place
from reise.journey.model import Collection, Journey, Kind, Path, Placed
from reise.journey.names import TAGS
from reise.journey.texts import shared_texts, texts
from reise.journey.vocabulary import find_role, find_transition
from reise.problems import Span
from reise.source.comments import comments
from reise.source.comments import texts as scalars
from reise.source.document import Document

_LETTERS = {"a": "aåæ", "o": "oø"}
_LONGEST = 30
#: What stands between the words of an id; between digits it may be that of a date.
_JOINT = re.compile(r"(?<!\d)[-_ ]+|[-_ ]+(?!\d)")
#: An id that only counts ("h1", "m12").
_COUNTER = re.compile("[a-z]-?[0-9]{1,3}")
#: A key, an id, a fixed value or an age that holds none of what is searched for in what is no prose.
_HARMLESS = re.compile(
    rf"[A-Za-zÆØÅæøå _-]*|{_COUNTER.pattern}|~?[0-9]{{1,2}}(?:-[0-9]{{1,2}})?[+]?(?: [A-Za-zæøå]{{1,9}})?"
)
_TAGS = frozenset(("stable_adult", "own_initiative", "break", "new_person"))


class Passage(NamedTuple):
    """A text that is read as one: where it stands, and in which event (0: in none).

    In `prose` every word is looked at; what else is written in a file (ages, ids) is searched for
    numbers and addresses only. `own` are the young person's own words, `told` is what an event says,
    a `label` the name of a file, of which every word may be a name.
    """

    text: str
    span: Span | None
    event: int = 0
    prose: bool = True
    own: bool = False
    told: bool = False
    label: bool = False


def of_journey(journey: Journey) -> Iterator[Passage]:
    """Yield what a journey says in words of its own; names of services that are known are not read."""
    yield _id(journey.id, None, 0)._replace(label=True)
    for path, text in texts(journey):
        if not _is_known(path, text, journey.collection):
            yield _passage(journey, path, text, own=_is_own(journey, path))
    for index, event in enumerate(journey.events):
        if event.id and not _COUNTER.fullmatch(event.id):
            yield _id(event.id, journey.place("events", index, "id"), index + 1)


def of_collection(collection: Collection) -> Iterator[Passage]:
    """Yield what a collection says, and the ids that it gives."""
    for path, text in shared_texts(collection):
        yield _passage(collection, path, text, own=False)
    for name in ("roles", "transitions"):
        for index, each in enumerate(getattr(collection, name)):
            yield _id(each.id, collection.place(name, index, "id"), 0)


def of_file(document: Document, told: list[Passage]) -> Iterator[Passage]:
    """Yield what else stands in a file than what was `told`: comments, its folder, all other text."""
    folder = PurePath(document.file).parent.name
    if not _HARMLESS.fullmatch(folder):
        yield Passage(folder, None, prose=False)
    for line, column, text, _ in comments(document):
        yield Passage(text.lstrip("# ").rstrip(), Span(line, column, line, column + len(text)))
    known = {each.span for each in told}
    for scalar in scalars(document.root):
        if not _HARMLESS.fullmatch(scalar.text) and scalar.span not in known:
            yield Passage(scalar.text, scalar.span, prose=False)


def _passage(whole: Placed, path: Path, text: str, *, own: bool) -> Passage:
    event = path[1] + 1 if path[0] == "events" and isinstance(path[1], int) else 0
    span, known = whole.place(*path), path
    while span is None and len(known) > 1:
        known = known[:-1]
        span = whole.place(*known)
    return Passage(text, span, event, own=own, told=path[2:] == ("text",))


def _id(text: str, span: Span | None, event: int) -> Passage:
    """Return an id as words, with the letters that an id cannot have: "nokkelen" is "nøkkelen"."""
    return Passage(" ".join(map(_spelled, _JOINT.split(text))), span, event)


def _spelled(word: str) -> str:
    """Return the everyday word or the place that one without å, ø and æ stands for, or the word as it is."""
    if len(word) > _LONGEST or knows(word):
        return word
    pairs = word.replace("ae", "æ").replace("oe", "ø").replace("aa", "å")
    letters = ([_LETTERS.get(each, each) for each in spelled] for spelled in dict.fromkeys((pairs, word)))
    choices = ["".join(each) for one in letters for each in islice(product(*one), 1000)]
    return next((each for is_it in (knows, is_like_a_place) for each in choices if is_it(each)), word)


def _is_known(path: Path, text: str, collection: Collection) -> bool:
    """Whether a text is a word of the vocabulary rather than somebody's own."""
    field = path[2] if path[0] == "events" and len(path) > 2 else ""
    if field == "who":
        return find_role(text, collection) is not None
    if field in ("text", "transition"):
        return find_transition(text, collection) is not None
    return field == "tags" and (text in _TAGS or TAGS.find(text) is not None)


def _is_own(journey: Journey, path: Path) -> bool:
    """Whether a text is what the young person said."""
    if path[0] != "events" or path[2:] != ("text",):
        return False
    event = journey.events[int(path[1])]
    return event.kind in (Kind.QUOTE, Kind.WISH) and event.voice in (None, "young")
