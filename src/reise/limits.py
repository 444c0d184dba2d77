"""How long a drawing may take and how much memory it may have, and what is said of one that had more."""

from reise.labour import Stopped
from reise.problems import Problem, problem

#: Seconds, and bytes: of every drawing, and more by its sheets.
SECONDS, SECONDS_A_SHEET = 60.0, 4.0
MEMORY, MEMORY_A_SHEET = 2 << 30, 4 << 20


def bounds(sheets: int) -> tuple[float, int]:
    """Return how many seconds drawing so many sheets may take, and how many bytes of memory."""
    return SECONDS + SECONDS_A_SHEET * sheets, MEMORY + MEMORY_A_SHEET * sheets


def stopped(why: Stopped, shown: str) -> Problem:
    """Return the problem of a drawing that was stopped."""
    return problem({"time": "R604", "memory": "R605", "crash": "R606"}[why.why], shown)
