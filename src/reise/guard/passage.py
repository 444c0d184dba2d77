"""What the guard reads: every value, comment, key and name of a file, each with its place."""

import re
from collections.abc import Iterator
from itertools import islice, product
from pathlib import PurePath
from typing import NamedTuple

from reise.guard.lexicon import knows, lists
from reise.guard.words import is_like_a_place
from reise.journey.model import Collection, Journey, Kind, Language, Path, Placed
from reise.journey.names import DIRECTIONS, EVENT, JOURNEY, LANGUAGES, SOURCE, TAGS, Names
from reise.journey.parser import journey_id
from reise.journey.texts import shared_texts, texts
from reise.journey.timewords import is_date
from reise.journey.vocabulary import find_role, find_transition
from reise.problems import Span
from reise.source.comments import comments
from reise.source.comments import texts as scalars
from reise.source.document import Document, Mapping, Node, Scalar, Sequence

_LETTERS = {"a": "aåæ", "o": "oø"}
_LONGEST = 30
#: A key without the blank after its colon is no key to YAML, and the text behind it is read by itself.
_KEY = re.compile(r"^[^\W\d_]+:(?=\S)")
#: What stands between the words of an id; between digits it may be that of a date.
_JOINT = re.compile(r"(?<!\d)[-_ ]+|[-_ ]+(?!\d)")
#: An id that only counts ("h1", "m12").
_COUNTER = re.compile("[a-z]-?[0-9]{1,3}")
#: Where a word of more than one letter ends, and a number of a digit or two that ends the name begins.
_COUNTED = re.compile("(?<=[a-zæøå]{2})(?=[0-9]{1,2}$)")
#: A key, an id, a fixed value or an age that holds none of what is searched for in what is no prose.
_HARMLESS = re.compile(
    rf"[A-Za-zÆØÅæøå _-]*|{_COUNTER.pattern}|~?[0-9]{{1,2}}(?:-[0-9]{{1,2}})?[+]?(?: [A-Za-zæøå]{{1,9}})?"
)
#: A letter without a mark, or a digit, as YAML writes what cannot be typed.
_ESCAPE = re.compile(r"(?:\\(?:x|u00|U000000)(?:3\d|[46][1-9A-Fa-f]|[57][\dAa]))+")
_TAGS = frozenset(TAGS)
_OF_JOURNEY = ("title", "about", "outcome", "note", "reference", "despite", "content_notice", "events")
_OF_EVENT = ("who", "whose", "phase", "tags", "type", "difference", "mechanism")
#: The keys that have words of somebody's own, under any of their names.
_WORDED = frozenset((*_OF_JOURNEY, *_OF_EVENT, *Kind))
_KINDS = frozenset(Kind)
#: The keys that have keys of their own with words among them; the whole is called as its first key.
_KEYED = frozenset(("reise", "events", "source", *Kind))
_OWN = (Kind.QUOTE, Kind.WISH)


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
    yield _label(journey.id)
    collection = journey.collection
    for path, text in texts(journey):
        if not _is_known(path, text, collection):
            yield _passage(journey, path, text, own=_is_own(journey, path))
    for index, event in enumerate(journey.events):
        if event.id and not _COUNTER.fullmatch(event.id):
            yield _id(event.id, journey.place("events", index, "id"), index + 1)


def of_document(document: Document, collection: Collection) -> Iterator[Passage]:
    """Yield what a file seems to tell that is not yet a journey, since something in its form is wrong."""
    name = journey_id(document.file)
    if name:
        yield _label(name)
    if type(document.root) is not Mapping:
        # Of what has no keys not even the language is known.
        return
    for text, key, event in _worded(document.root, "reise", 0):
        words = " ".join(_KEY.sub("", text.text).split())
        if text.span.line not in document.blurred and not _is_fixed(words, collection):
            yield Passage(words, text.span, event, own=key in _OWN, told=key in _KINDS)


