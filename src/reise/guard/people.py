"""Who somebody is: a name after its cue, initials, and what few people are or have."""

import re
from collections.abc import Iterator

from reise.guard.lexicon import is_also_name, is_compound, knows
from reise.guard.lists import among, stems_of
from reise.guard.numbers import Stretch
from reise.guard.pattern import Pattern
from reise.guard.words import Known, never

_NEXT = re.compile(
    r"(?:\s+(?:er|var|heter|heiter|hans|hennes|hennar|min|mi|mitt|din|di|sin|si|vår|is|was))?"
    r"(?:\s*[:,–-]\s*|\s+)[«\"“'(]?([^\W\d_][\w'’-]*)",
    re.IGNORECASE,
)
#: The end of a letter: whatever follows is who wrote it.
_CLOSING = Pattern(
    r"\b(?:beste|vennlig|vennleg|kjærlig|kjærleg|mange|varm|varme|god)\s+(?:hilsen|helsing|hilsener|helsingar)[,:!.]?\s+"
    r"(?:fra\s|frå\s)?\s*([^\W\d_][\w'’-]*)",
    re.IGNORECASE,
    needs=("hilsen|helsing",),
)
#: Whatever follows these is what somebody is called.
_CALLED = Pattern(
    r"\b(?:ved|med|under)\s+(?:navn|navnet|namn|namnet)\s+(?:av\s+)?[«\"“(]?([^\W\d_][\w'’-]*)|"
    r"(?:navn|namn)(?:et)?\s+(?:(?:mitt|hans|hennes|hennar|sitt)\s+)?(?:er|var)\s+[«\"“(]?([^\W\d_][\w'’-]*)|"
    r"\boppkalt\s+etter\s+([^\W\d_][\w'’-]*)",
    re.IGNORECASE,
    needs=(r"(?:med|ved|under)\s+na[vm]n|na[vm]n(?:et)?\s|oppkalt",),
)
#: What follows these is asked for, is a thing, or is heat or a greeting that somebody sends.
_NO_CUE = re.compile(
    r"(?:\b(?:hva|kva|hvem|kven|hvordan|korleis)\s+(?:[\w'’-]+\s+)?heit?er|\b(?:hva|kva|hvem|kven)\s+heit?te|\b(?:noe|noko)\s+som\s+\w+|"
    r"\b(?:en|ein|ei|et|eit|den|det|er|var|ble|blei|vart|for|så|like|veldig|og|siste|fin|liten|kort)\s+(?:het|hilsen|helsing))$",
    re.IGNORECASE,
)
#: "navnet", "fornavn": what it is stands behind "er".
_NAME = re.compile(r".*(?:navn|namn)(?:et)?")
_WORD = re.compile(r"\s*[,:–-]?\s*[«\"“'(]?([^\W\d_][\w'’-]*)")
#: Of the words that these look behind, the ones that are no cues themselves.
_CLOSES = ("hilsener", "helsingar")
_INITIALS = Pattern(
    r"""
    (?<!\w)[A-ZÆØÅ]\.\s?(?:[A-ZÆØÅ]\.?\s?){1,3}(?!\w) |
    (?<!\w)[^\W\d_]\.\s?[^\W\d_]\.(?:\s?[^\W\d_]\.)?(?!\w) |
    (?<!\w)[A-ZÆØÅ]\s[A-ZÆØÅ](?!\w) |
    (?<![\w-])[^\W\d_]-[^\W\d_](?![\w-]) |
    (?<!\w)[A-ZÆØÅ][^\W\d_]*[a-zæøå]\s+[A-ZÆØÅ]\.(?!\w) |
    (?<!\w)[A-ZÆØÅ]\.\s?[A-ZÆØÅ][a-zæøå]+
    """,
    re.VERBOSE,
    needs=(r"(?<!\w)(?:[^\W\d_]\.|[^\W\d_][-\s][^\W\d_](?!\w))",),
)
_LETTER = re.compile(r"(?<![\w'’-])([B-HJ-ZÆØ])(?![\w'’]|-\w)")
_BEFORE_LETTER = re.compile(
    r"(?:plan|gruppe|gruppa|klasse|klassen|vitamin|hepatitt|del|type|blokk|alternativ|kategori|nivå|punkt|fase|avdeling|"
    r"bokstav|karakteren?|fra|frå|til|eller|og|,|/|→)\s*$",
    re.IGNORECASE,
)
_MANY = r"tre|fire|fem|seks|sju|syv|åtte|ni|ti|elleve|tolv|three|four|five|six|seven|eight|nine|ten"
_FROM_FOUR = (
    r"fire|fem|seks|sju|syv|åtte|ni|ti|elleve|tolv|tretten|fjorten|femten|four|five|six|seven|eight|nine|ten"
)
_SOME = (
    r"(?:\s+(?:små|yngre|eldre|mindreårige|halv|egne|eigne|store|ulike|forskjellige|nye|andre|flere|fleire|"
    r"different))?"
)
#: What a count begins with, or a number of a child in a row.
_COUNTING = re.compile(
    rf"(?:{_MANY}|{_FROM_FOUR}|tredje|fjerde|femte|sjette|sjuende|syvende|åttende|niende|tiende)$|"
    r"nr|nummer|(?:tre|fire|fem|seks|sju|syv|åtte)barn"
)
_COUNTS = Pattern(
    rf"""
    (?<![\w-])(?:{_MANY}|[3-9]|[1-9]\d){_SOME}\s+(?:halv|små|store?|støre?|lille|vesle|yngre|eldre|ste|foster)?
        (?:barn|barna|born|borna|ung[ea]r|søsken|sysken|brødre|brør|søstre|søstrer|systre|
            systrer|døtre|døtrer|sønner|søner|
        kids|children|siblings|brothers|sisters)\b |
    \b(?:tre|fire|fem|seks|sju|syv|åtte)(?:barns|barn)(?:mor|far|familie|forelder)\w* |
    \bbarn\s+(?:nr\.?|nummer)\s?(?:[3-9]|tre|fire|fem|seks) | \b(?:tredje|fjerde|femte|sjette|
        sjuende|syvende)\s+(?:barnet|barn)\b |
    (?<![\w-])(?:{_FROM_FOUR}|[4-9]|[1-9]\d){_SOME}\s+(?:fosterhjem|fosterheim|fosterheimar|
        beredskapshjem|beredskapsheim\w*|
        institusjoner|institusjonar|barnevernsinstitusjon\w*|plasseringer|plasseringar|flyttinger|
            flyttingar|omplasseringer|
        omplasseringar|ungdomshjem|ungdomsheim\w*|foster\s+homes|placements)\b |
    \b(?:fjerde|femte|sjette|sjuende|syvende|åttende|niende|tiende)\s+(?:fosterhjem\w*|
        fosterheim\w*|plassering\w*|institusjon\w*|
        beredskapshjem\w*|flytting\w*)\b
    """,
    re.IGNORECASE | re.VERBOSE,
    needs=(
        "barn|born|ung|søsken|sysken|brø|søst|syst|døt|søn|kids|child|sibling|brother|sister|foster|beredskap|"
        "institusjon|plassering|flytting|placement",
    ),
)


