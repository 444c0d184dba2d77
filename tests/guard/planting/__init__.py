"""Plants identifiers in clean journeys, as somebody would who wants them past the guard.

It was written without sight of the guard: what it expects is what the rules for anonymity promise.
"""

from .draw import planted
from .journeys import journey, without
from .plant import BREAK, CASINGS, KINDS, POSITIONS, Plant

__all__ = ["BREAK", "CASINGS", "KINDS", "POSITIONS", "Plant", "journey", "planted", "without"]
