"""Questions 1–4 and 12–16: the turning points, what came before them, and who says so."""

from collections import Counter
from collections.abc import Callable, Iterable
from fractions import Fraction

from reise.comparison.answers.inquiry import (
    BREAKING,
    Inquiry,
    Sought,
    any_of,
    gaps,
    helped,
    of_cases,
    of_units,
    places,
    share,
    tagged,
    texts,
)
from reise.comparison.case import Case, Turn, roles
from reise.comparison.outcomes import is_open
from reise.comparison.value import Answer, Count, Share, Table, count
from reise.journey.model import Direction, Kind
from reise.journey.vocabulary import Role, role

#: Of the vocabulary, those at work that are no service; and who else is none: volunteers, people close by.
WORKPLACES = frozenset({"arbeidsgiver", "larebedrift"})
OUTSIDE = frozenset({"frivillig", "nettverk"})


def stable_adult_before(inquiry: Inquiry) -> Answer:
    """Answer Q1: in how many cases is a stable adult there just before, and in, the first turn upward."""
    return _around_first_up(inquiry, "q01", "stable_adult", lambda _: tagged("stable_adult"))


def help_before(inquiry: Inquiry) -> Answer:
    """Answer Q2: in how many cases something that helped came just before the first turn upward."""
    made = _around_first_up(inquiry, "q02", "help", lambda voice: helped(voice))
    services = sorted(
        {
            each
            for case in inquiry.cases
            if (turn := inquiry.first(case, Direction.UP))
            for at in case.before(turn.at, inquiry.window)
            for each in roles(case.line[at])
        }
    )
    parts = tuple(
        inquiry.around_first(
            f"help_by_before|role:{each}", Direction.UP, helped(inquiry.voice, each), where="before"
        )
        for each in services
    )
    return Answer(
        made.id,
        made.head,
        made.rule,
        made.gaps,
        made.parts + tuple(each for each in parts if each.n),
        (),
        made.tables,
    )


def _around_first_up(inquiry: Inquiry, id: str, name: str, sought: Callable[[str], Sought]) -> Answer:
    """Return what lies before, in, and in or before the first turn upward, by the chosen voice and by all."""
    parts = [
        inquiry.by(voice).around_first(
            f"{name}_{where}|voice:{voice}", Direction.UP, sought(voice), where=where
        )
        for voice in inquiry.voices()
        for where in ("before", "in", "within")
    ]
    rows = []
    for case, turn in _firsts(inquiry, Direction.UP):
        for at in places(case, turn.at, inquiry.window, "within"):
            if sought(inquiry.voice).at(case, at):
                where = "before" if at in case.before(turn.at) else "in"
                rows.append((case.id, case.numbers[at], where, case.line[at].text, roles(case.line[at])))
    table = Table("found", ("case", "number", "where", "text", "roles"), tuple(rows))
    head, *rest = parts
    return Answer(id, head, id, gaps(inquiry), tuple(rest), (), (table,))


def own_initiative_before(inquiry: Inquiry) -> Answer:
    """Answer Q3: in how many cases did the young person take the initiative before the first turn upward."""
    sought = tagged("own_initiative")
    parts, rows = [], []
    for voice in inquiry.voices():
        asked = inquiry.by(voice)
        shares = []
        for case in asked.cases:
            turn = asked.first(case, Direction.UP)
            if turn:
                shares.append(share(case, turn.at, case.before(turn.at), sought))
            elif case.turns_of("all", Direction.UP):
                shares.append(Share(case.id, 0, 0, unknown=1))
        parts.append(count(f"own_initiative_before|voice:{voice}", "case", shares))
    for case, turn in _firsts(inquiry, Direction.UP):
        for at in case.before(turn.at):
            if sought.at(case, at):
                rows.append((case.id, case.numbers[at], case.line[at].text))
    table = Table("found", ("case", "number", "text"), tuple(rows))
    return Answer("q03", parts[0], "q03", gaps(inquiry), tuple(parts[1:]), (), (table,))


