"""The vocabulary as things to offer: found by their labels, written by their ids."""

from reise.journey.model import Language
from reise.journey.names import fold
from reise.journey.vocabulary import roles, transitions
from reise.schema.parts import Schema, offered
from reise.schema.told import Told


def role_terms(told: Told) -> list[Schema]:
    """Return all services and roles; their descriptions are in bokmål, and left out of the English schema."""
    found = []
    for each in roles().values():
        about = [told.word("written", id=each.id)]
        if told.language is not Language.EN:
            about = [each.description, told.word("responsible", level=each.level), *about]
        found.append(_term(told, each.id, each.label(told.language), about))
    return found


def transition_terms(told: Told) -> list[Schema]:
    """Return all critical transitions, with what is known to make them hold and break, which is in bokmål."""
    found = []
    for each in transitions().values():
        about = [told.word("written", id=each.id)]
        if told.language is not Language.EN:
            known = (("holds", each.holds), ("breaks", each.breaks))
            about = [*(told.word(name, text=text) for name, text in known), *about]
        found.append(_term(told, each.id, each.label(told.language), about))
    return found


def _term(told: Told, name: str, label: str, about: list[str]) -> Schema:
    """Return one term; what somebody types finds it by its label and by its id."""
    shown = label if fold(label) == fold(name) else f"{label} ({name})"
    return offered(shown, name, "\n\n".join(about))
