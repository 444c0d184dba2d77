"""The real program where it helps to write: explain, fix, fmt, check and doctor."""

import json
import os
import pty
import re
import select
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from tests.support import cases, unguarded
from tests.support.command import reise

from reise.cli.examples import as_file, codes, example
from reise.pipeline import tell_text
from reise.resources import templates, toml

WRONG = (
    "reise: 1\r\ntittel:   Prøve  \r\nhendelser:\r\n"
    "  -krise: Sover ikke  # ca\r\n    aldr:  13\r\n    livslinje: 9\r\n"
)
RIGHT = "reise: 1\ntittel: Prøve\nhendelser:\n  - krise: Sover ikke\n"
LANGUAGES = ("nb", "nn", "en")


def cli(name: str, language: str = "nb", **gaps: object) -> str:
    text: str = toml(f"locale/cli.{language}.toml")[name]
    return text.format(**gaps)


@pytest.fixture
def wrong(tmp_path: Path) -> Path:
    path = tmp_path / "prove.yaml"
    path.write_bytes(WRONG.encode())
    return path


# --- explain ----------------------------------------------------------------------------------------


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    "code", [each for each in codes() if each not in toml("locale/explain.toml")["told"]]
)
def test_the_wrong_example_has_the_problem_and_the_right_one_none(
    code: str, language: str, guarded: None
) -> None:
    shown = example(code, language)
    assert shown.wrong, "no example"

    def found(text: str) -> set[str]:
        data = as_file(code, text, language).encode()
        return {each.code for each in tell_text(data, Path("prove.yaml")).problems}

    assert found(shown.wrong) == {code}
    assert found(shown.right) == set()


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_code_can_be_explained(language: str) -> None:
    tongue = {"LANG": f"{language}_NO.UTF-8"}
    listed = reise("explain", environment=tongue, guarded=True)
    assert (listed.code, listed.err) == (0, "")
    assert [line.split("  ")[0] for line in listed.out.splitlines()] == list(codes())
    assert not re.search(r"[{}…]", listed.out)
    one = reise("explain", "r202", environment=tongue, guarded=True)
    assert one.code == 0
    assert cli("wrong", language) in one.out
    assert toml(f"locale/problems-journey.{language}.toml")["R202"]["fact"] in one.out


def test_what_no_file_can_show_is_told() -> None:
    for code in toml("locale/explain.toml")["told"]:
        ran = reise("explain", code) if code == "R103" else None
        shown = {language: example(code, language) for language in LANGUAGES}
        assert all(each.wrong and each.right for each in shown.values())
        assert ran is None or shown["nb"].wrong in ran.out


def test_a_code_that_is_not_there() -> None:
    ran = reise("explain", "R999")
    assert ran.code == 2
    assert cli("bad_code", words="R999") in ran.err


# --- fix --------------------------------------------------------------------------------------------


def test_fix_shows_the_difference_writes_and_says_what_is_left(wrong: Path) -> None:
    wrong.chmod(0o640)
    ran = reise("fix", wrong, "--yes")
    assert "-  -krise: Sover ikke  # ca" in ran.out
    assert "+    alder:  13" in ran.out
    assert cli("fix_done", count=2, place=wrong) in ran.out
    assert "R206" in ran.err
    assert ran.code == 1
    assert wrong.read_bytes() == WRONG.replace("-krise", "- krise").replace("aldr", "alder").encode()
    assert wrong.stat().st_mode & 0o777 == 0o640
    assert [each.name for each in wrong.parent.iterdir()] == [wrong.name]


@pytest.mark.parametrize("option", ["--dry-run", None])
def test_fix_writes_nothing_unless_it_is_told_to(wrong: Path, option: str | None) -> None:
    ran = reise("fix", wrong, *([option] if option else []))
    assert ran.code == 1
    assert "+    alder:  13" in ran.out
    assert cli("fix_not", count=2, place=wrong) in ran.out
    assert wrong.read_bytes() == WRONG.encode()


def said(terminal: int, words: bytes) -> bytes:
    """Return what a terminal shows up to certain words; fail where they do not come."""
    told = b""
    while words not in told:
        assert select.select([terminal], [], [], 20)[0], told
        told += os.read(terminal, 1000)
    return told