def break_before(inquiry: Inquiry) -> Answer:
    """Answer Q4: how many turns downward have a break in them or just before."""
    parts, rows = [], []
    for voice in inquiry.voices():
        found = list(inquiry.turns(Direction.DOWN, voice))
        for where in ("within", "in", "before"):
            shares = [
                share(case, turn.at, places(case, turn.at, inquiry.window, where), BREAKING)
                for case, turn in found
            ]
            parts.append(of_units("turning_point", f"break_{where}|voice:{voice}", shares))
            if where == "within":
                parts.append(of_cases(f"break_cases|voice:{voice}", shares))
    for case, turn in inquiry.turns(Direction.DOWN):
        for at in places(case, turn.at, inquiry.window, "within"):
            if BREAKING.at(case, at):
                where = "before" if at in case.before(turn.at) else "in"
                rows.append((case.id, case.numbers[turn.at], case.numbers[at], where, case.line[at].text))
    table = Table("found", ("case", "turn", "number", "where", "text"), tuple(rows))
    return Answer("q04", parts[0], "q04", gaps(inquiry), tuple(parts[1:]), (), (table,))


def said_by(inquiry: Inquiry) -> Answer:
    """Answer Q12: who pointed out the turning points, and does it matter for questions 1 to 4."""
    turns = list(inquiry.turns(voice="all"))
    voices = Counter(voice for _, turn in turns for voice in turn.said_by)
    parts = [
        of_units(
            "turning_point",
            f"said_by|voice:{voice}",
            [_yes(turn, voice in turn.said_by) for _, turn in turns],
        )
        for voice in ("young", *sorted(set(voices) - {"young"}))
    ]
    rows: list[tuple[str, int, int, int, int]] = []
    for question in (stable_adult_before, help_before, own_initiative_before, break_before):
        young, everyone = (question(inquiry.by(voice)) for voice in ("young", "all"))
        rows.append((young.id, young.head.n, young.head.N, everyone.head.n, everyone.head.N))
    table = Table("if_only_the_young", ("question", "n_young", "N_young", "n_all", "N_all"), tuple(rows))
    return Answer("q12", parts[0], "q12", gaps(inquiry), tuple(parts[1:]), (), (table,))


def outside_services(inquiry: Inquiry) -> Answer:
    """Answer Q13: which turns upward happened outside the services."""
    shares, rows = [], []
    for case, turn in inquiry.turns(Direction.UP):
        event = case.line[turn.at]
        found = [role(each, case.journey.collection) for each in event.who]
        if not found or None in found:
            shares.append(Share(case.id, 0, 0, unknown=1))
            continue
        outside = all(each and _outside(each) for each in found)
        shares.append(Share(case.id, int(outside), 1))
        if outside:
            rows.append((case.id, case.numbers[turn.at], event.text, tuple(event.who)))
    table = Table("found", ("case", "number", "text", "roles"), tuple(rows))
    head = of_units("turning_point", f"outside|voice:{inquiry.voice}", shares)
    return Answer("q13", head, "q13", gaps(inquiry), (), (), (table,))


def _outside(role: Role) -> bool:
    """Whether a role is no service: a workplace, volunteers (with the municipality or not), or network."""
    return role.id in WORKPLACES or bool(OUTSIDE & set(role.level.split("/")))


def setback(inquiry: Inquiry) -> Answer:
    """Answer Q14: in how many cases did a turn downward follow the first turn upward, and what came then."""
    shares, again, rows = [], [], []
    for case in inquiry.cases:
        first = inquiry.first(case, Direction.UP)
        if first is None:
            if case.turns_of("all", Direction.UP):
                shares.append(Share(case.id, 0, 0, unknown=1))
            continue
        turns = case.turns_of(inquiry.voice)
        later = [each for each in turns if each.at in case.after(first.at)]
        down = next((each for each in later if each.direction is Direction.DOWN), None)
        known = down is not None or not is_open(case.journey.outcome)
        shares.append(Share(case.id, int(down is not None), int(known), int(not known)))
        if down:
            up = any(each.direction is Direction.UP for each in later if each.at in case.after(down.at))
            over = up or not is_open(case.journey.outcome)
            again.append(Share(case.id, int(up), int(over), int(not over)))
        rows.append(
            (case.id, tuple(f"{place}:{each.direction.value}" for place, each in enumerate(turns, 1)))
        )
    table = Table("paths", ("case", "path"), tuple(rows))
    parts = (count("up_again", "case", again),)
    return Answer("q14", count("setback", "case", shares), "q14", gaps(inquiry), parts, (), (table,))


