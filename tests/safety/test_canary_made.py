"""H15, B11, B12: whatever field of the format it is in, a bird is never heard outside of its file.

Neither in the name of a file that is made, nor in what a PDF or a picture says of itself, nor anywhere in
what others than those who wrote are to read. What is said is in test_canary.py.
"""

import csv
import io
import shutil
from collections.abc import Iterator
from pathlib import Path

import openpyxl
import pikepdf
import pytest
from tests.support import hostile
from tests.support.canary import BIRD, DISGUISES, Cages, made_in, says, singing, sings

from reise.pdf import words_in
from reise.workbook import new_workbook
from reise.workbook.columns import COLUMNS, FIELDS, head

pytestmark = pytest.mark.usefixtures("unheard")


def test_no_map_that_is_drawn_is_named_after_it(cages: Cages, tmp_path: Path) -> None:
    out = tmp_path / "ut"
    assert singing(says("render", *cages[0][::25], "-f", "html", "--jobs", "1", "-o", out)) == []
    assert made_in(out)
    assert not any(map(sings, made_in(out)))


@pytest.mark.usefixtures("guarded")
def test_nothing_is_drawn_of_what_the_guard_stops_and_nothing_said(cages: Cages, tmp_path: Path) -> None:
    for words in (
        ("render", *cages[0][::40], *cages[1][::40], "-f", "html", "--jobs", "1", "-o", tmp_path / "ut"),
        *(
            ("compare", *cages[0][::40], "-f", kind, "-o", tmp_path / f"c.{kind}")
            for kind in ("html", "json")
        ),
    ):
        assert singing(says(*words)) == []
    assert not any(map(sings, made_in(tmp_path)))


@pytest.mark.usefixtures("guarded")
@pytest.mark.parametrize("kind", ["html", "json"])
def test_the_disclosure_report_quotes_nothing(kind: str, cages: Cages, tmp_path: Path) -> None:
    """It is read by others than those who wrote."""
    place = tmp_path / f"rapport.{kind}"
    assert singing(says("guard", "--report", *cages[0][::20], "-o", place)) == []
    assert not singing(place.read_text(encoding="utf-8"))


@pytest.fixture
def printable(tmp_path: Path) -> Path:
    """A journey that can be printed and compared, with the bird in every word but its title."""
    path = hostile.journey(BIRD, folder=tmp_path / "")
    text = path.read_text(encoding="utf-8").replace(f"tittel: {BIRD}", "tittel: Noe", 1)
    path.write_text(f"# {BIRD}\n{text}samtykke: {{sammenligning: ja, kart: ja}}\n", encoding="utf-8")
    return path


def beside_the_pages(content: bytes) -> Iterator[str]:
    """Yield what a PDF says of itself, its attachments, and all names and texts in its parts.

    What its pages show is left out, and what tells it again: the tags, for a screen reader, and bookmarks.
    """
    with pikepdf.open(io.BytesIO(content)) as document:
        yield document.Root.Metadata.read_bytes().decode()
        yield from map(str, document.attachments)
        for each in [*document.objects, document.trailer]:
            yield from _within(each)


def bookmarks(content: bytes) -> Iterator[str]:
    """Yield the bookmarks of a PDF, however deep."""
    with pikepdf.open(io.BytesIO(content)) as document, document.open_outline() as outline:
        ahead = [*outline.root]
        while ahead:
            yield ahead[0].title
            ahead = [*ahead[0].children, *ahead[1:]]


def _within(part: object) -> Iterator[str]:
    """Yield the keys, names and texts of a part of a PDF; what it refers to is a part by itself."""
    if isinstance(part, pikepdf.Dictionary | pikepdf.Stream):
        if part.get("/Type") == "/StructElem" or ("/Title" in part and "/Parent" in part):
            return
        for key, each in part.items():
            yield key
            if not (isinstance(each, pikepdf.Object) and each.is_indirect):
                yield from _within(each)
    elif isinstance(part, pikepdf.Array):
        for each in part:
            if not (isinstance(each, pikepdf.Object) and each.is_indirect):
                yield from _within(each)
    elif isinstance(part, pikepdf.String | pikepdf.Name):
        yield str(part)


def texts_of_tags(content: bytes) -> list[str]:
    """Return what the tags of a PDF say to a screen reader."""
    with pikepdf.open(io.BytesIO(content)) as document:
        tags = [each for each in document.objects if isinstance(each, pikepdf.Dictionary) and "/S" in each]
        return [
            str(each) for tag in tags for each in tag.as_dict().values() if isinstance(each, pikepdf.String)
        ]


@pytest.fixture
def compared(printable: Path) -> list[Path]:
    """Three of them, that can be compared."""
    others = [printable.with_name(f"nr-{number}.yaml") for number in (2, 3)]
    for each in others:
        shutil.copy(printable, each)
    return [printable, *others]


