"""The words on the cards of a map."""

from collections.abc import Iterable
from dataclasses import replace

from reise.chronology import Chronology, numbered
from reise.journey.model import Certainty, Event, Journey, Kind
from reise.journey.vocabulary import role_label, transition_label
from reise.layout.story import LIFE, SERVICES, TIED, Card, Mark, Stripe
from reise.layout.words import Words, time_notes

SERVICE_KINDS = frozenset({Kind.SERVICE, Kind.MEASURE, Kind.TRANSITION})
STRENGTHS = ("stable_adult", "own_initiative")
#: Voices that interpret a journey instead of having lived it.
READERS = frozenset({"project", "researcher"})
#: Names of up to so many letters stay on one line.
SHORT = 13


def cards_of(journey: Journey, chronology: Chronology, words: Words) -> list[Card]:
    """Return a card for every event, in layout order; all but milestones are numbered."""
    names: dict[str, str] = {}
    called: dict[int, str] = {}
    numbers = {index: str(number) for index, number in numbered(journey, chronology.order).items()}
    for index in chronology.order:
        event = journey.events[index]
        milestone = event.kind is Kind.MILESTONE
        called[index] = f"«{event.text}»" if milestone else words("map.number", number=numbers[index])
        if event.id:
            names.setdefault(event.id, called[index])
    by_id = {event.id: index for index, event in reversed(list(enumerate(journey.events))) if event.id}
    made: list[Card] = []
    marks = 0
    for position, index in enumerate(chronology.order):
        event = journey.events[index]
        above = called[index - 1] if index else ""
        card = _card(journey, index, position, numbers.get(index, ""), names, above, words)
        card = replace(card, led_to=tuple(by_id[each] for each in event.led_to if each in by_id))
        if event.turning_point:
            marks += 1
            point = event.turning_point
            card = replace(
                card,
                mark=Mark(
                    number=marks,
                    direction=point.direction.value,
                    title=event.text,
                    said_by=_said_by(point.said_by, journey, words),
                    difference=point.difference or "",
                    at=card.number,
                ),
            )
        made.append(replace(card, alt=_alt(card, event, words)))
    return made


def _card(
    journey: Journey, index: int, position: int, number: str, names: dict[str, str], before: str, words: Words
) -> Card:
    """Return the card of one event, without its turning point."""
    event = journey.events[index]
    language, shared = words.language, journey.collection
    roles = [role_label(each, language, shared) for each in event.who]
    voices = sorted(event.effects, key=lambda voice: voice != "young")
    effects = tuple(dict.fromkeys(event.effects[voice].value for voice in voices))
    disagree = len(effects) > 1
    notes = time_notes(event, words, names, before)
    if event.voice:
        notes.append(words("map.quote_by", voice=names_of((event.voice,), journey, words)))
    if disagree:
        notes += [
            words(
                "map.says",
                voice=names_of((voice,), journey, words),
                effect=words(f"effect.{effect.value}"),
            )
            for voice, effect in ((voice, event.effects[voice]) for voice in voices)
        ]
    for path in ("led_to", "part_of"):
        refs = [names[each] for each in getattr(event, path) if each in names]
        if refs:
            notes.append(words(f"map.{path}", refs=", ".join(refs)))
    if "break" in event.tags:
        notes.append(words("tag.break"))
    stripe = _stripe(event, journey, words)
    if stripe:
        said = [each for each in (stripe.label, stripe.said) if each and each != event.text]
        notes += [each.replace("→ ", f"→{TIED}") for each in said]
    service = event.kind in SERVICE_KINDS or (event.kind is Kind.TURNING_POINT and bool(event.who))
    if event.kind is Kind.MILESTONE:
        roles, notes = [], [*roles, *notes]
    if [each.casefold() for each in roles] == [event.text.casefold()] or (
        event.kind is Kind.FAMILY and event.who == ("nettverk",)
    ):
        roles = []
    # What is said by the young person, or is an initiative of theirs, need not say once more who it was.
    if event.who == ("den_unge",) and (event.voice == "young" or "own_initiative" in event.tags):
        roles = []
    return Card(
        position=position,
        event=index,
        number=number,
        kind=event.kind.value,
        lane=SERVICES if service else LIFE,
        head=", ".join(map(tied, roles)),
        text=event.text,
        notes=tuple(notes),
        sign=words.effect_sign(effects),
        effects=effects,
        young_first=voices[:1] == ["young"],
        uncertain=event.certainty is not Certainty.HIGH or event.order_unknown,
        alt="",
        stripe=stripe,
        level=event.level,
        tags=tuple(words(f"tag.{each}") for each in STRENGTHS if each in event.tags),
        own=event.voice == "young",
    )


def _stripe(event: Event, journey: Journey, words: Words) -> Stripe | None:
    """Return the stripe of a critical transition."""
    if event.transition is None and event.kind is not Kind.TRANSITION:
        return None
    kind = event.transition.type if event.transition else None
    label = transition_label(kind, words.language, journey.collection) if kind else event.text
    status = event.transition.status.value if event.transition and event.transition.status else "none"
    return Stripe(label, words(f"transition_said.{status}"), words(f"status_short.{status}"), status)


def _alt(card: Card, event: Event, words: Words) -> str:
    """Return in words what the signs and shapes of a card say."""
    parts = [words(f"kind.{card.kind}")]
    parts += [words(f"effect.{each}") for each in card.effects]
    if event.certainty is not Certainty.HIGH:
        parts.append(words(f"certainty.{event.certainty.value}"))
    if event.turning_point:
        parts.append(
            words("kind.turning_point") + " " + words(f"direction.{event.turning_point.direction.value}")
        )
    if card.stripe:
        status = words(f"transition.{card.stripe.status}")
        parts.append(words("map.transition", label=card.stripe.label, status=status))
    text = ", ".join(dict.fromkeys(parts))
    return text[:1].upper() + text[1:]


def _said_by(voices: tuple[str, ...], journey: Journey, words: Words) -> str:
    """Return who sees a turning point: said by those who lived it, read by those who study it."""
    lived = [each for each in voices if each not in READERS]
    read = [each for each in voices if each in READERS]
    parts = [
        words(path, voices=names_of(some, journey, words))
        for path, some in (("map.said_by", lived), ("map.read_by", read))
        if some
    ]
    return " ".join(parts)


def names_of(voices: Iterable[str], journey: Journey, words: Words) -> str:
    """Return the names of voices, joined."""
    return ", ".join(
        tied(words.voice(each, role_label(each, words.language, journey.collection))) for each in voices
    )


def tied(name: str) -> str:
    """Return a short name so that no line breaks in it: "den unge"."""
    return name.replace(" ", TIED) if len(name) <= SHORT else name
