"""The real program as a process of its own, with a part of it replaced before it begins."""

import os
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

from tests.support.command import UNWANTED, Ran

#: A drawing that goes on until somebody ends it.
ENDLESS = """
import time
import reise.pdf
def pdf(*_, **__):
    while True:
        time.sleep(0.05)
reise.pdf.pdf = pdf
"""
#: So little time that a drawing that never ends is soon over.
BOUNDS = "import reise.limits as p\np.bounds = lambda sheets: (1.5 if sheets else 60, 1 << 30)\n"
_MAIN = "\nimport sys\nfrom reise.cli import main\nmain()\n"


def command(patch: str, *words: str | Path) -> list[str]:
    """Return the command line of a program that first runs `patch`."""
    return [sys.executable, "-c", patch + _MAIN, *map(str, words)]


def environment(**more: str) -> dict[str, str]:
    """Return an ordinary environment in which the program speaks bokmål."""
    plain = {name: value for name, value in os.environ.items() if name not in UNWANTED}
    return plain | {"LANG": "nb_NO.UTF-8"} | more


def run(patch: str, *words: str | Path, **more: object) -> Ran:
    """Run the program after `patch`; hold that it never shows a traceback."""
    done = subprocess.run(
        command(patch, *words),
        capture_output=True,
        timeout=120,
        **{"env": environment()} | more,  # type: ignore[call-overload]
    )
    ran = Ran(done.returncode, done.stdout.decode(), done.stderr.decode())
    assert "Traceback" not in ran.out + ran.err, ran.err
    return ran


def until(there: Callable[[], object], seconds: float = 30) -> None:
    """Wait until something is so."""
    ends = time.monotonic() + seconds
    while not there():
        assert time.monotonic() < ends, "never so"
        time.sleep(0.02)


def slowly(marker: Path) -> str:
    """Return what makes a program wait, where it writes, until a file is gone."""
    return f"""
import os, time
def fsync(_, real=os.fsync):
    open({str(marker)!r}, "w").close()
    while os.path.exists({str(marker)!r}):
        time.sleep(0.02)
    real(_)
os.fsync = fsync
"""


def children(pid: int) -> list[int]:
    """Return the processes that a process has begun."""
    try:
        return [int(each) for each in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]
    except FileNotFoundError:
        return []


def alive(pid: int) -> bool:
    """Return whether a process is there and not merely waiting to be counted."""
    try:
        return Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()[0] != "Z"
    except (FileNotFoundError, ProcessLookupError):
        return False
