"""The server: one address on this machine, told once, and nothing written down of what is asked."""

import asyncio
import logging
import secrets
import signal
import socket
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import uvicorn
from uvicorn.protocols.http.h11_impl import H11Protocol

from reise.serve.gate import Gate, Message, Receive, Send

if TYPE_CHECKING:
    from reise.serve.answers import Answers

#: How long somebody may take to say what they want, or to read an answer, in seconds.
PATIENCE = 10.0
#: So many may be connected at once: a browser's tabs, not a flood.
CONNECTIONS = 100


def serve(
    place: Path,
    language: str,
    port: int,
    announce: Callable[[str], None],
    report: Callable[[Exception], None],
) -> None:
    """Serve the journeys of a folder until Ctrl+C; `announce` is given the address when it answers.

    Port 0 is any that is free. Raises OSError where the port is taken.
    """
    # What goes wrong is told by `report`, which names no value of a journey; libraries might.
    logging.disable(logging.CRITICAL)
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as ear:
        ear.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        ear.bind(("127.0.0.1", port))
        port, token = ear.getsockname()[1], secrets.token_urlsafe(32)
        answers = _Lazy(place, language)
        config = uvicorn.Config(
            Gate(answers, port, token, report, PATIENCE),
            http=Patient,
            ws="none",
            loop="asyncio",
            lifespan="off",
            interface="asgi3",
            log_config=None,
            access_log=False,
            proxy_headers=False,
            server_header=False,
            date_header=False,
            limit_concurrency=CONNECTIONS,
            timeout_graceful_shutdown=1,
        )
        # Ended as by Ctrl+C: in order, so that nothing is left behind.
        signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))
        try:
            _Server(config, answers, lambda: announce(f"http://127.0.0.1:{port}/?token={token}")).run([ear])
        finally:
            answers.close()


class Patient(H11Protocol):
    """A connection that is closed when nothing whole was asked within PATIENCE seconds."""

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        """Begin to wait."""
        super().connection_made(transport)
        self._waiting = self.loop.call_later(PATIENCE, self._hang_up)

    def on_response_complete(self) -> None:
        """Begin to wait for the next question."""
        super().on_response_complete()
        self._waiting.cancel()
        self._waiting = self.loop.call_later(PATIENCE, self._hang_up)

    def connection_lost(self, exc: Exception | None) -> None:
        """Wait no longer."""
        self._waiting.cancel()
        super().connection_lost(exc)

    def _hang_up(self) -> None:
        idle = self.cycle is None or self.cycle.response_complete
        if idle and not self.transport.is_closing():
            self.transport.close()


class _Lazy:
    """The answers, loaded when they are first needed: what refuses and announces needs none of them."""

    def __init__(self, place: Path, language: str) -> None:
        self._place, self._language = place, language
        self._made: Answers | None = None

    async def __call__(self, scope: Message, receive: Receive, send: Send) -> None:
        """Answer."""
        await self.made().router(scope, receive, send)

    def made(self) -> "Answers":
        """Return the answers."""
        if self._made is None:
            from reise.serve.answers import Answers

            self._made = Answers(self._place, self._language)
        return self._made

    def release(self) -> None:
        """Let those go who wait for news."""
        if self._made is not None:
            self._made.release()

    def close(self) -> None:
        """End what the answers began."""
        if self._made is not None:
            self._made.close()


class _Server(uvicorn.Server):
    """A server that says when it answers, then gets ready for the first page, and ends at once."""

    def __init__(self, config: uvicorn.Config, answers: _Lazy, announce: Callable[[], None]) -> None:
        super().__init__(config)
        self._answers = answers
        self._announce = announce

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        """Listen, and say so."""
        await super().startup(sockets)
        self._announce()
        asyncio.get_running_loop().call_soon(self._answers.made)

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        """Let those go who wait for news, and end."""
        self._answers.release()
        await super().shutdown(sockets)
