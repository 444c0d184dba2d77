"""The pages of tables in every language: no id is left in the words, and they are readable on paper."""

import re
from html.parser import HTMLParser
from itertools import pairwise
from string import Formatter

import pytest
from tests.comparison.cases import case, compared
from tests.comparison.reports import LANGUAGES, TURNING, languages, six, told
from tests.support.boxes import pages

from reise.comparison import Terms, comparison
from reise.layout import PAPERS
from reise.layout.report import report
from reise.layout.report.value import Table
from reise.page.report import report_html
from reise.pdf import pdf
from reise.resources import toml

OWN = ("report", "question", "column", "table", "unit", "align", "codebook", "values")


# --- Words ------------------------------------------------------------------------------------------


def test_the_labels_are_the_same_with_the_same_gaps_in_every_language():
    books = [toml(f"locale/comparison.{each}.toml") for each in LANGUAGES]
    shapes = [
        {
            f"{room}.{name}": sorted({gap for _, gap, _, _ in Formatter().parse(text) if gap})
            for room in OWN
            for name, text in book[room].items()
        }
        for book in books
    ]
    assert shapes[0] == shapes[1] == shapes[2]
    assert all(
        text or name.endswith("_unit") for book in books for room in OWN for name, text in book[room].items()
    )


@languages
def test_no_id_and_no_gap_is_left_in_the_words(language):
    made = report_html(told(language), fonts=False)
    text = " ".join(texts(made))
    assert not re.search(r"\{[a-z]", text)
    for hidden in (
        "stable_adult",
        "own_initiative",
        "critical_transitions",
        "bup-dps",
        "skolelos",
        "turning_point",
    ):
        assert hidden not in text
    assert f'<html lang="{language}">' in made


@languages
def test_words_of_journeys_in_another_language_say_which(language):
    made = report_html(told(language), fonts=False)
    foreign = {"nb": "nn", "nn": "nb", "en": "nn"}[language]
    assert f'<span lang="{foreign}">' in made
    assert f'<span lang="{language}">' not in made


# --- On paper ---------------------------------------------------------------------------------------


class _Texts(HTMLParser):
    """What a page says outside its styles."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []
        self.tags: list[str] = []
        self._style = False

    def handle_starttag(self, tag, attrs):
        self.tags.append(tag)
        self._style = tag == "style"

    def handle_endtag(self, tag):
        self._style = False

    def handle_data(self, data):
        if not self._style:
            self.found.append(data)


def texts(html: str) -> list[str]:
    parser = _Texts()
    parser.feed(html)
    return parser.found


def test_words_are_text_and_never_html_nor_css():
    wild = '</style><script>alert(1)</script>"; } \\ '
    one = case(TURNING.replace("Møter noen", "Møter <b>noen</b> & én"))
    shared = one.journey.collection.model_copy(update={"title": wild})
    one.journey._collection = shared
    made = report_html(report(compared(one), "nb"), fonts=False)
    assert "<script>" not in made
    assert "Møter <b>noen</b> & én" in "".join(texts(made))
    parser = _Texts()
    parser.feed(made)
    assert parser.tags.count("style") == 1


@languages
def test_headings_go_down_a_step_at_a_time_and_every_table_has_heads(language):
    made = report_html(told(language), fonts=False)
    parser = _Texts()
    parser.feed(made)
    levels = [int(tag[1]) for tag in parser.tags if re.fullmatch(r"h\d", tag)]
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))
    assert made.count("<table") == made.count("<caption>") == made.count("<thead>")
    assert not re.search(r"<th(?! scope)[ >]", made)
    for each in told(language).pages:
        for block in each.blocks:
            if isinstance(block, Table):
                assert {len(row.cells) for row in block.rows} <= {len(block.columns)}
                assert abs(sum(block.widths) - 100) < 0.01


@pytest.mark.parametrize("paper", sorted(PAPERS))
def test_type_is_never_under_the_least_of_its_paper_and_nothing_leaves_the_page(paper):
    made = pages(report_html(report(six(), "nb", paper, (3, 6)), fonts=False))
    sheet = PAPERS[paper]
    for each in made:
        box = each._page_box
        assert (round(each.width * 25.4 / 96), round(each.height * 25.4 / 96)) == (sheet.width, sheet.height)
        for text in _set(box):
            assert text.style["font_size"] * 72 / 96 >= sheet.small - 0.01, text.text
            assert text.position_x + text.width <= each.width - sheet.margin * 96 / 25.4 + 1, text.text
            assert text.position_x >= sheet.margin * 96 / 25.4


def _set(box):
    """Yield the stretches of text of a page."""
    box = getattr(box, "_box", box)
    if type(box).__name__ == "TextBox":
        yield box
    for child in getattr(box, "children", ()):
        yield from _set(child)


def test_the_same_comparison_gives_the_same_bytes():
    again = comparison(tuple(reversed(six().cases)), Terms(), six().left_out)
    assert report_html(report(again, "nb"), fonts=False) == report_html(told(), fonts=False)


@pytest.mark.slow
def test_the_same_report_is_printed_as_the_same_bytes():
    html = report_html(report(six(), "en", "a4", (2, 6)), fonts=False)
    assert pdf(html) == pdf(html)
