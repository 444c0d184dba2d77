"""Twenty typical mistakes: each is told where it is, as what it is, and doing what the hint says mends it."""

import os
import re
import subprocess
import sys
from dataclasses import dataclass, field
from itertools import combinations
from pathlib import Path

import pytest
from tests.support.hints import followed

import reise
from reise.cli.texts import look_at
from reise.editing import corrected
from reise.pipeline import check, forget_collections, lay_out, tell
from reise.problems import Problem, said
from reise.source import events

STORY = """\
reise: 1
tittel: Gutten på verkstedet
språk: nb
om: Fra stille dager hjemme til fast plass på et verksted.
kilde: {slag: konstruert}
status: utkast
hendelser:
  - milepæl: Ungdomsskolen
    alder: 13
  - krise: Blir hjemme og sover om dagen
    id: hjemmetida
    varer: 1-2 år
  - tjeneste: Losen kommer på døra hver tirsdag
    hvem: skolelos
    virkning: {ung: hjalp, tjeneste: ukjent}
    vendepunkt: {retning: opp, sagt av: ung}
  - sitat: «Han ga seg ikke»
    stemme: ung
  - milepæl: Praksis på verkstedet
    alder: 16
"""
ENGLISH = """\
reise: 1
title: Gutten på verkstedet
language: nb
about: Fra stille dager hjemme til fast plass på et verksted.
status: draft
events:
  - milestone: Ungdomsskolen
    age: 13
  - crisis: Blir hjemme og sover om dagen
    lasts: 1-2 years
  - service: Losen kommer på døra hver tirsdag
    effect: {young: helped, service: unknown}
    turning point: {direction: up, said by: young}
  - quote: «Han ga seg ikke»
    voice: young
"""


@dataclass(frozen=True)
class Mistake:
    """What was typed instead of some lines of a journey, and what becomes of it.

    `found` is all that is reported, as "line:column code". Of a hint with several ways out the writer
    takes the one that begins with `does`; `own` is what only the writer knows. `mended` is what then stands
    on the lines, if not what was there before. `certain` is what `reise fix` puts right by itself.
    """

    typed: dict[int, str]
    found: str
    does: str = ""
    own: str = ""
    mended: dict[int, str] = field(default_factory=dict)
    certain: bool = False
    story: str = STORY
    encoding: str = "utf-8"

    @property
    def text(self) -> str:
        return changed(self.story, self.typed)

    @property
    def after(self) -> str:
        return changed(self.story, {line: self.mended[line] for line in self.mended})


def changed(text: str, lines: dict[int, str]) -> str:
    """Return a text with some lines written in another way; an empty line is none."""
    now = text.split("\n")
    for number, line in lines.items():
        now[number - 1] = line
    return "\n".join(each for number, each in enumerate(now, 1) if each or number not in lines)


WHO, EFFECT, TURN = STORY.split("\n")[13:16]
QUOTE = "  - sitat: Han ga seg ikke"