def provisional(inquiry: Inquiry) -> Answer:
    """Answer Q15: which turning points are provisional, with fewer than two events after them."""
    found = list(inquiry.turns(voice="all"))
    rows = tuple(
        (case.id, case.numbers[turn.at], turn.direction.value, turn.said_by, case.line[turn.at].text)
        for case, turn in found
        if turn.provisional
    )
    head = of_units("turning_point", "provisional", [_yes(turn, turn.provisional) for _, turn in found])
    table = Table("found", ("case", "number", "direction", "voices", "text"), rows)
    return Answer("q15", head, "q15", (), (), (), (table,))


def types(inquiry: Inquiry) -> Answer:
    """Answer Q16: which types of event were a turning point in one case, but not in another."""
    had: dict[str, dict[str, bool | None]] = {}
    for case in inquiry.cases:
        mine = {turn.at for turn in case.turns_of(inquiry.voice)}
        theirs = {turn.at for turn in case.turns} - mine
        for at, event in enumerate(case.line):
            kinds = [f"role:{each}" for each in roles(event)]
            if event.kind is not Kind.TURNING_POINT:
                kinds.append(f"kind:{event.kind.value}")
            if event.transition and event.transition.type:
                kinds.append(f"transition:{event.transition.type}")
            # Where the voice points out none, or only others do, it has not said no.
            turned = True if at in mine else None if at in theirs or (not mine and case.turns) else False
            for each in kinds:
                by_case = had.setdefault(each, {})
                by_case[case.id] = any_of((by_case.get(case.id, False), turned))
    shared = {each: cases for each, cases in sorted(had.items()) if len(cases) >= 2}
    differing = {each: cases for each, cases in shared.items() if {True, False} <= set(cases.values())}
    parts = tuple(
        count(f"was_turn|type:{each}", "case", [_turned(*each) for each in cases.items()])
        for each, cases in differing.items()
    )
    rows = tuple(
        (
            each,
            tuple(case for case, was in cases.items() if was),
            tuple(case for case, was in cases.items() if was is False),
            tuple(case for case, was in cases.items() if was is None),
        )
        for each, cases in differing.items()
    )
    ids = tuple(sorted({case for cases in differing.values() for case in cases}))
    rest = {_without(case.id, had.values()) for case in inquiry.cases}
    ordered = sorted((each for each in rest if each[1]), key=lambda each: (Fraction(*each), each))
    head = Count(
        "types_differ",
        "type",
        len(differing),
        len(shared),
        ids,
        low=ordered[0] if ordered else None,
        high=ordered[-1] if ordered else None,
    )
    table = Table("types", ("type", "turned", "did_not", "unknown"), rows)
    return Answer("q16", head, "q16", gaps(inquiry), parts, (), (table,))


def _without(left: str, had: Iterable[dict[str, bool | None]]) -> tuple[int, int]:
    """Return how many types differ, of those in two cases or more, when one case is left out."""
    differ = shared = 0
    for cases in had:
        if len(cases) - (left in cases) >= 2:
            shared += 1
            differ += {True, False} <= {was for case, was in cases.items() if case != left}
    return differ, shared


def _turned(case: str, was: bool | None) -> Share:
    return Share(case, int(was is True), int(was is not None), int(was is None))


def turn_table(inquiry: Inquiry) -> Table:
    """Return every turning point of every case with what stood around it, for page 2 and the data."""
    rows = []
    for case in inquiry.cases:
        for turn in case.turns:
            before, after = case.before(turn.at, inquiry.window), case.after(turn.at, inquiry.window)
            rows.append(
                (
                    case.id,
                    case.numbers[turn.at],
                    turn.direction.value,
                    turn.said_by,
                    case.line[turn.at].text,
                    texts(case, before),
                    present(case, turn),
                    turn.difference,
                    texts(case, after),
                    turn.provisional,
                )
            )
    columns = (
        "case",
        "number",
        "direction",
        "voices",
        "text",
        "before",
        "roles",
        "difference",
        "after",
        "provisional",
    )
    return Table("turning_points", columns, tuple(rows))


def present(case: Case, turn: Turn) -> tuple[str, ...]:
    """Return who was there in the moment of a turning point."""
    return tuple(dict.fromkeys(each for at in case.moment(turn.at) for each in roles(case.line[at])))


def _firsts(inquiry: Inquiry, direction: Direction) -> list[tuple[Case, Turn]]:
    return [(case, turn) for case in inquiry.cases if (turn := inquiry.first(case, direction))]


def _yes(turn: Turn, yes: bool) -> Share:
    return Share(turn.case, int(yes), 1)
