"""Page 4: who was there, from when, how often, and what each voice says that they did."""

from collections import Counter
from dataclasses import dataclass, field, replace

from reise.chronology import Interval
from reise.comparison.case import Case, roles
from reise.comparison.value import Answer
from reise.comparison.value import Table as Found
from reise.graphs.journey import graph
from reise.journey.time import YEAR
from reise.layout.report.answers import LONGEST, cell, findings, measures, rule_of, share, table
from reise.layout.report.naming import NAMED, Naming
from reise.layout.report.turns import number_of
from reise.layout.report.value import Block, Cell, Column, Line, Listing, Page, Row, Table

SIGNS = {"helped": "+", "hindered": "–", "mixed": "±", "unknown": "?"}
#: The most roles on the page; the data have them all.
ROLES = 60
#: The widest span in years that is told as an age.
SPAN = 3


@dataclass(slots=True)
class _Contact:
    """A role in a case: its first place on the line, how often it is named, and effects by voice."""

    first: int
    times: int = 0
    said: dict[str, Counter[str]] = field(default_factory=dict)


def page(naming: Naming) -> Page:
    """Return the page of what helped and what hindered."""
    answers = naming.comparison.answers
    met = {case.id: _contacts(case) for case in naming.comparison.cases}
    often = Counter(each for contacts in met.values() for each in contacts)
    order = sorted(often, key=lambda each: (-often[each], -_times(met, each), naming.thing("role", each)))
    blocks: list[Block] = []
    if order and len(naming.comparison.cases) <= NAMED:
        blocks.append(_matrix(naming, met, [each for each in order if often[each] > 1] or order))
        once = [each for each in order if often[each] == 1]
        if once and len(once) < len(order):
            blocks.append(_once(naming, met, once))
    elif order:
        blocks.append(_condensed(naming, met, order))
    known = [answers[each] for each in ("q07", "q08", "q09", "q10", "q11", "q21") if each in answers]
    if known:
        blocks.append(findings(naming, known, naming("report.numbers")))
    told = [(answer, each) for answer in known for each in answer.measures]
    if told:
        blocks.append(measures(naming, told, naming("report.a_case")))
    for each in ("q11", "q21"):
        blocks += _hand_overs(naming) if each == "q21" else []
        if each in answers:
            answer = answers[each]
            made = [table(naming, answer, _most_first(one)) for one in answer.tables]
            blocks += [_half(one) if each == "q21" else one for one in made]
    return Page(4, "support", naming("report.support"), naming("report.support_lead"), tuple(blocks))


def _half(block: Block) -> Block:
    """Return a table so narrow that another has room beside it."""
    return replace(block, extent=min(block.extent, 0.5)) if isinstance(block, Table) else block


def _most_first(found: Found) -> Found:
    """Return a table with what is found in most cases first."""
    if "n_cases" not in found.columns:
        return found
    at = found.columns.index("n_cases")
    return replace(found, rows=tuple(sorted(found.rows, key=lambda row: -int(str(row[at])))))


def _contacts(case: Case) -> dict[str, _Contact]:
    """Return the roles of a case, in the order they came."""
    found: dict[str, _Contact] = {}
    for at, event in enumerate(case.line):
        for each in roles(event):
            mine = found.setdefault(each, _Contact(at))
            mine.times += event.times
            for voice, effect in event.effects.items():
                mine.said.setdefault(voice, Counter())[effect.value] += 1
    return found


def _times(met: dict[str, dict[str, _Contact]], role: str) -> int:
    return sum(contacts[role].times for contacts in met.values() if role in contacts)


def _matrix(naming: Naming, met: dict[str, dict[str, _Contact]], order: list[str]) -> Table:
    """Return role × case: what each voice says, from when, and how often."""
    cases = naming.comparison.cases
    heads = [Column(naming("column.role"), 16)]
    heads += [Column(naming.case(case.id), 13) for case in cases]
    heads += [
        Column(naming("report.cases_head"), 6, "number"),
        Column(naming("report.times_head"), 6, "number"),
    ]
    rows = []
    for each in order[:ROLES]:
        cells = [cell(naming.thing("role", each))]
        cells += [_contact(naming, case, met[case.id].get(each)) for case in cases]
        there = sum(each in contacts for contacts in met.values())
        cells += [cell(naming.share(there, len(cases)), "number"), cell(str(_times(met, each)), "number")]
        rows.append(Row(tuple(cells)))
    return Table(naming("report.role_by_case"), tuple(heads), tuple(rows), _rule(naming, order), "matrix")


def _rule(naming: Naming, order: list[str]) -> str:
    told = [naming("report.support_rule")]
    if len(order) > ROLES:
        told.append(naming("report.more_roles", n=len(order) - ROLES))
    return " ".join(told)


def _contact(naming: Naming, case: Case, contact: _Contact | None) -> Cell:
    """Return what is told of a role in a case."""
    if contact is None:
        return cell("")
    return Cell((*_said(naming, contact), Line(_first(naming, case, contact), quiet=True)))


def _said(naming: Naming, contact: _Contact) -> tuple[Line, ...]:
    """Return what each voice says, a line each that never breaks: "den unge: + 3, – 1"."""
    voices = sorted(contact.said, key=lambda each: (each != "young", each))
    told = [f"{naming.voice(each)}: {signs(contact.said[each])}" for each in voices]
    lines = tuple(Line(each.replace(" ", "\u00a0")) for each in told)
    return lines or (Line(naming("report.no_effect"), quiet=True),)


