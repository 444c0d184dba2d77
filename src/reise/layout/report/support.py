"""Page 4: who was there, from when, how often, and what each voice says that they did."""

from collections import Counter
from dataclasses import dataclass, field, replace

from reise.chronology import Interval
from reise.comparison.case import Case, roles
from reise.comparison.value import Answer
from reise.comparison.value import Table as Found
from reise.journey.time import YEAR
from reise.layout.report.answers import cell, findings, measures, rule_of, share, table
from reise.layout.report.naming import NAMED, Naming
from reise.layout.report.turns import number_of
from reise.layout.report.value import Block, Cell, Column, Line, Page, Row, Table

SIGNS = {"helped": "+", "hindered": "–", "mixed": "±", "unknown": "?"}
#: A sign is repeated as often as this, and counted beyond it.
REPEATED = 3
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
        if each in answers:
            answer = answers[each]
            blocks += [table(naming, answer, _most_first(one)) for one in answer.tables]
    return Page(4, "support", naming("report.support"), naming("report.support_lead"), tuple(blocks))


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
        return cell("–", "quiet")
    return Cell((Line(_said(naming, contact)), Line(_first(naming, case, contact), quiet=True)))


def _said(naming: Naming, contact: _Contact) -> str:
    """Return what each voice says, side by side: "+ + – den unge · + tjenesten"."""
    voices = sorted(contact.said, key=lambda each: (each != "young", each))
    told = [f"{signs(contact.said[each])} {naming.voice(each)}" for each in voices]
    return " · ".join(told) or naming("report.no_effect")


def _first(naming: Naming, case: Case, contact: _Contact) -> str:
    """Return when a role was first there, and how often: "fra nr. 4, 12 år, 3 ganger"."""
    number = number_of(case, contact.first)
    told = [naming("report.from_number", number=number) if number else f"«{case.line[contact.first].text}»"]
    told += [age(naming, case, contact.first), naming.many("report.times", contact.times)]
    return ", ".join(filter(None, told))


def _once(naming: Naming, met: dict[str, dict[str, _Contact]], order: list[str]) -> Table:
    """Return the roles that are in one case only, by case."""
    columns = (
        Column(naming("column.case"), 16),
        Column(naming("column.role"), 26),
        Column(naming("report.effect_by_voice"), 34),
        Column(naming("report.first_contact"), 24),
    )
    rows = []
    for case in naming.comparison.cases:
        mine = [each for each in met[case.id] if each in order]
        for place, each in enumerate(mine):
            contact = met[case.id][each]
            cells = (
                cell(naming.case(case.id), "quiet" if place else ""),
                cell(naming.thing("role", each)),
                cell(_said(naming, contact)),
                cell(_first(naming, case, contact)),
            )
            rows.append(Row(cells, opens=not place))
    return Table(naming("report.in_one_case"), columns, tuple(rows))


def signs(effects: Counter[str]) -> str:
    """Return effects side by side, never made one: "+ + –", and "+ ×5" where there are many."""
    made = []
    for effect, sign in SIGNS.items():
        n = effects[effect]
        made += [sign] * n if n <= REPEATED else [f"{sign} ×{n}"]
    return " ".join(made)


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
