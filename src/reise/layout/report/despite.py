"""Page 6: the claim, the cases that contradict it, pairs of like cases, conditions and outcome."""

from collections.abc import Sequence
from fractions import Fraction

from reise.comparison.case import Case
from reise.comparison.conditions import Conditions
from reise.comparison.qca import Formula, Solution
from reise.comparison.qca import Row as Configuration
from reise.comparison.similarity import Pair
from reise.comparison.value import Answer
from reise.comparison.value import Table as Found
from reise.layout.report.answers import LONGEST, cell, findings, rule_of, table
from reise.layout.report.naming import Naming
from reise.layout.report.turns import event
from reise.layout.report.value import Block, Cell, Column, Line, Listing, Page, Paragraph, Row, Table

#: The most features on the page; the data have them all.
FEATURES = 12


def page(naming: Naming) -> Page:
    """Return the page of what went well despite constraints."""
    answers, pairs = naming.comparison.answers, naming.comparison.pairs
    blocks: list[Block] = _claim(naming)
    known = [answers[each] for each in ("q17", "q18", "q16") if each in answers]
    if known:
        blocks.append(findings(naming, known, naming("report.numbers")))
    blocks.append(_pairs(naming, pairs) if pairs else _alone(naming))
    matched = {each.good for each in pairs}
    without = [each for each in answers["q17"].head.cases if each not in matched] if "q17" in answers else []
    if pairs and without:
        blocks.append(Paragraph(naming("report.unmatched", cases=naming.cases(without)), "plain"))
    if "q17" in answers:
        blocks += [_features(naming, answers["q17"], each) for each in answers["q17"].tables]
    if "q18" in answers:
        blocks += [_behaviour(naming, answers["q18"], each) for each in answers["q18"].tables if each.rows]
    if naming.comparison.conditions:
        blocks += _truth(naming, naming.comparison.conditions)
    if "q16" in answers:
        blocks += [table(naming, answers["q16"], each) for each in answers["q16"].tables]
    return Page(6, "despite", naming("report.despite"), naming("report.despite_lead"), tuple(blocks))


def _claim(naming: Naming) -> list[Block]:
    """Return the claim that the cases are held against, and its flip."""
    shared = naming.comparison.collection
    tongue = "" if shared.language.value == naming.language else shared.language.value
    told: list[Block] = []
    for role, text in (("claim", shared.claim), ("flip", shared.flip)):
        if text:
            told.append(Paragraph(text, role, naming(f"report.{role}"), tongue))
    return told or [Paragraph(naming("report.no_claim"), "plain")]


def _features(naming: Naming, answer: Answer, found: Found) -> Table:
    """Return what is found more often in the cases that went well, those of most cases first."""
    columns = (
        Column(naming("column.feature"), 30),
        Column(naming("column.deviants"), 9, "number"),
        Column(naming("report.cases"), 30),
        Column(naming("column.others"), 9, "number"),
        Column(naming("report.cases"), 26),
    )
    told = [dict(zip(found.columns, row, strict=True)) for row in found.rows]
    rows = [
        Row(
            (
                cell(naming.cell("feature", each["feature"])),
                cell(naming.share(int(str(each["n_deviants"])), int(str(each["N_deviants"]))), "number"),
                cell(naming.cell("deviants", each["deviants"]) or "–"),
                cell(naming.share(int(str(each["n_others"])), int(str(each["N_others"]))), "number"),
                cell(naming.cell("others", each["others"]) or "–"),
            )
        )
        for each in told[:FEATURES]
    ]
    rule = [rule_of(naming, answer)]
    if len(told) > len(rows):
        rule.append(naming("report.more_rows", n=len(told) - len(rows)))
    return Table(naming("table.features"), columns, tuple(rows), " ".join(rule))


def _behaviour(naming: Naming, answer: Answer, found: Found) -> Table:
    """Return what was done in the cases that went well, with the constraints beside the first of each."""
    columns = (
        Column(naming("column.case"), 18),
        Column(naming("column.text"), 32),
        Column(naming("column.roles"), 18),
        Column(naming("column.difference"), 22),
        Column(naming("column.tags"), 10),
    )
    rows: list[Row] = []
    last = ""
    for row in found.rows[:LONGEST]:
        told = dict(zip(found.columns, row, strict=True))
        whom, number = str(told["case"]), told["number"]
        opens, last = whom != last, whom
        whose = [Line(naming.case(whom))]
        if opens:
            despite = naming("report.despite_what", what=naming.cell("despite", told["despite"]))
            whose.append(Line(despite, quiet=True))
        difference, tongue = told["difference"], naming.language_of(whom)
        cells = (
            Cell(tuple(whose), "" if opens else "quiet"),
            Cell((Line(str(told["text"]), "" if number is None else str(number), tongue),)),
            cell(naming.cell("roles", told["roles"]) or "–"),
            Cell((Line(str(difference), language=tongue),)) if difference else cell("–", "quiet"),
            cell(naming.cell("tags", told["tags"]) or "–"),
        )
        rows.append(Row(cells, opens))
    rule = [rule_of(naming, answer)]
    if len(found.rows) > len(rows):
        rule.append(naming("report.more_rows", n=len(found.rows) - len(rows)))
    return Table(naming("table.behaviour"), columns, tuple(rows), " ".join(rule))


