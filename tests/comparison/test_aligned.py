"""The first page of a comparison: everything on the sheet, nothing on top of anything else, no case lost."""

import re
from functools import cache
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.bench.journeys import write
from tests.support.boxes import lines, pages
from tests.support.stories import journeys

import reise
from reise.chronology import chronology
from reise.comparison import Case, Comparison, Terms, comparison
from reise.journey.model import Journey
from reise.layout import PAPERS, FontRuler
from reise.layout.aligned import Aligned, AlignedSheet, aligned
from reise.layout.aligned.distribution import KINDS
from reise.layout.aligned.marks import HEIGHT, WIDTH, Drawing
from reise.layout.aligned.telling import Step
from reise.layout.measure import LEAD
from reise.page.aligned import aligned_html
from reise.pdf import pdf

FOLDER = Path(__file__).parents[2] / "journeys"
RULER = FontRuler()
FINDINGS = (
    ("4 av 6", "hadde en vending oppover som den unge selv har pekt ut."),
    ("3 av 4", "hadde en stabil voksen i vendepunktet eller rett før."),
    ("2 av 4", "vendte utenfor tjenestene."),
)
ALIGNMENTS = ("first-up", "first-down", "last", "turn:2", "age:16", "start", "transition:bup-dps")
papers = pytest.mark.parametrize("paper", sorted(PAPERS))


@cache
def six() -> tuple[Case, ...]:
    files = sorted(each for each in FOLDER.glob("*.yaml") if each.name != "samling.yaml")
    read = [reise.load(each) for each in files]
    return tuple(Case(each, reise.times(each)) for each in read)


@pytest.fixture(scope="module")
def many(tmp_path_factory: pytest.TempPathFactory) -> tuple[Case, ...]:
    """Sixty journeys of thirty events."""
    files = write(tmp_path_factory.mktemp("many"), 60, 30)
    read = [reise.load(each) for each in files]
    return tuple(Case(each, reise.times(each)) for each in read)


def repeated(cases: tuple[Case, ...], count: int) -> list[Case]:
    """Return so many cases, the given ones over and over under new ids."""
    made = []
    for number in range(count):
        case = cases[number % len(cases)]
        made.append(Case(case.journey.model_copy(update={"id": f"reise-{number:04}"}), case.chronology))
    return made


def set_for(compared: Comparison, paper: str = "a3", language: str = "nb") -> Aligned:
    return aligned(compared, paper=paper, language=language, findings=FINDINGS, ruler=RULER)


def faults(made: Aligned) -> list[str]:
    """Return what is off a sheet or on top of something else."""
    found = []
    for sheet in made.sheets:
        boxes = sorted(sheet.boxes(), key=lambda each: each[1].x)
        for name, box in boxes:
            if box.x < 0 or box.y < 0 or box.right > sheet.width + 0.01 or box.bottom > sheet.height + 0.01:
                found.append(f"{sheet.number}: {name} off the sheet: {box}")
        for place, (name, box) in enumerate(boxes):
            for other, there in boxes[place + 1 :]:
                if there.x >= box.right:
                    break
                if box.overlaps(there):
                    found.append(f"{sheet.number}: {name} on {other}: {box} {there}")
    return found


def sizes(made: Aligned) -> tuple[float, float]:
    """Return the sizes of body type and of the smallest type, in points."""
    return made.point, made.point * min(made.small, made.foot_em)


def sound(made: Aligned, count: int) -> None:
    paper = PAPERS[made.paper]
    body, small = sizes(made)
    assert faults(made) == []
    assert paper.body - 1e-9 <= body <= paper.largest
    assert small >= paper.small - 1e-9
    assert len(set(made.cases)) == count
    if made.density != "distribution":
        assert sorted(row.id for sheet in made.sheets for row in sheet.rows) == sorted(made.cases)


@pytest.mark.parametrize("count", [1, 6, 60, 600])
def test_any_number_of_cases_on_any_paper(count: int, many: tuple[Case, ...]) -> None:
    compared = comparison(repeated(many, count), Terms())
    for paper in PAPERS:
        made = set_for(compared, paper)
        sound(made, count)
        assert made.density == {1: "full", 6: "full", 60: "condensed", 600: "distribution"}[count], paper


@pytest.mark.parametrize("align", ALIGNMENTS)
@pytest.mark.parametrize("language", ["nb", "nn", "en"])
def test_every_alignment_in_every_language(align: str, language: str) -> None:
    made = set_for(comparison(six(), Terms(align=align)), language=language)
    sound(made, 6)
    assert made.density == "full"
    assert len(made.sheets) == 1


