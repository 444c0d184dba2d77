"""Nobody but the person at this machine, in our own page, can read or write."""

import asyncio
from typing import Any

import pytest
from tests.serve.conftest import HOST, PORT, TOKEN, Served

from reise.serve.gate import MAX_BODY, Gate

ADDRESSES = [
    "/",
    "/journeys/ung-mor.yaml",
    "/journeys/ung-mor.yaml/text",
    "/journeys/ung-mor.yaml/map",
    "/compare",
    "/events",
    "/static/serve.css",
    "/fonts/Regular.ttf",
    "/nowhere",
]


@pytest.mark.parametrize("address", ADDRESSES)
def test_without_the_token_there_is_403_and_nothing_else(served: Served, address: str) -> None:
    answer = served.stranger.get(address)
    assert (answer.status_code, answer.content) == (403, b"")
    assert "set-cookie" not in answer.headers


@pytest.mark.parametrize("token", ["", "x", TOKEN[:-1], TOKEN + "x", TOKEN.upper(), "å"])
def test_a_wrong_token_is_no_token(served: Served, token: str) -> None:
    assert served.stranger.get("/", params={"token": token}).status_code == 403
    assert served.stranger.get("/", headers={"cookie": f"reise-{PORT}={token}".encode()}).status_code == 403
    assert served.stranger.get("/", headers={"cookie": f"reise={TOKEN}"}).status_code == 403


def test_the_address_with_the_token_lets_in_by_a_cookie_that_is_sent_to_nobody_else(served: Served) -> None:
    answer = served.stranger.get("/", params={"token": TOKEN})
    assert answer.status_code == 200
    cookie = answer.headers["set-cookie"]
    assert {"HttpOnly", "SameSite=Strict", "Path=/"} <= set(cookie.split("; "))
    assert "Domain" not in cookie
    assert served.stranger.get("/").status_code == 200


def test_the_token_lets_in_at_the_door_only(served: Served) -> None:
    assert served.stranger.get("/compare", params={"token": TOKEN}).status_code == 403
    assert served.stranger.post("/", params={"token": TOKEN}).status_code == 403


@pytest.mark.parametrize(
    "host", ["evil.example", f"evil.example:{PORT}", "127.0.0.1", f"localhost:{PORT}", ""]
)
def test_another_host_is_refused(served: Served, host: str) -> None:
    for client in (served.client, served.stranger):
        answer = client.get("/", params={"token": TOKEN}, headers={"host": host})
        assert (answer.status_code, answer.content) == (403, b"")


FOREIGN = [
    {"origin": "http://evil.example", "sec-fetch-site": "cross-site"},
    {"origin": "http://evil.example"},
    {"origin": "null"},
    {"origin": f"https://{HOST}"},
    {"origin": "http://127.0.0.1:9999", "sec-fetch-site": "same-site"},
    {"origin": f"http://{HOST}.evil.example"},
    {"origin": f"http://{HOST}", "sec-fetch-site": "cross-site"},
]


@pytest.mark.parametrize("headers", FOREIGN)
def test_pages_of_other_origins_can_neither_read_nor_write(served: Served, headers: dict[str, str]) -> None:
    before = (served.place / "ung-mor.yaml").read_bytes()
    mark = served.mark("ung-mor.yaml")
    asked = [
        served.client.get("/journeys/ung-mor.yaml/text", headers=headers),
        served.client.post("/journeys/ung-mor.yaml/drawing", content=b"reise: 1", headers=headers),
        served.client.put(
            "/journeys/ung-mor.yaml/text", content=b"x", headers=headers | {"if-match": f'"{mark}"'}
        ),
        served.client.options("/journeys/ung-mor.yaml/text", headers=headers),
    ]
    for answer in asked:
        assert (answer.status_code, answer.content) == (403, b"")
        assert "access-control-allow-origin" not in answer.headers
    assert (served.place / "ung-mor.yaml").read_bytes() == before


@pytest.mark.parametrize("site", ["cross-site", "same-site"])
def test_pictures_scripts_and_frames_of_other_pages_get_nothing(served: Served, site: str) -> None:
    del served.client.headers["origin"]
    for address in ADDRESSES:
        answer = served.client.get(address, headers={"sec-fetch-site": site})
        assert (answer.status_code, answer.content) == (403, b"")


def test_writing_needs_an_origin(served: Served) -> None:
    del served.client.headers["origin"]
    del served.client.headers["sec-fetch-site"]
    assert served.client.get("/").status_code == 200
    assert served.client.post("/journeys/ung-mor.yaml/drawing", content=b"").status_code == 403


@pytest.mark.parametrize(
    "name",
    [
        "%2e%2e",
        "..%2freiser%2fung-mor.yaml",
        "%2fetc%2fpasswd",
        "samling.yaml",
        "ung-mor",
        "a%00b",
        "%2e",
    ],
)
def test_only_journeys_of_the_folder_are_there(served: Served, name: str) -> None:
    (served.place.parent / "utenfor.yaml").write_text("reise: 1", encoding="utf-8")
    for address in (f"/journeys/{name}", f"/journeys/{name}/text", f"/journeys/{name}/map"):
        assert served.client.get(address).status_code == 404
    assert served.client.get("/journeys/..%2futenfor.yaml/text").status_code == 404


