"""Laws: what is built from a true schedule holds together, what is planted is found, size does not hurt."""

import random
from dataclasses import dataclass
from time import process_time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reise.chronology import Chronology, Interval, Statement, chronology, contradictions
from reise.chronology import order as room_order
from reise.journey import Event, Journey
from reise.journey.time import YEAR, Age, Quantity

FREE = Interval(None, None)


def days(low: int, high: int | None = None) -> Quantity:
    return Quantity(low=low, high=high, said_low=1, said_high=1, unit="day")


def age(low: int, high: int | None = None) -> Age:
    return Age(low=low, high=high, said_low=1, said_high=None)


def journey(events: list[Event]) -> Journey:
    return Journey(id="x", file="x.yaml", title="x", events=tuple(events))


@dataclass(frozen=True)
class Schedule:
    """A journey of true statements, and when things happened: days since birth."""

    journey: Journey
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    now: int


@st.composite
def schedules(draw: st.DrawFn) -> Schedule:
    """Return a schedule with any true statements, events in order of start but for those out of order."""
    count = draw(st.integers(1, 9))
    day = st.integers(0, 12).map(lambda n: 300 * n)
    loose = [draw(st.integers(0, 3)) == 0 for _ in range(count)]
    listed = iter(sorted(draw(day) for each in loose if not each))
    starts = [draw(day) if each else next(listed) for each in loose]
    ends = [start + draw(st.sampled_from([0, 0, 150, 300, 900])) for start in starts]
    now = max(starts) + draw(st.sampled_from([0, 300]))
    slack = st.sampled_from([0, 0, 30, 500])
    most = slack | st.none()

    def maybe() -> bool:
        return draw(st.integers(0, 3)) == 0

    def some(fitting: list[int]) -> tuple[str, ...]:
        if not fitting or not maybe():
            return ()
        return tuple(
            f"e{k}" for k in draw(st.lists(st.sampled_from(fitting), min_size=1, max_size=2, unique=True))
        )

    def within(low: int, high: int) -> tuple[int, int | None]:
        more = draw(most)
        low = max(0, low - draw(slack))
        return low, None if more is None else max(low, high + more)

    events = []
    for i in range(count):
        s, e = starts[i], ends[i]
        others = [k for k in range(count) if k != i]
        said: dict[str, object] = {
            "after": some([k for k in others if ends[k] <= s]),
            "before": some([k for k in others if e <= starts[k]]),
            "during": some([k for k in others if starts[k] <= s and e <= ends[k]]),
            "with_": some([k for k in others if starts[k] == s]),
            "until": some([k for k in others if starts[k] == e]),
        }
        if maybe():
            said["age"] = age(*within(s, s))
        if maybe():
            said["lasts"] = days(*within(e - s, e - s))
        elif e == now and maybe():
            said["lasts"] = "ongoing"
        above = [k for k in range(i) if not loose[k]][-1:] if not loose[i] else [i - 1][: i > 0]
        since = [int(each[1:]) for each in said["after"]] or above  # type: ignore[attr-defined]
        if since and maybe() and all(starts[k] <= s for k in since):
            said["later"] = days(*within(min(s - starts[k] for k in since), max(s - ends[k] for k in since)))
        events.append(Event(kind="event", text="x", id=f"e{i}", order_unknown=loose[i], **said))
    return Schedule(journey(events), tuple(starts), tuple(ends), now)


def lies_in(day: int, interval: Interval) -> bool:
    return (interval.earliest is None or interval.earliest <= day) and (
        interval.latest is None or day <= interval.latest
    )


def value_of(journey: Journey) -> Chronology:
    checked = chronology(journey)
    assert checked.value is not None, contradictions(journey)
    return checked.value


def respects(value: Chronology, journey: Journey) -> None:
    """Check that no statement says that an event starts earlier than one it stands after."""
    place = {index: at for at, index in enumerate(value.order)}
    assert sorted(place) == list(range(len(journey.events)))

    def earlier(i: int, j: int) -> None:
        # Where both always start at the same time, either may come first.
        assert place[i] < place[j] or value.gap(i, j) == Interval(0, 0)

    listed = [i for i, each in enumerate(journey.events) if not each.order_unknown]
    assert [i for i in value.order if i in listed] == listed
    for i, each in enumerate(journey.events):
        for name in (*each.after, *each.during):
            earlier(int(name[1:]), i)
        for name in (*each.before, *each.until):
            earlier(i, int(name[1:]))
    for i in listed:
        for j in range(len(journey.events)):
            if (latest := value.starts[i].latest) is not None and (
                first := value.starts[j].earliest
            ) is not None:
                assert latest > first or i == j or place[i] < place[j] or value.gap(i, j) == Interval(0, 0)


