"""Graphviz's only door: boxes in ranks and what joins them in, places out.

The program is `graphviz-pure`, which pip installs with reise and which places alike on every machine;
where it is missing, the `dot` of the system.
"""

import json
import math
import shutil
import subprocess
import sys
import sysconfig
from collections.abc import Sequence
from functools import cache
from itertools import groupby, pairwise
from pathlib import Path

#: Points of Graphviz to the em.
POINTS = 10.0
#: Seconds after which a graph is given up.
PATIENCE = 10.0


class NoGraphviz(Exception):  # noqa: N818 - says what the machine lacks
    """Graphviz is not there (`code` R603), or could not place the graph (R608)."""

    def __init__(self, code: str) -> None:
        self.code = code
        super().__init__(code)


def heights_in_ranks(
    heights: Sequence[float], ranks: Sequence[int], links: Sequence[tuple[int, int, int]], apart: float
) -> tuple[float, ...]:
    """Return the y of the middle of each box, so that the boxes of a rank stand under one another.

    `links` are (box, box of a later rank, weight): the greater the weight, the more level they run.
    Boxes of a rank are at least `apart` from each other; all lengths in em. Order and places are those
    of Graphviz's dot (Gansner, Koutsofios, North and Vo 1993). Raises NoGraphviz.
    """
    made = _run(_source(heights, ranks, links, apart))
    try:
        found = json.loads(made)
        tall = float(found["bb"].split(",")[3])
        places = {
            each["name"]: float(each["pos"].split(",")[1]) for each in found["objects"] if "pos" in each
        }
        middles = tuple((tall - places[f"n{number}"]) / POINTS for number in range(len(heights)))
    except (ValueError, LookupError, TypeError, AttributeError) as error:
        raise NoGraphviz("R608") from error
    if not all(map(math.isfinite, middles)):
        raise NoGraphviz("R608")
    return middles


def _source(
    heights: Sequence[float], ranks: Sequence[int], links: Sequence[tuple[int, int, int]], apart: float
) -> str:
    """Return a graph in the DOT language, ranks from left to right."""
    import graphviz

    graph = graphviz.Digraph(
        graph_attr={"rankdir": "LR", "splines": "false", "newrank": "true", "nodesep": _inches(apart)},
        node_attr={"shape": "box", "fixedsize": "true", "label": "", "width": "0.2"},
    )
    for number, height in enumerate(heights):
        graph.node(f"n{number}", height=_inches(height))
    in_order = sorted(range(len(ranks)), key=lambda number: (ranks[number], number))
    members = [[f"n{each}" for each in rank] for _, rank in groupby(in_order, key=lambda each: ranks[each])]
    for rank in members:
        graph.body.append(f"\t{{rank=same; {'; '.join(rank)}}}\n")
    for (first, *_), (following, *_) in pairwise(members):
        graph.edge(first, following, style="invis", weight="0")
    for one, other, weight in links:
        graph.edge(f"n{one}", f"n{other}", weight=str(weight))
    return str(graph.source)


def _inches(length: float) -> str:
    return f"{length * POINTS / 72:.4f}"


def _run(source: str) -> bytes:
    """Return what dot makes of a graph, as JSON."""
    import graphviz

    _, *options = graphviz.backend.dot_command.command("dot", "json0")
    try:
        made = subprocess.run(  # noqa: S603 - a program of our own choice, no shell
            [program(), *options], input=source.encode(), capture_output=True, timeout=PATIENCE, check=True
        )
    except OSError as error:
        # Not there, or not a program that this machine can run.
        raise NoGraphviz("R603") from error
    except subprocess.SubprocessError as error:
        raise NoGraphviz("R608") from error
    return made.stdout


@cache
def program() -> str:
    """Return the path of Graphviz: the one installed with reise, or else the system's. Raises NoGraphviz."""
    name = "graphviz-pure.exe" if sys.platform == "win32" else "graphviz-pure"
    schemes = (sysconfig.get_default_scheme(), sysconfig.get_preferred_scheme("user"))
    folders = [Path(sysconfig.get_path("scripts", scheme)) for scheme in schemes]
    for folder in (*folders, Path(sys.executable).parent):
        if (folder / name).is_file():
            return str(folder / name)
    found = shutil.which("graphviz-pure") or shutil.which("dot")
    if found is None:
        raise NoGraphviz("R603")
    return found
