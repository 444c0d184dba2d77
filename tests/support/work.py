"""Work for another process: done, or stopped in one way or another."""

import os
import time

from reise.labour import bound


def slow() -> None:
    bound(0.2, 2 << 30)
    time.sleep(20)


def large() -> None:
    bound(20, 200 << 20)
    bytearray(1 << 30)


def crashed() -> None:
    os._exit(3)


def well() -> str:
    return "made"
