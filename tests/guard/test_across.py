"""Laws of what singles out one case among all."""

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reise.guard.across import (
    FACTS,
    SIZE,
    Singled,
    by_size,
    held_by_few,
    own_sequences,
    singled_out,
)
from reise.guard.facts import SORTS, Fact, facts_of
from reise.journey.model import Direction, Event, Journey, Kind, Transition, TransitionStatus, TurningPoint
from reise.journey.time import YEAR, Age

EVERYTHING = 10**6
facts = st.builds(Fact, st.integers(0, 2), st.sampled_from("abcd"))
tables = st.lists(st.frozensets(facts, max_size=9).map(sorted), min_size=1, max_size=8).map(
    lambda rows: {f"case-{number}": row for number, row in enumerate(rows)}
)


def having(table: dict[str, list[Fact]], wanted: tuple[Fact, ...]) -> list[str]:
    return [case for case, held in table.items() if set(wanted) <= set(held)]


def enumerated(table: dict[str, list[Fact]], case: str) -> set[frozenset[Fact]]:
    """Return the smallest sets that single a case out, by trying every set there is."""
    unique = {
        frozenset(each)
        for size in range(1, SIZE + 1)
        for each in combinations(table[case], size)
        if having(table, each) == [case]
    }
    return {each for each in unique if not any(other < each for other in unique)}


@given(tables)
def test_what_is_told_is_unique_and_no_part_of_it_is(table: dict[str, list[Fact]]) -> None:
    for found in singled_out(table):
        for each in found.sets:
            assert having(table, each) == [found.case]
            for size in range(1, len(each)):
                assert all(len(having(table, part)) > 1 for part in combinations(each, size))


@given(tables)
def test_every_smallest_set_is_found_and_counted_once(table: dict[str, list[Fact]]) -> None:
    for found in singled_out(table, keep=EVERYTHING):
        wanted = enumerated(table, found.case)
        assert len(found.sets) == len(set(found.sets)) == len(wanted)
        assert {frozenset(each) for each in found.sets} == wanted
        assert found.counts == tuple(sum(len(each) == size for each in wanted) for size in range(1, SIZE + 1))
        assert (found.searched, found.left_out, found.more) == (SIZE, 0, 0)


@given(tables, st.integers(0, 3))
def test_what_is_not_kept_is_counted_all_the_same(table: dict[str, list[Fact]], keep: int) -> None:
    whole = singled_out(table, keep=EVERYTHING)
    for some, every in zip(singled_out(table, keep=keep), whole, strict=True):
        assert some.counts == every.counts
        assert some.sets == every.sets[:keep]
        assert len(some.sets) + some.more == len(every.sets)


@given(tables)
def test_where_the_work_is_bounded_it_is_said(table: dict[str, list[Fact]]) -> None:
    for some, every in zip(singled_out(table, trials=0), singled_out(table), strict=True):
        assert some.counts[:2] == every.counts[:2]
        assert some.searched == SIZE or some.counts[2] == 0
        shared = [fact for fact in table[some.case] if len(having(table, (fact,))) > 1]
        assert (some.searched == SIZE) == (len(shared) < SIZE)


@given(tables)
def test_sets_come_in_the_order_of_their_facts_the_small_ones_first(table: dict[str, list[Fact]]) -> None:
    for found in singled_out(table, keep=EVERYTHING):
        assert [*found.sets] == sorted(found.sets, key=lambda each: (len(each), each))
        assert all([*each] == sorted(each) for each in found.sets)


def test_what_one_case_takes_of_the_work_the_next_has_not() -> None:
    """Four facts that others have as well are four sets of three."""
    shared = [Fact(0, each) for each in "abcd"]
    table = {str(case): shared for case in range(3)}
    for trials, searched in ((12, (3, 3, 3)), (11, (3, 3, 2)), (4, (3, 2, 2)), (3, (2, 2, 2))):
        assert tuple(each.searched for each in singled_out(table, trials=trials)) == searched
    many = {"much": [*shared, Fact(1, "e")], "more": [*shared, Fact(1, "e")], "little": shared[:3]}
    assert [each.searched for each in singled_out(many, trials=1)] == [2, 2, 3]


def test_of_very_many_facts_those_are_tried_that_the_fewest_share() -> None:
    many = [Fact(0, f"{number:03}") for number in range(FACTS + 15)]
    rare = Fact(7, "rare")
    one, other = singled_out({"one": [*many, rare], "other": many})
    assert (one.left_out, one.counts, one.sets) == (16, (1, 0, 0), ((rare,),))
    assert (other.left_out, other.counts, other.least) == (15, (0, 0, 0), None)


