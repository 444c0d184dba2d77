"""The disclosure report as a finished file: the program as a process of its own, no secrets told, PDF/UA."""

import json
import sys
from pathlib import Path

import pytest
from pypdf import PdfReader
from tests.guard.disclosures import CLEAN, SHOWING, WITHDRAWN, everything, folder, text_of
from tests.support import pdfcheck
from tests.support.command import JOURNEYS, Ran, cli, inside, reise

from reise.disclosing import made

#: What the guard finds in SHOWING, and may stand in no report.
SECRETS = ("Drøbak", "Kiwi Tøfsdal", "12345678", "Fjellheim", "Ringer", "Torbjørn")


def report(files: Path, output: Path, *more: str, fresh: bool = False) -> Ran:
    return reise("guard", files, "--report", "--output", output, *more, guarded=True, fresh=fresh)


def told(files: Path, code: int, *more: str) -> dict:
    """Return the data of a report, whose run ended with a code."""
    output = files / "ut" / "r.json"
    done = report(files, output, *more)
    assert done.code == code, done.err
    return json.loads(output.read_text(encoding="utf-8"))


@pytest.mark.slow
def test_a_report_of_what_is_open_is_made_all_the_same_and_ends_with_3(tmp_path: Path) -> None:
    files = folder(tmp_path / "reiser", apen=SHOWING, ny=CLEAN.format("", ""))
    done = reise("guard", files, "--report", cwd=tmp_path, guarded=True)
    assert (done.code, done.err) == (3, "")
    assert inside(tmp_path / "output") == {"vernerapport.pdf"}
    pages = text_of(tmp_path / "output" / "vernerapport.pdf")
    for page in pages:
        assert "bare for ansatte – skal aldri til deltakere" in page
    whole = " ".join(pages)
    assert "Vernet sier aldri «anonym»" in whole
    assert "R410" in whole
    assert "Elliot, Manning og Ford 2002" in whole
    assert "sammensatt av 3 reiser" in whole


@pytest.mark.slow
def test_what_was_found_stands_in_no_report(tmp_path: Path) -> None:
    files = folder(tmp_path / "reiser", apen=SHOWING, ny=CLEAN.format("", ""), borte=WITHDRAWN)
    said = []
    for kind in ("pdf", "html", "json"):
        output = tmp_path / f"r.{kind}"
        done = report(files, output)
        said.append(done.out + done.err)
        said.append(" ".join(text_of(output)) if kind == "pdf" else output.read_text(encoding="utf-8"))
    info = PdfReader(tmp_path / "r.pdf").metadata
    said.append(str(info))
    assert info is not None
    assert info.title == "Vernerapport – bare for ansatte"
    for text in said:
        for word in (*SECRETS, "Hemmelig", "borte"):
            assert word.casefold() not in text.casefold(), word
    assert "mobbing" in said[1]
    assert "ord som står åpne" in said[1]


@pytest.mark.slow
def test_a_withdrawn_journey_is_counted_and_nothing_else(tmp_path: Path) -> None:
    files = folder(tmp_path, borte=WITHDRAWN, en=CLEAN.format("", ""))
    found = told(files, 0)
    assert (found["withdrawn"], found["cases"]) == (1, 1)
    assert [each["name"] for each in found["files"]] == ["en"]
    done = report(files, tmp_path / "r.json")
    assert cli("guard_withdrawn", count=1) in done.out


@pytest.mark.slow
def test_a_file_that_cannot_be_read_does_not_stop_the_others(tmp_path: Path) -> None:
    files = folder(
        tmp_path / "reiser",
        a=CLEAN.format("", ""),
        b="reise: [1\n",
        c="reise: 1\nhendelser: []\n",
    )
    output = tmp_path / "r.json"
    done = report(files, output)
    assert done.code == 1
    assert "b.yaml:1" in done.err
    assert "c.yaml" in done.err
    found = json.loads(output.read_text(encoding="utf-8"))
    assert (found["unread"], [each["name"] for each in found["files"]]) == (2, ["a"])


@pytest.mark.slow
def test_options_belong_with_the_report(tmp_path: Path) -> None:
    for option, value in (("--paper", "a3"), ("--format", "json"), ("--lang", "nn"), ("--output", "r.pdf")):
        done = reise("guard", JOURNEYS, option, value, cwd=tmp_path, guarded=True)
        assert done.code == 2
        assert cli("guard_needs_report", option=option) in done.err
    assert report(JOURNEYS, tmp_path / "r.pdf", "--format", "json").code == 2
    assert inside(tmp_path) == set()


@pytest.mark.slow
def test_the_same_bytes_twice_and_in_every_format(tmp_path: Path) -> None:
    """The second time by a program that was begun anew, whose hashes are others."""
    for kind in ("pdf", "html", "json"):
        for name, fresh in (("a", False), ("b", True)):
            words = ("--paper", "a3", "--lang", "nn")
            assert report(JOURNEYS, tmp_path / f"{name}.{kind}", *words, fresh=fresh).code in (0, 3)
        assert (tmp_path / f"a.{kind}").read_bytes() == (tmp_path / f"b.{kind}").read_bytes(), kind
    box = PdfReader(tmp_path / "a.pdf").pages[0].mediabox
    assert round(float(box.width) / 72 * 25.4) == 420
    read = (tmp_path / "a.html").read_text(encoding="utf-8")
    assert "berre for tilsette" in read
    # A folder is where somebody works.
    assert "samling.yaml" in read
    assert str(JOURNEYS) not in read


@pytest.mark.slow
def test_nowhere_to_write_is_the_machines_fault(tmp_path: Path) -> None:
    (tmp_path / "fil").write_text("", encoding="utf-8")
    done = report(JOURNEYS, tmp_path / "fil" / "r.json")
    assert done.code == 4
    assert "R602" in done.err


@pytest.mark.slow
@pytest.mark.skipif(sys.platform != "linux", reason="veraPDF is set up for Debian's Java")
def test_the_report_is_pdf_ua(tmp_path: Path) -> None:
    found = everything(tmp_path)
    printed = []
    for language, paper in (("nb", "a4"), ("en", "a3")):
        printed.append(tmp_path / f"{language}.pdf")
        printed[-1].write_bytes(made(found, "pdf", language, paper))
    assert pdfcheck.failures_of(printed, "ua1") == {each: [] for each in printed}
    for each in printed:
        assert pdfcheck.page_validation_failures(each) == []
