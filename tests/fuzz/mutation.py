"""From files that are to files that are not yet: bytes, lines and words changed at random."""

from collections.abc import Callable, Sequence
from random import Random

from tests.fuzz.seeds import MOST, words

Mutation = Callable[[Random, bytes, Sequence[bytes]], bytes]


def flipped(chance: Random, data: bytes, _: Sequence[bytes]) -> bytes:
    """Change some bits."""
    made = bytearray(data)
    for _ in range(chance.randint(1, 4)):
        made[chance.randrange(len(made))] ^= 1 << chance.randrange(8)
    return bytes(made)


def without(chance: Random, data: bytes, _: Sequence[bytes]) -> bytes:
    """Take away some bytes."""
    at = chance.randrange(len(data))
    return data[:at] + data[at + chance.randint(1, 12) :]


def inserted(chance: Random, data: bytes, _: Sequence[bytes]) -> bytes:
    """Put in a word."""
    at = chance.randrange(len(data))
    return data[:at] + chance.choice(words()) + data[at:]


def replaced(chance: Random, data: bytes, _: Sequence[bytes]) -> bytes:
    """Put another value behind a colon."""
    at = data.find(b": ", chance.randrange(len(data)))
    end = data.find(b"\n", at)
    return data[: at + 2] + chance.choice(words()) + data[max(end, at + 2) :] if at >= 0 else data


def renamed(chance: Random, data: bytes, _: Sequence[bytes]) -> bytes:
    """Put another key before a colon."""
    at = data.find(b": ", chance.randrange(len(data)))
    begin = max(data.rfind(b"\n", 0, at), data.rfind(b"- ", 0, at) + 1, data.rfind(b"  ", 0, at) + 1)
    return data[: begin + 1] + chance.choice(words()) + data[at:] if at >= 0 else data


def swapped(chance: Random, data: bytes, _: Sequence[bytes]) -> bytes:
    """Let two lines change places."""
    lines = data.split(b"\n")
    one, other = chance.randrange(len(lines)), chance.randrange(len(lines))
    lines[one], lines[other] = lines[other], lines[one]
    return b"\n".join(lines)


def fewer(chance: Random, data: bytes, _: Sequence[bytes]) -> bytes:
    """Take away some lines."""
    lines = data.split(b"\n")
    at = chance.randrange(len(lines))
    return b"\n".join(lines[:at] + lines[at + chance.randint(1, 3) :])


def twice(chance: Random, data: bytes, _: Sequence[bytes]) -> bytes:
    """Let some lines stand twice or more often."""
    lines = data.split(b"\n")
    at = chance.randrange(len(lines))
    end = at + chance.randint(1, 3)
    return b"\n".join(lines[:at] + lines[at:end] * chance.choice((2, 2, 2, 3, 40)) + lines[end:])


def indented(chance: Random, data: bytes, _: Sequence[bytes]) -> bytes:
    """Move a line in or out."""
    lines = data.split(b"\n")
    at = chance.randrange(len(lines))
    bare = lines[at].lstrip(b" ")
    lines[at] = b" " * max(0, len(lines[at]) - len(bare) + chance.randint(-4, 4)) + bare
    return b"\n".join(lines)


def spliced(chance: Random, data: bytes, others: Sequence[bytes]) -> bytes:
    """Let another file go on where this one ends."""
    lines, more = data.split(b"\n"), chance.choice(others).split(b"\n")
    return b"\n".join(lines[: chance.randrange(len(lines))] + more[chance.randrange(len(more)) :])


MUTATIONS: tuple[Mutation, ...] = (
    *(flipped, without, inserted, inserted, replaced, replaced, replaced, renamed, renamed),
    *(swapped, fewer, twice, indented, spliced),
)


def mutated(chance: Random, data: bytes, others: Sequence[bytes]) -> bytes:
    """Return a file with one to four changes."""
    for _ in range(chance.choice((1, 1, 2, 3, 4))):
        data = chance.choice(MUTATIONS)(chance, data or b"\n", others)
    return data[:MOST]
