"""What holds on every sheet: any journey, any paper."""

from collections.abc import Iterator

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.support.stories import faults, journeys

from reise.chronology import chronology
from reise.journey.model import Journey
from reise.layout import PAPERS, FontRuler, case_map, set_story, tell
from reise.layout.case_map import CaseMap
from reise.layout.ruler import Face

RULER = FontRuler()
papers = st.sampled_from(sorted(PAPERS))


def laid_out(journey: Journey, paper: str) -> CaseMap:
    time = chronology(journey)
    assert time.value
    made = case_map(journey, time.value, paper=paper, ruler=RULER)
    assert made.value, made.problems
    return made.value


def squeezed(text: str) -> str:
    """Return text without what line breaks may change."""
    return text.replace("\u2010", "").replace(" ", "").replace("\n", "")


def words_of(made: CaseMap) -> Iterator[str]:
    """Yield every text of a map, each on its own."""
    for sheet in made.sheets:
        yield from (each.text for each in (sheet.title, *sheet.intro, *sheet.ending))
        yield from (key.text.text for key in sheet.legend)
        for step in sheet.steps:
            yield step.head.text
            yield from ("".join(card.text) for card in step.cards)
        for point in sheet.points:
            yield from (each.text for each in point.texts)


def phases_of(made: CaseMap) -> Iterator[str]:
    """Yield the phases of a map."""
    for sheet in made.sheets:
        yield from (step.phase.text for step in sheet.steps if step.phase)


def nothing_is_off_the_sheet_or_on_top_of_something_else(journey: Journey, made: CaseMap) -> None:
    assert faults(made) == []


def every_event_stands_on_the_map_once_and_whole(journey: Journey, made: CaseMap) -> None:
    cards = [card for sheet in made.sheets for step in sheet.steps for card in step.cards]
    milestones = [step for sheet in made.sheets for step in sheet.steps if step.named]
    said = ["".join(card.text).replace("\u2010", "") for card in cards]
    expected = [event.text for event in journey.events if event.kind != "milestone"]
    assert [each.replace(" ", "") for each in said] == [each.replace(" ", "") for each in expected]
    assert [card.number for card in cards] == [str(n + 1) for n in range(len(cards))]
    assert len(milestones) >= sum(event.kind == "milestone" for event in journey.events)


def type_is_never_below_the_least_of_its_paper(journey: Journey, made: CaseMap) -> None:
    assert PAPERS[made.paper].body <= made.point <= PAPERS[made.paper].largest


def no_words_are_lost(journey: Journey, made: CaseMap) -> None:
    printed = squeezed("".join(words_of(made)))
    for text in (journey.title, journey.about, journey.outcome, journey.note, *journey.despite):
        assert squeezed(text or "") in printed
    for event in journey.events:
        assert squeezed(event.text) in printed
        if event.turning_point:
            assert squeezed(event.turning_point.difference or "") in printed
    phases = {event.phase for event in journey.events if event.phase}
    assert {squeezed(each) for each in phases} <= {squeezed(each) for each in phases_of(made)}


def every_line_fits_its_box(journey: Journey, made: CaseMap) -> None:
    for sheet in made.sheets:
        for step in sheet.steps:
            for card in step.cards:
                face = Face.ITALIC if card.kind == "quote" else Face.REGULAR
                for line in card.text[1:]:
                    assert RULER.width(line, face) <= card.box.width


LAWS = (
    nothing_is_off_the_sheet_or_on_top_of_something_else,
    every_event_stands_on_the_map_once_and_whole,
    type_is_never_below_the_least_of_its_paper,
    no_words_are_lost,
    every_line_fits_its_box,
)


@given(journeys(), papers)
@settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_all_of_it_holds_on_every_map(journey: Journey, paper: str) -> None:
    made = laid_out(journey, paper)
    assert made.paper == paper
    for law in LAWS:
        law(journey, made)


@given(journeys(15))
@settings(max_examples=15, deadline=None)
def test_the_same_journey_is_laid_out_the_same(journey: Journey) -> None:
    time = chronology(journey).value
    assert time
    told = tell(journey, time, "nb")
    assert set_story(told, PAPERS["a3"], RULER) == set_story(told, PAPERS["a3"], FontRuler())
