"""Published tables, short ways to others, and tables of any kind, for tests of truth tables.

LIPSET are the 18 European countries between the wars, as dichotomised by Rihoux and De Meur (2009:
Crisp-set Qualitative Comparative Analysis, in Rihoux and Ragin: Configurational Comparative Methods,
chapter 3): developed, urban, literate, industrial, stable government; democracy survived. The same
table is `LC` in the R package QCA.
"""

from fractions import Fraction

from hypothesis import strategies as st

from reise.comparison.qca import Observation, TruthTable, truth_table

FIVE = ("DEV", "URB", "LIT", "IND", "STB")
LIPSET = """
    AU 10110 0   BE 11111 1   CZ 11111 1   EE 00101 0   FI 10101 1   FR 10111 1
    DE 11110 0   GR 00000 0   HU 00100 0   IE 10101 1   IT 00001 0   NL 11111 1
    PL 00100 0   PT 00000 0   RO 00001 0   ES 00000 0   SE 10111 1   UK 11111 1
"""
HALF, ALL = Fraction(1, 2), Fraction(1)


def observations(text: str) -> list[Observation]:
    """Return cases written as `id values outcome`."""
    words = text.split()
    return [
        Observation(case, tuple(bit == "1" for bit in values), outcome == "1")
        for case, values, outcome in zip(words[::3], words[1::3], words[2::3], strict=True)
    ]


def counted(text: str) -> list[Observation]:
    """Return cases written as `values outcome how-many`."""
    words = text.split()
    return [
        Observation(f"{values}-{number}", tuple(bit == "1" for bit in values), outcome == "1")
        for values, outcome, many in zip(words[::3], words[1::3], words[2::3], strict=True)
        for number in range(int(many))
    ]


def turned(cases: list[Observation]) -> list[Observation]:
    """Return the cases with the opposite outcome."""
    return [Observation(each.case, each.values, not each.outcome) for each in cases]


@st.composite
def tables(draw: st.DrawFn, most: int = 4, *, crisp: bool = False) -> TruthTable:
    """Return a table of up to `most` conditions; `crisp` leaves out contradictions."""
    width = draw(st.integers(1, most))
    given_ = draw(st.lists(st.tuples(*[st.booleans()] * (width + 1)), max_size=24))
    if crisp:
        given_ = [(*values, outcome) for values, outcome in {each[:-1]: each[-1] for each in given_}.items()]
    cases = [Observation(f"{at:02}", each[:-1], each[-1]) for at, each in enumerate(given_)]
    cutoff = ALL if crisp else draw(st.sampled_from([ALL, Fraction(3, 4), HALF]))
    return truth_table(tuple("ABCDE"[:width]), cases, cutoff)
