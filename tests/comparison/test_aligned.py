"""The first page of a comparison: everything on the sheet, nothing on top of anything else, no case lost."""

import re

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.bench.journeys import write
from tests.comparison.cases import six
from tests.comparison.first_page import repeated, set_for
from tests.support.boxes import lines, pages
from tests.support.stories import journeys

import reise
from reise.chronology import chronology
from reise.comparison import Case, Terms, comparison
from reise.journey.model import Journey
from reise.layout import PAPERS
from reise.layout.aligned import Aligned, AlignedSheet, aligned
from reise.layout.aligned.distribution import KINDS
from reise.layout.measure import LEAD
from reise.page.aligned import aligned_html
from reise.pdf import pdf

ALIGNMENTS = ("first-up", "first-down", "last", "turn:2", "age:16", "start", "transition:bup-dps")


@pytest.fixture(scope="module")
def many(tmp_path_factory: pytest.TempPathFactory) -> tuple[Case, ...]:
    """Sixty journeys of thirty events."""
    files = write(tmp_path_factory.mktemp("many"), 60, 30)
    read = [reise.load(each) for each in files]
    return tuple(Case(each, reise.times(each)) for each in read)


def faults(made: Aligned) -> list[str]:
    """Return what is off a sheet or on top of something else."""
    found = []
    for sheet in made.sheets:
        boxes = sorted(sheet.boxes(), key=lambda each: each[1].x)
        for name, box in boxes:
            if box.x < 0 or box.y < 0 or box.right > sheet.width + 0.01 or box.bottom > sheet.height + 0.01:
                found.append(f"{sheet.number}: {name} off the sheet: {box}")
        for place, (name, box) in enumerate(boxes):
            for other, there in boxes[place + 1 :]:
                if there.x >= box.right:
                    break
                if box.overlaps(there):
                    found.append(f"{sheet.number}: {name} on {other}: {box} {there}")
    return found


def sizes(made: Aligned) -> tuple[float, float]:
    """Return the sizes of body type and of the smallest type, in points."""
    return made.point, made.point * min(made.small, made.foot_em)


def sound(made: Aligned, count: int) -> None:
    paper = PAPERS[made.paper]
    body, small = sizes(made)
    assert faults(made) == []
    assert paper.body - 1e-9 <= body <= paper.largest
    assert small >= paper.small - 1e-9
    assert len(set(made.cases)) == count
    if made.density != "distribution":
        assert sorted(row.id for sheet in made.sheets for row in sheet.rows) == sorted(made.cases)


@pytest.mark.parametrize("count", [1, 6, 60, 600])
def test_any_number_of_cases_on_any_paper(count: int, many: tuple[Case, ...]) -> None:
    compared = comparison(repeated(many, count), Terms())
    for paper in PAPERS:
        made = set_for(compared, paper)
        sound(made, count)
        assert made.density == {1: "full", 6: "full", 60: "condensed", 600: "distribution"}[count], paper


@pytest.mark.parametrize("align", ALIGNMENTS)
@pytest.mark.parametrize("language", ["nb", "nn", "en"])
def test_every_alignment_in_every_language(align: str, language: str) -> None:
    made = set_for(comparison(six(), Terms(align=align)), language=language)
    sound(made, 6)
    assert made.density == "full"
    assert len(made.sheets) == 1


@st.composite
def stories(draw: st.DrawFn) -> list[Case]:
    """Return a few cases of any shape."""
    made = draw(st.lists(journeys(14), min_size=1, max_size=5))
    cases = []
    for number, journey in enumerate(made):
        told: Journey = journey.model_copy(update={"id": f"reise-{number}"})
        time = chronology(told).value
        assert time
        cases.append(Case(told, time))
    return cases


@given(stories(), st.sampled_from(sorted(PAPERS)), st.sampled_from(ALIGNMENTS), st.integers(1, 5))
@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
def test_any_cases_lay_out(cases: list[Case], paper: str, align: str, window: int) -> None:
    made = set_for(comparison(cases, Terms(align=align, window=window)), paper)
    sound(made, len(cases))