def _alone(naming: Naming) -> Paragraph:
    """Say plainly that there is nothing to compare with."""
    return Paragraph(naming("report.no_pairs"), "plain", naming("report.pairs"))


def _pairs(naming: Naming, pairs: Sequence[Pair]) -> Table:
    """Return the most similar cases side by side."""
    columns = (
        Column(naming("report.first_case"), 17),
        Column(naming("report.second_case"), 17),
        Column(naming("report.shared"), 18),
        Column(naming("report.jaccard"), 8, "number"),
        Column(naming("report.distance"), 9, "number"),
        Column(naming("report.parting"), 31),
    )
    cases = {case.id: case for case in naming.comparison.cases}
    rows = [
        Row(
            (
                _with_outcome(naming, cases[each.good]),
                _with_outcome(naming, cases[each.other]),
                Cell(tuple(Line(one) for one in each.shared) or (Line("–"),)),
                cell(_decimal(naming, each.jaccard), "number"),
                cell(naming.share(each.distance, each.longest), "number"),
                _parting(naming, cases, each),
            )
        )
        for each in pairs[:LONGEST]
    ]
    rule = naming("report.pairs_rule")
    if len(pairs) > len(rows):
        rule += " " + naming("report.more_rows", n=len(pairs) - len(rows))
    return Table(naming("report.pairs"), columns, tuple(rows), rule)


def _with_outcome(naming: Naming, case: Case) -> Cell:
    return Cell((Line(naming.case(case.id)), Line(case.journey.outcome or naming("report.not_said"))))


def _parting(naming: Naming, cases: dict[str, Case], pair: Pair) -> Cell:
    """Return what each case has where the two begin to go on unlike."""
    lines = []
    for whom, at in zip((pair.good, pair.other), pair.parts, strict=True):
        case = cases[whom]
        told = event(naming, case, at) if at < len(case.line) else Line(naming("report.ends_here"))
        lines.append(Line(" ".join(filter(None, (told.lead, told.text))), naming.case(whom), told.language))
    return Cell(tuple(lines))


def _truth(naming: Naming, conditions: Conditions) -> list[Block]:
    """Return conditions and outcome as a truth table, and the formulas with their limits."""
    truth = conditions.truth
    heads = [Column(_condition(naming, each), 12, "middle") for each in truth.conditions]
    columns = (
        Column(naming("report.verdict"), 16),
        *heads,
        Column(naming("report.with_outcome"), 18),
        Column(naming("report.without_outcome"), 18),
        Column(naming("report.consistency"), 9, "number"),
    )
    seen = [row for row in truth.rows if row.n]
    rows = [_configuration(naming, row) for row in sorted(seen, key=lambda row: (-row.n, row.values))]
    unseen = len(truth.rows) - len(seen)
    rule = [naming("report.truth_rule", cutoff=_decimal(naming, truth.cutoff))]
    rule += [naming("report.remainders", n=unseen)] if unseen else []
    rule += (
        [naming("report.not_placed", cases=naming.cases(conditions.left_out))] if conditions.left_out else []
    )
    made: list[Block] = [Table(naming("report.truth"), columns, tuple(rows), " ".join(rule), "truth")]
    limits = [Line(naming(f"report.limit_{each}", k=len(truth.conditions))) for each in truth.limits]
    lines = [
        _formula(naming, formula, solution)
        for solution in conditions.solutions
        for formula in solution.formulas
    ]
    made.append(Listing(naming("report.formulas"), (*lines, *limits, Line(naming("report.no_cause")))))
    return made


def _condition(naming: Naming, name: str) -> str:
    """Return the words of a condition: an id with its sort ("tag:break"), or as it was written."""
    sort, colon, what = name.partition(":")
    return naming.thing(sort, what) if colon else name


def _configuration(naming: Naming, row: Configuration) -> Row:
    return Row(
        (
            cell(
                naming(f"report.verdict_{row.verdict}"), "unclear" if row.verdict == "contradictory" else ""
            ),
            *(
                cell(naming("report.yes" if each else "report.no"), "middle" if each else "quiet middle")
                for each in row.values
            ),
            cell(_counted(naming, row.having)),
            cell(_counted(naming, row.lacking)),
            cell("–" if row.consistency is None else _decimal(naming, row.consistency), "number"),
        )
    )


def _counted(naming: Naming, ids: tuple[str, ...]) -> str:
    return f"{len(ids)}: {naming.cases(ids)}" if ids else "0"


def _decimal(naming: Naming, value: Fraction) -> str:
    return naming.words.number(round(float(value), 2))


def _formula(naming: Naming, formula: Formula, solution: Solution) -> Line:
    """Return a formula in words: "A and not B, or C"."""
    terms = []
    for term in formula.terms:
        told = [
            _condition(naming, name)
            if present
            else naming("report.not_condition", name=_condition(naming, name))
            for name, present in term.literals
        ]
        terms.append(naming("report.and_").join(told) or naming("report.always"))
    text = naming(
        "report.formula",
        formula=naming("report.or_").join(terms),
        consistency=_decimal(naming, formula.consistency),
        coverage=_decimal(naming, formula.coverage),
    )
    if formula.assumed:
        text += " " + naming("report.assumed", n=len(formula.assumed))
    if not solution.complete:
        text += " " + naming("report.not_complete")
    return Line(text, naming(f"report.{solution.kind}"))
