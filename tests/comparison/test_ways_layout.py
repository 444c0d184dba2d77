"""The sheet of the common ways: nothing hides anything, the largest type, and the strongest ways drawn."""

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import product
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.comparison.ways_sheets import KINDS, RULER, kinds, laid_out
from tests.support import boxes

from reise.comparison.ways_value import Pattern, Stop, Way, Ways, strongest
from reise.layout import PAPERS, dot
from reise.layout.case_map import Box
from reise.layout.ruler import Face
from reise.layout.ways import MOST
from reise.layout.ways_sheet import WaysSheet
from reise.page.ways import ways_parts

SERVICES = [
    "bup",
    "dps",
    "nav",
    "nettverk",
    "barnevern",
    "ppt",
    "Fritidsklubben på Øvre Torg",
    "vgs",
    "los",
    "ot",
]
papers = st.sampled_from(sorted(PAPERS))
languages = st.sampled_from(["nb", "nn", "en"])
calm = settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@st.composite
def found(draw: st.DrawFn) -> Ways:
    """Return what followed what among 2 to 11 kinds or services, with patterns or without."""
    attribute = draw(st.sampled_from(["kind", "service"]))
    every = KINDS if attribute == "kind" else SERVICES
    names = draw(st.lists(st.sampled_from(every), min_size=2, max_size=len(every), unique=True))
    cases = draw(st.sampled_from([2, 6, 60, 600]))
    pairs = draw(
        st.lists(st.sampled_from(list(product(names, names))), min_size=1, max_size=121, unique=True)
    )
    number = st.integers(1, cases)
    ways = [Way(*pair, at_most := draw(number), at_most + draw(st.integers(0, 9))) for pair in pairs]
    stops = [
        Stop(name, draw(number), draw(st.integers(cases, 9 * cases)), draw(st.integers(0, 3)))
        for name in names
    ]
    step = st.sampled_from(KINDS)
    sequences = st.one_of(st.tuples(step, step), st.tuples(step, step, step))
    patterns = [Pattern(steps, draw(number)) for steps in draw(st.lists(sequences, max_size=30, unique=True))]
    return Ways(attribute, cases, tuple(stops), tuple(ways), tuple(patterns))


def curve(path: str, steps: int = 12) -> Iterator[tuple[float, float]]:
    """Yield points along a path of cubic Béziers."""
    start, *rest = path[1:].split("C")
    x0, y0 = map(float, start.split())
    for piece in rest:
        x1, y1, x2, y2, x3, y3 = map(float, piece.split())
        for at in (step / steps for step in range(steps + 1)):
            a, b, c, d = (1 - at) ** 3, 3 * (1 - at) ** 2 * at, 3 * (1 - at) * at**2, at**3
            yield a * x0 + b * x1 + c * x2 + d * x3, a * y0 + b * y1 + c * y2 + d * y3
        x0, y0 = x3, y3


def within(point: tuple[float, float], box: Box, by: float = 0.05) -> bool:
    return box.x + by < point[0] < box.right - by and box.y + by < point[1] < box.bottom - by


@given(found(), papers, languages)
@calm
def test_nothing_is_off_the_sheet_or_on_top_of_something_else(ways: Ways, paper: str, language: str) -> None:
    made = laid_out(ways, paper, language)
    placed = made.boxes()
    width, height = made.width / made.em, made.height / made.em
    for name, box in placed:
        assert min(box.x, box.y, width - box.right, height - box.bottom) >= 0, name
    for at, (name, box) in enumerate(placed):
        over = [other for other, another in placed[at + 1 :] if box.overlaps(another)]
        assert not over, (name, over)


@given(found(), papers)
@calm
def test_no_way_crosses_a_stop_or_the_number_of_another(ways: Ways, paper: str) -> None:
    made = laid_out(ways, paper)
    for ribbon in made.ribbons:
        points = list(curve(ribbon.path))
        for stop in made.stops:
            assert not any(within(point, stop.box) for point in points), (ribbon.alt, stop.name)
        for other in made.ribbons:
            if other is not ribbon:
                assert not any(within(point, other.number.box) for point in points), (ribbon.alt, other.alt)


@given(found(), papers)
@calm
def test_type_is_never_below_the_least_of_its_paper(ways: Ways, paper: str) -> None:
    made, least = laid_out(ways, paper), PAPERS[paper]
    assert least.body <= made.point * made.scale <= least.largest + 1e-9
    assert made.point * made.scale * made.small >= least.small - 1e-9
    assert made.point >= least.body
    assert made.point * made.small >= least.small
    assert made.point * made.foot_em >= least.small


@given(found(), papers)
@calm
def test_words_fit_their_boxes(ways: Ways, paper: str) -> None:
    made = laid_out(ways, paper)
    for stop in made.stops:
        assert all(
            RULER.width(line, Face.BOLD) * made.milestone * made.scale <= stop.title.box.width
            for line in stop.title.lines
        )
        assert all(
            RULER.width(line) * made.small * made.scale <= stop.counts.box.width for line in stop.counts.lines
        )
    for row in made.listed:
        assert all(RULER.width(line) <= row.steps.box.width for line in row.steps.lines)


