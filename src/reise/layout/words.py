"""The printed words of a map, in the language of its labels."""

from dataclasses import dataclass

from reise.journey.model import Event
from reise.journey.time import Age, Quantity
from reise.resources import toml


@dataclass(frozen=True, slots=True)
class Words:
    """The labels of one language; `book` names another file of them than the map's: "comparison"."""

    language: str
    book: str = ""

    def __call__(self, path: str, **gaps: object) -> str:
        """Return the label `path` ("map.life"), its gaps filled."""
        room, name = path.split(".")
        book = f"{self.book}." if self.book else ""
        text: str = toml(f"locale/{book}{self.language}.toml")[room][name]
        return text.format(**gaps) if gaps else text

    def number(self, value: float) -> str:
        """Return a number as it is written in the language: 17,5."""
        return f"{value:g}".replace(".", self("time.decimal"))

    def span(self, low: float, high: float | None) -> str:
        """Return "15–17", or "16" where both are the same."""
        if high is None or high == low:
            return self.number(low)
        return f"{self.number(low)}–{self.number(high)}"

    def age(self, age: Age) -> str:
        """Return an age as it was said: "ca. 16 år"."""
        value = self.span(age.said_low, age.said_high)
        if age.high is None:
            return self("time.age_from", value=value)
        return self("time.age_about" if age.about else "time.age", value=value)

    def quantity(self, quantity: Quantity) -> str:
        """Return a length of time as it was said: "ca. 6–8 måneder"."""
        one, many = self(f"time.{quantity.unit}").split("|")
        single = quantity.said_low == 1 and quantity.said_high in (1, None)
        text = (one if single else many).format(value=self.span(quantity.said_low, quantity.said_high))
        if quantity.high is None:
            return self("time.at_least", value=text)
        return self("time.about", value=text) if quantity.about else text

    def effect_sign(self, effects: tuple[str, ...]) -> str:
        """Return the sign of one or more voices' effects: "+", "–", "±", "+/–"."""
        if not any(each in SIGNS for each in effects):
            return ""
        return "/".join(SIGNS.get(each, "?") for each in effects)

    def voice(self, voice: str, role: str | None = None) -> str:
        """Return the name of a voice: a known one, or the role that speaks."""
        voices: dict[str, str] = toml(f"locale/{self.language}.toml")["voice"]
        return voices.get(voice, role or voice)


SIGNS = {"helped": "+", "hindered": "–", "mixed": "±"}
ARROWS = {"up": "↗", "down": "↘", "mixed": "↔", "unknown": "•"}


def time_notes(event: Event, words: Words, numbers: dict[str, str], above: str) -> list[str]:
    """Return what an event says about time, a phrase each.

    `numbers` maps ids to what they are called on the map, `above` is what the event above is called.
    """
    notes: list[str] = []
    if event.age:
        age = words.age(event.age)
        notes.append(words("time.age_whose", whose=event.whose, age=age) if event.whose else age)
    if event.later:
        value = words.quantity(event.later)
        label = "time.later_than" if above and not event.after else "time.later"
        notes.append(words(label, value=value, above=above))
    for name in ("after", "before", "during", "with_", "until"):
        refs = [numbers[each] for each in getattr(event, name) if each in numbers]
        if refs:
            notes.append(words(f"time.{name}", refs=", ".join(refs)))
    if event.order_unknown:
        notes.append(words("time.order_unknown"))
    if event.lasts == "ongoing":
        notes.append(words("time.ongoing"))
    elif event.lasts == "unknown":
        notes.append(words("time.lasts_unknown"))
    elif isinstance(event.lasts, Quantity):
        notes.append(words("time.lasts", value=words.quantity(event.lasts)))
    if event.times > 1:
        notes.append(words("map.times", count=event.times))
    return notes
