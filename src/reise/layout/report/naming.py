"""What the ids of a comparison are called: counts, roles, transitions, kinds, cases, columns."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from reise.comparison.compare import Comparison
from reise.comparison.value import OF, Answer, Count
from reise.journey.model import Area, Language
from reise.journey.names import AREAS
from reise.journey.vocabulary import role_label, transition_label
from reise.layout.words import ARROWS, Words
from reise.resources import toml

#: What the cells of a column are, where its name does not tell.
SORTS = {
    "other_role": "role",
    "next_kind": "kind",
    "kinds": "kinds",
    "turned": "case",
    "did_not": "case",
    "deviants": "case",
    "others": "case",
    "unknown": "case",
    "coded_by": "voice",
    "first_case": "case",
    "second_case": "case",
}
_PLURALS = ("case", "role", "transition", "tag", "area", "direction", "voice", "feature", "type")
SORTS |= {f"{each}s": each for each in _PLURALS}
#: From how many cases on "all" is said instead of their names.
ALL = 4
#: Up to how many cases all are named where a number is told, and how many where there are more; the
#: data name them all.
NAMED, FIRST = 12, 4


@dataclass(frozen=True)
class Naming:
    """The words of a comparison in one language."""

    comparison: Comparison
    language: str

    @cached_property
    def words(self) -> Words:
        """The words that maps have too."""
        return Words(self.language)

    @cached_property
    def _own(self) -> Words:
        return Words(self.language, "comparison")

    @cached_property
    def _titles(self) -> dict[str, str]:
        """The title of each case, with its id where two are called the same."""
        titles = {case.id: case.journey.title for case in self.comparison.cases}
        often = Counter(titles.values())
        return {each: title if often[title] == 1 else f"{title} ({each})" for each, title in titles.items()}

    def __call__(self, path: str, **gaps: object) -> str:
        """Return the label `path` ("report.title") of the report, its gaps filled."""
        return self._own(path, **gaps)

    def many(self, path: str, number: float) -> str:
        """Return one form or the other of a label such as "{n} sak|{n} saker"."""
        one, several = self(path).split("|")
        return (one if number == 1 else several).format(n=self.number(number))

    def number(self, value: float) -> str:
        """Return a number with one decimal at most, and a minus that is one."""
        return self.words.number(round(value, 1)).replace("-", "−")

    def events(self, number: int) -> str:
        """Return "to hendelser", with a numeral above twelve."""
        small = self("report.small").split("|")
        one, several = self("report.events_n").split("|")
        said = small[number - 1] if 0 < number <= len(small) else str(number)
        return (one if number == 1 else several).format(n=said)

    def case(self, id: str) -> str:
        """Return the title of a case."""
        return self._titles.get(id, id)

    def cases(self, ids: Iterable[str]) -> str:
        """Return the titles of cases, or that it is all; of very many the first, and how many more."""
        titles = [self.case(each) for each in ids]
        if len(titles) == len(self._titles) >= ALL:
            return self("report.all_n", n=len(titles))
        if len(titles) <= NAMED:
            return ", ".join(titles)
        return self("report.and_more", names=", ".join(titles[:FIRST]), n=len(titles) - FIRST)

    def share(self, n: int, whole: int) -> str:
        """Return "4 av 6"."""
        return self("report.share", n=n, N=whole)

    def counted(self, found: Count) -> str:
        """Return what a count counts, in words."""
        return self.named(found.name)

    def named(self, name: str) -> str:
        """Return what a count or a measure is called; see Count.name."""
        key, _, what = name.partition(OF)
        sort, _, named = what.partition(":")
        said = self(f"finding.{key}", **({"what": self.thing(sort, named)} if what else {}))
        return said[:1].upper() + said[1:]

    def rule(self, answer: Answer) -> str:
        """Return the rule of an answer as a sentence."""
        told = {name: self.cell(name, value) for name, value in answer.gaps}
        return self(f"rule.{answer.rule}", **told)

    def lacks(self, answer: Answer) -> str:
        """Return what the files must hold for an answer, or nothing where they do."""
        return self(f"lacks.{answer.lacks}") if answer.lacks else ""

    def question(self, id: str) -> str:
        """Return a question as a sentence."""
        return self(f"question.{id}", events=self.events(self.comparison.terms.window))

    def column(self, key: str) -> str:
        """Return the head of a column."""
        return self(f"column.{key}")

    def thing(self, sort: str, id: str) -> str:
        """Return what an id of a sort is called; what is not known stays as it was written."""
        shared = self.comparison.collection
        match sort:
            case "role":
                return role_label(id, self.language, shared, full=True)
            case "transition":
                return transition_label(id, self.language, shared, full=True)
            case "voice":
                return self("report.any_voice") if id == "all" else self.voice(id)
            case "area":
                return AREAS.shown(Area(id), Language(self.language))
            case "kind" | "effect":
                return self.words(f"{sort}.{id}")
            case "direction":
                return f"{ARROWS[id]} {self.words(f'direction.{id}')}"
            case "status":
                return self("report.none_status" if id == "none" else f"report.{id}")
            case "kinds":
                return " → ".join(self.thing("kind", each) for each in id.split(">"))
            case "case":
                return self.case(id)
            case "question":
                return str(int(id.removeprefix("q")))
            case "code":
                return self(f"report.{id}")
            case "field":
                name, _, voice = id.partition(":")
                said = self(f"report.field_{name}")
                return f"{said} ({self.voice(voice)})" if voice else said
            case "tag":
                known = toml(f"locale/{self.language}.toml")["tag"]
                return str(known.get(id, id))
            case "where" | "path":
                return self(f"report.{id}") if sort == "where" else self._step(id)
            case "type" | "feature":
                inner, _, rest = id.partition(":")
                named = self.thing(inner, rest)
                did = sort == "feature" and inner in ("role", "transition")
                return self(f"report.feature_{inner}", what=named) if did else named
            case "effects":
                voice, _, effect = id.partition(":")
                return f"{self.thing('voice', voice)}: {self.words(f'effect.{effect}')}"
        return id

    @cached_property
    def _tongues(self) -> dict[str, str]:
        return {case.id: case.journey.language.value for case in self.comparison.cases}

    def language_of(self, case: str) -> str:
        """Return the language of a case where it is not the report's."""
        tongue = self._tongues.get(case, self.language)
        return "" if tongue == self.language else tongue

    def voice(self, id: str) -> str:
        """Return the name of a voice: a known one, or the role that speaks."""
        return self.words.voice(id, role_label(id, self.language, self.comparison.collection))

    def _step(self, id: str) -> str:
        """Return a turning point of a path: "↘ nr. 12"."""
        number, _, direction = id.partition(":")
        return f"{ARROWS[direction]} {number if number != 'None' else self('report.milestone')}"

    def cell(self, column: str, value: object) -> str:
        """Return the words of a cell of a table of the comparison."""
        if isinstance(value, bool):
            return self("report.yes" if value else "report.no")
        if column in ("months_least", "months_most"):
            return self("report.cannot_say") if value is None else self.number(round(float(str(value))))
        if isinstance(value, int | float):
            return self.number(value)
        if value is None:
            return self(
                "report.milestone" if column in ("number", "turn", "next_number") else "report.unknown"
            )
        sort = SORTS.get(column, column)
        if isinstance(value, tuple) and sort == "case":
            return self.cases(map(str, value))
        if isinstance(value, tuple):
            joint = " " if column == "path" else ", "
            return joint.join(self.thing(sort, str(each)) for each in value)
        return self.thing(sort, str(value))
