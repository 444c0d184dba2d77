"""Draws plants: a secret of each kind in turn, a place for it, a sentence around it."""

from random import Random

from .bodies import BODIES
from .carriers import AROUND, CARRIERS, CUES, HALVES, ITEMS, QUOTES
from .disguise import YAML_FORMS
from .expected import expected
from .fields import FIELDS, PHRASES
from .making import GROUPS, Secrets
from .net import plain
from .plant import BREAK, CASINGS, KINDS, POSITIONS, Plant, Secret

#: Kinds that come twice as often as the others, since only capitals, cues and dictionaries tell them.
_TWICE = ("given name", "surname", "full name", "obfuscated name", "place")
_SLOTS = {"start of sentence": "start", "mid-sentence": "middle", "end": "end"}
#: So much room there is in a phrase, and in running words.
_PHRASE, _WORDS = 120, 300
_AS_FILE = (
    "given name",
    "surname",
    "full name",
    "nickname",
    "fødselsnummer",
    "D-number",
    "DUF",
    "account",
    "phone",
    "date",
    "month",
    "street",
    "place",
    "school",
    "office",
    "plate",
    "postcode",
)
_AS_KEY = (*_AS_FILE, "handle", "e-mail", "ip", "initials", "obfuscated name")


def planted(seed: int, count: int) -> list[Plant]:
    """Return `count` plants, the same ones for the same seed."""
    chance = Random(seed)
    secrets = Secrets(chance)
    found: list[Plant] = []
    kinds: list[str] = []
    positions: list[str] = []
    refused = 0
    while len(found) < count:
        kinds = kinds or chance.sample((*KINDS, *_TWICE), len(KINDS) + len(_TWICE))
        if refused >= len(positions):
            positions += chance.sample(POSITIONS, len(POSITIONS))
            refused = 0
        made = _plant(chance, secrets, kinds[-1], positions[-1])
        position = positions.pop()
        if made is None:
            # What cannot stand here waits for a kind that can.
            positions.insert(0, position)
            refused += 1
            continue
        kinds.pop()
        refused = 0
        found.append(made)
    return found


def _plant(chance: Random, secrets: Secrets, kind: str, position: str) -> Plant | None:
    """Return a plant of a kind at a position, or None where that cannot be."""
    language = chance.choice(("nb", "nb", "nn"))
    casing = chance.choices(CASINGS, (4, 4, 2))[0]
    secret = secrets.draw(kind, casing, language)
    if secret.form in YAML_FORMS:
        position = "comment"
    elif not _fits(secret, position):
        return None
    group = GROUPS[kind]
    cue = None
    first = False
    if secret.form in YAML_FORMS:
        field, sentence, first = secret.form, secret.written, True
    elif position == "file name":
        secret, sentence = _file_name(chance, secret)
        field, first = "file name", sentence.startswith(secret.written)
    elif position == "key":
        field, sentence, first = chance.choice(FIELDS[position]), secret.written, True
    elif position == "split over two values":
        secret, sentence = _split(chance, secret, language)
        field = chance.choice(FIELDS[position])
    else:
        carrier, cue = _carrier(chance, secret, position, group, language)
        first = carrier.lstrip("«").startswith("{}")
        if first and group == "time" and secret.casing == "as is":
            secret = _begun(secret)
        sentence = carrier.replace("{}", secret.written)
        fields = [each for each in FIELDS[position] if len(sentence) <= _room(each)]
        if not fields:
            return None
        field = chance.choice(fields)
        if position in _SLOTS and field not in PHRASES and chance.random() < 0.3:
            around = chance.choice(AROUND[language])
            sentence = f"{sentence}. {around}" if chance.random() < 0.5 else f"{around} {sentence}"
    return Plant(
        kind,
        position,
        secret.casing,
        secret.text,
        sentence,
        expected(secret, first=first, cue=cue, position=position),
        secret.form,
        secret.written,
        field,
        language,
        secret.raw,
        chance.randrange(len(BODIES[language])),
    )


def _fits(secret: Secret, position: str) -> bool:
    """Return whether a secret can stand at a position."""
    lines = "\n" in secret.written
    if position == "file name":
        return secret.kind in _AS_FILE and not lines and 2 < len(plain(secret.written)) < 30
    if position == "key":
        return secret.kind in _AS_KEY and not lines and not secret.raw
    if position == "split over two values":
        return len(secret.parts) == 2
    if position == "comment":
        return not secret.raw
    return position != "list value" or not (lines or secret.raw)


def _room(field: str) -> int:
    return _PHRASE if field in PHRASES else _WORDS


def _carrier(
    chance: Random, secret: Secret, position: str, group: str, language: str
) -> tuple[str, str | None]:
    """Return a sentence with a slot, and the sort of cue in it."""
    own = CARRIERS[language][group]
    if position == "quote":
        return chance.choice(QUOTES[language]), None
    if position == "list value":
        return chance.choice(ITEMS[language]), None
    if position == "after cue":
        sort = chance.choice(("naming", "naming", "kin")) if group == "person" else group
        return chance.choice(CUES[language][sort]), sort
    if group == "person" and secret.form.startswith("genitive") and position == "mid-sentence":
        return chance.choice(own["genitive"]), None
    slot = _SLOTS.get(position) or chance.choice(("start", "middle", "end"))
    return chance.choice(own[slot]), None


def _begun(secret: Secret) -> Secret:
    """Return a time as it is written at the start of a sentence."""
    return _with(secret, secret.written[:1].upper() + secret.written[1:])


def _with(secret: Secret, written: str, casing: str | None = None) -> Secret:
    """Return a secret that is written in another way."""
    return Secret(
        secret.kind,
        secret.form,
        secret.text,
        written,
        casing or secret.casing,
        secret.words,
        secret.compound,
        secret.weak,
        secret.raw,
        secret.parts,
    )


def _file_name(chance: Random, secret: Secret) -> tuple[Secret, str]:
    """Return a secret as it stands in the name of a file, and that name without its ending."""
    written = plain(secret.written)
    if secret.casing == "upper":
        written = written.upper()
    else:
        secret = _with(secret, written, "lower" if secret.kind not in ("date", "phone") else None)
    words = tuple(plain(each) for each in secret.words)
    shown = Secret(
        secret.kind, secret.form, secret.text, written, secret.casing, words, secret.compound, secret.weak
    )
    return shown, chance.choice(("{}", "{}", "reisen-til-{}", "{}-utkast")).replace("{}", written)


def _split(chance: Random, secret: Secret, language: str) -> tuple[Secret, str]:
    """Return a secret split in two, and the two sentences that hold its parts."""
    one, two = chance.choice(HALVES[language])
    first, rest = secret.parts
    return _with(secret, f"{first}{BREAK}{rest}"), BREAK.join(
        (one.replace("{}", first), two.replace("{}", rest))
    )