@given(stories(), st.sampled_from(sorted(PAPERS)), st.sampled_from(ALIGNMENTS), st.sampled_from([40, 400]))
@settings(max_examples=8, deadline=None, suppress_health_check=list(HealthCheck))
def test_many_cases_of_any_shape_lay_out(cases: list[Case], paper: str, align: str, count: int) -> None:
    made = set_for(comparison(repeated(tuple(cases), count), Terms(align=align)), paper)
    sound(made, count)
    assert made.density != "full"


def filled(sheet: AlignedSheet) -> float:
    """Return the share of the sheet's height from the title's top to the last finding or line for notes."""
    bottoms = [finding.words.box.bottom for finding in sheet.findings]
    bottoms += [box.bottom for box in sheet.writing]
    return (max(bottoms) - sheet.title.box.y) / sheet.height


def widest_gap(sheet: AlignedSheet) -> float:
    """Return the height in em of the widest strip across the sheet on which nothing stands."""
    spans = [(box.y, box.bottom) for _, box in sheet.boxes()]
    spans += [(box.y, box.bottom) for box in sheet.writing] + [
        (row.box.y, row.box.bottom) for row in sheet.rows
    ]
    widest, reached = 0.0, min(top for top, _ in spans)
    for top, bottom in sorted(spans):
        widest = max(widest, top - reached)
        reached = max(reached, bottom)
    return widest


@pytest.mark.parametrize("paper", ["a3", "a1"])
@pytest.mark.parametrize("align", ["first-up", "last"])
def test_the_six_journeys_fill_the_sheet(align: str, paper: str) -> None:
    [sheet] = set_for(comparison(six(), Terms(align=align)), paper).sheets
    assert filled(sheet) >= 0.8
    assert widest_gap(sheet) <= 3 * LEAD


def test_a_distribution_loses_no_case(many: tuple[Case, ...]) -> None:
    compared = comparison(repeated(many, 600), Terms())
    made = set_for(compared)
    [sheet] = made.sheets
    there = sum(anchor.at is not None for anchor in compared.anchors)
    numbers = {row.id: [int(each) for each in re.findall(r": (\d+)", row.alt)] for row in sheet.rows}
    kinds = [values for name, values in numbers.items() if name in KINDS]
    assert [sum(column) for column in zip(*kinds, strict=True)] == numbers["in_column"]
    assert max(numbers["in_column"]) == there
    said = [int(re.findall(r"\d+", text.text)[0]) for text in sheet.notes if text.role == "panel"]
    # Once by who got there, once by outcome.
    assert sum(said) == 2 * 600


@pytest.mark.parametrize("count", [2, 6, 40])
def test_the_renderer_keeps_to_the_boxes(count: int, many: tuple[Case, ...]) -> None:
    cases = six()[:count] if count <= 6 else repeated(many, count)
    for page in pages(aligned_html(set_for(comparison(cases, Terms())))):
        for line in lines(page):
            assert line.right <= line.meant_right + 1, line
            assert line.bottom <= line.meant_bottom + 1, line


@pytest.mark.slow
def test_a_sheet_stands_on_one_page() -> None:
    import pypdfium2

    made = set_for(comparison(six(), Terms()))
    document = pypdfium2.PdfDocument(pdf(aligned_html(made)))
    assert len(document) == 1
    assert document[0].get_size() == pytest.approx((420 / 25.4 * 72, 297 / 25.4 * 72), abs=0.5)


def test_the_same_cases_make_the_same_page() -> None:
    first = aligned_html(set_for(comparison(six(), Terms())))
    again = aligned_html(set_for(comparison(tuple(reversed(six())), Terms())))
    assert first == again


def test_no_cases_are_no_page() -> None:
    with pytest.raises(ValueError, match="no cases"):
        aligned(comparison((), Terms()))
