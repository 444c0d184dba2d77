"""Page 2: every turning point of every case, with what stood around it and who says so."""

from collections import Counter

from reise.comparison.case import Case, Turn, roles
from reise.comparison.value import Table as Found
from reise.journey.model import Direction
from reise.layout.report.answers import cell, findings, table
from reise.layout.report.naming import NAMED, Naming
from reise.layout.report.value import Block, Cell, Column, Line, Page, Paragraph, Row, Table

#: Above this many turning points the page tells how they are spread instead.
LISTED = 150
_QUESTIONS = ("q01", "q02", "q03", "q04", "q13", "q14", "q12", "q15")


def page(naming: Naming) -> Page:
    """Return the page of the turning points."""
    comparison = naming.comparison
    turns = [(case, turn) for case in comparison.cases for turn in case.turns]
    without = [case.id for case in comparison.cases if not case.turns]
    blocks: list[Block] = []
    if turns and len(turns) <= LISTED:
        blocks.append(_listed(naming, turns))
    elif turns:
        blocks.append(_spread(naming, turns))
    if without:
        blocks.append(Paragraph(naming("report.without_turns", cases=naming.cases(without)), "plain"))
    found = [comparison.answers[each] for each in _QUESTIONS if each in comparison.answers]
    if found:
        blocks.append(findings(naming, found, naming("report.numbers")))
    for each in ("q14", "q12"):
        if each in comparison.answers:
            answer = comparison.answers[each]
            blocks += [table(naming, answer, _together(naming, one)) for one in answer.tables if one.rows]
    counted = (
        naming.many("report.turns_n", len(turns)),
        naming.many("report.cases_n", len(comparison.cases)),
    )
    return Page(
        2,
        "turns",
        naming("report.turns"),
        naming("report.turns_lead", turns=counted[0], cases=counted[1]),
        tuple(blocks),
    )


def event(naming: Naming, case: Case, at: int) -> Line:
    """Return an event as a line: its number on the case map (a milestone has none) and its words."""
    number = number_of(case, at)
    return Line(case.line[at].text, str(number) if number else "", naming.language_of(case.id))


def number_of(case: Case, at: int) -> int | None:
    """Return the number of an event as its card bears it; milestones bear none."""
    return case.numbers[at]


def _listed(naming: Naming, turns: list[tuple[Case, Turn]]) -> Table:
    columns = (
        Column(naming("column.case"), 10),
        Column(naming("column.direction"), 6),
        Column(naming("report.the_turn"), 17),
        Column(_window(naming, "before"), 19),
        Column(naming("report.who_was_there"), 12),
        Column(naming("report.difference"), 14),
        Column(_window(naming, "after"), 16),
        Column(naming("report.said_by"), 7),
    )
    rows = []
    for place, (case, turn) in enumerate(turns):
        opens = not place or turns[place - 1][0] is not case
        rows.append(Row(_cells(naming, case, turn, opens), opens))
    return Table(
        naming("table.turning_points"),
        columns,
        tuple(rows),
        naming("report.turns_rule"),
        "turns",
    )


def _window(naming: Naming, side: str) -> str:
    """Return the head of what lay before or after: "To hendelser før"."""
    text = naming(f"report.{side}_head", events=naming.events(naming.comparison.terms.window))
    return text[:1].upper() + text[1:]


def _cells(naming: Naming, case: Case, turn: Turn, opens: bool) -> tuple[Cell, ...]:
    """Return the row of a turning point."""
    window = naming.comparison.terms.window
    before = [event(naming, case, each) for each in case.before(turn.at, window)]
    after = [event(naming, case, each) for each in case.after(turn.at, window)]
    if case.reaching(turn.at, window):
        before.append(Line(naming("report.reaching"), quiet=True))
    way = [
        Line(
            naming.words(f"direction.{turn.direction.value}"),
            naming.thing("direction", turn.direction.value)[0],
        )
    ]
    if turn.provisional:
        way.append(Line(naming("report.provisional"), quiet=True))
    there = dict.fromkeys(each for at in case.moment(turn.at) for each in roles(case.line[at]))
    return (
        cell(naming.case(case.id), "" if opens else "quiet"),
        Cell(tuple(way), turn.direction.value),
        Cell((event(naming, case, turn.at),), "turn"),
        Cell(tuple(before)) if before else cell(naming("report.nothing_before"), "quiet"),
        Cell(tuple(Line(naming.thing("role", each)) for each in there))
        if there
        else cell(naming("report.not_said"), "quiet"),
        Cell((Line(turn.difference, "", naming.language_of(case.id)),))
        if turn.difference
        else cell(naming("report.not_said"), "quiet"),
        Cell(tuple(after)) if after else cell(naming("report.nothing_after"), "quiet"),
        Cell(tuple(Line(naming.voice(each)) for each in turn.said_by)),
    )


def _together(naming: Naming, found: Found) -> Found:
    """Return the paths of very many cases as how many cases have each, the most common first."""
    if found.name != "paths" or len(found.rows) <= NAMED:
        return found
    met = Counter(row[1] for row in found.rows)
    rows = tuple((path, naming.share(n, len(found.rows))) for path, n in met.most_common())
    return Found("paths", ("path", "cases"), rows)


def _spread(naming: Naming, turns: list[tuple[Case, Turn]]) -> Table:
    """Return how turning points of very many cases are spread over directions."""
    columns = (
        Column(naming("column.direction"), 16),
        *(
            Column(naming(f"report.{name}"), 10, "number")
            for name in (
                "turns_head",
                "cases_head",
                "by_young",
                "by_others",
                "provisional_head",
                "with_difference",
            )
        ),
    )
    rows = []
    for way in Direction:
        mine = [(case, turn) for case, turn in turns if turn.direction is way]
        young = sum("young" in turn.said_by for _, turn in mine)
        numbers = (
            naming.share(len(mine), len(turns)),
            naming.share(len({case.id for case, _ in mine}), len(naming.comparison.cases)),
            naming.share(young, len(mine)),
            naming.share(len(mine) - young, len(mine)),
            naming.share(sum(turn.provisional for _, turn in mine), len(mine)),
            naming.share(sum(turn.difference is not None for _, turn in mine), len(mine)),
        )
        if mine:
            head = cell(naming.thing("direction", way.value))
            rows.append(Row((head, *(cell(each, "number") for each in numbers))))
    rule = naming("report.spread_rule", n=len(turns))
    return Table(naming("report.turns_spread"), columns, tuple(rows), rule)
