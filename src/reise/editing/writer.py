"""Journey → YAML: a journey that was made in Python, as a person would write it."""

from collections.abc import Iterable, Sequence

from reise.editing.house import Keyed, Listed, Part, Value, Words, laid_out
from reise.editing.shapes import EVENT, JOURNEY, Shape, air
from reise.journey.model import Certainty, Consent, Event, Journey, Kind, Language
from reise.journey.names import BOOLEANS, Names
from reise.journey.time import Age, Quantity

_UNITS = {
    Language.NB: {"day": "dag|dager", "week": "uke|uker", "month": "måned|måneder", "year": "år|år"},
    Language.NN: {"day": "dag|dagar", "week": "veke|veker", "month": "månad|månader", "year": "år|år"},
    Language.EN: {"day": "day|days", "week": "week|weeks", "month": "month|months", "year": "year|years"},
}
#: Marks that are told by keys of the event itself where they are its kind.
_MARKS = {Kind.TRANSITION: "transition", Kind.TURNING_POINT: "turning_point"}


def yaml_of(journey: Journey, language: str | None = None) -> str:
    """Return a journey as a file in the house style, with keys and values in nb, nn or en.

    Without `language` that of the journey. Read again it is the same journey, if it could be read from
    a file in the first place (an effect said by nobody needs `coded_by` None, for one).
    """
    writer = _Writer(Language(language or journey.language), journey.coded_by or "unknown")
    return laid_out(writer.journey(journey), [])


