"""The real program, as a process of its own: what it says, writes and leaves alone."""

import errno
import os
import re
import shutil
import sys
from pathlib import Path

import pytest
from tests.support import cases
from tests.support.command import (
    BAD,
    GOOD,
    JOURNEYS,
    SMALL,
    UNG_MOR,
    cli,
    inside,
    module,
    reise,
)

from reise.resources import toml

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
