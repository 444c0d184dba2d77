"""The pages of tables: the same numbers as the data, in every language, readable and clean on paper."""

import json
import re
from collections import Counter
from functools import cache
from html.parser import HTMLParser
from itertools import pairwise
from pathlib import Path
from string import Formatter

import pytest
from tests.comparison.cases import case, case_of, compared
from tests.support.boxes import pages

import reise
from reise.comparison import Comparison, LeftOut, Terms, comparison
from reise.comparison.value import Count, measure
from reise.graphs.journey import graph
from reise.layout import PAPERS
from reise.layout.cards import cards_of
from reise.layout.report import PAGES, Naming, Report, report
from reise.layout.report.answers import cell, measures, share, unknown
from reise.layout.report.support import signs
from reise.layout.report.value import Column, Findings, Listing, Paragraph, Row, Table
from reise.layout.words import Words
from reise.page.report import abreast, report_html
from reise.pdf import pdf
from reise.resources import toml
from reise.tables import as_json

FOLDER = Path(__file__).parents[2] / "journeys"
LANGUAGES = ("nb", "nn", "en")
languages = pytest.mark.parametrize("language", LANGUAGES)
OWN = ("report", "question", "column", "table", "unit", "align", "codebook", "values")
TURNING = """\
- milepæl: Skolen
- hendelse: Møter noen
  virkning: hjalp
- tjeneste: Læreren ringer
  hvem: larer
  virkning: {ung: hjalp, tjeneste: hindret}
  vendepunkt: {retning: opp, sagt av: ung, gjorde forskjell: Hun ringte igjen.}
- overgang: BUP til DPS
  type: bup-dps
  status: brast
- hendelse: Slutter
"""


@cache
def six() -> Comparison:
    files = sorted(each for each in FOLDER.glob("*.yaml") if each.name != "samling.yaml")
    cases = [case_of(reise.load(each)) for each in files]
    return comparison(cases, Terms(), (LeftOut("en-til", "consent"), LeftOut("to-til", "filtered")))


@cache
def told(language: str = "nb") -> Report:
    return report(six(), language)


@cache
def data() -> dict:
    return json.loads(as_json(six(), "nb"))


def page(made: Report, number: int):
    return next(each for each in made.pages if each.number == number)


def tables(made: Report, number: int) -> dict[str, Table]:
    return {each.caption: each for each in page(made, number).blocks if isinstance(each, Table)}


def row_of(table: Table, head: str):
    return next(each for each in table.rows if each.cells[0].text == head)


# --- The same numbers as in the data ----------------------------------------------------------------


def test_every_finding_tells_the_number_the_data_have_under_its_question():
    seen = set()
    for each in told().pages:
        for block in each.blocks:
            for found in block.findings if isinstance(block, Findings) else ():
                answer = data()[f"q{int(found.mark):02}"]
                whole = f"{answer['n']} av {answer['N']}" if answer["N"] else "ikke sagt"
                assert found.number == whole
                assert found.sentence == answer["label"]
                notes = {note.head: note.text for note in found.notes}
                assert notes["Regel"].startswith(answer["rule"])
                low, high = answer["leave_one_out"]["low"], answer["leave_one_out"]["high"]
                if low:
                    ends = [f"{n} av {whole}" for n, whole in (low, high)]
                    assert notes["Uten én sak"] == " – ".join(dict.fromkeys(ends))
                seen.add(found.mark)
    assert len(seen) == 8 + 3 + 6 + 3


def test_the_24_questions_stand_with_their_numbers_their_rules_and_what_they_lack():
    rows = tables(told(), 7)["De 24 spørsmålene"].rows
    assert len(rows) == 24
    for place, row in enumerate(rows, 1):
        answer = data()[f"q{place:02}"]
        question, number, cases, unknown, _, rule = row.cells
        assert question.lines[0].text == answer["question"]
        whole = f"{answer['n']} av {answer['N']}" if answer["N"] else "ikke sagt"
        assert number.lines[0].text == whole
        assert rule.lines[0].text == answer["rule"]
        assert (answer["lacks"] or "") in rule.text
        if not answer["cases"]:
            assert cases.text == "–"
        assert (unknown.text == "0") == (not answer["unknown"])


def test_where_every_part_stands_is_said():
    said = [each.text for each in page(told(), 7).blocks if isinstance(each, Paragraph)]
    assert any("--format xlsx" in each for each in said)


def test_what_cannot_be_counted_is_said_in_words():
    assert share(Naming(six(), "nb"), Count("held", "transition", 0, 0, ())) == "ikke sagt"
    headlines = [
        found.number
        for each in told().pages
        for block in each.blocks
        if isinstance(block, Findings)
        for found in block.findings
    ]
    assert "0 av 0" not in headlines
    questions = Count("rests_on_one", "question", 0, 9, (), ("q10", "q12"), 2)
    assert unknown(Naming(six(), "nb"), questions) == "spørsmål 10, 12"


