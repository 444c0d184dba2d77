"""What the first page of a comparison tells of each case, in words and in marks."""

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.comparison.cases import six
from tests.comparison.first_page import repeated, set_for

import reise
from reise.comparison import Case, Terms, comparison
from reise.layout.aligned import Aligned
from reise.layout.aligned.marks import HEIGHT, WIDTH, Drawing
from reise.layout.aligned.telling import Step


@pytest.mark.parametrize(
    ("language", "said"), [("nb", "er ikke steg"), ("nn", "er ikkje steg"), ("en", "are no steps")]
)
@pytest.mark.parametrize("count", [6, 200])
def test_it_is_said_what_is_no_step(count: int, language: str, said: str) -> None:
    made = set_for(comparison(repeated(six(), count), Terms("first-up")), language=language)
    for sheet in made.sheets:
        assert said in " ".join(line for text in sheet.intro for line in text.lines)


def texts(made: Aligned, case: str) -> str:
    """Return the words of a case's row."""
    [row] = [row for sheet in made.sheets for row in sheet.rows if row.id == case]
    return " | ".join(cell.text.text.replace("\n", " ").replace("\u00a0", " ") for cell in row.cells)


def alt(made: Aligned, case: str) -> str:
    [row] = [row for sheet in made.sheets for row in sheet.rows if row.id == case]
    return row.alt.replace("\u00a0", " ")


def test_a_case_that_turned_as_the_young_person_says() -> None:
    made = set_for(comparison(six(), Terms()))
    words = texts(made, "jenta-i-kantina")
    assert "Hun kom igjen, og hun maste ikke." in words
    assert "sagt av den unge" in words
    assert "Åpner døra og går en tur rundt huset" in words
    # On her map are 43 events; 28 happened and are no heads, 12 of these before the pathfinder came.
    assert alt(made, "jenta-i-kantina").startswith(
        "Jenta i kantina: 12 hendelser før, vendepunktet, sagt av den unge, 15 hendelser etter."
    )


def test_a_turning_point_that_only_others_see_is_named_as_theirs() -> None:
    made = set_for(comparison(six(), Terms()))
    assert "sagt av prosjektet, ikke av den unge" in texts(made, "ung-mor")
    assert any(shape.style == "ring-others" for shape in made.sheets[0].shapes)


def test_a_case_that_never_got_there_stays_and_says_so() -> None:
    made = set_for(comparison(six(), Terms()))
    [row] = [row for row in made.sheets[0].rows if row.id == "vaken-om-natta"]
    assert "Reisen pågår" in texts(made, row.id)
    # What was told last stands to the left of the column, and not as if before something.
    assert "sist fortalt | Ungdomslosen logger på og spiller sammen med ham" in texts(made, row.id)
    assert "pale" in row.heading.role
    assert "Vendepunktet: reisen pågår." in row.alt
    assert made.sheets[0].faint


@pytest.mark.parametrize("count", [6, 60])
def test_a_transition_says_whether_it_held_and_who_does_not_have_it_has_not_failed(count: int) -> None:
    made = set_for(comparison(repeated(six(), count), Terms(align="transition:bup-dps")))
    first, second, third = (
        row for sheet in made.sheets for row in sheet.rows if row.id[-2:] in ("00", "05", "01")
    )
    assert "overgangen, holdt," in first.alt
    assert "overgangen, brast," in second.alt
    assert "Har ikke denne overgangen" in texts(made, third.id)
    if count == 6:
        assert "✓ holdt" in texts(made, first.id)
        assert "× brast" in texts(made, second.id)
        assert third.heading.role == "name pale"
        assert len(third.cells) == 4  # despite, absence, "last told" and outcome: none of its events
    else:
        signs = [text.text for sheet in made.sheets for text in sheet.drawn if "strong" in text.role]
        assert {sign: signs.count(sign) for sign in signs} == {"✓": 10, "×": 10}


