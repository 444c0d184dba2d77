"""How alike cases are: held against the textbook recurrences, and pairs found by trying them all."""

from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import reise
from reise.comparison.case import Case
from reise.comparison.similarity import constraints, encoded, jaccard, matched_pairs, parting, similarities
from reise.journey.model import Event, Journey

KIND = {"m": "measure", "s": "service", "c": "crisis", "f": "family", "q": "quote"}
words = st.text("abc", max_size=8)


def case(name: str, kinds: str, despite: tuple[str, ...] = (), outcome: str | None = None) -> Case:
    events = tuple(Event(kind=KIND[each], text="x") for each in kinds)
    journey = Journey(
        id=name, file=f"{name}.yaml", title="x", despite=despite, outcome=outcome, events=events
    )
    return Case(journey, reise.times(journey))


def good(case: Case) -> bool | None:
    return {"good": True, "bad": False}.get(case.journey.outcome or "")


def distance(one: str, other: str) -> int:
    """Return the fewest letters to take out and put in, by the recurrence of Needleman and Wunsch."""
    rows = [[i + j for j in range(len(other) + 1)] for i in range(len(one) + 1)]
    for i, mine in enumerate(one, 1):
        for j, theirs in enumerate(other, 1):
            replaced = rows[i - 1][j - 1] + (0 if mine == theirs else 2)
            rows[i][j] = min(rows[i - 1][j] + 1, rows[i][j - 1] + 1, replaced)
    return rows[-1][-1]


@given(st.lists(st.text("mscfq", min_size=1, max_size=9), min_size=1, max_size=5))
@settings(max_examples=40, deadline=None)
def test_distances_are_those_of_the_textbook(lines: list[str]) -> None:
    made = similarities([case(f"c{at}", line) for at, line in enumerate(lines)])
    told = [line.replace("q", "") for line in lines]
    for i, one in enumerate(told):
        for j, other in enumerate(told):
            assert made.distance(i, j) == made.distance(j, i) == distance(one, other)
            longest = len(one) + len(other)
            assert made.apart(i, j) == (Fraction(distance(one, other), longest) if longest else None)


@pytest.mark.parametrize(("length", "bytes_each"), [(127, 1), (128, 2), (140, 2)])
def test_long_lines_do_not_wrap_around(length: int, bytes_each: int) -> None:
    made = similarities([case("a", "s" * length), case("b", "c" * length)])
    assert made.distance(0, 1) == 2 * length
    assert made.apart(0, 1) == 1
    assert made.distances.dtype.itemsize == bytes_each


def test_no_cases_have_no_distances() -> None:
    assert similarities([]).distances.shape == (0, 0)


def test_constraints_are_the_same_however_they_are_spelled() -> None:
    one = constraints(case("a", "s", ("Mobbing", "mange-flyttinger", "far syk " * 10)))
    other = constraints(case("b", "s", ("mobbing ", "Mange flyttinger", "Far  syk " * 10)))
    assert one == other
    assert len(one) == 3


def test_jaccard_by_hand() -> None:
    one, other = frozenset({"x", "y", "z"}), frozenset({"y", "z", "w"})
    assert jaccard(one, other) == Fraction(2, 4)
    assert jaccard(one, frozenset()) == 0
    assert jaccard(frozenset(), frozenset()) is None


PARTINGS = {
    "alike to the end": ("abc", "abc", (3, 3)),
    "never alike": ("abc", "xyz", (0, 0)),
    "one goes on": ("abcd", "ab", (2, 2)),
    "after three": ("abcxyz", "abckkk", (3, 3)),
    "a detour of one, and two steps together again": ("abcdeXX", "abqcdeYY", (5, 6)),
    "a chance meeting far behind": ("abxxxxd", "abyyyyd", (2, 2)),
    "a start of its own, then the same way": ("qabc", "abc", (4, 3)),
    "apart for as long as together: parted at the first": ("axxb", "ab", (1, 1)),
    "equally much in common twice: the shorter": ("cbabcaacb", "abccbabb", (5, 3)),
    "nothing happened": ("", "abc", (0, 0)),
}


@pytest.mark.parametrize("name", PARTINGS)
def test_where_ways_part(name: str) -> None:
    one, other, found = PARTINGS[name]
    assert parting(one, other) == found


@given(words, words, words, words)
def test_where_ways_part_the_beginnings_have_most_in_common(
    common: str, one: str, other: str, rest: str
) -> None:
    first, second = common + one, common + other

    def score(i: int, j: int) -> int:
        apart = distance(first[:i], second[:j])
        return (i + j - apart) // 2 - apart

    i, j = parting(first, second)
    scores = {(a, b): score(a, b) for a in range(len(first) + 1) for b in range(len(second) + 1)}
    assert scores[i, j] == max(scores.values()) >= len(common)
    assert i + j == min(a + b for (a, b), each in scores.items() if each == scores[i, j])
    assert score(*reversed(parting(second, first))) == scores[i, j]


def test_pairs_by_hand() -> None:
    cases = [
        # Two of three constraints with "b" and "d", whose line is nearer to that of "d".
        case("a", "mscf", ("Mobbing", "far syk"), "good"),
        case("b", "mcccccc", ("mobbing", "far syk", "lite penger"), "bad"),
        case("d", "mscccf", ("mobbing", "far syk", "lite penger"), "bad"),
        # The same line as "a", but only one constraint in common; then none, or no outcome.
        case("e", "mscf", ("mobbing",), "bad"),
        case("f", "mscf", ("mange flyttinger",), "bad"),
        case("g", "mscf", ("mobbing", "far syk"), None),
        # Nobody like it; and no constraints.
        case("h", "mscf", ("rus",), "good"),
        case("i", "mscf", (), "good"),
        case("j", "mscf", (), "bad"),
    ]
    [pair] = matched_pairs(cases, good)
    assert (pair.good, pair.other, pair.shared) == ("a", "d", ("Mobbing", "far syk"))
    assert (pair.jaccard, pair.distance, pair.longest) == (Fraction(2, 3), 2, 10)
    assert pair.parts == (3, 3)


@given(
    st.lists(
        st.tuples(
            st.text("msc", min_size=1, max_size=5),
            st.lists(st.sampled_from("xyz"), max_size=3, unique=True),
            st.sampled_from(["good", "bad", None]),
        ),
        max_size=8,
    ),
    st.randoms(use_true_random=False),
)
@settings(max_examples=60, deadline=None)
def test_pairs_are_the_most_alike_whatever_the_order_of_files(made, chance) -> None:
    cases = [case(f"c{at}", line, tuple(despite), end) for at, (line, despite, end) in enumerate(made)]
    found = {pair.good: pair for pair in matched_pairs(cases, good)}
    for one in cases:
        ranked = sorted(
            (-share, distance(encoded(one), encoded(other)), other.id)
            for other in cases
            if good(other) is False and (share := jaccard(constraints(one), constraints(other)))
        )
        if good(one) and ranked:
            pair = found.pop(one.id)
            assert (-pair.jaccard, pair.distance, pair.other) == ranked[0]
    assert not found
    mixed = chance.sample(cases, len(cases))
    assert sorted(matched_pairs(mixed, good), key=lambda pair: pair.good) == list(matched_pairs(cases, good))
