"""Which words are everyday Norwegian, bokmål or nynorsk, and which of those are people's names as well."""

from functools import cache, lru_cache
from typing import TYPE_CHECKING

from reise.resources import templates

if TYPE_CHECKING:
    import marisa_trie

#: What is known of an entry, one bit each: it may begin a compound, end one, take the -s of a genitive, stand
#: alone. An entry with none is a name that would pass as one of these. `.ci/words.py` writes them.
FIRST, LAST, NOUN, WORD = 1, 2, 4, 8

#: Last parts that are farms, places and families as often as anything: Tangstad, Lindberg, Henrik.
_OF_NAMES = frozenset(
    """
    and bakk bakke bakken bekk bekken berg berge berget bjørn blad blom borg brand brandt bru brua bråten by byen
    bygd bør dal dalen eik eland eng enga engen finn fjell fjellet fjord fjorden foss fossen fred gard garden
    gren grim gård gården hall hard hart haug haugen hei heia heim heimen holm holmen holt hus huset kvist land
    landet li lia lien lund lunden løkke løkka løkken løv mann mark marka mo moen mund myr myra nes neset odd
    odden plass rand rik rud rød sand sanden sen set sete seter sjø sjøen skar skog skogen sletta slette son
    stad staden stein steinen sted stedet sten strand stranda stranden strøm strømmen stue stuen sund sundet sve
    sveen sæter tang tangen teig teigen ting topp tun tunet tveit ulv vang vangen vann vannet vatn vatnet ver verk
    verket vik vika viken vin vold voll vollen våg vågen øy øya øyen ås åsen
    """.split()
)
#: What verbs begin with: innlagd, framførde, godtek; a verb's form need not end compounds elsewhere.
_PARTICLES = frozenset(
    """
    att av bak bort for fore fram frem fra frå føre gjen heim hjem inn med mis mot ned om opp over
    på sam sammen saman selv sjølv til tilbake under ut ved vidare videre
    """.split()
)
#: After a first part this long they are houses and places that words speak of: ungdomshus.
_LONG = 7
_LINKED_LETTERS, _GENITIVE_LETTERS, _VERB_LETTERS = 4, 4, 4


@cache
def _words() -> "marisa_trie.BytesTrie":
    import marisa_trie

    return marisa_trie.BytesTrie().mmap(str(templates() / "guard" / "words.marisa"))


@cache
def _also_names() -> frozenset[str]:
    lines = (templates() / "guard" / "also-names.txt").read_text(encoding="utf-8").splitlines()
    return frozenset(line for line in lines if line and not line.startswith("#"))


@lru_cache(maxsize=4096)
def _marks(word: str) -> int | None:
    found = _words().get(word)
    return found[0][0] if found else None


def knows(word: str) -> bool:
    """Return whether a word, in lower case, is an everyday word of bokmål or nynorsk in any of its forms."""
    marks = _marks(word)
    return bool(marks & WORD) if marks is not None else _is_genitive(word)


def _is_genitive(word: str) -> bool:
    stem = word[:-1]
    return word.endswith("s") and len(stem) >= _GENITIVE_LETTERS and _has(stem, NOUN)


def _has(word: str, mark: int) -> bool:
    return bool((_marks(word) or 0) & mark)


def is_compound(word: str) -> bool:
    """Return whether a word, in lower case, is put together of known words: kantine + sjefen, skole + vegring."""
    if _marks(word) == 0:
        return False
    if "-" in word:
        return _is_hyphenated(word.split("-"))
    return _joined(word) or (word.endswith("s") and _joined(word[:-1]))


def is_also_name(word: str) -> bool:
    """Return whether an everyday word, in lower case, is a given name or a surname as well."""
    return word in _also_names()


def _is_hyphenated(parts: list[str]) -> bool:
    *heads, tail = parts
    if not all(parts) or all(map(is_also_name, parts)):
        return False
    return all(map(_stands_alone, heads)) and (knows(tail) or _joined(tail))


def _stands_alone(part: str) -> bool:
    return len(part) == 1 or knows(part) or _has(part, FIRST) or _joined(part)


@lru_cache(maxsize=4096)
def _joined(word: str) -> bool:
    return _marks(word) != 0 and any(_fit(word[:cut], word[cut:]) for cut in range(2, len(word) - 2))


def _fit(head: str, tail: str) -> bool:
    if head in _PARTICLES and len(tail) >= _VERB_LETTERS and tail not in _OF_NAMES and _has(tail, WORD):
        return True
    if not _has(tail, LAST):
        return False
    if tail in _OF_NAMES and len(head) < _LONG:
        return False
    return any(_is_first(stem) or _joined(stem) for stem in _stems(head))


def _stems(head: str) -> list[str]:
    stems = [head]
    if head[-1] in "se" and len(head) > _LINKED_LETTERS:
        stems.append(head[:-1])
    return stems


def _is_first(stem: str) -> bool:
    return _has(stem, FIRST)
