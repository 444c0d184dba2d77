"""The common ways: what follows what adds up, and what recurs is what trying everything finds."""

import re
from itertools import combinations, pairwise, product

import networkx as nx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.journey.read import journey as told
from tests.support.stories import journeys

import reise
from reise.comparison.case import Case
from reise.comparison.ways import END, START, followed, graphml, patterns
from reise.graphs.presence import services
from reise.journey.model import Event, Journey

KINDS = ("crisis", "service", "family", "quote")


def case(journey: Journey, name: str = "") -> Case:
    journey = journey.model_copy(update={"id": name}) if name else journey
    return Case(journey, reise.times(journey))


@st.composite
def simple_cases(draw: st.DrawFn) -> list[Case]:
    """Return cases of few kinds, some of whose events are at the same time."""
    made = []
    for at in range(draw(st.integers(0, 4))):
        events = tuple(
            Event(
                kind=draw(st.sampled_from(KINDS)),
                text="x",
                id=f"e{place}",
                with_=tuple(
                    f"e{each}"
                    for each in draw(st.lists(st.integers(0, 7), max_size=1))
                    if each != place and draw(st.integers(0, 2)) == 0
                ),
            )
            for place in range(draw(st.integers(1, 8)))
        )
        made.append(case(Journey(id=f"c{at}", file="c.yaml", title="x", events=events)))
    return made


@given(st.lists(journeys(12), min_size=1, max_size=4))
@settings(max_examples=25, deadline=None)
def test_edges_add_up_to_events_less_cases(made: list[Journey]) -> None:
    cases = [case(each, f"c{at}") for at, each in enumerate(made)]
    graph = followed(cases)
    events = sum(len(each.events) for each in made)
    assert sum(times for *_, times in graph.edges(data="occurrences")) == events - len(made)
    assert sum(times for _, times in graph.nodes(data="occurrences")) == events
    turning = sum(event.turning_point is not None for each in made for event in each.events)
    assert sum(times for _, times in graph.nodes(data="turning")) == turning
    for *_, has in [*graph.nodes(data=True), *graph.edges(data=True)]:
        assert len(has["ids"]) == has["cases"] <= min(len(made), has["occurrences"])
    ended = followed(cases, ends=True)
    assert sum(times for *_, times in ended.edges(data="occurrences")) == events + len(made)


@given(st.lists(journeys(10), min_size=1, max_size=3), st.sampled_from(["kind", "service", "transition"]))
@settings(max_examples=25, deadline=None)
def test_the_order_of_files_changes_nothing(made: list[Journey], attribute) -> None:
    cases = [case(each, f"c{at}") for at, each in enumerate(made)]
    forth, back = followed(cases, attribute, ends=True), followed(cases[::-1], attribute, ends=True)
    assert list(forth.nodes(data=True)) == list(back.nodes(data=True))
    assert list(forth.edges(data=True)) == list(back.edges(data=True))
    assert graphml(forth) == graphml(back)


@given(st.lists(journeys(10), min_size=1, max_size=3))
@settings(max_examples=25, deadline=None)
def test_each_service_follows_each_of_the_event_before(made: list[Journey]) -> None:
    steps: list[tuple[str, str]] = []
    for each in made:
        named = [set(services(each.events[at])) for at in reise.times(each).order]
        steps += [step for pair in pairwise(filter(None, named)) for step in product(*pair)]
    graph = followed([case(each, f"c{at}") for at, each in enumerate(made)], "service")
    assert {(a, b): times for a, b, times in graph.edges(data="occurrences")} == {
        step: steps.count(step) for step in steps
    }


FIRST = """
- krise: a
- tjeneste: b
  hvem: [bup, nav]
  vendepunkt: {retning: opp, sagt av: ung}
- tjeneste: c
  hvem: bup
  vendepunkt: {retning: ned, sagt av: prosjektet}
- sitat: d
"""
SECOND = """
- krise: a
- tjeneste: b
  hvem: nav
- overgang: c
  type: bup-dps
- overgang: d
  type: dogn-hjem
"""


def by_hand() -> list[Case]:
    return [case(told(FIRST), "ein"), case(told(SECOND), "to")]


