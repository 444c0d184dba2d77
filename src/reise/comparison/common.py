"""The common ways of cases as plain values, from the graph of them."""

from collections.abc import Sequence

from reise.comparison.case import Case
from reise.comparison.ways import followed, patterns
from reise.comparison.ways_value import Attribute, Pattern, Stop, Way, Ways


def common_ways(cases: Sequence[Case], attribute: Attribute, *, voice: str, support: int) -> Ways:
    """Return what followed what of all that happened, and what recurs in at least `support` cases."""
    graph = followed(cases, attribute, voice=voice, happened=True)
    return Ways(
        attribute,
        len(cases),
        tuple(
            Stop(name, told["cases"], told["occurrences"], told["turning"])
            for name, told in graph.nodes(data=True)
        ),
        tuple(
            Way(source, target, told["cases"], told["occurrences"])
            for source, target, told in graph.edges(data=True)
        ),
        tuple(Pattern(steps, len(ids)) for steps, ids in patterns(cases, support)),
        support,
        voice=voice,
    )
