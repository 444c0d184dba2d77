"""From a journey to a case map: everything that stands on it, and where."""

from collections.abc import Iterator

from reise.chronology import Chronology
from reise.journey.model import Journey
from reise.layout.case_map import CaseMap
from reise.layout.fit import Fitter, Unfit
from reise.layout.measure import Measure
from reise.layout.paper import PAPERS, Paper
from reise.layout.place import Placer
from reise.layout.ruler import FontRuler, Ruler
from reise.layout.story import Story
from reise.layout.telling import tell
from reise.problems import Checked, Span, problem

__all__ = ["PAPERS", "CaseMap", "FontRuler", "Paper", "Ruler", "Story", "case_map", "set_story", "tell"]


def case_map(
    journey: Journey,
    chronology: Chronology,
    *,
    paper: str = "a3",
    language: str | None = None,
    ruler: Ruler | None = None,
) -> Checked[CaseMap]:
    """Return the map of a journey set for `paper` (a4, a3, a1, a0), with labels in `language`.

    Type is as large as the sheet allows and never below the least of its paper; what does not fit
    goes on to further sheets at a milestone. A character that the fonts lack is problem R501, a
    card that fits on no sheet R502.
    """
    ruler = ruler or FontRuler()
    told = tell(journey, chronology, language or journey.language.value)
    missing = [
        problem("R501", journey.file, place, codepoint=f"U+{ord(letter):04X}")
        for place, text in _texts(journey)
        for letter in ruler.missing(text)
    ]
    if missing:
        return Checked(None, tuple(missing))
    try:
        return Checked(set_story(told, PAPERS[paper], ruler))
    except Unfit as unfit:
        if unfit.event is None:
            return Checked(None, (problem("R503", journey.file, journey.place("title"), paper=paper),))
        return Checked(
            None, (problem("R502", journey.file, journey.place("events", unfit.event), paper=paper),)
        )


def set_story(told: Story, paper: Paper, ruler: Ruler) -> CaseMap:
    """Return a story set for a paper. Raises Unfit where a card fits on no sheet."""
    measure = Measure(ruler, told.language, paper.small_ratio, paper.milestone_ratio)
    fitter = Fitter(told, paper, measure)
    point, plans = fitter.plans()
    sheets = tuple(
        Placer(fitter.furniture, plan, number, len(plans)).sheet() for number, plan in enumerate(plans, 1)
    )
    return CaseMap(
        id=told.id,
        title=told.title,
        language=told.language,
        labels=told.labels,
        paper=paper.name,
        point=point,
        width=paper.width,
        height=paper.height,
        small=paper.small_ratio,
        milestone=paper.milestone_ratio,
        title_em=paper.title / point,
        foot_em=paper.small / point,
        draft=told.draft,
        sheets=sheets,
    )


def _texts(journey: Journey) -> Iterator[tuple[Span | None, str]]:
    """Yield every text that is printed, with its place; what stands in the collection has none here."""
    place = journey.place
    for name in ("title", "about", "outcome", "note"):
        if getattr(journey, name):
            yield place(name), getattr(journey, name)
    for name in ("despite", "content_notice"):
        for index, text in enumerate(getattr(journey, name)):
            yield place(name, index) or place(name), text
    for index, event in enumerate(journey.events):
        here = ("events", index)
        yield place(*here, "text"), event.text
        for name in ("phase", "whose"):
            if getattr(event, name):
                yield place(*here, name), getattr(event, name)
        for number, role in enumerate(event.who):
            yield place(*here, "who", number) or place(*here, "who"), role
        if event.transition and event.transition.type:
            at = place(*here, "transition", "type") or place(*here, "transition") or place(*here, "text")
            yield at, event.transition.type
        if event.turning_point and event.turning_point.difference:
            at = place(*here, "turning_point", "difference") or place(*here, "text")
            yield at, event.turning_point.difference
    shared = journey.collection
    yield from ((None, role.label) for role in shared.roles)
    yield from ((None, transition.label) for transition in shared.transitions)
    yield from ((None, question) for question in shared.questions[:1])
