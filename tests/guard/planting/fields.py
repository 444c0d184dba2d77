"""Where a sentence can stand in a journey or its collection."""

#: An event for each kind.
EVENTS = (
    "milestone",
    "event",
    "family",
    "experience",
    "crisis",
    "service",
    "measure",
    "transition",
    "turning point",
    "quote",
    "wish",
)
_TEXTS = ("title", "about", "reference", "outcome", "note", "phase", "difference", "mechanism", "whose")
_RUNNING = (*_TEXTS, *EVENTS)
#: Fields with room for a phrase only.
PHRASES = (
    "title",
    "reference",
    "outcome",
    "phase",
    "whose",
    "despite",
    "content notice",
    "tags",
    "who",
    "collection title",
    "collection role",
    "collection speaker",
)
COLLECTION = (
    "collection title",
    "collection claim",
    "collection flip",
    "collection question",
    "collection voice",
    "collection speaker",
    "collection figure",
    "collection figure source",
    "collection role",
    "collection comment",
)

FIELDS: dict[str, tuple[str, ...]] = {
    "start of sentence": _RUNNING,
    "mid-sentence": _RUNNING,
    "end": _RUNNING,
    "quote": ("quote", "quote", "wish", "event", "note", "about", "difference", "experience"),
    "after cue": _RUNNING,
    "comment": ("comment line", "comment in an event", "trailing comment", "first line"),
    "key": ("top key", "event key", "voice key"),
    "collection": COLLECTION,
    "split over two values": (
        "event and difference",
        "two events",
        "quote and next event",
        "title and about",
        "two items",
        "difference and mechanism",
        "two lines",
    ),
    "list value": ("despite", "content notice", "tags", "who"),
}