def test_a_level_far_from_all_others_is_no_life_line() -> None:
    whole = next(case for case in six() if case.id == "jenta-i-kantina")
    # Five steps before the turning point at 12 a level stands alone, and so it does five steps after 13.
    set_ones = {whole.indices[place] for place in (7, 12, 13, 18)}
    events = tuple(
        event.model_copy(update={"level": 1.0 if index in set_ones else None})
        for index, event in enumerate(whole.journey.events)
    )
    case = Case(whole.journey.model_copy(update={"events": events}), whole.chronology)
    made = set_for(comparison([case], Terms()))
    shapes = [shape.style for shape in made.sheets[0].shapes]
    assert alt(made, case.id).count("livslinje") == 4
    assert shapes.count("life-line") == 1 + 1  # in the row, and in the legend
    assert shapes.count("life-point") + shapes.count("life-turning") == 2 + 1


@given(st.lists(st.sampled_from(("helped", "hindered", "mixed")), min_size=1, max_size=2, unique=True))
def test_signs_stay_inside_their_mark(signs: list[str]) -> None:
    step = set_step(signs)
    drawing = Drawing()
    drawing.mark(step, 0.0, 0.0)
    places = [
        (float(x), float(y))
        for shape in drawing.shapes
        if shape.style.startswith("sign-")
        for x, y in re.findall(r"[ML](-?[\d.]+) (-?[\d.]+)", shape.path)
    ]
    assert places
    assert all(0.1 < x < WIDTH - 0.1 and 0.05 < y < HEIGHT - 0.05 for x, y in places)


def set_step(signs: list[str]) -> Step:
    return Step("1", "event", "life", tuple(signs), False, "up", True, None, "", False, 0)


def test_a_provisional_turning_point_is_marked() -> None:
    made = set_for(comparison(six(), Terms(align="last")))
    assert "foreløpig" in texts(made, "ung-mor")
    assert "foreløpig" not in texts(made, "jenta-i-kantina")


def test_no_life_line_where_nobody_set_one() -> None:
    unset = [case for case in six() if case.id != "jenta-i-kantina"]
    styles = {shape.style for shape in set_for(comparison(unset, Terms())).sheets[0].shapes}
    assert not any(style.startswith(("life-", "zero")) for style in styles)
    styles = {shape.style for shape in set_for(comparison(six(), Terms())).sheets[0].shapes}
    assert "life-line" in styles


def test_numbers_are_those_of_the_case_map() -> None:
    case = next(case for case in six() if case.id == "jenta-i-kantina")
    cards = [card for step in reise.case_map(case.journey).sheets[0].steps for card in step.cards]
    [number] = [card.number for card in cards if "".join(card.text).startswith("Skolelosen banker")]
    assert f"vendepunktet tjeneste {number}," in alt(set_for(comparison(six(), Terms())), case.id)


STORY = """
reise: 1
tittel: Samtidig
språk: nb
status: godkjent
hendelser:
  - hendelse: Den første
  - hendelse: Den andre
  - hendelse: Nabokjerringa kom
    id: naboen
  - tjeneste: Snur
    samtidig: naboen
    vendepunkt: {retning: opp, sagt av: ung}
  - hendelse: Etterpå
"""


def test_the_window_is_in_words_and_what_happened_at_the_same_time_is_named(tmp_path: Path) -> None:
    file = tmp_path / "samtidig.yaml"
    file.write_text(STORY, encoding="utf-8")
    journey = reise.load(file)
    words = texts(set_for(comparison([Case(journey, reise.times(journey))], Terms())), "samtidig")
    # The two before are the first and the second: the neighbour came at the same time.
    assert "Den første | Den andre | Nabokjerringa kom | samtidig | Snur" in words


def test_what_is_folded_away_is_counted() -> None:
    made = set_for(comparison(six(), Terms()))
    shown = [text.text for text in made.sheets[0].drawn if "til" in text.text]
    [row] = [row for row in made.sheets[0].rows if row.id == "jenta-i-kantina"]
    counted = sum(int(match) for match in re.findall(r"\d+", " ".join(shown[:2])))
    assert counted + row.alt.count(";") + 1 == 28
