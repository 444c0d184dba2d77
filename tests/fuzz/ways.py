"""The ways of a file through the program, and what holds on each whatever stands in it."""

from collections.abc import Callable
from functools import cache
from pathlib import Path

from tests.support import unguarded

from reise.chronology import chronology
from reise.editing import corrected, styled
from reise.guard.finding import Weight
from reise.journey import parse, parse_collection
from reise.journey.model import Collection, Journey
from reise.page.html import case_map_html
from reise.pipeline import typeset
from reise.problems import Checked, Problem, errors, said
from reise.rules import check, check_collection
from reise.source import compose

#: A file of this name is not there, nor is its folder: no way reads or writes.
PLACE = Path("/ingen/en-reise.yaml")
NOTHING = Collection()
Way = Callable[[bytes], bool]
_judge, _judge_collection = (unguarded.REAL[name] for name in ("judge", "judge_collection"))


@cache
def _worded(code: str, args: tuple[tuple[str, str | int], ...]) -> bool:
    """Hold that a problem is said in full, in three languages."""
    for language in ("nb", "nn", "en"):
        for part in ("fact", "label", "hint"):
            text = said(Problem(code, "", None, args), part, language)
            assert text != code, f"{code} has no words in {language}"
            assert text or part != "fact", f"{code} says nothing in {language}"
    return True


def told(problems: tuple[Problem, ...]) -> None:
    """Hold that each of some problems has a code, a place that is one, and words."""
    for each in problems:
        # The count of letters that are too many makes no difference to what is said of them.
        _worded(each.code, tuple((name, 7 if type(value) is int else value) for name, value in each.args))
        if each.span is not None:
            assert each.span.line >= 1, each.code
            assert each.span.column >= 1, each.code
            assert (each.span.end_line, each.span.end_column) >= (each.span.line, each.span.column), each.code


def checked(data: bytes) -> bool:
    """Check a journey as `reise check` does; return whether it can be used."""
    return _read(data, guarded=True)


def read(data: bytes) -> bool:
    """Check a journey without the guard, which takes most of the time; return whether it can be used."""
    return _read(data, guarded=False)


def _read(data: bytes, *, guarded: bool) -> bool:
    document = compose(data, PLACE.name)
    told(document.problems)
    assert document.value is not None or any(errors(document.problems)), "refused without a problem"
    if document.value is None:
        return False
    parsed = parse(document.value, NOTHING)
    told(parsed.problems)
    if guarded:
        verdict = _judge(document.value, PLACE, parsed.value, NOTHING)
        told(verdict.problems)
        assert all(each.weight > Weight.ADVISE for each in verdict.open)
    if parsed.value is None:
        assert any(errors((*document.problems, *parsed.problems))), "refused without a problem"
        return False
    wrong = check(parsed.value)
    told(wrong)
    timed = chronology(parsed.value)
    told(timed.problems)
    assert timed.value is not None or any(errors(timed.problems)), "refused without a problem"
    return timed.value is not None and not any(errors(wrong))


def shared(data: bytes) -> bool:
    """Check a collection."""
    document = compose(data, "samling.yaml")
    told(document.problems)
    if document.value is None:
        return False
    parsed = parse_collection(document.value)
    told(parsed.problems)
    if parsed.value is None:
        return False
    told(tuple(check_collection(parsed.value, "samling.yaml")))
    told(_judge_collection(document.value, PLACE.with_name("samling.yaml"), parsed.value).problems)
    return True


def drawn(data: bytes) -> bool:
    """Draw the map of a journey as HTML, whatever its persons and the guard say to that."""
    document = compose(data, PLACE.name)
    if document.value is None:
        return False
    parsed = parse(document.value, NOTHING)
    if parsed.value is None or any(errors(check(parsed.value))):
        return False
    timed = chronology(parsed.value)
    if timed.value is None:
        return False
    made = typeset(parsed.value, timed.value, "a3", None, None)
    told(made.problems)
    assert made.value is not None or any(errors(made.problems)), "refused without a problem"
    if made.value is None:
        return False
    html = case_map_html(made.value, fonts=False)
    assert html.rstrip().endswith("</html>")
    return True


def mended(data: bytes) -> bool:
    """Mend a journey and lay it out in the style of the house, in which it then is."""
    if any(errors(_look(data))):
        data = corrected(data, _look).data
    after = styled(data, PLACE.name, _meaning)
    told(after.problems)
    if after.value is None:
        return False
    assert styled(after.value, PLACE.name, _meaning).value == after.value, "laid out, and not yet laid out"
    return True


def _meaning(data: bytes) -> Checked[Journey]:
    document = compose(data, PLACE.name)
    if document.value is None:
        return Checked(None, document.problems)
    parsed = parse(document.value, NOTHING)
    return Checked(parsed.value, (*document.problems, *parsed.problems))


def _look(data: bytes) -> tuple[Problem, ...]:
    return _meaning(data).problems


#: Every way, and how often it is taken, in hundredths.
WAYS: dict[Way, int] = {checked: 66, shared: 10, drawn: 20, mended: 4}
