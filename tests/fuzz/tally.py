"""One input down one way, and what came of many."""

import hashlib
import signal
import time
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from types import FrameType

from tests.fuzz.ways import Way
from tests.support import cases

from reise.faults import place_of

#: Seconds of the processor, so that others at work do not count, that any file has.
PATIENCE = 10.0
#: Where a file that was too much is kept.
KEPT = cases.TOP / "build" / "fuzz"


class TooLong(Exception):  # noqa: N818 - says what was found
    """A file took all the time it has."""


@dataclass
class Tally:
    """What came of the inputs so far."""

    tried: int = 0
    whole: int = 0
    faults: Counter[str] = field(default_factory=Counter)
    slowest: float = 0.0
    slow_way: str = ""
    slow_bytes: int = 0

    def __post_init__(self) -> None:
        """Let the clock interrupt what takes too long, where there is such a clock."""
        if hasattr(signal, "setitimer"):
            signal.signal(signal.SIGPROF, _interrupt)

    def try_out(self, way: Way, data: bytes) -> None:
        """Send an input down a way; keep it where that goes wrong."""
        begun = time.process_time()
        _in(PATIENCE)
        try:
            self.whole += way(data)
        except Exception as error:
            fault = f"{way.__name__}: {_named(error)}"
            if not self.faults[fault]:
                KEPT.mkdir(parents=True, exist_ok=True)
                (KEPT / f"{way.__name__}-{hashlib.sha256(data).hexdigest()[:12]}.yaml").write_bytes(data)
            self.faults[fault] += 1
        finally:
            _in(0)
        self.tried += 1
        took = time.process_time() - begun
        if took > self.slowest:
            self.slowest, self.slow_way, self.slow_bytes = took, way.__name__, len(data)

    def add(self, other: "Tally") -> None:
        """Add what came of other inputs."""
        self.tried += other.tried
        self.whole += other.whole
        self.faults += other.faults
        if other.slowest > self.slowest:
            self.slowest, self.slow_way, self.slow_bytes = other.slowest, other.slow_way, other.slow_bytes


def _in(seconds: float) -> None:
    """Interrupt what is going on in so many seconds, or not at all."""
    if hasattr(signal, "setitimer"):
        signal.setitimer(signal.ITIMER_PROF, seconds)


def _interrupt(_: int, __: FrameType | None) -> None:
    raise TooLong


def _named(error: Exception) -> str:
    """Return a fault by its kind and place, and by what was to hold."""
    held = str(error).split("\n")[0] if isinstance(error, AssertionError) else ""
    return f"{place_of(error)} {held}".strip()


def example(fault: str) -> Path | None:
    """Return a file that was kept for a fault's way."""
    found = sorted(KEPT.glob(f"{fault.split(':')[0]}-*.yaml"))
    return found[0] if found else None
