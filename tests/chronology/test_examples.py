"""Worked examples, written as a journey is written."""

import tomllib
from string import Formatter
from textwrap import dedent

import pytest

from reise.chronology import Chronology, Interval, Statement, chronology, contradictions
from reise.journey import Event, Journey, parse
from reise.problems import Problem
from reise.resources import templates
from reise.source import compose

YEAR = 360
NOTHING = Interval(None, None)


def journey(events: str) -> Journey:
    """Return a journey of the events of an example."""
    text = "reise: 1\ntittel: Prøve\nhendelser:\n" + dedent(events).strip("\n") + "\n"
    document = compose(text.encode(), "prove.yaml")
    assert document.value is not None, document.problems
    made = parse(document.value)
    assert made.value is not None, made.problems
    return made.value


def told(events: str) -> Chronology:
    """Return the chronology of an example that holds together."""
    checked = chronology(journey(events))
    assert checked.problems == ()
    assert checked.value is not None
    return checked.value


def wrong(events: str) -> Problem:
    """Return the only problem of an example that does not hold together."""
    checked = chronology(journey(events))
    assert checked.value is None
    (problem,) = checked.problems
    assert problem.code == "R301"
    return problem


def said(events: str) -> tuple[Statement, ...]:
    """Return the only contradiction of an example."""
    (found,) = contradictions(journey(events))
    return found


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


def test_a_contradiction_stands_at_its_last_statement_and_points_at_the_others() -> None:
    problem = wrong("""
        - milepæl: Ungdomsskolen
          alder: 16
        - hendelse: Noe
        - milepæl: Videregående
          alder: 15
        """)
    assert dict(problem.args) == {"count": 3}
    assert problem.span is not None
    assert (problem.span.line, problem.span.column) == (8, 10)
    # The age above, the words of both events whose order counts.
    assert [(each.line, each.column) for each in problem.related] == [(4, 12), (5, 10), (7, 12)]


def test_a_run_of_list_order_is_one_statement() -> None:
    loose = "\n".join("- hendelse: Noe" for _ in range(30))
    assert said(f"- {{hendelse: a, alder: 16}}\n{loose}\n- {{hendelse: b, alder: 15}}") == (
        Statement(0, "age"),
        Statement(31, "age"),
        Statement(31, "order", 0),
    )


def test_the_smallest_set_is_reported() -> None:
    # From above: 13 and five times a year are more than 15; at the end: 13 cannot come after 20.
    years = "\n".join("- {hendelse: n, senere: 1-2 år}" for _ in range(12))
    assert said(
        f"- {{hendelse: a, alder: 13}}\n{years}\n- {{hendelse: b, alder: 20}}\n- {{hendelse: c, alder: 13}}"
    ) == (
        Statement(13, "age"),
        Statement(14, "age"),
        Statement(14, "order", 13),
    )


def test_one_statement_with_two_edges_counts_once() -> None:
    assert said("""
        - tiltak: Lang
          id: lang
          varer: 6 måneder
        - tiltak: Lenger
          under: lang
          varer: 2 år
        """) == (Statement(0, "lasts"), Statement(1, "during", 0), Statement(1, "lasts"))
    assert said("""
        - {hendelse: a, id: a}
        - {hendelse: b, id: b, senere: 3-4 år}
        - {hendelse: c, id: c, etter: [a, b], senere: 1 år, rekkefølge: ukjent}
        - {hendelse: d, rekkefølge: ukjent, samtidig: a, varer: 1 år, til: a}
        """) == (Statement(3, "lasts"), Statement(3, "until", 0), Statement(3, "with_", 0))


def test_a_relation_stands_at_its_id() -> None:
    problem = wrong("""
        - {hendelse: a, id: a, alder: 16}
        - {hendelse: b, id: b}
        - {hendelse: c, alder: 14, etter: [b, a], rekkefølge: ukjent}
        """)
    assert dict(problem.args) == {"count": 3}
    assert problem.span is not None
    assert (problem.span.line, problem.span.column) == (6, 39)


def test_independent_contradictions_are_each_reported() -> None:
    found = contradictions(
        journey("""
        - {hendelse: a, alder: 16}
        - {hendelse: b, alder: 15, id: b}
        - {hendelse: c, under: b, varer: 1 år}
        - {hendelse: d, id: d, varer: 3 måneder}
        - {hendelse: e, under: d, varer: 1 år}
        """)
    )
    assert sorted(found) == [
        (Statement(0, "age"), Statement(1, "age"), Statement(1, "order", 0)),
        (Statement(3, "lasts"), Statement(4, "during", 3), Statement(4, "lasts")),
    ]


def test_no_more_than_ten_are_reported() -> None:
    pairs = (
        f"- {{hendelse: a, id: a{n}, varer: 1 uke}}\n- {{hendelse: b, under: a{n}, varer: 1 år}}"
        for n in range(12)
    )
    assert len(chronology(journey("\n".join(pairs))).problems) == 10


def test_nobody_lives_longer_than_120_years() -> None:
    assert said("- {hendelse: a, alder: 60}\n- {hendelse: b, senere: 80 år}") == (
        Statement(0, "age"),
        Statement(1, "later"),
    )


def test_a_journey_made_in_python_has_no_places() -> None:
    told = journey("- {hendelse: a, alder: 16}\n- {hendelse: b, alder: 15}")
    bare = Journey(id="x", file="x.yaml", title="x", events=told.events)
    (problem,) = chronology(bare).problems
    assert (problem.span, problem.related, dict(problem.args)) == (None, (), {"count": 3})


@pytest.mark.parametrize("language", ["nb", "nn", "en"])
def test_the_words_of_the_problem(language: str) -> None:
    path = templates() / "locale" / f"problems-chronology.{language}.toml"
    words = tomllib.loads(path.read_text(encoding="utf-8"))
    assert set(words) == {"R301"}
    assert set(words["R301"]) == {"fact", "label", "hint"}
    gaps = {gap for text in words["R301"].values() for _, gap, _, _ in Formatter().parse(text) if gap}
    assert gaps == {"count"}
