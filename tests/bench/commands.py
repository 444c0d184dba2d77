"""What somebody waits for: whole commands, from the first import to the last byte."""

import subprocess
import sys
from functools import partial
from pathlib import Path

from tests.bench import journeys, mermaid
from tests.bench.benchmark import Measured, benchmark
from tests.bench.race import process, race

import reise
from reise.journey.model import Kind
from reise.labour import cores

TOP = Path(__file__).parents[2]
UNG_MOR = str(TOP / "journeys" / "ung-mor.yaml")
PYTHON = sys.executable
REISE = (PYTHON, "-m", "reise")
#: The same as it is begun when it is installed.
BEGUN = (PYTHON, "-c", "from reise.cli import main; main()")
#: What a map needs, and nothing before it.
HEAVY = ("weasyprint", "pypdfium2", "jinja2", "fontTools", "networkx", "graphviz", "pyphen")
LOADED = """
import sys
from reise.cli import main
try:
    main()
finally:
    print(*sys.modules)
"""
#: The least that a program made with Click can be: one command, which does nothing.
EMPTY = """
import click

@click.group()
def group():
    "Nothing."

@group.command()
def nothing():
    "Nothing."

group()
"""
LOAD_ALL = """
import sys, yaml
for name in sys.argv[1:]:
    with open(name, "rb") as file:
        yaml.load(file, yaml.CSafeLoader)
"""


@benchmark("`reise render` of Ung mor, A3, against bare `weasyprint` on the HTML it made", "≤ 1.15×")
def render(folder: Path) -> Measured:
    """Measure one map from YAML to PDF against only the last step of it."""
    page, ours, theirs = (str(folder / name) for name in ("ung-mor.html", "ours.pdf", "theirs.pdf"))
    process(*REISE, "render", UNG_MOR, "--output", page)
    weasyprint = (PYTHON, "-m", "weasyprint", page, theirs)
    run = race(
        partial(process, *REISE, "render", UNG_MOR, "--output", ours),
        partial(process, *weasyprint, "--pdf-variant", "pdf/ua-1"),
        partial(process, *weasyprint),
        by="cpu",
        least=9,
        most=40,
    )
    same = run.ratio("cpu")
    return Measured(
        same.median <= 1.15,
        f"{same}; {run.ratio('cpu', other=2)} of one without tags",
        f"CPU, whole processes, both PDF/UA-1, {run}; wall {run.ratio('wall')}",
    )


@benchmark(
    "`reise --help` against that of an empty Click program", "≤ 1.3×; nothing loaded that is not needed"
)
def usage(folder: Path) -> Measured:
    """Measure how soon the program answers; both are begun as an installed program begins."""
    run = race(
        partial(process, *BEGUN, "--help"),
        partial(process, PYTHON, "-c", EMPTY, "--help"),
        by="cpu",
        least=15,
        most=60,
    )
    names = ("pydantic", "yaml", *HEAVY)
    loaded = _loaded(names, "--help")
    ratio = run.ratio("cpu")
    return Measured(
        ratio.median <= 1.3 and not loaded,
        f"{ratio}; {_told(loaded, names)}",
        f"CPU, whole processes, {run}; {1000 * run.typical():.0f} ms",
    )


@benchmark(
    "`reise check` of Ung mor against `python -c 'import pydantic, yaml, click, networkx'`",
    "no WeasyPrint; ≤ 1.3×",
)
def check_one(folder: Path) -> Measured:
    """Measure one check against what it cannot do without."""
    imports = (PYTHON, "-c", "import pydantic, yaml, click, networkx")
    run = race(
        partial(process, *BEGUN, "check", UNG_MOR), partial(process, *imports), by="cpu", least=15, most=60
    )
    ratio, loaded = run.ratio("cpu"), _loaded(HEAVY, "check", UNG_MOR)
    return Measured(
        ratio.median <= 1.3 and not loaded,
        f"{ratio}; {_told(loaded, HEAVY)}",
        f"CPU, whole processes, {run}; wall {run.ratio('wall')}",
    )


@benchmark(
    "`reise check` of 1,000 files of 40 events against PyYAML's C safe loader on the same files", "≤ 2.5×"
)
def check_many(folder: Path) -> Measured:
    """Measure looking through a large collection, on all cores, against only reading it."""
    files = journeys.write(folder / "1000", 1000, 40)
    run = race(
        partial(process, *REISE, "check", str(folder / "1000")),
        partial(process, PYTHON, "-c", LOAD_ALL, *map(str, files)),
        by="wall",
        least=5,
        most=15,
    )
    ratio = run.ratio("wall")
    return Measured(
        ratio.median <= 2.5,
        f"{ratio}; {run.ratio('cpu')} of its CPU",
        f"wall, whole processes, on {cores()} cores against one, {run}; "
        f"{1000 * run.typical() / len(files):.1f} ms a file",
    )


@benchmark("`reise render` of Ung mor against a Mermaid `timeline` of it through `mmdc`", "faster")
def timeline(folder: Path) -> Measured:
    """Measure a map against a timeline with the same words."""
    journey = reise.load(UNG_MOR)
    told = mermaid.timeline(
        journey.title, [(each.kind is Kind.MILESTONE, each.text) for each in journey.events]
    )
    source = folder / "ung-mor.mmd"
    source.write_text(told, encoding="utf-8")
    theirs = (*mermaid.command(folder), "--input", str(source), "--output", str(folder / "mermaid.pdf"))
    run = race(
        partial(process, *REISE, "render", UNG_MOR, "--output", str(folder / "map.pdf")),
        partial(process, *theirs),
        by="wall",
        least=7,
        most=20,
    )
    ratio = run.ratio("wall")
    return Measured(
        ratio.median < 1,
        str(ratio),
        f"wall, whole processes, both PDF, {run}; {run.typical():.2f} s and {run.typical(1):.2f} s",
    )


def _loaded(names: tuple[str, ...], *arguments: str) -> list[str]:
    """Return which libraries of these a command loads."""
    command = [PYTHON, "-c", LOADED, *arguments]
    said = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    return [name for name in names if name in said.splitlines()[-1].split()]


def _told(loaded: list[str], names: tuple[str, ...]) -> str:
    return f"loads {', '.join(loaded)}" if loaded else f"loads none of {', '.join(names)}"
