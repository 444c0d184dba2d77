"""Where the program's own files (templates, fonts, vocabulary) are."""
# Every command reads its words from here, and importing pathlib takes longer than reading them.
# ruff: noqa: PTH112, PTH118, PTH120, PTH123

import os.path
from functools import cache
from typing import TYPE_CHECKING, Any

# Compiled, which Python's own is not: reading the words took as long as checking a journey.
import tomli

if TYPE_CHECKING:
    from pathlib import Path

_HERE = os.path.dirname(os.path.realpath(__file__))


@cache
def _folder() -> str:
    installed = os.path.join(_HERE, "templates")
    return installed if os.path.isdir(installed) else os.path.normpath(os.path.join(_HERE, "../../templates"))


@cache
def templates() -> "Path":
    """Return the templates folder: inside the installed package, or at the top of a checkout."""
    from pathlib import Path

    return Path(_folder())


@cache
def toml(name: str) -> dict[str, Any]:
    """Return the TOML file `name` of the templates folder as a dictionary."""
    with open(os.path.join(_folder(), name), "rb") as file:
        return tomli.load(file)
