"""The disclosure report: the program as a process of its own, and what it tells and never tells."""

import datetime
import io
import json
import sys
from pathlib import Path
from string import Formatter

import pytest
from pypdf import PdfReader
from tests.support import pdfcheck
from tests.support.command import JOURNEYS, Ran, cli, inside, reise

from reise.disclosing import disclosed, made
from reise.guard.disclosure import Disclosure, Read, disclosure, holds
from reise.guard.facts import AGES, SORTS, Fact
from reise.guard.record import Approval, Decision, Record, written
from reise.guard.verdict import VERSION, judge
from reise.journey import parse
from reise.journey.model import Direction, Kind, TransitionStatus
from reise.layout.disclosure import Naming
from reise.layout.words import Words
from reise.pipeline import verdict
from reise.resources import toml
from reise.source import compose

LANGUAGES = ("nb", "nn", "en")
CLEAN = "reise: 1\ntittel: En reise\n{}hendelser:\n  - krise: faller ut av skolen\n  - tiltak: får hjelp\n{}"
#: What the guard finds in SHOWING, and may stand in no report.
SECRETS = ("Drøbak", "Kiwi Tøfsdal", "12345678", "Fjellheim", "Ringer", "Torbjørn")
SHOWING = """reise: 1
tittel: En reise
kilde: {slag: sammensatt, av: 3}
samtykke: {kart: ja, vegg: nei, sammenligning: ja, deling: nei}
utfall: jobb på Kiwi Tøfsdal
på tross av: [mobbing, bror i Drøbak]
hendelser:
  - krise: Ringer 12345678
    merker: [onkel Torbjørn]
  - tiltak: får et rusmisbruker-tilbud
    hvem: nav
"""
WITHDRAWN = "reise: 1\ntittel: Hemmelig\nstatus: trukket\nhendelser:\n  - krise: Faller ut av Fjellheim\n"


def folder(place: Path, **texts: str) -> Path:
    place.mkdir(exist_ok=True)
    for name, text in texts.items():
        (place / f"{name}.yaml").write_text(text, encoding="utf-8")
    return place


def report(files: Path, output: Path, *more: str, fresh: bool = False) -> Ran:
    return reise("guard", files, "--report", "--output", output, *more, guarded=True, fresh=fresh)


def told(files: Path, code: int, *more: str) -> dict:
    """Return the data of a report, whose run ended with a code."""
    output = files / "ut" / "r.json"
    done = report(files, output, *more)
    assert done.code == code, done.err
    return json.loads(output.read_text(encoding="utf-8"))


def text_of(pdf: Path | bytes) -> list[str]:
    """Return the text of each page, blanks as one."""
    reader = PdfReader(io.BytesIO(pdf) if isinstance(pdf, bytes) else pdf)
    return [" ".join(each.extract_text().split()) for each in reader.pages]


# --- The program ------------------------------------------------------------------------------------


@pytest.mark.slow
def test_a_report_of_what_is_open_is_made_all_the_same_and_ends_with_3(tmp_path: Path) -> None:
    files = folder(tmp_path / "reiser", apen=SHOWING, ny=CLEAN.format("", ""))
    done = reise("guard", files, "--report", cwd=tmp_path, guarded=True)
    assert (done.code, done.err) == (3, "")
    assert inside(tmp_path / "output") == {"vernerapport.pdf"}
    pages = text_of(tmp_path / "output" / "vernerapport.pdf")
    for page in pages:
        assert "bare for ansatte – skal aldri til deltakere" in page
    whole = " ".join(pages)
    assert "Vernet sier aldri «anonym»" in whole
    assert "R410" in whole
    assert "Elliot, Manning og Ford 2002" in whole
    assert "sammensatt av 3 reiser" in whole


