"""How alike two journeys are: the order of what happened, and what stood in the way; never one score."""

from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING

from rapidfuzz.distance import Indel
from rapidfuzz.process import cdist, extractOne

from reise.comparison.case import Case
from reise.journey.model import Kind
from reise.journey.names import fold

if TYPE_CHECKING:
    import numpy as np

#: A letter for every kind, so that a line of events is a word.
_LETTER: dict[str, str] = {kind.value: chr(ord("a") + at) for at, kind in enumerate(Kind)}

Constraints = frozenset[str]


def encoded(case: Case) -> str:
    """Return the kinds of a case's line as a word, a letter for each event."""
    return "".join(_LETTER[event.kind] for event in case.line)


def constraints(case: Case) -> Constraints:
    """Return the constraints of a case, spelled alike."""
    return frozenset(map(_alike, case.journey.despite))


def _alike(constraint: str) -> str:
    """Return a constraint without what makes no difference, however long it is."""
    return " ".join(map(fold, constraint.split()))


def jaccard(one: Constraints, other: Constraints) -> Fraction | None:
    """Return the share of all constraints that both cases have (Jaccard 1901); None if there are none."""
    return Fraction(len(one & other), len(one | other)) if one or other else None


@dataclass(frozen=True, slots=True, eq=False)
class Similarities:
    """How alike every two of n cases are, by their places among `ids`.

    `distances` (n × n, whole numbers) are the fewest events to take out and put in to make one line the
    other, by kind: what is replaced counts two. `lengths` are those of the lines, in events.
    """

    ids: tuple[str, ...]
    lengths: tuple[int, ...]
    constraints: tuple[Constraints, ...]
    distances: "np.ndarray[tuple[int, int], np.dtype[np.unsignedinteger]]"

    def distance(self, i: int, j: int) -> int:
        """Return the distance of two lines, in events: 0 if they are alike, both lengths at most."""
        return int(self.distances[i, j])

    def apart(self, i: int, j: int) -> Fraction | None:
        """Return the distance as a share of the greatest possible, 0 to 1; None if neither has events."""
        longest = self.lengths[i] + self.lengths[j]
        return Fraction(self.distance(i, j), longest) if longest else None

    def jaccard(self, i: int, j: int) -> Fraction | None:
        """Return the share of all constraints of two cases that both have; None if there are none."""
        return jaccard(self.constraints[i], self.constraints[j])


def similarities(cases: Sequence[Case]) -> Similarities:
    """Return how alike every two cases are; n² numbers of one or a few bytes, no objects.

    The distance has indel 1 and substitution 2: the lengths less twice the longest common subsequence
    (Needleman and Wunsch 1970; for sequences of lives Abbott and Tsay 2000).
    """
    # numpy takes longer to import than a few cases take to compare.
    import numpy as np

    words = [encoded(case) for case in cases]
    lengths = tuple(map(len, words))
    # Distances that do not fit would wrap around unsaid.
    fitting = np.min_scalar_type(2 * max(lengths, default=0))
    return Similarities(
        tuple(case.id for case in cases),
        lengths,
        tuple(constraints(case) for case in cases),
        cdist(words, words, scorer=Indel.distance, dtype=fitting),
    )


@dataclass(frozen=True, slots=True)
class Pair:
    """A case with a good outcome (`good`) and the case most like it with another outcome (`other`).

    `shared` are the constraints that both have, as the first writes them, `jaccard` their share of all
    constraints of the two. `distance` is that of their lines, in events, `longest` the greatest it could
    be. `parts` are the places, from 0, on the line of each at which their ways have parted (see
    `parting`); the length of a line that ends before.
    """

    good: str
    other: str
    shared: tuple[str, ...]
    jaccard: Fraction
    distance: int
    longest: int
    parts: tuple[int, int]


def matched_pairs(cases: Sequence[Case], good: Callable[[Case], bool | None]) -> tuple[Pair, ...]:
    """Return for each case with a good outcome the most similar case without, in the order of the cases.

    Most similar is the case with the highest Jaccard index of constraints, then with the smallest
    sequence distance, then with the first id. A case that shares no constraint with any whose outcome is
    not good has no pair. `good` is True, False, or None where nobody can tell: such cases are in no pair.
    """
    others: defaultdict[Constraints, list[Case]] = defaultdict(list)
    for case in sorted(cases, key=lambda case: case.id):
        if good(case) is False:
            others[constraints(case)].append(case)
    having: defaultdict[str, list[Constraints]] = defaultdict(list)
    for despite in others:
        for each in despite:
            having[each].append(despite)
    nearest: dict[Constraints, tuple[Fraction, list[Case], list[str]]] = {}
    found = []
    for case in cases:
        if good(case) is True and (mine := constraints(case)):
            if mine not in nearest:
                nearest[mine] = _nearest(mine, having, others)
            share, alike, words = nearest[mine]
            if alike:
                word, distance, at = extractOne(encoded(case), words, scorer=Indel.distance)
                found.append(_pair(case, alike[at], share, int(distance), word))
    return tuple(found)


def _nearest(
    mine: Constraints, having: dict[str, list[Constraints]], others: dict[Constraints, list[Case]]
) -> tuple[Fraction, list[Case], list[str]]:
    """Return the highest Jaccard index there is, the cases that have it by id, and their lines as words."""
    touched = dict.fromkeys(despite for each in sorted(mine) for despite in having.get(each, ()))
    shares = {despite: Fraction(len(mine & despite), len(mine | despite)) for despite in touched}
    highest = max(shares.values(), default=Fraction(0))
    alike = [case for despite, share in shares.items() if share == highest for case in others[despite]]
    alike.sort(key=lambda case: case.id)
    return highest, alike, [encoded(case) for case in alike]


def _pair(case: Case, other: Case, share: Fraction, distance: int, word: str) -> Pair:
    """Return two cases as a pair."""
    theirs = constraints(other)
    shared = tuple(each for each in case.journey.despite if _alike(each) in theirs)
    mine = encoded(case)
    return Pair(case.id, other.id, shared, share, distance, len(mine) + len(word), parting(mine, word))


def parting(one: Sequence[str], other: Sequence[str]) -> tuple[int, int]:
    """Return where two sequences part: how many of each belong to the way they have in common.

    Of all pairs of beginnings it is the one with the most steps in common less those that only one of
    the two has: their longest common subsequence less their distance. So a detour of one or two is no
    parting where the ways meet again for longer, and a chance meeting far behind is no way in common.
    Of several the shortest; (0, 0) where they never go together, both lengths where they never part.
    Beginnings are compared rather than the steps of one alignment out of several equally good ones, so
    that the result does not hang on which of these was found. It is the best extension of a local
    alignment (Smith and Waterman 1981) from the start of both, with 1 for a match and -1 for an indel.

    >>> parting("abcdxyz", "abqcdkkk"), parting("abc", "xyz"), parting("ab", "ab")
    ((4, 5), (0, 0), (2, 2))
    """
    best, found = 0, (0, 0)
    common = [0] * (len(other) + 1)
    for i, mine in enumerate(one, 1):
        above, common = common, [0]
        for j, theirs in enumerate(other, 1):
            if mine == theirs:
                common.append(above[j - 1] + 1)
                # What is in common less the distance, which is i + j less twice that.
                score = 3 * common[j] - i - j
                if score > best or (score == best and i + j < sum(found)):
                    best, found = score, (i, j)
            else:
                common.append(max(above[j], common[j - 1]))
    return found