MISTAKES: dict[str, Mistake] = {
    # 1. Wrong indentation.
    "indented too far": Mistake({14: "      hvem: skolelos"}, "14:7 R122"),
    "indented too little": Mistake({14: "   hvem: skolelos"}, "14:4 R122"),
    "below the dash": Mistake({14: "  hvem: skolelos"}, "14:3 R122"),
    "not indented": Mistake({14: "hvem: skolelos"}, "14:1 R122"),
    "an event too far in": Mistake({17: "    - sitat: «Han ga seg ikke»"}, "17:5 R122"),
    "an event too far out": Mistake({17: " - sitat: «Han ga seg ikke»"}, "17:2 R122"),
    "an event not indented": Mistake({17: "- sitat: «Han ga seg ikke»"}, "17:1 R122"),
    "the head indented": Mistake({6: "  status: utkast"}, "6:3 R122"),
    "the list's key indented": Mistake({7: "  hendelser:"}, "7:3 R122"),
    "no dash": Mistake({17: "  sitat: «Han ga seg ikke»"}, "17:3 R122", does="sett bindestrek"),
    "no dash, indented": Mistake({17: "    sitat: «Han ga seg ikke»"}, "17:5 R213"),
    "a dash too many": Mistake({14: "  - hvem: skolelos"}, "14:5 R212", does="ta bort"),
    # 2. Tab.
    "a tab": Mistake({14: "\thvem: skolelos"}, "14:1 R116", certain=True),
    "two tabs": Mistake({14: "\t\thvem: skolelos"}, "14:1 R116", certain=True),
    "a tab on every line": Mistake(
        {n: "\t\t" + each.lstrip() for n, each in enumerate((WHO, EFFECT, TURN), 14)},
        "14:1 R116, 15:1 R116, 16:1 R116",
        certain=True,
    ),
    "a tab for a space": Mistake({14: "    hvem:\tskolelos"}, "14:10 R116", certain=True),
    # 3. Colon without quotes.
    "a colon": Mistake(
        {17: "  - sitat: Han sa: kom inn"},
        "17:18 R118",
        mended={17: '  - sitat: "Han sa: kom inn"'},
        certain=True,
    ),
    "a colon at the end": Mistake(
        {13: "  - tjeneste: Losen sa:"},
        "13:23 R118",
        mended={13: '  - tjeneste: "Losen sa:"'},
        certain=True,
    ),
    "a colon in the title": Mistake(
        {2: "tittel: Verkstedet: en reise"},
        "2:19 R118",
        mended={2: 'tittel: "Verkstedet: en reise"'},
        certain=True,
    ),
    "a colon in braces": Mistake(
        {16: "    vendepunkt: {retning: opp, gjorde forskjell: han sa: kom}"},
        "16:56 R118",
        mended={16: '    vendepunkt: {retning: opp, gjorde forskjell: "han sa: kom"}'},
    ),
    # 4. Quote not closed.
    "a quote not closed": Mistake(
        {17: '  - sitat: "Han ga seg ikke'},
        "17:12 R117",
        mended={17: '  - sitat: "Han ga seg ikke"'},
        certain=True,
    ),
    "a quote not closed, another below": Mistake(
        {17: '  - sitat: "Han ga seg ikke', 19: '  - milepæl: "Praksis på verkstedet"'},
        "17:12 R117",
        mended={17: '  - sitat: "Han ga seg ikke"', 19: '  - milepæl: "Praksis på verkstedet"'},
        certain=True,
    ),
    "a quote not closed in the last text": Mistake(
        {19: '  - milepæl: "Praksis på verkstedet', 20: ""},
        "19:14 R117",
        mended={19: '  - milepæl: "Praksis på verkstedet"', 20: ""},
        certain=True,
    ),
    "a single quote not closed": Mistake(
        {17: "  - sitat: 'Han ga seg ikke"}, "17:12 R117", mended={17: '  - sitat: "Han ga seg ikke"'}
    ),
    # 5. Unknown kind.
    "a kind misspelt": Mistake({13: STORY.split("\n")[12].replace("tje", "tj")}, "13:5 R202", certain=True),
    "a milestone misspelt": Mistake({8: "  - milepel: Ungdomsskolen"}, "8:5 R202", certain=True),
    "a turning point misspelt": Mistake(
        {13: "  - vendepnkt: Losen ga seg ikke", 16: "    retning: opp"},
        "13:5 R202",
        mended={13: "  - vendepunkt: Losen ga seg ikke", 16: "    retning: opp"},
        certain=True,
    ),
    "a kind that is none": Mistake(
        {13: "  - samtale: Losen kommer på døra hver tirsdag"}, "13:5 R202", own="tjeneste"
    ),
    "a kind without colon": Mistake({13: "  - tjeneste Losen kommer på døra hver tirsdag"}, "13:5 R120"),
    "a kind and nothing else": Mistake(
        {8: "  - milepæl", 9: ""},
        "8:5 R202",
        own="Ungdomsskolen",
        mended={9: ""},
    ),
    "a kind without space": Mistake(
        {19: "  - milepæl:Praksis", 20: ""},
        "19:5 R202",
        mended={19: "  - milepæl: Praksis", 20: ""},
        certain=True,
    ),
    # 6. Misspelt key.
    "a key misspelt": Mistake({15: EFFECT.replace("virkning", "virking")}, "15:5 R202", certain=True),
    "letters swapped": Mistake({14: "    vhem: skolelos"}, "14:5 R202"),
    "the title's key": Mistake({2: "titel: Gutten på verkstedet"}, "2:1 R202", certain=True),
    "the events' key": Mistake({7: "hendelsr:"}, "7:1 R202", certain=True),
    "the first key": Mistake({1: "resie: 1"}, "1:1 R202", certain=True),
    "a key in braces": Mistake({5: "kilde: {slg: konstruert}"}, "5:9 R202"),
    "a key that is none": Mistake({14: "    ansvarlig: skolelos"}, "14:5 R202", own="hvem"),
    "no space in braces": Mistake(
        {15: "    virkning: {ung:hjalp}"},
        "15:16 R202",
        mended={15: "    virkning: {ung: hjalp}"},
        certain=True,
    ),
    # 7. Norwegian letters saved in cp1252.
    "saved in cp1252": Mistake({}, "2:17 R103", certain=True, encoding="cp1252"),
    # 8. A date.
    "a date for an age": Mistake({9: "    alder: 12.03.2011"}, "9:12 R207", own="13"),
    "a year for an age": Mistake({9: "    alder: 2011"}, "9:12 R207", own="13"),
    "a date under a word of its own": Mistake({9: "    dato: 12. mars 2011"}, "9:11 R207", own="13"),
    "lasted to a month": Mistake(
        {12: "    varer: til august 2015"}, "12:12 R207", does="la tiden", mended={12: ""}
    ),
    # 9. A name: a test of its own, below, since the guard finds it.
    # 10. A wrong id.
    "an id with a capital": Mistake({11: "    id: Hjemmetida"}, "11:9 R214"),
    "an id of words": Mistake(
        {11: "    id: Tida på gården"}, "11:9 R214", mended={11: "    id: tida-pa-garden"}
    ),
    "an id that nobody has": Mistake(
        {18: "    under: hjemetida"}, "18:12 R302", mended={18: "    under: hjemmetida"}
    ),
    "an id in other letters": Mistake(
        {18: "    under: Hjemmetida"}, "18:12 R302", mended={18: "    under: hjemmetida"}
    ),
    # 11. A contradiction in time.
    "younger than before": Mistake({20: "    alder: 12"}, "20:12 R301", does="fjern", mended={20: ""}),
    # 12. List dash without space.
    "no space after the dash": Mistake({17: "  -sitat: «Han ga seg ikke»"}, "17:3 R121", certain=True),
    "the first dash": Mistake({8: "  -milepæl: Ungdomsskolen"}, "8:3 R121", certain=True),
    "no dash with a space": Mistake(
        {n: STORY.split("\n")[n - 1].replace("- ", "-", 1) for n in (8, 10, 13, 17, 19)},
        "8:3 R121, 10:3 R121, 13:3 R121, 17:3 R121, 19:3 R121",
        certain=True,
    ),
    "a dash of Word": Mistake({17: "  – sitat: «Han ga seg ikke»"}, "17:3 R125", certain=True),
    "a bullet of Word": Mistake({17: "  • sitat: «Han ga seg ikke»"}, "17:3 R125", certain=True),
    "a star": Mistake({17: "  * sitat: «Han ga seg ikke»"}, "17:3 R125", certain=True),
    # 13. # that eats text.
    "a number": Mistake(
        {13: "  - tjeneste: Samtale #3 på kontoret"},
        "13:23 R119",
        mended={13: '  - tjeneste: "Samtale #3 på kontoret"'},
    ),
    "a number first": Mistake(
        {17: "  - sitat: #ikke gi opp"}, "17:12 R119", mended={17: '  - sitat: "#ikke gi opp"'}
    ),
    "a remark": Mistake(
        {9: "    alder: 13 #usikker"},
        "9:15 R119",
        does="sett to mellomrom",
        mended={9: "    alder: 13  # usikker"},
    ),
    # 14. Smart quotes; round a text they are part of it, see below.
    "smart quotes round a value": Mistake({6: "status: ”utkast”"}, "6:9 R205", certain=True),
    "smart quotes in braces": Mistake({15: EFFECT.replace("hjalp", "“hjalp”")}, "15:21 R205", certain=True),
    "smart quotes round an id": Mistake({11: "    id: “hjemmetida”"}, "11:9 R214", certain=True),
    "smart quotes round a service": Mistake({14: "    hvem: «skolelos»"}, "14:11 R303", certain=True),
    "smart quotes round a key": Mistake({14: "    “hvem”: skolelos"}, "14:5 R202", certain=True),
    "smart quotes round the version": Mistake({1: "reise: ”1”"}, "1:8 R218", certain=True),
    "smart quotes and a colon": Mistake(
        {17: "  - sitat: «Han sa: kom inn»"},
        "17:19 R118",
        mended={17: '  - sitat: "«Han sa: kom inn»"'},
        certain=True,
    ),
    "a straight quote and a smart one": Mistake(
        {17: '  - sitat: "Han ga seg ikke”'},
        "17:12 R117",
        mended={17: '  - sitat: "Han ga seg ikke"'},
        certain=True,
    ),
    # 15. Non-breaking spaces; in a text they do no harm, see below.
    "non-breaking indentation": Mistake({14: "  \xa0 hvem: skolelos"}, "14:3 R105", certain=True),
    "non-breaking after a colon": Mistake({14: "    hvem:\xa0skolelos"}, "14:10 R105", certain=True),
    "non-breaking after a dash": Mistake({17: "  -\xa0sitat: «Han ga seg ikke»"}, "17:4 R105", certain=True),
    "non-breaking in braces": Mistake(
        {16: TURN.replace("sagt av: ", "sagt av:\xa0")}, "16:40 R105", certain=True
    ),
    # 16. English key misspelt.
    "an English key misspelt": Mistake(
        {12: "    efect: {young: helped, service: unknown}"}, "12:5 R202", certain=True, story=ENGLISH
    ),
    "an English kind misspelt": Mistake(
        {7: "  - milstone: Ungdomsskolen"}, "7:5 R202", certain=True, story=ENGLISH
    ),
    "an English key of two words misspelt": Mistake(
        {13: "    tuning point: {direction: up, said by: young}"}, "13:5 R202", certain=True, story=ENGLISH
    ),
    "an English key in a Norwegian journey": Mistake(
        {15: EFFECT.replace("virkning", "efect")},
        "15:5 R202",
        mended={15: EFFECT.replace("virkning", "effect")},
        certain=True,
    ),
    # 17. Missing milestone: none is needed, see below; a phase needs one.
    "a phase without its milestone": Mistake(
        {11: "    fase: Borte"},
        "11:5 R306",
        mended={8: "  - milepæl: Ungdomsskolen\n    fase: Borte", 11: ""},
    ),
    # 18. Effect without voice: the coder's, see below; in braces somebody must say it.
    "an effect without voice in braces": Mistake(
        {15: "    virkning: {hjalp}"}, "15:16 R205", mended={15: "    virkning: {ung: hjalp}"}
    ),
    "an effect without voice, the coder's": Mistake(
        {15: "    virkning: {hjalp}"}, "15:16 R205", does="skriv bare", mended={15: "    virkning: hjalp"}
    ),
    "a voice without braces": Mistake(
        {15: "    virkning: ung: hjalp"},
        "15:18 R118",
        does="sett klammer",
        mended={15: "    virkning: {ung: hjalp}"},
    ),
    # 19. Transition unknown: a warning, since it can be the collection's own.
    "a transition misspelt": Mistake(
        {18: "    overgang: {type: bup-dsp, status: holdt}"},
        "18:22 R304",
        mended={18: "    overgang: {type: bup-dps, status: holdt}"},
    ),
    "a transition as an event misspelt": Mistake(
        {17: "  - overgang: bup-dsp", 18: ""}, "17:15 R304", mended={17: "  - overgang: bup-dps", 18: ""}
    ),
    "a transition of our own": Mistake(
        {18: "    overgang: {type: lag-klubb, status: holdt}"},
        "18:22 R304",
        own="Lag → klubb",
        mended={18: "    overgang: {type: lag-klubb, status: holdt}"},
    ),
    # 20. Two problems at once.
    "a misspelt key and a dash": Mistake(
        {15: EFFECT.replace("virkning", "virking"), 17: "  -sitat: «Han ga seg ikke»"},
        "15:5 R202, 17:3 R121",
        certain=True,
    ),
    "two colons": Mistake(
        {13: "  - tjeneste: Losen sa: kom", 17: "  - sitat: Han sa: kom inn"},
        "13:23 R118, 17:18 R118",
        mended={13: '  - tjeneste: "Losen sa: kom"', 17: '  - sitat: "Han sa: kom inn"'},
        certain=True,
    ),
    "a year and a brace": Mistake(
        {9: "    alder: 2011", 15: EFFECT.rstrip("}")}, "9:12 R207, 15:15 R123", own="13"
    ),
    "two words misspelt in one event": Mistake(
        {13: STORY.split("\n")[12].replace("tje", "tj"), 14: "    hvm: skolelos"}, "13:5 R202, 14:5 R202"
    ),
    "a kind that is none and a word in its braces": Mistake(
        {13: "  - tjenste: Losen kommer på døra hver tirsdag", 16: TURN.replace("retning", "rettning")},
        "13:5 R202, 16:18 R202",
        certain=True,
    ),
    "a tab and a colon": Mistake(
        {14: "    hvem:\tskolelos", 17: "  - sitat: Han sa: kom inn"},
        "14:10 R116, 17:18 R118",
        mended={17: '  - sitat: "Han sa: kom inn"'},
        certain=True,
    ),
}


