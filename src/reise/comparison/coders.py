"""Two codings of the same journeys: how far they agree, field by field, and where they do not.

What the two disagree on is a finding, not noise: every disagreement is listed.
"""

from collections import defaultdict, deque
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

from reise.chronology import chronology
from reise.comparison.value import Count, Share, count
from reise.journey.model import Collection, Event, Journey
from reise.journey.names import VOICES, fold
from reise.journey.vocabulary import role

#: What one coder gave an event in one field: codes in order, none where the coder says nothing.
Codes = tuple[str, ...]
#: The tags that the format knows; others are free words.
TAGS = ("stable_adult", "own_initiative", "break")
#: The fields that can hold several codes.
SEVERAL = ("who", "area")
#: Stands for a role that neither the vocabulary nor the collection knows, whose name is free words.
UNLISTED = "unlisted"
_Field = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Field:
    """How far two coders agree in a field; `voice` says whose effect it is, empty in other fields.

    `count` is how many of the doubly coded events have the same codes, of those where both coders
    give some; where only one does, it is unknown. `kappa` is Cohen's (1960: A coefficient of
    agreement for nominal scales), where codes are the same or not. `alpha` is Krippendorff's (2004:
    Content Analysis) with the Jaccard distance between sets of codes, so that one role of two in
    common is half an agreement; in fields of one code it is the nominal alpha. 1 is full
    agreement, 0 what chance would give; None where all codes are the same, since nothing
    then tells agreement from chance. `overlap` is the mean Jaccard similarity, in the fields
    that can hold several codes.
    """

    name: str
    voice: str
    count: Count
    kappa: float | None
    alpha: float | None
    overlap: Fraction | None


@dataclass(frozen=True, slots=True)
class Disagreement:
    """What two coders gave the same event; `event` is its number on the first coder's case map."""

    case: str
    event: int
    field: str
    voice: str
    first: Codes
    second: Codes


@dataclass(frozen=True, slots=True)
class Unmatched:
    """An event that only one coder has, by its number on the case map of that coder."""

    case: str
    event: int
    coder: Literal["first", "second"]


@dataclass(frozen=True, slots=True)
class Agreement:
    """Two codings side by side.

    `doubled` counts the events that both coded, of all that either did, in all journeys. `cases` are the
    journeys that both coded, the other two lists those of one coder. All in order of id, then of
    the events of the first coder's map, then of the fields.
    """

    doubled: Count
    cases: tuple[str, ...]
    only_first: tuple[str, ...]
    only_second: tuple[str, ...]
    fields: tuple[Field, ...]
    disagreements: tuple[Disagreement, ...]
    unmatched: tuple[Unmatched, ...]


@dataclass(frozen=True, slots=True)
class _Pair:
    """An event as two coders have it, by field and voice, and its number."""

    case: str
    number: int
    first: dict[_Field, Codes]
    second: dict[_Field, Codes]
    collection: Collection

    def given(self, field: _Field) -> tuple[Codes, Codes]:
        """Return what the two say in a field."""
        return self.first.get(field, ()), self.second.get(field, ())


def agreement(first: Sequence[Journey], second: Sequence[Journey]) -> Agreement:
    """Return how far two codings agree.

    Journeys with the same id are the same. Their events are matched by id where both have it, else
    by the same words (capitals and spaces aside) in order of appearance; those left over are
    `unmatched` and count in no field. That an event is no turning point is a code; so is that it
    lacks a tag, in a case where either coder uses the tag at all. All else that is not said is
    unknown. Raises ValueError if a coding has a journey twice.
    """
    one, two = _by_id(first), _by_id(second)
    pairs: list[_Pair] = []
    unmatched: list[Unmatched] = []
    shares: list[Share] = []
    for case in sorted(one.keys() | two.keys()):
        if case in one and case in two:
            both, alone = _matched(one[case], two[case])
            pairs += both
            unmatched += alone
            shares.append(Share(case, len(both), len(both) + len(alone)))
        else:
            shares.append(Share(case, 0, len((one.get(case) or two[case]).events)))
    fields = _fields(pairs)
    return Agreement(
        count("doubled", "event", shares),
        tuple(sorted(one.keys() & two.keys())),
        tuple(sorted(one.keys() - two.keys())),
        tuple(sorted(two.keys() - one.keys())),
        tuple(_field(each, pairs) for each in fields),
        tuple(
            _disagreement(pair, each) for pair in pairs for each in fields if len(set(pair.given(each))) > 1
        ),
        tuple(unmatched),
    )


def _by_id(journeys: Sequence[Journey]) -> dict[str, Journey]:
    found = {each.id: each for each in journeys}
    if len(found) < len(journeys):
        raise ValueError("a coding has a journey twice")
    return found


def _matched(first: Journey, second: Journey) -> tuple[list[_Pair], list[Unmatched]]:
    """Return the events that two coders share, and those that only one has, in order of the maps."""
    found = _same_id(first, second)
    taken = set(found.values())
    waiting: defaultdict[str, deque[int]] = defaultdict(deque)
    for at, event in enumerate(second.events):
        if at not in taken:
            waiting[_words(event)].append(at)
    for at, event in enumerate(first.events):
        if at not in found and waiting[_words(event)]:
            found[at] = waiting[_words(event)].popleft()
    used = frozenset(tag for event in (*first.events, *second.events) for tag in event.tags)
    numbers, others = _numbers(first), _numbers(second)
    pairs = [
        _Pair(
            first.id,
            number,
            _codes(first.events[at], used, first.collection),
            _codes(second.events[found[at]], used, first.collection),
            first.collection,
        )
        for at, number in numbers.items()
        if at in found
    ]
    taken = set(found.values())
    return pairs, [
        *(Unmatched(first.id, number, "first") for at, number in numbers.items() if at not in found),
        *(Unmatched(first.id, number, "second") for at, number in others.items() if at not in taken),
    ]


