"""The local page: how soon the server answers, and how soon a map follows what is written."""

import os
import shutil
import statistics
import subprocess
import sys
import time
from functools import partial
from pathlib import Path

from tests.bench.benchmark import Measured, benchmark
from tests.bench.race import Cost, process, race
from tests.support.browser import Browser
from tests.support.serving import PROGRAM, serving

TOP = Path(__file__).parents[2]
#: Writes a letter in the title, and says how long it took until the map that has it stood there.
WRITE = """(async () => {
  const main = document.querySelector("main");
  const drawn = main.dataset.drawn;
  const begun = performance.now();
  document.execCommand("insertText", false, "a");
  while (!main.dataset.drawn || main.dataset.drawn === drawn) await new Promise(requestAnimationFrame);
  return performance.now() - begun;
})()"""


def _start(folder: Path) -> Cost:
    """Return what it costs until the server says that it answers."""
    begun = time.perf_counter()
    server = subprocess.Popen([*PROGRAM, str(folder)], stdout=subprocess.PIPE, env=os.environ)
    assert server.stdout
    server.stdout.readline()
    wall = time.perf_counter() - begun
    server.kill()
    server.communicate()
    return Cost(wall, wall, 0)


@benchmark("`reise serve` until it answers, against `python -c 'import starlette, uvicorn'`", "≤ 1.5×")
def serve(folder: Path) -> Measured:
    """Measure how soon the server answers."""
    imports = (sys.executable, "-c", "import starlette, uvicorn")
    run = race(partial(_start, folder), partial(process, *imports), by="wall", least=11, most=40)
    ratio = run.ratio()
    return Measured(ratio.median <= 1.5, str(ratio), f"wall, {run}; {1000 * run.typical():.0f} ms")


@benchmark("A letter written to the map redrawn, Ung mor in Chromium", "< 300 ms")
def redraw(folder: Path) -> Measured:
    """Measure how soon the map follows."""
    place = folder / "journeys"
    shutil.copytree(TOP / "journeys", place)
    with serving(place) as server, Browser(folder / "profile") as browser:
        page = browser.page
        page.go(server.address)
        page.go(f"{server.base}/journeys/ung-mor.yaml")
        page.until("document.querySelector('main').dataset.drawn")
        page.run("document.querySelector('.cm-content').focus()")
        for key, modifiers in (("Home", 2), ("ArrowDown", 0), ("End", 0)):
            page.press(key, modifiers)
        times = [page.run(WRITE) for _ in range(30)][5:]
        page.leave()
    low, middle, high = statistics.quantiles(times, n=4)
    return Measured(middle < 300, f"{middle:.0f} ms ({low:.0f}–{high:.0f})", f"wall, {len(times)} letters")
