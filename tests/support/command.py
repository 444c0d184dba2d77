"""Runs the real program as a process of its own, and tells how that ended and what it said."""

import os
import subprocess
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

from tests.support import cases, program, unguarded

from reise.resources import toml

JOURNEYS = cases.TOP / "journeys"
UNG_MOR = JOURNEYS / "ung-mor.yaml"
GOOD, BAD = cases.CASES / "good", cases.CASES / "bad"
SMALL = GOOD / "en-hendelse.yaml"
#: What would change the language, the place or the looks of what the program says.
UNWANTED = ("LC_ALL", "LC_MESSAGES", "LC_CTYPE", "LANG", "LANGUAGE", "COLUMNS", "SOURCE_DATE_EPOCH")


@dataclass(frozen=True)
class Ran:
    """How a run of the program ended, and what it said."""

    code: int
    out: str
    err: str


def reise(
    *words: str | Path,
    cwd: Path | None = None,
    source_first: Path | None = None,
    environment: Mapping[str, str | None] = MappingProxyType({}),
    guarded: bool = False,
    fresh: bool = False,
    **more,
) -> Ran:
    """Run the program; `environment` adds variables, None takes one away; `fresh` spares it no loading."""
    changes = {"LANG": "nb_NO.UTF-8"} | dict(environment)
    if source_first:
        changes["PYTHONPATH"] = os.pathsep.join(
            [str(source_first), *filter(None, [os.environ.get("PYTHONPATH")])]
        )
    all_of_it = {name: value for name, value in os.environ.items() if name not in UNWANTED} | changes
    surrounded = {name: value for name, value in all_of_it.items() if value is not None}
    if fresh or more or any(name.startswith("PYTHON") for name in changes):
        done = subprocess.run(
            [*(program.REAL if guarded else unguarded.PROGRAM), *map(str, words)],
            cwd=cwd,
            env=surrounded,
            capture_output=True,
            check=False,
            encoding="utf-8",
            timeout=program.PATIENCE,
            **more,
        )
    else:
        done = program.run(words, surrounded, cwd=cwd, guarded=guarded)
    ran = Ran(done.returncode, done.stdout, done.stderr)
    assert "Traceback" not in ran.out + ran.err, ran.err
    return ran


def inside(folder: Path) -> set[str]:
    """Return the names in a folder, hidden ones too."""
    return {each.name for each in folder.iterdir()}


def cli(name: str, language: str = "nb", **gaps: object) -> str:
    text: str = toml(f"locale/cli.{language}.toml")[name]
    return text.split("|")[-1 if gaps.get("count") != 1 else 0].format(**gaps)


def module(folder: Path, name: str, text: str) -> Path:
    """Write a module that goes before the real one of that name, and return the folder it stands in."""
    folder.mkdir(exist_ok=True)
    (folder / f"{name}.py").write_text(text, encoding="utf-8")
    return folder
