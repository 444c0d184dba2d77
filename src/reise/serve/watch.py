"""Tells the pages that are open which files of the folder have changed."""

import asyncio
from collections.abc import AsyncIterator, Callable
from pathlib import Path

#: A line now and then, by which one notices that nobody listens any more, in seconds.
PULSE = 15.0


class Watch:
    """Watches a folder from the first listener on; `shared` is called when its collection changes."""

    def __init__(self, place: Path, shared: Callable[[], None]) -> None:
        self._place = place
        self._shared = shared
        self._listeners: set[asyncio.Queue[str | None]] = set()
        self._task: asyncio.Task[None] | None = None
        self._stop = asyncio.Event()

    async def events(self) -> AsyncIterator[str]:
        """Yield server-sent events: the name of each file that has changed, until the server ends."""
        if self._task is None:
            self._task = asyncio.create_task(self._look())
        queue: asyncio.Queue[str | None] = asyncio.Queue(1000)
        self._listeners.add(queue)
        yield "retry: 1000\n\n"
        try:
            while not self._stop.is_set():
                try:
                    async with asyncio.timeout(PULSE):
                        name = await queue.get()
                except TimeoutError:
                    yield ": \n\n"
                    continue
                if name is None:
                    return
                yield f"event: changed\ndata: {name}\n\n"
        finally:
            self._listeners.discard(queue)

    def close(self) -> None:
        """Let all listeners go."""
        self._stop.set()
        self._tell(None)

    async def _look(self) -> None:
        from watchfiles import awatch

        from reise.pipeline import COLLECTIONS

        async for changes in awatch(
            self._place, watch_filter=None, recursive=False, debounce=50, step=20, stop_event=self._stop
        ):
            names = sorted({Path(path).name for _, path in changes})
            if any(name in COLLECTIONS for name in names):
                self._shared()
            for name in names:
                if name.endswith((".yaml", ".yml")) and name.isprintable():
                    self._tell(name)

    def _tell(self, name: str | None) -> None:
        for queue in self._listeners:
            if not queue.full():
                queue.put_nowait(name)
