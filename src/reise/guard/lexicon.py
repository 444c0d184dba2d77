"""Which words are everyday Norwegian, bokmål or nynorsk, and which of those are people's names as well."""

from functools import cache, lru_cache
from typing import TYPE_CHECKING

from reise.resources import templates

if TYPE_CHECKING:
    import marisa_trie

#: What is known of an entry, one bit each: it may begin a compound, end one, do so only beside a long other
#: part, take the -s of a genitive, stand alone, end families' names as often as words, begin verbs. An entry
#: with none is a name that would pass as one of these. `.ci/words.py` writes them.
FIRST, LAST, SELDOM_FIRST, SELDOM_LAST, NOUN, WORD, OF_NAMES, PARTICLE = (1 << bit for bit in range(8))

#: Beside a part this long the other is a word and no syllable of a name: ungdomshus.
_LONG = 7
_LINKED_LETTERS, _GENITIVE_LETTERS, _VERB_LETTERS = 3, 4, 4


@cache
def _words() -> "marisa_trie.BytesTrie":
    import marisa_trie

    return marisa_trie.BytesTrie().mmap(str(templates() / "guard" / "words.marisa"))


@cache
def _english() -> "marisa_trie.Trie":
    import marisa_trie

    return marisa_trie.Trie().mmap(str(templates() / "guard" / "english.marisa"))


def knows_english(word: str) -> bool:
    """Return whether a word, in lower case, is an everyday word of English in any of its forms."""
    return word.isalpha() and word in _english()


def is_english(word: str) -> bool:
    """Return whether a word, in lower case, is English or put together of such: "follow-up"."""
    return all(map(knows_english, word.split("-")))


@cache
def _also_names() -> frozenset[str]:
    lines = (templates() / "guard" / "also-names.txt").read_text(encoding="utf-8").splitlines()
    return frozenset(line for line in lines if line and not line.startswith("#"))


@lru_cache(maxsize=4096)
def _marks(word: str) -> int | None:
    # To the trie an unprintable letter is no letter like others: it asks for every word there is.
    found = _words().get(word) if word.replace("-", "").isalpha() else None
    return found[0][0] if found else None


def knows(word: str) -> bool:
    """Return whether a word, in lower case, is an everyday word of bokmål or nynorsk in any of its forms."""
    marks = _marks(word)
    return bool(marks & WORD) if marks is not None else _is_genitive(word)


def lists(word: str) -> bool:
    """Return whether the dictionary itself has a word, in lower case, as an everyday one."""
    return _has(word, WORD)


def is_a_noun(word: str) -> bool:
    """Return whether a word, in lower case, is a noun, which takes the -s of a genitive."""
    return _has(word, NOUN)


def _is_genitive(word: str) -> bool:
    stem = word[:-1]
    return word.endswith("s") and len(stem) >= _GENITIVE_LETTERS and _has(stem, NOUN)


def _has(word: str, mark: int) -> bool:
    return bool((_marks(word) or 0) & mark)


def is_compound(word: str) -> bool:
    """Return whether a word, in lower case, is put together of known words: kantine + sjefen."""
    if _marks(word) == 0:
        return False
    if "-" in word:
        return _is_hyphenated(word.split("-"))
    return _joined(word) or (word.endswith("s") and _joined(word[:-1]))


def is_also_name(word: str) -> bool:
    """Return whether an everyday word, in lower case, is a given name or a surname as well: liv, and livs."""
    return not _also_names().isdisjoint((word, word.removesuffix("s")))


def _is_hyphenated(parts: list[str]) -> bool:
    *heads, tail = parts
    if not all(parts) or any(map(is_also_name, parts)):
        return False
    return all(map(_stands_alone, heads)) and (knows(tail) or _joined(tail))


def _stands_alone(part: str) -> bool:
    return len(part) == 1 or knows(part) or _has(part, FIRST) or _joined(part)


@lru_cache(maxsize=4096)
def _joined(word: str) -> bool:
    return _marks(word) != 0 and any(_fit(word[:cut], word[cut:]) for cut in range(2, len(word) - 2))


def _fit(head: str, tail: str) -> bool:
    if _has(head, PARTICLE) and len(tail) >= _VERB_LETTERS and _has(tail, WORD) and not _has(tail, OF_NAMES):
        return True
    if not _has(tail, LAST if len(head) < _LONG else LAST | SELDOM_LAST):
        return False
    if _has(tail, OF_NAMES) and len(head) < _LONG:
        return False
    first = FIRST if len(tail) < _LONG else FIRST | SELDOM_FIRST
    return any(_has(stem, first) or _joined(stem) for stem in _stems(head))


def _stems(head: str) -> list[str]:
    stems = [head]
    if head[-1] in "se" and len(head) > _LINKED_LETTERS:
        stems.append(head[:-1])
    return stems
