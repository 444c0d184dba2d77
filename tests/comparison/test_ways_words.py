"""What the sheet of the common ways says in words: what it shows, what is left out, and the graph itself."""

import re
import tomllib
from dataclasses import replace
from itertools import product

import pytest
from tests.comparison.ways_sheets import KINDS, kinds, laid_out

from reise.comparison.ways_value import Pattern, Stop, Way, Ways
from reise.layout.ways_twin import twin_page
from reise.page.ways import drawing, ways_html
from reise.resources import templates


def test_turning_points_are_marked_with_words() -> None:
    ways = replace(kinds(("crisis", "service", 6)), stops=(Stop("crisis", 6, 9, 2), Stop("service", 6, 9)))
    flags = {each.name: each.flag.text for each in laid_out(ways).stops if each.flag}
    assert flags == {"crisis": "2 vendepunkt"}
    flags = {each.name: each.flag.text for each in laid_out(replace(ways, voice="young")).stops if each.flag}
    assert flags == {"crisis": "den unge: 2 vendepunkt"}


def test_of_few_ways_all_are_listed_with_their_numbers() -> None:
    names = ("bup", "dps", "nav", "vgs")
    stops = tuple(Stop(name, 3, 3) for name in names)
    ways = (Way("bup", "dps", 3, 3), Way("dps", "nav", 2, 2), Way("nav", "vgs", 1, 1))
    made = laid_out(Ways("service", 6, stops, ways))
    assert [(each.steps.text, each.share.text) for each in made.listed] == [
        ("BUP → DPS", "3 av 6 saker"),
        ("DPS → Nav", "2 av 6 saker"),
        ("Nav → Videregående", "1 av 6 saker"),
    ]
    assert [each.text for each in made.listed_head] == [
        "Alle pilene, de vanligste først",
        "Fulgt rett av, i så mange saker",
    ]


def test_the_table_of_many_ways_stands_in_two_halves_and_has_them_all() -> None:
    made = laid_out(kinds(*((source, target, 6) for source in KINDS[:4] for target in KINDS[:4])))
    first, second = twin_page(made).blocks
    shown = [tuple(cell.text for cell in row.cells) for half in (first, second) for row in half.rows]
    assert shown == [tuple(map(str, row)) for row in made.twin.rows]


def test_the_sheet_says_what_it_shows() -> None:
    ways = kinds(*((one, other, 1 + (one < other)) for one, other in product(KINDS[:8], KINDS[:8])))
    said = laid_out(ways).about[-1].text.replace("\n", " ").replace("\u00a0", " ")
    assert said == (
        "De 20 vanligste av 64 piler er tegnet, hver i minst 2 saker. De 44 som er utelatt, er i høyst 2 "
        "saker og kom sjeldnere eller står senere i alfabetet."
    )
    few = laid_out(kinds(("crisis", "service", 6), ("service", "crisis", 1)))
    assert few.about[-1].text.replace("\u00a0", " ") == "Alle de 2 pilene som finnes, er tegnet."


@pytest.mark.parametrize("language", ["nb", "nn", "en"])
def test_nothing_to_draw_is_said_in_words(language: str) -> None:
    said = tomllib.loads((templates() / "locale" / f"comparison.{language}.toml").read_text("utf-8"))["ways"]
    assert laid_out(Ways("kind", 3), language=language).about[-1].text == said["nothing"]
    alone = laid_out(Ways("kind", 3, (Stop("crisis", 3, 3),)), language=language)
    assert alone.about[-1].text == said["no_ways"]
    assert [each.name for each in alone.stops] == ["crisis"]
    assert alone.legend == ()
    assert alone.twin.rows == ()


def test_what_recurs_is_listed_in_most_cases_first_and_then_by_what_follows_directly() -> None:
    listed = (
        Pattern(("crisis", "service"), 4),
        Pattern(("family", "service"), 5),
        Pattern(("service", "crisis"), 5),
        Pattern(("crisis", "service", "family"), 5),
    )
    made = laid_out(kinds(("crisis", "service", 6), ("service", "crisis", 1), patterns=listed))
    assert [(each.steps.text, each.share.text) for each in made.listed] == [
        ("krise → tjeneste → familie og\nnettverk", "5 av 6 saker"),
        ("tjeneste → krise", "5 av 6 saker"),
        ("familie og nettverk → tjeneste", "5 av 6 saker"),
        ("krise → tjeneste", "4 av 6 saker"),
    ]


def test_the_three_languages_say_the_same_things() -> None:
    said = [
        tomllib.loads((templates() / "locale" / f"comparison.{each}.toml").read_text("utf-8"))["ways"]
        for each in ("nb", "nn", "en")
    ]
    gaps = [{name: set(re.findall(r"{\w+}", text)) for name, text in each.items()} for each in said]
    assert gaps[0] == gaps[1] == gaps[2]
    assert [("|" in said[0][name]) == ("|" in said[2][name]) for name in said[0]] == [True] * len(said[0])


def test_the_graph_is_told_in_words_as_well() -> None:
    made = laid_out(kinds(("crisis", "service", 6), ("service", "crisis", 2)))
    assert 'alt="krise fulgt av tjeneste, antall saker:"' in ways_html(made)
    assert made.twin.rows == (("krise", "tjeneste", 6, 7), ("tjeneste", "krise", 2, 3))
    table = twin_page(made)
    assert [[cell.text for cell in row.cells] for row in table.blocks[0].rows] == [
        ["krise", "tjeneste", "6", "7"],
        ["tjeneste", "krise", "2", "3"],
    ]
    assert table.lead == "Alle de 2\u00a0pilene som finnes, er tegnet."
    assert twin_page(laid_out(Ways("kind", 3))).blocks == ()
    assert drawing(made).count("<path") > 2 * len(made.ribbons)
