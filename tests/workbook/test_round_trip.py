"""A journey that is written in a workbook and brought in is the journey."""

import io
from pathlib import Path

import openpyxl
import pytest
from tests.support import cases
from tests.workbook.filled import filled

from reise.cli.texts import meaning_of
from reise.editing import styled
from reise.pipeline import tell
from reise.problems import errors
from reise.workbook import bring_in, importing

#: What the guard finds in a workbook, at its cell.
PLANTED = {"R410": "Ring 912 34 567", "R420": "Flytter til Grete", "R421": "Får plass på TULL"}
JOURNEYS = [*cases.journeys(), *cases.good()]


@pytest.fixture
def unguarded(monkeypatch: pytest.MonkeyPatch) -> None:
    """No guard in the workbook either: the cases tell of tags and of words that are none."""
    monkeypatch.setattr(importing, "judge_values", lambda journey: ())


@pytest.mark.usefixtures("unguarded")
@pytest.mark.parametrize("path", JOURNEYS, ids=lambda each: each.stem)
def test_a_journey_by_way_of_a_workbook_is_the_journey(path: Path, tmp_path: Path) -> None:
    before = cases.told(path).journey
    book = tmp_path / "bok.xlsx"
    book.write_bytes(filled(path))
    found = bring_in(book, collection=before.collection)
    assert found.problems == ()
    assert found.value is not None
    same = {"id": before.id, "file": before.file}
    assert found.value.journey.model_copy(update=same) == before
    written = tmp_path / "journeys" / f"{before.id}.yaml"
    written.parent.mkdir()
    for shared in path.parent.glob("samling.yaml"):
        (written.parent / shared.name).write_bytes(shared.read_bytes())
    written.write_text(found.value.text, encoding="utf-8")
    told = tell(written, before.file)
    assert told.problems == ()
    assert told.value is not None
    assert told.value.journey.model_copy(update=same) == before


@pytest.mark.parametrize("path", cases.journeys(), ids=lambda each: each.stem)
def test_what_is_brought_in_is_in_the_style_of_the_house(path: Path, tmp_path: Path) -> None:
    book = tmp_path / "bok.xlsx"
    book.write_bytes(filled(path))
    found = bring_in(book, collection=cases.told(path).journey.collection)
    assert found.value is not None
    text = found.value.text.encode()
    assert styled(text, path.name, meaning_of(path)).value == text


@pytest.mark.parametrize("code", PLANTED)
def test_what_the_guard_finds_is_told_at_its_cell(code: str, tmp_path: Path) -> None:
    path = cases.TOP / "journeys" / "ung-mor.yaml"
    book = openpyxl.load_workbook(io.BytesIO(filled(path)))
    book["Hendelser"]["B3"] = PLANTED[code]
    book.save(tmp_path / "bok.xlsx")
    found = bring_in(tmp_path / "bok.xlsx", collection=cases.told(path).journey.collection)
    assert found.value is None
    assert [(each.file.rsplit(" ", 1)[-1], each.code) for each in errors(found.problems)] == [
        ("Hendelser!B3", code)
    ]
