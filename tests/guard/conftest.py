"""In this folder the guard is at work."""

import pytest


@pytest.fixture(autouse=True)
def _at_work(guarded: None) -> None:
    """The guard at work."""
