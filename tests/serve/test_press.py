"""The press: what takes too long or too much is stopped, and the next print has a new process."""

import asyncio
from collections.abc import Callable, Iterator

import pytest
from tests.support.work import crashed, large, slow, well

from reise.labour import Stopped
from reise.serve.press import Press


@pytest.fixture
def press() -> Iterator[Press]:
    made = Press()
    yield made
    made.close()


@pytest.mark.slow
@pytest.mark.parametrize(("work", "why"), [(slow, "time"), (large, "memory"), (crashed, "crash")])
def test_work_that_is_stopped_says_why_and_the_next_is_done(
    work: Callable[[], None], why: str, press: Press
) -> None:
    async def both() -> tuple[str, str]:
        with pytest.raises(Stopped) as stopped:
            await press.run(work)
        return stopped.value.why, await press.run(well)

    assert asyncio.run(both()) == (why, "made")
