"""The real program as a process of its own, with a part of it replaced before it begins."""

import os
import subprocess
import sys
from pathlib import Path

from tests.test_program import UNWANTED, Ran

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
        env=environment(),
        capture_output=True,
        timeout=120,
        **more,  # type: ignore[call-overload]
    )
    ran = Ran(done.returncode, done.stdout.decode(), done.stderr.decode())
    assert "Traceback" not in ran.out + ran.err, ran.err
    return ran
