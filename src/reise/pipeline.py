"""The story of reise, from a file to a sheet of paper; the only room that knows all the others.

text → Document → Journey → Chronology → CaseMap → HTML → PDF
       source     journey   chronology   layout    page   pdf
           rules, guard → Problems

Nothing is made of a journey that the guard has an open finding in: it stands in the way of every command.
"""

from collections.abc import Callable, Sequence
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Literal, NamedTuple, TypeVar, get_args

from reise.chronology import Chronology, chronology
from reise.files import write_whole
from reise.guard.verdict import Seal, Verdict, judge, judge_collection, judge_values
from reise.journey import parse, parse_collection
from reise.journey.model import Collection, Journey, Language, Status
from reise.problems import Checked, Problem, errors, in_file_order, is_guards, problem, said
from reise.rules import check as _check_rules
from reise.rules import check_collection
from reise.source import Document, compose, read

if TYPE_CHECKING:
    import networkx as nx

    from reise.layout import CaseMap

T = TypeVar("T")
Format = Literal["pdf", "html", "png"]
FORMATS = get_args(Format)
COLLECTIONS = ("samling.yaml", "samling.yml", "collection.yaml", "collection.yml")
DPI = 150
#: So many problems stand in the message of an error; all of them are in its `problems`.
_MOST_SAID = 5


class InvalidJourney(ValueError):  # noqa: N818 - it is the journey that is invalid
    """A journey that cannot be used; `problems` says why. The message, in English, never quotes it."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        self.problems = problems
        wrong = [*errors(problems)]
        facts = [
            f"{each.file}{f':{each.span.line}' if each.span else ''} {each.code} {said(each, 'fact', 'en')}"
            for each in wrong[:_MOST_SAID]
        ]
        if len(wrong) > _MOST_SAID:
            facts.append(f"({len(wrong) - _MOST_SAID} more)")
        super().__init__(" ".join(facts))


class Told(NamedTuple):
    """A journey with what was worked out from it; `seal` is the guard's, None where it stands in no file."""

    journey: Journey
    chronology: Chronology
    seal: Seal | None = None

    @property
    def shown(self) -> Journey:
        """Return the journey as it may be shown: a draft, unless a second person has approved this text."""
        if self.journey.status is Status.WITHDRAWN or (self.seal and self.seal.approved):
            return self.journey
        return self.journey.model_copy(update={"status": Status.DRAFT})


def tell(
    path: Path, shown: str | None = None, *, allowing: Callable[[Problem], bool] = lambda _: False
) -> Checked[Told]:
    """Return the journey in a file with its chronology, and everything that is wrong with it."""
    return _tell(read(path, shown), path, allowing)


def tell_text(
    text: bytes, path: Path, *, allowing: Callable[[Problem], bool] = lambda _: False
) -> Checked[Told]:
    """Return what `tell` would if the file at `path`, called by its name alone, held this text.

    What is `allowing` may be wrong with it all the same, for those who write and see it before others do.
    """
    return _tell(compose(text, path.name), path, allowing)


def _tell(
    document: Checked[Document], path: Path, allowing: Callable[[Problem], bool] = lambda _: False
) -> Checked[Told]:
    """Return the journey in a document, with its chronology and all its problems."""
    if document.value is None:
        return Checked(None, document.problems)
    shared = _collection(path.parent)
    parsed = parse(document.value, shared.value)
    verdict = judge(document.value, path, parsed.value, shared.value or Collection())
    # What is wrong with a value by itself is told once: it must be mended, whatever the guard says of it.
    wrong_at = {each.span for each in errors(parsed.problems)} - {None}
    found = (each for each in verdict.problems if each.span not in wrong_at)
    problems = (*document.problems, *parsed.problems, *found)
    if parsed.value is None:
        return Checked(None, in_file_order(problems))
    problems += tuple(_check_rules(parsed.value))
    timed = chronology(parsed.value)
    problems = in_file_order(problems + timed.problems)
    # What the guard finds in the collection, which is told by itself, is printed on every map.
    in_the_way = (*problems, *filter(is_guards, shared.problems))
    wrong = [each for each in errors(in_the_way) if not allowing(each)]
    told = Told(parsed.value, timed.value, verdict.seal) if timed.value and not wrong else None
    return Checked(told, problems)


