"""`reise serve` as a command: its address, what it lacks, and what it never writes down."""

import http.client
import socket
import subprocess
import sys
import time
from pathlib import Path

import pytest
from tests.support.serving import PROGRAM, serving

pytest.importorskip("starlette")
#: As if the extra were not installed.
WITHOUT = """
import sys
sys.modules["uvicorn"] = None
from reise.cli import main
main()
"""
#: As the program, but of little patience.
HASTY = """
import reise.serve.server
reise.serve.server.PATIENCE = 0.5
from reise.cli import main
main()
"""


def test_it_answers_at_its_address_on_this_machine_only(tmp_path: Path) -> None:
    (tmp_path / "hemmelig.yaml").write_text("reise: 1\ntittel: Hemmelig\n", encoding="utf-8")
    with serving(tmp_path) as running:
        assert running.base == f"http://127.0.0.1:{running.port}"
        asked = http.client.HTTPConnection("127.0.0.1", running.port, timeout=20)
        asked.request("GET", running.address.removeprefix(running.base))
        answer = asked.getresponse()
        assert (answer.status, answer.getheader("server")) == (200, None)
        cookie = (answer.getheader("set-cookie") or "").partition(";")[0]
        answer.read()
        asked.request("GET", "/", headers={"Cookie": cookie})
        assert b"hemmelig.yaml" in asked.getresponse().read()
        asked.close()
        assert running.process.stdout
        running.process.terminate()
        running.process.wait(20)
        assert "emmelig" not in running.process.stdout.read()


def test_a_port_that_is_taken_is_said_so(tmp_path: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = str(taken.getsockname()[1])
        made = subprocess.run([*PROGRAM, str(tmp_path), "--port", port], capture_output=True, text=True)
    assert made.returncode == 4
    assert "R721" in made.stderr


def test_without_the_extra_it_says_how_to_install_it(tmp_path: Path) -> None:
    command = [sys.executable, "-c", WITHOUT, "serve", str(tmp_path)]
    made = subprocess.run(command, capture_output=True, text=True)
    assert made.returncode == 4
    assert "R720" in made.stderr
    assert "reise[serve]" in made.stderr


@pytest.mark.parametrize("said", [b"", b"GET / HT", b"GET / HTTP/1.1\r\nHost: x\r\nX: "])
def test_somebody_who_does_not_get_to_the_point_is_hung_up_on(tmp_path: Path, said: bytes) -> None:
    program = (sys.executable, "-c", HASTY, "serve", "--no-browser")
    with (
        serving(tmp_path, program=program) as running,
        socket.create_connection(("127.0.0.1", running.port), timeout=20) as slow,
    ):
        begun = time.monotonic()
        slow.sendall(said)
        while slow.recv(1000):
            pass
        assert time.monotonic() - begun < 10
