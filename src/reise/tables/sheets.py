"""The results as sheets: rows under fixed names, lists in a cell joined, and the codebook of it all."""

from collections.abc import Iterable, Sequence
from typing import Any

from reise.comparison.compare import Comparison
from reise.comparison.value import Answer
from reise.comparison.value import Table as Found
from reise.layout.report.naming import Naming
from reise.tables.despite import formulas, pairs, truth_table
from reise.tables.fields import COUNTED, Meaning, flat, measured, values_of
from reise.tables.rows import Sheet, Value, plain


def sheets(comparison: Comparison, language: str) -> tuple[Sheet, ...]:
    """Return all results as sheets, the codebook last; names are fixed, words are in `language`."""
    naming = Naming(comparison, language)
    answers = sorted(comparison.answers.values(), key=lambda each: each.id)
    made = [
        _answers(naming, answers),
        _parts(naming, answers),
        _measures(naming, answers),
        _values(naming, answers),
        _standing(answers),
        _of(comparison.turning_points, "turning_points"),
        _cases(comparison),
        _left_out(comparison),
        pairs(comparison),
        truth_table(comparison),
        formulas(comparison),
        *(_of(found, f"{answer.id}_{found.name}") for answer in answers for found in answer.tables),
    ]
    book = codebook(naming, answers, made)
    columns = ("sheet", "name", "meaning", "unit", "values", "rule")
    rows = tuple((each.sheet, each.name, each.meaning, each.unit, each.values, each.rule) for each in book)
    return (*made, Sheet("codebook", columns, rows))


def _rows(columns: Sequence[str], found: Iterable[dict[str, Any]]) -> tuple[tuple[Value, ...], ...]:
    return tuple(tuple(plain(each[name]) for name in columns) for each in found)


def _answers(naming: Naming, answers: Sequence[Answer]) -> Sheet:
    """Return the 24 questions with their numbers, rules and what they lack."""
    columns = ("id", "question", *COUNTED, "rule", "lacks")
    found = [
        {
            "id": each.id,
            "question": naming.question(each.id),
            **flat(naming, each.head),
            "rule": naming.rule(each),
            "lacks": naming.lacks(each) or None,
        }
        for each in answers
    ]
    return Sheet("answers", columns, _rows(columns, found))


def _parts(naming: Naming, answers: Sequence[Answer]) -> Sheet:
    """Return the further numbers of each question, a row each."""
    columns = ("id", *COUNTED)
    found = [{"id": each.id, **flat(naming, part)} for each in answers for part in each.parts]
    return Sheet("parts", columns, _rows(columns, found))


def _measures(naming: Naming, answers: Sequence[Answer]) -> Sheet:
    """Return the middle and the spread of the numbers that each case has."""
    columns = ("id", "name", "label", "unit", "median", "least", "most", "low", "high", "unknown")
    found = [
        {"id": each.id, **told, **told["leave_one_out"]}
        for each in answers
        for told in (measured(naming, one) for one in each.measures)
    ]
    return Sheet("measures", columns, _rows(columns, found))


def _values(naming: Naming, answers: Sequence[Answer]) -> Sheet:
    """Return the numbers that each case has, a row a case; an unknown one is empty."""
    rows = [
        (each.id, one.name, one.unit, case.id, dict(one.values).get(case.id))
        for each in answers
        for one in each.measures
        for case in naming.comparison.cases
    ]
    return Sheet("values", ("id", "name", "unit", "case", "value"), tuple(rows))


def _standing(answers: Sequence[Answer]) -> Sheet:
    """Return how each case stands to each number: counted in n, unknown, with a long span, unsure.

    The sequences of Q19 are left to their own sheet, which names their cases already.
    """
    rows = []
    for each in answers:
        for one in (each.head, *(() if each.id == "q19" else each.parts)):
            for standing in ("cases", "unknown", "long", "unsure"):
                if one.unit != "question":
                    rows += [(each.id, one.name, case, standing) for case in getattr(one, standing)]
    return Sheet("standing", ("id", "name", "case", "standing"), tuple(rows))


def _cases(comparison: Comparison) -> Sheet:
    """Return the cases: who told, who coded, the outcome, and where each stands in the common column."""
    columns = (
        *("case", "title", "language", "source", "count", "coded_by", "status", "outcome", "despite"),
        *("events", "turning_points", "anchor", "reached"),
    )
    anchors = {each.case: each for each in comparison.anchors}
    rows = []
    for case in comparison.cases:
        journey, anchor = case.journey, anchors[case.id]
        source = journey.source
        rows.append(
            (
                case.id,
                journey.title,
                journey.language.value,
                source.kind.value if source else None,
                source.count if source else None,
                journey.coded_by,
                journey.status.value,
                journey.outcome,
                plain(journey.despite),
                len(case.line),
                len(case.turns),
                None if anchor.at is None else case.numbers[anchor.at],
                anchor.reached,
            )
        )
    return Sheet("cases", columns, tuple(rows))


def _left_out(comparison: Comparison) -> Sheet:
    """Return how many journeys are left out, by reason; which ones is nobody's business."""
    reasons = sorted({each.why for each in comparison.left_out})
    rows = tuple((why, sum(each.why == why for each in comparison.left_out)) for why in reasons)
    return Sheet("left_out", ("reason", "journeys"), rows)


def _of(found: Found, name: str) -> Sheet:
    return Sheet(name, found.columns, tuple(tuple(map(plain, row)) for row in found.rows))


def codebook(naming: Naming, answers: Sequence[Answer], made: Sequence[Sheet]) -> tuple[Meaning, ...]:
    """Return an entry for every column of every sheet."""
    rules = {
        f"{answer.id}_{found.name}": naming.rule(answer) for answer in answers for found in answer.tables
    }
    book = []
    for sheet in made:
        own = sheet.name not in rules and sheet.name != "turning_points"
        for column in sheet.columns:
            values = values_of(column)
            if own and sheet.name == "cases" and column == "status":
                values = "reading"
            if not own and column == "unknown":
                values = "count"
            book.append(
                Meaning(
                    sheet.name,
                    column,
                    naming(f"codebook.{column}") if own else naming.column(column),
                    naming(f"values.{values}_unit"),
                    naming(f"values.{values}"),
                    rules.get(
                        sheet.name,
                        naming(f"codebook.rule_{sheet.name}") if own else naming("report.turns_rule"),
                    ),
                )
            )
    return tuple(book)
