"""A journey with one open finding, what is decided about it and who approves it, by the program."""

import os
import subprocess
from pathlib import Path

from tests.support import program

from reise.pipeline import tell, verdict

TEXT = """reise: 1
tittel: Reisen
status: godkjent
kilde: konstruert
samtykke: {kart: ja, vegg: ja, sammenligning: ja}
hendelser:
  - milepæl: Skolen
  - hendelse: Hun flytter til et brimlekott og blir der
  - hendelse: Hun finner veien hjem
"""
REASON = "et ord fra dialekten, ingen heter det"


def reise(*arguments: object, where: Path) -> subprocess.CompletedProcess[str]:
    environment = os.environ | {"LC_ALL": "nb_NO.UTF-8"}
    return program.run([*map(str, arguments)], environment, cwd=where)


def mark(path: Path) -> str:
    """Return the mark of the one finding that is open."""
    judged = verdict(path, path.name).value
    assert judged
    [finding] = judged.open
    return finding.mark


def decided(path: Path, reason: str = REASON) -> subprocess.CompletedProcess[str]:
    given = (
        "--finding",
        mark(path),
        "--reason",
        reason,
        "--by",
        "AB",
        "--author",
        "CD",
        "--date",
        "2030-01-31",
    )
    return reise("decide", path.name, *given, where=path.parent)


def codes(path: Path) -> list[str]:
    return [each.code for each in tell(path, path.name).problems]


def approved(path: Path, by: str = "EF", *more: str) -> subprocess.CompletedProcess[str]:
    given = ("--by", by, "--yes", "--date", "2030-01-31", *more)
    return reise("approve", path.name, *given, where=path.parent)