def language_of(document: Document) -> Language:
    """Return the language that a file says it is in; bokmål where it does not."""
    entries = document.root.entries if type(document.root) is Mapping else ()
    said = (each.value for each in entries if JOURNEY.find(each.key.text) == "language")
    found = (LANGUAGES.find(each.text) for each in said if type(each) is Scalar)
    return next(filter(None, found), Language.NB)


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
        yield Passage(text.lstrip("# "), Span(line, column, line, column + len(text)))
    for line, column, text in _escapes(document.text):
        if not any(text in each.text for each in told):
            yield Passage(text, Span(line, column, line, column + len(text)), prose=False)
    known = {each.span for each in told}
    for scalar in scalars(document.root):
        if not _HARMLESS.fullmatch(scalar.text) and scalar.span not in known:
            yield Passage(scalar.text, scalar.span, prose=False)


def _escapes(text: str) -> Iterator[tuple[int, int, str]]:
    r"""Yield where plain letters and digits are written by their numbers, which no program does ("\\x61")."""
    for number, line in enumerate(text.split("\n") if "\\" in text else (), 1):
        for found in _ESCAPE.finditer(line):
            yield number, found.start() + 1, found[0]


def _worded(node: Node, key: str, event: int) -> Iterator[tuple[Scalar, str, int]]:
    """Yield each text that is to be words, with the name of its key and the number of the event.

    What stands at a key that is like none may become words once the key is mended, but for a date, which
    is refused whatever the key.
    """
    if type(node) is Scalar:
        if key in _WORDED or not (key or is_date(node.text)):
            yield node, key, event
    elif type(node) is Sequence:
        for index, each in enumerate(node.items, 1):
            yield from _worded(each, key, index if key == "events" else event)
    elif type(node) is Mapping and key in _KEYED:
        for entry in node:
            yield from _worded(entry.value, _meant(entry.key.text, EVENT if event else JOURNEY), event)


def _meant(key: str, names: Names[str]) -> str:
    """Return the name of a key, or of the one that it looks most like, or "" where it looks like none."""
    name = names.find(key) or SOURCE.find(key)
    near = None if name else names.closest(key)
    return name or (near and names.find(near)) or ""


def _is_fixed(words: str, collection: Collection) -> bool:
    """Whether words are those of the vocabulary, or one of the fixed values of a key for words."""
    known = find_role(words, collection) or find_transition(words, collection)
    return bool(known or TAGS.find(words) or DIRECTIONS.find(words))


def _passage(whole: Placed, path: Path, text: str, *, own: bool) -> Passage:
    event = path[1] + 1 if path[0] == "events" and isinstance(path[1], int) else 0
    span, known = whole.place(*path), path
    while span is None and len(known) > 1:
        known = known[:-1]
        span = whole.place(*known)
    return Passage(text, span, event, own=own, told=path[2:] == ("text",))


def _label(name: str) -> Passage:
    """Return the name of a file as words, and what is counted by a digit or two as another: "reise1"."""
    return _id(_COUNTED.sub(" ", name), None, 0)._replace(label=True)


def _id(text: str, span: Span | None, event: int) -> Passage:
    """Return an id as words, with the letters that an id cannot have: "nokkelen" is "nøkkelen"."""
    return Passage(" ".join(map(_spelled, _JOINT.split(text))), span, event)


def _spelled(word: str) -> str:
    """Return the everyday word or the place that one without å, ø and æ stands for, or the word as it is."""
    if len(word) > _LONGEST or lists(word):
        return word
    pairs = word.replace("ae", "æ").replace("oe", "ø").replace("aa", "å")
    letters = ([_LETTERS.get(each, each) for each in spelled] for spelled in dict.fromkeys((pairs, word)))
    choices = ["".join(each) for one in letters for each in islice(product(*one), 1000)]
    return next((each for is_it in (lists, is_like_a_place, knows) for each in choices if is_it(each)), word)


def _is_known(path: Path, text: str, collection: Collection) -> bool:
    """Whether a text is a word of the vocabulary rather than somebody's own."""
    field = path[2] if path[0] == "events" else ""
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
    return event.kind in _OWN and event.voice in (None, "young")
