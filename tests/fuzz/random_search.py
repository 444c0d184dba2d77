"""The search at random: changes to files that are there, and to those that led to something new."""

import time
from collections.abc import Iterator
from random import Random

from tests.fuzz.mutation import mutated
from tests.fuzz.seeds import seeds, sound
from tests.fuzz.tally import Tally
from tests.fuzz.ways import WAYS, Way

from reise.source import compose

#: So many files that led to something new are remembered.
_MOST = 2000


def inputs(seed: int) -> Iterator[tuple[Way, bytes]]:
    """Yield ways and files without end, the same for the same seed."""
    chance = Random(seed)
    known, first, right = list(seeds()), len(seeds()), sound()
    ways, weights = [*WAYS], [*WAYS.values()]
    seen: set[frozenset[str]] = set()
    while True:
        [way] = chance.choices(ways, weights)
        data = mutated(chance, chance.choice(right if chance.random() < 0.5 else known), known)
        yield way, data
        if chance.random() < 0.1:
            # A set of problems that no file had before is worth going on from.
            codes = frozenset(each.code for each in compose(data, "en-reise.yaml").problems)
            if codes not in seen:
                seen.add(codes)
                if len(known) >= first + _MOST:
                    known.pop(first)
                known.append(data)


def searched(seed: int, most: int, seconds: float) -> Tally:
    """Return what came of so many inputs, or of as many as there was time for."""
    tally, ends = Tally(), time.monotonic() + seconds
    for way, data in inputs(seed):
        if tally.tried >= most or time.monotonic() > ends:
            break
        tally.try_out(way, data)
    return tally
