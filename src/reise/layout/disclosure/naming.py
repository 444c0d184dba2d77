"""What the facts, states and files of a disclosure are called, in one language."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, cached_property

from reise.guard.disclosure import FEW, Disclosure, Item, Read
from reise.guard.facts import AGES, Fact
from reise.journey.model import Collection
from reise.journey.vocabulary import role_label, roles, transition, transition_label, transitions
from reise.layout.words import Words
from reise.problems import said
from reise.resources import toml


@dataclass(frozen=True)
class Naming:
    """The words of a disclosure in one language."""

    told: Disclosure
    language: str

    @cached_property
    def words(self) -> Words:
        """The words that maps have too."""
        return Words(self.language)

    @cached_property
    def _own(self) -> Words:
        return Words(self.language, "disclosure")

    def __call__(self, path: str, **gaps: object) -> str:
        """Return the label `path` ("report.title") of the report, its gaps filled."""
        return self._own(path, **gaps)

    def many(self, path: str, number: int) -> str:
        """Return one form or the other of a label such as "{n} sak|{n} saker"."""
        one, several = self(path).split("|")
        return (one if number == 1 else several).format(n=number)

    def share(self, n: int) -> str:
        """Return how many of the cases: "4 av 6"."""
        return self("report.share", n=n, N=len(self.told.cases))

    def file(self, name: str) -> str:
        """Return what a file is called; where its name may be what was found, its number."""
        return self("report.file_n", n=name[1:]) if name.startswith("#") else name

    def status(self, read: Read) -> str:
        """Return how far a journey has come; of a collection that it is one."""
        journey = read.journey
        return self("report.collection") if journey is None else self(f"status.{journey.status.value}")

    def item(self, item: Item) -> str:
        """Return what the guard says, without the words that it is about."""
        return said(item.problem, "fact", self.language)

    def sort(self, fact: Fact) -> str:
        """Return what sort of fact it is."""
        return self(f"sort.{fact.sort}")

    def fact(self, fact: Fact) -> str:
        """Return a fact in words, veiled where something in them is open."""
        text, more = self.label(fact), fact.more
        if self._is_veiled(fact):
            return self("fact.veiled", sort=self.sort(fact), what=text)
        if fact.sort == "transition":
            return text
        return self(f"fact.{fact.sort}", what=text, times=self(f"times.{more}") if more else "")

    def facts(self, facts: Iterable[Fact]) -> str:
        """Return facts that are taken together."""
        return " + ".join(map(self.fact, facts))

    def kinds(self, kinds: Iterable[str]) -> str:
        """Return a sequence of kinds."""
        return " → ".join(self.words(f"kind.{each}") for each in kinds)

    def label(self, fact: Fact) -> str:
        """Return a fact where its sort is told beside it."""
        text = self("fact.open") if self._is_veiled(fact) else self._label(fact)
        if fact.sort == "transition":
            return self("fact.transition", what=text, status=self(f"held.{fact.more}"))
        return text

    def _is_veiled(self, fact: Fact) -> bool:
        """Whether something is open in words that somebody wrote; those of the vocabulary are everybody's."""
        return fact.sort in FEW and fact.of not in _known() and self.told.veils(self._label(fact))

    def _label(self, fact: Fact) -> str:
        match fact.sort:
            case "role":
                labels = (role_label(fact.said, self.language, each, full=True) for each in self._collections)
                return next((each for each in labels if each != fact.said), fact.said)
            case "transition" if fact.of != "none":
                known = (each for each in self._collections if transition(fact.of, each))
                return transition_label(fact.of, self.language, next(known, None), full=True)
            case "transition":
                return self("fact.some_transition")
            case "tag":
                return str(toml(f"locale/{self.language}.toml")["tag"].get(fact.of, fact.said))
            case "kind":
                return self.words(f"kind.{fact.of}")
            case "turn":
                return self.words(f"direction.{fact.of}")
            case "age":
                return self._ages(int(fact.of))
        return fact.said

    def _ages(self, span: int) -> str:
        if span == 0:
            return self("fact.under", age=AGES[0])
        if span == len(AGES):
            return self("fact.over", age=AGES[-1])
        return self("fact.between", first=AGES[span - 1], last=AGES[span] - 1)

    @cached_property
    def _collections(self) -> tuple[Collection, ...]:
        """The collections of the journeys, an empty one where there are none, for what all know."""
        found: list[Collection] = []
        for _, _, journey in self.told.cases:
            if journey.collection not in found:
                found.append(journey.collection)
        return tuple(found)


@cache
def _known() -> frozenset[str]:
    """Return the ids of the vocabulary, and of the tags that are known."""
    return frozenset((*roles(), *transitions(), *toml("locale/nb.toml")["tag"], "none"))
