"""H15, B11, B12: whatever field of the format it is in, a bird is never heard outside of its file.

Neither in what is said, by any command in any format, nor in a log, the name of a file that is made, or
what a PDF says of itself. What a person asks to be shown (`fix`, `decide`, the map) does not count.
"""

import csv
import io
import logging
import shutil
import traceback
from collections.abc import Iterator
from pathlib import Path

import openpyxl
import pikepdf
import pytest
from click.testing import CliRunner
from starlette.testclient import TestClient
from tests.support import cases, hostile
from tests.support.canary import BIRD, DIGITS, DISGUISES, TABLES, VALUES, collections, sings, tables, written
from tests.test_program import reise as run

import reise
from reise.batch import check_all
from reise.cli import group
from reise.cli.formats import FORMATS
from reise.cli.speech import told
from reise.pdf import words_in
from reise.pipeline import forget_collections
from reise.problems import Problem, said
from reise.serve.answers import Answers
from reise.serve.gate import Gate
from reise.workbook import new_workbook
from reise.workbook.columns import COLUMNS, FIELDS, head


@pytest.fixture(autouse=True)
def heard(caplog: pytest.LogCaptureFixture, recwarn: pytest.WarningsRecorder) -> Iterator[None]:
    """Hold that nothing of it is logged, nor warned of."""
    caplog.set_level(logging.DEBUG)
    yield
    assert not any(sings(each.getMessage()) or sings(str(each.args)) for each in caplog.records)
    assert not any(sings(str(each.message)) for each in recwarn)


@pytest.fixture(scope="module")
def cages(tmp_path_factory: pytest.TempPathFactory) -> tuple[list[Path], list[Path]]:
    """Journeys with the bird in every field, and folders with a collection that has it."""
    return written(tmp_path_factory.mktemp("reiser")), collections(tmp_path_factory.mktemp("samlinger"))


def says(*words: str | Path, codes: tuple[int, ...] = (0, 1, 3)) -> str:
    """Run a command in this process; return all that it says, to whomever; nothing is unforeseen."""
    forget_collections()
    ran = CliRunner().invoke(group, [*map(str, words)], prog_name="reise")
    assert ran.exception is None or isinstance(ran.exception, SystemExit), traceback.format_exception(
        ran.exception
    )
    assert ran.exit_code in codes, (words[0], ran.exit_code)
    return ran.output


def singing(text: str) -> list[str]:
    """Return the lines in which the bird is heard."""
    return [line for line in text.splitlines() if sings(line)]


def test_every_table_of_the_format_is_tried() -> None:
    assert set(tables()) == set(TABLES) | VALUES
    assert not set(TABLES) & VALUES


def test_it_is_heard_where_it_sings() -> None:
    heard = (
        "KVITREBLA",
        "kvit-rebla",
        "K v i t r e b l a",
        b"x\xff91827364",
        "9182 7364",
        "/tmp/kvitrebla.pdf",
    )
    assert all(map(sings, heard))
    assert not sings("Kvit rev, 9182736")


def test_most_files_are_read_as_far_as_the_bird(cages: tuple[list[Path], list[Path]]) -> None:
    """It is no use to look for it in what is refused at the door."""
    paths, folders = cages
    codes = [each.code for found in check_all(paths, 1) for each in found]
    assert len(paths) > 1_200
    assert len(folders) > 150
    assert len(set(codes)) > 45
    assert sum(code[:2] == "R2" for code in codes) > 1_000


# --- What is said -----------------------------------------------------------------------------------


@pytest.mark.usefixtures("guarded")
def test_no_problem_holds_it(cages: tuple[list[Path], list[Path]]) -> None:
    """Neither its arguments, nor its words in any language, nor what an error in Python says of it."""
    paths, _ = cages
    seen: dict[object, Problem] = {}
    for path, found in zip(paths, check_all(paths, 1), strict=True):
        assert not sings(repr(found)), path.read_bytes()
        seen |= {(each.code, each.args): each for each in found}
    for each in seen.values():
        for part in ("fact", "label", "hint"):
            assert not any(sings(said(each, part, language)) for language in ("nb", "nn", "en"))
        assert not sings(told(each, source=False))
    assert not any(sings(made([*seen.values()])) for made in FORMATS.values())


@pytest.mark.usefixtures("guarded")
def test_no_error_in_python_holds_it(cages: tuple[list[Path], list[Path]]) -> None:
    for path in cages[0][::3]:
        if reise.check(path).value is not None:
            continue
        with pytest.raises(reise.InvalidJourney) as error:
            reise.load(path)
        assert not sings("".join(traceback.format_exception(error.value)))
        assert not sings(repr(error.value))


COMMANDS = {
    "check": ("check",),
    "check json": ("check", "--format", "json"),
    "check sarif": ("check", "--format", "sarif"),
    "check github": ("check", "--format", "github"),
    "guard": ("guard",),
    "fmt": ("fmt", "--check"),
}


