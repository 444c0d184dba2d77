"""A number is a sum over cases, so leaving one out is known exactly."""

from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from reise.comparison.value import Share, count, measure

shares = st.lists(
    st.tuples(st.integers(0, 4), st.integers(0, 4), st.integers(0, 2)).map(
        lambda each: (min(each[0], each[1]), each[1], each[2])
    ),
    max_size=8,
).map(lambda found: [Share(f"c{place}", *each) for place, each in enumerate(found)])


@given(shares)
def test_a_count_is_the_sum_of_its_cases(given_shares):
    made = count("x", "case", given_shares)
    assert (made.n, made.N) == (sum(s.n for s in given_shares), sum(s.of for s in given_shares))
    assert set(made.cases) == {s.case for s in given_shares if s.n}
    assert set(made.unknown) == {s.case for s in given_shares if s.unknown}
    assert made.unknowns == sum(s.unknown for s in given_shares)


@given(shares)
def test_leaving_one_out_is_what_counting_the_others_gives(given_shares):
    made = count("x", "case", given_shares)
    without = []
    for left in given_shares:
        if left.of:
            rest = count("x", "case", [s for s in given_shares if s is not left])
            if rest.N:
                without.append(Fraction(rest.n, rest.N))
    assert (made.low is None) == (not without)
    if without:
        assert Fraction(*made.low) == min(without)
        assert Fraction(*made.high) == max(without)
        assert Fraction(*made.low) <= Fraction(made.n, made.N) <= Fraction(*made.high)


@given(st.lists(st.integers(-5, 5), max_size=9))
def test_medians_without_one(numbers):
    made = measure("x", "events", [(f"c{i}", float(n)) for i, n in enumerate(numbers)], ())
    if len(numbers) < 2:
        assert made.low is None
        return
    rests = [
        measure("x", "events", [(f"c{i}", float(n)) for i, n in enumerate(numbers) if i != left], ()).median
        for left in range(len(numbers))
    ]
    assert (made.low, made.high) == (min(rests), max(rests))


def test_unknown_is_never_a_no():
    made = count("x", "case", [Share("a", 1, 1), Share("b", 0, 1), Share("c", 0, 0, unknown=1)])
    assert (made.n, made.N, made.unknown) == (1, 2, ("c",))
    assert (made.low, made.high) == ((0, 1), (1, 1))
