"""What the guard finds of what is planted, what it holds against clean texts, and what it costs."""

import random
import subprocess
import sys
from collections import Counter
from functools import partial
from pathlib import Path

from tests.bench.benchmark import Measured, benchmark
from tests.bench.race import process, race
from tests.guard import planting
from tests.guard.measure import alarms, missed
from tests.guard.residual import residual

TOP = Path(__file__).parents[2]
UNG_MOR = str(TOP / "journeys" / "ung-mor.yaml")
PLANTS = 2000
PARSE = """
import sys
from pathlib import Path
from reise import pipeline
from reise.guard.record import Record
from reise.guard.verdict import Seal, Verdict
if sys.argv[2] == "without":
    pipeline.judge = lambda *given: Verdict(Seal("0" * 64, True), Record(), (), (), ())
    pipeline.judge_collection = lambda *given: pipeline.judge()
pipeline.tell(Path(sys.argv[1]))
"""


@benchmark(
    "planted identifiers that the guard lets pass, of 2,000 with a fresh seed", "0 outside the list; ≤ 1 %"
)
def planted(folder: Path) -> Measured:
    """Plant identifiers that no list knows, and count those that nothing is said of."""
    seed = random.SystemRandom().randrange(10**9)
    passed = missed(planting.planted(seed, PLANTS), folder)
    entries = Counter(residual(each) or "outside the list" for each in passed)
    outside = entries["outside the list"]
    share = len(passed) / PLANTS
    told = f"{len(passed)} of {PLANTS:,} ({share:.2%}), {outside} of them outside the published list"
    by_entry = ", ".join(f"{count} {entry}" for entry, count in entries.most_common())
    return Measured(share <= 0.01 and not outside, told, f"seed {seed}: {by_entry or 'none'}")


@benchmark("false alarms on clean Norwegian, of 1,000 words", "≤ 10 for a person, < 1 that blocks")
def false_alarms(folder: Path) -> Measured:
    """Count what the guard finds in texts where nothing is to be found."""
    found = {name: alarms(name) for name in ("nb", "nn", "held-nb", "held-nn")}
    told = "; ".join(f"{name} {decide:.1f} and {block:.1f}" for name, (decide, block) in found.items())
    well = all(decide <= 10 and block < 1 for decide, block in found.values())
    return Measured(well, told, "made-up texts of 3,000 to 5,000 words, written without knowing the guard")


@benchmark("the guard of Ung mor, against reading it without", "≤ 50 ms; ≤ 60 MB more")
def cost(folder: Path) -> Measured:
    """Measure reading a journey with the guard against without, from the first import on."""

    def memory(which: str) -> int:
        told = f"{PARSE}\nimport resource\nprint(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)"
        command = [sys.executable, "-c", told, UNG_MOR, which]
        return int(subprocess.run(command, check=True, capture_output=True, text=True).stdout)

    run = race(
        partial(process, sys.executable, "-c", PARSE, UNG_MOR, "with"),
        partial(process, sys.executable, "-c", PARSE, UNG_MOR, "without"),
        by="cpu",
        least=15,
        most=40,
    )
    more = 1000 * (run.typical() - run.typical(1))
    megabytes = (memory("with") - memory("without")) / 1024
    return Measured(
        more <= 50 and megabytes <= 60,
        f"{more:.0f} ms and {megabytes:.0f} MB more ({run.ratio('cpu')})",
        f"CPU, whole processes, {run}",
    )
