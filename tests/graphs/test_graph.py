"""A journey as a graph, and how long services were there."""

import networkx as nx
from hypothesis import given, settings
from tests.support.stories import journeys

import reise
from reise.graphs import presence
from reise.journey.model import Event, Journey, Transition
from reise.journey.time import Quantity

YEAR = Quantity(low=180, high=540, said_low=1, said_high=1, unit="year")


def journey(*events: Event) -> Journey:
    return Journey(id="x", file="x.yaml", title="x", events=events)


def test_what_follows_is_a_path_in_layout_order() -> None:
    made = reise.graph(journey(*[Event(kind="crisis", text=f"{n}") for n in range(4)]))
    follows = [(a, b) for a, b, how in made.edges(data="relation") if how == "follows"]
    assert follows == [(0, 1), (1, 2), (2, 3)]


def test_what_was_claimed_is_drawn_and_nothing_else() -> None:
    made = reise.graph(
        journey(
            Event(kind="crisis", text="a", led_to=("b",), voice="young"),
            Event(kind="service", text="b", id="b", part_of=("c",)),
            Event(kind="measure", text="c", id="c"),
        )
    )
    claims = [
        (a, b, d["relation"], d.get("said_by"))
        for a, b, d in made.edges(data=True)
        if d["relation"] != "follows"
    ]
    assert claims == [(0, 1, "led_to", "young"), (1, 2, "part_of", None)]


def test_a_transition_hands_over_between_its_two_services() -> None:
    made = reise.graph(
        journey(
            Event(kind="service", text="a", who=("bup",)),
            Event(kind="experience", text="b"),
            Event(kind="transition", text="c", transition=Transition(type="bup-dps", status="broke")),
        )
    )
    [(source, target, data)] = [
        (a, b, d) for a, b, d in made.edges(data=True) if d["relation"] == "hands_over"
    ]
    assert (source, target) == (0, 2)
    assert (data["from_role"], data["to_role"], data["status"]) == ("bup", "dps", "broke")


@given(journeys(25))
@settings(max_examples=50, deadline=None)
def test_there_is_one_step_fewer_than_events(made: Journey) -> None:
    graph = reise.graph(made)
    follows = [(a, b) for a, b, how in graph.edges(data="relation") if how == "follows"]
    assert len(follows) == len(made.events) - 1
    assert nx.is_directed_acyclic_graph(nx.DiGraph(follows))


def test_a_service_is_there_where_it_is_named_and_not_between() -> None:
    told = journey(
        Event(kind="service", text="a", who=("nav",)),
        Event(kind="crisis", text="b"),
        Event(kind="service", text="c", who=("nav",)),
    )
    [nav] = presence(told, reise.times(told))
    assert nav.at == (0, 2)
    assert nav.known == ((0, 0), (2, 2))


def test_a_service_is_there_until_what_it_lasted_to() -> None:
    told = journey(
        Event(kind="service", text="a", id="a", who=("nav",), until=("d",)),
        Event(kind="crisis", text="b"),
        Event(kind="crisis", text="c"),
        Event(kind="crisis", text="d", id="d"),
        Event(kind="crisis", text="e"),
    )
    [nav] = presence(told, reise.times(told))
    assert nav.known == ((0, 3),)


def test_what_happened_while_a_service_was_there_shows_how_long_it_was() -> None:
    told = journey(
        Event(kind="service", text="a", id="a", who=("nav",), lasts="unknown"),
        Event(kind="crisis", text="b", during=("a",)),
        Event(kind="crisis", text="c", during=("a",)),
    )
    [nav] = presence(told, reise.times(told))
    assert nav.known == ((0, 2),)


def test_a_service_that_goes_on_is_there_to_the_end() -> None:
    told = journey(
        Event(kind="service", text="a", who=("nav",), lasts="ongoing"), Event(kind="crisis", text="b")
    )
    [nav] = presence(told, reise.times(told))
    assert nav.known == ((0, 1),)


def test_her_own_people_are_no_service() -> None:
    told = journey(
        Event(kind="family", text="a", who=("nettverk",)), Event(kind="event", text="b", who=("den_unge",))
    )
    assert presence(told, reise.times(told)) == ()


def test_a_service_that_lasts_to_something_need_have_no_id() -> None:
    told = journey(
        Event(kind="service", text="a", who=("nav",), until=("c",)),
        Event(kind="crisis", text="b"),
        Event(kind="crisis", text="c", id="c"),
    )
    [nav] = presence(told, reise.times(told))
    assert (nav.known, nav.ended) == (((0, 2),), (2,))


def test_a_break_and_a_transition_away_end_a_service() -> None:
    told = journey(
        Event(kind="service", text="a", who=("nav", "bup"), tags=("break",)),
        Event(kind="transition", text="b", transition=Transition(type="bup-dps", status="broke")),
        Event(kind="transition", text="c", transition=Transition(type="bup-dps", status="unclear")),
        Event(kind="service", text="d", who=("nav", "bup")),
    )
    nav, bup = presence(told, reise.times(told))
    assert nav.ended == (0,)
    assert bup.ended == (0, 1)
