"""The gate before every answer: who may ask, how much, how slowly, and what a browser may do with it.

A page that is open in the same browser must be able neither to read nor to write. So a request must
name this server as its host (a name that was made to point here does not, DNS rebinding), come from
this server's own pages (Origin, Sec-Fetch-Site) and carry the token as a cookie that is sent with no
others. Whoever lacks one of these gets 403 and nothing else.
"""

import asyncio
import hmac
from collections.abc import Awaitable, Callable, MutableMapping
from http.cookies import CookieError, SimpleCookie
from typing import Any
from urllib.parse import parse_qs

Message = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]
App = Callable[[Message, Receive, Send], Awaitable[None]]

MAX_BODY = 1_000_000
READING = ("GET", "HEAD")
ALWAYS = (
    (b"x-content-type-options", b"nosniff"),
    (b"referrer-policy", b"same-origin"),
    (b"cross-origin-opener-policy", b"same-origin"),
    (b"cross-origin-resource-policy", b"same-origin"),
    (b"permissions-policy", b"camera=(), microphone=(), geolocation=()"),
)
#: What an answer may do that says nothing else itself: nothing.
NOTHING = b"default-src 'none'; frame-ancestors 'none'"
#: Takes the token out of the address: a redirect would count as coming from where the link stood.
ENTRANCE = (
    b"<!DOCTYPE html><meta charset=utf-8><title>reise</title><meta http-equiv=refresh content='0;url=/'>"
)


class _TooMuch(Exception):  # noqa: N818 - it is the body that is too much
    """A body that is larger than allowed."""


class Gate:
    """Lets through to `app` what may pass; `report` is told of what nobody foresaw, never a value of it."""

    def __init__(
        self,
        app: App,
        port: int,
        token: str,
        report: Callable[[Exception], None],
        patience: float = 10,
    ) -> None:
        self._app = app
        self._host = f"127.0.0.1:{port}"
        self._token = token
        # Cookies know no ports: another server on this machine must not be handed ours by mistake.
        self._cookie = f"reise-{port}"
        self._report = report
        self._patience = patience

    async def __call__(self, scope: Message, receive: Receive, send: Send) -> None:
        """Answer a request, or let it through."""
        assert scope["type"] == "http"  # the server neither speaks of its life nor of web sockets
        headers = {name.decode("latin-1"): value.decode("latin-1") for name, value in scope["headers"]}
        send = self._within_patience(send)
        length = headers.get("content-length", "0")
        if headers.get("host") != self._host:
            await _plain(send, 403)
        elif self._enters(scope):
            cookie = f"{self._cookie}={self._token}; Path=/; HttpOnly; SameSite=Strict"
            page = (b"content-type", b"text/html; charset=utf-8"), (b"set-cookie", cookie.encode())
            await _plain(send, 200, ENTRANCE, *page)
        elif not self._may_pass(scope["method"], headers):
            await _plain(send, 403)
        elif not length.isdecimal() or len(length) > 9 or int(length) > MAX_BODY:
            await _plain(send, 413)
        else:
            await self._let_through(scope, receive, send)

    async def _let_through(self, scope: Message, receive: Receive, send: Send) -> None:
        begun = False

        async def headed(message: Message) -> None:
            nonlocal begun
            if message["type"] == "http.response.start":
                begun = True
                message["headers"] = _headed(message["headers"])
            await send(message)

        try:
            async with asyncio.timeout(self._patience):
                body = await _whole(receive)
        except (_TooMuch, TimeoutError) as error:
            await _plain(send, 413 if isinstance(error, _TooMuch) else 408)
            return
        try:
            await self._app(scope, _again(body, receive), headed)
        except TimeoutError:
            # Somebody does not read what they asked for; the server closes the connection.
            pass
        except Exception as error:
            self._report(error)
            if not begun:
                await _plain(send, 500)

    def _enters(self, scope: Message) -> bool:
        """Whether this is the address that the program gave, with the token in it."""
        if scope["method"] not in READING or scope["path"] != "/":
            return False
        given = parse_qs(scope["query_string"].decode("latin-1")).get("token", [""])[0]
        return self._is_token(given)

    def _may_pass(self, method: str, headers: dict[str, str]) -> bool:
        """Whether a request comes from our own pages, or the bar of addresses, and has the token."""
        try:
            cookie = SimpleCookie(headers.get("cookie", "")).get(self._cookie)
        except CookieError:
            return False
        origin, ours = headers.get("origin"), f"http://{self._host}"
        if origin is None:
            from_us = method in READING and headers.get("sec-fetch-site", "none") in ("same-origin", "none")
        else:
            from_us = origin == ours and headers.get("sec-fetch-site", "same-origin") == "same-origin"
        return from_us and cookie is not None and self._is_token(cookie.value)

    def _is_token(self, given: str) -> bool:
        return hmac.compare_digest(given.encode(), self._token.encode())

    def _within_patience(self, send: Send) -> Send:
        """Return a sender that gives up on somebody who does not read."""

        async def sent(message: Message) -> None:
            async with asyncio.timeout(self._patience):
                await send(message)

        return sent


async def _whole(receive: Receive) -> bytes:
    """Return the body of a request. Raises _TooMuch."""
    body, more = bytearray(), True
    while more:
        message = await receive()
        body += message.get("body", b"")
        more = message.get("more_body", False)
        if len(body) > MAX_BODY:
            raise _TooMuch
    return bytes(body)


def _again(body: bytes, receive: Receive) -> Receive:
    """Return a receiver of a body that is already here, and then of what else comes."""
    given = False

    async def again() -> Message:
        nonlocal given
        if given:
            return await receive()
        given = True
        return {"type": "http.request", "body": body, "more_body": False}

    return again


def _headed(headers: list[tuple[bytes, bytes]]) -> list[tuple[bytes, bytes]]:
    """Return the headers of an answer with those that all have, the strictest where it has none."""
    names = {name.lower() for name, _ in headers}
    strictest = ((b"content-security-policy", NOTHING), (b"cache-control", b"no-store"))
    return [*headers, *ALWAYS, *(each for each in strictest if each[0] not in names)]


async def _plain(send: Send, status: int, body: bytes = b"", *headers: tuple[bytes, bytes]) -> None:
    """Answer with a status, and hardly more."""
    length = (b"content-length", str(len(body)).encode())
    # Whatever else the asker was about to send is not waited for.
    close = [] if status == 200 else [(b"connection", b"close")]
    told = _headed([*headers, length, *close])
    await send({"type": "http.response.start", "status": status, "headers": told})
    await send({"type": "http.response.body", "body": body})