@pytest.mark.usefixtures("guarded")
@pytest.mark.parametrize("command", COMMANDS)
def test_no_command_says_it(command: str, cages: tuple[list[Path], list[Path]]) -> None:
    paths, folders = cages
    at = [*COMMANDS].index(command)
    assert singing(says(*COMMANDS[command], *paths[at :: len(COMMANDS)], *folders[at :: len(COMMANDS)])) == []


@pytest.mark.usefixtures("guarded")
def test_decide_and_approve_do_not_say_it(cages: tuple[list[Path], list[Path]]) -> None:
    for path in cages[0][::30]:
        for words in (
            ("decide", path, "--by", "en leser", "--author", "en annen"),
            (
                "decide",
                path,
                "--finding",
                "0" * 16,
                "--reason",
                "en grunn som er lang nok",
                "--by",
                "en leser",
            ),
            ("approve", path, "--by", "en leser", "--author", "en annen", "--yes"),
        ):
            assert singing(says(*words, codes=(0, 1, 2, 3))) == [], path.read_bytes()


@pytest.mark.usefixtures("guarded")
def test_a_record_that_is_wrong_is_not_quoted(tmp_path: Path) -> None:
    path = tmp_path / "en-reise.yaml"
    shutil.copy(cases.CASES / "good" / "en-hendelse.yaml", path)
    decision = '[[decision]]\ncode = "R431"\nevent = 1\ndate = 2026-01-01\n'
    decision += 'sentence = "{}"\nreason = "{}"\nby = "{}"\n'
    approval = f'[approval]\ncase = "{"0" * 64}"\nby = "{BIRD}"\ndate = 2026-01-01\nguard = 1\n'
    for record in (
        f"{BIRD} = 1\n",
        f'written_by = "{BIRD}\n',
        f'written_by = "{BIRD}"\nnot_shown = "{DIGITS}"\n{BIRD} = "{BIRD}"\n',
        decision.format("0" * 16, f"{BIRD} har bestemt dette her", BIRD),
        decision.format(BIRD, DIGITS, BIRD),
        f'written_by = "{BIRD}"\n{approval}',
    ):
        (tmp_path / "en-reise.vern.toml").write_text(record, encoding="utf-8")
        for words in (("check", path), ("guard", path), ("decide", path), ("approve", path, "--by", "leser")):
            assert singing(says(*words, codes=(0, 1, 2, 3))) == [], record


def test_fix_says_it_in_the_difference_alone(cages: tuple[list[Path], list[Path]]) -> None:
    """The difference is what it is for; neither the problems nor the sums around it quote anything."""
    for path in cages[0][::15]:
        for line in says("fix", "--dry-run", path).splitlines():
            assert line[:1] in ("+", "-", " ") or not sings(line), line


# --- What is made -----------------------------------------------------------------------------------


def made_in(folder: Path) -> list[str]:
    """Return the names of all that is in a folder, however deep."""
    return [each.name for each in folder.rglob("*")]


def test_no_map_that_is_drawn_is_named_after_it(cages: tuple[list[Path], list[Path]], tmp_path: Path) -> None:
    out = tmp_path / "ut"
    assert singing(says("render", *cages[0][::25], "-f", "html", "--jobs", "1", "-o", out)) == []
    assert made_in(out)
    assert not any(map(sings, made_in(out)))


@pytest.mark.usefixtures("guarded")
def test_nothing_is_drawn_of_what_the_guard_stops_and_nothing_said(
    cages: tuple[list[Path], list[Path]], tmp_path: Path
) -> None:
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
def test_the_disclosure_report_quotes_nothing(
    kind: str, cages: tuple[list[Path], list[Path]], tmp_path: Path
) -> None:
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


@pytest.mark.slow
def test_a_pdf_says_it_on_the_sheet_alone(printable: Path, tmp_path: Path) -> None:
    """Not in what it says of itself, its destinations, attachments, bookmarks or the names of its parts."""
    assert singing(says("render", printable, "--archive", "-o", tmp_path / "kart.pdf", codes=(0,))) == []
    with pikepdf.open(tmp_path / "kart.pdf") as document:
        told = {str(key): str(value) for key, value in document.docinfo.items()}
        assert not sings(repr(told))
        assert not sings(document.Root.Metadata.read_bytes())
        assert not document.attachments
        assert not any(key in document.Root for key in ("/Names", "/Dests", "/AF", "/PageLabels"))
        names = [str(key) for each in document.objects if hasattr(each, "keys") for key in dict(each)]
        assert not any(map(sings, names))
        with document.open_outline() as outline:
            assert not any(sings(each.title) for each in outline.root)
    assert BIRD in " ".join(words_in((tmp_path / "kart.pdf").read_bytes()))


