"""The sheet of the common ways, of graphs as small as wanted, for tests."""

from reise.comparison.ways_value import Pattern, Stop, Way, Ways
from reise.journey.model import Kind
from reise.layout import FontRuler
from reise.layout.ways import ways_sheet
from reise.layout.ways_sheet import WaysSheet

RULER = FontRuler()
KINDS = [kind.value for kind in Kind]


def laid_out(ways: Ways, paper: str = "a3", language: str = "nb") -> WaysSheet:
    return ways_sheet(ways, paper=paper, language=language, ruler=RULER)


def kinds(*ways: tuple[str, str, int], cases: int = 6, patterns: tuple[Pattern, ...] = ()) -> Ways:
    """Return a small graph of kinds."""
    names = sorted({name for source, target, _ in ways for name in (source, target)})
    stops = tuple(Stop(name, cases, 2 * cases) for name in names)
    return Ways("kind", cases, stops, tuple(Way(*way, way[2] + 1) for way in ways), patterns)
