"""From a journey to the story of its map."""

from dataclasses import replace

from reise.chronology import Chronology
from reise.graphs import presence
from reise.guard.verdict import Seal
from reise.journey.model import Journey, SourceKind
from reise.journey.time import Quantity
from reise.journey.vocabulary import abbreviations_in, role_label
from reise.layout.cards import cards_of, names_of
from reise.layout.story import LIFE, Bar, Card, Column, Story
from reise.layout.words import Words

#: Sources behind which there is no one person who lived just this.
NOBODYS = frozenset({SourceKind.COMPOSITE, SourceKind.CONSTRUCTED})
#: How many events stand in one column where a journey has no milestones.
CHUNK = 4


def tell(journey: Journey, chronology: Chronology, language: str, seal: Seal | None = None) -> Story:
    """Return what the map of a journey says, with labels in `language` (nb, nn or en)."""
    words = Words(language)
    cards = cards_of(journey, chronology, words)
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
        notice=_notice(journey, words),
        draft=journey.status.value == "draft",
        columns=columns,
        bars=bars,
        question=questions[0]
        if questions and journey.collection.language.value == language
        else words("map.question"),
        status=_status(journey, words, seal),
        note=journey.note or "",
        abbreviations=tuple(
            each
            for text in (journey.title, journey.about or "", journey.outcome or "", *journey.despite)
            for each in abbreviations_in(text, language)
        ),
        has_levels=any(card.level is not None for column in columns for card in (column.head, *column.cards)),
        has_times=any(column.age or column.gap for column in columns),
    )


def _columns(journey: Journey, chronology: Chronology, cards: list[Card], words: Words) -> tuple[Column, ...]:
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
        gap = (
            _gap(chronology, before, group[0].event, words)
            if timed and before is not None and not age
            else ""
        )
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
        young_first=False,
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


def status_of(journey: Journey, words: Words) -> str:
    """Return how far a journey has come; one that nobody lived was not read by whom it is about."""
    status = journey.status.value
    return words("status.read_by_others" if _nobodys(journey) and status == "read" else f"status.{status}")


def _nobodys(journey: Journey) -> bool:
    """Whether nobody lived a journey just so."""
    return journey.source is not None and journey.source.kind in NOBODYS


def _status(journey: Journey, words: Words, seal: Seal | None) -> str:
    """Return the line that says what a map is, who coded it, what it may be used for, what the guard read."""
    parts = [status_of(journey, words)]
    if journey.source:
        count = journey.source.count
        name = journey.source.kind.value
        known = (
            words(f"source.{name}_of", count=count)
            if count and name == "composite"
            else words(f"source.{name}")
        )
        parts.append(known)
    coded = _coded(journey, words)
    if journey.coded_by == "young" and coded:
        parts.append(words("map.coded_as_young" if _nobodys(journey) else "map.coded_by_young", coded=coded))
    elif journey.coded_by and coded:
        voice = names_of((journey.coded_by,), journey, words)
        parts.append(words("map.coded_by", coded=coded, voice=voice))
    given = [
        words(f"consent.{each}")
        for each in ("map", "wall", "comparison", "sharing")
        if getattr(journey.consent, each)
    ]
    parts.append(
        words("map.consent_to", topics=_listed(given, words)) if given else words("map.consent_none")
    )
    if seal:
        parts.append(words("map.seal", version=seal.version, case=seal.short))
    return " · ".join(parts)


def _coded(journey: Journey, words: Words) -> str:
    """Return what of a journey somebody has coded: "virkning, vendepunkt og overganger"."""
    events = journey.events
    there = {
        "map.effects": any(event.effects for event in events),
        "map.turns": any(event.turning_point for event in events),
        "map.transitions": any(event.transition for event in events),
    }
    return _listed([words(name) for name, coded in there.items() if coded], words)


def _listed(parts: list[str], words: Words) -> str:
    """Return "a, b og c"."""
    return words("map.and").join(part for part in (", ".join(parts[:-1]), *parts[-1:]) if part)


def _notice(journey: Journey, words: Words) -> str:
    """Return what a facilitator must know before the sheet is shown."""
    parts = [] if journey.consent.wall else [words("map.not_on_wall")]
    if not journey.consent.sharing:
        parts.append(words("map.not_shared"))
    if journey.content_notice:
        parts.append(words("map.content_notice", topics=", ".join(journey.content_notice)))
    return " ".join(parts)
