"""Worked examples of order and times, written as a journey is written."""

import pytest
from tests.chronology.read import journey

from reise.chronology import Chronology, Interval, chronology
from reise.journey import Event, Journey

YEAR = 360
NOTHING = Interval(None, None)


def told(events: str) -> Chronology:
    """Return the chronology of an example that holds together."""
    checked = chronology(journey(events))
    assert checked.problems == ()
    assert checked.value is not None
    return checked.value


def test_without_ages_there_is_an_order_and_no_distance() -> None:
    value = told("""
        - hendelse: Første
        - hendelse: Andre
        - hendelse: Tredje
        """)
    assert value.order == (0, 1, 2)
    assert value.starts == value.ends == (NOTHING, NOTHING, NOTHING)
    assert value.now == NOTHING
    assert value.gap(0, 2) == Interval(0, None)
    assert value.gap(2, 0) == Interval(None, 0)
    assert value.duration(1) == Interval(0, None)


def test_an_age_lasts_until_the_next_birthday_and_bounds_its_neighbours() -> None:
    value = told("""
        - familie: Foreldrene flytter sammen
        - milepæl: Ungdomsskolen
          alder: 13
        - hendelse: Noe skjer
        - milepæl: Videregående
          alder: 16+
        - hendelse: Noe mer
        """)
    assert value.starts == (
        Interval(None, 14 * YEAR - 1),
        Interval(13 * YEAR, 14 * YEAR - 1),
        Interval(13 * YEAR, None),
        Interval(16 * YEAR, None),
        Interval(16 * YEAR, None),
    )
    assert value.now == Interval(16 * YEAR, None)
    assert value.gap(1, 3) == Interval(2 * YEAR + 1, None)


def test_someone_elses_age_says_nothing() -> None:
    value = told("""
        - hendelse: Her
          alder: 17
        - familie: Barnet begynner på skolen
          alder: 6
          hvem sin: barn
        """)
    assert value.starts[1] == Interval(17 * YEAR, None)


def test_later_is_read_so_that_both_start_and_end_may_be_meant() -> None:
    value = told("""
        - tiltak: Institusjon
          alder: 15
          varer: 1 år
        - milepæl: Ut igjen
          senere: 3 måneder
        """)
    assert value.duration(0) == Interval(180, 540)
    assert value.gap(0, 1) == Interval(75, 540 + 105)


def test_later_without_an_end_of_the_one_above_has_a_least_only() -> None:
    value = told("""
        - milepæl: Der
          alder: 15
        - milepæl: Her
          senere: 1 år
        """)
    assert value.gap(0, 1) == Interval(180, None)
    assert value.starts[1] == Interval(15 * YEAR + 180, None)


def test_later_counts_from_the_event_above_in_list_order() -> None:
    value = told("""
        - hendelse: Over
          varer: 1 uke
        - hendelse: Løst
          rekkefølge: ukjent
        - hendelse: Under
          senere: 3 måneder
        """)
    assert value.gap(0, 2) == Interval(75, 115)
    assert value.gap(1, 2) == NOTHING


def test_later_of_a_loose_event_counts_from_the_event_right_above() -> None:
    value = told("""
        - hendelse: Først
        - hendelse: Løst
          rekkefølge: ukjent
        - hendelse: Også løst
          rekkefølge: ukjent
          senere: 3 måneder
        """)
    assert value.gap(1, 2) == Interval(75, None)
    assert value.gap(0, 2) == NOTHING
    assert told("- hendelse: Først\n  senere: 1 år").starts == (NOTHING,)


def test_later_with_after_counts_from_each_of_these() -> None:
    value = told("""
        - hendelse: A
          id: a
        - hendelse: B
          id: b
          senere: 1 år
        - hendelse: C
          senere: 2 år
          etter: [a, b]
        """)
    assert value.gap(1, 2) == Interval(540, None)
    assert value.gap(0, 2) == Interval(180 + 540, None)


def test_what_goes_on_ends_now() -> None:
    value = told("""
        - tjeneste: Fastlegen
          alder: 10
          varer: pågår
        - milepæl: Voksen
          alder: 18
        """)
    assert value.ends[0] == value.now == Interval(18 * YEAR, None)
    assert value.duration(0) == Interval(7 * YEAR + 1, None)


def test_relations_bound_starts_and_ends() -> None:
    value = told("""
        - tiltak: Institusjon
          id: inst
          alder: 15
          varer: 6-8 måneder
        - krise: Rømmer
          under: inst
        - hendelse: Flytter
          id: flytt
          alder: 17
        - tjeneste: Losen
          rekkefølge: ukjent
          samtidig: inst
          til: flytt
        - hendelse: Besøk
          rekkefølge: ukjent
          før: inst
        """)
    least, most = 15 * YEAR, 16 * YEAR - 1
    assert value.starts[1] == Interval(least, most + 8 * 30 + 15)
    assert value.ends[1] == Interval(least, most + 8 * 30 + 15)
    assert value.starts[3] == Interval(least, most)
    assert value.ends[3] == Interval(17 * YEAR, 18 * YEAR - 1)
    assert value.starts[4].latest == value.ends[4].latest == most
    assert value.order == (4, 0, 3, 1, 2)


@pytest.mark.parametrize(
    ("events", "order"),
    [
        ("- hendelse: a\n- {hendelse: b, rekkefølge: ukjent}\n- hendelse: c", (0, 1, 2)),
        ("- {hendelse: a, rekkefølge: ukjent, etter: c}\n- hendelse: b\n- {hendelse: c, id: c}", (1, 2, 0)),
        ("- {hendelse: a, id: a}\n- hendelse: b\n- {hendelse: c, rekkefølge: ukjent, før: a}", (2, 0, 1)),
        (
            "- {hendelse: a, alder: 12}\n- {hendelse: b, alder: 15}\n"
            "- {hendelse: c, alder: 9, rekkefølge: ukjent}",
            (2, 0, 1),
        ),
        # The same time: free among themselves, so as in the file.
        ("- {hendelse: a, rekkefølge: ukjent, samtidig: b}\n- {hendelse: b, id: b}", (0, 1)),
        # Known only from distances: b is within 5 months of a, c no less than 6 after it.
        (
            "- {hendelse: a, id: a, varer: 6 uker}\n- {hendelse: c, senere: 1 år}\n"
            "- {hendelse: b, rekkefølge: ukjent, etter: a, senere: 3 måneder}",
            (0, 2, 1),
        ),
        # A chain through events that stand elsewhere.
        (
            "- {hendelse: a, rekkefølge: ukjent, etter: c}\n- {hendelse: b, id: b}\n"
            "- {hendelse: c, id: c, rekkefølge: ukjent, etter: d}\n- {hendelse: d, id: d}",
            (1, 3, 2, 0),
        ),
    ],
)
def test_layout_order(events: str, order: tuple[int, ...]) -> None:
    assert told(events).order == order


def test_ids_that_lead_nowhere_or_back_are_left_to_the_rules_and_the_first_of_two_counts() -> None:
    events = (
        Event(kind="event", text="a", id="a"),
        Event(kind="event", text="b", id="b", after=("b", "x"), later=None),
        Event(kind="event", text="c", id="a"),
        Event(kind="event", text="d", with_=("a",), order_unknown=True),
    )
    checked = chronology(Journey(id="x", file="x.yaml", title="x", events=events))
    assert checked.value is not None
    assert checked.value.gap(0, 3) == Interval(0, 0)
