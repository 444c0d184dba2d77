"""The real program, as a process of its own: what it says, writes and leaves alone."""

import errno
import importlib
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

import pytest
from tests.support import cases, program, unguarded

from reise.resources import toml

JOURNEYS = cases.TOP / "journeys"
UNG_MOR = JOURNEYS / "ung-mor.yaml"
GOOD, BAD = cases.CASES / "good", cases.CASES / "bad"
SMALL = GOOD / "en-hendelse.yaml"
#: What would change the language, the place or the looks of what the program says.
UNWANTED = ("LC_ALL", "LC_MESSAGES", "LC_CTYPE", "LANG", "LANGUAGE", "COLUMNS", "SOURCE_DATE_EPOCH")


@dataclass(frozen=True)
class Ran:
    """How a run of the program ended, and what it said."""

    code: int
    out: str
    err: str


def reise(
    *words: str | Path,
    cwd: Path | None = None,
    source_first: Path | None = None,
    environment: Mapping[str, str | None] = MappingProxyType({}),
    guarded: bool = False,
    fresh: bool = False,
    **more,
) -> Ran:
    """Run the program; `environment` adds variables, None takes one away; `fresh` spares it no loading."""
    changes = {"LANG": "nb_NO.UTF-8"} | dict(environment)
    if source_first:
        changes["PYTHONPATH"] = os.pathsep.join(
            [str(source_first), *filter(None, [os.environ.get("PYTHONPATH")])]
        )
    all_of_it = {name: value for name, value in os.environ.items() if name not in UNWANTED} | changes
    surrounded = {name: value for name, value in all_of_it.items() if value is not None}
    if fresh or more or any(name.startswith("PYTHON") for name in changes):
        done = subprocess.run(
            [*(program.REAL if guarded else unguarded.PROGRAM), *map(str, words)],
            cwd=cwd,
            env=surrounded,
            capture_output=True,
            check=False,
            encoding="utf-8",
            timeout=program.PATIENCE,
            **more,
        )
    else:
        done = program.run(words, surrounded, cwd=cwd, guarded=guarded)
    ran = Ran(done.returncode, done.stdout, done.stderr)
    assert "Traceback" not in ran.out + ran.err, ran.err
    return ran


def inside(folder: Path) -> set[str]:
    """Return the names in a folder, hidden ones too."""
    return {each.name for each in folder.iterdir()}


def cli(name: str, language: str = "nb", **gaps: object) -> str:
    text: str = toml(f"locale/cli.{language}.toml")[name]
    return text.split("|")[-1 if gaps.get("count") != 1 else 0].format(**gaps)


def module(folder: Path, name: str, text: str) -> Path:
    """Write a module that goes before the real one of that name, and return the folder it stands in."""
    folder.mkdir(exist_ok=True)
    (folder / f"{name}.py").write_text(text, encoding="utf-8")
    return folder


# --- Exit codes -------------------------------------------------------------------------------------


def test_0_all_is_well(tmp_path: Path) -> None:
    checked = reise("check", JOURNEYS, fresh=True)
    assert (checked.code, checked.err) == (0, "")
    assert checked.out == cli("checked", count=6, sorts=cli("with_error", number=0)) + "\n"
    drawn = reise("render", SMALL, "-f", "html", cwd=tmp_path, fresh=True)
    assert (drawn.code, drawn.err, drawn.out) == (0, "", f"Laget {Path('output/en-hendelse.html')}\n")
    assert inside(tmp_path / "output") == {"en-hendelse.html"}


def test_0_warnings_are_told_but_do_not_count(tmp_path: Path) -> None:
    for command in (("check",), ("render", "-f", "html", "-o", tmp_path)):
        ran = reise(*command, BAD / "r303-ukjent-tjeneste.yaml")
        assert ran.code == 0
        assert ran.err.count(" R303 ") == 2
    assert inside(tmp_path) == {"r303-ukjent-tjeneste.html"}


