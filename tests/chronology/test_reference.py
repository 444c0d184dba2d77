"""The room against a plain and slow reading of the specification: Floyd-Warshall, every set tried."""

from collections.abc import Collection, Iterable
from itertools import combinations
from math import inf

import pytest
from hypothesis import event as note
from hypothesis import example, given, settings
from hypothesis import strategies as st

from reise.chronology import Chronology, Interval, Statement, chronology, contradictions
from reise.chronology import fewest as room_fewest
from reise.chronology import network as room_network
from reise.journey import Event, Journey
from reise.journey.time import Age, Quantity

LIFE = 120 * 360
#: At most `days` from one time to another: (from, to, days). Times are "birth", "now", ("s", 3), ("e", 3).
Bound = tuple[object, object, int]


def bounds_of(journey: Journey) -> dict[Statement | None, list[Bound]]:
    """Return what each statement says, as the specification tells; every pair of list order is one."""
    events = journey.events
    found: dict[Statement | None, list[Bound]] = {None: [("birth", "now", LIFE)]}
    listed = [i for i, each in enumerate(events) if not each.order_unknown]

    def least(a: object, b: object, days: int, said: Statement | None) -> None:
        found.setdefault(said, []).append((b, a, -days))

    def most(a: object, b: object, days: int | None, said: Statement | None) -> None:
        if days is not None:
            found.setdefault(said, []).append((a, b, days))

    for above, below in combinations(listed, 2):
        least(("s", above), ("s", below), 0, Statement(below, "order", above))
    for i, each in enumerate(events):
        s, e = ("s", i), ("e", i)
        least(s, e, 0, None)
        least(s, "now", 0, None)
        if each.age and not each.whose:
            least("birth", s, each.age.low, Statement(i, "age"))
            most("birth", s, each.age.high, Statement(i, "age"))
        if each.lasts == "ongoing":
            least("now", e, 0, Statement(i, "lasts"))
            most("now", e, 0, Statement(i, "lasts"))
        elif isinstance(each.lasts, Quantity):
            least(s, e, each.lasts.low, Statement(i, "lasts"))
            most(s, e, each.lasts.high, Statement(i, "lasts"))

        def others(ids: tuple[str, ...], i: int = i) -> list[int]:
            firsts = [next((k for k, x in enumerate(events) if x.id == name), i) for name in ids]
            return [k for k in firsts if k != i]

        if each.later:
            if each.after:
                since = others(each.after)
            elif each.order_unknown:
                since = [i - 1][: i > 0]
            else:
                since = [k for k in listed if k < i][-1:]
            for k in since:
                least(("s", k), s, each.later.low, Statement(i, "later"))
                most(("e", k), s, each.later.high, Statement(i, "later"))
        for k in others(each.after):
            least(("e", k), s, 0, Statement(i, "after", k))
        for k in others(each.before):
            least(e, ("s", k), 0, Statement(i, "before", k))
        for k in others(each.during):
            least(("s", k), s, 0, Statement(i, "during", k))
            least(e, ("e", k), 0, Statement(i, "during", k))
        for k in others(each.with_):
            least(s, ("s", k), 0, Statement(i, "with_", k))
            most(s, ("s", k), 0, Statement(i, "with_", k))
        for k in others(each.until):
            least(e, ("s", k), 0, Statement(i, "until", k))
            most(e, ("s", k), 0, Statement(i, "until", k))
    return found


def possible(bounds: Iterable[Bound]) -> bool:
    """Return whether bounds can all hold (Bellman-Ford in its plainest form)."""
    bounds = list(bounds)
    times = {node: 0 for a, b, _ in bounds for node in (a, b)}
    for _ in range(len(times) + 1):
        changed = False
        for a, b, days in bounds:
            if times[a] + days < times[b]:
                times[b] = times[a] + days
                changed = True
        if not changed:
            return True
    return False


def of(found: dict[Statement | None, list[Bound]], some: Collection[Statement | None]) -> list[Bound]:
    """Return the bounds of some statements and of what is always so."""
    return found[None] + [each for said in some for each in found[said]]


def closed(journey: Journey) -> dict[tuple[object, object], float]:
    """Return the tightest bound between any two times, by Floyd-Warshall, less the length of a life."""
    bounds = [each for some in bounds_of(journey).values() for each in some if each != ("birth", "now", LIFE)]
    nodes = ["birth", "now", *((part, i) for i in range(len(journey.events)) for part in "se")]
    far: dict[tuple[object, object], float] = {(a, b): 0 if a == b else inf for a in nodes for b in nodes}
    for a, b, days in bounds:
        far[a, b] = min(far[a, b], days)
    for via in nodes:
        for a in nodes:
            for b in nodes:
                far[a, b] = min(far[a, b], far[a, via] + far[via, b])
    return far


def interval(far: dict[tuple[object, object], float], a: object, b: object) -> Interval:
    """Return the days from a to b."""
    low, high = -far[b, a], far[a, b]
    return Interval(None if low == -inf else int(low), None if high == inf else int(high))


def order_of(journey: Journey, far: dict[tuple[object, object], float]) -> tuple[int, ...]:
    """Return the smallest order in which nothing stands before what always starts earlier."""
    rest = list(range(len(journey.events)))
    found = []
    while rest:

        def free(i: int) -> bool:
            return not any(
                far[("s", i), ("s", k)] <= 0 and not far[("s", k), ("s", i)] <= 0 for k in rest if k != i
            )

        found.append(next(i for i in rest if free(i)))
        rest.remove(found[-1])
    return tuple(found)


def ages() -> st.SearchStrategy[Age]:
    return st.builds(
        lambda low, more: Age(low=low, high=None if more is None else low + more, said_low=1, said_high=None),
        st.sampled_from([0, 100, 300, 600, 1000]),
        st.none() | st.sampled_from([0, 100, 400]),
    )


