"""A journey: one young person's pathway, as a value.

The words inside are English; every key and fixed value has Norwegian names too (names.py).
What belongs together stays apart: kind (what sort of thing), effect (per voice, never averaged),
turning point (direction, who says so, what made the difference) and transition status.
"""

from enum import StrEnum
from typing import Annotated, Any, Literal

from pydantic import Field, PrivateAttr, StringConstraints

from reise.journey.time import Age, Frozen, Quantity
from reise.problems import Span

#: The most characters of running words, of a phrase, and of one word without a space (else no card holds it).
WORDS, PHRASE, LETTERS = 300, 120, 60
#: The most events of a journey.
EVENTS = 10_000

Id = Annotated[str, StringConstraints(pattern=r"^[a-z0-9][a-z0-9-]{0,39}$")]
Words = Annotated[str, StringConstraints(min_length=1, max_length=WORDS)]
Phrase = Annotated[str, StringConstraints(min_length=1, max_length=PHRASE)]
Level = Annotated[float, Field(ge=-3, le=3)]
Path = tuple[str | int, ...]


class Language(StrEnum):
    """The language of the words and of the printed labels."""

    NB = "nb"
    NN = "nn"
    EN = "en"


class Kind(StrEnum):
    """What sort of thing an event is."""

    MILESTONE = "milestone"
    EVENT = "event"
    FAMILY = "family"
    EXPERIENCE = "experience"
    CRISIS = "crisis"
    SERVICE = "service"
    MEASURE = "measure"
    TRANSITION = "transition"
    TURNING_POINT = "turning_point"
    QUOTE = "quote"
    WISH = "wish"


class Effect(StrEnum):
    """What an event did, as one voice says it."""

    HELPED = "helped"
    HINDERED = "hindered"
    MIXED = "mixed"
    UNKNOWN = "unknown"


class Direction(StrEnum):
    """Where a turning point led."""

    UP = "up"
    DOWN = "down"
    MIXED = "mixed"
    UNKNOWN = "unknown"


class TransitionStatus(StrEnum):
    """Whether a critical transition held."""

    HELD = "held"
    BROKE = "broke"
    UNCLEAR = "unclear"


class Certainty(StrEnum):
    """How sure it is that an event belongs where it stands."""

    LOW = "low"
    MEDIUM = "medium"
    HIGH = "high"


class Area(StrEnum):
    """The three areas of the project that the format comes from."""

    EARLY = "early_intervention"
    COOPERATION = "cooperation"
    TRANSITIONS = "critical_transitions"


class Status(StrEnum):
    """How far a journey has come towards being shown."""

    DRAFT = "draft"
    READ = "read"
    APPROVED = "approved"
    WITHDRAWN = "withdrawn"


class SourceKind(StrEnum):
    """What a journey is made from."""

    COMPOSITE = "composite"
    PUBLISHED = "published"
    CONSTRUCTED = "constructed"
    INTERVIEW = "interview"
    DATASET = "dataset"


class Source(Frozen):
    """What a journey is made from; `count` is the number of pathways in a composite."""

    kind: SourceKind
    count: Annotated[int, Field(ge=1, le=10_000)] | None = None
    reference: Phrase | None = None


class Consent(Frozen):
    """What the young person has said yes to; silence is a no."""

    map: bool = False
    wall: bool = False
    comparison: bool = False
    sharing: bool = False


class TurningPoint(Frozen):
    """A change of direction as somebody sees it afterwards (Abbott 2001)."""

    direction: Direction = Direction.UNKNOWN
    said_by: tuple[str, ...] = ()
    difference: Words | None = None
    mechanism: Words | None = None


class Transition(Frozen):
    """A critical transition between services or stages; `type` is an id of the vocabulary or collection."""

    type: str | None = None
    status: TransitionStatus | None = None


