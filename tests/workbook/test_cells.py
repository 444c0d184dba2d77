"""Every problem of a workbook stands at its cell, with its cause and not what follows from it."""

import datetime
import io
from pathlib import Path

import openpyxl
import pytest

from reise.problems import Checked
from reise.workbook import Imported, bring_in, new_workbook
from reise.workbook.columns import column_place, field_place

Row = dict[str, object]


def book(path: Path, *rows: Row, fields: Row | None = None, language: str = "nb") -> Path:
    """Write a workbook with events by the heads of their columns, and fields by their names."""
    made = openpyxl.load_workbook(io.BytesIO(new_workbook(language, {("title",): "Prøve"})))
    journey, events, _ = made.worksheets
    at = {field_place(cell.value): cell.row for cell in journey["A"] if cell.value}
    for name, value in (fields or {}).items():
        journey.cell(at[field_place(name)], 2).value = value
    heads = {column_place(cell.value): cell.column for cell in events[1]}
    for number, row in enumerate(rows, 2):
        for name, value in row.items():
            place = column_place(name)
            if place not in heads:
                heads[place] = events.max_column + 1
                events.cell(1, heads[place], name)
            events.cell(number, heads[place], value)
    made.save(path)
    return path


def told(found: Checked[Imported]) -> list[str]:
    """Return cells and codes: "Hendelser!C2 R206"."""
    return [f"{each.file.partition('.xlsx ')[2] or each.file} {each.code}" for each in found.problems]


GOOD = {"slag": "milepæl", "hva": "Start"}


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        ({"slag": "krisse", "hva": "x"}, ["Hendelser!A3 R205"]),
        ({"hva": "bare ord"}, ["Hendelser!A3 R212"]),
        ({"slag": "krise"}, ["Hendelser!B3 R209"]),
        ({"slag": "krise", "hva": "x", "alder": "tolv"}, ["Hendelser!C3 R206"]),
        ({"slag": "krise", "hva": "x", "alder": "mars 2021"}, ["Hendelser!C3 R207"]),
        ({"slag": "krise", "hva": "x", "alder": datetime.datetime(2026, 12, 10)}, ["Hendelser!C3 R701"]),
        ({"slag": "krise", "hva": "x", "alder": datetime.time(1, 2)}, ["Hendelser!C3 R701"]),
        ({"slag": "krise", "hva": "x", "varer": 45636}, ["Hendelser!E3 R701"]),
        ({"slag": "krise", "hva": datetime.datetime(2026, 12, 10)}, ["Hendelser!B3 R701"]),
        ({"slag": "krise", "hva": "x", "alder": "#REF!"}, ["Hendelser!C3 R707"]),
        ({"slag": "krise", "hva": "x", "hvem": "barnevern; romvesen"}, ["Hendelser!F3 R303"]),
        ({"slag": "krise", "hva": "x", "virkning": "hjulp"}, ["Hendelser!G3 R205"]),
        ({"slag": "krise", "hva": "x", "virkning: ung": "hjulp"}, ["Hendelser!H3 R205"]),
        ({"slag": "krise", "hva": "x", "vendepunkt": "opover"}, ["Hendelser!L3 R205"]),
        ({"slag": "vendepunkt", "hva": "x", "vendepunkt: sagt av": "romvesen"}, ["Hendelser!M3 R205"]),
        ({"slag": "krise", "hva": "x" * 301}, ["Hendelser!B3 R210"]),
        ({"slag": "krise", "hva": "ord " * 80}, ["Hendelser!B3 R208"]),
        ({"slag": "krise", "hva": "x", "id": "Å"}, ["Hendelser!X3 R214"]),
        ({"slag": "krise", "hva": "x", "under": "borte"}, ["Hendelser!AA3 R302"]),
        ({"slag": "krise", "hva": "x", "fase": "Før"}, ["Hendelser!W3 R306"]),
        ({"slag": "krise", "hva": "usyn\u200blig"}, ["Hendelser!B3 R105"]),
        ({"slag": "krise", "hva": "Sol \u2600"}, ["Hendelser!B3 R501"]),
        ({"slag": "krise", "hva": "x", "kommentar": "vårt"}, ["Hendelser!AI1 R705"]),
    ],
    ids=lambda each: str(each)[:60],
)
def test_a_cell_that_is_wrong(row: Row, expected: list[str], tmp_path: Path) -> None:
    found = bring_in(book(tmp_path / "bok.xlsx", GOOD, row))
    assert told(found) == expected
    assert (found.value is None) == (expected[0][-4:] != "R303")


