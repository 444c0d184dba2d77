"""Two codings of the same journeys, counted by hand and as in the textbooks."""

from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reise.comparison.coders import Agreement, Disagreement, Field, Unmatched, agreement
from reise.journey.model import (
    Area,
    Direction,
    Effect,
    Event,
    Journey,
    Kind,
    Transition,
    TransitionStatus,
    TurningPoint,
)


def journey(*events: Event, id: str = "a") -> Journey:
    return Journey(id=id, file=f"{id}.yaml", title="x", events=events)


def event(text: str = "x", kind: str = "crisis", **said: object) -> Event:
    return Event(kind=kind, text=text, **said)


def field(found: Agreement, name: str, voice: str = "") -> Field:
    [one] = [each for each in found.fields if (each.name, each.voice) == (name, voice)]
    return one


def n_of_n(found: Agreement, name: str, voice: str = "") -> tuple[int, int, int]:
    counted = field(found, name, voice).count
    return counted.n, counted.N, counted.unknowns


def kinds(codes: str) -> Journey:
    """Return a journey of one event a letter, whose kinds are the first kinds there are."""
    return journey(*(event(f"{at}", list(Kind)["abcde".index(code)]) for at, code in enumerate(codes)))


# The textbooks.


def test_krippendorffs_nominal_example() -> None:
    """Krippendorff (2011: Computing Krippendorff's Alpha-Reliability), B: 12 articles, alpha = 0.692."""
    found = field(agreement([kinds("aabbdcccedda")], [kinds("babbbccceddd")]), "kind")
    assert (found.count.n, found.count.N) == (9, 12)
    assert found.alpha == pytest.approx(0.692, abs=5e-4)


def test_krippendorffs_binary_example() -> None:
    """The same, A: ten yes or no, 6 of 10 alike, alpha = 0.095.

    By hand, kappa: the one says yes 2 times of 10, the other 4, so .2 × .4 + .8 × .6 = .56 are
    alike by chance, and (.60 - .56) / (1 - .56) = 1/11.
    """
    meg, owen = (
        journey(
            *(
                event(f"{at}", turning_point=TurningPoint() if code == "1" else None)
                for at, code in enumerate(codes)
            )
        )
        for codes in ("0100000010", "1110010000")
    )
    found = field(agreement([meg], [owen]), "turning_point")
    assert (found.count.n, found.count.N) == (6, 10)
    assert found.alpha == pytest.approx(0.095, abs=5e-4)
    assert found.kappa == pytest.approx(1 / 11)


def test_cohens_example() -> None:
    """Cohen (1960), three categories and 200 cases: 70 % alike, 41 % by chance, kappa = .492."""
    table = {"aa": 88, "ab": 14, "ac": 18, "ba": 10, "bb": 40, "bc": 10, "ca": 2, "cb": 6, "cc": 12}
    told = [pair for pair, many in table.items() for _ in range(many)]
    first, second = ("".join(pair[at] for pair in told) for at in (0, 1))
    found = field(agreement([kinds(first)], [kinds(second)]), "kind")
    assert (found.count.n, found.count.N) == (140, 200)
    assert found.kappa == pytest.approx(0.492, abs=5e-4)


# By hand.


def test_fields_are_counted_where_both_say_something() -> None:
    """Four events; what the first and the second coder say:

    1 helped/helped, 2 helped/hindered, 3 mixed/nothing, 4 nothing/nothing: 1 of 2 alike, 1 unknown.
    Turning points: 1 both, up and down; 2 only the first; 3 and 4 neither: 3 of 4 alike, and the
    direction 0 of 1, 1 unknown. Status: 4 held and held.
    """
    first = journey(
        event("1", effects={"young": "helped"}, turning_point=TurningPoint(direction="up")),
        event("2", effects={"young": "helped"}, turning_point=TurningPoint(direction="up")),
        event("3", effects={"young": "mixed"}),
        event("4", transition=Transition(type="bup-dps", status="held")),
    )
    second = journey(
        event("1", effects={"young": "helped"}, turning_point=TurningPoint(direction="down")),
        event("2", effects={"young": "hindered"}),
        event("3"),
        event("4", transition=Transition(type="bup-dps", status="held")),
    )
    found = agreement([first], [second])
    assert n_of_n(found, "kind") == (4, 4, 0)
    assert n_of_n(found, "effect", "young") == (1, 2, 1)
    assert n_of_n(found, "turning_point") == (3, 4, 0)
    assert n_of_n(found, "direction") == (0, 1, 1)
    assert n_of_n(found, "status") == (1, 1, 0)
    assert found.disagreements == (
        Disagreement("a", 1, "direction", "", ("up",), ("down",)),
        Disagreement("a", 2, "effect", "young", ("helped",), ("hindered",)),
        Disagreement("a", 2, "turning_point", "", ("yes",), ("no",)),
        Disagreement("a", 2, "direction", "", ("up",), ()),
        Disagreement("a", 3, "effect", "young", ("mixed",), ()),
    )


