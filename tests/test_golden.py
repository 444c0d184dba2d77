"""What the program makes of the cases, held against what it made before (tests/golden).

`pytest --accept` takes what is made now as right, and deletes what no case makes any more.
"""

from functools import cache
from pathlib import Path

import pytest
from tests.support import cases
from tests.support.golden import Golden, as_text, without_data

from reise.cli import speech
from reise.layout import CaseMap
from reise.page.html import case_map_html

#: Good cases whose maps are kept, and for which feature each; the others are only held to be without faults.
KEPT = {
    "alle-slag": "every kind of event",
    "english": "keys, labels and words in English",
    "forte-til": "arrows",
    "html-er-tekst": "signs that mean something to HTML, CSS and templates",
    "lang-reise": "more than one sheet",
    "livslinje": "the life line",
    "overgang-som-merke": "stripes",
    "tid-uten-alder": "relations in time",
    "uenige-stemmer": "voices that disagree",
    "vendepunkt-som-merke": "turning points every way",
}
DRAWN = cases.journeys() + [each for each in cases.good() if each.stem in KEPT]
WRONG = cases.bad()


def name_of(path: Path) -> str:
    return path.stem


@cache
def drawn(path: Path) -> CaseMap:
    """Return the map of a case on A3."""
    made = cases.lay_out(cases.told(path), "a3", None)
    assert made.value is not None, made.problems
    return made.value


def test_every_case_has_a_name_of_its_own_and_every_kept_one_is_there() -> None:
    stems = [each.stem for each in (*cases.journeys(), *cases.good(), *WRONG)]
    assert len(stems) == len(set(stems))
    assert set(KEPT) <= {each.stem for each in cases.good()}


@pytest.mark.parametrize("path", DRAWN, ids=name_of)
def test_layout(path: Path, golden: Golden) -> None:
    golden.holds(f"{path.stem}/layout.txt", as_text(drawn(path)))


@pytest.mark.parametrize("path", DRAWN, ids=name_of)
def test_page(path: Path, golden: Golden) -> None:
    golden.holds(f"{path.stem}/page.html", without_data(case_map_html(drawn(path), fonts=False)))


@pytest.mark.parametrize("path", WRONG, ids=name_of)
def test_problems(path: Path, golden: Golden, monkeypatch: pytest.MonkeyPatch) -> None:
    """What a person reads, in bokmål and with the lines of the file."""
    monkeypatch.setattr(speech, "language", lambda: "nb")
    monkeypatch.chdir(path.parent)
    said = [speech.told(each, source=True) for each in cases.problems_of(path)]
    golden.holds(f"{path.stem}/problems.txt", "\n".join(said) + "\n")


def test_nothing_else_is_stored(golden: Golden) -> None:
    golden.holds_only(
        {f"{each.stem}/layout.txt" for each in DRAWN} | {f"{each.stem}/problems.txt" for each in WRONG},
        "*/*.txt",
    )
    golden.holds_only({f"{each.stem}/page.html" for each in DRAWN}, "*/*.html")
