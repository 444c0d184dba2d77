"""The finished PDFs, as validators and screen readers see them."""

import sys
from pathlib import Path

import pytest
from tests.support import pdfcheck

import reise
from reise import pdf
from reise.comparing import Setting, files

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="veraPDF is set up for Debian's Java")
FOLDER = Path(__file__).parents[2] / "journeys"
FILES = sorted(each for each in FOLDER.glob("*.yaml") if each.name != "samling.yaml")


@pytest.fixture(scope="module")
def printed(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """Print every journey, the comparison whole and in parts, and Ung mor for the archive."""
    folder = tmp_path_factory.mktemp("printed")
    made = {file.stem: reise.render(file, folder / f"{file.stem}.pdf")[0] for file in FILES}
    compared = reise.compare(FILES)
    for name, setting in (
        ("comparison", Setting()),
        ("shared", Setting(share=True, paper="a4", language="en")),
        ("pages", Setting(pages=(2, 6), paper="a4", language="en")),
    ):
        [(_, content)] = files(compared, "pdf", setting)
        (folder / f"{name}.pdf").write_bytes(content)
        made[name] = folder / f"{name}.pdf"
    made["archive"] = reise.render(FOLDER / "ung-mor.yaml", folder / "archive.pdf", archive=True)[0]
    return made


@pytest.mark.slow
def test_every_map_is_pdf_ua(printed: dict[str, Path]) -> None:
    found = pdfcheck.failures_of(list(printed.values()), "ua1")
    assert set(found) == set(printed.values())
    assert {path.stem: rules for path, rules in found.items() if rules} == {}


@pytest.mark.slow
def test_a_second_validator_agrees(printed: dict[str, Path]) -> None:
    found = {name: pdfcheck.page_validation_failures(path) for name, path in printed.items()}
    assert {name: rules for name, rules in found.items() if rules} == {}


@pytest.mark.slow
def test_an_archived_map_is_pdf_a_3a_as_well(printed: dict[str, Path]) -> None:
    assert pdfcheck.failures(printed["archive"], "3a") == []
    assert pdfcheck.page_validation_failures(printed["archive"], "3a") == []


@pytest.mark.slow
def test_validators_do_fail_on_a_bad_file(tmp_path: Path) -> None:
    bad = tmp_path / "bad.pdf"
    html = pdf._weasyprint().HTML(string="<h1>Uten språk</h1>")
    html.write_pdf(bad, font_config=pdf._fonts(), pdf_variant="pdf/ua-1")
    assert pdfcheck.failures(bad, "ua1")
    assert pdfcheck.page_validation_failures(bad)


@pytest.mark.slow
def test_the_tags_tell_the_story_in_order(printed: dict[str, Path]) -> None:
    """Name, what it is about, then milestone by milestone with its cards, then turning points."""
    journey = reise.load(FOLDER / "ung-mor.yaml")
    outline = pdfcheck.outline(printed["ung-mor"])
    headings = [line.strip() for line in outline.splitlines() if line.strip().startswith(("H1", "H2", "H3"))]
    assert headings[0] == "H1 Ung mor"
    milestones = [event.text for event in journey.events if event.kind == "milestone"]
    assert [line[3:] for line in headings[1:10]] == milestones
    assert headings[10].startswith("H2 Vendepunkt")
    assert len([line for line in headings if line.startswith("H3")]) == 6
    spoken = " ".join(pdfcheck.text_of(printed["ung-mor"]).split())
    place = 0
    for event in journey.events:
        place = spoken.index(" ".join(event.text.split()), place)


@pytest.mark.slow
def test_bookmarks_lead_to_milestones_and_turning_points(printed: dict[str, Path]) -> None:
    marks = [each.strip() for each in pdfcheck.bookmarks(printed["ung-mor"])]
    assert marks[:3] == ["Ung mor", "Mobbing (barn)", "Diagnose"]
    marks = [each.strip() for each in pdfcheck.bookmarks(printed["comparison"])]
    assert marks[marks.index("Vendepunktene") + 1] == "Alle vendepunktene, sak for sak"


@pytest.mark.slow
def test_signs_and_shapes_are_said_in_words(printed: dict[str, Path]) -> None:
    outline = pdfcheck.outline(printed["ung-mor"])
    assert "Figure (Krise, hindret, usikkert hvor den hører hjemme)" in outline
    assert outline.count("Figure (") >= 25
