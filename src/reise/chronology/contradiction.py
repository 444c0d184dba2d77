"""The smallest sets of statements that cannot all be true."""

from bisect import bisect_left
from collections.abc import Sequence

from reise.chronology.network import relax
from reise.chronology.statements import LIFE, Edge, Statement, always, edges, follows, size
from reise.journey.model import Journey

#: Contradictions reported of one journey.
MOST = 10

#: Statements of a set beyond which each is no longer tried on its own: nobody reads so many places.
_READABLE = 500


def contradictions(journey: Journey, most: int = MOST) -> tuple[tuple[Statement, ...], ...]:
    """Return disjoint sets of statements that cannot all be true, at most `most`, each sorted by event.

    A set is minimal: without any one of its statements the others can be true; only sets of more
    than 500 may hold some that are not needed. In journeys of up to 60 events it has the fewest
    statements possible, unless dozens of events lie within one another; in longer ones where that
    is found quickly. Each set is looked for in what is left when those before are taken away; an
    event whose place in the list is among them leaves the list.
    """
    found: list[tuple[Statement, ...]] = []
    gone: set[Statement] = set()
    while len(found) < most:
        network = [LIFE, *edges(journey, gone)]
        cycle = relax(network, [0] * size(journey))
        if not cycle:
            break
        # Most journeys have none.
        from reise.chronology.fewest import fewest

        least = shrunk(network, fewest(network, len(journey.events)) or said(cycle))
        found.append(tuple(sorted(least)))
        gone |= least
    return tuple(found)


def said(cycle: Sequence[Edge]) -> set[Statement]:
    """Return the statements behind a cycle of edges, each run of list order as one."""
    whole = next(at for at, edge in enumerate(cycle) if edge[3] is not None and edge[3].kind != "order")
    found: set[Statement] = set()
    run: list[Statement] = []
    for *_, statement in (*cycle[whole:], *cycle[: whole + 1]):
        if statement is not None and statement.kind == "order":
            run.append(statement)
            continue
        if run:
            found.add(Statement(run[0].event, "order", run[-1].other))
            run = []
        if statement is not None:
            found.add(statement)
    return found


def shrunk(network: Sequence[Edge], statements: set[Statement]) -> set[Statement]:
    """Return a minimal part of statements of a network that cannot all be true."""
    behind: dict[Statement, list[Edge]] = {}
    for edge in network:
        if edge[3] is not None and edge[3].kind != "order":
            behind.setdefault(edge[3], []).append(edge)

    def clash(some: Sequence[Statement]) -> set[Statement]:
        """Return statements among `some` that cannot all be true, or none."""
        told: list[Edge] = []
        for each in some:
            told += [follows(each.event, each.other)] if each.kind == "order" else behind[each]
        nodes = {node for u, v, *_ in told for node in (u, v)}
        told += [edge for event in {(node - 2) // 2 for node in nodes if node > 1} for edge in always(event)]
        told.append(LIFE)
        cycle = relax(told, dict.fromkeys((node for u, v, *_ in told for node in (u, v)), 0))
        return said(cycle) if cycle else set()

    rest = sorted(statements)
    # Ends first: where the statements stand in a row, as "a year later" does, this finds the stretch.
    rest = rest[: bisect_left(range(len(rest)), True, key=lambda last: bool(clash(rest[:last])))]
    rest = rest[bisect_left(range(len(rest)), True, key=lambda first: not clash(rest[first:])) - 1 :]
    needed: set[Statement] = set()
    while len(rest) <= _READABLE and (untried := next((each for each in rest if each not in needed), None)):
        if fewer := clash([each for each in rest if each != untried]):
            rest = sorted(fewer)
        else:
            needed.add(untried)
    return set(rest)
