"""The first page of a comparison of as many cases as wanted, for tests."""

from reise.comparison import Case, Comparison
from reise.layout import FontRuler
from reise.layout.aligned import Aligned, aligned

RULER = FontRuler()
FINDINGS = (
    ("4 av 6", "hadde en vending oppover som den unge selv har pekt ut."),
    ("3 av 4", "hadde en stabil voksen i vendepunktet eller rett før."),
    ("2 av 4", "vendte utenfor tjenestene."),
)


def repeated(cases: tuple[Case, ...], count: int) -> list[Case]:
    """Return so many cases, the given ones over and over under new ids."""
    made = []
    for number in range(count):
        case = cases[number % len(cases)]
        made.append(Case(case.journey.model_copy(update={"id": f"reise-{number:04}"}), case.chronology))
    return made


def set_for(compared: Comparison, paper: str = "a3", language: str = "nb") -> Aligned:
    return aligned(compared, paper=paper, language=language, findings=FINDINGS, ruler=RULER)
