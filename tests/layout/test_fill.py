"""The six journeys on A3: hardly any empty halves, and the largest type that fits."""

from pathlib import Path

import pytest

import reise
from reise.layout import PAPERS, FontRuler, tell
from reise.layout.case_map import Sheet
from reise.layout.fit import STEP, Fitter
from reise.layout.furniture import AIR
from reise.layout.measure import LEAD, Measure
from reise.layout.points import AFTER

FOLDER = Path(__file__).parents[2] / "journeys"
FILES = sorted(each for each in FOLDER.glob("*.yaml") if each.name != "samling.yaml")
each_journey = pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)


def filled(sheet: Sheet) -> float:
    """Return the share of the sheet's height from the first phase or card to the last line for notes."""
    tops = [box.y for name, box in sheet.boxes() if name in ("phase", "card")]
    return (sheet.legend[0].text.box.y - AFTER - AIR / 2 - min(tops)) / sheet.height


def widest_gap(sheet: Sheet) -> float:
    """Return the height in em of the widest strip across the sheet on which nothing stands."""
    spans = [(box.y, box.bottom) for _, box in sheet.boxes()]
    spans += [(box.y, box.bottom) for box in sheet.writing]
    widest, reached = 0.0, min(top for top, _ in spans)
    for top, bottom in sorted(spans):
        widest = max(widest, top - reached)
        reached = max(reached, bottom)
    return widest


@each_journey
def test_the_sheet_is_filled(file: Path) -> None:
    made = reise.case_map(reise.load(file), paper="a3")
    assert len(made.sheets) == 1
    assert filled(made.sheets[0]) >= 0.8
    assert widest_gap(made.sheets[0]) <= 2 * LEAD


@each_journey
@pytest.mark.parametrize("paper", sorted(PAPERS))
def test_no_larger_type_would_fit(file: Path, paper: str) -> None:
    journey = reise.load(file)
    sizes = PAPERS[paper]
    told = tell(journey, reise.times(journey), journey.language.value)
    fitter = Fitter(
        told, sizes, Measure(FontRuler(), told.language, sizes.small_ratio, sizes.milestone_ratio)
    )
    point, plans = fitter.plans()
    assert len(plans) == 1
    assert point == sizes.largest or fitter.plan(told.columns, point + STEP, alone=True) is None


@pytest.mark.parametrize("paper", sorted(PAPERS))
def test_ung_mor_stands_on_one_sheet_of_every_paper(paper: str) -> None:
    made = reise.case_map(reise.load(FOLDER / "ung-mor.yaml"), paper=paper)
    assert len(made.sheets) == 1
    assert made.point >= PAPERS[paper].body