@pytest.mark.slow
def test_what_was_found_stands_in_no_report(tmp_path: Path) -> None:
    files = folder(tmp_path / "reiser", apen=SHOWING, ny=CLEAN.format("", ""), borte=WITHDRAWN)
    said = []
    for kind in ("pdf", "html", "json"):
        output = tmp_path / f"r.{kind}"
        done = report(files, output)
        said.append(done.out + done.err)
        said.append(" ".join(text_of(output)) if kind == "pdf" else output.read_text(encoding="utf-8"))
    info = PdfReader(tmp_path / "r.pdf").metadata
    said.append(str(info))
    assert info is not None
    assert info.title == "Vernerapport – bare for ansatte"
    for text in said:
        for word in (*SECRETS, "Hemmelig", "borte"):
            assert word.casefold() not in text.casefold(), word
    assert "mobbing" in said[1]
    assert "ord som står åpne" in said[1]


@pytest.mark.slow
def test_a_withdrawn_journey_is_counted_and_nothing_else(tmp_path: Path) -> None:
    files = folder(tmp_path, borte=WITHDRAWN, en=CLEAN.format("", ""))
    found = told(files, 0)
    assert (found["withdrawn"], found["cases"]) == (1, 1)
    assert [each["name"] for each in found["files"]] == ["en"]
    done = report(files, tmp_path / "r.json")
    assert cli("guard_withdrawn", count=1) in done.out


@pytest.mark.slow
def test_a_file_that_cannot_be_read_does_not_stop_the_others(tmp_path: Path) -> None:
    files = folder(
        tmp_path / "reiser",
        a=CLEAN.format("", ""),
        b="reise: [1\n",
        c="reise: 1\nhendelser: []\n",
    )
    output = tmp_path / "r.json"
    done = report(files, output)
    assert done.code == 1
    assert "b.yaml:1" in done.err
    assert "c.yaml" in done.err
    found = json.loads(output.read_text(encoding="utf-8"))
    assert (found["unread"], [each["name"] for each in found["files"]]) == (2, ["a"])


@pytest.mark.slow
def test_options_belong_with_the_report(tmp_path: Path) -> None:
    for option, value in (("--paper", "a3"), ("--format", "json"), ("--lang", "nn"), ("--output", "r.pdf")):
        done = reise("guard", JOURNEYS, option, value, cwd=tmp_path, guarded=True)
        assert done.code == 2
        assert cli("guard_needs_report", option=option) in done.err
    assert report(JOURNEYS, tmp_path / "r.pdf", "--format", "json").code == 2
    assert inside(tmp_path) == set()


@pytest.mark.slow
def test_the_same_bytes_twice_and_in_every_format(tmp_path: Path) -> None:
    """The second time by a program that was begun anew, whose hashes are others."""
    for kind in ("pdf", "html", "json"):
        for name, fresh in (("a", False), ("b", True)):
            words = ("--paper", "a3", "--lang", "nn")
            assert report(JOURNEYS, tmp_path / f"{name}.{kind}", *words, fresh=fresh).code in (0, 3)
        assert (tmp_path / f"a.{kind}").read_bytes() == (tmp_path / f"b.{kind}").read_bytes(), kind
    box = PdfReader(tmp_path / "a.pdf").pages[0].mediabox
    assert round(float(box.width) / 72 * 25.4) == 420
    read = (tmp_path / "a.html").read_text(encoding="utf-8")
    assert "berre for tilsette" in read
    # A folder is where somebody works.
    assert "samling.yaml" in read
    assert str(JOURNEYS) not in read


@pytest.mark.slow
def test_nowhere_to_write_is_the_machines_fault(tmp_path: Path) -> None:
    (tmp_path / "fil").write_text("", encoding="utf-8")
    done = report(JOURNEYS, tmp_path / "fil" / "r.json")
    assert done.code == 4
    assert "R602" in done.err


# --- Decisions, approvals and tests -----------------------------------------------------------------