def quantities() -> st.SearchStrategy[Quantity]:
    return st.builds(
        lambda low, more: Quantity(
            low=low, high=None if more is None else low + more, said_low=1, said_high=1, unit="day"
        ),
        st.sampled_from([0, 1, 50, 100, 300, 43200]),
        st.none() | st.sampled_from([0, 50, 300]),
    )


@st.composite
def journeys(draw: st.DrawFn, least: int = 1, most: int = 6, talk: int = 3) -> Journey:
    """Return a journey that says this and that, true or not; a `talk`th of what could be said is."""
    count = draw(st.integers(least, most))
    names = [
        f"e{draw(st.integers(0, count - 1)) if draw(st.integers(0, 9)) == 0 else i}" for i in range(count)
    ]
    refs = st.lists(st.sampled_from([*names, "nowhere"]), min_size=1, max_size=2, unique=True).map(tuple)
    kinds: dict[str, st.SearchStrategy[object]] = {
        "age": ages(),
        "later": quantities(),
        "lasts": quantities() | st.sampled_from(["ongoing", "unknown"]),
        "order_unknown": st.just(True),
        **dict.fromkeys(("after", "before", "during", "with_", "until"), refs),
    }
    events = []
    for name in names:
        said = {kind: draw(value) for kind, value in kinds.items() if draw(st.integers(0, talk)) == 0}
        if draw(st.integers(0, 9)) == 0:
            said["whose"] = "barn"
        events.append(Event(kind="event", text="x", id=name, **said))
    return Journey(id="x", file="x.yaml", title="x", events=tuple(events))


def days(low: int, high: int | None = None) -> Quantity:
    return Quantity(low=low, high=high, said_low=1, said_high=1, unit="day")


def check(journey: Journey) -> Chronology | None:
    """Check a journey in every respect against the reference, and return its chronology."""
    told = bounds_of(journey)
    checked = chronology(journey)
    assert checked.ok == possible(of(told, list(told)))
    assert checked.ok == (not contradictions(journey))
    if not checked.ok:
        return None
    value, far = checked.value, closed(journey)
    assert value is not None
    everyone = range(len(journey.events))
    assert value.starts == tuple(interval(far, "birth", ("s", i)) for i in everyone)
    assert value.ends == tuple(interval(far, "birth", ("e", i)) for i in everyone)
    assert value.now == interval(far, "birth", "now")
    for i in everyone:
        assert value.duration(i) == interval(far, ("s", i), ("e", i))
        for j in everyone:
            assert value.gap(i, j) == interval(far, ("s", i), ("s", j))
    assert value.order == order_of(journey, far)
    return value


def check_minimal(journey: Journey, found: tuple[tuple[Statement, ...], ...]) -> None:
    """Check that each set cannot be true, that any one less can, and that no statement stands in two."""
    told = bounds_of(journey)
    for some in found:
        assert list(some) == sorted(set(some))
        assert not possible(of(told, some))
        for each in some:
            assert possible(of(told, set(some) - {each}))
    every = [each for some in found for each in some]
    assert len(every) == len(set(every))


@settings(max_examples=150, deadline=None)
@given(journeys(talk=7))
def test_order_intervals_and_gaps_are_those_of_the_reference(journey: Journey) -> None:
    note("consistent" if check(journey) else "contradiction")


@settings(max_examples=60, deadline=None)
@given(journeys(most=9, talk=12))
def test_sorting_the_edges_early_changes_nothing(journey: Journey) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(room_network, "PATIENCE", 1)
        check(journey)


def loose(**said: object) -> Event:
    return Event(kind="event", text="x", order_unknown=True, **said)


def of_events(*events: Event) -> Journey:
    return Journey(id="x", file="x.yaml", title="x", events=events)


#: Each of two lies within another, and what bounds the one goes by way of the other.
INTERLEAVED = of_events(
    loose(id="x", until=("y",)),
    loose(id="y", until=("z",)),
    loose(id="e", during=("x",), until=("z",)),
    loose(id="f", during=("y",), with_=("x",), until=("w",)),
    loose(id="w", after=("e",), later=days(9)),
    loose(id="z"),
)
#: "Later" is used in and out: about a year after each of two that are two years apart.
FORKED = of_events(
    loose(id="a", lasts=days(0, 10)),
    loose(id="b", with_=("d",)),
    loose(id="c", after=("a", "b"), later=days(300, 400)),
    loose(id="d", after=("a",), later=days(720)),
)


@settings(max_examples=150, deadline=None)
@given(journeys(least=3, most=5, talk=3))
@example(INTERLEAVED)
@example(FORKED)
def test_no_smaller_set_of_statements_is_contradictory(journey: Journey) -> None:
    told = bounds_of(journey)
    found = contradictions(journey)
    note(f"{[len(each) for each in found[:1]]}")
    check_minimal(journey, found)
    if found:
        every = [each for each in told if each is not None]
        for number in range(1, min(len(found[0]), 4)):
            assert all(possible(of(told, some)) for some in combinations(every, number))


def test_statements_with_two_edges_count_once() -> None:
    assert [len(each) for each in contradictions(INTERLEAVED)] == [8]
    assert [len(each) for each in contradictions(FORKED)] == [4]


@settings(max_examples=80, deadline=None)
@given(journeys(least=3, most=8, talk=4))
def test_the_coarse_search_is_minimal_too(journey: Journey) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(room_fewest, "fewest", lambda *_: set())
        coarse = contradictions(journey)
    check_minimal(journey, coarse)
    fine = contradictions(journey)
    assert bool(fine) == bool(coarse)
    assert not fine or len(fine[0]) <= len(coarse[0])
