"""An answer as blocks of a page: its number with what it rests on, its parts, its tables."""

from collections.abc import Iterable, Sequence

from reise.comparison.value import Answer, Count, Measure
from reise.comparison.value import Table as Found
from reise.layout.report.naming import NAMED, Naming
from reise.layout.report.value import (
    Block,
    Cell,
    Column,
    Finding,
    Findings,
    Line,
    Note,
    Paragraph,
    Row,
    Table,
)

#: The most rows of a table that goes case by case (else it is left to the data), and of another (which
#: says how many more there are).
ROWS, LONGEST = 60, 24
#: The least share of the page's width that a table has.
NARROWEST = 0.35
#: The letters that a line of the page holds, the most in a column, and the space between two.
LETTERS, WIDEST, APART = 210, 60, 4
#: What the codes of two coders are, by field; yes and no in the others.
CODED = {
    "kind": "kind",
    "effect": "effect",
    "direction": "direction",
    "status": "status",
    "who": "role",
    "area": "area",
}


def cell(text: str, role: str = "", lead: str = "") -> Cell:
    """Return a cell of one line."""
    return Cell((Line(text, lead),), role)


def share(naming: Naming, found: Count) -> str:
    """Return "4 av 6"; that nothing is said where nothing is known."""
    return naming.share(found.n, found.N) if found.N else naming("report.not_said")


def whose(naming: Naming, found: Count, ids: Sequence[str]) -> str:
    """Return the cases of a count by their titles, or the questions where it counts questions."""
    if found.unit != "question" or not ids:
        return naming.cases(ids)
    numbers = ", ".join(naming.thing("question", each) for each in ids)
    return naming("report.questions_n", numbers=numbers)


def unknown(naming: Naming, found: Count) -> str:
    """Return how many units nobody can tell, and of which cases; "0" where all are known."""
    if not found.unknown:
        return "0"
    cases = whose(naming, found, found.unknown)
    return cases if found.unit in ("case", "question") else f"{found.unknowns}: {cases}"


def without_one(naming: Naming, found: Count) -> str:
    """Return what leaving out one case at a time makes of a count: "3 av 5 – 4 av 5"."""
    if found.low is None or found.high is None:
        return naming("report.too_few")
    low, high = naming.share(*found.low), naming.share(*found.high)
    return low if low == high else f"{low} – {high}"


def finding(naming: Naming, found: Count, *, mark: str = "", rule: str = "") -> Finding:
    """Return a count with its cases, its unknowns, what hangs on one case, and its rule."""
    told = [("cases", whose(naming, found, found.cases) or naming("report.none"), "")]
    told.append(("unknown_head", unknown(naming, found), "unknown" if found.unknown else ""))
    told.append(("without_one", without_one(naming, found), ""))
    if found.long:
        told.append(("long", naming.cases(found.long), ""))
    if found.unsure:
        told.append(("unsure", naming.cases(found.unsure), ""))
    if rule:
        told.append(("rule", rule, "rule"))
    return Finding(
        mark,
        share(naming, found),
        naming(f"unit.{found.unit}") if found.N else "",
        naming.counted(found),
        tuple(Note(naming(f"report.{name}"), text, role) for name, text, role in told),
    )


def findings(naming: Naming, answers: Iterable[Answer], title: str) -> Findings:
    """Return the numbers of some questions side by side."""
    made = tuple(
        finding(naming, answer.head, mark=naming.thing("question", answer.id), rule=rule_of(naming, answer))
        for answer in answers
    )
    return Findings(title, made)


def rule_of(naming: Naming, answer: Answer) -> str:
    """Return the rule of an answer, and what the files lack for it."""
    return " ".join(filter(None, (naming.rule(answer), naming.lacks(answer))))


def blocks(naming: Naming, answer: Answer, tables: Sequence[str] | None = None) -> list[Block]:
    """Return the parts, the measures and the tables (those named) of an answer, as far as there are any."""
    made: list[Block] = []
    if answer.parts:
        made.append(parts(naming, answer))
    if answer.measures:
        made.append(measures(naming, [(answer, each) for each in answer.measures]))
    made += [table(naming, answer, each) for each in answer.tables if tables is None or each.name in tables]
    return made


def parts(naming: Naming, answer: Answer, chosen: Iterable[Count] | None = None) -> Table:
    """Return counts of an answer as a table: what, n of N, cases, unknown, without one case."""
    heads = (("what", 34, ""), ("n_of_N", 9, "number"), ("cases", 27, ""), ("unknown_head", 16, ""))
    columns = (*_columns(naming, heads), Column(naming("report.without_one"), 14, "number"))
    rows = [
        Row(
            (
                cell(naming.counted(each)),
                cell(share(naming, each), "number"),
                cell(naming.cases(each.cases) or "–"),
                cell(unknown(naming, each), "unknown" if each.unknown else "quiet"),
                cell(without_one(naming, each), "number"),
            )
        )
        for each in (answer.parts if chosen is None else chosen)
    ]
    return Table(
        naming("report.parts_of", number=naming.thing("question", answer.id)),
        columns,
        tuple(rows),
        rule_of(naming, answer),
    )