def decided(files: Path, name: str, **more) -> Record:
    """Write that somebody decided about all that waits in a file, and return the record."""
    path = files / f"{name}.yaml"
    found = verdict(path).value
    assert found is not None
    decisions = tuple(
        Decision(
            code=each.code,
            event=each.event,
            sentence=each.mark,
            reason="Et vanlig ord her, ikke et navn",
            by="veileder A",
            date=datetime.date(2030, 1, 31),
        )
        for each in found.open
    )
    record = Record(written_by="skriver B", decision=decisions, **more)
    path.with_name(f"{name}.vern.toml").write_bytes(written(record))
    return record


DOUBT = CLEAN.format("status: godkjent\n", "  - familie: Dag etter dag hjemme\n")


def test_who_decided_what_and_when(tmp_path: Path) -> None:
    files = folder(tmp_path, utkast=DOUBT)
    record = decided(files, "utkast")
    assert record.decision
    found, problems = disclosed([files / "utkast.yaml"])
    assert problems == ()
    assert (found.count("open"), found.count("decided"), found.expired) == (0, len(record.decision), 0)
    whole = " ".join(text_of(made(found, "pdf", "nb", "a4")))
    for words in ("veileder A", "2030-01-31", "Et vanlig ord her, ikke et navn", "skriver B", "bestemt"):
        assert words in whole
    assert "Dag etter" not in whole


def test_a_decision_expires_with_its_sentence(tmp_path: Path) -> None:
    files = folder(tmp_path, utkast=DOUBT)
    many = len(decided(files, "utkast").decision)
    folder(tmp_path, utkast=DOUBT.replace("hjemme", "ute"))
    found, _ = disclosed([files / "utkast.yaml"])
    assert (found.count("decided"), found.expired) == (0, many)
    assert found.count("open") == many
    data = json.loads(made(found, "json", "nb", "a4"))
    assert data["files"][0]["expired"] == many
    assert [each["state"] for each in data["files"][0]["items"]] == ["open"] * many + ["note"]


@pytest.mark.parametrize("changed", [False, True])
def test_an_approval_and_whether_it_holds(tmp_path: Path, *, changed: bool) -> None:
    files = folder(tmp_path, ny=CLEAN.format("status: godkjent\n", ""))
    judged = verdict(files / "ny.yaml").value
    assert judged is not None
    day, tested = datetime.date(2030, 2, 5), datetime.date(2030, 2, 3)
    approval = Approval(case=judged.seal.case, by="leder C", date=day, guard=VERSION, intruder_test=tested)
    decided(files, "ny", approval=approval, not_shown="der kildene bor")
    if changed:
        folder(tmp_path, ny=CLEAN.format("status: godkjent\n", "  - tiltak: flytter\n"))
    found, _ = disclosed([files / "ny.yaml"])
    told = json.loads(made(found, "json", "en", "a4"))["files"][0]
    assert told["approval"] == {"by": "leder C", "date": "2030-02-05", "guard": VERSION, "holds": not changed}
    assert (told["intruder_test"], told["not_shown"]) == ("2030-02-03", "der kildene bor")
    whole = " ".join(text_of(made(found, "pdf", "nb", "a4")))
    for words in ("leder C", "2030-02-05", "2030-02-03", "der kildene bor", told["sha256"][:8]):
        assert words in whole
    assert ("leder C gjelder ikke" in whole) is changed


def test_a_broken_record_is_open(tmp_path: Path) -> None:
    files = folder(tmp_path, ny=CLEAN.format("", ""))
    (files / "ny.vern.toml").write_text("decision = 3", encoding="utf-8")
    found, _ = disclosed([files / "ny.yaml"])
    assert [(each.problem.code, each.state) for each in found.files[0].items] == [("R450", "open")]


# --- The value --------------------------------------------------------------------------------------


def read(place: Path, text: str, number: int = 1) -> Read:
    document = compose(text.encode(), str(place)).value
    assert document is not None
    journey = parse(document, None).value
    assert journey is not None
    found = judge(document, place, journey, journey.collection)
    return Read(number, str(place), found, journey, tuple(range(len(journey.events))))


