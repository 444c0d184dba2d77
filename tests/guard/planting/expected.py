"""The least that the guard is to make of a plant.

Block: a capital inside a sentence, a word in capitals, a name after a cue, and all that has a form of its
own (numbers, addresses, days, months of a year, streets with a number, schools and offices, disguises).
Decide: the first word of a sentence where it could be an everyday word, a word in small letters that no
dictionary has, a year. Residual: an everyday word in small letters that happens to be a name.
"""

from .names import everyday
from .plant import Expected, Secret, words

_NAMES = ("given name", "surname", "full name", "nickname")
#: Kinds that have no form of their own: only capitals, cues and dictionaries tell them.
_WORDS = (
    *_NAMES,
    "initials",
    "place",
    "street",
    "newspaper/case reference",
    "obfuscated name",
    "hidden text",
)
EVERYDAY_NICKNAMES = frozenset(words("bamsen tassen lynet småen fiffen lillegutt rødtopp"))
#: Disguises that give themselves away, whatever they hide.
_LOUD = (
    "zero width",
    "look-alike",
    "letter-spaced",
    "hyphen-spaced",
    "dot-spaced",
    "underscore-spaced",
    "full-width",
    "mathematical",
    "circled",
    "right to left",
    "strange script",
    "marks above",
    "tag characters",
)


def expected(secret: Secret, *, first: bool, cue: str | None = None, position: str = "") -> Expected:
    """Return the least that will do for a secret; `first` says that nothing stands before it."""
    kind, form = secret.kind, secret.form
    if any(each in form for each in _LOUD):
        return "block"
    if position == "split over two values" and kind == "plate" and secret.casing == "lower":
        return "decide"
    shouted = secret.casing == "upper" and any(len(each) > 1 for each in _letters(secret.text))
    if kind not in _WORDS:
        return "decide" if secret.weak and not (shouted and kind == "year+event") else "block"
    if secret.words == () and not secret.compound and not secret.weak:
        return "block"
    if shouted and form not in ("base64", "leetspeak", *_WORN):
        return "block"
    return _word(secret, first, cue, position)


#: Forms whose capitals are there only once they are read the way a machine reads them.
_WORN = ("entity", "percent", "percent everywhere")


def _word(secret: Secret, first: bool, cue: str | None, position: str) -> Expected:
    """Return what will do for something that is told by capital, cue and dictionary only."""
    common = all(_common(each) for each in secret.words) and not secret.compound
    named = secret.kind in (*_NAMES, "initials")
    if secret.weak or secret.form == "base64" or (secret.form == "leetspeak" and first):
        return "decide"
    if secret.casing == "lower":
        if cue == "naming" and named:
            return "block"
        if cue == "kin" and named and not common:
            return "block"
        if common and named and secret.kind != "initials":
            return "decide" if position == "key" else "residual"
        return "decide"
    if not first or (len(secret.words) > 1 and not secret.compound) or _inner_capital(secret):
        return "block"
    return "decide" if common or secret.compound else "block"


def _common(word: str) -> bool:
    return everyday(word) or word.lower().rstrip("s") in EVERYDAY_NICKNAMES


def _letters(text: str) -> list[str]:
    """Return the runs of letters of a text."""
    return "".join(each if each.isalpha() else " " for each in text).split()


def _inner_capital(secret: Secret) -> bool:
    """Return whether a word after the first one has a capital."""
    return any(each[:1].isupper() for each in _letters(secret.written)[1:])
