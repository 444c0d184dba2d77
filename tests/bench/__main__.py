"""Prints the table, a row as soon as it is measured."""

import compileall
import sys
import tempfile
from pathlib import Path

from tests.bench import commands, drawing, guard, served
from tests.bench.benchmark import BENCHMARKS

import reise


def main(names: list[str]) -> int:
    """Run the benchmarks of those names, or all; 2 where there is no such benchmark."""
    unknown = [name for name in names if name not in BENCHMARKS]
    if unknown:
        print(f"no benchmark {', '.join(unknown)}; there are {', '.join(BENCHMARKS)}", file=sys.stderr)
        return 2
    # As pip leaves every library that ours is held against, also where Python is told to write no bytecode.
    compileall.compile_dir(Path(reise.__file__).parent, quiet=1)
    print("| what | goal | measured | how |\n|---|---|---|---|", flush=True)
    for name in names or BENCHMARKS:
        with tempfile.TemporaryDirectory(prefix="reise-bench-") as folder:
            print(BENCHMARKS[name].row(Path(folder)), flush=True)
    return 0


assert commands
assert drawing
assert guard
assert served
sys.exit(main(sys.argv[1:]))