@pytest.mark.parametrize(
    ("field", "value", "expected"),
    [
        ("tittel", None, "Reise!B2 R203"),
        ("tittel", "…", "R216"),
        ("språk", "samisk", "Reise!B3 R205"),
        ("kilde", "rykte", "Reise!B5 R205"),
        ("kilde: av", "3", "Reise!B5 R203"),
        ("status", "nesten", "Reise!B8 R205"),
        ("samtykke: kart", "kanskje", "Reise!B9 R205"),
        ("kodet av", "romvesen", "Reise!B13 R205"),
        ("utfall", "x" * 61, "Reise!B15 R210"),
    ],
)
def test_a_field_that_is_wrong(field: str, value: str, expected: str, tmp_path: Path) -> None:
    path = book(tmp_path / "….xlsx", GOOD, fields={field: value})
    assert told(bring_in(path))[0].removeprefix(f"{path} ") == expected


def test_all_that_is_wrong_is_told_in_the_order_of_the_sheets(tmp_path: Path) -> None:
    rows = ({"slag": "krise", "hva": "x", "alder": "?"}, {"slag": "krisse", "hva": "x", "varer": "lenge"})
    found = bring_in(book(tmp_path / "bok.xlsx", *rows, fields={"status": "nesten"}))
    assert told(found) == ["Reise!B8 R205", "Hendelser!C2 R206", "Hendelser!A3 R205", "Hendelser!E3 R206"]


def test_statements_that_cannot_all_be_true_have_all_their_cells(tmp_path: Path) -> None:
    rows = ({"slag": "krise", "hva": "x", "alder": "16"}, {"slag": "krise", "hva": "y", "alder": "13"})
    [only] = told(bring_in(book(tmp_path / "bok.xlsx", *rows)))
    cells, code = only.rsplit(" ", 1)
    assert code == "R301"
    assert {"Hendelser!C2", "Hendelser!C3"} <= set(cells.split(", "))


def test_a_problem_never_holds_what_the_cell_says(tmp_path: Path) -> None:
    row = {"slag": "KANARI", "hva": "KANARI", "alder": "KANARI", "KANARI": "KANARI", "virkning": "KANARI"}
    made = openpyxl.load_workbook(book(tmp_path / "bok.xlsx", GOOD))
    for number, (name, value) in enumerate(row.items(), 40):
        made.worksheets[1].cell(1, number, name)
        made.worksheets[1].cell(2, number, value)
    made.save(tmp_path / "bok.xlsx")
    found = bring_in(tmp_path / "bok.xlsx")
    assert found.problems
    assert "KANARI" not in repr(found.problems)


@pytest.mark.parametrize("language", ["nb", "nn", "en"])
def test_every_word_of_the_lists_is_understood(language: str, tmp_path: Path) -> None:
    made = openpyxl.load_workbook(io.BytesIO(new_workbook(language, {("title",): "Prøve"})))
    journey, events, lists = made.worksheets
    at = {field_place(cell.value): cell.row for cell in journey["A"] if cell.value}
    columns = {column_place(cell.value): cell.column for cell in events[1]}
    kinds = [cell.value for cell in lists["F"][1:] if cell.value]
    assert len(kinds) == 11
    for number, words in enumerate(zip(*(column[1:] for column in lists.columns), strict=True), 2):
        events.cell(number, columns[("kind",)], kinds[0])
        events.cell(number, columns[("text",)], "x")
        for head, cell in zip(lists[1], words, strict=True):
            if cell.value is None:
                continue
            place = column_place(head.value)
            if place in columns:
                events.cell(number, columns[place], cell.value)
            if field_place(head.value) in (("language",), ("source", "kind"), ("status",)):
                journey.cell(at[field_place(head.value)], 2, cell.value)
    made.save(tmp_path / "bok.xlsx")
    assert told(bring_in(tmp_path / "bok.xlsx")) == []


def test_the_same_workbook_twice_is_the_same_bytes() -> None:
    answers = {("title",): "Prøve", ("despite",): "én; to"}
    assert new_workbook("nn", answers) == new_workbook("nn", answers)


def test_where_a_spreadsheet_would_see_dates_all_is_text() -> None:
    made = openpyxl.load_workbook(io.BytesIO(new_workbook("nb", {})))
    events = made["Hendelser"]
    for column in events.column_dimensions.values():
        assert column.number_format == "@"


@pytest.mark.parametrize("language", ["nb", "nn", "en"])
def test_every_column_has_a_hint_and_every_list_its_words(language: str) -> None:
    made = openpyxl.load_workbook(io.BytesIO(new_workbook(language, {})))
    _, events, lists = made.worksheets
    rules = {str(each.sqref).split(":")[0]: each for each in events.data_validations.dataValidation}
    assert len(rules) == events.max_column
    for rule in rules.values():
        assert rule.prompt
        assert len(rule.prompt) <= 255
        if rule.type == "list":
            name, cells = rule.formula1.split("!")
            assert name == f"'{lists.title}'"
            assert all(cell.value for [cell] in lists[cells.replace("$", "")])
    assert [rules[f"{letter}2"].showErrorMessage for letter in "AFG"] == [True, False, True]
