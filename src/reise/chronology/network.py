"""Shortest paths in a simple temporal network, where weights may be negative.

Bellman-Ford in sweeps over all edges, up and down the file in turn: list order makes file order
almost topological, so that a journey that holds together settles in two or three sweeps.
"""

from collections.abc import Iterable, Sequence
from itertools import count
from math import inf

from reise.chronology.statements import Edge

#: Sweeps in file order before the edges are sorted; more are needed only far from list order.
PATIENCE = 8

Times = list[float] | dict[int, float]


def relax(edges: Sequence[Edge], times: Times) -> list[Edge]:
    """Lower the times until every edge holds; return a cycle of edges that cannot hold, or an empty list."""
    cause: dict[int, Edge] = {}
    for sweep in count(1):
        changed = False
        for edge in reversed(edges) if sweep % 2 else edges:
            u, v, w, _ = edge
            time = times[u] + w
            if time < times[v]:
                times[v] = time
                cause[v] = edge
                changed = True
        if not changed:
            break
        if sweep > 2 and (cycle := _cycle(cause)):
            return cycle
        if sweep == PATIENCE:
            edges = _sorted(edges)
    return []


def distances(edges: Sequence[Edge], source: int, size: int) -> list[float]:
    """Return the most days from the source to every node, infinite where nothing is said."""
    times = [inf] * size
    times[source] = 0
    relax(edges, times)
    return times


def turned(edges: Sequence[Edge]) -> list[Edge]:
    """Return the edges the other way round, so that `distances` are those to the source."""
    return [(v, u, w, said) for u, v, w, said in reversed(edges)]


def components(successors: Sequence[Sequence[int]]) -> list[list[int]]:
    """Return the strongly connected components of a graph, each after those it leads to (Tarjan 1972)."""
    number = [0] * len(successors)
    low = [0] * len(successors)
    done = len(successors) + 1
    stack: list[int] = []
    found: list[list[int]] = []
    numbers = count(1)
    for root in range(len(successors)):
        if number[root]:
            continue
        number[root] = low[root] = next(numbers)
        stack.append(root)
        path = [(root, iter(successors[root]))]
        while path:
            node, rest = path[-1]
            for other in rest:
                if not number[other]:
                    number[other] = low[other] = next(numbers)
                    stack.append(other)
                    path.append((other, iter(successors[other])))
                    break
                if low[node] > number[other]:
                    low[node] = number[other]
            else:
                path.pop()
                if path and low[path[-1][0]] > low[node]:
                    low[path[-1][0]] = low[node]
                if low[node] == number[node]:
                    part: list[int] = []
                    while not part or part[-1] != node:
                        part.append(stack.pop())
                        number[part[-1]] = done
                    found.append(part)
    return found


def _cycle(cause: dict[int, Edge]) -> list[Edge]:
    """Return a cycle among the edges that last lowered each node; such a cycle is always negative."""
    seen: dict[int, int] = {}
    for first in cause:
        node = first
        while node in cause and node not in seen:
            seen[node] = first
            node = cause[node][0]
        if seen.get(node) == first:
            cycle = [cause[node]]
            while cycle[-1][0] != node:
                cycle.append(cause[cycle[-1][0]])
            return cycle[::-1]
    return []


def _sorted(edges: Iterable[Edge]) -> list[Edge]:
    """Return the edges so that a sweep follows chains of what must be earlier, wherever they stand."""
    edges = list(edges)
    nodes = {node for u, v, _, _ in edges for node in (u, v)}
    index = {node: at for at, node in enumerate(nodes)}
    earlier: list[list[int]] = [[] for _ in nodes]
    for u, v, w, _ in edges:
        if w <= 0:
            earlier[index[u]].append(index[v])
    order = [node for part in components(earlier) for node in part]
    rank = {node: at for at, node in enumerate(order)}
    return sorted(edges, key=lambda edge: -rank[index[edge[0]]])