class Judged(NamedTuple):
    """What the guard says of a file, and the journey in it, None where it is none or a collection."""

    verdict: Verdict
    journey: Journey | None = None


def verdict(path: Path, shown: str | None = None) -> Checked[Verdict]:
    """Return all that the guard says of a file, of a journey or a collection; none where it is no YAML."""
    checked = judged(path, shown)
    return Checked(checked.value.verdict if checked.value else None, checked.problems)


def judged(path: Path, shown: str | None = None) -> Checked[Judged]:
    """Return what `verdict` does together with the journey, whatever else is wrong with it."""
    document = read(path, shown)
    if document.value is None or any(errors(document.problems)):
        return Checked(None, document.problems)
    if path.name in COLLECTIONS:
        collected = parse_collection(document.value)
        value = collected.value or Collection()
        return Checked(Judged(judge_collection(document.value, path, value)), collected.problems)
    collection = _collection(path.parent).value
    parsed = parse(document.value, collection)
    found = judge(document.value, path, parsed.value, collection or Collection())
    return Checked(Judged(found, parsed.value), parsed.problems)


def check(path: str | Path) -> Checked[Journey]:
    """Return the journey in a file, if it can be used, and every problem found, in file order."""
    told = tell(Path(path), str(path))
    return Checked(told.value.journey if told.value else None, told.problems)


def load(path: str | Path) -> Journey:
    """Return the journey in a file. Raises InvalidJourney, with its problems, where it can't be used."""
    checked = check(path)
    if checked.value is None:
        raise InvalidJourney(checked.problems)
    return checked.value


def times(journey: Journey) -> Chronology:
    """Return order and known times of a journey's events. Raises InvalidJourney on a contradiction."""
    return sure(chronology(journey))


def graph(journey: Journey) -> "nx.MultiDiGraph[int]":
    """Return a journey as a networkx graph; see reise.graphs.graph for its nodes and edges."""
    from reise.graphs import graph as _graph

    return _graph(journey, times(journey))


def case_map(journey: Journey, *, paper: str = "a3", language: str | None = None) -> "CaseMap":
    """Return the map of a journey, laid out for `paper` (a4, a3, a1, a0) but not yet drawn.

    Raises InvalidJourney where it cannot be set (R5xx) or was withdrawn (R401), and ValueError where
    there is no such paper or language.
    """
    from reise.layout import PAPERS

    _known("paper", paper, tuple(PAPERS))
    _known("language", language or "nb", tuple(Language))
    return sure(typeset(journey, times(journey), paper, language, None))


def render(
    journey: Journey | str | Path,
    output: str | Path,
    *,
    paper: str = "a3",
    language: str | None = None,
    format: Format | None = None,
    archive: bool = False,
) -> tuple[Path, ...]:
    """Draw the map of a journey into the file `output` and return the files written.

    The format follows the ending of `output` (.pdf, .html, .png) unless given; a PNG has one file a
    sheet (name.png, name_2.png, ...). `archive` makes the PDF a PDF/A-3a as well as a PDF/UA-1.
    Files appear whole or not at all. Raises InvalidJourney, ValueError where there is no such paper,
    language or format, or OSError where nothing can be written.
    """
    from reise.layout import PAPERS

    _known("format", format or "pdf", FORMATS)
    _known("paper", paper, tuple(PAPERS))
    _known("language", language or "nb", tuple(Language))
    told = guarded(journey) if isinstance(journey, Journey) else sure(tell(Path(journey), str(journey)))
    target = Path(output)
    made = draw(sure(lay_out(told, paper, language)), format or _format_of(target), archive=archive)
    return write_sheets(target, made)


def guarded(journey: Journey) -> Told:
    """Return a journey that was made in Python. Raises InvalidJourney where the guard finds something."""
    found = tuple(each.problem() for each in judge_values(journey))
    if any(errors(found)):
        raise InvalidJourney(found)
    return Told(journey, times(journey))


#: Papers that hang on a wall.
_WALL = ("a1", "a0")