def test_months_are_whole_and_help_that_came_first_is_said_to_have():
    naming = Naming(six(), "nb")
    made = measure("strain_to_help_least", "months", [("storesyster", 4.6), ("ung-mor", -3.0)], ())
    row = measures(naming, [(six().answers["q07"], made)]).rows[0]
    heads = [column.head for column in measures(naming, [(six().answers["q07"], made)]).columns]
    told_of = dict(zip(heads, (cell.text for cell in row.cells), strict=True))
    assert told_of["Storesyster"] == "5"
    assert told_of["Ung mor"] == "hjelpen kom 3 måneder før"
    assert told_of["Median"] == "1"
    gap = naming.cell("months_most", None), naming.cell("months_least", 14.73)
    assert gap == ("kan ikke sies", "15")


def test_the_matrix_of_transitions_adds_up_to_the_table_in_the_data():
    [found] = data()["q05"]["tables"]
    matrix = tables(told(), 3)["Overgang for overgang"]
    heads = [each.head for each in matrix.columns]
    totals = heads.index("✓ holdt")
    for status, shift in (("held", 0), ("broke", 1), ("unclear", 2), ("none", 3)):
        shown = sum(int(row.cells[totals + shift].text) for row in matrix.rows)
        assert shown == sum(row["status"] == status for row in found["rows"])
    words = {"held": "✓ holdt", "broke": "× brast", "unclear": "? uklart", "none": "· ikke sagt"}
    naming = Naming(six(), "nb")
    for each in found["rows"]:
        row = row_of(matrix, naming.thing("transition", each["transition"]))
        cell = row.cells[heads.index(naming.case(each["case"]))]
        number = f" (nr. {each['number']})" if each["number"] else ""
        assert f"{words[each['status']]}{number}" in cell.text.split(" · ")


def test_who_helped_by_the_young_person_is_what_the_data_say():
    naming = Naming(six(), "nb")
    several = tables(told(), 4)["Tjenester og personer i hver sak"]
    [once] = [each for each in page(told(), 4).blocks if isinstance(each, Listing)]
    heads = [each.head for each in several.columns]
    [found] = data()["q08"]["tables"]
    assert len(found["rows"]) > 40
    for each in found["rows"]:
        role, whose = naming.thing("role", each["role"]), naming.case(each["case"])
        if role in [row.cells[0].text for row in several.rows]:
            text = row_of(several, role).cells[heads.index(whose)].text
        else:
            [text] = [line.text for line in once.lines if line.lead == role]
            assert text.startswith(f"{whose} · ")
        parts = text.replace("\u00a0", " ").split(" · ")
        young = next((part for part in parts if part.startswith("den unge:")), "")
        for sign, count in (("+", "helped"), ("–", "hindered"), ("±", "both")):
            many = re.search(rf"{re.escape(sign)} (\d+)", young)
            assert (int(many[1]) if many else 0) == each[count], (role, whose, young)


def test_hand_overs_are_those_of_the_graphs():
    found = tables(told(), 4)["Overleveringer mellom tjenester"]
    made = [graph(case.journey, case.chronology) for case in six().cases]
    edges = [edge for each in made for *_, edge in each.edges(data=True) if edge["relation"] == "hands_over"]
    assert sum(int(row.cells[3].text) for row in found.rows) == len(edges) > 10
    naming = Naming(six(), "nb")
    shown = {(row.cells[0].text, row.cells[1].text) for row in found.rows}
    assert shown == {
        tuple(naming.thing("role", edge[end]) for end in ("from_role", "to_role")) for edge in edges
    }


def test_who_is_not_there_is_blank_and_no_sign_for_hindered():
    matrices = (
        tables(told(), 4)["Tjenester og personer i hver sak"],
        tables(told(), 3)["Overgang for overgang"],
    )
    for matrix in matrices:
        empty = [cell for row in matrix.rows for cell in row.cells[1:7] if not cell.text]
        assert len(empty) > 10
        assert not any(cell.text == "–" for row in matrix.rows for cell in row.cells[1:7])


def test_pairs_and_features_are_those_of_the_data():
    despite = tables(told(), 6)
    pairs = despite["Par av saker med like belastninger og ulikt utfall"].rows
    assert [row.cells[4].text for row in pairs] == [
        f"{each['distance']} av {each['longest']}" for each in data()["pairs"]
    ]
    [features] = data()["q17"]["tables"]
    shown = despite["Oftere i sakene som gikk godt på tross av belastningene"].rows
    assert all(row.cells[0].text.endswith((" hjalp", " holdt")) for row in shown)
    for row, each in zip(shown, features["rows"], strict=False):
        assert row.cells[1].text == f"{each['n_deviants']} av {each['N_deviants']}"
        assert row.cells[3].text == f"{each['n_others']} av {each['N_others']}"


# --- Nothing is lost, nothing is made up ------------------------------------------------------------