def test_1_something_in_the_files_is_wrong(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    for wrong, said in (
        (BAD / "r202-skrivefeil.yaml", " R202 "),
        ("finnes-ikke.yaml", "finnes-ikke.yaml R124 Filen finnes ikke.\n"),
        ("empty", cli("nothing_in", place="empty")),
    ):
        for ran in (reise("check", wrong, cwd=tmp_path), reise("render", wrong, "-f", "html", cwd=tmp_path)):
            assert ran.code == 1
            assert said in ran.err
    assert not (tmp_path / "output").exists()


@pytest.mark.parametrize("folder", cases.collections(), ids=lambda folder: folder.name)
def test_1_a_collection_with_faults(folder: Path) -> None:
    ran = reise("check", folder)
    assert ran.code == (0 if folder.name == "good" else 1)
    assert ran.err.count("samling.yaml:") == len(cases.marked((folder / "samling.yaml").read_text("utf-8")))
    journeys = len(list(folder.glob("*.yaml"))) - 1
    said = ["1 reise sjekket, 0 med feil."] if journeys else []
    assert ran.out.splitlines() == said + ["Samlingen har feil."] * ran.code
    assert (cli("nothing_in", place=folder) in ran.err) == (not journeys)


def test_1_a_map_without_its_collection_says_so(tmp_path: Path) -> None:
    bad = cases.CASES / "collections" / "r203-mangler"
    ran = reise("render", bad, "-f", "html", "-o", tmp_path)
    assert ran.code == 1
    assert cli("bad_collections", count=1) in ran.out
    both = reise("check", bad, cases.CASES / "collections" / "r201-liste")
    assert "2 samlinger har feil." in both.out


@pytest.mark.parametrize(
    "words",
    [
        ("tegn",),
        ("check",),
        ("render",),
        ("check", "--ukjent", UNG_MOR),
        ("render", UNG_MOR, "--paper", "a2"),
        ("render", UNG_MOR, "--format", "svg"),
        ("render", UNG_MOR, "--lang", "se"),
        ("render", UNG_MOR, "--jobs", "0"),
        ("render", UNG_MOR, "--archive", "--format", "html"),
        ("render", UNG_MOR, "--archive", "--output", "kart.png"),
        ("render", UNG_MOR, SMALL, "--output", "kart.pdf"),
        ("render", UNG_MOR, "--output", "kart.png", "--format", "pdf"),
        ("render", UNG_MOR, "--output", "kart.pdf", "--format", "html"),
        ("render", UNG_MOR, "--output", cases.TOP / "README.md"),
        ("render", UNG_MOR, "--output", os.devnull, "--format", "html"),
    ],
    ids=lambda words: " ".join(map(str, words)).replace(str(cases.TOP), ""),
)
def test_2_a_wrong_command_line(words: tuple[str | Path, ...], tmp_path: Path) -> None:
    ran = reise(*words, cwd=tmp_path)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err
    assert inside(tmp_path) == set()


def test_4_the_machine_lacks_something(tmp_path: Path) -> None:
    broken = module(tmp_path / "first", "weasyprint", "raise OSError('/usr/lib/KANARI.so')")
    ran = reise("render", SMALL, "-o", tmp_path / "out", source_first=broken)
    assert ran.code == 4
    assert " R601 " in ran.err
    assert "Pango" in ran.err
    assert "KANARI" not in ran.err
    assert not (tmp_path / "out").exists()


# --- Many files -------------------------------------------------------------------------------------


def test_one_bad_file_does_not_stop_the_others(tmp_path: Path) -> None:
    folder = tmp_path / "reiser"
    folder.mkdir()
    for path in (
        GOOD / "en-milepael.yaml",
        BAD / "r301-barn-for-mor.yaml",
        BAD / "r502-alle-pa-en-gang.yaml",
    ):
        shutil.copy(path, folder)
    (folder / "annet.txt").write_text("ikke en reise", encoding="utf-8")
    ran = reise("render", SMALL, "reiser", "borte.yaml", GOOD / "utkast.yaml", "-f", "html", cwd=tmp_path)
    assert ran.code == 1
    assert inside(tmp_path / "output") == {"en-hendelse.html", "en-milepael.html", "utkast.html"}
    assert re.findall(r" (R\d+) ", ran.err) == ["R301", "R502", "R124"]
    assert ran.out.splitlines() == [
        *(f"Laget {Path('output') / name}.html" for name in ("en-hendelse", "en-milepael", "utkast")),
        "3 kart tegnet på 3 ark, 3 ikke tegnet.",
    ]


def test_problems_of_all_files_are_told_in_their_order() -> None:
    ran = reise("check", BAD)
    assert ran.code == 1
    told = list(dict.fromkeys(re.findall(r"([\w-]+)\.yaml\S* R\d{3} ", ran.err)))
    expected = [each.stem for each in cases.bad() if {c[:2] for c, _ in marks(each)} - {"R4"}]
    assert told == [each for each in expected if each[:4] not in ("r502", "r503")]
    assert len(told) > 50


def marks(path: Path) -> set[tuple[str, int]]:
    return cases.marked(path.read_text(encoding="utf-8"))


def test_two_journeys_of_one_name_do_not_overwrite_each_other(tmp_path: Path) -> None:
    (tmp_path / "andre").mkdir()
    shutil.copy(GOOD / "en-milepael.yaml", tmp_path / "andre" / SMALL.name)
    ran = reise("render", SMALL, tmp_path / "andre", "-f", "html", "-o", tmp_path)
    assert (ran.code, ran.err.count(" R504 ")) == (1, 1)
    assert "Én hendelse" in (tmp_path / "en-hendelse.html").read_text(encoding="utf-8")


@pytest.mark.slow
def test_a_further_sheet_does_not_overwrite_another_journey(tmp_path: Path) -> None:
    shutil.copy(GOOD / "lang-reise.yaml", tmp_path / "lang.yaml")
    shutil.copy(SMALL, tmp_path / "lang-2.yaml")
    ran = reise("render", "lang.yaml", "lang-2.yaml", "-p", "a4", "-f", "png", cwd=tmp_path)
    written = re.findall("Laget (.*)", ran.out)
    assert len(written) == len(set(written))


def test_a_collection_is_no_journey(tmp_path: Path) -> None:
    collection = JOURNEYS / "samling.yaml"
    ran = reise("render", collection, "-f", "html", "-o", tmp_path)
    assert (ran.code, ran.out) == (1, "")
    assert ran.err == cli("is_collection", place=collection) + "\n"
    assert reise("check", collection).out == "Samlingen er sjekket.\n"


@pytest.mark.parametrize(
    ("language", "one", "several", "drawn"),
    [
        ("nb", "1 reise sjekket", "2 reiser sjekket", "0 kart tegnet på 0 ark, 1 ikke tegnet."),
        ("nn", "1 reise sjekka", "2 reiser sjekka", "0 kart teikna på 0 ark, 1 ikkje teikna."),
        ("en", "1 journey checked", "2 journeys checked", "0 maps drawn on 0 sheets, 1 not drawn."),
    ],
)
def test_one_and_several(language: str, one: str, several: str, drawn: str, tmp_path: Path) -> None:
    def said(*words: str | Path) -> str:
        return reise(*words, environment={"LANG": language}, cwd=tmp_path).out

    assert said("check", SMALL).startswith(one)
    assert said("check", SMALL, UNG_MOR).startswith(several)
    assert said("render", "borte.yaml") == drawn + "\n"
    both = said("render", SMALL, "borte.yaml", "-f", "html")
    assert ("1 map drawn on 1 sheet," if language == "en" else "1 kart ") in both


@pytest.mark.parametrize(
    ("language", "question", "advice", "ending"),
    [
        ("nb", "R431 Spørsmål: ", "R303 Råd: ", "0 med feil, 1 med åpne spørsmål, 1 med råd."),
        ("nn", "R431 Spørsmål: ", "R303 Råd: ", "0 med feil, 1 med opne spørsmål, 1 med råd."),
        ("en", "R431 Question: ", "R303 Advice: ", "0 with errors, 1 with open questions, 1 with advice."),
    ],
)
def test_questions_and_advice_are_no_errors(
    language: str, question: str, advice: str, ending: str, tmp_path: Path
) -> None:
    path = tmp_path / "prove.yaml"
    path.write_text(
        "reise: 1\ntittel: Jenta\nhendelser:\n  - krise: Slutter på kvitlo\n    hvem: mormor\n",
        encoding="utf-8",
    )
    ran = reise("check", path, environment={"LANG": language}, guarded=True)
    assert (ran.code, ran.out.endswith(f", {ending}\n")) == (3, True)
    assert question in ran.err
    assert advice in ran.err
    path.write_text("reise: 1\n", encoding="utf-8")
    assert "Råd" not in reise("check", path).err


# --- What is asked for ------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("paper", "size"),
    [("a4", "297mm 210mm"), ("a3", "420mm 297mm"), ("a1", "841mm 594mm"), ("a0", "1189mm 841mm")],
)
def test_paper(paper: str, size: str, tmp_path: Path) -> None:
    assert reise("render", SMALL, "--paper", paper, "-o", tmp_path / "kart.html").code == 0
    assert f"size: {size}" in (tmp_path / "kart.html").read_text(encoding="utf-8")


