"""What singles out one case among all: few facts together, a sequence, a fact that few share.

A case that one, two or three facts single out can be recognised by whoever knows these of a person. The
search is that for special uniques (SUDA) of Elliot, M. J., Manning, A. M. & Ford, R. W. (2002): A
computational algorithm for handling the special uniques problem. International Journal of Uncertainty,
Fuzziness and Knowledge-Based Systems 10(5), 493-509; here by trying all, with the cases of each fact as
the bits of a number.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from math import comb

from reise.guard.facts import Fact

#: The most facts that are searched together.
SIZE = 3
#: So many facts of a case are searched, those that the fewest share.
FACTS = 60
#: So many combinations of three are tried in all; cases for which that is not enough are searched for two.
TRIALS = 25_000_000
#: So many sets are kept of each case, the smallest; the others are counted.
KEPT = 12
#: A fact that fewer cases share is told as a small number.
LEAST = 5

Table = Mapping[str, Sequence[Fact]]


@dataclass(frozen=True, slots=True)
class Singled:
    """How one case is singled out: `counts` is how many sets of one, two, three facts do it, and no less.

    `sets` are the smallest of them. `searched` is up to how many facts were tried together, `left_out` how
    many of its facts were not tried.
    """

    case: str
    counts: tuple[int, ...]
    sets: tuple[tuple[Fact, ...], ...]
    searched: int = SIZE
    left_out: int = 0

    @property
    def least(self) -> int | None:
        """How few facts single the case out; None where no set that was searched does."""
        return next((size for size, n in enumerate(self.counts, 1) if n), None)

    @property
    def more(self) -> int:
        """How many sets there are that are not kept."""
        return sum(self.counts) - len(self.sets)


@dataclass(frozen=True, slots=True)
class Own:
    """The sequences of two and of three kinds in a row that only one case has."""

    case: str
    pairs: tuple[tuple[str, ...], ...]
    threes: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Held:
    """A fact, and how many cases share it."""

    fact: Fact
    n: int


def singled_out(table: Table, *, keep: int = KEPT, trials: int = TRIALS) -> tuple[Singled, ...]:
    """Return how each case of a table is singled out by its facts, in order of the table.

    A set of facts singles a case out if no other case has them all, and it is told only if no part of it
    does. At most `keep` sets a case are told, and `trials` sets of three tried in all cases together.
    """
    held = {fact: 0 for facts in table.values() for fact in facts}
    for bit, facts in enumerate(table.values()):
        for fact in facts:
            held[fact] |= 1 << bit
    found = []
    for bit, (case, facts) in enumerate(table.items()):
        own = 1 << bit
        every = sorted(set(facts), key=lambda fact: (held[fact].bit_count(), fact))
        tried = sorted(every[:FACTS])
        cost = comb(sum(held[fact] != own for fact in tried), SIZE)
        size = SIZE if cost <= trials else SIZE - 1
        trials -= cost if size == SIZE else 0
        counts = [0] * SIZE
        kept: list[tuple[Fact, ...]] = []
        for each in _minimal(tried, [held[fact] for fact in tried], own, size):
            counts[len(each) - 1] += 1
            if len(kept) < keep:
                kept.append(each)
        found.append(Singled(case, tuple(counts), tuple(kept), size, len(every) - len(tried)))
    return tuple(found)


def _minimal(facts: Sequence[Fact], held: Sequence[int], own: int, size: int) -> Iterator[tuple[Fact, ...]]:
    """Yield the smallest sets of facts that only one case has, the small ones first.

    `held` has the cases of each fact as bits; `own` is the bit of the case.
    """
    shared = []
    for at, cases in enumerate(held):
        if cases == own:
            yield (facts[at],)
        else:
            shared.append(at)
    partners: dict[int, list[int]] = {at: [] for at in shared}
    for one, other in combinations(shared, 2):
        if held[one] & held[other] == own:
            yield facts[one], facts[other]
        else:
            partners[one].append(other)
    if size < SIZE:
        return
    known = {at: frozenset(each) for at, each in partners.items()}
    for one, others in partners.items():
        for at, other in enumerate(others):
            both, near = held[one] & held[other], known[other]
            for third in others[at + 1 :]:
                if both & held[third] == own and third in near:
                    yield facts[one], facts[other], facts[third]


def by_size(found: Sequence[Singled]) -> tuple[int, ...]:
    """Return how many cases one fact singles out, how many two and no less, how many three."""
    least = Counter(each.least for each in found)
    return tuple(least[size] for size in range(1, SIZE + 1))


def own_sequences(lines: Mapping[str, Sequence[str]]) -> tuple[Own, ...]:
    """Return the sequences of two and three in a row that only one of some lines has, in their order."""
    runs = {length: _runs_of_one(lines, length) for length in (2, 3)}
    return tuple(Own(case, runs[2][case], runs[3][case]) for case in lines)


def _runs_of_one(lines: Mapping[str, Sequence[str]], length: int) -> dict[str, tuple[tuple[str, ...], ...]]:
    runs = {
        case: dict.fromkeys(tuple(line[at : at + length]) for at in range(len(line) - length + 1))
        for case, line in lines.items()
    }
    shared = Counter(run for each in runs.values() for run in each)
    return {case: tuple(run for run in each if shared[run] == 1) for case, each in runs.items()}


def held_by_few(table: Table, least: int = LEAST) -> tuple[Held, ...]:
    """Return the facts that fewer than `least` cases share, in order of the facts."""
    cases = Counter(fact for facts in table.values() for fact in set(facts))
    return tuple(Held(fact, cases[fact]) for fact in sorted(cases) if cases[fact] < least)