class _Writer:
    """Writes in one language; an effect that nobody is named for is the word of `coder`."""

    def __init__(self, tongue: Language, coder: str) -> None:
        self.tongue = tongue
        self.coder = coder

    def journey(self, journey: Journey) -> Keyed:
        """Return a journey as keys and values."""
        source, consent = journey.source, journey.consent
        events = Listed([Part(None, self._event(event)) for event in journey.events])
        told: dict[str, Value | None] = {
            "reise": Words("1"),
            "title": _text(journey.title),
            "language": Words(journey.language),
            "about": _text(journey.about),
            "status": self._name(JOURNEY, "status", journey.status),
            "coded_by": self._name(JOURNEY, "coded_by", journey.coded_by),
            "content_notice": _texts(journey.content_notice),
            "note": _text(journey.note),
            "despite": _texts(journey.despite),
            "outcome": _text(journey.outcome),
            "events": events,
        }
        if source:
            shape = JOURNEY.inside["source"]
            parts: dict[str, Value | None] = {
                "kind": self._name(shape, "kind", source.kind),
                "count": _number(source.count),
                "reference": _text(source.reference),
            }
            told["source"] = self._keyed(shape, parts, brackets=True)
        if consent != Consent():
            said: dict[str, Value | None] = {
                name: Words(BOOLEANS.shown(getattr(consent, name), self.tongue))
                for name in JOURNEY.inside["consent"].order
            }
            told["consent"] = self._keyed(JOURNEY.inside["consent"], said, brackets=True)
        root = self._keyed(JOURNEY, told)
        root.parts[-1].above = [""]
        air(events)
        return root

    def _event(self, event: Event) -> Keyed:
        told: dict[str, Value | None] = {
            name: _texts(getattr(event, name))
            for name in ("after", "before", "during", "with_", "until", "led_to", "part_of", "who")
        }
        told |= {
            "id": _text(event.id),
            "phase": _text(event.phase),
            "age": self._age(event.age),
            "whose": _text(event.whose),
            "order_unknown": self._name(EVENT, "order_unknown", "unknown" if event.order_unknown else None),
            "later": self._quantity(event.later),
            "lasts": self._quantity(event.lasts)
            if isinstance(event.lasts, Quantity)
            else self._name(EVENT, "lasts", event.lasts),
            "times": _number(event.times if event.times > 1 else None),
            "voice": self._name(EVENT, "voice", event.voice),
            "effects": self._effects(event),
            "certainty": self._name(
                EVENT, "certainty", event.certainty if event.certainty is not Certainty.HIGH else None
            ),
            "tags": self._names(EVENT, "tags", event.tags),
            "areas": self._names(EVENT, "areas", event.areas),
            "level": _number(event.level, self.tongue),
        }
        for name, mark in self._marks(event).items():
            if _MARKS.get(event.kind) == name:
                told |= mark
            elif list(mark) in (["type"], ["direction"]):
                told |= {name: next(iter(mark.values()))}
            else:
                told[name] = self._keyed(EVENT.inside[name], mark, brackets=True)
        keyed = self._keyed(EVENT, told)
        keyed.parts.insert(0, Part(EVENT.names.shown(event.kind.value, self.tongue), Words(event.text)))
        return keyed

    def _marks(self, event: Event) -> dict[str, dict[str, Value | None]]:
        """Return what is said about transition and turning point, where there is one."""
        found: dict[str, dict[str, Value | None]] = {}
        if crossing := event.transition:
            status = self._name(EVENT, "status", crossing.status)
            found["transition"] = _said({"type": _text(crossing.type), "status": status})
        if point := event.turning_point:
            found["turning_point"] = _said(
                {
                    "direction": self._name(EVENT, "direction", point.direction),
                    "said_by": self._names(EVENT, "said_by", point.said_by),
                    "difference": _text(point.difference),
                    "mechanism": _text(point.mechanism),
                }
            )
        return found

    def _effects(self, event: Event) -> Value | None:
        """Return the effects of an event: one by voice, or one alone, which is the coder's word."""
        if list(event.effects) == [self.coder]:
            return self._name(EVENT, "effects", event.effects[self.coder])
        shape = EVENT.inside["effects"]
        parts = [
            Part(
                _shown(shape.names, voice, self.tongue),
                Words(EVENT.values["effects"].shown(said, self.tongue)),
            )
            for voice, said in event.effects.items()
        ]
        return Keyed(parts, brackets=True) if parts else None

    def _keyed(self, shape: Shape, told: dict[str, Value | None], *, brackets: bool = False) -> Keyed:
        """Return keys and values in the order of the house."""
        return Keyed(
            [
                Part(shape.names.shown(name, self.tongue), value)
                for name in shape.order
                if (value := told.get(name)) is not None
            ],
            brackets,
        )

    def _name(self, shape: Shape, key: str, name: str | None) -> Words | None:
        """Return a fixed value as it is written in this language, and what is none as it is."""
        return None if name is None else Words(_shown(shape.values[key], name, self.tongue))

    def _names(self, shape: Shape, key: str, found: Iterable[str]) -> Value | None:
        return _texts([_shown(shape.values[key], name, self.tongue) for name in found])

    def _age(self, age: Age | None) -> Value | None:
        if age is None:
            return None
        high = "" if age.said_high is None else f"-{_figure(age.said_high, self.tongue)}"
        low = _figure(age.said_low, self.tongue)
        return Words(f"{'~' if age.about else ''}{low}{high}{'+' if age.high is None else ''}")

    def _quantity(self, quantity: Quantity | None) -> Value | None:
        if quantity is None:
            return None
        low, high = (_figure(each, self.tongue) for each in (quantity.said_low, quantity.said_high))
        one, several = _UNITS[self.tongue][quantity.unit].split("|")
        told = low if low == high else f"{low}-{high}"
        open_end = "+" if quantity.high is None else ""
        about = "~" if quantity.about else ""
        return Words(f"{about}{told}{open_end} {one if told == '1' else several}")


def _shown(table: Names[str], name: str, tongue: Language) -> str:
    """Return a name as a language writes it; one that the table has not (a role, a tag) as it is."""
    return table.shown(name, tongue) if name in set(table) else name


def _said(told: dict[str, Value | None]) -> dict[str, Value | None]:
    return {name: value for name, value in told.items() if value is not None}


def _text(text: str | None) -> Value | None:
    return None if text is None else Words(text)


def _texts(texts: Sequence[str]) -> Value | None:
    """Return one text as it is, several as a list."""
    if len(texts) == 1:
        return Words(texts[0])
    return Listed([Part(None, Words(each)) for each in texts], brackets=True) if texts else None


def _number(number: float | None, tongue: Language = Language.NB) -> Value | None:
    return None if number is None else Words(_figure(number, tongue))


def _figure(number: float, tongue: Language) -> str:
    """Return a number with no more digits than it needs, and the comma of the language."""
    return f"{number:g}".replace(".", "." if tongue is Language.EN else ",")