@pytest.mark.parametrize("language", ["nb", "nn", "en"])
def test_language_of_labels(language: str, tmp_path: Path) -> None:
    assert reise("render", SMALL, "-l", language, "-f", "html", "-o", tmp_path).code == 0
    page = (tmp_path / "en-hendelse.html").read_text(encoding="utf-8")
    labels = toml(f"locale/{language}.toml")
    assert labels["map"]["services"] in page.replace("\n", " ")
    assert labels["kind"]["event"] in page
    assert '<html lang="nb">' in page


@pytest.mark.parametrize(
    ("words", "name", "begins"),
    [
        (("--output", "kart.pdf"), "kart.pdf", b"%PDF-1.7"),
        (("--output", "ut/av/kart.html"), "ut/av/kart.html", b"<!DOCTYPE html>"),
        (("--output", "KART.HTML"), "KART.HTML", b"<!DOCTYPE html>"),
        (("--output", "kart.html", "--format", "html"), "kart.html", b"<!DOCTYPE html>"),
        (("--output", "kart.v2", "--format", "html"), "kart.v2/en-hendelse.html", b"<!DOCTYPE html>"),
        pytest.param(("--output", "kart.png"), "kart.png", b"\x89PNG", marks=pytest.mark.slow),
        pytest.param(("--format", "png"), "output/en-hendelse.png", b"\x89PNG", marks=pytest.mark.slow),
    ],
    ids=lambda words: " ".join(words) if isinstance(words, tuple) else "",
)
def test_format_and_output(words: tuple[str, ...], name: str, begins: bytes, tmp_path: Path) -> None:
    ran = reise("render", SMALL, *words, cwd=tmp_path)
    assert (ran.code, ran.err, ran.out) == (0, "", f"Laget {Path(name)}\n")
    assert (tmp_path / name).read_bytes().startswith(begins)
    assert [each for each in tmp_path.rglob("*") if each.is_file()] == [tmp_path / name]


