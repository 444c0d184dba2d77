"""From a journey to a case map: everything that stands on it, and where."""

from reise.chronology import Chronology
from reise.guard.verdict import Seal
from reise.journey.model import Journey
from reise.layout.case_map import CaseMap
from reise.layout.fit import Fitter, Unfit
from reise.layout.measure import Measure
from reise.layout.paper import PAPERS, Paper
from reise.layout.place import Placer
from reise.layout.ruler import FontRuler, Ruler
from reise.layout.story import Story
from reise.layout.telling import tell
from reise.problems import Checked, problem
from reise.rules.letters import unprintable

__all__ = ["PAPERS", "CaseMap", "FontRuler", "Paper", "Ruler", "Story", "case_map", "set_story", "tell"]


def case_map(
    journey: Journey,
    chronology: Chronology,
    *,
    paper: str = "a3",
    language: str | None = None,
    ruler: Ruler | None = None,
    seal: Seal | None = None,
) -> Checked[CaseMap]:
    """Return the map of a journey set for `paper` (a4, a3, a1, a0), with labels in `language`.

    Type is as large as the sheet allows and never below the least of its paper; what does not fit
    goes on to further sheets at a milestone. The guard's `seal` stands at the foot of each. A character
    that the fonts lack is problem R501, a card that fits on no sheet R502.
    """
    ruler = ruler or FontRuler()
    told = tell(journey, chronology, language or journey.language.value, seal)
    missing = tuple(unprintable(journey))
    if missing:
        return Checked(None, missing)
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
