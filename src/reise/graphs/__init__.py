"""Graphs of a journey: what follows what, what was said to lead to what, who was there when."""

from typing import TYPE_CHECKING

from reise.graphs.presence import Presence, presence

if TYPE_CHECKING:
    import networkx as nx

    from reise.chronology import Chronology
    from reise.journey.model import Journey

__all__ = ["Presence", "graph", "presence"]


def graph(journey: "Journey", chronology: "Chronology") -> "nx.MultiDiGraph[int]":
    """Return a journey as a networkx graph; see reise.graphs.journey.graph for nodes and edges."""
    # networkx takes longer to import than a map takes to lay out.
    from reise.graphs.journey import graph as made

    return made(journey, chronology)
