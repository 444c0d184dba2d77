"""In this folder the guard is at work."""

from pathlib import Path

import pytest
from tests.guard.deciding import TEXT


@pytest.fixture(autouse=True)
def _at_work(guarded: None) -> None:
    """The guard at work."""


@pytest.fixture
def journey(tmp_path: Path) -> Path:
    """Return the file of a journey with one open finding."""
    path = tmp_path / "reisen.yaml"
    path.write_text(TEXT, encoding="utf-8")
    return path
