"""The pages of tables lose no case, no turning point and no block, and make nothing up."""

from collections import Counter

import pytest
from tests.comparison.cases import case, compared
from tests.comparison.reports import LANGUAGES, TURNING, page, row_of, six, tables, told

from reise.layout.cards import cards_of
from reise.layout.report import PAGES, report
from reise.layout.report.answers import cell
from reise.layout.report.support import signs
from reise.layout.report.value import Column, Listing, Paragraph, Row, Table
from reise.layout.words import Words
from reise.page.report import abreast, report_html


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
