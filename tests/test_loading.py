"""What a command loads: nothing that it does not need."""

import importlib
import subprocess
import sys
from pathlib import Path

from tests.support.command import BAD, UNG_MOR, inside


def loaded_by(*words: str | Path, cwd: Path | None = None) -> set[str]:
    """Return the packages that a run of Python loads."""
    done = subprocess.run(
        [sys.executable, "-X", "importtime", *map(str, words)],
        cwd=cwd,
        capture_output=True,
        text=True,
        check=True,
    )
    return {line.rsplit("|", 1)[1].strip().split(".")[0] for line in done.stderr.splitlines() if "|" in line}


HEAVY = {"weasyprint", "networkx", "jinja2", "fontTools", "pypdfium2", "pyphen", "graphviz", "PIL", "numpy"}


def test_check_loads_nothing_that_draws() -> None:
    for path in (UNG_MOR, BAD / "r501-tegn-uten-form.yaml"):
        code = f"import sys; sys.argv[1:] = ['check', {str(path)!r}]\ntry: __import__('reise.cli').cli.main()"
        loaded = loaded_by("-c", f"{code}\nexcept SystemExit: pass")
        assert {"yaml", "pydantic", "click"} <= loaded
        assert loaded & HEAVY == set()


def test_a_map_loads_nothing_that_only_a_comparison_needs() -> None:
    code = "import reise; reise.case_map(reise.load({!r})); import reise.page.html, reise.pdf".format
    assert (
        loaded_by("-c", code(str(UNG_MOR))) & {"networkx", "rapidfuzz", "nltk", "graphviz", "xlsxwriter"}
        == set()
    )


def test_help_loads_next_to_nothing() -> None:
    assert loaded_by("-m", "reise", "--help") & (HEAVY | {"pydantic"}) == set()


def test_import_from_an_empty_folder(tmp_path: Path) -> None:
    assert loaded_by("-c", "import reise", cwd=tmp_path) & (HEAVY | {"yaml", "pydantic", "click"}) == set()
    code = "import reise; print(*sorted(name for name in reise.__all__ if getattr(reise, name)))"
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=tmp_path, capture_output=True, text=True, check=True
    )
    assert done.stdout.split() == sorted(importlib.import_module("reise").__all__)
    assert inside(tmp_path) == set()
