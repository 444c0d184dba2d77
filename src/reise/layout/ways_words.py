"""What is said on the sheet of the common ways, in the language of its labels."""

from collections.abc import Sequence
from dataclasses import dataclass

from reise.comparison.ways_value import Pattern, Stop, Way, Ways
from reise.journey.model import Collection
from reise.journey.vocabulary import role_label, transition_label
from reise.layout.words import Words
from reise.resources import toml

ENDS = {"(start)": "start", "(end)": "end"}


@dataclass(frozen=True, slots=True)
class WaysWords:
    """The words of a sheet of ways."""

    found: Ways
    language: str
    collection: Collection | None
    seal: str = ""

    def __call__(self, name: str, **gaps: object) -> str:
        """Return the words `name` of the locale's [ways], its gaps filled; `count` chooses one or many."""
        text: str = toml(f"locale/comparison.{self.language}.toml")["ways"][name]
        if "|" in text:
            one, many = text.split("|")
            text = one if gaps["count"] == 1 else many
        return text.format(**gaps)

    def label(self, name: str) -> str:
        """Return what a kind, service or transition is called."""
        if name in ENDS:
            return self(ENDS[name])
        if self.found.attribute == "kind":
            return Words(self.language)(f"kind.{name}")
        label = role_label if self.found.attribute == "service" else transition_label
        return label(name, self.language, self.collection)

    @property
    def voice(self) -> str:
        """Whose turning points are counted; nothing where they are anyone's."""
        if self.found.voice == "all":
            return ""
        own = role_label(self.found.voice, self.language, self.collection)
        return Words(self.language).voice(self.found.voice, own)

    def turning(self, count: int) -> tuple[str, str]:
        """Return how many turning points there are as who says it, and shorter."""
        short = self("turning", count=count)
        return (self("turning_by", voice=self.voice, words=short) if self.voice else short), short

    def of_cases(self, cases: int) -> str:
        """Return "5 av 6 saker"."""
        return self("of_cases", count=self.found.cases, n=cases)

    def counts(self, stop: Stop) -> str:
        """Return in how many cases a stop is met and how many times."""
        if stop.name in ENDS:
            return self("in_cases", cases=self.of_cases(stop.cases))
        times = self("times", count=stop.occurrences)
        return self("counts", cases=self.of_cases(stop.cases), times=times)

    def steps(self, pattern: Pattern) -> str:
        """Return "krise → tjeneste → milepæl"."""
        words = Words(self.language)
        return " → ".join(words(f"kind.{step}") for step in pattern.steps)

    def about(self) -> str:
        """Return what the sheet shows, and how it may be read."""
        return self(f"about_{self.found.attribute}", count=self.found.cases)

    def chosen(self, drawn: Sequence[Way]) -> str:
        """Return which ways are drawn and which are not; what is drawn if there are none to draw."""
        if not self.found.stops:
            return self("nothing")
        if not drawn:
            return self("no_ways")
        known = set(drawn)
        rest = [way for way in self.found.ways if way not in known]
        left = len(rest) + self.found.hidden
        weakest = min((way.cases, way.occurrences) for way in drawn)
        least = weakest[0]
        if not left:
            return self("all_drawn", count=len(drawn))
        most = max([way.cases for way in rest], default=self.found.threshold - 1)
        said = self("some_drawn", drawn=len(drawn), all=len(drawn) + left, least=self("in_n", count=least))
        rarer = all((way.cases, way.occurrences) < weakest for way in rest)
        how = "left_out" if least > most else "left_out_rarer" if rarer else "left_out_equal"
        said += " " + self(how, count=left, most=self("in_n", count=most))
        shown = {name for way in drawn for name in (way.source, way.target)}
        alone = sum(stop.name not in shown for stop in self.found.stops)
        return said + (" " + self(f"alone_{self.found.attribute}", count=alone) if alone else "")

    def listed(self, shown: int, recurring: bool) -> str:
        """Return how what is listed was found, sequences that recur or ways, and how many are not listed."""
        more = len(self.found.patterns if recurring else self.found.ways) - shown
        said = self("recurring_rule", count=self.found.support) if recurring else self("listed_rule")
        return said + (" " + self("recurring_more", count=more) if more else "")