@pytest.mark.slow
def test_archive(tmp_path: Path) -> None:
    assert reise("render", SMALL, "--archive", "-o", tmp_path).code == 0
    content = (tmp_path / "en-hendelse.pdf").read_bytes()
    for name, value in (("pdfaid:part", 3), ("pdfaid:conformance", "A"), ("pdfuaid:part", 1)):
        assert re.search(rf'<{name}>{value}</{name}>|{name}="{value}"', content.decode("latin-1")), name


@pytest.mark.slow
def test_a_picture_has_a_file_for_each_sheet(tmp_path: Path) -> None:
    from PIL import Image

    ran = reise("render", GOOD / "lang-reise.yaml", "-p", "a4", "-f", "png", "-o", tmp_path)
    assert ran.code == 0
    assert inside(tmp_path) == {"lang-reise.png", "lang-reise_2.png"}
    assert ran.out.splitlines() == [
        f"Laget {tmp_path / name}" for name in ("lang-reise.png", "lang-reise_2.png")
    ]
    sizes = {Image.open(tmp_path / name).size for name in inside(tmp_path)}
    assert sizes == {(1754, 1241)} or sizes == {(1755, 1241)}


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


# --- What it writes over, and what not --------------------------------------------------------------


@pytest.mark.parametrize(
    ("language", "words"),
    [("nb", "mappen finnes ikke"), ("nn", "mappa finst ikkje"), ("en", "there is no such folder")],
)
@pytest.mark.skipif(sys.platform != "linux", reason="no /proc")
def test_why_a_folder_cannot_be_made_is_told_in_words(language: str, words: str) -> None:
    ran = reise("render", SMALL, "-o", "/proc/x/kart.html", environment={"LANG": language})
    assert ran.code == 4
    assert f": {words} (ENOENT).\n" in ran.err


