"""What the real program says: where something is wrong, in which language, and never a value of a file."""

import os
import re
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.support import unguarded
from tests.support.command import BAD, SMALL, UNWANTED, cli, inside, reise

# --- What it says -----------------------------------------------------------------------------------

LINE = "    aldr: 13"


def test_where_something_is_wrong_with_the_line_and_a_caret() -> None:
    ran = reise("check", "r202-skrivefeil.yaml", "--source", cwd=BAD)
    text = (BAD / "r202-skrivefeil.yaml").read_text(encoding="utf-8").split("\n")
    number = text.index(LINE) + 1
    said = ran.err.split("\n")
    at = next(index for index, line in enumerate(said) if f":{number}:5 " in line)
    assert said[at].startswith(f"r202-skrivefeil.yaml:{number}:5 R202 ")
    assert said[at + 1] == f"  {number} | {LINE}"
    assert said[at + 2].startswith(f"  {' ' * len(str(number))} |     ^^^^ ")
    assert said[at + 3].startswith("  → Mente du «alder»?")


def test_no_line_of_the_file_where_nobody_reads() -> None:
    for words in ((), ("--no-source",)):
        ran = reise("check", "r202-skrivefeil.yaml", *words, cwd=BAD)
        assert "aldr" not in ran.err
        assert "|" not in ran.err
        assert " R202 " in ran.err


@pytest.mark.skipif(not hasattr(os, "openpty"), reason="no terminals here")
def test_on_a_terminal_the_line_is_shown() -> None:
    ours, theirs = os.openpty()
    environment = {name: value for name, value in os.environ.items() if name not in UNWANTED}
    done = subprocess.run(
        [*unguarded.PROGRAM, "check", "r202-skrivefeil.yaml"],
        cwd=BAD,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=theirs,
        check=False,
    )
    os.close(theirs)
    said = b""
    # Linux ends what a terminal said with an error, macOS with nothing.
    try:
        while piece := os.read(ours, 65536):
            said += piece
    except OSError:
        pass
    os.close(ours)
    assert done.returncode == 1
    assert LINE in said.decode()


@pytest.mark.parametrize(
    ("variables", "language"),
    [
        ({"LANG": "nn_NO.UTF-8"}, "nn"),
        ({"LANG": "en_GB.UTF-8"}, "en"),
        ({"LANG": "nb_NO.UTF-8"}, "nb"),
        ({"LANG": "C.UTF-8"}, "nb"),
        ({"LANG": None}, "nb"),
        ({"LANG": "nb_NO.UTF-8", "LC_MESSAGES": "nn_NO"}, "nn"),
        ({"LANG": "nb_NO.UTF-8", "LC_MESSAGES": "nn_NO", "LC_ALL": "en_US"}, "en"),
    ],
    ids=str,
)
def test_it_speaks_the_language_of_the_system(variables: dict[str, str | None], language: str) -> None:
    ran = reise("check", SMALL, environment=variables)
    assert ran.out == cli("checked", language, count=1, sorts=cli("with_error", language, number=0)) + "\n"


@pytest.mark.parametrize("language", ["nb", "nn", "en"])
def test_help_in_every_language(language: str) -> None:
    def help_of(*words: str) -> str:
        surrounding = {"LANG": language, "COLUMNS": "100"}
        ran = reise(*words, "--help", environment=surrounding, fresh=language == "nb", guarded=True)
        assert (ran.code, ran.err) == (0, "")
        return " ".join(ran.out.split())

    from reise.cli import COMMANDS

    about = help_of()
    assert cli("about", language) in about
    assert all(f"{each} {cli(f'{each}_short', language)}" in about for each in COMMANDS)
    for command in COMMANDS:
        said = help_of(command)
        assert " ".join(cli(command, language).replace("\b", "").split()) in said
        assert (cli("source", language) in said) == ("--no-source" in said)


def test_version() -> None:
    assert reise("--version", fresh=True).out == f"reise {__import__('reise').__version__}\n"


# --- No value of a file is ever told ------------------------------------------------------------------

CANARY = "Kanarifugl"


