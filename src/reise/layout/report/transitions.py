"""Page 3: critical transitions, where they held and where they broke, and what lay around them."""

from collections import defaultdict

from reise.comparison.value import Answer, Count
from reise.layout.report.answers import cell, findings, rule_of, share, table, without_one
from reise.layout.report.naming import NAMED, Naming
from reise.layout.report.value import Block, Cell, Column, Line, Page, Paragraph, Row, Table

SIGNS = {"held": "✓", "broke": "×", "unclear": "?", "none": "·"}
#: An occurrence: the case, the number on its map, the status.
_Met = dict[str, list[tuple[str, int | None, str]]]


def page(naming: Naming) -> Page:
    """Return the page of the critical transitions."""
    answers = naming.comparison.answers
    blocks: list[Block] = []
    held = answers.get("q05")
    if held:
        met = _met(held)
        if met:
            blocks.append(_matrix(naming, held, met))
        else:
            blocks.append(Paragraph(naming("report.no_transitions"), "plain"))
        chosen = [answers[each] for each in ("q05", "q06", "q22") if each in answers]
        blocks.append(findings(naming, chosen, naming("report.numbers")))
    around = answers.get("q06")
    if around:
        blocks.append(_around(naming, around))
        blocks += [table(naming, around, each) for each in around.tables]
    areas = answers.get("q22")
    if areas:
        blocks += [table(naming, areas, each) for each in areas.tables]
    return Page(
        3, "transitions", naming("report.transitions"), naming("report.transitions_lead"), tuple(blocks)
    )


def _met(answer: Answer) -> _Met:
    """Return the occurrences of each transition."""
    met: _Met = defaultdict(list)
    for found in answer.tables:
        if found.name == "transitions":
            for row in found.rows:
                told = dict(zip(found.columns, row, strict=True))
                number = told["number"]
                met[str(told["transition"])].append(
                    (str(told["case"]), number if isinstance(number, int) else None, str(told["status"]))
                )
    return met


def _matrix(naming: Naming, answer: Answer, met: _Met) -> Table:
    """Return transition × case, or transition × status where there are too many cases for columns."""
    ids = sorted({case for rows in met.values() for case, _, _ in rows})
    few = len(ids) <= NAMED
    counts = {each.name: each for each in answer.parts}
    heads = [Column(naming("column.transition"), 22)]
    if few:
        heads += [Column(naming.case(each), 11) for each in ids]
    heads += [Column(f"{SIGNS[each]} {naming.thing('status', each)}", 7, "number") for each in SIGNS]
    heads += [
        Column(naming("report.held_of"), 10, "number"),
        Column(naming("report.without_one"), 12, "number"),
    ]
    heads += [] if few else [Column(naming("report.cases_head"), 8, "number")]
    rows = []
    for sort, found in sorted(
        met.items(), key=lambda each: (-len(each[1]), naming.thing("transition", each[0]))
    ):
        cells = [cell(naming.thing("transition", sort))]
        if few:
            cells += [_occurrences(naming, [each for each in found if each[0] == whose]) for whose in ids]
        tally = {status: sum(each[2] == status for each in found) for status in SIGNS}
        cells += [cell(str(n) if n else "0", "number" if n else "quiet number") for n in tally.values()]
        part = counts.get(f"held_of|transition:{sort}")
        cells += [_share(naming, part), cell(without_one(naming, part) if part else "–", "number")]
        if not few:
            cells.append(
                cell(naming.share(len({each[0] for each in found}), len(naming.comparison.cases)), "number")
            )
        rows.append(Row(tuple(cells)))
    return Table(naming("table.transitions"), tuple(heads), tuple(rows), rule_of(naming, answer), "matrix")


def _share(naming: Naming, part: Count | None) -> Cell:
    return cell(share(naming, part) if part else "–", "number")


def _occurrences(naming: Naming, found: list[tuple[str, int | None, str]]) -> Cell:
    """Return what became of a transition in a case, a line each time."""
    if not found:
        return cell("")
    lines = []
    for _, number, status in found:
        at = naming("report.at_number", number=number) if number else ""
        lines.append(Line(" ".join(filter(None, (naming.thing("status", status), at))), SIGNS[status]))
    statuses = {each[2] for each in found}
    return Cell(tuple(lines), statuses.pop() if len(statuses) == 1 else "unclear")


def _around(naming: Naming, answer: Answer) -> Table:
    """Return what lay around the transitions that held beside what lay around those that broke."""
    counts = {each.name: each for each in (answer.head, *answer.parts)}
    names = dict.fromkeys(name.rsplit("_", 1)[0] for name in counts)
    columns = (
        Column(naming("report.what"), 18),
        *(
            Column(naming(f"report.{name}"), width, "number" if name != "cases" else "")
            for status in ("held", "broke")
            for name, width in ((f"if_{status}", 7), ("without_one", 11), ("cases", 23))
        ),
    )
    rows = []
    for name in names:
        cells = [cell(naming(f"report.around_{name}"))]
        for status in ("held", "broke"):
            found = counts.get(f"{name}_{status}")
            cells += (
                [
                    cell(share(naming, found), "number"),
                    cell(without_one(naming, found), "number"),
                    _whose(naming, found),
                ]
                if found
                else [cell("–", "quiet")] * 3
            )
        rows.append(Row(tuple(cells)))
    return Table(naming("report.around_both"), columns, tuple(rows), rule_of(naming, answer))


def _whose(naming: Naming, found: Count) -> Cell:
    """Return the cases of a count, and those of which nobody can tell."""
    lines = [Line(naming.cases(found.cases) or "–")]
    if found.unknown:
        told = f"{naming('report.unknown_n')} {found.unknowns} ({naming.cases(found.unknown)})"
        lines.append(Line(told, quiet=True))
    return Cell(tuple(lines))
