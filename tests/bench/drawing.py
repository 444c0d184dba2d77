"""Drawing: a hundred maps on several cores and against a browser; and layout against drawing."""

import subprocess
import sys
from functools import partial
from pathlib import Path

from tests.bench import journeys
from tests.bench.benchmark import Measured, Missing, benchmark
from tests.bench.chromium import Chromium
from tests.bench.race import Cost, call, process, race

from reise.labour import cores
from reise.pipeline import draw, lay_out, tell

RENDER = (sys.executable, "-m", "reise", "render")
#: Draws with one worker, and says what memory that held after each map, in MB.
WORKER = """
import multiprocessing, os, sys
from pathlib import Path
from reise.batch import Order, journey_files, render_all
order = Order("a3", "pdf", None, False, Path(sys.argv[2]))
for outcome in render_all([*journey_files([Path(sys.argv[1])])], order, jobs=1):
    [worker] = multiprocessing.active_children()
    held = int(open(f"/proc/{worker.pid}/statm").read().split()[1])
    print(held * os.sysconf("SC_PAGE_SIZE") / 1e6)
"""


def _hundred(folder: Path) -> str:
    """Return a folder with a hundred journeys of 25 events."""
    journeys.write(folder / "100", 100, 25)
    return str(folder / "100")


@benchmark("100 journeys of 25 events on 2 cores against 1", "≥ 1.7× faster; memory of a worker flat")
def two_cores(folder: Path) -> Measured:
    """Measure what a second core is good for, and what a worker keeps."""
    if cores() < 2:
        raise Missing("a second core")
    command = (*RENDER, _hundred(folder), "--output", str(folder / "maps"), "--jobs")
    run = race(partial(process, *command, "1"), partial(process, *command, "2"), by="wall", least=3, most=7)
    faster, memory = run.ratio("wall"), _memory(folder)
    return Measured(
        faster.median >= 1.7 and memory[99] < 1.1 * memory[9],
        f"{faster} faster; {memory[9]:.0f} MB after the 10th, {memory[99]:.0f} after the 100th",
        f"wall, whole processes, {run}; two cores take {run.ratio('cpu', 1, 0)} of the CPU of one",
    )


def _memory(folder: Path) -> list[float]:
    """Return what one worker holds after each of a hundred maps, in MB."""
    if not Path("/proc/self/statm").exists():
        raise Missing("/proc")
    command = [sys.executable, "-c", WORKER, _hundred(folder), str(folder / "worker")]
    return [float(each) for each in subprocess.run(command, capture_output=True, check=True).stdout.split()]


@benchmark("The same 100 against one warm headless Chromium that prints the same HTML", "≤ 0.8×")
def browser(folder: Path) -> Measured:
    """Measure maps from YAML to PDF, start of the program included, against printing alone."""
    given, pages, theirs = _hundred(folder), folder / "pages", folder / "printed"
    theirs.mkdir()
    process(*RENDER, given, "--format", "html", "--output", str(pages))
    html = sorted(pages.iterdir())
    with Chromium(folder / "profile", tabs=2) as chromium:

        def printed(tabs: int) -> Cost:
            return call(lambda: chromium.print(html, theirs, tabs), chromium.used)

        ours = partial(process, *RENDER, given, "--output", str(folder / "maps"))
        run = race(ours, partial(printed, 1), partial(printed, 2), by="wall", least=3, most=7)
    tabs = max(1, 2, key=lambda tabs: run.ratio("wall", other=tabs).median)
    ratio = run.ratio("wall", other=tabs)
    return Measured(
        ratio.median <= 0.8,
        str(ratio),
        f"wall, {run}; {run.typical():.1f} s on {cores()} cores, Chromium "
        f"{run.typical(1):.1f} s in one tab, {run.typical(2):.1f} s in two; "
        f"CPU {run.ratio('cpu', other=tabs)}",
    )


@benchmark("Layout of a journey of 500 events against its drawing", "< 5 %")
def layout(folder: Path) -> Measured:
    """Measure deciding where everything stands against printing it."""
    told = tell(journeys.write(folder / "500", 1, 500)[0]).value
    assert told is not None
    laid_out = lay_out(told, "a3", None).value
    assert laid_out is not None
    run = race(
        lambda: call(lambda: lay_out(told, "a3", None)),
        lambda: call(lambda: draw(laid_out, "pdf")),
        by="cpu",
        least=5,
        most=11,
    )
    ratio = run.ratio("cpu")
    return Measured(
        ratio.median < 0.05,
        f"{100 * ratio.median:.1f} % ({100 * ratio.low:.1f}–{100 * ratio.high:.1f})",
        f"CPU, in one warm process, {run}; {len(laid_out.sheets)} sheets, "
        f"{1000 * run.typical():.0f} ms and {run.typical(1):.2f} s",
    )