def test_what_follows_by_hand() -> None:
    graph = followed(by_hand())
    assert {(a, b): (has["cases"], has["ids"]) for a, b, has in graph.edges(data=True)} == {
        ("crisis", "service"): (2, ("ein", "to")),
        ("service", "service"): (1, ("ein",)),
        ("service", "quote"): (1, ("ein",)),
        ("service", "transition"): (1, ("to",)),
        ("transition", "transition"): (1, ("to",)),
    }
    assert graph.nodes["service"] == {
        "cases": 2,
        "ids": ("ein", "to"),
        "occurrences": 3,
        "turning": 2,
        "up": 1,
        "down": 1,
    }
    assert followed(by_hand(), voice="young").nodes["service"]["down"] == 0


def test_services_and_transitions_by_hand() -> None:
    graph = followed(by_hand(), "service", ends=True)
    assert {(a, b): times for a, b, times in graph.edges(data="occurrences")} == {
        (START, "bup"): 1,
        (START, "nav"): 2,
        ("bup", "bup"): 1,
        ("nav", "bup"): 1,
        ("bup", END): 1,
        ("nav", END): 1,
    }
    moves = followed(by_hand(), "transition")
    assert list(moves.edges(data="ids")) == [("bup-dps", "dogn-hjem", ("to",))]


def test_graphml_can_be_read_again() -> None:
    graph = followed(by_hand(), ends=True)
    text = graphml(graph).decode()
    assert "ein" not in text
    keys = re.findall(r'<key id="(\w+)"', text)
    assert len(keys) == len(set(keys)) == 7
    read = nx.parse_graphml(text)
    assert {edge: read.edges[edge]["cases"] for edge in read.edges} == {
        edge: graph.edges[edge]["cases"] for edge in graph.edges
    }
    assert read.nodes["service"] == {"cases": 2, "occurrences": 3, "turning": 2, "up": 1, "down": 1}


def before(case: Case, places: tuple[int, ...]) -> bool:
    return len({case.moments[at] for at in places}) == len(places)


def recurring(cases: list[Case], least: int) -> tuple[tuple[tuple[str, ...], tuple[str, ...]], ...]:
    """Return the patterns by trying every two and three events of every case."""
    support: dict[tuple[str, ...], list[str]] = {}
    for each in cases:
        line = [event.kind.value for event in each.line]
        found = {
            tuple(line[at] for at in places)
            for length in (2, 3)
            for places in combinations(range(len(line)), length)
            if before(each, places)
        }
        for pattern in found:
            support.setdefault(pattern, []).append(each.id)
    wanted = [(pattern, tuple(ids)) for pattern, ids in support.items() if len(ids) >= least]
    return tuple(sorted(wanted, key=lambda each: (-len(each[1]), len(each[0]), each[0])))


@given(simple_cases(), st.integers(1, 3))
@settings(max_examples=200, deadline=None)
def test_patterns_are_those_that_trying_everything_finds(cases: list[Case], least: int) -> None:
    assert patterns(cases, least) == recurring(cases, least)


def test_moments_that_lie_within_one_another() -> None:
    kinds = ("crisis", "family", "family", "service", "family", "crisis", "service", "service")
    same = {1: "e0", 7: "e0", 3: "e2", 5: "e2", 6: "e2"}
    events = tuple(
        Event(kind=kind, text="x", id=f"e{at}", with_=(same[at],) if at in same else ())
        for at, kind in enumerate(kinds)
    )
    # What stands in the list between two events of the same time was at that time too.
    assert case(Journey(id="ein", file="ein.yaml", title="x", events=events)).moments == (0,) * 8
    events = tuple(each.model_copy(update={"order_unknown": True}) for each in events)
    found = case(Journey(id="ein", file="ein.yaml", title="x", events=events))
    assert found.moments == (0, 0, 2, 2, 4, 2, 2, 0)
    assert patterns([found], 1) == recurring([found], 1)


PATTERNS = {
    "in order, whatever lies between": (
        "- krise: a\n- familie: b\n- tjeneste: c",
        ["crisis>family", "crisis>service", "family>service", "crisis>family>service"],
    ),
    "what is at the same time is not before": (
        "- krise: a\n  id: a\n- familie: b\n  samtidig: a\n- tjeneste: c",
        ["crisis>service", "family>service"],
    ),
    "words are no events": ("- krise: a\n- sitat: b\n- ønske: c\n- krise: d", ["crisis>crisis"]),
    "a case counts once": ("- krise: a\n- krise: b\n- krise: c", ["crisis>crisis", "crisis>crisis>crisis"]),
}


@pytest.mark.parametrize("name", PATTERNS)
def test_patterns_by_hand(name: str) -> None:
    text, wanted = PATTERNS[name]
    assert [">".join(kinds) for kinds, ids in patterns([case(told(text), "ein")], 1)] == wanted
