"""H: ends that nobody planned: killed, closed or unheard, it leaves no half a map and no process."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.support import patched
from tests.support.command import BAD, JOURNEYS, SMALL, inside
from tests.support.patched import BOUNDS, ENDLESS, alive, children, slowly, until

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="faults as Linux makes them")


def _as_from_a_shell() -> None:
    """Heed what ends a program: shells have what runs in their background ignore it, and so its children."""
    signal.signal(signal.SIGINT, signal.default_int_handler)
    signal.signal(signal.SIGHUP, signal.SIG_DFL)


def begun(patch: str, *words: str | Path, **how: object) -> tuple[subprocess.Popen[bytes], list[int]]:
    """Return a program at work, and its children."""
    running = subprocess.Popen(
        patched.command(patch, *words),
        env=patched.environment(),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        preexec_fn=_as_from_a_shell,
        **how,  # type: ignore[call-overload]
    )
    until(lambda: children(running.pid) or running.poll() is not None)
    time.sleep(0.3)
    return running, children(running.pid)


@pytest.mark.parametrize(
    ("sign", "code", "end"),
    [
        (signal.SIGTERM, 143, os.kill),
        (signal.SIGINT, 130, os.killpg),
        (signal.SIGHUP, 129, os.killpg),
    ],
    ids=["TERM", "Ctrl+C", "window closed"],
)
def test_h12_whoever_ends_it_ends_all_of_it(
    sign: signal.Signals, code: int, end: Callable[[int, int], None], tmp_path: Path
) -> None:
    how = {"start_new_session": True}
    running, working = begun(ENDLESS, "render", JOURNEYS, "-o", tmp_path, "--jobs", "2", **how)
    assert len(working) == 2
    end(running.pid, sign)
    _, said = running.communicate(timeout=30)
    assert running.returncode == code
    assert b"Traceback" not in said
    assert b"Error" not in said
    assert not any(map(alive, working))
    assert inside(tmp_path) == set()


@pytest.mark.parametrize(("sign", "code"), [(signal.SIGTERM, 143), (signal.SIGINT, 130)], ids=str)
def test_h12_what_was_half_written_is_taken_away(sign: signal.Signals, code: int, tmp_path: Path) -> None:
    out, marker = tmp_path / "ut", tmp_path / "venter"
    out.mkdir()
    (out / "en-hendelse.html").write_text("den gamle", encoding="utf-8")
    running, _ = begun(slowly(marker), "render", SMALL, "-f", "html", "-o", out)
    until(marker.exists)
    assert len(inside(out)) == 2
    running.send_signal(sign)
    _, said = running.communicate(timeout=30)
    assert (running.returncode, b"Traceback" in said) == (code, False)
    assert inside(out) == {"en-hendelse.html"}
    assert (out / "en-hendelse.html").read_text(encoding="utf-8") == "den gamle"


def test_h12_h14_nobody_goes_on_without_the_program(tmp_path: Path) -> None:
    """Killed itself, it leaves processes that end when their time is up at the latest."""
    running, working = begun(BOUNDS + ENDLESS, "render", JOURNEYS, "-o", tmp_path, "--jobs", "2")
    running.kill()
    running.communicate()
    assert working
    until(lambda: not any(map(alive, working)))


def closed(*streams: int) -> Callable[[], None]:
    """Return what closes streams before the program begins."""
    return lambda: [os.close(each) for each in streams] and None


@pytest.mark.parametrize("streams", [(1,), (0, 1, 2)], ids=str)
def test_h12_with_closed_streams_it_does_its_work(streams: tuple[int, ...], tmp_path: Path) -> None:
    command = [sys.executable, "-m", "reise", "render", str(SMALL), "-f", "html", "-o", str(tmp_path)]
    how = {"env": patched.environment(), "preexec_fn": closed(*streams), "timeout": 60}
    assert subprocess.run(command, **how).returncode == 0
    text = (tmp_path / "en-hendelse.html").read_text(encoding="utf-8")
    assert text.startswith("<!DOCTYPE html>")
    assert text.rstrip().endswith("</html>")
    assert subprocess.run([*command[:3], "check", str(BAD / "r116-tabulator.yaml")], **how).returncode == 1


def test_h12_where_nobody_reads_any_more_it_stops(tmp_path: Path) -> None:
    read, write = os.pipe()
    os.close(read)
    done = subprocess.run(
        [sys.executable, "-m", "reise", "explain"],
        env=patched.environment(),
        stdout=write,
        stderr=subprocess.PIPE,
    )
    os.close(write)
    assert (done.returncode, done.stderr) == (1, b"")


def test_h12_where_no_error_can_be_told_it_still_ends(tmp_path: Path) -> None:
    bad = [sys.executable, "-m", "reise", "check", str(BAD / "r202-skrivefeil.yaml")]
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(bad, env=patched.environment(), stdout=subprocess.PIPE, stderr=full)
    assert done.returncode == 4
