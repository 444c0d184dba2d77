"""What stands on a map, in words, before anything has a place: columns, cards, turning points, bars."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from reise.chronology import Chronology
from reise.graph import Presence, presence
from reise.journey.model import Certainty, Event, Journey, Kind
from reise.journey.time import Quantity
from reise.journey.vocabulary import abbreviations_in, role_label, transition_label
from reise.layout.words import ARROWS, Words, time_notes

LIFE, SERVICES = "life", "services"
SERVICE_KINDS = frozenset({Kind.SERVICE, Kind.MEASURE, Kind.TRANSITION})
#: How many events stand in one column where a journey has no milestones.
CHUNK = 4

ColumnName = tuple[int, int, int]


@dataclass(frozen=True, slots=True)
class Mark:
    """A turning point: its number on the map, where it led, and what is spelled out about it."""

    number: int
    direction: str
    title: str
    said_by: str
    difference: str
    at: str

    @property
    def flag(self) -> str:
        """The number with its arrow: "2↘"."""
        return f"{self.number}{ARROWS[self.direction]}"


@dataclass(frozen=True, slots=True)
class Stripe:
    """A critical transition as it is drawn across the map."""

    label: str
    short: str
    status: str

    @property
    def drawn(self) -> str:
        """How it is drawn: held, broke or unclear."""
        return self.status if self.status in ("held", "broke") else "unclear"


@dataclass(frozen=True, slots=True)
class Card:
    """An event as it stands on the map. `position` is its place in layout order, `event` in the file."""

    position: int
    event: int
    number: str
    kind: str
    lane: str
    head: str
    text: str
    notes: tuple[str, ...]
    sign: str
    effects: tuple[str, ...]
    uncertain: bool
    alt: str
    mark: Mark | None = None
    stripe: Stripe | None = None
    level: float | None = None
    tags: tuple[str, ...] = ()
    led_to: tuple[int, ...] = ()

    @property
    def note(self) -> str:
        """The notes as one text."""
        return " · ".join(self.notes)


@dataclass(frozen=True, slots=True)
class Column:
    """A step of the journey: its milestone (a card without a lane of its own) and the cards under it."""

    head: Card
    cards: tuple[Card, ...]
    age: str = ""
    gap: str = ""
    phase: str = ""
    named: bool = True

    @property
    def name(self) -> ColumnName:
        """What tells a column, or a part of one, from the others of its map."""
        return self.head.position, self.cards[0].position if self.cards else -1, len(self.cards)

    @property
    def marks(self) -> tuple[Mark, ...]:
        """The turning points of the column, in order."""
        return tuple(card.mark for card in (self.head, *self.cards) if card.mark)

    @property
    def stripes(self) -> tuple[Card, ...]:
        """The cards of the column that are critical transitions."""
        return tuple(card for card in (self.head, *self.cards) if card.stripe)


@dataclass(frozen=True, slots=True)
class Bar:
    """A service's row of presence; positions as in Presence."""

    label: str
    presence: Presence


@dataclass(frozen=True, slots=True)
class Story:
    """All the words of one map, in the language of its labels."""

    id: str
    language: str
    labels: str
    title: str
    about: str
    despite: tuple[str, ...]
    outcome: str
    notice: str
    draft: bool
    columns: tuple[Column, ...]
    bars: tuple[Bar, ...]
    question: str
    status: str
    note: str
    abbreviations: tuple[tuple[str, str], ...]
    has_levels: bool
    has_times: bool


def story(journey: Journey, chronology: Chronology, language: str) -> Story:
    """Return what the map of a journey says, with labels in `language` (nb, nn or en)."""
    words = Words(language)
    cards = _cards(journey, chronology, words)
    columns = _columns(journey, chronology, cards, words)
    bars = tuple(
        Bar(role_label(each.service, language, journey.collection), each)
        for each in presence(journey, chronology)
    )
    questions = journey.collection.questions
    return Story(
        id=journey.id,
        language=journey.language.value,
        labels=language,
        title=journey.title,
        about=journey.about or "",
        despite=journey.despite,
        outcome=journey.outcome or "",
        notice=words("map.content_notice", topics=", ".join(journey.content_notice))
        if journey.content_notice
        else "",
        draft=journey.status.value == "draft",
        columns=columns,
        bars=bars,
        question=questions[0] if questions else words("map.question"),
        status=_status(journey, words),
        note=journey.note or "",
        abbreviations=tuple(
            each
            for text in (journey.title, journey.about or "", journey.outcome or "", *journey.despite)
            for each in abbreviations_in(text, language)
        ),
        has_levels=any(card.level is not None for column in columns for card in (column.head, *column.cards)),
        has_times=any(column.age or column.gap for column in columns),
    )


