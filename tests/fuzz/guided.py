"""The search that atheris guides: a file that runs lines of reise that none before ran is gone on from."""

import os
import pickle
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tests.fuzz.tally import Tally


def searched(seed: int, most: int, seconds: float) -> "Tally":
    """Return what came of so many inputs; libFuzzer ends its process, so each search has one of its own."""
    with tempfile.TemporaryDirectory() as folder:
        told = Path(folder) / "tally"
        command = [sys.executable, "-m", "tests.fuzz.guided", str(seed), str(most), str(seconds), str(told)]
        ran = subprocess.run(command, check=False, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
        if not told.exists():
            raise RuntimeError(ran.stderr.decode(errors="replace")[-2000:])
        tally: Tally = pickle.loads(told.read_bytes())
    return tally


def _fuzz(seed: int, most: int, seconds: float, told: Path) -> None:
    """Search in this process, which ends with that."""
    import atheris

    with atheris.instrument_imports(include=["reise"], enable_loader_override=False):
        from tests.fuzz.mutation import mutated
        from tests.fuzz.seeds import MOST, seeds, sound
        from tests.fuzz.tally import Tally
        from tests.fuzz.ways import WAYS

    tally, ends = Tally(), time.monotonic() + seconds
    ways = [way for way, often in WAYS.items() for _ in range(often)]
    chance = Random(seed)

    def one(data: bytes) -> None:
        tally.try_out(chance.choice(ways), data)
        if tally.tried >= most or time.monotonic() > ends:
            told.write_bytes(pickle.dumps(tally))
            os._exit(0)

    def changed(data: bytes, size: int, seed: int) -> bytes:
        return mutated(Random(seed), data, seeds())[:size]

    with tempfile.TemporaryDirectory(dir=told.parent) as folder:
        for number, each in enumerate({*seeds(), *sound()}):
            (Path(folder) / str(number)).write_bytes(each)
        options = [f"-seed={seed % 2**31 or 1}", f"-max_len={MOST}", "-timeout=600", "-rss_limit_mb=2048"]
        atheris.Setup(["fuzz", *options, folder], one, custom_mutator=changed)
        atheris.Fuzz()


if __name__ == "__main__":
    _fuzz(int(sys.argv[1]), int(sys.argv[2]), float(sys.argv[3]), Path(sys.argv[4]))
