"""The search of passages: every rule on every text, the heaviest finding at each place."""

import unicodedata
from collections.abc import Iterable, Iterator
from itertools import chain

from reise.guard import net, respect, sieve, words
from reise.guard.codes import RULES, RULES_IN_ENGLISH
from reise.guard.finding import Finding, Weight, weight_of
from reise.guard.label import Said, neutral
from reise.guard.lexicon import is_english
from reise.guard.neighbours import across
from reise.guard.numbers import Stretch
from reise.guard.passage import Passage
from reise.journey.model import Language
from reise.journey.vocabulary import abbreviations
from reise.problems import Span

#: What can be searched for in what is no prose: an age, an id, a key.
_ANYWHERE = {
    **{each: RULES[each] for each in ("R410", "R413", "R414", "R415", "R419")},
    "R411": net.surely_address,
}

#: What can be asked of a word in the name of a file, which has a hint of its own.
_OF_LABELS = ("R430", "R431", "R436")


class Search:
    """Searches the passages of one file; what the collection's list allows is left out."""

    def __init__(
        self, file: str, text: str, allowed: Iterable[str] = (), language: Language = Language.NB
    ) -> None:
        self._english = language is Language.EN
        self._said = Said(())
        self._rules = RULES_IN_ENGLISH if self._english else RULES
        self._file = file
        self._lines = text.split("\n")
        self._allowed = tuple(each.casefold() for each in allowed)

    def all(self, passages: Iterable[Passage]) -> tuple[Finding, ...]:
        """Return what is found in passages, in the order of the file."""
        read = list(passages)
        # The lines of the file first: it may tell more than can be read of it before it is mended.
        self._said = Said(chain(self._lines, (each.text for each in read if not each.label)))
        held = [sieve.codes_in(each.text, english=self._english) if each.prose else None for each in read]
        found = [each for passage, codes in zip(read, held, strict=True) for each in self._in(passage, codes)]
        reach = [codes is None or sieve.ACROSS in codes for codes in held]
        found += (self._finding(code, other, 0, end) for code, other, end in across(read, reach))
        return tuple(sorted(found, key=lambda each: (each.span or (), each.code, each.at)))

    def _in(self, passage: Passage, may_hold: frozenset[str] | None) -> Iterator[Finding]:
        """Yield what is found in one passage by the rules that may find something there (None: by all)."""
        codes = self._rules if passage.prose else _ANYWHERE
        if passage.label:
            codes = codes | {"R436": self._said.not_in}
            if not self._english:
                codes = codes | {"R430": words.name_in_label}
        text = passage.text
        if may_hold is not None:
            if passage.label:
                may_hold |= {"R430", "R436"}
            if not may_hold:
                return
            codes = {code: codes[code] for code in codes if code in may_hold}
        taken: list[Stretch] = [*words.known_terms(text)]
        allowed = [*self._allowances(text), *taken, *(neutral(text) if passage.label else ())]
        heaviest = Weight.ADVISE
        for code in codes:
            for start, end in codes[code](text):
                weight = weight_of(code)
                if weight is Weight.LISTED and _inside((start, end), allowed):
                    continue
                if code == "R431" and _inside((start, end), allowed):
                    continue
                if not any(start < other and begin < end for begin, other in taken):
                    taken.append((start, end))
                    heaviest = max(heaviest, weight)
                    yield self._finding(code, passage, start, end)
        if passage.prose and not passage.own and (may_hold is None or "R440" in may_hold):
            for (start, end), row in respect.disrespect(text):
                yield self._finding("R440", passage, start, end, row)
        plain = unicodedata.normalize("NFKC", text)
        if plain != text:
            for code in codes:
                if weight_of(code) >= Weight.LISTED > heaviest and next(codes[code](plain), None):
                    yield self._finding(code, passage, 0, len(text))
                    break

    def _allowances(self, text: str) -> Iterator[Stretch]:
        """Yield where a text holds what the list allows, with an ending of its own or none."""
        folded = text.casefold()
        for phrase in self._allowed:
            at = folded.find(phrase)
            while at >= 0:
                end = at + len(phrase)
                while end < len(text) and text[end].isalpha() and end < at + len(phrase) + 3:
                    end += 1
                if not (at and text[at - 1].isalnum()) and not (end < len(text) and text[end].isalnum()):
                    yield at, end
                at = folded.find(phrase, at + 1)

    def _finding(self, code: str, passage: Passage, start: int, end: int, row: int | None = None) -> Finding:
        args = _more(code, passage.text[start:end], label=passage.label) if row is None else (("row", row),)
        span = self._place(passage.span, passage.text[start:end])
        start_of, sentence = _sentence(passage.text, start)
        return Finding(
            code, self._file, span, passage.event, passage.text[start:end], sentence, start - start_of, args
        )

    def _place(self, span: Span | None, words: str) -> Span | None:
        """Return where words stand within a stretch of the file, or the stretch where they are not found."""
        if span is None or not words:
            return span
        for number in range(span.line, min(span.end_line, len(self._lines)) + 1):
            line = self._lines[number - 1]
            at = line.find(words, span.column - 1 if number == span.line else 0)
            if at >= 0:
                return Span(number, at + 1, number, at + 1 + len(words))
        return span


def _more(code: str, words: str, *, label: bool = False) -> tuple[tuple[str, int], ...]:
    """Return what the hint of a finding can say more of than of others: what it may be besides a name."""
    if label and code in _OF_LABELS:
        return (("file", 1),)
    if code == "R431" and is_english(words.casefold()):
        return (("english", 1),)
    if code == "R420" and words.upper() in abbreviations():
        return (("acronym", 1),)
    return ()


def _inside(stretch: Stretch, others: Iterable[Stretch]) -> bool:
    return any(begin <= stretch[0] and stretch[1] <= end for begin, end in others)


def _sentence(text: str, at: int) -> tuple[int, str]:
    """Return where the sentence around a place begins, and the sentence."""
    begin = max(
        (text.rfind(sign, 0, at) + len(sign) for sign in (". ", "! ", "? ", "\n") if sign in text[:at]),
        default=0,
    )
    ends = [found for sign in (". ", "! ", "? ", "\n") if (found := text.find(sign, at)) >= 0]
    return begin, " ".join(text[begin : min(ends, default=len(text)) + 1].split())