@pytest.mark.parametrize("answer", ["y", "n"])
def test_fix_asks_on_a_terminal(wrong: Path, answer: str) -> None:
    ours, theirs = pty.openpty()
    environment = os.environ | {"LC_ALL": "en_GB.UTF-8"}
    command = [*unguarded.PROGRAM, "fix", str(wrong)]
    with subprocess.Popen(command, stdin=theirs, stdout=theirs, stderr=theirs, env=environment) as process:
        os.close(theirs)
        asked = said(ours, b"corrections?")
        assert b"+    alder:  13" in asked
        os.write(ours, b"y\n" if answer == "y" else b"n\n")
        said(ours, b"left to mend")
        assert process.wait(20) == 1
    os.close(ours)
    assert (wrong.read_bytes() == WRONG.encode()) == (answer == "n")


def test_fix_leaves_right_files_alone_and_says_so() -> None:
    path = cases.TOP / "journeys" / "ung-mor.yaml"
    before = path.stat().st_mtime_ns
    ran = reise("fix", path, "--yes")
    assert (ran.code, ran.out, ran.err) == (0, cli("fix_well") + "\n", "")
    assert path.stat().st_mtime_ns == before


def test_a_link_or_what_is_not_there_is_not_written_to(tmp_path: Path) -> None:
    (tmp_path / "sant.yaml").write_bytes(WRONG.encode())
    (tmp_path / "lenke.yaml").symlink_to("sant.yaml")
    for command in ("fix", "fmt"):
        ran = reise(command, tmp_path / "lenke.yaml", *(["--yes"] if command == "fix" else []))
        assert "R101" in ran.err
        assert ran.code == 1
        assert "R124" in reise(command, tmp_path / "borte.yaml").err
    assert (tmp_path / "sant.yaml").read_bytes() == WRONG.encode()


# --- fmt --------------------------------------------------------------------------------------------


def test_fmt_lays_out_and_check_says_which(tmp_path: Path) -> None:
    shutil.copytree(cases.TOP / "journeys", tmp_path / "journeys")
    stray = tmp_path / "journeys" / "jenta-i-kantina.yaml"
    stray.write_text(stray.read_text(encoding="utf-8") + "\n\n", encoding="utf-8")
    before = stray.read_bytes()
    looked = reise("fmt", tmp_path / "journeys", "--check")
    assert looked.code == 1
    assert cli("fmt_would", place=stray) in looked.out
    assert stray.read_bytes() == before
    assert reise("fmt", tmp_path / "journeys").code == 0
    assert reise("fmt", tmp_path / "journeys", "--check").code == 0
    assert reise("fmt", tmp_path / "journeys", "--keys", "en").code == 0
    assert "events:\n" in stray.read_text(encoding="utf-8")
    assert "title: På tross av\n" in (tmp_path / "journeys" / "samling.yaml").read_text(encoding="utf-8")
    assert reise("check", tmp_path / "journeys").code == 0


def test_fmt_leaves_a_file_with_errors_alone(wrong: Path) -> None:
    ran = reise("fmt", wrong)
    assert (ran.code, wrong.read_bytes()) == (1, WRONG.encode())
    assert "R121" in ran.err


# --- check for machines, and while writing ----------------------------------------------------------


def test_check_as_json(wrong: Path) -> None:
    ran = reise("check", wrong, "--format", "json")
    assert (ran.code, ran.err) == (1, "")
    first = json.loads(ran.out)[0]
    assert (first["file"], first["line"], first["column"], first["code"]) == (str(wrong), 4, 3, "R121")
    assert first["level"] == "error"
    assert first["fact"] == toml("locale/problems-source.nb.toml")["R121"]["fact"]
    assert "krise: Sover" not in ran.out
    assert json.loads(reise("check", cases.TOP / "journeys", "--format", "json").out) == []


def test_check_as_sarif() -> None:
    ran = reise(
        "check", "r301-barn-for-mor.yaml", "r303-ukjent-tjeneste.yaml", "-f", "sarif", cwd=cases.CASES / "bad"
    )
    assert (ran.code, ran.err) == (1, "")
    log = json.loads(ran.out)
    assert log["version"] == "2.1.0"
    [run] = log["runs"]
    rules = [each["id"] for each in run["tool"]["driver"]["rules"]]
    assert rules == ["R301", "R303"]
    assert run["columnKind"] == "unicodeCodePoints"
    first = run["results"][0]
    assert (first["ruleId"], first["level"], rules[first["ruleIndex"]]) == ("R301", "error", "R301")
    place = first["locations"][0]["physicalLocation"]
    assert place["artifactLocation"]["uri"] == "r301-barn-for-mor.yaml"
    assert place["region"] == {"startLine": 8, "startColumn": 12, "endLine": 8, "endColumn": 14}
    assert len(first["relatedLocations"]) >= 2
    assert {each["level"] for each in run["results"] if each["ruleId"] == "R303"} == {"warning"}