class Event(Frozen):
    """One thing in a journey: its kind and words, and what is said about it.

    `effects` maps a voice to its effect. `tags` are free; "stable_adult", "own_initiative",
    "break" and "new_person" (somebody new in the same service) are the four that are known. `lasts` is a
    quantity, "ongoing" or "unknown".
    References (`after`, `led_to`, ...) are ids of other events of the same journey.
    """

    kind: Kind
    text: Words
    id: Id | None = None
    who: tuple[str, ...] = ()
    age: Age | None = None
    whose: str | None = None
    later: Quantity | None = None
    lasts: Quantity | Literal["ongoing", "unknown"] | None = None
    after: tuple[str, ...] = ()
    before: tuple[str, ...] = ()
    during: tuple[str, ...] = ()
    with_: tuple[str, ...] = ()
    until: tuple[str, ...] = ()
    order_unknown: bool = False
    certainty: Certainty = Certainty.HIGH
    effects: dict[str, Effect] = Field(default_factory=dict)
    turning_point: TurningPoint | None = None
    transition: Transition | None = None
    level: Level | None = None
    voice: str | None = None
    areas: tuple[Area, ...] = ()
    tags: tuple[str, ...] = ()
    led_to: tuple[str, ...] = ()
    part_of: tuple[str, ...] = ()
    times: Annotated[int, Field(ge=1, le=999)] = 1
    phase: Phrase | None = None


class Placed(Frozen):
    """A value made from a file, which knows where each of its parts stands there."""

    _places: dict[Path, Span] = PrivateAttr(default_factory=dict)

    def place(self, *path: str | int, key: bool = False) -> Span | None:
        """Return where a value stands, or with `key` where its key does, e.g. of ("events", 3, "age").

        A value made in Python has no places.
        """
        # As `self._places`, which pydantic takes long to find, and which is asked for each text of a journey.
        places: dict[Path, Span] = (self.__pydantic_private__ or {})["_places"]
        return places.get((*path, "#key") if key else path)

    def model_post_init(self, context: Any) -> None:
        """Take the places over from the parser."""
        if context:
            self._places = context.get("places", {})

    def __eq__(self, other: object) -> bool:
        """Compare what is said, not where it stands."""
        return type(self) is type(other) and self.__dict__ == other.__dict__


class Journey(Placed):
    """One anonymised pathway; `id` is the name of its file."""

    id: Id
    file: str
    title: Phrase
    language: Language = Language.NB
    about: Words | None = None
    source: Source | None = None
    status: Status = Status.DRAFT
    consent: Consent = Consent()
    coded_by: str | None = None
    despite: tuple[Phrase, ...] = ()
    outcome: Phrase | None = None
    content_notice: tuple[Phrase, ...] = ()
    note: Words | None = None
    events: Annotated[tuple[Event, ...], Field(min_length=1, max_length=EVENTS)]

    _collection: "Collection | None" = PrivateAttr(default=None)

    @property
    def collection(self) -> "Collection":
        """Return what the journeys of the folder share; empty if there is no samling.yaml."""
        return self._collection or Collection()

    def model_post_init(self, context: Any) -> None:
        """Take places and collection over from the parser."""
        super().model_post_init(context)
        if context:
            self._collection = context.get("collection")


class Figure(Frozen):
    """A number that gives context, with the source it must have."""

    text: Words
    source: Words


class Remark(Frozen):
    """An anonymous quote of a practitioner or a young person."""

    who: Phrase
    text: Words


class LocalRole(Frozen):
    """A service or role that only this collection knows."""

    id: str
    label: Phrase
    level: Phrase | None = None


class LocalTransition(Frozen):
    """A critical transition that only this collection knows."""

    id: str
    label: Phrase
    from_role: str | None = None
    to_role: str | None = None


class Collection(Placed):
    """What the journeys of a folder share: samling.yaml."""

    title: Phrase | None = None
    language: Language = Language.NB
    claim: Words | None = None
    flip: Words | None = None
    figures: tuple[Figure, ...] = ()
    voices: tuple[Remark, ...] = ()
    questions: tuple[Words, ...] = ()
    roles: tuple[LocalRole, ...] = ()
    transitions: tuple[LocalTransition, ...] = ()
    allowed: tuple[Phrase, ...] = ()