@pytest.mark.parametrize(
    "address", ["/static/", "/static/base.html.j2", "/static/..%2f..%2fpyproject.toml", "/fonts/OFL.txt"]
)
def test_nothing_else_is_served(served: Served, address: str) -> None:
    assert served.client.get(address).status_code == 404


def test_what_a_page_may_do_is_little(served: Served) -> None:
    answer = served.client.get("/journeys/ung-mor.yaml")
    policy = dict(each.strip().split(" ", 1) for each in answer.headers["content-security-policy"].split(";"))
    assert policy["default-src"] == "'none'"
    assert policy["script-src"] == "'self'"
    assert policy["frame-ancestors"] == "'none'"
    assert policy["base-uri"] == "'none'"
    assert "unsafe" not in answer.headers["content-security-policy"]
    assert "<script>" not in answer.text
    assert " style=" not in answer.text
    assert answer.headers["cache-control"] == "no-store"
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert answer.headers["cross-origin-resource-policy"] == "same-origin"
    again = served.client.get("/journeys/ung-mor.yaml")
    assert again.headers["content-security-policy"] != answer.headers["content-security-policy"]


@pytest.mark.parametrize("address", ["/journeys/ung-mor.yaml/map", "/compare/report"])
def test_a_map_is_in_a_sandbox_without_scripts(served: Served, address: str) -> None:
    answer = served.client.get(address)
    policy = answer.headers["content-security-policy"]
    assert policy.startswith("sandbox allow-same-origin; default-src 'none'; ")
    assert "script" not in policy
    assert "<script" not in answer.text
    assert "http://" not in answer.text.replace("http://www.w3.org/", "")


def test_no_address_of_a_page_leads_out_of_this_machine(served: Served) -> None:
    for address in ("/", "/journeys/ung-mor.yaml", "/static/serve.css", "/static/journey.js"):
        text = served.client.get(address).text
        assert "http://" not in text
        assert "https://" not in text
        assert 'src="//' not in text


def test_words_of_a_journey_are_words_on_the_page(served: Served) -> None:
    evil = '</textarea><script>alert(1)</script><img src=x onerror="alert(1)">'
    (served.place / "x.yaml").write_text(f"reise: 1\ntittel: '{evil}'\n", encoding="utf-8")
    name = '"><b>.yaml'
    (served.place / name).write_text(f"reise: 1\ntittel: '{evil}'\n", encoding="utf-8")
    for address in ("/", "/journeys/x.yaml", '/journeys/"><b>.yaml'):
        text = served.client.get(address).text
        assert "<script>alert" not in text
        assert "<img" not in text
        assert '"><b>' not in text


def test_a_large_body_is_refused(served: Served) -> None:
    address = "/journeys/ung-mor.yaml/drawing"
    assert served.client.post(address, content=b"a" * (MAX_BODY + 1)).status_code == 413
    assert served.client.post(address, content=iter([b"a" * 600_000] * 2)).status_code == 413
    assert served.client.post(address, content=b"", headers={"content-length": "9" * 30}).status_code == 413


def _scope(**more: Any) -> dict[str, Any]:
    headers = {"host": HOST, "origin": f"http://{HOST}", "cookie": f"reise-{PORT}={TOKEN}"}
    told = [(name.encode(), value.encode()) for name, value in headers.items()]
    return {"type": "http", "method": "POST", "path": "/", "query_string": b"", "headers": told} | more


def _statuses(app: Any, receive: Any, send: Any = None) -> list[int]:
    """Return the statuses that a gate of little patience answers with."""
    found: list[int] = []
    reported: list[Exception] = []

    async def sent(message: Any) -> None:
        found.extend([message["status"]] if "status" in message else [])
        if send:
            await send(message)

    asyncio.run(Gate(app, PORT, TOKEN, reported.append, patience=0.05)(_scope(), receive, sent))
    found.extend(-1 for _ in reported)
    return found


async def _answering(scope: Any, receive: Any, send: Any) -> None:
    await send({"type": "http.response.start", "status": 200, "headers": []})
    await send({"type": "http.response.body", "body": b"all"})


def test_a_body_that_never_ends_is_given_up() -> None:
    async def slow() -> dict[str, Any]:
        await asyncio.sleep(0.02)
        return {"type": "http.request", "body": b"a", "more_body": True}

    assert _statuses(_answering, slow) == [408]


def test_somebody_who_does_not_read_is_given_up() -> None:
    async def given() -> dict[str, Any]:
        return {"type": "http.request", "body": b"", "more_body": False}

    async def never(message: Any) -> None:
        await asyncio.sleep(60)

    assert _statuses(_answering, given, never) == [200]


def test_what_nobody_foresaw_is_reported_and_answered_with_nothing() -> None:
    async def given() -> dict[str, Any]:
        return {"type": "http.request", "body": b"", "more_body": False}

    async def failing(scope: Any, receive: Any, send: Any) -> None:
        raise KeyError("a value")

    assert _statuses(failing, given) == [500, -1]
