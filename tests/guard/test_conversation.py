"""`reise approve` at a terminal: what is approved is shown there and nowhere else, and it asks."""

import os
import pty
import re
import select
import subprocess
import sys
from pathlib import Path

import pytest
from tests.support import program

from reise.guard.record import read_record

TEXT = """reise: 1
tittel: Vinduet
om: En gutt som fant veien
status: godkjent
kilde: oppdiktet
samtykke: {kart: ja, vegg: ja, sammenligning: ja}
på tross av: [mobbing]
hendelser:
  - milepæl: Skolen
  - hendelse: Han flytter til et brimlekott
  - tjeneste: Losen kommer hjem
    hvem: skolelos
    merker: [eget initiativ]
    overgang: bup-dps
"""
REASON = "et ord fra dialekten, ingen heter det"


@pytest.fixture
def journey(tmp_path: Path) -> Path:
    path = tmp_path / "vinduet.yaml"
    path.write_text(TEXT, encoding="utf-8")
    listed = reise("decide", path)
    mark = listed.stdout.split()[3]
    given = ("--finding", mark, "--reason", REASON, "--by", "AB", "--author", "CD", "--date", "2030-01-31")
    assert reise("decide", path, *given).returncode == 0
    return path


def reise(command: str, path: Path, *given: str) -> subprocess.CompletedProcess[str]:
    environment = os.environ | {"LC_ALL": "nb_NO.UTF-8"}
    return program.run([command, path, *given], environment)


def heard(terminal: int, words: str | None = None) -> str:
    """Return what a terminal shows up to certain words, or to its end."""
    told = b""
    while words is None or words.encode() not in told:
        assert select.select([terminal], [], [], 20)[0], told.decode()
        try:
            told += os.read(terminal, 4000)
        except OSError:
            assert words is None, told.decode()
            break
    return re.sub(r"\x1b\[\d*m", "", told.decode().replace("\r\n", "\n"))


def talk(path: Path, *answers: tuple[str, str]) -> tuple[int, str]:
    """Approve at a terminal, each answer after the words it answers; return the code and what was shown."""
    ours, theirs = pty.openpty()
    command = [sys.executable, "-m", "reise", "approve", str(path), "--by", "EF", "--date", "2030-02-01"]
    environment = os.environ | {"LC_ALL": "nb_NO.UTF-8", "TERM": "dumb"}
    shown = ""
    with subprocess.Popen(command, stdin=theirs, stdout=theirs, stderr=theirs, env=environment) as process:
        os.close(theirs)
        for question, answer in answers:
            shown += heard(ours, question)
            os.write(ours, f"{answer}\n".encode())
        shown += heard(ours)
        code = process.wait(20)
    os.close(ours)
    return code, shown


def test_what_is_approved_is_shown_and_what_is_known_is_asked_for(journey: Path) -> None:
    code, shown = talk(
        journey,
        ("ikke vises?", "der kildene bor"),
        ("Hvilken dag", "i går"),
        ("Skriv dagen slik", ""),
        ("Jeg har lest", "ja"),
    )
    assert code == 0
    for line in (
        "Vinduet",
        "  om: En gutt som fant veien",
        "  på tross av: mobbing",
        "     milepæl: Skolen",
        "   1 hendelse: Han flytter til et brimlekott",
        "   2 tjeneste: Losen kommer hjem",
        "       hvem: Skolelos",
        "       merker: eget initiativ",
        "       overgang: BUP → DPS",
        "Linje 10 · R431",
        f"  → {REASON} (AB, 2030-01-31)",
    ):
        assert f"\n{line}\n" in f"\n{shown}", shown
    record = read_record(journey).value
    assert record is not None
    assert record.approval is not None
    assert (record.not_shown, record.approval.by, record.approval.intruder_test) == (
        "der kildene bor",
        "EF",
        None,
    )


def test_a_day_is_kept_and_nothing_need_be_answered(journey: Path) -> None:
    answers = (("ikke vises?", ""), ("Hvilken dag", "2030-01-15"), ("Jeg har lest", "j"))
    assert talk(journey, *answers)[0] == 0
    record = read_record(journey).value
    assert record is not None
    assert record.approval is not None
    assert (record.not_shown, str(record.approval.intruder_test)) == (None, "2030-01-15")


def test_no_text_is_shown_where_nobody_reads(journey: Path) -> None:
    for given in (("--yes",), ()):
        said = reise("approve", journey, "--by", "EF", *given)
        for words in ("Vinduet", "Skolen", "brimlekott", REASON):
            assert words not in said.stdout + said.stderr


def test_where_it_must_not_be_shown_is_said_in_few_words(journey: Path) -> None:
    said = reise("approve", journey, "--by", "EF", "--yes", "--not-shown", "der " * 31)
    assert (said.returncode, "120" in said.stderr) == (2, True)
    assert "approval" not in journey.with_suffix(".vern.toml").read_text("utf-8")


def test_what_its_author_approved_is_shown_to_another(journey: Path) -> None:
    record = journey.with_suffix(".vern.toml")
    assert reise("approve", journey, "--by", "EF", "--yes").returncode == 0
    record.write_text(record.read_text("utf-8").replace('by = "EF"', 'by = "CD"'), encoding="utf-8")
    assert "R454" in reise("check", journey).stderr
    code, shown = talk(journey, ("ikke vises?", ""), ("Hvilken dag", ""), ("Jeg har lest", "ja"))
    assert (code, "Han flytter til et brimlekott" in shown) == (0, True)
    assert "R454" not in reise("check", journey).stderr


def test_nothing_is_approved_while_what_they_share_is_open(journey: Path) -> None:
    text = "reise: 1\nsamling: Reiser fra Tullvik\n"
    journey.with_name("samling.yaml").write_text(text, encoding="utf-8")
    said = reise("approve", journey, "--by", "EF", "--yes")
    assert (said.returncode, "samling.yaml" in said.stderr) == (3, True)
    assert "Tullvik" not in said.stdout + said.stderr