def canaries(folder: Path) -> Iterator[Path]:
    """Write journeys that are wrong in many ways, with the same bird in every value, key and remark."""
    texts = {
        "sprak": f"reise: 1\ntittel: {CANARY}\nspråk: {CANARY}\nstatus: {CANARY}\nhendelser:\n  - krise: x\n",
        "nokkel": f"reise: 1\ntittel: x\n{CANARY}: 1\nhendelser:\n"
        f"  - krise: x\n    {CANARY}_{CANARY}: {CANARY}\n",
        "slag": f"reise: 1\ntittel: x\nhendelser:\n  - {CANARY}\n  - {CANARY}: x\n  - [{CANARY}]\n",
        "tid": "reise: 1\ntittel: x\nhendelser:\n"
        + "".join(
            f"  - krise: x\n    {key}: {CANARY} 2019\n" for key in ("alder", "senere", "varer", "etter")
        ),
        "hvem": f"reise: 1\ntittel: x\nhendelser:\n  - krise: x\n    hvem: {CANARY}\n    overgang: {CANARY}\n"
        f"    stemme: {CANARY}\n    virkning: {{{CANARY}: hjalp}}\n    id: {CANARY}\n    under: {CANARY}\n",
        "hermetegn": f'reise: 1\ntittel: "{CANARY}\nhendelser:\n  - krise: {CANARY}\n',
        "kolon": f"reise: 1\ntittel: {CANARY}: {CANARY}\nhendelser:\n  - krise: x\n",
        "anker": f"reise: 1\ntittel: &{CANARY} x\nom: *{CANARY}\nnote: !{CANARY} x\n",
        "merknad": f"# {CANARY}\nreise: 1 # {CANARY}\ntittel: x #{CANARY}\nhendelser: {CANARY}\n",
        "usynlig": f"reise: 1\ntittel: {CANARY}\u200b\x07\nhendelser:\n  - krise: {CANARY}\t{CANARY}\n",
        "langt": f"reise: 1\ntittel: {40 * CANARY}\nhendelser:\n  - krise: {40 * (CANARY + ' ')}\n",
        "tegn": f"reise: 1\ntittel: {CANARY} 🐴\nhendelser:\n  - krise: {CANARY} 🐴\n",
        "trukket": f"reise: 1\ntittel: {CANARY}\nstatus: trukket\nhendelser:\n  - krise: {CANARY}\n",
        "tid-igjen": f"reise: 1\ntittel: x\nhendelser:\n  - krise: {CANARY}\n    alder: 16\n"
        f"  - krise: {CANARY}\n    alder: 15\n",
    }
    for name, text in texts.items():
        (folder / f"{name}.yaml").write_text(text, encoding="utf-8")
        yield folder / f"{name}.yaml"
    (folder / "tegnsett.yaml").write_bytes(texts["sprak"].encode("latin-1"))
    yield folder / "tegnsett.yaml"


@pytest.mark.parametrize("command", ["check", "render"])
def test_no_value_of_a_file_is_ever_told(command: str, tmp_path: Path) -> None:
    files = list(canaries(tmp_path))
    more = ("-f", "html", "-o", tmp_path / "ut") if command == "render" else ()
    ran = reise(command, *files, *more)
    assert ran.code == (1 if command == "check" else 3)
    told = set(re.findall(r"([\w-]+)\.yaml\S* R\d{3} ", ran.err))
    assert told == {each.stem for each in files} - ({"trukket"} if command == "check" else set())
    said = (ran.out + ran.err).casefold()
    assert CANARY.casefold() not in said
    assert "2019" not in said
    assert not (tmp_path / "ut").exists()


def test_a_withdrawn_journey_is_not_drawn(tmp_path: Path) -> None:
    for kind in ("pdf", "html"):
        ran = reise("render", BAD / "r401-trukket.yaml", "-f", kind, "-o", tmp_path)
        assert (ran.code, ran.out.count("Laget"), ran.err.count(" R401 ")) == (3, 0, 1)
    assert inside(tmp_path) == set()


# --- What is mistyped on the command line ---------------------------------------------------------------

LANGUAGES = {"nb": "nb_NO.UTF-8", "nn": "nn_NO.UTF-8", "en": "en_GB.UTF-8"}


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (
            ("rendr",),
            {"nb": "Mente du 'render'?", "nn": "Meinte du 'render'?", "en": "Did you mean 'render'?"},
        ),
        (("xyz",), {"nb": "'xyz' finnes ikke.", "nn": "'xyz' finst ikkje.", "en": "No such command 'xyz'."}),
        (
            ("serve", "borte"),
            {
                "nb": "Mappen 'borte' finnes ikke.",
                "nn": "Mappa 'borte' finst ikkje.",
                "en": "does not exist.",
            },
        ),
        (
            ("serve", "fil"),
            {"nb": "Mappen 'fil' er en fil.", "nn": "Mappa 'fil' er ei fil.", "en": "'fil' is a file."},
        ),
        (
            ("approve", "fil", "--date", "i går"),
            {
                "nb": "ikke en dato, skrevet slik",
                "nn": "ikkje ein dato, skriven slik",
                "en": "does not match",
            },
        ),
    ],
    ids=["almost a command", "no command", "no folder", "no folder but a file", "no date"],
)
@pytest.mark.parametrize("language", LANGUAGES)
def test_it_is_said_in_words_that_help(
    language: str, words: tuple[str, ...], told: dict[str, str], tmp_path: Path
) -> None:
    (tmp_path / "fil").write_text("", encoding="utf-8")
    ran = reise(*words, cwd=tmp_path, environment={"LANG": LANGUAGES[language]})
    assert ran.code == 2
    assert told[language] in ran.err
