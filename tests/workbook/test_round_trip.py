"""A journey that is written in a workbook and brought in is the journey."""

from pathlib import Path

import pytest
from tests.support import cases
from tests.workbook.filled import filled

from reise.cli.texts import meaning_of
from reise.editing import styled
from reise.pipeline import tell
from reise.workbook import bring_in

JOURNEYS = [*cases.journeys(), *cases.good()]


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
