"""Questions 7–11 and 21: who was there, who helped and hindered, when help came, and where it was missing."""

from collections.abc import Sequence
from itertools import combinations, pairwise

from reise.comparison.answers.inquiry import Inquiry, gaps, of_units
from reise.comparison.case import Case, effects, helping, hindering, is_help, roles
from reise.comparison.value import Answer, Share, Table, count, measure
from reise.graphs.presence import OWN, presence, services
from reise.journey.model import Effect, Kind
from reise.journey.time import MONTH
from reise.journey.vocabulary import role


def help_before_crisis(inquiry: Inquiry) -> Answer:
    """Answer Q7: in how many cases help came before crisis, and how long it took to come."""
    shares, without, events, least, most = [], [], [], [], []
    undated = []
    for case in inquiry.cases:
        offered = [helping(event, inquiry.voice) for event in case.line if is_help(event)]
        help_at = _first(case, [is_help(event) and helping(event, inquiry.voice) for event in case.line])
        crisis_at = _first(case, [event.kind is Kind.CRISIS for event in case.line])
        silent = help_at is None and crisis_at is not None and None in offered
        if help_at is not None and crisis_at is not None:
            shares.append(Share(case.id, int(help_at in case.before(crisis_at)), 1))
        elif silent:
            shares.append(Share(case.id, 0, 0, unknown=1))
        lacking = help_at is None or crisis_at is None
        without.append(Share(case.id, int(lacking and not silent), int(not silent), int(silent)))
        strains = [event.kind is Kind.CRISIS or bool(hindering(event, inquiry.voice)) for event in case.line]
        strain_at = _first(case, strains)
        if strain_at is None or help_at is None:
            continue
        events.append((case.id, float(help_at - strain_at)))
        gap = case.chronology.gap(case.indices[strain_at], case.indices[help_at])
        if gap.earliest is None or gap.latest is None:
            undated.append(case.id)
        else:
            least.append((case.id, gap.earliest / MONTH))
            most.append((case.id, gap.latest / MONTH))
    told = {case for case, _ in events}
    missing = [case.id for case in inquiry.cases if case.id not in told]
    measures = (
        measure("strain_to_help", "events", events, missing),
        measure("strain_to_help_least", "months", least, [*missing, *undated]),
        measure("strain_to_help_most", "months", most, [*missing, *undated]),
    )
    head = count("help_before_crisis", "case", shares)
    return Answer("q07", head, "q07", gaps(inquiry), (count("without_both", "case", without),), measures)


def _first(case: Case, found: Sequence[bool | None]) -> int | None:
    """Return the first place on the line at which something is so."""
    return next((at for at, yes in enumerate(found) if yes), None)


def who_helped(inquiry: Inquiry) -> Answer:
    """Answer Q8: who helped, hindered, or did both, in each case and in each event."""
    both: list[Share] = []
    by_role: dict[str, list[Share]] = {}
    rows: list[tuple[str, str, int, int, int, int, int]] = []
    parts = []
    for case in inquiry.cases:
        tally: dict[str, list[int]] = {}
        for event in case.line:
            said = set(effects(event, inquiry.voice)) - {Effect.UNKNOWN}
            for each in roles(event):
                mine = tally.setdefault(each, [0, 0, 0, 0, 0, 0])
                mine[0] += Effect.HELPED in said
                mine[1] += Effect.HINDERED in said
                mine[2] += Effect.MIXED in said
                mine[3] += not said
                mine[4] += event.times
                mine[5] += bool(said)
        for each, (helped_n, hindered_n, mixed, silent, contacts, known) in sorted(tally.items()):
            by_role.setdefault(each, []).append(Share(case.id, helped_n, known, silent))
            rows.append((each, case.id, helped_n, hindered_n, mixed, silent, contacts))
        spoken = [each for each in tally.values() if sum(each[:3])]
        sided = any(mixed or (helped_n and hindered_n) for helped_n, hindered_n, mixed, *_ in spoken)
        both.append(Share(case.id, int(sided), int(bool(spoken)), int(not spoken)))
    for name, column in (("helped", 2), ("hindered", 3), ("both", 4)):
        for each in sorted(by_role):
            shares = [
                Share(row[1], int(bool(row[column])), int(known), int(not known))
                for row in rows
                if row[0] == each
                for known in [any(row[2:5])]
            ]
            parts.append(count(f"{name}_cases|role:{each}", "case", shares))
    parts += [
        of_units("event", f"helped_events|role:{each}", shares) for each, shares in sorted(by_role.items())
    ]
    columns = ("role", "case", "helped", "hindered", "both", "silent", "contacts")
    table = Table("who_helped", columns, tuple(sorted(rows)))
    head = count("role_both", "case", both)
    return Answer("q08", head, "q08", gaps(inquiry), tuple(parts), (), (table,))


