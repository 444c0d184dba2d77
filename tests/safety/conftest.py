"""What the tests with the bird share: where it sits, and that nobody hears it in passing."""

import logging
from collections.abc import Iterator

import pytest
from tests.support.canary import Cages, collections, sings, written


@pytest.fixture
def unheard(caplog: pytest.LogCaptureFixture, recwarn: pytest.WarningsRecorder) -> Iterator[None]:
    """Hold that nothing of it is logged, nor warned of."""
    caplog.set_level(logging.DEBUG)
    yield
    assert not any(sings(each.getMessage()) or sings(str(each.args)) for each in caplog.records)
    assert not any(sings(str(each.message)) for each in recwarn)


@pytest.fixture(scope="session")
def cages(tmp_path_factory: pytest.TempPathFactory) -> Cages:
    """Journeys with the bird in every field, and folders with a collection that has it."""
    return written(tmp_path_factory.mktemp("reiser")), collections(tmp_path_factory.mktemp("samlinger"))