def test_check_as_commands_of_github(tmp_path: Path) -> None:
    odd = tmp_path / "a,b"
    odd.mkdir()
    (odd / "prove.yaml").write_text(RIGHT + "    aldr: 13\n", encoding="utf-8")
    ran = reise("check", "a,b/prove.yaml", "--format", "github", cwd=tmp_path)
    start = "::error file=a%2Cb/prove.yaml,line=5,col=5,endLine=5,endColumn=9,title=R202::"
    assert ran.out.startswith(start)
    assert ran.out.count("\n") == 1
    assert ran.code == 1


def test_check_shows_the_line_as_it_should_read(wrong: Path) -> None:
    shown = reise("check", wrong, "--source")
    assert "\n  ✓ 4 |   - krise: Sover ikke  # ca\n" in shown.err
    assert "✓" not in reise("check", wrong, "--no-source").err


def test_check_watches_until_it_is_interrupted(tmp_path: Path) -> None:
    path = tmp_path / "prove.yaml"
    path.write_text(RIGHT, encoding="utf-8")
    command = [*unguarded.PROGRAM, "check", str(path), "--watch"]
    environment = os.environ | {"LC_ALL": "nb_NO.UTF-8", "PYTHONUNBUFFERED": "1"}
    with subprocess.Popen(
        command,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        env=environment,
        # Tests that run in the background are deaf to Ctrl+C, and so would it be.
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),
    ) as process:
        assert process.stdout is not None
        for text, told in ((None, "1 reise sjekket, 0 med feil."), ("    aldr: 13\n", "R202")):
            if text:
                path.write_text(RIGHT + text, encoding="utf-8")
            while told not in process.stdout.readline().decode():
                assert process.poll() is None
        while cli("watching") not in process.stdout.readline().decode():
            pass
        process.send_signal(signal.SIGINT)
        try:
            assert process.wait(20) == 130
        finally:
            process.kill()


def test_watching_is_for_people(wrong: Path) -> None:
    ran = reise("check", wrong, "--watch", "--format", "json")
    assert ran.code == 2
    assert cli("watch_text") in ran.err


# --- doctor -----------------------------------------------------------------------------------------


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_machine_that_can_print_is_well(language: str, tmp_path: Path) -> None:
    ran = reise("doctor", "--output", tmp_path / "kart", environment={"LANG": f"{language}_NO.UTF-8"})
    assert (ran.code, ran.err) == (0, "")
    assert cli("doctor_well", language) in ran.out
    assert ran.out.count("✓") == 7
    assert not (tmp_path / "kart").exists()


def test_a_machine_without_pango_is_told_how_to_mend_it(tmp_path: Path) -> None:
    (tmp_path / "weasyprint.py").write_text(
        "raise OSError('cannot load library: libpango')", encoding="utf-8"
    )
    ran = reise("doctor", "--output", tmp_path, source_first=tmp_path)
    assert ran.code == 4
    assert cli("lacks_pango", found="Pango") in ran.out
    assert "pango" in re.findall("→ (.*)", ran.out)[0].lower()
    assert cli("doctor_lacks", count=2).split("|")[1] in ran.out


def test_a_place_that_cannot_be_written_to(tmp_path: Path) -> None:
    (tmp_path / "fil").write_text("", encoding="utf-8")
    ran = reise("doctor", "--output", tmp_path / "fil" / "kart")
    assert ran.code == 4
    assert "ENOTDIR" in ran.out


def test_every_file_of_the_fonts_is_known() -> None:
    import hashlib

    folder = templates() / "fonts"
    listed = dict(reversed(line.split()) for line in (folder / "SHA256SUMS").read_text().splitlines())
    assert set(listed) == {each.name for each in folder.iterdir()} - {"OFL.txt", "SHA256SUMS"}
    for name, digest in listed.items():
        assert hashlib.sha256((folder / name).read_bytes()).hexdigest() == digest


def test_a_system_is_known_by_its_kin(monkeypatch: pytest.MonkeyPatch) -> None:
    import platform

    from reise.machine import cure, system

    known = [("ubuntu", "debian", "debian"), ("rocky", "rhel centos", "fedora"), ("void", "", "other")]
    for name, kin, kind in known:
        release = {"ID": name, "ID_LIKE": kin}
        monkeypatch.setattr(platform, "freedesktop_os_release", lambda release=release: release)
        assert system() == kind
        assert cure("pango", kind)
    for kind in ("darwin", "win32"):
        monkeypatch.setattr(sys, "platform", kind)
        assert cure("graphviz", system())