@settings(max_examples=150, deadline=None)
@given(schedules())
def test_true_statements_hold_together_and_bound_the_truth(true: Schedule) -> None:
    value = value_of(true.journey)
    everyone = range(len(true.starts))
    respects(value, true.journey)
    assert lies_in(true.now, value.now)
    for i in everyone:
        assert lies_in(true.starts[i], value.starts[i])
        assert lies_in(true.ends[i], value.ends[i])
        assert lies_in(true.ends[i] - true.starts[i], value.duration(i))
        assert all(lies_in(true.starts[j] - true.starts[i], value.gap(i, j)) for j in everyone)


@settings(max_examples=60, deadline=None)
@given(schedules())
def test_the_order_of_huge_journeys_respects_the_statements_too(true: Schedule) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(room_order, "_EFFORT", 0)
        respects(value_of(true.journey), true.journey)


@settings(max_examples=100, deadline=None)
@given(schedules(), st.data())
def test_one_more_statement_that_cannot_be_true_is_found(true: Schedule, data: st.DataObject) -> None:
    value, events = value_of(true.journey), list(true.journey.events)
    i = data.draw(st.integers(0, len(events) - 1))
    wrong: list[dict[str, object]] = []
    first, last = value.starts[i].earliest, value.starts[i].latest
    if last is not None and last >= 0:
        wrong.append({"with_": (f"e{i}",), "age": age(last + 1)})
    if first is not None and first > 0:
        wrong.append({"with_": (f"e{i}",), "age": age(0, first - 1)})
    for j in range(len(events)):
        gap = value.gap(i, j)
        if gap.earliest is not None and gap.earliest > 0:
            wrong.append({"with_": (f"e{i}",), "until": (f"e{j}",), "lasts": days(0, gap.earliest - 1)})
        if gap.latest is not None and gap.latest >= 0:
            wrong.append({"with_": (f"e{i}",), "until": (f"e{j}",), "lasts": days(gap.latest + 1)})
    if wrong:
        said = data.draw(st.sampled_from(wrong))
        more = journey([*events, Event(kind="event", text="x", order_unknown=True, **said)])
        assert not chronology(more).ok
        (found,) = contradictions(more, most=1)
        assert any(each.event == len(events) for each in found)


@settings(max_examples=80, deadline=None)
@given(schedules(), st.integers(0, 9))
def test_an_unrelated_event_changes_nothing_for_the_others(true: Schedule, at: int) -> None:
    before, events = value_of(true.journey), list(true.journey.events)
    # "Later" may count from whatever stands right above.
    at = next((k for k in range(min(at, len(events)), len(events)) if not events[k].later), len(events))
    after = value_of(journey([*events[:at], Event(kind="event", text="x", order_unknown=True), *events[at:]]))
    moved = [i + (i >= at) for i in range(len(events))]
    assert [i for i in after.order if i != at] == [moved[i] for i in before.order]
    assert tuple(after.starts[i] for i in moved) == before.starts
    assert tuple(after.ends[i] for i in moved) == before.ends
    assert (after.starts[at].earliest, after.now) == (None, before.now)


@settings(max_examples=30, deadline=None)
@given(st.integers(1, 30), st.lists(st.integers(0, 29)))
def test_file_order_stays_where_nothing_says_otherwise(count: int, loose: list[int]) -> None:
    events = [Event(kind="event", text="x", order_unknown=i in loose) for i in range(count)]
    value = value_of(journey(events))
    assert value.order == tuple(range(count))
    assert set(value.starts) == set(value.ends) == {FREE}


LINKS = ("order", "after", "before", "with_", "until")


