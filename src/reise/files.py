"""Files appear whole or not at all."""

import errno
import os
import stat
import sys
import tempfile
from contextlib import suppress
from pathlib import Path

PREFIX = ".reise-"


def write_whole(path: Path, content: bytes, mode: int = 0o644) -> None:
    """Write `content` to `path` so that whoever looks sees the old file or the new one, never a part.

    The folder is made if need be; a symbolic link is replaced, not followed. Raises OSError, with
    the old file untouched, where it can't be written, and where `path` is a folder, a pipe or a device.
    """
    _replaceable(path)
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = _part(path.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
            Path(name).chmod(mode)
            if sys.platform != "win32":
                # Still locked, so that nobody takes it for a leftover.
                Path(name).replace(path)
        if sys.platform == "win32":
            # It can't rename what is open.
            Path(name).replace(path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


def _replaceable(path: Path) -> None:
    """Raise OSError where a file must not take the place of what is there."""
    if path.is_dir():
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))
    with suppress(FileNotFoundError, NotADirectoryError):
        kind = path.lstat().st_mode
        if not stat.S_ISREG(kind) and not stat.S_ISLNK(kind):
            raise OSError(errno.ENXIO, os.strerror(errno.ENXIO))


def _part(folder: Path) -> tuple[int, str]:
    """Return a new file of a folder, open and locked for as long as it is, and its name."""
    while True:
        handle, name = tempfile.mkstemp(prefix=PREFIX, dir=folder)
        # Whoever swept between these two lines had the lock before us, and took the file away.
        if not _locked(handle, wait=True) or os.fstat(handle).st_nlink:
            return handle, name
        os.close(handle)


def sweep(folder: Path) -> None:
    """Remove what a run that was killed left half-written in `folder`; what is being written stays."""
    for left in folder.glob(f"{PREFIX}*") if folder.is_dir() else ():
        with suppress(OSError):
            if sys.platform == "win32":
                # It does not let go of what is open.
                left.unlink()
                continue
            handle = os.open(left, os.O_RDWR | os.O_NOFOLLOW | os.O_NONBLOCK)
            try:
                if _locked(handle, wait=False):
                    left.unlink()
            finally:
                os.close(handle)


def _locked(handle: int, *, wait: bool) -> bool:
    """Lock an open file until it is closed or its process ends; return whether that could be done."""
    if sys.platform == "win32":
        return False
    import fcntl

    try:
        fcntl.flock(handle, fcntl.LOCK_EX | (0 if wait else fcntl.LOCK_NB))
    except OSError:
        return False
    return True