def test_every_reason_has_words_in_every_language_and_other_ones_are_named() -> None:
    from reise.cli.speech import why

    for language in ("nb", "nn", "en"):
        names = {name for name in toml(f"locale/cli.{language}.toml") if name.startswith("errno_")}
        codes = {"ENOENT", "ENOTDIR", "EEXIST", "EISDIR", "EACCES", "EPERM", "EROFS", "ENOSPC", "EDQUOT"}
        assert {f"errno_{code}" for code in codes} <= names
        assert all(hasattr(errno, name.removeprefix("errno_")) for name in names)
    assert why("EXDEV") == "EXDEV"


def test_a_file_in_the_place_of_the_folder_stays(tmp_path: Path) -> None:
    (tmp_path / "output").write_text("viktig", encoding="utf-8")
    ran = reise("render", SMALL, "-f", "html", cwd=tmp_path)
    assert ran.code == 2
    assert cli("no_folder", place="output") in " ".join(ran.err.split())
    assert (tmp_path / "output").read_text(encoding="utf-8") == "viktig"


@pytest.mark.parametrize(
    "stem", ["r301-barn-for-mor", "r401-trukket", "r502-alle-pa-en-gang", "r118-mange-feil"]
)
def test_the_old_map_stays_where_the_journey_is_wrong(stem: str, tmp_path: Path) -> None:
    old = tmp_path / f"{stem}.html"
    old.write_text("den gamle", encoding="utf-8")
    code = 3 if stem.startswith("r401") else 1
    assert reise("render", BAD / f"{stem}.yaml", "-f", "html", "-o", tmp_path).code == code
    assert old.read_text(encoding="utf-8") == "den gamle"


# --- The same every time ----------------------------------------------------------------------------


# --- What it loads ----------------------------------------------------------------------------------


def loaded_by(*words: str | Path, cwd: Path | None = None) -> set[str]:
    """Return the packages that a run of Python loads."""
    done = subprocess.run(
        [sys.executable, "-X", "importtime", *map(str, words)],
        cwd=cwd,
        capture_output=True,
        text=True,
        check=True,
    )
    return {line.rsplit("|", 1)[1].strip().split(".")[0] for line in done.stderr.splitlines() if "|" in line}


HEAVY = {"weasyprint", "networkx", "jinja2", "fontTools", "pypdfium2", "pyphen", "graphviz", "PIL", "numpy"}


def test_check_loads_nothing_that_draws() -> None:
    for path in (UNG_MOR, BAD / "r501-tegn-uten-form.yaml"):
        code = f"import sys; sys.argv[1:] = ['check', {str(path)!r}]\ntry: __import__('reise.cli').cli.main()"
        loaded = loaded_by("-c", f"{code}\nexcept SystemExit: pass")
        assert {"yaml", "pydantic", "click"} <= loaded
        assert loaded & HEAVY == set()


def test_help_loads_next_to_nothing() -> None:
    assert loaded_by("-m", "reise", "--help") & (HEAVY | {"pydantic"}) == set()


def test_import_from_an_empty_folder(tmp_path: Path) -> None:
    assert loaded_by("-c", "import reise", cwd=tmp_path) & (HEAVY | {"yaml", "pydantic", "click"}) == set()
    code = "import reise; print(*sorted(name for name in reise.__all__ if getattr(reise, name)))"
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=tmp_path, capture_output=True, text=True, check=True
    )
    assert done.stdout.split() == sorted(importlib.import_module("reise").__all__)
    assert inside(tmp_path) == set()
