"""E: HTML, CSS, SVG and PDF. A page is flat, made of known parts, and has no links and no unseen letters."""

import base64
import re
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from tests.support import cases, hostile, stories
from tests.support.hostile import Parsed, is_literal

from reise.chronology import chronology
from reise.page.html import case_map_html
from reise.pdf import pdf
from reise.pipeline import Told, tell
from reise.resources import templates


@pytest.mark.slow
@pytest.mark.parametrize("address", ["javascript:alert(1)", "file:///home/x", "https://x.no", "mailto:a@b"])
def test_e14_no_words_become_a_link(address: str, tmp_path: Path) -> None:
    html = is_literal(f'<a href="{address}">her</a> {address}', tmp_path)
    assert "a" not in {tag for tag, _ in Parsed(html).elements}
    made = pdf(html)
    assert not re.search(rb"/URI|/Annots|/Link\b|/GoTo|/JavaScript", made)


def test_e14_no_map_has_links() -> None:
    for path in templates().glob("*.j2"):
        assert not re.search(r"<a\b|\bhref=", path.read_text(encoding="utf-8")), path.name


@pytest.mark.slow
def test_e15_where_the_file_is_does_not_get_into_the_pdf(tmp_path: Path) -> None:
    folder = tmp_path / "solfrid-hansen"
    folder.mkdir()
    made = hostile.pdf(hostile.case_map(hostile.journey("../x.png", folder=folder)))
    assert b"solfrid" not in hostile.unpacked(made)


# --- E16 to E20: what cannot occur ------------------------------------------------------------------


@settings(
    max_examples=8,
    deadline=None,
    suppress_health_check=list(HealthCheck),
    phases=(Phase.explicit, Phase.generate),
)
@given(stories.journeys(most=25), st.sampled_from(["a4", "a0"]))
def test_e16_e17_e18_e19_pages_are_flat_and_made_of_known_parts(journey: object, paper: str) -> None:
    """No page nests, spans, repeats or measures what a journey says, and none holds a bitmap."""
    timed = chronology(journey).value  # type: ignore[arg-type]
    assert timed is not None
    made = cases.lay_out(Told(journey, timed), paper, None).value  # type: ignore[arg-type]
    if made is None:
        return
    html = case_map_html(made, fonts=False)
    page = Parsed(html)
    assert page.deepest <= 7
    assert not {name for _, attributes in page.elements for name in attributes} & {
        "colspan",
        "rowspan",
        "span",
    }
    assert "var(" not in html
    assert all(float(number) < 2000 for number in re.findall(r":(-?[\d.]+)(?:rem|mm)", html))
    assert not re.search(r"\d[eE][+-]?\d+(?:rem|mm)|:-?(?:nan|inf)", html)
    kinds = set(re.findall(r"data:([\w/+.-]+)", html))
    assert kinds == {"image/svg+xml"}
    for drawing in re.findall(r"data:image/svg\+xml;base64,([A-Za-z0-9+/=]+)", html):
        svg = base64.b64decode(drawing).decode()
        assert set(re.findall(r"<([a-zA-Z]+)", svg)) <= {"svg", "path", "g", "text", "circle", "rect", "line"}
        assert not re.search(r"href|url\(|<!|&(?!amp;|lt;|gt;|quot;|#)", svg)


def test_e19_a_picture_in_the_words_is_words(tmp_path: Path) -> None:
    html = is_literal("data:image/png;base64,iVBORw0KGgo=", tmp_path)
    assert 'src="data:image/png' not in html


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("Z" + "\u0301" * 200, {"R104", "R501"}),
        ("x\u0300\u0301\u0302\u0303", {"R104", "R501"}),
        ("👩\u200d👩\u200d👧", {"R104", "R501"}),
        ("😀" * 50, {"R104", "R501"}),
        ("שלום", {"R104", "R501"}),
        ("a\u202eb", {"R105", "R104"}),
    ],
    ids=["zalgo", "four marks", "family", "many", "right to left", "override"],
)
def test_e20_letters_that_would_not_be_seen_are_refused(text: str, codes: set[str], tmp_path: Path) -> None:
    told = tell(hostile.journey(text, folder=tmp_path), "nr-1.yaml")
    problems = told.problems
    if told.value:
        problems += cases.lay_out(told.value, "a3", None).problems
    assert {each.code for each in problems if not each.is_warning} & codes
    assert not told.value or cases.lay_out(told.value, "a3", None).value is None


def test_e20_marks_that_are_letters_of_the_font_are_printed(tmp_path: Path) -> None:
    assert hostile.case_map(hostile.journey("cafe\u0301 a\u030a", folder=tmp_path)).title == "café å"
