"""What is no workbook, or too much of one, is refused with a code and no crash."""

import io
import zipfile
from pathlib import Path

import openpyxl
import pytest

from reise.workbook import bring_in, new_workbook
from reise.workbook.importing import MAX_BYTES
from reise.workbook.table import ROWS


def codes(path: Path) -> list[str]:
    found = bring_in(path)
    assert found.value is None
    return [each.code for each in found.problems]


def packed(path: Path, **parts: bytes) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as book:
        for name, content in parts.items():
            book.writestr(f"{name}.xml", content)
    return path


@pytest.mark.parametrize(
    "content", [b"", b"PK", b"PK\x03\x04" * 9, b"\xd0\xcf\x11\xe0" * 99, b"slag;hva\nkrise;x\n"]
)
def test_what_is_no_workbook(content: bytes, tmp_path: Path) -> None:
    path = tmp_path / "bok.xlsx"
    path.write_bytes(content)
    assert codes(path) == ["R702"]


def test_what_is_not_there_or_no_file(tmp_path: Path) -> None:
    assert codes(tmp_path / "borte.xlsx") == ["R124"]
    assert codes(tmp_path) == ["R702"]


@pytest.mark.parametrize("content", [b"\x81\x8d\x8f" * 9, b"\xff\xfe\x00"])
def test_what_is_no_text(content: bytes, tmp_path: Path) -> None:
    path = tmp_path / "x.csv"
    path.write_bytes(content)
    assert codes(path) == ["R702"]


def test_a_damaged_workbook(tmp_path: Path) -> None:
    good = new_workbook("nb", {("title",): "Prøve"})
    for start in range(0, len(good), 397):
        path = tmp_path / "bok.xlsx"
        path.write_bytes(good[:start] + b"\0" * 40 + good[start + 40 :])
        assert set(codes(path)) <= {"R702", "R704", "R211", "R203", "R705", "R205"}


def test_too_many_bytes(tmp_path: Path) -> None:
    for name in ("bok.xlsx", "bok.csv"):
        (tmp_path / name).write_bytes(b"x" * (MAX_BYTES + 1))
        assert codes(tmp_path / name) == ["R703"]


def test_a_small_file_that_unpacks_to_a_large_one(tmp_path: Path) -> None:
    path = packed(tmp_path / "bok.xlsx", a=b" " * 60_000_000)
    assert path.stat().st_size < 100_000
    assert codes(path) == ["R703"]
    assert codes(packed(tmp_path / "bok.xlsx", **{f"a{n}": b"" for n in range(600)})) == ["R703"]


def test_entities_are_never_unfolded(tmp_path: Path) -> None:
    bomb = b'<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><x>&b;</x>'
    assert codes(packed(tmp_path / "bok.xlsx", workbook=bomb)) == ["R702"]


def test_too_many_rows(tmp_path: Path) -> None:
    row = b"krise;x\n"
    path = tmp_path / "x.csv"
    path.write_bytes(b"slag;hva\n" + row * ROWS)
    found = bring_in(path)
    assert found.value is not None
    assert len(found.value.journey.events) == ROWS
    path.write_bytes(b"slag;hva\n" + row * (ROWS + 1))
    assert codes(path) == ["R703"]


def test_one_row_far_down_a_sheet(tmp_path: Path) -> None:
    book = openpyxl.load_workbook(io.BytesIO(new_workbook("nb", {("title",): "x"})))
    book["Hendelser"].cell(100_000, 1, "krise")
    book.save(tmp_path / "bok.xlsx")
    assert codes(tmp_path / "bok.xlsx") == ["R703"]


def test_a_formula_is_its_value_or_nothing(tmp_path: Path) -> None:
    book = openpyxl.load_workbook(io.BytesIO(new_workbook("nb", {("title",): "x"})))
    events = book["Hendelser"]
    for place, value in (("A2", "krise"), ("B2", "x"), ("C2", '=HYPERLINK("http://x.invalid")')):
        events[place] = value
    book.save(tmp_path / "bok.xlsx")
    found = bring_in(tmp_path / "bok.xlsx")
    assert found.value is not None
    assert found.value.journey.events[0].age is None


def test_what_would_not_fit_in_a_file_is_too_large(tmp_path: Path) -> None:
    path = tmp_path / "x.csv"
    path.write_bytes(b"slag;hva\n" + (b"krise;" + b"ord " * 30 + b"\n") * ROWS)
    assert codes(path) == ["R703"]