def how_many(inquiry: Inquiry) -> Answer:
    """Answer Q9: how many roles and levels were there, and how many services at once at most."""
    found, levels, at_once, shares, untold = [], [], [], [], []
    for case in inquiry.cases:
        named = dict.fromkeys(each for event in case.line for each in roles(event) if each not in OWN)
        found.append((case.id, float(len(named))))
        known = [role(each, case.journey.collection) for each in named]
        parts = {part for each in known if each for part in each.level.split("/")} - {"", "nettverk"}
        levels.append((case.id, float(len(parts))))
        most = _at_once(case)
        if most is None:
            untold.append(case.id)
            shares.append(Share(case.id, 0, 0, 1))
        else:
            at_once.append((case.id, float(most)))
            shares.append(Share(case.id, int(most > 1), 1))
    measures = (
        measure("roles", "roles", found, ()),
        measure("levels", "levels", levels, ()),
        measure("at_once", "services", at_once, untold),
    )
    return Answer("q09", count("several_at_once", "case", shares), "q09", (), (), measures)


def _at_once(case: Case) -> int | None:
    """Return how many services were there at once at most; None where the file tells no span."""
    stretches = [each for found in presence(case.journey, case.chronology) for each in found.known]
    if not any(last > first for first, last in stretches):
        return None
    return max(sum(first <= at <= last for first, last in stretches) for at, _ in stretches)


def starting_anew(inquiry: Inquiry) -> Answer:
    """Answer Q10: how often the young person began again with a new person in the same service."""
    used = any("new_person" in case.tags for case in inquiry.cases)
    shares, times, rows, untold = [], [], [], []
    for case in inquiry.cases:
        if "new_person" not in case.tags:
            shares.append(Share(case.id, 0, 0, 1))
            untold.append(case.id)
            continue
        found = [(at, event) for at, event in enumerate(case.line) if "new_person" in event.tags]
        shares.append(Share(case.id, 1, 1))
        times.append((case.id, float(sum(event.times for _, event in found))))
        rows += [(case.id, case.numbers[at], services(event), event.times) for at, event in found]
    head = count("new_person", "case", shares)
    table = Table("found", ("case", "number", "roles", "times"), tuple(rows))
    found_times = measure("new_person_times", "times", times, untold)
    return Answer("q10", head, "q10", (), (), (found_times,), (table,), "" if used else "new_person")


def disagreement(inquiry: Inquiry) -> Answer:
    """Answer Q11: where do the young person and others see an effect differently."""
    shares, rows = [], []
    for case in inquiry.cases:
        for at, event in enumerate(case.line):
            said = {voice: effect for voice, effect in event.effects.items() if effect is not Effect.UNKNOWN}
            if "young" in said and len(said) > 1:
                differ = len(set(said.values())) > 1
                shares.append(Share(case.id, int(differ), 1))
                if differ:
                    told = tuple(f"{voice}:{effect.value}" for voice, effect in said.items())
                    rows.append((case.id, case.numbers[at], event.text, roles(event), told))
            elif len(event.effects) > 1:
                shares.append(Share(case.id, 0, 0, 1))
    table = Table("found", ("case", "number", "text", "roles", "effects"), tuple(rows))
    lacks = "" if any(each.of for each in shares) else "voices"
    return Answer("q11", of_units("event", "disagree", shares), "q11", (), (), (), (table,), lacks)


def meetings(inquiry: Inquiry) -> Answer:
    """Answer Q21: which services met in one event, and the gaps until the same service was back."""
    shares, gap_rows, lengths = [], [], []
    met: dict[tuple[str, str], list[str]] = {}
    for case in inquiry.cases:
        named = [services(event) for event in case.line]
        shares.append(Share(case.id, int(any(len(each) > 1 for each in named)), int(any(named))))
        for each in named:
            for pair in combinations(sorted(set(each)), 2):
                met.setdefault(pair, []).append(case.id)
        for found in presence(case.journey, case.chronology):
            for (_, last), (first, _) in pairwise(found.known):
                row = _gap(case, found.service, last, first)
                # A gap of nothing at least may be none.
                if row[4]:
                    gap_rows.append(row)
                    lengths.append((case.id, float(row[4])))
    rows = tuple(
        (*pair, len(set(cases)), len(cases), tuple(dict.fromkeys(cases)))
        for pair, cases in sorted(met.items())
    )
    tables = (
        Table("meetings", ("role", "other_role", "n_cases", "occurrences", "cases"), rows),
        Table(
            "gaps", ("case", "role", "number", "next_number", "months_least", "months_most"), tuple(gap_rows)
        ),
    )
    with_gap = {case for case, _ in lengths}
    untold = [case.id for case in inquiry.cases if case.id not in with_gap]
    gap_length = measure("gap_least", "months", lengths, untold)
    return Answer("q21", count("met", "case", shares), "q21", (), (), (gap_length,), tables)


def _gap(
    case: Case, service: str, last: int, first: int
) -> tuple[str, str, int | None, int | None, float | None, float | None]:
    """Return the months between the end of one stretch of a service and the start of its next."""
    before, after = case.chronology.order[last], case.chronology.order[first]
    between, lasts = case.chronology.gap(before, after), case.chronology.duration(before)
    least = most = None
    event = case.journey.events[before]
    if not (event.until or "break" in event.tags or event.lasts):
        return case.id, service, case.called.get(before), case.called.get(after), None, None
    if between.earliest is not None and lasts.latest is not None:
        least = max(0, between.earliest - lasts.latest) / MONTH
    if between.latest is not None and lasts.earliest is not None:
        most = max(0, between.latest - lasts.earliest) / MONTH
    return case.id, service, case.called.get(before), case.called.get(after), least, most