@given(found())
@calm
def test_what_is_left_out_is_counted_and_weaker(ways: Ways) -> None:
    made = laid_out(ways)
    assert made.drawn == len(made.ribbons) == len(made.twin.rows) <= MOST
    assert made.drawn + made.left_out == len(ways.ways)
    numbers = sorted((way.cases for way in ways.ways), reverse=True)
    assert sorted((int(each.number.text) for each in made.ribbons), reverse=True) == numbers[: made.drawn]
    assert made.threshold == numbers[made.drawn - 1]
    said = made.about[-1].text.replace("\n", " ")
    assert made.left_out == 0 or str(made.left_out) in said or made.left_out == 1


@given(found(), st.randoms())
@settings(max_examples=15, deadline=None)
def test_the_order_in_which_ways_are_given_changes_nothing(ways: Ways, chance) -> None:
    shuffled = replace(
        ways,
        stops=tuple(chance.sample(ways.stops, len(ways.stops))),
        ways=tuple(chance.sample(ways.ways, len(ways.ways))),
        patterns=tuple(chance.sample(ways.patterns, len(ways.patterns))),
    )
    assert laid_out(shuffled) == laid_out(ways)


@given(found(), st.integers(1, 130))
def test_the_strongest_ways_are_those_of_most_cases(ways: Ways, most: int) -> None:
    kept = strongest(ways.ways, most)
    assert 0 < len(kept) <= most
    left = set(ways.ways) - set(kept)
    assert len(kept) + len(left) == len(ways.ways)
    assert min(way.cases for way in kept) >= max((way.cases for way in left), default=0)


def test_ways_of_as_many_cases_are_kept_or_left_together() -> None:
    ways = [
        Way("a", "b", 5, 5),
        Way("b", "a", 4, 4),
        Way("b", "c", 4, 9),
        Way("a", "c", 3, 3),
        Way("c", "a", 3, 3),
    ]
    assert strongest(tuple(ways), 4) == (ways[0], ways[2], ways[1])
    once = [Way("d", name, 1, at) for at, name in enumerate("efghijklm", 1)]
    assert strongest((ways[0], *once), 9) == (ways[0],)
    alike = tuple(Way(source, target, 1, 1) for source, target in product("abc", "abc"))
    assert strongest(alike, 4) == alike[:4]


def test_a_loop_is_drawn_around_its_number() -> None:
    made = laid_out(kinds(("crisis", "crisis", 4), ("crisis", "service", 6)))
    loop = next(each for each in made.ribbons if each.loop)
    xs, ys = zip(*curve(loop.path), strict=True)
    box, stop = loop.number.box, next(each.box for each in made.stops if each.name == "crisis")
    assert max(xs) > box.right or min(xs) < box.x
    assert min(ys) < box.y
    assert max(ys) > box.bottom
    tip = [float(each) for each in re.findall(r"[\d.]+", loop.head)][:2]
    assert min(abs(tip[0] - stop.x), abs(tip[0] - stop.right)) < 0.2
    assert stop.y < tip[1] < stop.bottom
    assert any("sløyfe" in key.text.text for key in made.legend)


def test_a_way_is_as_wide_as_it_has_cases() -> None:
    made = laid_out(kinds(("crisis", "service", 6), ("service", "family", 3), ("family", "crisis", 2)))
    width = {each.number.text: each.width for each in made.ribbons}
    assert width["6"] == pytest.approx(2 * width["3"]) == pytest.approx(3 * width["2"])


def test_one_stop_with_a_loop_is_a_graph() -> None:
    made = laid_out(kinds(("service", "service", 2)))
    assert len(made.stops) == 1
    assert [each.loop for each in made.ribbons] == [True]


def test_a_machine_without_graphviz_is_told_so(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr("sysconfig.get_path", lambda *_: str(tmp_path))
    monkeypatch.setattr("sys.executable", str(tmp_path / "python"))
    monkeypatch.setenv("PATH", str(tmp_path))
    dot.program.cache_clear()
    try:
        with pytest.raises(dot.NoGraphviz):
            laid_out(kinds(("crisis", "service", 6)))
    finally:
        dot.program.cache_clear()


@pytest.mark.parametrize("answer", ["exit 3", "echo not json", "sleep 5"])
def test_a_graphviz_that_fails_is_told_so(
    answer: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    broken = tmp_path / "dot"
    broken.write_text(f"#!/bin/sh\n{answer}\n")
    broken.chmod(0o755)
    monkeypatch.setattr(dot, "program", lambda: str(broken))
    monkeypatch.setattr(dot, "PATIENCE", 0.2)
    with pytest.raises(dot.NoGraphviz):
        laid_out(kinds(("crisis", "service", 6)))


def page(made: WaysSheet) -> str:
    """Return the sheet as a page of its own."""
    css, html = ways_parts(made, "h1")
    return (
        f'<!DOCTYPE html><html lang="{made.language}"><head><meta charset="utf-8"><title>x</title>'
        f"<style>body{{margin:0}}{css}</style></head><body>{html}</body></html>"
    )


@pytest.mark.slow
@given(found(), papers, languages)
@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_every_line_is_drawn_within_its_box(ways: Ways, paper: str, language: str) -> None:
    made = laid_out(ways, paper, language)
    [printed] = boxes.pages(page(made))
    drawn = list(boxes.lines(printed))
    assert len(drawn) > 5
    for line in drawn:
        assert max(line.right - line.meant_right, line.bottom - line.meant_bottom) <= 0.6, line
