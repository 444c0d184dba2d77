"""Worked examples of what does not hold together: what is reported, where, and in which words."""

import tomllib
from string import Formatter

import pytest
from tests.chronology.read import journey

from reise.chronology import Statement, chronology, contradictions
from reise.journey import Journey
from reise.problems import Problem
from reise.resources import templates


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