def measures(naming: Naming, found: Iterable[tuple[Answer, Measure]], caption: str = "") -> Table:
    """Return numbers a case as a table: a row a measure, its middle and spread, and each case's number."""
    told = list(found)
    few = len(naming.comparison.cases) <= NAMED
    heads = [
        ("what", 30, ""),
        ("median", 8, "number"),
        ("spread", 9, "number"),
        ("without_one", 11, "number"),
    ]
    columns = [*_columns(naming, heads), Column(naming("report.unknown_head"), 14)]
    if few:
        columns += [Column(naming.case(each.id), 8, "number") for each in naming.comparison.cases]
    rows = []
    for _, each in told:
        cells = [
            Cell((Line(naming.named(each.name)), Line(naming(f"unit.{each.unit}"), quiet=True))),
            cell(_number(naming, each, each.median), "number"),
            cell(_between(naming, each, each.least, each.most), "number"),
            cell(_between(naming, each, each.low, each.high), "number"),
            cell(naming.cases(each.unknown) or "0", "unknown" if each.unknown else "quiet"),
        ]
        if few:
            values = dict(each.values)
            cells += [
                cell(
                    _number(naming, each, values.get(case.id)),
                    "number" if case.id in values else "unknown number",
                )
                for case in naming.comparison.cases
            ]
        rows.append(Row(tuple(cells)))
    rules = dict.fromkeys(rule_of(naming, answer) for answer, _ in told)
    return Table(caption or naming("report.measures"), tuple(columns), tuple(rows), " ".join(rules))


def _number(naming: Naming, found: Measure, value: float | None) -> str:
    """Return a number of a measure, months whole; how long before where help came before it was needed."""
    if value is None:
        return naming("report.unknown")
    if found.unit == "months":
        value = round(value)
    if value < 0 and found.name.startswith("strain_to_help"):
        return naming.many(f"report.help_before_{found.unit}", -value)
    return naming.number(value)


def _between(naming: Naming, found: Measure, low: float | None, high: float | None) -> str:
    """Return a span of numbers of a measure."""
    if low is None or high is None:
        return "–"
    ends = dict.fromkeys(_number(naming, found, each) for each in (low, high))
    return " – ".join(ends)


def _columns(naming: Naming, heads: Iterable[tuple[str, float, str]]) -> tuple[Column, ...]:
    return tuple(Column(naming(f"report.{name}"), width, role) for name, width, role in heads)


def table(naming: Naming, answer: Answer, found: Found, caption: str = "") -> Block:
    """Return a table of an answer in words; where nothing was found it is said."""
    title = caption or naming(
        f"table.{found.name}_{answer.id}" if found.name == "found" else f"table.{found.name}"
    )
    if not found.rows:
        return Paragraph(naming("report.nothing_found"), "plain", title)
    if found.columns[0] == "case" and len(found.rows) > ROWS:
        return Paragraph(naming("report.too_many_rows", n=len(found.rows)), "plain", title)
    numbers = [
        all(isinstance(row[at], int | float | None) and not isinstance(row[at], bool) for row in found.rows)
        for at in range(len(found.columns))
    ]
    rows = []
    by_case = found.columns[0] == "case"
    coded = found.columns.index("field") if "second" in found.columns else -1
    last: object = object()
    for row in found.rows[: ROWS if by_case else LONGEST]:
        opens = row[0] != last
        cells = tuple(
            Cell(
                _lines(naming, _sort(name, row, coded), value, naming.language_of(str(row[0]))),
                _role(number, value),
            )
            for name, value, number in zip(found.columns, row, numbers, strict=True)
        )
        if by_case and not opens:
            cells = (Cell(cells[0].lines, "quiet"), *cells[1:])
        rows.append(Row(cells, opens and by_case))
        last = row[0]
    more = len(found.rows) - len(rows)
    told = [rule_of(naming, answer), naming("report.more_rows", n=more) if more else ""]
    roles = ["number" if number else "" for number in numbers]
    columns = _fitted([naming.column(name) for name in found.columns], roles, rows)
    extent = min(1.0, max(NARROWEST, sum(each.width for each in columns) / LETTERS))
    return Table(title, columns, tuple(rows), " ".join(filter(None, told)), extent=extent)


def _fitted(heads: Sequence[str], roles: Sequence[str], rows: Sequence[Row]) -> tuple[Column, ...]:
    """Return columns as wide as their words ask for, in letters: the longest word fits, long texts wrap."""
    made = []
    for at, (head, role) in enumerate(zip(heads, roles, strict=True)):
        texts = [line.lead + line.text for row in rows for line in row.cells[at].lines]
        words = [len(word) for text in (head, *texts) for word in text.split()]
        longest, middle = max(map(len, texts)), sum(map(len, texts)) / len(texts)
        made.append(Column(head, APART + max(*words, min(longest, 1.6 * middle, WIDEST)), role))
    return tuple(made)


def _role(number: bool, value: object) -> str:
    return "number" if number else "unknown" if value is None else ""


def _sort(name: str, row: Sequence[object], coded: int) -> str:
    """Return what a cell is: what a coder gave is of the field that the row is about."""
    return CODED.get(str(row[coded]), "code") if coded >= 0 and name in ("first", "second") else name


def _lines(naming: Naming, name: str, value: object, language: str) -> tuple[Line, ...]:
    """Return a cell; texts of journeys have a line each, in the language of the case."""
    own = language if name in ("text", "before", "after", "difference", "despite") else ""
    if isinstance(value, tuple) and name in ("before", "after", "despite", "effects"):
        return tuple(Line(naming.cell(name, (each,)), language=own) for each in value) or (Line("–"),)
    return (Line(naming.cell(name, value) or "–", language=own if value else ""),)
