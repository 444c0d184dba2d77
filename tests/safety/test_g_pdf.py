"""G: what a finished PDF holds, and that it holds nothing else."""

import getpass
import io
import re
import shutil
import socket
import tempfile
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

import pikepdf
import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from tests.support import cases, guarded, hostile, patched, pdfcheck, stories
from tests.support.command import JOURNEYS, SMALL, UNG_MOR, Ran, inside

import reise
from reise.chronology import chronology
from reise.comparing import Setting, files
from reise.guard.finding import Finding, Weight
from reise.guard.passage import Passage
from reise.guard.search import Search
from reise.guard.verdict import judge
from reise.journey import parse
from reise.journey.model import Collection, Journey
from reise.layout.case_map import words_on
from reise.pdf import pdf, words_in
from reise.pipeline import Told
from reise.resources import templates, toml
from reise.source import compose

pytestmark = pytest.mark.slow

#: What the guard would stop in a journey, by its code; R415 is of letters that the fonts do not have.
PLANTED = {
    "R410": "Ring +47 912 34 567 eller 91234567, nr 01017012345 (010170 12345)",
    "R411": "Skriv til ung@eksempel.no, @ungmor_2009 eller https://www.eksempel.no/ungmor",
    "R412": "Flyttet 12. mars 2019 og hjem igjen 3/4-20",
    "R413": "Bodde i storgata 14 og siden i kirkeveien 3B",
    "R414": "Bilen har skiltet EK 12345",
    "R416": "Hun heter G r e t e, også skrevet G-r-e-t-e",
    "R417": "Hun og broren jonas",
    "R418": "Sammen med T.K. hele tiden",
    "R419": "Kode R3JldGUgSGFuc2VuIG9n eller &#71;rete",
    "R420": "Flyttet hjem til Grete Hansen",
    "R421": "Fikk plass på TULL",
    "R422": "Byttet til vassbygda skole",
}


