"""The first text of a journey: what is known about it, and explanations of all that can be added."""

import re
from dataclasses import dataclass

from reise.chronology import chronology
from reise.editing.quoting import written
from reise.guard.finding import Weight
from reise.guard.verdict import judge_values
from reise.journey import parse
from reise.journey.identity import id_of
from reise.journey.model import Collection, Language, SourceKind, Status
from reise.journey.names import JOURNEY, SOURCE_KINDS, STATUSES
from reise.problems import Problem, in_file_order
from reise.resources import templates
from reise.rules import check
from reise.source import compose

#: Where an id is wanted before there is a title.
_NAMELESS = "reise"


@dataclass(frozen=True, slots=True)
class Beginning:
    """What is known about a journey before its events are written; all but the title may be left out."""

    title: str
    language: Language = Language.NB
    about: str = ""
    source: SourceKind | None = None
    status: Status = Status.DRAFT
    despite: tuple[str, ...] = ()
    outcome: str = ""


def first_text(beginning: Beginning) -> str:
    """Return the text of a new file: it can be used as it is, and teaches how to go on.

    What is not known stays an example behind `# `, and so do events of many sorts; each of them can be
    taken into use by removing those two characters from its lines.
    """
    tongue = beginning.language
    place = templates() / "starting" / f"journey.{tongue.value}.yaml"
    text = place.read_text(encoding="utf-8")
    told = {
        "title": written(beginning.title),
        "about": beginning.about and written(beginning.about),
        "source": SOURCE_KINDS.shown(beginning.source, tongue) if beginning.source else "",
        "status": STATUSES.shown(beginning.status, tongue),
        "despite": _listed(beginning.despite),
        "outcome": beginning.outcome and written(beginning.outcome),
    }
    for name, value in told.items():
        if value:
            key = JOURNEY.shown(name, tongue)
            line = f"{key}: {value}".replace("\\", r"\\")
            text = re.sub(rf"^(?:# )?{key}: .*$", line, text, count=1, flags=re.MULTILINE)
    return text


def _listed(texts: tuple[str, ...]) -> str:
    return f"[{', '.join(written(each, brackets=True) for each in texts)}]" if texts else ""


def problems_of(beginning: Beginning, collection: Collection | None = None) -> tuple[Problem, ...]:
    """Return what is wrong with a journey that begins so, its file being called by its id."""
    file = f"{id_of(beginning.title) or _NAMELESS}.yaml"
    document = compose(first_text(beginning).encode(), file)
    if document.value is None:
        return document.problems
    parsed = parse(document.value, collection)
    found = [*document.problems, *parsed.problems]
    if parsed.value is not None:
        found += [*check(parsed.value), *chronology(parsed.value).problems]
        found += [each.problem() for each in judge_values(parsed.value) if each.weight >= Weight.LISTED]
    return in_file_order(found)
