"""The few big numbers at the foot of the first page, a sentence each."""

from reise.comparison.compare import Comparison
from reise.comparison.value import Answer, Count
from reise.layout.report.naming import Naming

#: The counts that say something of what the cases are aligned on, by alignment.
CHOSEN = {
    "first-up": (("q02", "help_within"), ("q01", "stable_adult_within"), ("q03", "own_initiative_before")),
    "first-down": (("q04", "break_cases"),),
}


def first_page(compared: Comparison, language: str) -> tuple[tuple[str, str], ...]:
    """Return up to four numbers ("4 av 6") and their sentences: how many got there, and what lay before."""
    naming = Naming(compared, language)
    voice = naming.thing("voice", compared.terms.voice)
    reached = [each.reached for each in compared.anchors]
    known = [each for each in reached if each in ("reached", "not")]
    told = []
    if compared.terms.align != "start":
        told.append(
            (
                naming.share(reached.count("reached"), len(known)),
                _sentence(naming, f"big.{_sort(compared.terms.align)}", voice, len(reached) - len(known)),
            )
        )
    for id, name in CHOSEN.get(compared.terms.align, ()):
        found = _count(compared.answers[id], f"{name}|voice:{compared.terms.voice}")
        if found and found.N:
            told.append(
                (naming.share(found.n, found.N), _sentence(naming, f"big.{name}", voice, found.unknowns))
            )
    return tuple(told)


def _sort(align: str) -> str:
    """Return which sort of alignment it is."""
    sort = align.partition(":")[0]
    return "turn" if sort in ("last", "turn") else sort


def _sentence(naming: Naming, path: str, voice: str, unknowns: int) -> str:
    """Return a sentence, and how many it cannot be told of."""
    told = naming(path, voice=voice)
    return f"{told} {naming.many('big.unknown', unknowns)}" if unknowns else told


def _count(answer: Answer, name: str) -> Count | None:
    """Return the count of an answer that has a name."""
    return next((each for each in (answer.head, *answer.parts) if each.name == name), None)