def test_two_cases_with_one_id_go_by_their_paths(tmp_path: Path) -> None:
    places = [tmp_path / "a" / "sak.yaml", tmp_path / "b" / "sak.yaml"]
    found = disclosure(read(each, CLEAN.format("", "")) for each in places)
    assert found.names == tuple(map(str, places))
    assert len({each.case for each in found.singled}) == 2


def test_a_name_that_is_found_is_a_number(tmp_path: Path) -> None:
    files = folder(tmp_path, torbjørn=CLEAN.format("", ""), ny=CLEAN.format("", ""))
    (files / "torbjørn.yaml").rename(files / "kjell-arne.yaml")
    found, _ = disclosed([files / "ny.yaml", files / "kjell-arne.yaml"])
    assert found.names == ("ny", "#2")
    for kind in ("json", "html"):
        assert "kjell" not in made(found, kind, "nb", "a4").decode().casefold()


def test_of_no_files_nothing_is_told() -> None:
    told = disclosure(())
    assert (told.files, told.withdrawn, told.unread, told.names) == ((), 0, 0, ())


def test_words_are_held_as_whole_words() -> None:
    assert holds("bror i Drøbak", ["drøbak"])
    assert holds("K a r i kom", ["k a r i"])
    assert holds("ka\u200bri", ["\u200b"])
    assert not holds("dagsenter", ["Dag"])
    assert not holds("dagsenter", [])


def test_of_none_and_of_one_case_nothing_is_singled_out(tmp_path: Path) -> None:
    for found in (disclosure([]), disclosure([read(tmp_path / "en.yaml", CLEAN.format("", ""))])):
        for language in LANGUAGES:
            html = made(found, "html", language, "a4").decode()
            assert toml(f"locale/disclosure.{language}.toml")["across"]["one"] in html


def test_small_cells_are_told_as_few_of_all(tmp_path: Path) -> None:
    top = "utfall: arbeid\npå tross av: [{}]\n"
    files = folder(
        tmp_path,
        **{f"sak-{n}": CLEAN.format(top.format("mobbing" if n < 2 else "flukt"), "") for n in range(8)},
    )
    found, _ = disclosed(sorted(files.glob("*.yaml")))
    data = json.loads(made(found, "json", "nb", "a4"))
    assert data["held_by_few"] == {
        "least": 5,
        "facts": [{"sort": "despite", "words": "på tross av mobbing", "n": 2, "N": 8}],
    }
    assert data["singled_out"]["by"] == {"1": 0, "2": 0, "3": 0}
    assert data["singled_out"]["by_none"] == 8
    html = made(found, "html", "nb", "a4").decode()
    assert "Det er bare 8 saker i alt" in html
    for name in ("none_singled", "none_own"):
        assert toml("locale/disclosure.nb.toml")["across"][name] in html


