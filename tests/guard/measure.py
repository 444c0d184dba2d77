"""What passes the guard, and what it stops for nothing."""

from collections.abc import Iterable
from pathlib import Path

from tests.guard import planting
from tests.guard.planting import Plant

from reise.guard.finding import Weight
from reise.guard.passage import Passage
from reise.guard.search import Search
from reise.pipeline import collection_problems, forget_collections, tell
from reise.problems import errors

CLEAN = Path(__file__).parent / "clean"


def missed(plants: Iterable[Plant], folder: Path) -> list[Plant]:
    """Return the plants that stop nothing: their journey, written into `folder`, could be printed."""
    passed = []
    for number, plant in enumerate(plants):
        place = folder / f"n{number}"
        place.mkdir()
        name, text, shared = planting.journey(plant)
        (place / name).write_text(text, encoding="utf-8", newline="")
        if shared is not None:
            (place / "samling.yaml").write_text(shared, encoding="utf-8", newline="")
        found = (*tell(place / name, name).problems, *collection_problems(place))
        if not any(True for _ in errors(found)):
            passed.append(plant)
    forget_collections()
    return passed


def alarms(name: str) -> tuple[float, float]:
    """Return how many of 1,000 words of a clean text need a person, and how many block."""
    lines = (CLEAN / f"{name}.txt").read_text(encoding="utf-8").splitlines()
    search = Search("f.yaml", "")
    weights = [each.weight for line in lines for each in search.all([Passage(line, None)])]
    words = sum(len(line.split()) for line in lines)
    block = sum(each >= Weight.LISTED for each in weights)
    return 1000 * weights.count(Weight.DECIDE) / words, 1000 * block / words
