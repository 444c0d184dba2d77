"""A comparison as JSON: terms, cases, an entry a question, and the codebook."""

import json
from dataclasses import asdict
from typing import Any

from reise.comparison.compare import Comparison
from reise.comparison.value import Answer
from reise.comparison.value import Table as Found
from reise.layout.report.counting import alignment
from reise.layout.report.naming import Naming
from reise.tables.fields import counted, measured
from reise.tables.rows import Sheet, Value
from reise.tables.sheets import sheets


def as_json(comparison: Comparison, language: str = "nb") -> bytes:
    """Return a comparison as JSON in UTF-8, with rules and labels in a language (nb, nn, en).

    Its keys are "language", "terms", "cases", "left_out", "turning_points", "q01" … "q24", "pairs",
    "truth_table", "formulas" and "codebook". Ids and field names are the same in every language. The
    same comparison gives the same bytes.
    """
    return (
        json.dumps(_told(comparison, language), ensure_ascii=False, indent=1, allow_nan=False).encode()
        + b"\n"
    )


def _told(comparison: Comparison, language: str) -> dict[str, Any]:
    """Return all that a comparison tells."""
    naming = Naming(comparison, language)
    made = {sheet.name: sheet for sheet in sheets(comparison, language)}
    told: dict[str, Any] = {
        "language": language,
        "terms": {**asdict(comparison.terms), "aligned_on": alignment(naming)},
        "cases": _objects(made["cases"]),
        "left_out": _objects(made["left_out"]),
        "turning_points": _table(comparison.turning_points)["rows"],
    }
    told |= {each: _answer(naming, comparison.answers[each]) for each in sorted(comparison.answers)}
    return told | {each: _objects(made[each]) for each in ("pairs", "truth_table", "formulas", "codebook")}


def _objects(sheet: Sheet) -> list[dict[str, Value]]:
    """Return the rows of a sheet as objects."""
    return [dict(zip(sheet.columns, row, strict=True)) for row in sheet.rows]


def _answer(naming: Naming, answer: Answer) -> dict[str, Any]:
    """Return the answer to a question."""
    return {
        "question": naming.question(answer.id),
        **counted(naming, answer.head),
        "rule": naming.rule(answer),
        "parts": [counted(naming, each) for each in answer.parts],
        "measures": [measured(naming, each) for each in answer.measures],
        "tables": [_table(each) for each in answer.tables],
        "lacks": naming.lacks(answer) or None,
    }


def _table(found: Found) -> dict[str, Any]:
    """Return a table with its rows as objects."""
    return {
        "name": found.name,
        "columns": list(found.columns),
        "rows": [dict(zip(found.columns, row, strict=True)) for row in found.rows],
    }