@st.composite
def stories(draw: st.DrawFn) -> list[Case]:
    """Return a few cases of any shape."""
    made = draw(st.lists(journeys(14), min_size=1, max_size=5))
    cases = []
    for number, journey in enumerate(made):
        told: Journey = journey.model_copy(update={"id": f"reise-{number}"})
        time = chronology(told).value
        assert time
        cases.append(Case(told, time))
    return cases


@given(stories(), st.sampled_from(sorted(PAPERS)), st.sampled_from(ALIGNMENTS), st.integers(1, 5))
@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
def test_any_cases_lay_out(cases: list[Case], paper: str, align: str, window: int) -> None:
    made = set_for(comparison(cases, Terms(align=align, window=window)), paper)
    sound(made, len(cases))


@given(stories(), st.sampled_from(sorted(PAPERS)), st.sampled_from(ALIGNMENTS), st.sampled_from([40, 400]))
@settings(max_examples=8, deadline=None, suppress_health_check=list(HealthCheck))
def test_many_cases_of_any_shape_lay_out(cases: list[Case], paper: str, align: str, count: int) -> None:
    made = set_for(comparison(repeated(tuple(cases), count), Terms(align=align)), paper)
    sound(made, count)
    assert made.density != "full"


def filled(sheet: AlignedSheet) -> float:
    """Return the share of the sheet's height from the title's top to the last finding or line for notes."""
    bottoms = [finding.words.box.bottom for finding in sheet.findings]
    bottoms += [box.bottom for box in sheet.writing]
    return (max(bottoms) - sheet.title.box.y) / sheet.height


def widest_gap(sheet: AlignedSheet) -> float:
    """Return the height in em of the widest strip across the sheet on which nothing stands."""
    spans = [(box.y, box.bottom) for _, box in sheet.boxes()]
    spans += [(box.y, box.bottom) for box in sheet.writing] + [
        (row.box.y, row.box.bottom) for row in sheet.rows
    ]
    widest, reached = 0.0, min(top for top, _ in spans)
    for top, bottom in sorted(spans):
        widest = max(widest, top - reached)
        reached = max(reached, bottom)
    return widest


@pytest.mark.parametrize("paper", ["a3", "a1"])
@pytest.mark.parametrize("align", ["first-up", "last"])
def test_the_six_journeys_fill_the_sheet(align: str, paper: str) -> None:
    [sheet] = set_for(comparison(six(), Terms(align=align)), paper).sheets
    assert filled(sheet) >= 0.8
    assert widest_gap(sheet) <= 3 * LEAD


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


def test_a_distribution_loses_no_case(many: tuple[Case, ...]) -> None:
    compared = comparison(repeated(many, 600), Terms())
    made = set_for(compared)
    [sheet] = made.sheets
    there = sum(anchor.at is not None for anchor in compared.anchors)
    numbers = {row.id: [int(each) for each in re.findall(r": (\d+)", row.alt)] for row in sheet.rows}
    kinds = [values for name, values in numbers.items() if name in KINDS]
    assert [sum(column) for column in zip(*kinds, strict=True)] == numbers["in_column"]
    assert max(numbers["in_column"]) == there
    said = [int(re.findall(r"\d+", text.text)[0]) for text in sheet.notes if text.role == "panel"]
    # Once by who got there, once by outcome.
    assert sum(said) == 2 * 600


@pytest.mark.parametrize("count", [2, 6, 40])
def test_the_renderer_keeps_to_the_boxes(count: int, many: tuple[Case, ...]) -> None:
    cases = six()[:count] if count <= 6 else repeated(many, count)
    for page in pages(aligned_html(set_for(comparison(cases, Terms())))):
        for line in lines(page):
            assert line.right <= line.meant_right + 1, line
            assert line.bottom <= line.meant_bottom + 1, line


@pytest.mark.slow
def test_a_sheet_stands_on_one_page() -> None:
    import pypdfium2

    made = set_for(comparison(six(), Terms()))
    document = pypdfium2.PdfDocument(pdf(aligned_html(made)))
    assert len(document) == 1
    assert document[0].get_size() == pytest.approx((420 / 25.4 * 72, 297 / 25.4 * 72), abs=0.5)


def test_the_same_cases_make_the_same_page() -> None:
    first = aligned_html(set_for(comparison(six(), Terms())))
    again = aligned_html(set_for(comparison(tuple(reversed(six())), Terms())))
    assert first == again


def test_no_cases_are_no_page() -> None:
    with pytest.raises(ValueError, match="no cases"):
        aligned(comparison((), Terms()))
