"""What stands on a map, in words, before anything has a place: columns, cards, turning points, bars."""

from dataclasses import dataclass

from reise.graphs import Presence
from reise.layout.words import ARROWS

LIFE, SERVICES = "life", "services"
#: A space at which no line breaks.
TIED = "\u00a0"

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
    said: str
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
    young_first: bool
    uncertain: bool
    alt: str
    mark: Mark | None = None
    stripe: Stripe | None = None
    level: float | None = None
    tags: tuple[str, ...] = ()
    led_to: tuple[int, ...] = ()

    own: bool = False

    @property
    def note(self) -> str:
        """The notes as one text, broken only between them where that can be."""
        return f"{TIED}· ".join(self.notes)

    @property
    def tells(self) -> bool:
        """Whether signs and shapes say more of it than what kind of thing it is."""
        return bool(self.effects or self.uncertain or self.mark or self.stripe)

    @property
    def strengths(self) -> str:
        """What is marked as a strength, as one text."""
        return "  ".join(f"◆{TIED}{each}" for each in self.tags)


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
