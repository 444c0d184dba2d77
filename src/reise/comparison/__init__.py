"""Cases side by side: where each turned, what came before, who was there; every number can be cited."""

from reise.comparison.alignment import Anchor, UnknownAlignment
from reise.comparison.case import Case, Turn
from reise.comparison.compare import Comparison, comparison
from reise.comparison.value import Answer, Count, LeftOut, Measure, Share, Table, Terms, count, measure

__all__ = [
    "Anchor",
    "Answer",
    "Case",
    "Comparison",
    "Count",
    "LeftOut",
    "Measure",
    "Share",
    "Table",
    "Terms",
    "Turn",
    "UnknownAlignment",
    "comparison",
    "count",
    "measure",
]