def _cards(journey: Journey, chronology: Chronology, words: Words) -> list[Card]:
    """Return a card for every event, in layout order; all but milestones are numbered."""
    names: dict[str, str] = {}
    numbers: dict[int, str] = {}
    for index in chronology.order:
        event = journey.events[index]
        milestone = event.kind is Kind.MILESTONE
        if not milestone:
            numbers[index] = str(len(numbers) + 1)
        if event.id and event.id not in names:
            names[event.id] = event.text if milestone else words("map.number", number=numbers[index])
    by_id = {event.id: index for index, event in reversed(list(enumerate(journey.events))) if event.id}
    made: list[Card] = []
    marks = 0
    for position, index in enumerate(chronology.order):
        event = journey.events[index]
        card = _card(journey, index, position, numbers.get(index, ""), names, words)
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
                    said_by=words("map.said_by", voices=_voices(point.said_by, journey, words))
                    if point.said_by
                    else "",
                    difference=point.difference or "",
                    at=card.number,
                ),
            )
        made.append(replace(card, alt=_alt(card, event, words)))
    return made


def _card(
    journey: Journey, index: int, position: int, number: str, names: dict[str, str], words: Words
) -> Card:
    """Return the card of one event, without its turning point."""
    event = journey.events[index]
    language, shared = words.language, journey.collection
    roles = [role_label(each, language, shared) for each in event.who]
    effects = tuple(dict.fromkeys(each.value for each in event.effects.values()))
    disagree = len(effects) > 1
    notes = time_notes(event, words, names)
    if event.voice and (event.kind is Kind.QUOTE or event.voice != "young"):
        notes.append(words("map.quote_by", voice=_voices((event.voice,), journey, words)))
    if disagree:
        notes += [
            words(
                "map.says",
                voice=_voices((voice,), journey, words),
                effect=words(f"effect.{effect.value}"),
            )
            for voice, effect in event.effects.items()
        ]
    for path in ("led_to", "part_of"):
        refs = [names[each] for each in getattr(event, path) if each in names]
        if refs:
            notes.append(words(f"map.{path}", refs=", ".join(refs)))
    notes += [words(f"tag.{each}") for each in event.tags if each in ("stable_adult", "own_initiative", "break")]
    stripe = _stripe(event, journey, words)
    if stripe and stripe.label != event.text:
        notes.append(stripe.label + (f" – {stripe.short}" if stripe.short else ""))
    elif stripe and stripe.short:
        notes.append(stripe.short)
    service = event.kind in SERVICE_KINDS or (event.kind is Kind.TURNING_POINT and bool(event.who))
    if event.kind is Kind.MILESTONE:
        roles, notes = [], [*roles, *notes]
    return Card(
        position=position,
        event=index,
        number=number,
        kind=event.kind.value,
        lane=SERVICES if service else LIFE,
        head=", ".join(roles),
        text=event.text,
        notes=tuple(notes),
        sign=words.effect_sign(effects),
        effects=effects,
        uncertain=event.certainty is not Certainty.HIGH or event.order_unknown,
        alt="",
        stripe=stripe,
        level=event.level,
        tags=event.tags,
    )


def _stripe(event: Event, journey: Journey, words: Words) -> Stripe | None:
    """Return the stripe of a critical transition."""
    if event.transition is None and event.kind is not Kind.TRANSITION:
        return None
    kind = event.transition.type if event.transition else None
    label = transition_label(kind, words.language, journey.collection) if kind else event.text
    status = event.transition.status.value if event.transition and event.transition.status else "none"
    return Stripe(label, words(f"status_short.{status}"), status)