@pytest.mark.parametrize("kind", ["json", "csv", "xlsx", "graphml", "html"])
def test_compare_names_no_file_and_says_nothing_of_it(kind: str, printable: Path, tmp_path: Path) -> None:
    others = []
    for name in ("nr-2", "nr-3"):
        other = printable.with_name(f"{name}.yaml")
        shutil.copy(printable, other)
        others.append(other)
    out = tmp_path / "ut"
    out.mkdir()
    words = ("compare", printable, *others, "-f", kind, "--pages", "1", "-o", out, "--jobs", "1")
    assert singing(says(*words, codes=(0,))) == []
    assert made_in(out)
    assert not any(map(sings, made_in(out)))


def test_a_name_on_the_command_line_is_a_place_and_nothing_else(tmp_path: Path) -> None:
    """Whoever names a file with it is told where by that name, and by nothing more."""
    path = tmp_path / f"{BIRD}.yaml"
    path.write_text(f"reise: 1\ntittel: {BIRD}\nhendelser: []\n", encoding="utf-8")
    for words in (
        ("check", path),
        ("guard", path),
        ("fmt", "--check", path),
        ("render", path, "-o", tmp_path),
    ):
        assert singing(says(*words).replace(str(path), "")) == []
    for words in (("check", tmp_path / BIRD), ("import", tmp_path / f"{BIRD}.csv")):
        assert singing(says(*words).replace(BIRD, "", 1)) == []


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


# --- Commands that know of no journey ---------------------------------------------------------------


@pytest.mark.usefixtures("guarded")
def test_what_knows_no_journey_tells_of_none(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "journeys").mkdir()
    (tmp_path / "journeys" / "en.yaml").write_text(f"tittel: {BIRD}\n", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    for words in (("schema",), ("schema", "--collection"), ("doctor",), ("explain",), ("init", ".")):
        assert singing(says(*words, codes=(0, 1, 4))) == []
    for about in (BIRD, BIRD.lower(), DIGITS):
        words = (
            "new",
            "--title",
            f"Nr {len(about)}",
            "--about",
            about,
            "--outcome",
            about,
            "--despite",
            about,
        )
        assert singing(says(*words, codes=(0, 1, 2))) == []
        assert singing(says(*words, "--xlsx", codes=(0, 1, 2))) == []
    assert not any(map(sings, made_in(tmp_path)))


# --- The page in the browser ------------------------------------------------------------------------


@pytest.mark.usefixtures("guarded")
def test_the_page_in_the_browser_tells_no_problem_with_it(
    cages: tuple[list[Path], list[Path]], tmp_path: Path
) -> None:
    shutil.copy(cases.CASES / "good" / "en-hendelse.yaml", tmp_path / "en-reise.yaml")
    answers, reported = Answers(tmp_path, "nb"), list[Exception]()
    gate = Gate(answers.router, 8123, "token", reported.append)
    address = "http://127.0.0.1:8123"
    client = TestClient(gate, address, headers={"origin": address}, cookies={"reise-8123": "token"})
    try:
        for path in cages[0][::12]:
            answer = client.post("/journeys/en-reise.yaml/drawing", content=path.read_bytes())
            assert answer.status_code == (413 if path.stat().st_size > 1_000_000 else 200)
            assert not sings(repr(answer.json()["problems"]))
            assert not sings(repr(answer.headers))
        for lost in (f"/journeys/{BIRD}.yaml", f"/maps/{BIRD}", f"/journeys/{BIRD}.yaml/text", f"/{BIRD}"):
            assert not sings(client.get(lost).text)
        wrong = {"if-match": f'"{BIRD}"'}
        body = f"tittel: {BIRD}".encode("utf-16")
        refused = client.put("/journeys/en-reise.yaml/text", content=body, headers=wrong)
        assert refused.status_code == 400
        assert not sings(refused.text)
    finally:
        answers.release()
        answers.close()
    assert reported == []


# --- The real program -------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "words",
    [
        ("check",),
        ("check", "-f", "sarif"),
        ("guard",),
        ("fmt", "--check"),
        ("render", "-f", "html", "-o", "ut", "--jobs", "2"),
        ("compare", "-f", "json", "-o", "c.json"),
    ],
    ids=" ".join,
)
def test_the_real_program_says_nothing_of_it(
    words: tuple[str, ...], cages: tuple[list[Path], list[Path]], tmp_path: Path
) -> None:
    """Its language apart, a few files of each kind at once: all that a log would hold."""
    for language in ("nb_NO.UTF-8", "en_GB.UTF-8"):
        ran = run(
            *words, *cages[0][::60], cwd=tmp_path, environment={"LANG": language, "PYTHONWARNINGS": "default"}
        )
        assert ran.code in (1, 3)
        assert singing(ran.out + ran.err) == []
    assert not any(map(sings, made_in(tmp_path)))
    assert not any(map(sings, made_in(cages[0][0].parent)))