def written(folder: Path, name: str, mistake: Mistake) -> Path:
    """Write the journey of a mistake into a folder of its own, and return the file."""
    path = folder / re.sub("[^a-z]+", "-", name.lower()) / "gutten-pa-verkstedet.yaml"
    path.parent.mkdir()
    path.write_bytes(mistake.text.encode(mistake.encoding))
    return path


def told(problems: tuple[Problem, ...]) -> str:
    return ", ".join(f"{each.span.line}:{each.span.column} {each.code}" for each in problems if each.span)


def mended(path: Path, mistake: Mistake) -> None:
    """Do what the hints say, one after the other and no more of them than were told at first."""
    for _ in check(path).problems:
        followed(path, check(path).problems[0], mistake.does, mistake.own)
        forget_collections()


@pytest.mark.parametrize("parser", ["libyaml", "python"])
@pytest.mark.parametrize("name", MISTAKES)
def test_the_cause_is_told_where_it_is_and_nothing_beside_it(
    name: str, parser: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    if parser == "python":
        monkeypatch.setattr(events, "FASTEST", events.PurePythonParser)
    mistake = MISTAKES[name]
    found = reise.check(written(tmp_path, name, mistake)).problems
    assert told(found) == mistake.found
    assert len(found) == mistake.found.count("R")


@pytest.mark.parametrize("name", MISTAKES)
def test_doing_what_the_hint_says_mends_it(name: str, tmp_path: Path) -> None:
    mistake = MISTAKES[name]
    path = written(tmp_path, name, mistake)
    mended(path, mistake)
    assert path.read_text(encoding="utf-8") == mistake.after
    checked = reise.check(path)
    assert checked.problems == ()
    assert checked.value is not None


@pytest.mark.parametrize("name", MISTAKES)
def test_what_is_certain_is_mended_by_fix_in_the_same_way(name: str, tmp_path: Path) -> None:
    mistake = MISTAKES[name]
    path = written(tmp_path, name, mistake)
    made = corrected(path.read_bytes(), look_at(path))
    assert (made.left == ()) == mistake.certain
    if mistake.certain:
        path.write_bytes(made.data)
        before = reise.check(path).value
        assert before is not None
        path.write_text(mistake.after, encoding="utf-8")
        after = reise.check(path).value
        assert after is not None
        # The quotes about a text may be of the other sort.
        assert [re.sub("[«»]", "", each.text) for each in before.events] == (
            [re.sub("[«»]", "", each.text) for each in after.events]
        )
        assert len(made.data.decode().split("\n")) == len(mistake.after.split("\n"))


def run(*words: str | Path) -> "subprocess.CompletedProcess[str]":
    """Run the program itself, in Norwegian."""
    return subprocess.run(
        [sys.executable, "-m", "reise", *map(str, words)],
        env=os.environ | {"LC_ALL": "nb_NO.UTF-8", "PYTHONUTF8": "1"},
        capture_output=True,
        encoding="utf-8",
        check=False,
        timeout=120,
    )


def test_a_name_is_stopped_and_a_role_in_its_place_is_not(tmp_path: Path) -> None:
    """Mistake nine: the hint says to write who it is, in small letters."""
    path = tmp_path / "reisen.yaml"
    text = "reise: 1\ntittel: Reisen\nhendelser:\n  - milepæl: Skolen\n"
    text += "  - tjeneste: Hver dag kommer Solfrid hjem til ham\n"
    path.write_text(text, encoding="utf-8")
    ran = run("check", path)
    assert ran.returncode == 3
    [line, hint] = ran.stderr.splitlines()
    assert line.startswith(f"{path}:5:31 R420 ")
    assert "Skriv hva eller hvem det er, med liten bokstav" in hint
    path.write_text(text.replace("Solfrid", "losen"), encoding="utf-8")
    ran = run("check", path)
    assert (ran.returncode, ran.stderr) == (0, "")


def test_the_program_tells_all_of_them_and_is_content_after(tmp_path: Path) -> None:
    files = {name: written(tmp_path, name, each) for name, each in MISTAKES.items()}
    ran = run("check", "--source", *files.values())
    # A transition that nobody knows, though it is only a warning, is a word for a person to decide about.
    assert ran.returncode == 3
    assert "Traceback" not in ran.stderr
    for name, path in files.items():
        lines = [each for each in ran.stderr.splitlines() if each.startswith(str(path))]
        lines = [each for each in lines if " R431 " not in each or "transition" not in name]
        places = [each.removeprefix(f"{path}:").split(" ", 2)[:2] for each in lines]
        assert ", ".join(" ".join(each) for each in places) == MISTAKES[name].found, name
        for each in check(path).problems:
            assert f"  → {said(each, 'hint', 'nb')}\n" in ran.stderr
        mended(path, MISTAKES[name])
    ran = run("check", *files.values())
    assert (ran.returncode, ran.stderr) == (0, "")
    assert ran.stdout == f"{len(files)} reiser sjekket, 0 med feil.\n"


# Any two mistakes on different lines are told together as they are told alone, except that what spoils the
# shape of a file, or its letters, must be mended before the rest can be read; time is worked out last.
_FIRST_OR_LAST = ("R122", "R103", "R212", "R213", "R301", "R302", "R306")
ALONE = {
    name: each
    for name, each in MISTAKES.items()
    if len(each.typed) == 1
    and each.story == STORY
    and not each.found.endswith(_FIRST_OR_LAST)
    and not each.typed[min(each.typed)].startswith("\t")
}


@pytest.mark.parametrize("name", ALONE)
def test_no_mistake_hides_another(name: str, tmp_path: Path) -> None:
    path = tmp_path / "gutten-pa-verkstedet.yaml"
    for other in ALONE:
        one, two = ALONE[name].typed, ALONE[other].typed
        if name < other and not {*one} & {*two}:
            path.write_text(changed(STORY, one | two), encoding="utf-8")
            both = {ALONE[name].found, ALONE[other].found}
            assert {*told(reise.check(path).problems).split(", ")} == both, other


# --- What looks like a mistake and is none ---------------------------------------------------------


def journey(tmp_path: Path, lines: dict[int, str]) -> reise.Journey:
    path = tmp_path / "gutten-pa-verkstedet.yaml"
    path.write_text(changed(STORY, lines), encoding="utf-8")
    checked = tell(path)
    assert checked.problems == ()
    assert checked.value is not None
    assert lay_out(checked.value, "a3", None).problems == ()
    return checked.value.journey


@pytest.mark.parametrize("quotes", ["«»", "“”", "””", "„“", "‘’"])
def test_smart_quotes_round_a_text_are_part_of_it(quotes: str, tmp_path: Path) -> None:
    words = f"{quotes[0]}Han ga seg ikke{quotes[1]}"
    assert journey(tmp_path, {17: f"  - sitat: {words}"}).events[3].text == words


def test_non_breaking_spaces_in_a_text_or_a_value_do_no_harm(tmp_path: Path) -> None:
    told = journey(
        tmp_path, {12: "    varer: 1-2\xa0år", 13: "  - tjeneste: Losen\xa0kommer", 14: WHO + "\xa0"}
    )
    assert told.events[1].lasts == journey(tmp_path, {}).events[1].lasts
    assert told.events[2].who == ("skolelos",)


def test_a_journey_without_milestones_is_one(tmp_path: Path) -> None:
    told = journey(tmp_path, {8: "  - hendelse: Slutter på korpset", 19: "  - hendelse: Begynner i praksis"})
    assert not any(each.kind == "milestone" for each in told.events)


def test_an_effect_without_voice_is_the_coders(tmp_path: Path) -> None:
    alone = journey(tmp_path, {15: "    virkning: hjalp"})
    assert alone.events[2].effects == {"unknown": "helped"}
    coded = journey(tmp_path, {6: "kodet av: prosjektet", 15: "    virkning: hjalp"})
    assert coded.events[2].effects == {"project": "helped"}


def test_capitals_in_keys_make_no_difference(tmp_path: Path) -> None:
    assert journey(tmp_path, {8: "  - Milepæl: Ungdomsskolen"}) == journey(tmp_path, {})


@pytest.mark.parametrize("line", [8, 9, 19])
def test_each_line_of_a_contradiction_can_go(line: int, tmp_path: Path) -> None:
    """Whichever of the lines that are shown is put right, the rest can be true."""
    path = tmp_path / "gutten-pa-verkstedet.yaml"
    path.write_text(changed(STORY, {20: "    alder: 12"}), encoding="utf-8")
    [found] = reise.check(path).problems
    shown = {each.line for each in (found.span, *found.related) if each}
    assert shown == {8, 9, 19, 20}
    hint = said(found, "hint", "nb")
    assert "Rett eller fjern én" in hint
    assert "«rekkefølge: ukjent»" in hint
    way_out = {
        8: {8: "  - milepæl: Ungdomsskolen\n    rekkefølge: ukjent", 20: "    alder: 12"},
        9: {9: "", 20: "    alder: 12"},
        19: {19: "  - milepæl: Praksis på verkstedet\n    rekkefølge: ukjent", 20: "    alder: 12"},
    }
    path.write_text(changed(STORY, way_out[line]), encoding="utf-8")
    assert reise.check(path).problems == ()


def test_there_are_twenty() -> None:
    source = Path(__file__).read_text(encoding="utf-8")
    numbers = [int(each) for each in re.findall(r"^    # (\d+)\. ", source, re.MULTILINE)]
    assert numbers == [*range(1, 21)]
    assert all(12 <= len(each.text.rstrip("\n").split("\n")) <= 21 for each in MISTAKES.values())
    pairs = sum(1 for one, two in combinations(ALONE, 2) if not {*ALONE[one].typed} & {*ALONE[two].typed})
    assert pairs > 500
