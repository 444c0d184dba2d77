"""Which journeys are compared: consent and status first, then the filters of whoever asks."""

from collections.abc import Callable, Iterable, Sequence

from reise.comparison.value import LeftOut
from reise.journey.model import Area, Journey, Status
from reise.journey.names import AREAS, CONSENT, STATUSES, fold

#: What can be asked of a journey, by every name it has in the format.
FIELDS = {
    "outcome": ("outcome", "utfall"),
    "despite": ("despite", "på tross av", "på trass av", "pa tross av", "tross"),
    "area": ("area", "område", "omrade"),
    "status": ("status",),
    "consent": ("consent", "samtykke"),
}


class UnknownFilter(ValueError):  # noqa: N818 - it is the filter that is unknown
    """Words that are no filter: no FIELD=VALUE, or a field that cannot be asked for."""


def parsed(words: str) -> tuple[str, str]:
    """Return the field and the value of a filter such as "utfall=arbeid", or raise UnknownFilter."""
    name, sign, value = words.partition("=")
    field = next((field for field, names in FIELDS.items() if fold(name) in map(fold, names)), None)
    if not sign or field is None or not value.strip():
        raise UnknownFilter(words)
    known: object = value
    if field == "area":
        known = AREAS.find(value)
    elif field == "status":
        known = STATUSES.find(value)
    elif field == "consent":
        known = CONSENT.find(value)
    if known is None:
        raise UnknownFilter(words)
    return field, str(getattr(known, "value", known)).strip()


def selected(
    journeys: Iterable[Journey], where: Sequence[tuple[str, str]], *, share: bool = False
) -> tuple[list[Journey], list[LeftOut]]:
    """Return the journeys that are compared, and those left out, with the reason.

    Withdrawn journeys, and those without consent to be compared (and shared, with `share`), never are.
    Of filters with the same field one must hold, of different fields all; texts match as a whole,
    capitals aside.
    """
    kept, left = [], []
    fields = dict.fromkeys(field for field, _ in where)
    for journey in journeys:
        if journey.status is Status.WITHDRAWN:
            left.append(LeftOut(journey.id, "withdrawn"))
        elif not journey.consent.comparison:
            left.append(LeftOut(journey.id, "consent"))
        elif share and not journey.consent.sharing:
            left.append(LeftOut(journey.id, "sharing"))
        elif all(
            any(_HAS[field](journey, value) for each, value in where if each == field) for field in fields
        ):
            kept.append(journey)
        else:
            left.append(LeftOut(journey.id, "filtered"))
    return kept, left


_HAS: dict[str, Callable[[Journey, str], bool]] = {
    "outcome": lambda journey, value: fold(journey.outcome or "") == fold(value),
    "despite": lambda journey, value: fold(value) in map(fold, journey.despite),
    "area": lambda journey, value: any(Area(value) in event.areas for event in journey.events),
    "status": lambda journey, value: journey.status.value == value,
    "consent": lambda journey, value: bool(getattr(journey.consent, value)),
}
