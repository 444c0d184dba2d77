"""The guard out of the way, for tests of what it has nothing to do with: they tell of "x" and "Tull".

What the guard does is tested in tests/guard, tests/safety and the tests of the manual. Run as a program,
this is `reise` without it.
"""

import sys
from pathlib import Path
from typing import Any

from reise import pipeline
from reise.guard.record import Record
from reise.guard.verdict import Seal, Verdict
from reise.journey.model import Collection, Journey, Status
from reise.source.document import Document

#: How a test begins the program without the guard.
PROGRAM = (sys.executable, __file__)


def _judged(document: Document, path: Path, journey: Journey | None, collection: Collection) -> Verdict:
    approved = journey is not None and journey.status is Status.APPROVED
    return Verdict(Seal("0" * 64, approved), Record(), (), (), ())


def _nothing(document: Document, path: Path, collection: Collection) -> Verdict:
    return Verdict(Seal("0" * 64, approved=False), Record(), (), (), ())


#: What stands in for the guard: it finds nothing, takes a journey that says it is approved at its word, and
#: asks for no consent.
AWAY: dict[str, Any] = {
    "judge": _judged,
    "judge_collection": _nothing,
    "judge_values": lambda journey: (),
    "refusal": lambda told, paper: None,
}
REAL = {name: getattr(pipeline, name) for name in AWAY}


def put_away() -> None:
    """Put the guard of this process out of the way, for good."""
    for name, stand_in in AWAY.items():
        setattr(pipeline, name, stand_in)


if __name__ == "__main__":
    put_away()
    from reise.cli import main

    main()