def test_every_turning_point_stands_with_its_words_and_the_number_of_its_card():
    rows = tables(told(), 2)["Alle vendepunktene, sak for sak"].rows
    turns = [(each, turn) for each in six().cases for turn in each.turns]
    assert len(rows) == len(turns) == 19
    for row, (whose, turn) in zip(rows, turns, strict=True):
        index = whose.indices[turn.at]
        cards = {card.event: card for card in cards_of(whose.journey, whose.chronology, Words("nb"))}
        assert (row.cells[2].lines[0].lead, row.cells[2].lines[0].text) == (
            cards[index].number,
            whose.line[turn.at].text,
        )
        assert row.cells[0].text == whose.journey.title
        assert ("foreløpig" in row.cells[1].text) == turn.provisional


def test_a_case_without_turning_points_is_named():
    [said] = [each.text for each in page(told(), 2).blocks if isinstance(each, Paragraph)]
    assert "Våken om natta" in said


def test_what_lies_around_is_not_said_to_have_led_to_anything():
    text = report_html(told(), fonts=False)
    assert "førte til" not in text.replace("ikke at det ene førte til det andre", "").replace(
        "ikke hva som førte til hva", ""
    )


def test_who_is_left_out_is_counted_and_only_named_when_that_is_harmless():
    [missing] = [
        each
        for each in page(told(), 7).blocks
        if isinstance(each, Listing) and each.title == "Hvem som mangler"
    ]
    said = [f"{each.lead} {each.text}" for each in missing.lines]
    assert said[0].strip() == "1 reise har ikke samtykke til sammenligning"
    assert said[1] == "1 reise er utenfor utvalget: to-til"


def test_signs_stand_side_by_side_and_are_counted():
    assert signs(Counter(helped=2, hindered=1, mixed=1, unknown=1)) == "+ 2, – 1, ± 1, ? 1"
    assert signs(Counter(helped=5)) == "+ 5"


def test_many_cases_condense_and_every_one_is_still_counted():
    many = compared(*(case(TURNING, id=f"sak-{number:03}") for number in range(200)))
    made = report(many, "nb")
    [spread] = [
        each for each in page(made, 2).blocks if isinstance(each, Table) and "retning" in each.caption
    ]
    assert row_of(spread, "↗ opp").cells[2].text == "200 av 200"
    [roles] = [each for each in page(made, 4).blocks if isinstance(each, Table) and "alle" in each.caption]
    assert row_of(roles, "Lærer/kontaktlærer").cells[1].text == "200 av 200"
    matrix = tables(made, 3)["Overgang for overgang"]
    assert [cell.text for cell in matrix.rows[0].cells[1:5]] == ["0", "200", "0", "0"]
    assert len(report_html(made, fonts=False)) < 150_000


@pytest.mark.parametrize("count", [0, 1, 2])
def test_few_cases_make_a_report_too(count):
    few = compared(*(case(TURNING, id=f"sak-{number}") for number in range(count)))
    for language in LANGUAGES:
        made = report(few, language)
        assert [each.number for each in made.pages] == list(PAGES)
        assert report_html(made, fonts=False).count("<h1>") == 1


def test_who_went_well_and_has_no_comparison_case_is_named():
    said = [each.text for each in page(told(), 6).blocks if isinstance(each, Paragraph)]
    matched = {each.good for each in six().pairs}
    alone = [each for each in six().answers["q17"].head.cases if each not in matched]
    [named] = [each for each in said if "ingen sammenligningssak" in each]
    assert alone
    assert all(six_title(each) in named for each in alone)
    assert not any(six_title(each) in named for each in matched)


def six_title(id: str) -> str:
    return next(case.journey.title for case in six().cases if case.id == id)


def test_small_tables_stand_beside_each_other_and_no_block_is_lost():
    for each in told().pages:
        rows = abreast(each.blocks)
        assert [block for row in rows for block in row] == list(each.blocks)
        for row in rows:
            if len(row) > 1:
                assert all(isinstance(block, Table) for block in row)
                assert sum(block.extent for block in row) <= 1
    assert any(len(row) > 1 for each in told().pages for row in abreast(each.blocks))


def test_tables_of_many_words_do_not_stand_beside_each_other():
    columns = (Column("Sak", 50), Column("Hva", 50))
    rows = tuple(Row((cell("Sak"), cell("mange ord " * 20))) for _ in range(10))
    tall = Table("Høy", columns, rows, extent=0.4)
    low = Table("Lav", columns, rows[:2], extent=0.4)
    assert abreast([low, low, tall]) == [[low, low], [tall]]


def test_without_comparison_cases_the_page_says_so():
    alone = report(compared(case(TURNING, "på tross av: [mobbing]\nutfall: arbeid")), "nb")
    said = [each.text for each in page(alone, 6).blocks if isinstance(each, Paragraph)]
    assert any("ingen sammenligningssaker" in each for each in said)


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
