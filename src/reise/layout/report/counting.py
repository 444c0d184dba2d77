"""Page 7: how it was counted, what hangs on one case, what the files lack, who told and who is missing."""

from collections import Counter

from reise.comparison.case import Case
from reise.comparison.value import Answer, Count
from reise.layout.report.answers import ROWS, cell, share, table, unknown, whose, without_one
from reise.layout.report.naming import NAMED, Naming
from reise.layout.report.value import Block, Cell, Column, Line, Listing, Page, Paragraph, Row, Table
from reise.layout.telling import status_of


def page(naming: Naming) -> Page:
    """Return the page of rules, unknowns and the numbers themselves."""
    answers = sorted(naming.comparison.answers.values(), key=lambda each: each.id)
    blocks: list[Block] = [_terms(naming), Listing(naming("report.rules"), _rules(naming))]
    if answers:
        blocks.append(_questions(naming, answers))
    blocks.append(_told(naming))
    blocks.append(_left_out(naming))
    if "q24" in naming.comparison.answers:
        coded = naming.comparison.answers["q24"]
        blocks += [table(naming, coded, each) for each in coded.tables]
    blocks.append(Paragraph(naming("report.all_parts"), "plain"))
    return Page(7, "counting", naming("report.counting"), naming("report.counting_lead"), tuple(blocks))


def _terms(naming: Naming) -> Listing:
    """Return what the numbers rest on."""
    terms = naming.comparison.terms
    told = [
        ("aligned_on", alignment(naming)),
        ("voice", naming.thing("voice", terms.voice)),
        ("window", naming.events(terms.window)),
        ("good_outcome", ", ".join(terms.outcomes) or naming("report.work_or_education")),
        ("chosen", ", ".join(f"{key} = {value}" for key, value in terms.where) or naming("report.all_cases")),
    ]
    return Listing(naming("report.terms"), tuple(Line(text, naming(f"report.{name}")) for name, text in told))


def alignment(naming: Naming) -> str:
    """Return what the cases are aligned on, in words."""
    sort, _, words = naming.comparison.terms.align.partition(":")
    if sort == "transition":
        words = naming.thing("transition", words)
    return naming(f"align.{sort.replace('-', '_')}", what=words)


def _rules(naming: Naming) -> tuple[Line, ...]:
    names = ("unit", "unknown", "before", "provisional", "followed", "voices", "open", "one_out", "behaviour")
    return tuple(Line(naming(f"report.rule_{name}")) for name in names)


def _questions(naming: Naming, answers: list[Answer]) -> Table:
    """Return the 24 questions, each with its number and what it rests on."""
    columns = (
        Column(naming("report.question_head"), 24),
        Column(naming("report.n_of_N"), 6, "number"),
        Column(naming("report.cases"), 15),
        Column(naming("report.unknown_head"), 10),
        Column(naming("report.without_one"), 8, "number"),
        Column(naming("report.rule"), 39),
    )
    rows = []
    for answer in answers:
        head = answer.head
        rule = [Line(naming.rule(answer))]
        if head.long:
            rule.append(Line(naming.cases(head.long), naming("report.long")))
        if head.unsure:
            rule.append(Line(naming.cases(head.unsure), naming("report.unsure")))
        if answer.lacks:
            rule.append(Line(naming.lacks(answer), naming("report.lacking")))
        rows.append(
            Row(
                (
                    Cell(
                        (
                            Line(naming.question(answer.id), naming.thing("question", answer.id)),
                            Line(naming.counted(head), quiet=True),
                        )
                    ),
                    Cell(_numbered(naming, head), "number"),
                    cell(whose(naming, head, head.cases) or "–"),
                    cell(unknown(naming, head), "unknown" if head.unknown else "quiet"),
                    cell(without_one(naming, head), "number"),
                    Cell(tuple(rule)),
                )
            )
        )
    return Table(naming("report.questions"), columns, tuple(rows), style="questions")


def _numbered(naming: Naming, head: Count) -> tuple[Line, ...]:
    """Return a number with its unit; without where there is none."""
    unit = (Line(naming(f"unit.{head.unit}"), quiet=True),) if head.N else ()
    return (Line(share(naming, head)), *unit)


def _told(naming: Naming) -> Table:
    """Return who told each case and who coded it; of many cases how many of each sort there are."""
    cases = naming.comparison.cases
    names = ("source", "coded_by", "status", "outcome")
    if len(cases) > ROWS:
        return _tellers(naming, names)
    columns = (
        Column(naming("column.case"), 20),
        Column(naming("report.id"), 14),
        *(Column(naming(f"report.{name}"), 16) for name in names),
        Column(naming("report.events_head"), 8, "number"),
        Column(naming("report.turns_head"), 8, "number"),
    )
    return Table(naming("report.who_told"), columns, tuple(Row(_teller(naming, case)) for case in cases))


def _tellers(naming: Naming, names: tuple[str, ...]) -> Table:
    """Return how many cases there are of each source, coder, status and outcome."""
    columns = (
        Column(naming("report.what"), 20),
        Column(naming("report.which"), 60),
        Column(naming("report.n_of_N"), 20, "number"),
    )
    cases = naming.comparison.cases
    rows = []
    for place, name in enumerate(names):
        found = Counter(_teller(naming, case)[place + 2].text for case in cases)
        most = found.most_common(NAMED)
        for first, (text, n) in enumerate(most):
            cells = (
                cell(naming(f"report.{name}"), "quiet" if first else ""),
                cell(text),
                cell(naming.share(n, len(cases)), "number"),
            )
            rows.append(Row(cells, opens=not first))
        if len(found) > len(most):
            rest = sum(found.values()) - sum(n for _, n in most)
            cells = (
                cell(naming(f"report.{name}"), "quiet"),
                cell(naming("report.others", n=len(found) - len(most))),
                cell(naming.share(rest, len(cases)), "number"),
            )
            rows.append(Row(cells))
    return Table(naming("report.who_told"), columns, tuple(rows))


def _teller(naming: Naming, case: Case) -> tuple[Cell, ...]:
    journey, words = case.journey, naming.words
    source = naming("report.not_said")
    if journey.source:
        kind, count = journey.source.kind.value, journey.source.count
        composite = count and kind == "composite"
        source = words("source.composite_of", count=count) if composite else words(f"source.{kind}")
    coded = naming.voice(journey.coded_by) if journey.coded_by else naming("report.not_said")
    return (
        cell(naming.case(case.id)),
        cell(case.id, "quiet"),
        cell(source, "" if journey.source else "unknown"),
        cell(coded, "" if journey.coded_by else "unknown"),
        cell(status_of(journey, words)),
        cell(journey.outcome or naming("report.not_said"), "" if journey.outcome else "unknown"),
        cell(str(len(case.line)), "number"),
        cell(str(len(case.turns)), "number"),
    )


def _left_out(naming: Naming) -> Block:
    """Return which journeys are not compared, and why."""
    left = naming.comparison.left_out
    head = naming("report.who_is_missing")
    if not left:
        return Paragraph(naming("report.none_left_out"), "plain", head)
    reasons = dict.fromkeys(each.why for each in left)
    lines = []
    for why in reasons:
        ids = [each.case for each in left if each.why == why]
        # A journey without consent is counted, never named.
        names = naming.cases(ids) if why == "filtered" else ""
        lines.append(Line(names, naming.many(f"report.left_{why}", len(ids))))
    return Listing(head, (*lines, Line(naming("report.missing_always"))))
