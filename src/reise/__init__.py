"""Anonymised youth pathways as case maps one can hang on the wall.

A journey is a YAML file; this is the whole way from its text to a sheet of paper:

>>> import reise, tempfile
>>> from pathlib import Path
>>> folder = Path(tempfile.mkdtemp())
>>> file = folder / "jenta-i-kantina.yaml"
>>> _ = file.write_text('''
... reise: 1
... tittel: Jenta i kantina
... språk: nb
... status: utkast
... hendelser:
...   - milepæl: Ungdomsskolen
...     alder: 13
...   - krise: Slutter å gå på skolen
...   - tjeneste: Losen kommer hjem hver dag
...     hvem: skolelos
...     virkning: {ung: hjalp}
...     vendepunkt: {retning: opp, sagt av: ung}
...   - milepæl: Læreplassen
...     alder: 17
... ''', encoding="utf-8")
>>> journey = reise.load(file)
>>> journey.title, len(journey.events)
('Jenta i kantina', 4)
>>> time = reise.times(journey)
>>> time.order
(0, 1, 2, 3)
>>> [(a, b) for a, b, how in reise.graph(journey).edges(data="relation") if how == "follows"]
[(0, 1), (1, 2), (2, 3)]
>>> sheet = reise.case_map(journey, paper="a3").sheets[0]
>>> [step.head.text for step in sheet.steps]
['Ungdomsskolen', 'Læreplassen']
>>> [made] = reise.render(journey, folder / "jenta-i-kantina.pdf", paper="a3")
>>> made.read_bytes()[:5]
b'%PDF-'

Several journeys side by side; each answer is n of N, with its cases and those nobody can tell of:

>>> found = reise.compare(sorted(Path("journeys").glob("*-*.yaml")), align="first-up")
>>> answer = found.answers["q01"].head
>>> answer.n <= answer.N <= len(found.cases)
True
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from reise.comparing import compare
    from reise.comparison import Comparison
    from reise.journey.model import Collection, Event, Journey
    from reise.pipeline import InvalidJourney, case_map, check, graph, load, render, times
    from reise.problems import Checked, Problem, Span

__version__ = "0.1.0"

__all__ = [
    "Checked",
    "Collection",
    "Comparison",
    "Event",
    "InvalidJourney",
    "Journey",
    "Problem",
    "Span",
    "case_map",
    "check",
    "compare",
    "graph",
    "load",
    "render",
    "times",
]

_ROOMS = {
    "reise.comparing": ("compare",),
    "reise.comparison": ("Comparison",),
    "reise.journey.model": ("Collection", "Event", "Journey"),
    "reise.problems": ("Checked", "Problem", "Span"),
    "reise.pipeline": ("InvalidJourney", "case_map", "check", "graph", "load", "render", "times"),
}


def __getattr__(name: str) -> Any:
    """Return a public name from its room, which is opened when it is first asked for."""
    for room, names in _ROOMS.items():
        if name in names:
            return getattr(import_module(room), name)
    raise AttributeError(f"module 'reise' has no attribute {name!r}")
