"""The guard at work again, for longer than one test: what is printed bears its seal."""

from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from reise import pipeline
from reise.guard import verdict


@contextmanager
def at_work() -> Iterator[None]:
    """Let the guard do its work as long as the block lasts."""
    with pytest.MonkeyPatch.context() as patch:
        for name in ("judge", "judge_collection", "judge_values"):
            patch.setattr(pipeline, name, getattr(verdict, name))
        pipeline.forget_collections()
        yield
    pipeline.forget_collections()