@pytest.mark.slow
@pytest.mark.parametrize(
    "words", [("render",), ("render", "--archive"), ("compare", "--pages", "1"), ("compare", "--pages", "2")]
)
def test_a_pdf_says_it_on_the_sheet_alone(
    words: tuple[str, ...], compared: list[Path], tmp_path: Path
) -> None:
    """Not in what it says of itself, its destinations, attachments or parts; a bookmark is a heading."""
    paths = compared if words[0] == "compare" else compared[:1]
    assert singing(says(*words, *paths, "-f", "pdf", "-o", tmp_path / "ut.pdf", codes=(0,))) == []
    content = (tmp_path / "ut.pdf").read_bytes()
    beside = [*beside_the_pages(content)]
    assert [each for each in beside if sings(each)] == []
    assert len(beside) > 100
    shown = " ".join(words_in(content))
    assert BIRD in shown
    assert all(" ".join(each.split()) in shown for each in bookmarks(content) if sings(each))


@pytest.mark.slow
@pytest.mark.usefixtures("guarded")
def test_the_printed_disclosure_report_says_it_nowhere(cages: Cages, tmp_path: Path) -> None:
    place = tmp_path / "rapport.pdf"
    assert singing(says("guard", "--report", *cages[0][::20], "-o", place)) == []
    content = place.read_bytes()
    assert len(words_in(content)) > 200
    assert not sings(" ".join(words_in(content)))
    assert not sings("\n".join((*beside_the_pages(content), *bookmarks(content))))
    tags = [*texts_of_tags(content)]
    assert len(tags) > 3
    assert not any(map(sings, tags))


def chunks(picture: bytes) -> Iterator[tuple[str, bytes]]:
    """Yield the parts of a PNG file."""
    at = 8
    while at < len(picture):
        size = int.from_bytes(picture[at : at + 4])
        yield picture[at + 4 : at + 8].decode(), picture[at + 8 : at + 8 + size]
        at += size + 12


@pytest.mark.slow
def test_a_picture_says_nothing_but_what_is_seen(printable: Path, tmp_path: Path) -> None:
    assert (
        singing(says("render", printable, "-p", "a4", "-f", "png", "-o", tmp_path / "ut", codes=(0,))) == []
    )
    assert made_in(tmp_path / "ut")
    assert not any(map(sings, made_in(tmp_path / "ut")))
    for each in (tmp_path / "ut").iterdir():
        assert {kind for kind, _ in chunks(each.read_bytes())} <= {"IHDR", "PLTE", "IDAT", "IEND", "pHYs"}
        assert not sings(each.read_bytes())


@pytest.mark.parametrize("kind", ["json", "csv", "xlsx", "graphml", "html"])
def test_compare_names_no_file_and_says_nothing_of_it(
    kind: str, compared: list[Path], tmp_path: Path
) -> None:
    out = tmp_path / "ut"
    out.mkdir()
    words = ("compare", *compared, "-f", kind, "--pages", "1", "-o", out, "--jobs", "1")
    assert singing(says(*words, codes=(0,))) == []
    assert made_in(out)
    assert not any(map(sings, made_in(out)))


# --- Tables -----------------------------------------------------------------------------------------


@pytest.mark.usefixtures("guarded")
@pytest.mark.parametrize("how", ["name", "sentence", "lower", "digits", "long"])
def test_import_says_nothing_of_a_cell(how: str, tmp_path: Path) -> None:
    """In any column of a CSV file or as its head, in any field of a workbook."""
    value, paths = DISGUISES[how], []
    plain = {head(("kind",), "nb"): "hendelse", head(("text",), "nb"): "noe", head(("age",), "nb"): "13"}
    columns = [head(each.place, "nb") for each in COLUMNS]
    for number, column in enumerate([*columns, value], 1):
        path = tmp_path / f"nr-{number}.csv"
        row = plain | {column: value}
        out = io.StringIO()
        csv.writer(out, delimiter=";").writerows([row.keys(), row.values()])
        path.write_text(out.getvalue(), encoding="utf-8")
        paths.append(path)
    book = openpyxl.load_workbook(io.BytesIO(new_workbook("nb", {})))
    for row in range(2, len(FIELDS) + 2):
        book.worksheets[0].cell(row, 2, value)
    for column in range(1, len(COLUMNS) + 1):
        book.worksheets[1].cell(2, column, value)
    book.create_sheet(BIRD)
    book.save(tmp_path / "nr-99.xlsx")
    said_of = says("import", *paths, tmp_path / "nr-99.xlsx", "-o", tmp_path / "ut")
    assert singing(said_of) == []
    assert said_of.count("nr-") > len(paths)
    assert not any(map(sings, made_in(tmp_path)))


@pytest.mark.usefixtures("guarded")
@pytest.mark.parametrize("title", [BIRD, BIRD.lower(), f"En reise med {BIRD.lower()}"])
def test_no_file_is_named_after_a_title_in_a_cell_that_may_be_a_name(title: str, tmp_path: Path) -> None:
    book = new_workbook("nb", {("title",): title, ("source", "kind"): "sammensatt"})
    made = openpyxl.load_workbook(io.BytesIO(book))
    for column, value in enumerate(("hendelse", "noe"), 1):
        made.worksheets[1].cell(2, column, value)
    made.save(tmp_path / "nr-1.xlsx")
    assert singing(says("import", tmp_path / "nr-1.xlsx", "-o", tmp_path / "ut")) == []
    assert not any(map(sings, made_in(tmp_path)))
