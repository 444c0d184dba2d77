"""What all tests share: `--accept`, which takes what is made now as what ought to be made."""

import pytest
from tests.support.golden import Golden


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
