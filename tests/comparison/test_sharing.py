"""What is shared tells nothing of a few."""

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.comparison.cases import case, compared

from reise.comparison.sharing import shared

UP = """- krise: A
- tjeneste: B
  hvem: bup
  virkning: {ung: hjalp}
  vendepunkt: {retning: opp, sagt av: ung}
"""
PLAIN = "- krise: A\n- hendelse: B\n"


@settings(max_examples=25, deadline=None)
@given(
    st.lists(
        st.tuples(st.booleans(), st.sampled_from(["arbeid", "uten jobb", "pågår"])), min_size=1, max_size=14
    ),
    st.integers(2, 6),
)
def test_no_small_number_is_told(given_cases, least):
    cases = [
        case(UP if up else PLAIN, f"utfall: {outcome}", f"c{place}")
        for place, (up, outcome) in enumerate(given_cases)
    ]
    told = shared(compared(*cases), least)
    for each in told.answers:
        for number in (each.yes, each.no, each.unknown):
            assert number is None or number >= least
        # Of yes, no and the rest, which add up to all cases, none or at least two are hidden.
        assert [each.yes, each.no, each.unknown].count(None) != 1
    for row in told.table.cells:
        assert all(number is None or number >= least for number in row)
    assert told.total == (len(cases) if len(cases) >= least else None)


def test_only_cases_are_counted_when_shared():
    told = shared(compared(*(case(UP, "utfall: arbeid", f"c{n}") for n in range(9))), 5)
    assert {each.answer.head.unit for each in told.answers} == {"case"}
    assert told.total == 9