def lay_out(told: Told, paper: str, language: str | None) -> Checked["CaseMap"]:
    """Return the map of a journey unless it was withdrawn, has no consent to it, or cannot be set."""
    code = refusal(told, paper)
    if code:
        journey = told.journey
        return Checked(None, (problem(code, journey.file, journey.place("consent")),))
    return typeset(told.shown, told.chronology, paper, language, told.seal)


def refusal(told: Told, paper: str) -> str | None:
    """Return the code of the consent that a map lacks: to be made (but as a draft), or to hang on a wall."""
    status, consent = told.journey.status, told.journey.consent
    if status not in (Status.DRAFT, Status.WITHDRAWN) and not consent.map:
        return "R402"
    return "R403" if paper in _WALL and status is not Status.WITHDRAWN and not consent.wall else None


def typeset(
    journey: Journey, timed: Chronology, paper: str, language: str | None, seal: Seal | None
) -> Checked["CaseMap"]:
    """Return the map of a journey unless it was withdrawn."""
    from reise.layout import case_map as _case_map

    if journey.status is Status.WITHDRAWN:
        return Checked(None, (problem("R401", journey.file, journey.place("status")),))
    return _case_map(journey, timed, paper=paper, language=language, seal=seal)


def draw(made: "CaseMap", format: str, *, archive: bool = False) -> list[tuple[str, bytes]]:
    """Return a map as files: what to add to the name of each, and its bytes."""
    from reise.page.html import case_map_html

    if format == "html":
        return [("", case_map_html(made).encode())]
    from reise.pdf import pdf, png

    printed = pdf(case_map_html(made, fonts=False), archive=archive)
    if format == "pdf":
        return [("", printed)]
    return [(f"_{number}" if number > 1 else "", page) for number, page in enumerate(png(printed, DPI), 1)]


def write_sheets(target: Path, files: Sequence[tuple[str, bytes]]) -> tuple[Path, ...]:
    """Write the files of a map beside `target` and take away further sheets that an older map had."""
    written = []
    for suffix, content in files:
        place = target.with_name(f"{target.stem}{suffix}{target.suffix}")
        write_whole(place, content)
        written.append(place)
    number = len(files) + 1
    while (left := target.with_name(f"{target.stem}_{number}{target.suffix}")).is_file():
        left.unlink()
        number += 1
    return tuple(written)


def collection_of(folder: Path) -> Collection | None:
    """Return what the journeys of a folder share, if that is there and can be used."""
    return _collection(folder).value


def collection_problems(folder: Path) -> tuple[Problem, ...]:
    """Return what is wrong with the collection of a folder."""
    return _collection(folder).problems


def forget_collections() -> None:
    """Read the collections of all folders again when they are next needed: one of them has changed."""
    _collection.cache_clear()


@cache
def _collection(folder: Path) -> Checked[Collection]:
    """Return what the journeys of a folder share, or nothing where there is no collection."""
    for name in COLLECTIONS:
        path = folder / name
        if path.is_file():
            document = read(path)
            if document.value is None:
                return Checked(None, document.problems)
            parsed = parse_collection(document.value)
            found: tuple[Problem, ...] = ()
            guarded: tuple[Problem, ...] = ()
            if parsed.value:
                guarded = judge_collection(document.value, path, parsed.value).problems
                found = check_collection(parsed.value, document.value.file)
            problems = in_file_order(document.problems + parsed.problems + found + guarded)
            return Checked(None if found else parsed.value, problems)
    return Checked(None)


def _format_of(path: Path) -> Format:
    suffix = path.suffix.lower()
    return "html" if suffix == ".html" else "png" if suffix == ".png" else "pdf"


def _known(what: str, value: str, choices: tuple[str, ...]) -> None:
    """Raise ValueError, which names the choices, where `value` is none of them."""
    if value not in choices:
        raise ValueError(f"{what} must be one of {', '.join(choices)}")


def sure(checked: Checked[T]) -> T:
    """Return the value of what was checked. Raises InvalidJourney, with the problems, where there is none."""
    if checked.value is None:
        raise InvalidJourney(checked.problems)
    return checked.value
