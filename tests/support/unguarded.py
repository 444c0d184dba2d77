"""The guard out of the way, for tests of what it has nothing to do with: they tell of "x" and "Tull".

What the guard does is tested in tests/guard, and by every test that runs the real program.
"""

from pathlib import Path

import pytest

from reise import pipeline
from reise.guard.record import Record
from reise.guard.verdict import Seal, Verdict
from reise.journey.model import Collection, Journey, Status
from reise.source.document import Document

REAL = pipeline.judge, pipeline.judge_collection, pipeline.judge_values


def _judged(document: Document, path: Path, journey: Journey | None, collection: Collection) -> Verdict:
    approved = journey is not None and journey.status is Status.APPROVED
    return Verdict(Seal("0" * 64, approved), Record(), (), (), ())


def _nothing(document: Document, path: Path, collection: Collection) -> Verdict:
    return Verdict(Seal("0" * 64, approved=False), Record(), (), (), ())


def look_away(patch: pytest.MonkeyPatch) -> None:
    """Let the guard find nothing, and take a journey that says it is approved at its word."""
    patch.setattr(pipeline, "judge", _judged)
    patch.setattr(pipeline, "judge_collection", _nothing)
    patch.setattr(pipeline, "judge_values", lambda journey: ())


def look_again(patch: pytest.MonkeyPatch) -> None:
    """Let the guard do its work."""
    for name, real in zip(("judge", "judge_collection", "judge_values"), REAL, strict=True):
        patch.setattr(pipeline, name, real)
