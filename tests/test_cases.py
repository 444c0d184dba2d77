"""The cases as text: those that are wrong report what they mark and nothing else, the others nothing."""

import os
import re
import unicodedata
from pathlib import Path

import pytest
from tests.support import cases
from tests.support.cases import Findings
from tests.support.stories import faults

from reise.layout.case_map import Box, CaseMap
from reise.pipeline import collection_problems, tell

TOP = "reise: 1\ntittel: Prøve\nhendelser:\n"

#: Texts in which no line for a mark can stand: inside a text, or where there is nothing but the fault.
UNMARKED: dict[str, tuple[str, Findings]] = {
    "R112 nothing": ("", {("R112", 1)}),
    "R112 only blanks": ("\n  \n\n", {("R112", 1)}),
    "R112 only remarks": ("# En merknad.\n", {("R112", 1)}),
    "R112 only a dash line": ("---\n", {("R112", 1)}),
    "R110 in the first line": (f"%YAML 1.1\n---\n{TOP}  - krise: x\n", {("R110", 1)}),
    "R104 in a block": (
        TOP + "  - sitat: |\n      Første linje\n      Andre \x07linje\n      Tredje \u2028linje\n",
        {("R104", 6), ("R104", 7)},
    ),
    "R105 in a block": (TOP + "  - sitat: >\n      Første linje\n      Andre \u200blinje\n", {("R105", 6)}),
    "R116 in a block": (TOP + "  - sitat: |\n      Første linje\n\tAndre linje\n", {("R116", 6)}),
    "R208 in a block": (TOP + "  - sitat: >\n" + 8 * ("      " + 10 * "ord " + "\n"), {("R208", 4)}),
    "R210 in a block": (TOP + f"  - sitat: >\n      ord\n      {61 * 'x'}\n", {("R210", 4)}),
    "R117 to the end": (TOP + '  - sitat: "Kom inn\n      sa hun\n', {("R117", 4)}),
    "R119 in a long text": (TOP + "  - sitat: Kom inn\n      døra #1 er åpen\n", {("R119", 5)}),
    "R104 a NUL": (TOP + "  - krise: a\0b\n", {("R104", 4)}),
}
#: What is wrong in src and was reported; to be taken out when it is mended.
REPORTED: dict[str, str] = {}


def name_of(path: Path) -> str:
    return path.stem


def known(paths: list[Path]) -> list[object]:
    """Return the paths, with what was reported about them."""
    return [
        pytest.param(
            each,
            id=each.stem,
            marks=[pytest.mark.xfail(strict=True, reason=REPORTED[each.stem])]
            if each.stem in REPORTED
            else [],
        )
        for each in paths
    ]


# --- What is wrong ----------------------------------------------------------------------------------


@pytest.mark.parametrize("path", known(cases.bad()))
def test_what_is_marked_is_reported_and_nothing_else(path: Path) -> None:
    assert cases.found_in(cases.problems_of(path)) == cases.marked(path.read_text(encoding="utf-8"))


@pytest.mark.parametrize("path", cases.bad(), ids=name_of)
def test_a_bad_case_is_named_after_a_problem_it_has(path: Path) -> None:
    code, what = path.stem[:4].upper(), path.stem[5:]
    assert re.fullmatch(r"[a-z0-9-]+", what)
    assert len(path.stem) <= 40
    marked = cases.marked(path.read_text(encoding="utf-8"))
    assert code in {each for each, _ in marked}


@pytest.mark.parametrize("name", UNMARKED)
def test_what_cannot_be_marked(name: str, tmp_path: Path) -> None:
    text, expected = UNMARKED[name]
    path = tmp_path / "prove.yaml"
    path.write_bytes(text.encode())
    assert cases.found_in(cases.problems_of(path)) == expected


@pytest.mark.parametrize("folder", cases.collections(), ids=lambda folder: folder.name)
def test_what_is_marked_in_a_collection_is_reported(folder: Path) -> None:
    text = (folder / "samling.yaml").read_text(encoding="utf-8")
    assert cases.found_in(collection_problems(folder)) == cases.marked(text)
    for journey in folder.glob("*.yaml"):
        if journey.stem != "samling":
            assert cases.told(journey)