def test_very_many_cases_are_bounded_and_it_is_said(tmp_path: Path) -> None:
    top = "utfall: utfall {0}\npå tross av: [a{0}, b{0}]\n"
    cases = [
        read(tmp_path / f"sak-{n}.yaml", CLEAN.format(top.format("abcdefghij"[n % 10] * (n // 10 + 1)), ""))
        for n in range(170)
    ]
    found = disclosure(cases)
    html = made(found, "html", "nb", "a4").decode()
    assert "20 saker til står ikke her" in html
    assert "og 130 til" in html


def test_of_very_many_files_without_findings_the_first_are_named(tmp_path: Path) -> None:
    found = disclosure(read(tmp_path / f"sak-{n}.yaml", CLEAN.format("", "")) for n in range(30))
    assert found.count("open") == 0
    html = made(found, "html", "nb", "a4").decode()
    assert "sak-23 og 6 til" in html


# --- Words ------------------------------------------------------------------------------------------


def shapes(language: str) -> dict[str, list[set[str]]]:
    return {
        f"{room}.{name}": [
            {gap for _, gap, _, _ in Formatter().parse(form) if gap} for form in text.split("|")
        ]
        for room, table in toml(f"locale/disclosure.{language}.toml").items()
        for name, text in table.items()
    }


def test_the_words_are_the_same_with_the_same_gaps_in_every_language() -> None:
    assert shapes("nb") == shapes("nn") == shapes("en")
    assert list(shapes("nb")) == list(shapes("nn")) == list(shapes("en"))


def test_every_word_is_asked_for(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    asked = set()
    call = Words.__call__

    def noting(self: Words, path: str, **gaps: object) -> str:
        if self.book == "disclosure":
            asked.add(path)
        return call(self, path, **gaps)

    monkeypatch.setattr(Words, "__call__", noting)
    everything(tmp_path)
    rare = {
        "across.none_few",
        "across.one",
        "across.few_cases",
        "across.none_singled",
        "across.none_own",
        "findings.and_more",
        "across.more_cases",
        "across.and_more",
        "across.shallow",
        "across.cut",
        "cases.none",
        "findings.more",
    }
    unasked = set(shapes("nb")) - asked
    assert {each for each in unasked if each.split(".")[0] not in ("held", "fact", "times")} <= rare


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_fact_has_words(language: str) -> None:
    naming = Naming(disclosure([]), language)
    facts = [Fact(SORTS.index("kind"), kind.value, more) for kind in Kind for more in ("1", "2", "3+")]
    facts += [Fact(SORTS.index("age"), str(span)) for span in range(len(AGES) + 1)]
    facts += [Fact(SORTS.index("turn"), each.value) for each in Direction]
    facts += [
        Fact(SORTS.index("transition"), of, status, of)
        for of in ("bup-dps", "none")
        for status in (*TransitionStatus, "none")
    ]
    facts += [Fact(SORTS.index(sort), "x y", said="X y") for sort in ("outcome", "despite", "role", "tag")]
    said = [naming.fact(each) for each in facts]
    assert len(set(said)) == len(said)
    for each in said:
        assert not set("{}|") & set(each)


def everything(place: Path) -> Disclosure:
    """Return a disclosure with something of all that can be told, drawn in every language."""
    files = folder(
        place, apen=SHOWING, borte=WITHDRAWN, ny=CLEAN.format("", ""), odelagt="reise: [1\n", utkast=DOUBT
    )
    approval = Approval(case="0" * 64, by="leder C", date=datetime.date(2030, 2, 5), guard=VERSION)
    decided(files, "utkast", approval=approval)
    tvil = DOUBT + "  - familie: Stein på stein\n"
    folder(place, utkast=tvil)
    folder(place, en=CLEAN.format("", "").replace("En reise", "Reise"))
    paths = [*sorted(files.glob("*.yaml")), *sorted(JOURNEYS.glob("*.yaml"))]
    (place / "kjell-arne.yaml").write_text(CLEAN.format("", ""), encoding="utf-8")
    changed = decided(files, "ny")
    stale = Decision(
        code="R430",
        event=1,
        sentence="0" * 16,
        reason="Et vanlig ord her",
        by="A B",
        date=datetime.date(2030, 1, 1),
    )
    record = changed.model_copy(update={"decision": (stale,)})
    (place / "ny.vern.toml").write_bytes(written(record))
    found, _ = disclosed([*paths, place / "kjell-arne.yaml"])
    for language in LANGUAGES:
        html = made(found, "html", language, "a4").decode()
        assert "{" not in html.split("</style>")[1]
    return found


# --- The finished PDF -------------------------------------------------------------------------------


@pytest.mark.slow
@pytest.mark.skipif(sys.platform != "linux", reason="veraPDF is set up for Debian's Java")
def test_the_report_is_pdf_ua(tmp_path: Path) -> None:
    found = everything(tmp_path)
    printed = []
    for language, paper in (("nb", "a4"), ("en", "a3")):
        printed.append(tmp_path / f"{language}.pdf")
        printed[-1].write_bytes(made(found, "pdf", language, paper))
    assert pdfcheck.failures_of(printed, "ua1") == {each: [] for each in printed}
    for each in printed:
        assert pdfcheck.page_validation_failures(each) == []
