"""A comparison as data: the same numbers in JSON, CSV and XLSX, each field explained, nothing run."""

import csv
import io
import json
import subprocess
import sys
from functools import cache
from pathlib import Path

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.comparison.cases import case, case_of, compared

import reise
from reise.comparison import Comparison, LeftOut, Terms, comparison
from reise.tables import as_csv, as_json, as_xlsx, sheets
from reise.tables.csv import FORMULA, harmless
from reise.tables.rows import Sheet

FOLDER = Path(__file__).parents[2] / "journeys"
LANGUAGES = ("nb", "nn", "en")
languages = pytest.mark.parametrize("language", LANGUAGES)


@cache
def six() -> Comparison:
    files = sorted(each for each in FOLDER.glob("*.yaml") if each.name != "samling.yaml")
    cases = [case_of(reise.load(each)) for each in files]
    return comparison(cases, Terms(), (LeftOut("en-til", "consent"),))


@cache
def told(language: str = "nb") -> dict:
    return json.loads(as_json(six(), language))


def rows(content: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"), newline="")))


@cache
def book():
    return openpyxl.load_workbook(io.BytesIO(as_xlsx(sheets(six(), "nb"))))


# --- JSON -------------------------------------------------------------------------------------------


def test_each_question_stands_under_its_number_with_all_it_rests_on():
    found = told()
    assert [each for each in found if each.startswith("q")] == [f"q{place:02}" for place in range(1, 25)]
    for name, answer in six().answers.items():
        entry, head = found[name], answer.head
        assert (entry["n"], entry["N"], entry["unit"]) == (head.n, head.N, head.unit)
        assert tuple(entry["cases"]) == head.cases
        assert tuple(entry["unknown"]) == head.unknown
        assert entry["unknowns"] == head.unknowns
        assert tuple(entry["long_spans"]) == head.long
        assert entry["leave_one_out"]["low"] == (list(head.low) if head.low else None)
        assert entry["question"].endswith("?")
        assert entry["rule"].endswith(".")
        assert [each["name"] for each in entry["parts"]] == [each.name for each in answer.parts]
        assert all(set(each) >= {"n", "N", "cases", "unknown", "leave_one_out"} for each in entry["parts"])
        assert bool(entry["lacks"]) == bool(answer.lacks)


def test_rows_of_tables_are_objects_under_their_columns():
    for answer in six().answers.values():
        for made, entry in zip(answer.tables, told()[answer.id]["tables"], strict=True):
            assert entry["name"] == made.name
            assert [tuple(each) for each in entry["rows"]] == [made.columns] * len(made.rows)


def test_who_is_left_out_is_counted_and_not_named():
    assert told()["left_out"] == [{"reason": "consent", "journeys": 1}]
    assert b"en-til" not in as_json(six(), "nb")


def test_only_words_differ_between_languages():
    def numbers(value):
        if isinstance(value, dict):
            words = {"label", "question", "rule", "lacks", "language", "codebook", "aligned_on"}
            return {key: numbers(each) for key, each in value.items() if key not in words}
        return [numbers(each) for each in value] if isinstance(value, list) else value

    assert numbers(told("nb")) == numbers(told("nn")) == numbers(told("en"))
    assert told("nb")["q01"]["rule"] != told("en")["q01"]["rule"]


# --- The same in every format -----------------------------------------------------------------------


def test_csv_and_workbook_tell_the_same_n_of_n_as_json():
    answers, parts = (rows(as_csv(sheets(six(), "nb"))[f"{each}.csv"]) for each in ("answers", "parts"))
    page = [[each.value for each in row] for row in book()["answers"].iter_rows()]
    at_n, at_whole = page[0].index("n"), page[0].index("N")
    assert len(answers) == len(page) - 1 == 24
    for line, row in zip(answers, page[1:], strict=True):
        entry = told()[line["id"]]
        assert (int(line["n"]), int(line["N"])) == (row[at_n], row[at_whole]) == (entry["n"], entry["N"])
        assert line["cases"] == "; ".join(entry["cases"])
        assert line["rule"] == entry["rule"]
    of_json = [
        (name, each["name"], each["n"], each["N"])
        for name in told()
        if name[0] == "q"
        for each in told()[name]["parts"]
    ]
    assert [(each["id"], each["name"], int(each["n"]), int(each["N"])) for each in parts] == of_json


def test_every_sheet_is_a_file_and_a_worksheet_with_the_same_rows():
    made = sheets(six(), "nb")
    files = as_csv(made)
    assert set(files) == {f"{each.name}.csv" for each in made}
    assert book().sheetnames == [each.name for each in made]
    for sheet in made:
        page = book()[sheet.name]
        assert page.freeze_panes == "A2"
        assert tuple(each.value for each in page[1]) == sheet.columns
        assert page.max_row == len(sheet.rows) + 1 == len(rows(files[f"{sheet.name}.csv"])) + 1
        for number, row in enumerate(sheet.rows, 2):
            for cell, value in zip(page[number], row, strict=True):
                wanted = pytest.approx(value) if isinstance(value, float) else value
                assert cell.value == (None if value == "" else wanted)


def test_turning_points_are_all_in_the_data():
    found = rows(as_csv(sheets(six(), "nb"))["turning_points.csv"])
    assert len(found) == sum(len(each.turns) for each in six().cases) == len(told()["turning_points"])


def test_values_have_a_row_for_each_case_and_nothing_where_it_is_unknown():
    found = rows(as_csv(sheets(six(), "nb"))["values.csv"])
    for answer in six().answers.values():
        for each in answer.measures:
            mine = {
                row["case"]: row["value"]
                for row in found
                if (row["id"], row["name"]) == (answer.id, each.name)
            }
            assert set(mine) == {one.id for one in six().cases}
            assert {whose: float(value) for whose, value in mine.items() if value} == dict(each.values)


def test_standing_adds_up_to_the_cases_of_each_number():
    found = rows(as_csv(sheets(six(), "nb"))["standing.csv"])
    for answer in six().answers.values():
        if answer.head.unit != "question":
            mine = [
                each["case"]
                for each in found
                if (each["id"], each["name"], each["standing"]) == (answer.id, answer.head.name, "cases")
            ]
            assert tuple(mine[: len(answer.head.cases)]) == answer.head.cases


# --- The codebook -----------------------------------------------------------------------------------


@languages
def test_every_field_of_every_sheet_is_explained(language):
    made = sheets(six(), language)
    book = next(each for each in made if each.name == "codebook")
    explained = {(row[0], row[1]): row for row in book.rows}
    wanted = {(sheet.name, column) for sheet in made if sheet is not book for column in sheet.columns}
    assert set(explained) == wanted
    for _, name, meaning, _, values, rule in book.rows:
        assert meaning, name
        assert values, name
        assert str(rule).endswith("."), name


# --- Nothing is run, and nothing lost ---------------------------------------------------------------


@given(st.text(max_size=12))
def test_no_words_are_taken_for_a_formula(words):
    made = harmless(words)
    assert not made.startswith(FORMULA)
    assert made.removeprefix("'") == words or made == words


def test_words_that_look_like_a_formula_are_words_in_every_format():
    event = '- hendelse: "{words}"\n  vendepunkt: {{retning: opp, sagt av: ung}}\n'
    for words in ("=1+1", "+47", "-2", "@SUM(A1)"):
        made = sheets(compared(case(event.format(words=words))), "nb")
        found = rows(as_csv(made)["turning_points.csv"])
        assert found[0]["text"] == "'" + words
        page = openpyxl.load_workbook(io.BytesIO(as_xlsx(made)))["turning_points"]
        cell = page.cell(2, made[5].columns.index("text") + 1)
        assert (cell.data_type, cell.value) == ("s", words)


def test_a_spreadsheet_sees_the_norwegian_letters():
    content = as_csv(sheets(six(), "nb"))["cases.csv"]
    assert content.startswith(b"\xef\xbb\xbf")
    assert "Våken om natta" in content.decode("utf-8-sig")
    assert b"\r\n" in content


def test_more_rows_than_a_worksheet_holds_go_on_to_another(monkeypatch):
    monkeypatch.setattr("reise.tables.xlsx.ROWS", 3)
    made = as_xlsx([Sheet("mange", ("a",), tuple((each,) for each in range(7)))])
    pages = openpyxl.load_workbook(io.BytesIO(made))
    assert pages.sheetnames == ["mange", "mange_2", "mange_3"]
    assert [row[0].value for page in pages for row in page.iter_rows(min_row=2)] == list(range(7))


def test_no_case_at_all_is_data_too():
    none = compared()
    assert json.loads(as_json(none))["cases"] == []
    assert as_xlsx(sheets(none, "nb"))


@languages
def test_the_same_comparison_gives_the_same_bytes(language):
    again = comparison(tuple(reversed(six().cases)), Terms(), six().left_out)
    made, more = sheets(six(), language), sheets(again, language)
    assert as_json(six(), language) == as_json(again, language)
    assert as_csv(made) == as_csv(more)
    assert as_xlsx(made) == as_xlsx(more)


def test_the_bytes_hang_on_neither_the_clock_nor_the_seed_of_hashes():
    code = (
        "import hashlib, os, sys, time; sys.path.insert(0, sys.argv[1]);"
        "os.environ['TZ'] = sys.argv[2]; time.tzset();"
        "from tests.comparison.test_export import six; from reise.tables import *;"
        "made = sheets(six(), 'nb');"
        "print(hashlib.sha256(as_xlsx(made) + as_json(six()) + b''.join(as_csv(made).values())).hexdigest())"
    )
    root = str(Path(__file__).parents[2])
    seen = {
        subprocess.run(
            [sys.executable, "-c", code, root, zone],
            capture_output=True,
            text=True,
            check=True,
            cwd=root,
            env={"PYTHONHASHSEED": seed, "PATH": "", "PYTHONPATH": root},
        ).stdout
        for seed, zone in (("1", "UTC"), ("2", "Pacific/Auckland"))
    }
    assert len(seen) == 1
