"""What of a comparison may leave the project, as sheets; an empty number is one that may not be told."""

import json
from typing import Any

from reise.comparison.sharing import SharedComparison
from reise.layout.report.naming import Naming
from reise.tables.rows import Sheet


def shared_sheets(shared: SharedComparison, language: str) -> tuple[Sheet, ...]:
    """Return the numbers of the questions, and the cases by whether they got there and by outcome."""
    naming = Naming(shared.compared, language)
    rule = naming("shared.rule", least=shared.least)
    numbers = tuple(
        (
            each.answer.id,
            naming.question(each.answer.id),
            naming.counted(each.answer.head),
            each.yes,
            each.no,
            each.unknown,
            shared.total,
            rule,
        )
        for each in shared.answers
    )
    crossed = [
        (name, *cells, total)
        for name, cells, total in zip(("reached", "rest"), shared.table.cells, shared.table.rows, strict=True)
    ]
    crossed.append(("total", *shared.table.columns, shared.table.total))
    return (
        Sheet("answers", ("id", "question", "label", "yes", "no", "unknown", "total", "rule"), numbers),
        Sheet("crossed", ("reached", *shared.outcomes, "total"), tuple(crossed)),
    )


def shared_json(shared: SharedComparison, language: str) -> bytes:
    """Return the same as JSON, under the numbers of the questions; null is what may not be told."""
    naming = Naming(shared.compared, language)
    told: dict[str, Any] = {
        "language": language,
        "min_cell": shared.least,
        "rule": naming("shared.rule", least=shared.least),
    }
    for each in shared.answers:
        told[each.answer.id] = {
            "question": naming.question(each.answer.id),
            "label": naming.counted(each.answer.head),
            "unit": each.answer.head.unit,
            "n": each.yes,
            "N": None if each.yes is None or each.no is None else each.yes + each.no,
            "cases": None,
            "unknown": each.unknown,
            "total": shared.total,
            "rule": naming.rule(each.answer),
            "parts": [],
        }
    _, crossed = shared_sheets(shared, language)
    told["table"] = [dict(zip(crossed.columns, row, strict=True)) for row in crossed.rows]
    return json.dumps(told, ensure_ascii=False, indent=1).encode() + b"\n"
