"""The few big numbers at the foot of the first page, a sentence each."""

from collections import Counter

from reise.comparison.compare import Comparison
from reise.comparison.value import Answer, Count
from reise.layout.report.naming import Naming

#: What is said of the cases beside how many got there: question, the number that is big, the one beside it.
CHOSEN = {
    "first-up": (
        ("q02", "help_in", "help_before"),
        ("q01", "stable_adult_in", "stable_adult_before"),
        ("q03", "own_initiative_before", ""),
    ),
    "first-down": (("q04", "break_cases", ""),),
}


def first_page(compared: Comparison, language: str) -> tuple[tuple[str, str], ...]:
    """Return up to four numbers ("4 av 6") and their sentences: how many got there, and what lay there."""
    naming = Naming(compared, language)
    align, voice = compared.terms.align, naming.thing("voice", compared.terms.voice)
    told = [] if align == "start" else [_reached(naming, voice)]
    for question, big, beside in _chosen(align):
        parts = {_key(each): each for each in _counts(compared.answers[question], compared.terms.voice)}
        found = parts.get(big)
        if found and max(1, found.unknowns) <= found.N:
            other = parts.get(beside)
            gap = naming.share(other.n, other.N) if other else ""
            sentence = naming(f"big.{big.partition('|')[0]}", voice=voice, before=gap)
            if found.unknowns:
                sentence += " " + naming.many("big.unknown", found.unknowns)
            told.append((naming.share(found.n, found.N), sentence))
    return tuple(told)


def _reached(naming: Naming, voice: str) -> tuple[str, str]:
    """Return how many of all cases got there, and what is known of the others."""
    compared = naming.comparison
    got = Counter(each.reached for each in compared.anchors)
    sort = compared.terms.align.partition(":")[0]
    sort = "turn" if sort in ("last", "turn") else sort
    parts = [naming(f"big.{sort}", voice=voice)]
    turning = sort in ("first-up", "first-down", "turn")
    for name in ("others", "open", "unknown", "not"):
        if got[name]:
            key = f"big.{name}" if turning or name in ("open", "unknown") else "big.without"
            parts.append(naming.many(key, got[name]))
    return naming.share(got["reached"], len(compared.anchors)), " ".join(parts)


def _chosen(align: str) -> tuple[tuple[str, str, str], ...]:
    """Return what is said beside how many got there."""
    sort, _, words = align.partition(":")
    if sort == "transition":
        return (("q05", f"held_of|transition:{words}", ""),)
    return CHOSEN.get(sort, ())


def _counts(answer: Answer, voice: str) -> list[Count]:
    """Return the counts of an answer that go by the voice, or by none."""
    return [
        each
        for each in (answer.head, *answer.parts)
        if "|voice:" not in each.name or each.name.endswith(f"|voice:{voice}")
    ]


def _key(found: Count) -> str:
    """Return the name of a count without its voice."""
    return found.name.partition("|voice:")[0]