def _same_id(first: Journey, second: Journey) -> dict[int, int]:
    """Return which event of the second coding has the id of one of the first, by their places."""
    places = {event.id: at for at, event in reversed(list(enumerate(second.events))) if event.id}
    return {at: places.pop(event.id) for at, event in enumerate(first.events) if event.id in places}


def _words(event: Event) -> str:
    return " ".join(event.text.casefold().split())


def _numbers(journey: Journey) -> dict[int, int]:
    """Return the number on the case map of each event by its place in the file, in order of the map.

    A journey whose times contradict one another has no map: its numbers are those in the file.
    """
    made = chronology(journey).value
    order: Iterable[int] = made.order if made else range(len(journey.events))
    return {at: number for number, at in enumerate(order, 1)}


def _codes(event: Event, used: frozenset[str], collection: Collection) -> dict[_Field, Codes]:
    """Return what a coder says of an event, by field and voice; `used` are the tags used in the case."""
    said: dict[_Field, Iterable[str]] = {
        ("kind", ""): [event.kind.value],
        ("turning_point", ""): [_yes(event.turning_point is not None)],
        ("who", ""): (each if role(each, collection) else fold(each) for each in event.who),
        ("area", ""): (each.value for each in event.areas),
    }
    for voice, effect in event.effects.items():
        said["effect", voice] = [effect.value]
    for tag in used.intersection(TAGS):
        said[tag, ""] = [_yes(tag in event.tags)]
    if event.turning_point:
        said["direction", ""] = [event.turning_point.direction.value]
    if event.transition and event.transition.status:
        said["status", ""] = [event.transition.status.value]
    return {field: tuple(sorted(set(codes))) for field, codes in said.items()}


def _yes(holds: bool) -> str:
    return "yes" if holds else "no"


def _fields(pairs: Iterable[_Pair]) -> list[_Field]:
    """Return the fields in order, with the effects of each voice that either coder lets speak."""
    found = {voice for pair in pairs for name, voice in (*pair.first, *pair.second) if name == "effect"}
    voices = [*(each for each in VOICES if each in found), *sorted(found.difference(VOICES))]
    plain = ("turning_point", "direction", "status", "who", *TAGS, "area")
    return [("kind", ""), *(("effect", voice) for voice in voices), *((name, "") for name in plain)]


def _field(field: _Field, pairs: Sequence[_Pair]) -> Field:
    """Return how far two coders agree in a field."""
    shares: list[Share] = []
    known: list[tuple[frozenset[str], frozenset[str]]] = []
    for pair in pairs:
        first, second = pair.given(field)
        if first and second:
            known.append((frozenset(first), frozenset(second)))
            shares.append(Share(pair.case, first == second, 1))
        elif first or second:
            shares.append(Share(pair.case, 0, 0, 1))
    kappa, alpha = _beyond_chance(known)
    overlap = None
    if field[0] in SEVERAL and known:
        overlap = sum((_overlap(*each) for each in known), Fraction(0)) / len(known)
    return Field(*field, count(field[0], "event", _by_case(shares)), kappa, alpha, overlap)


def _by_case(shares: Iterable[Share]) -> Iterable[Share]:
    """Return what each case gives, from what each of its events does."""
    found: defaultdict[str, list[Share]] = defaultdict(list)
    for each in shares:
        found[each.case].append(each)
    for case, own in found.items():
        yield Share(
            case, sum(each.n for each in own), sum(each.of for each in own), sum(each.unknown for each in own)
        )


def _overlap(first: frozenset[str], second: frozenset[str]) -> Fraction:
    """Return the share of the codes of either that both have (Jaccard 1912)."""
    return Fraction(len(first & second), len(first | second))


def _beyond_chance(
    known: Sequence[tuple[frozenset[str], frozenset[str]]],
) -> tuple[float | None, float | None]:
    """Return Cohen's kappa and Krippendorff's alpha, or None where there is one code only."""
    if len({codes for pair in known for codes in pair}) < 2:
        return None, None
    # Only who compares two coders needs it, and it takes a while to import.
    from nltk.metrics.agreement import AnnotationTask

    told = [(coder, at, codes) for at, pair in enumerate(known) for coder, codes in enumerate(pair)]
    apart = AnnotationTask(told, lambda one, other: float(1 - _overlap(one, other)))
    return float(AnnotationTask(told).kappa_pairwise(0, 1)), float(apart.alpha())


def _disagreement(pair: _Pair, field: _Field) -> Disagreement:
    """Return a disagreement in codes only, without the free words that a role can be."""
    first, second = (
        tuple(each if field[0] != "who" or role(each, pair.collection) else UNLISTED for each in codes)
        for codes in pair.given(field)
    )
    return Disagreement(pair.case, pair.number, *field, first, second)
