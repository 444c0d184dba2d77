"""Where the program's own files (templates, fonts, vocabulary) are."""

import tomllib
from functools import cache
from pathlib import Path
from typing import Any

_HERE = Path(__file__).resolve().parent


@cache
def templates() -> Path:
    """Return the templates folder: inside the installed package, or at the top of a checkout."""
    installed = _HERE / "templates"
    return installed if installed.is_dir() else _HERE.parents[1] / "templates"


@cache
def toml(name: str) -> dict[str, Any]:
    """Return the TOML file `name` of the templates folder as a dictionary."""
    return tomllib.loads((templates() / name).read_text(encoding="utf-8"))
