"""What all tests share: `--accept`, which takes what is made now as what ought to be made.

Laws are tried on the same examples in every run; `--hypothesis-profile=explore` tries others.
"""

from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, settings
from tests.support import unguarded
from tests.support.golden import Golden

from reise import pipeline

CALM = {"deadline": None, "suppress_health_check": [HealthCheck.too_slow]}
settings.register_profile("same", derandomize=True, **CALM)
settings.register_profile("explore", max_examples=2000, **CALM)
settings.load_profile("same")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--accept",
        action="store_true",
        help="rewrite tests/golden by what is made now, and delete what no case makes any more",
    )


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Golden:
    """What was made before, to compare with."""
    return Golden(accept=request.config.getoption("--accept"))


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Run what prints and validates last."""
    items.sort(key=lambda item: "slow" in item.keywords)


@pytest.fixture(autouse=True, scope="session")
def _unguarded() -> Iterator[None]:
    """The guard out of the way of what it has nothing to do with."""
    with pytest.MonkeyPatch.context() as patch:
        for name, stand_in in unguarded.AWAY.items():
            patch.setattr(pipeline, name, stand_in)
        yield


@pytest.fixture
def guarded(monkeypatch: pytest.MonkeyPatch) -> None:
    """The guard at work."""
    for name, real in unguarded.REAL.items():
        monkeypatch.setattr(pipeline, name, real)
