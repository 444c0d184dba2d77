"""What a sheet of a comparison says of the guard."""

from reise.comparison import Comparison
from reise.guard.verdict import VERSION, Seal
from reise.layout.words import Words


def sealed(comparison: Comparison, language: str) -> str:
    """Return the version of the guard, and the first digits of the seal of all cases."""
    seal = Seal(comparison.seal, approved=False)
    return Words(language)("map.seal", version=VERSION, case=seal.short)