def test_six_hundred_cases_of_sixty_facts() -> None:
    table = {
        f"case-{case}": [
            Fact(number % 8, str(number), str((case * (number + 3) // 7) % 4)) for number in range(60)
        ]
        for case in range(600)
    }
    found = singled_out(table, trials=600_000)
    assert len(found) == 600
    bounded = [each for each in found if each.searched < SIZE]
    assert 0 < len(bounded) < 600
    assert all(len(each.sets) <= 12 for each in found)


@given(tables)
def test_cases_are_counted_by_the_fewest_facts_that_do_it(table: dict[str, list[Fact]]) -> None:
    found = singled_out(table)
    sizes = [min(map(len, enumerated(table, case)), default=None) for case in table]
    assert [each.least for each in found] == sizes
    assert by_size(found) == tuple(sizes.count(size) for size in (1, 2, 3))


def test_nobody_is_singled_out_of_nobody() -> None:
    assert singled_out({}) == ()
    assert by_size(()) == (0, 0, 0)
    assert Singled("a", (0, 0, 0), ()).least is None


@given(tables, st.integers(1, 6))
def test_few_is_fewer_than_the_least(table: dict[str, list[Fact]], least: int) -> None:
    found = {each.fact: each.n for each in held_by_few(table, least)}
    everything = {fact for held in table.values() for fact in held}
    counts = {fact: len(having(table, (fact,))) for fact in everything}
    assert found == {fact: n for fact, n in counts.items() if n < least}


@given(st.lists(st.text("abc", max_size=7), min_size=1, max_size=5))
def test_a_sequence_of_ones_own_is_nobody_elses(words: list[str]) -> None:
    lines = {str(number): word for number, word in enumerate(words)}
    for own in own_sequences(lines):
        line = lines[own.case]
        for length, found in ((2, own.pairs), (3, own.threes)):
            runs = {line[at : at + length] for at in range(len(line) - length + 1)}
            others = [word for case, word in lines.items() if case != own.case]
            assert {"".join(each) for each in found} == {
                run for run in runs if not any(run in word for word in others)
            }
            assert len(found) == len(set(found))


# --- Facts ------------------------------------------------------------------------------------------


def told(*events: Event, **more) -> Journey:
    return Journey(id="a", file="a.yaml", title="En reise", events=events, **more)


def shown(journey: Journey) -> list[tuple[str, str, str]]:
    return [(each.sort, each.of, each.more) for each in facts_of(journey)]


@pytest.mark.parametrize(("times", "more"), [(1, "1"), (2, "2"), (3, "3+"), (9, "3+")])
def test_how_often_a_kind_is_told_is_folded(times: int, more: str) -> None:
    journey = told(*[Event(kind=Kind.CRISIS, text="Faller ut")] * times)
    assert shown(journey) == [("kind", "crisis", more)]


def test_every_sort_of_fact() -> None:
    event = Event(
        kind=Kind.SERVICE,
        text="Losen kommer",
        who=("den_unge", "skolelos"),
        age=Age(low=15 * YEAR, high=18 * YEAR - 1, said_low=15, said_high=17),
        tags=("stable_adult",),
        turning_point=TurningPoint(direction=Direction.UP),
        transition=Transition(type="bup-dps", status=TransitionStatus.BROKE),
    )
    journey = told(event, outcome="I  arbeid", despite=("Mobbing",))
    assert shown(journey) == [
        ("outcome", "i arbeid", ""),
        ("despite", "mobbing", ""),
        ("role", "skolelos", ""),
        ("transition", "bup-dps", "broke"),
        ("tag", "stable_adult", ""),
        ("turn", "up", ""),
        ("age", "2", ""),
        ("age", "3", ""),
        ("kind", "service", "1"),
    ]
    assert [each.sort for each in facts_of(journey)] == sorted(
        (each.sort for each in facts_of(journey)), key=SORTS.index
    )


def test_that_a_transition_is_one_is_a_fact_whatever_else_is_told() -> None:
    journey = told(Event(kind=Kind.EVENT, text="x", transition=Transition()))
    assert shown(journey) == [("transition", "none", "none"), ("kind", "event", "1")]


def test_capitals_and_blanks_make_no_other_fact_and_the_words_stay_as_written() -> None:
    one, other = (
        facts_of(told(Event(kind=Kind.WISH, text="x"), outcome=each))[0] for each in ("Nav ", "nav")
    )
    assert one == other
    assert (one.said, other.said) == ("Nav ", "nav")


def test_the_age_of_somebody_else_is_no_fact_and_an_open_one_is_its_first_span() -> None:
    open_age = Age(low=16 * YEAR, high=None, said_low=16, said_high=None)
    mine = told(Event(kind=Kind.EVENT, text="x", age=open_age))
    hers = told(Event(kind=Kind.EVENT, text="x", age=open_age, whose="mor"))
    assert shown(mine) == [("age", "3", ""), ("kind", "event", "1")]
    assert shown(hers) == [("kind", "event", "1")]


@pytest.mark.parametrize(("span", "years"), [*enumerate((6, 13, 16, 19, 25), 1)])
def test_a_span_of_ages_begins_with_a_birthday(span: int, years: int) -> None:
    for days, of in ((years * YEAR - 1, span - 1), (years * YEAR, span)):
        age = Age(low=days, high=days, said_low=years, said_high=years)
        assert ("age", str(of), "") in shown(told(Event(kind=Kind.EVENT, text="x", age=age)))
