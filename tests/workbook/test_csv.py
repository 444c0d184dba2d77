"""CSV from every spreadsheet: its delimiters, its letters, its dates."""

from pathlib import Path

import pytest

from reise.problems import Checked
from reise.workbook import Imported, bring_in

ROWS = [
    ["slag", "hva", "alder", "hvem", "virkning: ung"],
    ["milepæl", "Ungdomsskolen", "13", "", ""],
    ["tjeneste", "Losen sier: «kom», og hun kommer", "15-17", "skolelos", "hjalp"],
]


def written(path: Path, rows: list[list[str]], between: str = ";", encoding: str = "utf-8") -> Path:
    lines = [between.join(f'"{each}"' if between in each else each for each in row) for row in rows]
    path.write_bytes(("\r\n".join(lines) + "\r\n").encode(encoding))
    return path


def told(found: Checked[Imported], path: Path) -> list[str]:
    return [f"{each.file.removeprefix(str(path)).strip()} {each.code}".strip() for each in found.problems]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
@pytest.mark.parametrize("between", [";", ",", "\t"])
def test_every_delimiter_and_encoding(between: str, encoding: str, tmp_path: Path) -> None:
    path = written(tmp_path / "jenta-i_kantina.csv", ROWS, between, encoding)
    found = bring_in(path)
    assert found.problems == ()
    assert found.value is not None
    journey = found.value.journey
    assert (found.value.id, journey.title, journey.language) == ("jenta-i-kantina", "Jenta i kantina", "nb")
    assert [each.text for each in journey.events] == [row[1] for row in ROWS[1:]]
    assert journey.events[1].effects == {"young": "helped"}


def test_title_and_language_can_be_given(tmp_path: Path) -> None:
    path = written(tmp_path / "x.csv", ROWS)
    found = bring_in(path, title="Våken", language="nn")
    assert found.value is not None
    assert (found.value.id, found.value.journey.language) == ("vaken", "nn")
    assert found.value.text.startswith("reise: 1\ntittel: Våken\nspråk: nn\n")


def test_the_heads_tell_the_language(tmp_path: Path) -> None:
    rows = [["kind", "what", "age", "who"], ["milestone", "School", "13", "Teacher"]]
    found = bring_in(written(tmp_path / "x.csv", rows, ","))
    assert found.value is not None
    assert found.value.text.endswith("events:\n  - milestone: School\n    age: 13\n    who: larer\n")


@pytest.mark.parametrize(
    "made", ["10.des", "12. okt", "10-Dec", "des.12", "okt 12", "jan-15", "45636", "5.mar."]
)
def test_what_a_spreadsheet_left_of_an_age_is_explained(made: str, tmp_path: Path) -> None:
    path = written(tmp_path / "x.csv", [*ROWS, ["krise", "x", made, "", ""]])
    assert told(bring_in(path), path) == ["C4 R701"]


def test_a_date_that_a_person_wrote_is_a_date(tmp_path: Path) -> None:
    path = written(tmp_path / "x.csv", [*ROWS, ["krise", "x", "12.03.2021", "", ""]])
    assert told(bring_in(path), path) == ["C4 R207"]


def test_heads_may_stand_further_down_and_empty_rows_are_none(tmp_path: Path) -> None:
    path = written(tmp_path / "x.csv", [["Vår liste"], [], ROWS[0], [""] * 5, ROWS[1], ["", "", "", "", ""]])
    found = bring_in(path)
    assert found.value is not None
    assert len(found.value.journey.events) == 1
    wrong = written(tmp_path / "y.csv", [["Vår liste"], [], ROWS[0], [""] * 5, ["krisse", "x", "", "", ""]])
    assert told(bring_in(wrong), wrong) == ["A5 R205"]


def test_a_line_that_names_the_delimiter_is_no_row(tmp_path: Path) -> None:
    path = tmp_path / "x.csv"
    path.write_bytes(b"sep=;\r\nslag;hva\r\nkrisse;x\r\n")
    assert told(bring_in(path), path) == ["A2 R205"]


def test_a_text_over_several_lines_is_one(tmp_path: Path) -> None:
    path = tmp_path / "x.csv"
    path.write_text('slag;hva;hvem\nkrise;"Første\nandre";"nav\nbup"\nkrisse;x;\n', encoding="utf-8")
    assert told(bring_in(path), path) == ["A3 R205"]
    path.write_text('slag;hva;hvem\nkrise;"Første\nandre";"nav\nbup"\n', encoding="utf-8")
    found = bring_in(path)
    assert found.value is not None
    assert found.value.journey.events[0].text == "Første andre"
    assert found.value.journey.events[0].who == ("nav", "bup")


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ([["navn", "alder"], ["x", "1"]], ["R704"]),
        ([["slag", "alder"], ["krise", "1"]], ["R704"]),
        ([ROWS[0]], ["A2 R211"]),
        ([[*ROWS[0], "alder"], ROWS[1]], ["F1, C1 R217"]),
        ([[*ROWS[0], ""], [*ROWS[1], "x"]], ["F1 R705"]),
        ([[*ROWS[0], "aldr"], ROWS[1]], ["F1 R705"]),
        ([[*ROWS[0], "virkning: romvesen"], ROWS[1]], ["F1 R705"]),
    ],
)
def test_heads_that_are_wrong(rows: list[list[str]], expected: list[str], tmp_path: Path) -> None:
    path = written(tmp_path / "x.csv", rows)
    assert told(bring_in(path), path) == expected


def test_a_misspelt_head_is_suggested(tmp_path: Path) -> None:
    path = written(tmp_path / "x.csv", [[*ROWS[0], "senre"], ROWS[1]])
    [problem] = bring_in(path).problems
    assert dict(problem.args)["suggestion"] == "senere"
