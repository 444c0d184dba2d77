"""From a title to the id of a journey, which is the name of its file."""

import re
import unicodedata

from reise.journey.parser import journey_id

_LONGEST = 40
_LETTERS = str.maketrans({"å": "a", "ø": "o", "æ": "ae", "đ": "d", "ŋ": "n", "ŧ": "t", "ð": "d", "þ": "th"})
_OTHER = re.compile(r"[^a-z0-9]+")


def id_of(title: str) -> str | None:
    """Return the id that a title makes, or None where nothing in it can stand in one.

    Cut after a word where it is too long; the names that Windows keeps for itself get "reise-" before them.

    >>> id_of("Våken om natta"), id_of("Ærlig talt!"), id_of("Con"), id_of("…")
    ('vaken-om-natta', 'aerlig-talt', 'reise-con', None)
    """
    letters = unicodedata.normalize(
        "NFKD", unicodedata.normalize("NFC", title.casefold()).translate(_LETTERS)
    )
    plain = "".join(each for each in letters if not unicodedata.combining(each))
    name = _OTHER.sub("-", plain).strip("-")
    if len(name) > _LONGEST:
        cut = name[: _LONGEST + 1].rfind("-")
        name = name[: cut if cut > 0 else _LONGEST].strip("-")
    found = journey_id(f"{name}.yaml") if name else None
    return found or (journey_id(f"reise-{name}.yaml") if name else None)
