"""H15, B11, B12: whatever field of the format it is in, a bird is never heard outside of its file.

Neither in what is said, by any command in any format, nor in a log. What a person asks to be shown (`fix`,
`decide`, the map) does not count. What is made is in test_canary_made.py.
"""

import shutil
import traceback
from pathlib import Path

import pytest
from starlette.testclient import TestClient
from tests.support import cases
from tests.support.canary import BIRD, DIGITS, TABLES, VALUES, Cages, made_in, says, singing, sings, tables
from tests.support.command import reise as run

import reise
from reise.batch import check_all
from reise.cli.formats import FORMATS
from reise.cli.speech import told
from reise.problems import Problem, said
from reise.serve.answers import Answers
from reise.serve.gate import Gate

pytestmark = pytest.mark.usefixtures("unheard")


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


def test_most_files_are_read_as_far_as_the_bird(cages: Cages) -> None:
    """It is no use to look for it in what is refused at the door."""
    paths, folders = cages
    codes = [each.code for found in check_all(paths, 1) for each in found]
    assert len(paths) > 1_200
    assert len(folders) > 150
    assert len(set(codes)) > 45
    assert sum(code[:2] == "R2" for code in codes) > 1_000


# --- What is said -----------------------------------------------------------------------------------


@pytest.mark.usefixtures("guarded")
def test_no_problem_holds_it(cages: Cages) -> None:
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
def test_no_error_in_python_holds_it(cages: Cages) -> None:
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
def test_no_command_says_it(command: str, cages: Cages) -> None:
    paths, folders = cages
    at = [*COMMANDS].index(command)
    assert singing(says(*COMMANDS[command], *paths[at :: len(COMMANDS)], *folders[at :: len(COMMANDS)])) == []


@pytest.mark.usefixtures("guarded")
def test_decide_and_approve_do_not_say_it(cages: Cages) -> None:
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


def test_fix_says_it_in_the_difference_alone(cages: Cages) -> None:
    """The difference is what it is for; neither the problems nor the sums around it quote anything."""
    for path in cages[0][::15]:
        for line in says("fix", "--dry-run", path).splitlines():
            assert line[:1] in ("+", "-", " ") or not sings(line), line


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
def test_the_page_in_the_browser_tells_no_problem_with_it(cages: Cages, tmp_path: Path) -> None:
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
def test_the_real_program_says_nothing_of_it(words: tuple[str, ...], cages: Cages, tmp_path: Path) -> None:
    """Its language apart, a few files of each kind at once: all that a log would hold."""
    for language in ("nb_NO.UTF-8", "en_GB.UTF-8"):
        ran = run(
            *words, *cages[0][::60], cwd=tmp_path, environment={"LANG": language, "PYTHONWARNINGS": "default"}
        )
        assert ran.code in (1, 3)
        assert singing(ran.out + ran.err) == []
    assert not any(map(sings, made_in(tmp_path)))
    assert not any(map(sings, made_in(cages[0][0].parent)))