def test_effects_of_different_voices_are_different_fields() -> None:
    first = journey(event(effects={"young": "helped", "service": "helped"}))
    second = journey(event(effects={"service": "hindered", "young": "helped"}))
    found = agreement([first], [second])
    assert [each.voice for each in found.fields if each.name == "effect"] == ["young", "service"]
    assert n_of_n(found, "effect", "young") == (1, 1, 0)
    assert n_of_n(found, "effect", "service") == (0, 1, 0)


def test_a_tag_that_neither_uses_in_a_case_is_not_coded_there() -> None:
    """In case a one coder tags one of two events, in case b nobody does: 1 of 2."""
    first = [journey(event("1", tags=("break",)), event("2")), journey(event("1"), id="b")]
    second = [journey(event("1"), event("2")), journey(event("1"), id="b")]
    found = agreement(first, second)
    assert n_of_n(found, "break") == (1, 2, 0)
    assert n_of_n(found, "stable_adult") == (0, 0, 0)
    assert found.disagreements == (Disagreement("a", 1, "break", "", ("yes",), ("no",)),)


def test_who_is_the_same_set_or_overlaps() -> None:
    """nav+bup and bup+nav are the same; nav+bup and nav share 1 of 2; nav and nobody is unknown.

    Alpha by hand, with {b,n} three times, {n} once: the events differ by 0 and 1/2, so 1/4 on
    average; of all 12 ordered pairs of the four values 6 are of unlike ones, 1/2 each: 3/12. So 0.
    """
    first = journey(
        event("1", who=("nav", "bup")), event("2", who=("nav", "bup")), event("3", who=("nav",)), event("4")
    )
    second = journey(event("1", who=("bup", "nav")), event("2", who=("nav",)), event("3"), event("4"))
    found = agreement([first], [second])
    who = field(found, "who")
    assert n_of_n(found, "who") == (1, 2, 1)
    assert who.overlap == Fraction(3, 4)
    assert who.alpha == pytest.approx(0)
    assert Disagreement("a", 2, "who", "", ("bup", "nav"), ("nav",)) in found.disagreements


def test_areas_overlap_too() -> None:
    first = journey(event(areas=("early_intervention", "cooperation")))
    second = journey(event(areas=("cooperation",)))
    assert field(agreement([first], [second]), "area").overlap == Fraction(1, 2)


def test_free_words_for_a_role_are_compared_but_not_told() -> None:
    first = journey(event("1", who=("Onkel Per", "nav")), event("2", who=("Onkel Per",)))
    second = journey(event("1", who=("Tante Kari", "nav")), event("2", who=("onkel per",)))
    found = agreement([first], [second])
    assert n_of_n(found, "who") == (1, 2, 0)
    assert [(each.first, each.second) for each in found.disagreements] == [(("nav", "unlisted"),) * 2]
    assert "Per" not in repr(found)


def test_agreement_on_one_code_only_is_undefined() -> None:
    found = agreement([kinds("aaa")], [kinds("aaa")])
    assert n_of_n(found, "kind") == (3, 3, 0)
    assert (field(found, "kind").kappa, field(found, "kind").alpha) == (None, None)
    assert (field(found, "direction").kappa, field(found, "who").overlap) == (None, None)


def test_each_case_can_be_left_out() -> None:
    """Case a 1 of 2, case b 1 of 1: without a 1 of 1, without b 1 of 2."""
    first = [kinds("ab"), kinds("c").model_copy(update={"id": "b"})]
    second = [kinds("aa"), kinds("c").model_copy(update={"id": "b"})]
    counted = field(agreement(first, second), "kind").count
    assert (counted.n, counted.N, counted.low, counted.high) == (2, 3, (1, 2), (1, 1))


# What is the same event.


def test_events_are_matched_by_id_then_by_words_in_order() -> None:
    """Id first: the second coder changed the words of x. Then words: the first "move" is the first."""
    first = journey(
        event("Move"), event("Told so", id="x"), event("Move", kind="family"), event("Only here", id="y")
    )
    second = journey(
        event("Told otherwise", id="x"), event("move "), event("MOVE", kind="family"), event("Only there")
    )
    found = agreement([first], [second])
    assert n_of_n(found, "kind") == (3, 3, 0)
    assert found.unmatched == (Unmatched("a", 4, "first"), Unmatched("a", 4, "second"))
    assert (found.doubled.n, found.doubled.N) == (3, 5)