@settings(max_examples=80, deadline=None)
@given(st.lists(st.sampled_from(LINKS), min_size=1, max_size=7), st.integers(0, 3))
def test_without_any_one_statement_of_the_only_contradiction_the_rest_holds(
    links: list[str], between: int
) -> None:
    # A row of events, each no earlier than the one before; the first is 16, the last is 15.
    listed = [link == "order" for link in links]
    events: list[Event] = []
    names = [f"e{k}" for k in range(len(links) + 1)]
    said: list[dict[str, object]] = [{"id": name, "order_unknown": True} for name in names]
    expected = {Statement(0, "age"), Statement(len(links), "age")}
    for k, link in enumerate(links):
        if link in ("before", "until"):
            said[k][link] = (names[k + 1],)
            expected.add(Statement(k, link, k + 1))
        elif link != "order":
            said[k + 1][link] = (names[k],)
            expected.add(Statement(k + 1, link, k))
    for k in range(len(links)):
        if listed[k]:
            said[k]["order_unknown"] = said[k + 1]["order_unknown"] = False
    said[0]["age"], said[-1]["age"] = age(16 * YEAR), age(15 * YEAR, 16 * YEAR - 1)
    events = [Event(kind="event", text="x", **each) for each in said]
    (found, *more) = contradictions(journey(events))
    assert not more
    runs = [each for each in found if each.kind == "order"]
    for each in found:
        assert chronology(journey(without(events, each))).ok
    if sum(a and not b for a, b in zip(listed, [*listed[1:], False], strict=True)) <= 1:
        # With two runs of list order, what stands between is told twice.
        assert {each for each in found if each.kind != "order"} == expected
        assert len(runs) == any(listed)
    padding = [Event(kind="event", text="x", order_unknown=True)] * between
    assert contradictions(journey([*events, *padding])) == (found,)


def without(events: list[Event], statement: Statement) -> list[Event]:
    """Return events that do not say one thing."""
    event = events[statement.event]
    change: dict[str, object] = {statement.kind: None}
    if statement.kind == "order":
        change = {"order_unknown": True}
    elif statement.other >= 0:
        gone = events[statement.other].id
        change = {statement.kind: tuple(each for each in getattr(event, statement.kind) if each != gone)}
    return [event.model_copy(update=change) if each is event else each for each in events]


def long(count: int, **wrong: object) -> Journey:
    """Return a long journey with ages, durations and relations; its last event says something more."""
    rng = random.Random(7)
    events = []
    for k in range(count):
        year = 10 + 10 * k // count
        said: dict[str, object] = (
            {"age": age(year * YEAR, year * YEAR + YEAR - 1)} if rng.random() < 0.4 else {}
        )
        if rng.random() < 0.2:
            said["lasts"] = rng.choice(["ongoing", "unknown", days(75, 105), days(180, 540)])
        if k > 9 and rng.random() < 0.1:
            said["after"] = (f"e{k - 9}",) if events[k - 9].lasts is None else ()
        events.append(Event(kind="event", text="x", id=f"e{k}", **said))
    events[-1] = events[-1].model_copy(update=wrong)
    return journey(events)


@pytest.mark.parametrize(
    "wrong", [{"age": age(9 * YEAR, 10 * YEAR - 1)}, {"before": ("e5000",), "lasts": days(900)}]
)
def test_a_contradiction_in_ten_thousand_events_is_found_in_a_few_seconds(wrong: dict[str, object]) -> None:
    began = process_time()
    (problem,) = chronology(long(10_000, **wrong)).problems
    assert process_time() - began < 10
    assert 3 <= int(dict(problem.args)["count"]) <= 6


def test_a_long_contradiction_is_cut_to_what_is_needed() -> None:
    events = [Event(kind="event", text="x", age=age(10 * YEAR))]
    events += [Event(kind="event", text="x", later=days(165, 195)) for _ in range(9_999)]
    began = process_time()
    (found,) = contradictions(journey(events))
    assert process_time() - began < 10
    # 110 years of half-years, a little less each.
    assert len(found) == 1 + -(-(110 * YEAR + 1) // 165)


def test_chains_far_from_file_order_settle() -> None:
    rng = random.Random(5)
    names = [f"e{k}" for k in rng.sample(range(3_000), 3_000)]
    events = [
        Event(
            kind="event",
            text="x",
            id=name,
            order_unknown=True,
            lasts=days(1, 2),
            after=(before,) if before else (),
        )
        for name, before in zip(names, ["", *names], strict=False)
    ]
    events.sort(key=lambda each: int((each.id or "e0")[1:]))
    began = process_time()
    value = value_of(journey(events))
    assert process_time() - began < 10
    assert [f"e{k}" for k in value.order] == names