# --- What is no text --------------------------------------------------------------------------------


def reported(path: Path) -> Findings:
    return cases.found_in(cases.problems_of(path))


def test_r101_what_is_no_regular_file(tmp_path: Path) -> None:
    (tmp_path / "mappe.yaml").mkdir()
    os.mkfifo(tmp_path / "ror.yaml")
    (tmp_path / "fil.yaml").write_text(TOP + "  - krise: x\n", encoding="utf-8")
    (tmp_path / "lenke.yaml").symlink_to("fil.yaml")
    assert reported(tmp_path / "fil.yaml") == set()
    for name in ("mappe", "ror", "lenke"):
        assert reported(tmp_path / f"{name}.yaml") == {("R101", 0)}, name
    assert reported(Path("/dev/null")) == {("R101", 0)}
    for path in (tmp_path / "finnes-ikke.yaml", tmp_path / "fil.yaml" / "under.yaml"):
        assert reported(path) == {("R124", 0)}


def test_r102_a_megabyte_is_enough(tmp_path: Path) -> None:
    path = tmp_path / "stor.yaml"
    text = (TOP + "  - krise: x\n").encode()
    path.write_bytes(text.ljust(1_000_000, b"\n"))
    assert reported(path) == set()
    path.write_bytes(text.ljust(1_000_001, b"\n"))
    assert reported(path) == {("R102", 0)}


@pytest.mark.parametrize("encoding", ["latin-1", "utf-16", "cp1252"])
def test_r103_another_encoding(encoding: str, tmp_path: Path) -> None:
    path = tmp_path / "annet-tegnsett.yaml"
    path.write_bytes((TOP + "  - krise: Møte på «Nav»\n").encode(encoding))
    assert reported(path) == {("R103", 1 if encoding == "utf-16" else 2)}


def test_r115_too_many_nodes(tmp_path: Path) -> None:
    path = tmp_path / "mange.yaml"
    path.write_text(TOP + "  - hvem: [" + 200_000 * "a," + "]\n", encoding="utf-8")
    assert reported(path) == {("R115", 4)}


def test_r211_too_many_events(tmp_path: Path) -> None:
    path = tmp_path / "mange.yaml"
    path.write_text(TOP + 10_001 * "  - krise: x\n", encoding="utf-8")
    assert reported(path) == {("R211", 3)}


@pytest.mark.parametrize("name", ["Ung mor", "ungmør", "-rf", "nul", "x" * 41, "a.b", "ung_mor", "A", " "])
def test_r216_a_name_that_is_no_id(name: str, tmp_path: Path) -> None:
    path = tmp_path / f"{name}.yaml"
    path.write_text(TOP + "  - krise: x\n", encoding="utf-8")
    assert reported(path) == {("R216", 0)}


# --- What is well -----------------------------------------------------------------------------------


def legend_faults(made: CaseMap) -> list[str]:
    """Return swatches of legends that stand on words or on each other, and icons that stand astray."""
    found = []
    for sheet in made.sheets:
        words = [each.text.box for each in sheet.legend] + [each.box for each in sheet.ending]
        swatches = [each.swatch_box for each in sheet.legend]
        for index, box in enumerate(swatches):
            others = [*words, *swatches[index + 1 :]]
            found += [f"swatch {box} on {other}" for other in others if box.overlaps(other, 0.05)]
        room = [card.box for step in sheet.steps for card in step.cards] + swatches
        for icon in sheet.icons:
            # Icons are drawn in a square.
            square = Box(icon.box.x, icon.box.y, icon.box.width, icon.box.width)
            if not any(within(square, box) for box in room):
                found.append(f"icon {icon.name} astray: {icon.box}")
    return found


def within(inner: Box, outer: Box, by: float = 0.15) -> bool:
    return (
        inner.x >= outer.x - by
        and inner.y >= outer.y - by
        and inner.right <= outer.right + by
        and inner.bottom <= outer.bottom + by
    )