def _first(naming: Naming, case: Case, contact: _Contact) -> str:
    """Return when a role was first there, and how often: "fra nr. 4, 12 år, 3 ganger"."""
    number = number_of(case, contact.first)
    told = [naming("report.from_number", number=number) if number else f"«{case.line[contact.first].text}»"]
    told.append(age(naming, case, contact.first))
    if contact.times > 1:
        told.append(naming.many("report.times", contact.times))
    return ", ".join(filter(None, told))


def _once(naming: Naming, met: dict[str, dict[str, _Contact]], order: list[str]) -> Listing:
    """Return the roles that are in one case only, by case."""
    lines = []
    for case in naming.comparison.cases:
        for each in (role for role in met[case.id] if role in order):
            contact = met[case.id][each]
            said = [line.text for line in _said(naming, contact)]
            told = (naming.case(case.id), *said, _first(naming, case, contact))
            lines.append(Line(" · ".join(told), naming.thing("role", each)))
    return Listing(naming("report.in_one_case"), tuple(lines))


def _hand_overs(naming: Naming) -> list[Table]:
    """Return from which service to which a journey was handed over, and whether that held."""
    met: Counter[tuple[str, str, str]] = Counter()
    whom: dict[tuple[str, str, str], list[str]] = {}
    for case in naming.comparison.cases:
        for _, _, edge in graph(case.journey, case.chronology).edges(data=True):
            if edge["relation"] == "hands_over":
                key = edge["from_role"], edge["to_role"], edge["status"] or "none"
                met[key] += 1
                whom.setdefault(key, []).append(case.id)
    if not met:
        return []
    columns = (
        Column(naming("report.from_service"), 24),
        Column(naming("report.to_service"), 24),
        Column(naming("column.status"), 12),
        Column(naming("report.times_head"), 9, "number"),
        Column(naming("report.cases"), 30),
    )
    rows = [
        Row(
            (
                cell(naming.thing("role", source)),
                cell(naming.thing("role", target)),
                cell(naming.thing("status", status), "unknown" if status == "none" else ""),
                cell(str(n), "number"),
                cell(_whose(naming, set(whom[source, target, status]))),
            )
        )
        for (source, target, status), n in sorted(met.items(), key=lambda each: (-each[1], each[0]))[:LONGEST]
    ]
    rule = naming("report.hand_overs_rule")
    if len(met) > len(rows):
        rule += " " + naming("report.more_rows", n=len(met) - len(rows))
    return [Table(naming("report.hand_overs"), columns, tuple(rows), rule, extent=0.46)]


def _whose(naming: Naming, ids: set[str]) -> str:
    """Return the cases by their titles, or how many they are where all cases are too many to name."""
    cases = [case.id for case in naming.comparison.cases]
    few = len(cases) <= NAMED
    return naming.cases(each for each in cases if each in ids) if few else naming.share(len(ids), len(cases))


def signs(effects: Counter[str]) -> str:
    """Return effects side by side, never made one: "+ 2, – 1"."""
    return ", ".join(f"{sign} {effects[effect]}" for effect, sign in SIGNS.items() if effects[effect])


def age(naming: Naming, case: Case, at: int) -> str:
    """Return how old the young person was at an event, as far as it is told; nothing where it is not."""
    event = case.line[at]
    if event.age and not event.whose:
        return naming.words.age(event.age)
    start: Interval = case.chronology.starts[case.indices[at]]
    if start.earliest is None or start.latest is None:
        return ""
    low, high = start.earliest // YEAR, start.latest // YEAR
    if high - low > SPAN or low < 0:
        return ""
    return naming.words("time.age", value=naming.words.span(low, high))


def _condensed(naming: Naming, met: dict[str, dict[str, _Contact]], order: list[str]) -> Table:
    """Return each role with the number of cases it helped, hindered, or both."""
    answer: Answer | None = naming.comparison.answers.get("q08")
    counts = {each.name: each for each in answer.parts} if answer else {}
    names = ("helped_cases", "hindered_cases", "both_cases")
    heads = (
        Column(naming("column.role"), 24),
        Column(naming("report.cases_head"), 12, "number"),
        Column(naming("report.times_head"), 10, "number"),
        *(Column(naming(f"report.{name}"), 12, "number") for name in names),
        Column(naming("report.unknown_head"), 10, "number"),
    )
    rows = []
    for each in order[:ROLES]:
        there = sum(each in contacts for contacts in met.values())
        found = [counts.get(f"{name}|role:{each}") for name in names]
        rows.append(
            Row(
                (
                    cell(naming.thing("role", each)),
                    cell(naming.share(there, len(naming.comparison.cases)), "number"),
                    cell(str(_times(met, each)), "number"),
                    *(cell(share(naming, one) if one else "–", "number") for one in found),
                    cell(str(found[0].unknowns) if found[0] else "–", "number"),
                )
            )
        )
    rule = " ".join((rule_of(naming, answer) if answer else "", _rule(naming, order))).strip()
    return Table(naming("report.role_over_cases"), heads, tuple(rows), rule)
