"""Writes the journey that holds a plant, and its collection."""

import re
from typing import Any

from .bodies import BODIES, KEYS, SHARED
from .fields import COLLECTION, EVENTS
from .plant import BREAK, Plant

Files = tuple[str, str, str | None]

_PLAIN = re.compile(r"[A-Za-zÆØÅæøå«](?:[\wæøå .,«»!?…–-]*[\wæøå.»!?…])?\Z")
#: The two fields that an identifier is split over.
_PAIRS = {
    "event and difference": ("turning point", "difference"),
    "two events": ("crisis", "service"),
    "quote and next event": ("quote", "wish"),
    "title and about": ("title", "about"),
    "difference and mechanism": ("difference", "mechanism"),
}
_FILE = {"nb": "reisen", "nn": "reisa"}


def journey(plant: Plant) -> Files:
    """Return the name and the text of a journey that is clean but for the plant, and its samling.yaml."""
    name = f"{plant.sentence}.yaml" if plant.field == "file name" else f"{_FILE[plant.language]}.yaml"
    shared = _collection(plant) if plant.field in COLLECTION else None
    return name, _Sheet(plant).text(), shared


def without(plant: Plant) -> Files:
    """Return what `journey` does where nothing was planted."""
    clean = Plant(
        plant.kind,
        plant.position,
        plant.casing,
        "",
        "",
        plant.expected,
        plant.form,
        "",
        "nowhere",
        plant.language,
        body=plant.body,
    )
    shared = _collection(clean) if plant.field in COLLECTION else None
    return f"{_FILE[plant.language]}.yaml", _Sheet(clean).text(), shared


def scalar(text: str, *, raw: bool = False, indent: int | None = None) -> str:
    """Return a text as YAML; `raw` if it holds escapes, `indent` where lines may follow in a block."""
    if raw:
        quoted = text.replace('"', '\\"').replace("\n", "\\n")
        return f'"{quoted}"'
    lines = text.split("\n")
    if len(lines) > 1 and indent is not None and all(each and each == each.strip() for each in lines):
        return "|-\n" + "\n".join(" " * indent + each for each in lines)
    if _PLAIN.match(text):
        return text
    quoted = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    return f'"{quoted}"'


def _remark(text: str, indent: int = 0) -> str:
    """Return a text as lines of comment."""
    return "\n".join(f"{' ' * indent}# {each}" for each in text.split("\n"))


class _Sheet:
    """One journey on its way to text: its body, with the planted sentence in one field."""

    def __init__(self, plant: Plant) -> None:
        self.plant = plant
        self.key = KEYS[plant.language]
        self.body: dict[str, Any] = dict(BODIES[plant.language][plant.body])
        self.raw = ""
        field = plant.field
        if field in _PAIRS:
            self.body.update(zip(_PAIRS[field], plant.sentence.split(BREAK), strict=True))
        elif field == "two items":
            self.body["despite"] = plant.sentence.split(BREAK)
        elif field == "two lines":
            self.body["event"] = plant.sentence.replace(BREAK, "\n")
        elif isinstance(self.body.get(field), list):
            self.body[field] = [*self.body[field], plant.sentence]
        elif field in self.body:
            self.body[field] = plant.sentence
            self.raw = field if plant.raw else ""

    def value(self, field: str, indent: int) -> str:
        """Return the value of a field as YAML."""
        found = self.body[field]
        if isinstance(found, list):
            return f"[{', '.join(_item(each) for each in found)}]"
        mark = {"anchor": f"&{self.plant.sentence} ", "tag of a value": f"!{self.plant.sentence} "}
        before = mark.get(self.plant.field, "") if field == "crisis" else ""
        return before + scalar(found, raw=self.raw == field, indent=indent)

    def line(self, field: str, indent: int) -> str:
        """Return the key and the value of a field."""
        return f"{self.key[field]}: {self.value(field, indent + 2)}"

    def text(self) -> str:
        """Return the whole journey."""
        key, plant = self.key, self.plant
        field, sentence = plant.field, plant.sentence
        top = [
            *([f"%{sentence} 1", "---"] if field == "directive" else []),
            *([_remark(sentence)] if field == "first line" else []),
            "reise: 1",
            self.line("title", 0),
            f"{key['language']}: {plant.language}",
            self.line("about", 0),
            f"{key['source']}:",
            f"  {key['kind']}: {key['composite']}",
            f"  {key['count']}: 5",
            f"  {self.line('reference', 2)}",
            f"{key['status']}: {key['approved']}",
            f"{key['consent']}: {key['yes to all']}",
            *([f"{scalar(sentence)}: ja"] if field == "top key" else []),
            *(self.line(each, 0) for each in ("despite", "outcome", "content notice", "note")),
            *([_remark(sentence)] if field == "comment line" else []),
            f"{key['events']}:",
        ]
        events = [line for each in EVENTS for line in self._event(each)]
        end = ["...", sentence] if field == "after the end" else []
        return "\n".join([*top, *events, *end]) + "\n"

    def _event(self, kind: str) -> list[str]:
        """Return the lines of the event of a kind."""
        key, plant = self.key, self.plant
        field, sentence = plant.field, plant.sentence
        more: list[str] = []
        if kind == "milestone":
            trailing = f"  # {sentence}".replace("\n", " ") if field == "trailing comment" else ""
            more = [f"{key['age']}: 13{trailing}", self.line("phase", 4)]
        elif kind == "crisis":
            more = [f"{key['age']}: 14", self.line("whose", 4)]
        elif kind == "service":
            voice = f", {scalar(sentence, indent=None)}: {key['helped']}" if field == "voice key" else ""
            more = [self.line("who", 4), f"{key['effects']}: {{ung: {key['helped']}{voice}}}"]
        elif kind == "measure":
            more = [f"{key['lasts']}: {key['months']}", self.line("tags", 4)]
            more += [f"{scalar(sentence)}: {key['helped']}"] if field == "event key" else []
            more += [_remark(sentence, 4).lstrip()] if field == "comment in an event" else []
        elif kind == "turning point":
            more = [f"{key['direction']}: opp", "sagt av: ung"]
            more += [self.line("difference", 4), self.line("mechanism", 4)]
        elif kind in ("quote", "wish"):
            more = [f"{key['voice']}: ung"]
        return [f"  - {self.line(kind, 4)}", *(f"    {each}" for each in more)]


def _item(text: str) -> str:
    """Return an item of a list in brackets."""
    return f'"{text}"' if "," in text and '"' not in text else scalar(text)


def _collection(plant: Plant) -> str:
    """Return the text of samling.yaml."""
    key, body = KEYS[plant.language], dict(SHARED[plant.language])
    body |= {plant.field: plant.sentence} if plant.field in body else {}
    remark = body.pop("collection comment")
    shown = {
        field: scalar(text, raw=plant.raw and field == plant.field, indent=8) for field, text in body.items()
    }
    return "\n".join(
        [
            "reise: 1",
            f"samling: {shown['collection title']}",
            f"{key['language']}: {plant.language}",
            _remark(remark),
            f"{key['claim']}: {shown['collection claim']}",
            f"flip: {shown['collection flip']}",
            f"{key['figures']}:",
            f"  - {key['text']}: {shown['collection figure']}",
            f"    {key['source']}: {shown['collection figure source']}",
            f"{key['voices']}:",
            f"  - {key['who']}: {shown['collection speaker']}",
            f"    {key['words']}: {shown['collection voice']}",
            f"{key['questions']}:",
            f"  - {shown['collection question']}",
            f"{key['roles']}:",
            "  - id: verkstedet",
            f"    {key['name']}: {shown['collection role']}",
            "",
        ]
    )