@pytest.mark.parametrize("paper", ["a4", "a3", "a1", "a0"])
@pytest.mark.parametrize("path", cases.good(), ids=name_of)
def test_a_good_case_is_laid_out_without_faults(path: Path, paper: str) -> None:
    made = cases.lay_out(cases.told(path), paper, None)
    assert made.problems == ()
    assert made.value is not None
    assert faults(made.value) == []
    assert legend_faults(made.value) == []


@pytest.mark.parametrize("path", cases.good(), ids=name_of)
def test_labels_can_be_of_any_language(path: Path) -> None:
    for language in ("nb", "nn", "en"):
        made = cases.lay_out(cases.told(path), "a3", language).value
        assert made is not None
        assert (made.labels, faults(made)) == (language, [])


@pytest.mark.parametrize(
    "changed",
    [
        lambda text: "\ufeff" + text,
        lambda text: text.replace("\n", "\r\n"),
        lambda text: text.replace("\n", "\r"),
        lambda text: "\ufeff" + text.rstrip("\n").replace("\n", "\r\n"),
        lambda text: unicodedata.normalize("NFD", text),
    ],
    ids=["BOM", "CRLF", "CR", "BOM, CRLF and no last line end", "decomposed letters"],
)
@pytest.mark.parametrize("stem", ["samiske-bokstaver", "tekst-som-ligner", "alle-slag"])
def test_how_a_text_is_written_to_disk_makes_no_difference(stem: str, changed, tmp_path: Path) -> None:
    original = cases.CASES / "good" / f"{stem}.yaml"
    text = original.read_text(encoding="utf-8")
    assert changed(text) != text
    copy = tmp_path / original.name
    copy.write_bytes(changed(text).encode())
    maps = [cases.lay_out(cases.told(each), "a3", None).value for each in (original, copy)]
    assert maps[0] == maps[1] is not None


def test_good_cases_show_every_feature_of_the_format() -> None:
    """Each field of an event and of a journey, and each fixed value, stands in one of them."""
    from reise.journey import model

    journeys = [cases.told(each).journey for each in (*cases.good(), *cases.journeys())]
    events = [event for journey in journeys for event in journey.events]
    for kind in model.Kind:
        assert any(event.kind is kind for event in events), kind
    for name, field in model.Event.model_fields.items():
        assert any(
            getattr(event, name) != field.get_default(call_default_factory=True) for event in events
        ), name
    for name, field in model.Journey.model_fields.items():
        assert any(getattr(each, name) != field.default for each in journeys), name
    for effect in model.Effect:
        assert any(effect in event.effects.values() for event in events), effect
    for direction in model.Direction:
        assert any(e.turning_point and e.turning_point.direction is direction for e in events), direction
    for status in (*model.TransitionStatus, None):
        assert any(e.transition and e.transition.status is status for e in events), status
    for certainty in model.Certainty:
        assert any(event.certainty is certainty for event in events), certainty
    for source in set(model.SourceKind) - {model.SourceKind.DATASET}:
        assert any(each.source and each.source.kind is source for each in journeys), source
    for status in set(model.Status) - {model.Status.WITHDRAWN}:
        assert any(each.status is status for each in journeys), status


def test_words_of_a_collection_are_printed() -> None:
    folder = cases.CASES / "collections" / "good"
    made = cases.lay_out(cases.told(folder / "lokale-ord.yaml"), "a3", None).value
    assert made is not None
    [sheet] = made.sheets
    said = repr(sheet)
    for words in ("Koret i bygda", "Kor → korps", "Hvem ventet?"):
        assert words in said


def test_a_warning_does_not_stop_a_map() -> None:
    for stem in ("r303-ukjent-tjeneste", "r304-ukjent-overgang"):
        told = tell(cases.CASES / "bad" / f"{stem}.yaml")
        assert told.problems
        assert told.value is not None
        assert cases.lay_out(told.value, "a3", None).value is not None