@pytest.fixture(scope="module")
def printed(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """Every map of the project, one for the archive, a nasty one, and a comparison."""
    folder = tmp_path_factory.mktemp("printed")
    archive = folder / "archive.pdf"
    with guarded.at_work():
        made = {each.stem: hostile.pdf(hostile.case_map(each)) for each in cases.journeys()}
        reise.render(UNG_MOR, archive, archive=True)
        compared = reise.compare([each for each in cases.journeys() if "-" in each.stem])
    made["archive"] = archive.read_bytes()
    nasty = hostile.journey('<a href="file:///home/solfrid">x</a> <!-- y -->', folder=folder)
    made["nasty"] = hostile.pdf(hostile.case_map(nasty))
    [(_, made["comparison"])] = files(compared, "pdf", Setting(pages=(1, 5)))
    return made


def run(*words: str | Path, environment: dict[str, str | None] | None = None, **how: object) -> Ran:
    """Run the real program, with the guard at work; None takes a variable away."""
    around = patched.environment() | (environment or {})
    given = {name: value for name, value in around.items() if value is not None}
    return patched.run("", *words, env=given, **how)


def dictionaries(content: bytes) -> Iterator[pikepdf.Object]:
    """Yield every dictionary of a PDF, however deep it lies."""

    def within(part: pikepdf.Object) -> Iterator[pikepdf.Object]:
        if isinstance(part, pikepdf.Array):
            for each in part:
                if isinstance(each, pikepdf.Object) and not each.is_indirect:
                    yield from within(each)
        elif isinstance(part, pikepdf.Dictionary | pikepdf.Stream):
            yield part
            for _, each in part.items():
                if isinstance(each, pikepdf.Object) and not each.is_indirect:
                    yield from within(each)

    with pikepdf.open(io.BytesIO(content)) as document:
        yield document.trailer
        for each in document.objects:
            yield from within(each)


def test_g01_only_title_language_producer_and_standard_are_said_of_it(printed: dict[str, bytes]) -> None:
    for name, content in printed.items():
        with pikepdf.open(io.BytesIO(content)) as document:
            assert set(document.docinfo.keys()) == {"/Title", "/Producer"}, name
            assert re.fullmatch(r"WeasyPrint [\d.]+", str(document.docinfo.Producer))
            assert str(document.Root.Lang) in ("nb", "nn", "en")
            metadata = document.Root.Metadata.read_bytes().decode()
            title = str(document.docinfo.Title)
        if name not in ("comparison", "nasty", "archive"):
            assert title == reise.load(cases.TOP / "journeys" / f"{name}.yaml").title
        said = set(re.findall(r"(?:<|\s)((?:dc|pdf|xmp|pdfuaid|pdfaid|xmpMM|photoshop):\w+)", metadata))
        said -= {"pdf:Producer", "dc:title", "pdfuaid:part", "pdfaid:part", "pdfaid:conformance"}
        assert said == set(), name
        assert not re.search(r"\d{4}-\d\d-\d\d|D:\d{8}", metadata), name


#: Keys of what may be in a PDF but is not in ours.
FORBIDDEN = {
    *("/EmbeddedFiles", "/EmbeddedFile", "/EF", "/AF", "/FileAttachment", "/Names", "/Dests", "/JS"),
    *("/JavaScript", "/AcroForm", "/XFA", "/Annots", "/OpenAction", "/AA", "/URI", "/OCProperties", "/OCG"),
    *("/PieceInfo", "/LastModified", "/CreationDate", "/ModDate", "/Author", "/Keywords", "/Subject"),
    *("/Creator", "/Collection", "/Encrypt", "/Perms", "/Threads", "/WebCapture", "/Sig"),
}


def test_g02_g04_nothing_is_attached_linked_or_hidden_in_it(printed: dict[str, bytes]) -> None:
    for name, content in printed.items():
        for part in dictionaries(content):
            keys = set(part.keys())
            kinds = {str(part[key]) for key in ("/Type", "/Subtype") if key in part}
            assert not (keys | kinds) & FORBIDDEN, name
            # The attributes of a tag, never an action.
            assert "/A" not in part or "/O" in part["/A"], name
            assert not isinstance(part.get("/Dest"), pikepdf.Name | pikepdf.String), name


@pytest.mark.usefixtures("guarded")
@pytest.mark.parametrize("journey", cases.journeys(), ids=lambda path: path.stem)
def test_g03_the_words_of_the_pdf_are_those_of_the_map(journey: Path, printed: dict[str, bytes]) -> None:
    assert words_in(printed[journey.stem]) == words_on(hostile.case_map(journey))


@pytest.mark.parametrize("paper", ["a4", "a1", "a0"])
def test_g03_on_every_paper(paper: str) -> None:
    made = hostile.case_map(UNG_MOR, paper)
    assert words_in(hostile.pdf(made)) == words_on(made)


@settings(
    max_examples=6,
    deadline=None,
    suppress_health_check=list(HealthCheck),
    phases=(Phase.explicit, Phase.generate),
)
@given(stories.journeys(most=8), st.sampled_from(["a4", "a3"]))
def test_g03_the_words_of_any_pdf_are_those_of_its_map(journey: Journey, paper: str) -> None:
    timed = chronology(journey).value
    assert timed is not None
    made = cases.lay_out(Told(journey, timed), paper, None).value
    if made is not None:
        assert words_in(hostile.pdf(made)) == words_on(made)


def test_g03_words_that_nobody_sees_would_be_found() -> None:
    for hidden in ("opacity:0", "color:#fff", "height:0;overflow:hidden", "font-size:.1pt"):
        made = pdf(f'<html lang="nb"><title>A</title><p>Synlig<p style="{hidden}">Skjult')
        assert words_in(made) == {"Synlig", "Skjult"}


def test_g04_bookmarks_go_to_places_and_not_to_names(printed: dict[str, bytes]) -> None:
    for name, content in printed.items():
        with pikepdf.open(io.BytesIO(content)) as document, document.open_outline() as outline:
            marks = list(outline.root)
            assert marks, name
            while marks:
                mark = marks.pop()
                assert isinstance(mark.destination, pikepdf.Array), name
                assert mark.action is None, name
                marks += mark.children


def test_g05_what_is_read_out_was_written_in_the_journey_or_is_ours(
    printed: dict[str, bytes], tmp_path: Path
) -> None:
    """So that whoever has looked through the words of the journey has looked through this too."""
    for source in cases.journeys():
        path = tmp_path / f"{source.stem}.pdf"
        path.write_bytes(printed[source.stem])
        labels = reise.load(source).language.value
        known = set(re.findall(r"\w+", source.read_text(encoding="utf-8").casefold()))
        known |= set(
            re.findall(r"\w+", (source.parent / "samling.yaml").read_text(encoding="utf-8").casefold())
        )
        for table in toml(f"locale/{labels}.toml").values():
            known |= {word for text in table.values() for word in re.findall(r"\w+", str(text).casefold())}
        for each in (cases.TOP / "templates" / "vocabulary").glob("*.csv"):
            known |= set(re.findall(r"\w+", each.read_text(encoding="utf-8").casefold()))
        said = {
            word
            for node in _nodes(pdfcheck.structure(path))
            for word in re.findall(r"[^\W\d_]{2,}", (node.alt or "").casefold())
        }
        assert said
        assert said <= known, source.stem


def _nodes(tree: list[pdfcheck.Node]) -> Iterator[pdfcheck.Node]:
    for node in tree:
        yield node
        yield from _nodes(list(node.children))


def test_g06_no_path_user_or_machine_is_named(printed: dict[str, bytes]) -> None:
    names = {str(cases.TOP), str(Path.home()), tempfile.gettempdir() + "/", "site-packages", ".ttf"}
    names |= {each for each in (getpass.getuser(), socket.gethostname()) if len(each) > 4}
    for name, content in printed.items():
        plain = hostile.unpacked(content)
        for each in names - {"/"}:
            assert each.encode() not in plain, (name, each)
        assert not re.search(rb"/(?:home|Users|usr|var|opt|root|etc|mnt|proc)/\w", plain) or name == "nasty"
        assert not re.search(rb"D:\d{14}|CreationDate|ModDate", plain), name


def heavy(findings: Iterable[Finding]) -> Counter[tuple[str, str]]:
    """Return how often what no decision lets through was found, by its code and its words."""
    return Counter((each.code, each.words) for each in findings if each.weight >= Weight.LISTED)


@pytest.mark.parametrize("code", PLANTED)
def test_g07_the_guard_finds_in_the_pdf_what_it_finds_in_the_source(code: str, tmp_path: Path) -> None:
    """Nothing is broken, joined or changed so that somebody who looks for it would miss it."""
    path = hostile.journey(PLANTED[code], folder=tmp_path)
    document = compose(path.read_bytes(), path.name).value
    assert document is not None
    journey = parse(document).value
    in_source = heavy(judge(document, path, journey, Collection()).findings)
    assert {found for found, _ in in_source} == {code}
    target = tmp_path / "kart.pdf"
    target.write_bytes(hostile.pdf(hostile.case_map(path)))
    blocks = pdfcheck.text_of(target).splitlines()
    in_pdf = heavy(Search(target.name, "").all(Passage(each, None) for each in blocks))
    assert set(in_source) <= set(in_pdf)
    assert all(in_pdf[each] >= 10 for each in in_source)
    assert " ".join(" ".join(blocks).split()).count(PLANTED[code]) >= 10


@pytest.mark.usefixtures("guarded")
@pytest.mark.parametrize("code", PLANTED)
def test_g07_with_the_guard_at_work_there_is_no_pdf(code: str, tmp_path: Path) -> None:
    path = hostile.journey(PLANTED[code], folder=tmp_path)
    with pytest.raises(reise.InvalidJourney) as refused:
        reise.render(path, tmp_path / "kart.pdf")
    assert code in {each.code for each in refused.value.problems}
    assert inside(tmp_path) == {path.name}


def test_g09_it_is_written_once_and_sound(printed: dict[str, bytes]) -> None:
    for name, content in printed.items():
        assert content.count(b"startxref") == 1, name
        assert content.count(b"%%EOF") == 1, name
        assert content.rstrip().endswith(b"%%EOF"), name
        with pikepdf.open(io.BytesIO(content)) as document:
            assert "/Prev" not in document.trailer, name
            assert document.check_pdf_syntax() == [], name


@pytest.fixture(scope="module")
def ung_mor(printed: dict[str, bytes]) -> bytes:
    """Ung mor as PDF, drawn in an ordinary way."""
    return printed["ung-mor"]


@pytest.mark.parametrize(
    "variables",
    [
        {
            "LC_ALL": "C",
            "PYTHONUTF8": "0",
            "PYTHONCOERCECLOCALE": "0",
            "TZ": "Asia/Tokyo",
            "PYTHONHASHSEED": "1",
        },
        {
            "LC_ALL": "tr_TR.UTF-8",
            "HOME": None,
            "USER": "solfrid",
            "SOURCE_DATE_EPOCH": "4102444800",
            "TZ": "XXX+12:30",
            "PYTHONHASHSEED": "77",
            "PYTHONOPTIMIZE": "2",
        },
    ],
    ids=["C and Tokyo", "Turkish, no home, 2100, optimised"],
)
def test_g08_h08_the_same_bytes_whatever_surrounds_it(
    variables: dict[str, str | None], ung_mor: bytes, tmp_path: Path
) -> None:
    """Language, time zone, hash seed, folder, way of writing the path, and the clock that went on."""
    copy = tmp_path / "et annet sted" / "reiser"
    copy.mkdir(parents=True)
    for name in ("ung-mor.yaml", "ung-mor.vern.toml", "samling.yaml"):
        shutil.copy(JOURNEYS / name, copy)
    ran = run("render", "../reiser/ung-mor.yaml", "-o", "../kart.pdf", cwd=copy, environment=variables)
    assert ran.code == 0, ran.err
    assert (tmp_path / "et annet sted" / "kart.pdf").read_bytes() == ung_mor


def test_g08_the_same_bytes_among_others_and_over_an_older_map(ung_mor: bytes, tmp_path: Path) -> None:
    shutil.copy(SMALL, tmp_path)
    (tmp_path / "ung-mor.pdf").write_bytes(b"%PDF-1.7 " + 9 * ung_mor)
    ran = run("render", SMALL, UNG_MOR, "-o", tmp_path, "--jobs", "1")
    assert ran.code == 0, ran.err
    assert (tmp_path / "ung-mor.pdf").read_bytes() == ung_mor
    assert inside(tmp_path) == {SMALL.name, "ung-mor.pdf", "en-hendelse.pdf"}


def test_h11_the_same_bytes_with_other_fonts_in_the_machine(ung_mor: bytes, tmp_path: Path) -> None:
    """A font of the family's name in the user's own folder is not taken for the bundled one."""
    fonts = tmp_path / ".local" / "share" / "fonts"
    fonts.mkdir(parents=True)
    for each in (templates() / "fonts").glob("*.ttf"):
        shutil.copy(templates() / "fonts" / "ReiseSans-Bold.ttf", fonts / each.name)
    (tmp_path / "fonts.conf").write_text(f"<fontconfig><dir>{fonts}</dir></fontconfig>", encoding="utf-8")
    variables = {
        "HOME": str(tmp_path),
        "XDG_DATA_HOME": str(tmp_path / ".local" / "share"),
        "FONTCONFIG_FILE": str(tmp_path / "fonts.conf"),
        "FONTCONFIG_PATH": str(tmp_path),
    }
    ran = run("render", UNG_MOR, "-o", tmp_path / "kart.pdf", environment=variables)
    assert ran.code == 0, ran.err
    assert (tmp_path / "kart.pdf").read_bytes() == ung_mor