def test_an_event_with_an_id_of_its_own_is_matched_by_its_words() -> None:
    found = agreement([journey(event("Move", id="move"))], [journey(event("Move", id="m"))])
    assert found.unmatched == ()


def test_events_have_the_numbers_of_the_case_map() -> None:
    """The second event of the file came first, so it has number 1."""
    first = journey(event("1", id="p"), event("2", before=("p",), order_unknown=True))
    second = journey(event("1"), event("2", kind="family"))
    [found] = agreement([first], [second]).disagreements
    assert found.event == 1


def test_where_no_map_can_be_made_the_numbers_are_those_of_the_file() -> None:
    """List order says that 1 is before 2, and 2 says that it is before 1."""
    first = journey(event("1", id="p"), event("2", before=("p",)))
    [found] = agreement([first], [journey(event("1"), event("2", kind="family"))]).disagreements
    assert found.event == 2


def test_a_journey_of_one_coder_is_counted_but_not_compared() -> None:
    found = agreement([kinds("ab"), kinds("abc").model_copy(update={"id": "b"})], [kinds("ab")])
    assert (found.cases, found.only_first, found.only_second) == (("a",), ("b",), ())
    assert (found.doubled.n, found.doubled.N) == (2, 5)


def test_a_journey_twice_is_an_error() -> None:
    with pytest.raises(ValueError):
        agreement([kinds("a"), kinds("b")], [kinds("a")])


def test_nothing_is_compared_with_nothing() -> None:
    found = agreement([], [])
    assert found.doubled.N == 0
    assert all(each.count.N == 0 for each in found.fields)


# Laws.


def some(*codes: str) -> st.SearchStrategy[tuple[str, ...]]:
    return st.sets(st.sampled_from(codes), max_size=2).map(lambda found: tuple(sorted(found)))


events = st.builds(
    Event,
    kind=st.sampled_from(Kind),
    text=st.sampled_from("xyz"),
    who=some("nav", "bup", "Onkel Per"),
    effects=st.dictionaries(
        st.sampled_from(["young", "service", "nav"]), st.sampled_from(Effect), max_size=2
    ),
    turning_point=st.none() | st.builds(TurningPoint, direction=st.sampled_from(Direction)),
    transition=st.none() | st.builds(Transition, status=st.none() | st.sampled_from(TransitionStatus)),
    tags=some("stable_adult", "own_initiative", "break", "fri"),
    areas=some(*Area),
)


@st.composite
def codings(draw: st.DrawFn) -> tuple[list[Journey], list[Journey]]:
    """Return two codings: some journeys of the same, where each coder may have an event otherwise, or not."""
    first, second = [], []
    for at in range(draw(st.integers(1, 3))):
        made = draw(st.lists(events, min_size=1, max_size=5))
        changed = [draw(st.just(each) | events) for each in made]
        first.append(journey(*made, id=f"case-{at}"))
        second.append(journey(*changed, id=f"case-{at}"))
    return first, second


@given(codings())
@settings(max_examples=40, deadline=None)
def test_a_coder_agrees_with_herself(both: tuple[list[Journey], list[Journey]]) -> None:
    found = agreement(both[0], both[0])
    assert found.disagreements == found.unmatched == ()
    for each in found.fields:
        assert (each.count.n, each.count.unknowns) == (each.count.N, 0)
        assert each.kappa is None or each.kappa == each.alpha == 1


@given(codings())
@settings(max_examples=40, deadline=None)
def test_who_is_first_and_the_order_of_files_change_nothing(
    both: tuple[list[Journey], list[Journey]],
) -> None:
    found, turned = agreement(*both), agreement(both[1][::-1], both[0][::-1])
    for one, other in zip(found.fields, turned.fields, strict=True):
        assert one.count == other.count
        assert one.kappa == pytest.approx(other.kappa)
        assert one.alpha == pytest.approx(other.alpha)
    assert sorted(
        (each.case, each.field, each.voice, each.first, each.second) for each in found.disagreements
    ) == sorted((each.case, each.field, each.voice, each.second, each.first) for each in turned.disagreements)


@given(codings())
@settings(max_examples=40, deadline=None)
def test_counts_and_the_list_of_disagreements_tell_the_same(
    both: tuple[list[Journey], list[Journey]],
) -> None:
    found = agreement(*both)
    for each in found.fields:
        listed = [one for one in found.disagreements if (one.field, one.voice) == (each.name, each.voice)]
        assert sum(bool(one.first and one.second) for one in listed) == each.count.N - each.count.n
        assert sum(not (one.first and one.second) for one in listed) == each.count.unknowns
        assert each.overlap is None or Fraction(each.count.n, each.count.N) <= each.overlap <= 1
    assert found.doubled.N - found.doubled.n == len(found.unmatched)