def comes_before_a_name(word: str) -> bool:
    """Whether a word, in small letters, is one that `named` looks behind, whatever follows it."""
    return word in _CLOSES or _NAME.fullmatch(word) is not None or stems_of("names", "cues").may_hold(word)


def is_somebody(word: str) -> bool:
    """Whether a word, in small letters, is one that `named` looks behind for what may be a name."""
    return stems_of("names", "people").may_hold(word)


def may_be_a_name(word: str) -> bool:
    """Whether a word is what `named` looks for behind somebody."""
    return _is_name(word, never, sure=False)


def named(text: str, known: Known = never) -> Iterator[Stretch]:
    """R417: a name after the words that a name follows ("heter", "hilsen", "broren")."""
    for found in _CLOSING.finditer(text):
        if found[1].lower() not in among("everyone"):
            yield found.span(1)
    for found in _CALLED.finditer(text):
        if found[found.lastindex or 0].lower() not in among("no_names"):
            yield found.span(found.lastindex or 0)
    for start, end in stems_of("names", "cues")(text):
        found_next = _NEXT.match(text, end)
        while found_next and found_next[1] in among("no_names", "between"):
            found_next = _WORD.match(text, found_next.end())
        if found_next and _follows(text, (start, end), found_next[1], known):
            yield found_next.span(1)
    for _, end in stems_of("names", "people")(text):
        found_next = _NEXT.match(text, end)
        if found_next and _is_name(found_next[1], known, sure=False):
            yield found_next.span(1)


def _follows(text: str, cue: Stretch, word: str, known: Known) -> bool:
    """Whether a word is what somebody is called, that follows a cue."""
    lower = word.lower()
    if text[slice(*cue)].lower() in among("names", "surely") and not _NO_CUE.search(text, 0, cue[1]):
        whose = lower in among("everyone") or stems_of("names", "people").may_hold(lower)
        service = word in among("everywhere") and not is_also_name(lower)
        return not (service or lower in among("no_names") or (word == lower and whose))
    return _is_name(word, known, sure=True)


def _is_name(word: str, known: Known, *, sure: bool) -> bool:
    """Whether the word after a cue is a name: what nobody knows as a word, or what is a name as well."""
    lower = word.lower().removesuffix("’").removesuffix("'")
    if word in among("everywhere"):
        return False
    if is_also_name(lower):
        return sure or word != lower or lower not in among("everyday")
    if sure and len(lower) == 1 and word != "i":
        return True
    return not (knows(lower) or known(lower) or (word == lower and is_compound(lower) and not sure))


def initials(text: str) -> Iterator[Stretch]:
    """R418: the initials of a name, or a name that is cut down to a letter."""
    for found in _INITIALS.finditer(text):
        if found[0].lower().replace(" ", "").strip(".") not in among("abbreviations"):
            yield found.span()
    for found in _LETTER.finditer(text):
        alone = text.strip() == found[0]
        if not alone and not _BEFORE_LETTER.search(text, 0, found.start()):
            yield found.span()


def one_in_a_place(text: str) -> Iterator[Stretch]:
    """R433: a role that is one person in a small place, or what everybody there remembers."""
    yield from stems_of("alone")(text)


def may_be_a_count(word: str) -> bool:
    """Whether a word, in small letters, is one of those without which `exact_count` needs a digit."""
    return _COUNTING.match(word) is not None


def exact_count(text: str) -> Iterator[Stretch]:
    """R434: an exact count of three or more children or siblings, or of four or more placements."""
    for found in _COUNTS.finditer(text):
        yield found.span()


def few_share(text: str) -> Iterator[Stretch]:
    """R435: ethnicity, language, religion, a rare diagnosis, a disability, sexuality."""
    yield from stems_of("few")(text)
