"""Graphs of a journey: what follows what, what was said to lead to what, who hands over to whom."""

from reise.graph.journey import Presence, graph, presence

__all__ = ["Presence", "graph", "presence"]