def _alt(card: Card, event: Event, words: Words) -> str:
    """Return in words what the signs and shapes of a card say."""
    parts = [words(f"kind.{card.kind}")]
    parts += [words(f"effect.{each}") for each in card.effects]
    if event.certainty is not Certainty.HIGH:
        parts.append(words(f"certainty.{event.certainty.value}"))
    if event.turning_point:
        parts.append(words("kind.turning_point") + " " + words(f"direction.{event.turning_point.direction.value}"))
    if card.stripe:
        status = words(f"transition.{card.stripe.status}")
        parts.append(words("map.transition", label=card.stripe.label, status=status))
    text = ", ".join(dict.fromkeys(parts))
    return text[:1].upper() + text[1:]


def _voices(voices: Iterable[str], journey: Journey, words: Words) -> str:
    """Return the names of voices, joined."""
    return ", ".join(
        words.voice(each, role_label(each, words.language, journey.collection)) for each in voices
    )


def _columns(
    journey: Journey, chronology: Chronology, cards: list[Card], words: Words
) -> tuple[Column, ...]:
    """Return the columns: one a milestone, or evenly many events each where there are none."""
    groups: list[list[Card]] = []
    milestones = [card for card in cards if card.kind == "milestone"]
    if milestones:
        for card in cards:
            if card.kind == "milestone" or not groups:
                groups.append([])
            groups[-1].append(card)
    else:
        groups = [list(each) for each in _evenly(cards)]
    columns: list[Column] = []
    before: int | None = None
    phase = ""
    timed = any(event.later or isinstance(event.lasts, Quantity) for event in journey.events)
    for group in groups:
        named = group[0].kind == "milestone"
        event = journey.events[group[0].event]
        age = words.age(event.age) if event.age and not event.whose else ""
        gap = _gap(chronology, before, group[0].event, words) if timed and before is not None and not age else ""
        if named:
            phase = event.phase or phase
            head = replace(group[0], notes=tuple(each for each in group[0].notes if each != age))
        else:
            head = _nameless(group, words, before_first=len(milestones) > 0)
        before = group[0].event
        columns.append(Column(head, tuple(group[1:] if named else group), age, gap, phase, named))
    return tuple(columns)


def _evenly(cards: list[Card]) -> list[list[Card]]:
    """Return cards in runs of nearly equal length."""
    count = max(1, -(-len(cards) // CHUNK))
    size, more = divmod(len(cards), count)
    runs, start = [], 0
    for each in range(count):
        end = start + size + (each < more)
        runs.append(cards[start:end])
        start = end
    return runs


def _nameless(group: list[Card], words: Words, *, before_first: bool) -> Card:
    """Return the head of a column that no milestone opens."""
    low, high = group[0].number, group[-1].number
    text = low if low == high else words("map.numbers", first=low, last=high)
    if before_first:
        text = words("map.before_first")
    return Card(
        position=group[0].position,
        event=-1,
        number="",
        kind="milestone",
        lane=LIFE,
        head="",
        text=text,
        notes=(),
        sign="",
        effects=(),
        uncertain=False,
        alt="",
    )


def _gap(chronology: Chronology, earlier: int, later: int, words: Words) -> str:
    """Return the time between two columns where the source tells it, else nothing."""
    gap = chronology.gap(earlier, later)
    if gap.earliest is None or gap.latest is None or gap.latest <= 0:
        return ""
    for unit, days in (("year", 360), ("month", 30)):
        if gap.earliest >= days * 0.7:
            low, high = round(gap.earliest / days), max(1, round(gap.latest / days))
            one, many = words(f"time.{unit}").split("|")
            return (one if high == 1 else many).format(value=words.span(max(low, 1), high))
    return ""


def _status(journey: Journey, words: Words) -> str:
    """Return the line that says what a map is, who coded it and what may be done with it."""
    parts = [words(f"status.{journey.status.value}")]
    if journey.source:
        count = journey.source.count
        name = journey.source.kind.value
        known = words(f"source.{name}_of", count=count) if count and name == "composite" else words(f"source.{name}")
        parts.append(known)
    if journey.coded_by:
        parts.append(words("map.coded_by", voice=_voices((journey.coded_by,), journey, words)))
    given = [words(f"consent.{each}") for each in ("map", "wall", "comparison", "sharing") if getattr(journey.consent, each)]
    parts.append(words("map.consent_to", topics=", ".join(given)) if given else words("map.consent_none"))
    return " · ".join(parts)
