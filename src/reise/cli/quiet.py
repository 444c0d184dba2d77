"""What a process of the program does so that nothing of a journey ends up where nobody looks for it."""

import os
import signal
import sys
import threading
import warnings
from contextlib import suppress
from types import FrameType

from reise.cli.speech import words
from reise.faults import place_of


def keep_quiet() -> None:
    """Leave no core dump and no traceback, whatever happens; end in order when asked to by a signal."""
    _open_streams()
    with suppress(ImportError, OSError, ValueError):
        import resource

        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    for name in ("SIGTERM", "SIGHUP"):
        sign = getattr(signal, name, None)
        if sign is not None and signal.getsignal(sign) == signal.SIG_DFL:
            signal.signal(sign, _end)
    sys.excepthook = lambda kind, error, trace: _tell(error)
    sys.unraisablehook = lambda unraisable: _tell(unraisable.exc_value)
    threading.excepthook = lambda thrown: _tell(thrown.exc_value)
    if not sys.warnoptions:
        # A warning shows a line of the program and what it is about.
        warnings.simplefilter("ignore")


def _open_streams() -> None:
    """See to it that input, output and errors lead somewhere, be it nowhere.

    A file that is written would else get the number of a stream that was closed, and with it all that
    is said there.
    """
    for number in (0, 1, 2):
        try:
            os.fstat(number)
        except OSError:
            os.open(os.devnull, os.O_RDWR)
    for name in ("stdout", "stderr"):
        if getattr(sys, name) is None:
            setattr(sys, name, open(os.devnull, "w", encoding="utf-8"))  # noqa: SIM115, PTH123


def _end(sign: int, _: FrameType | None) -> None:
    """End by way of everything that is to be tidied up."""
    raise SystemExit(128 + sign)


def _tell(error: BaseException | None) -> None:
    """Tell of an error by its place."""
    if error is not None and not isinstance(error, KeyboardInterrupt):
        with suppress(OSError):
            sys.stderr.write(words("cli.unforeseen", place=place_of(error)) + "\n")
