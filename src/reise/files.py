"""Files appear whole or not at all."""

import errno
import os
import tempfile
from pathlib import Path

PREFIX = ".reise-"


def write_whole(path: Path, content: bytes, mode: int = 0o644) -> None:
    """Write `content` to `path` so that whoever looks sees the old file or the new one, never a part.

    The folder is made if need be; a symbolic link is replaced, not followed. Raises OSError, with
    the old file untouched, where it can't be written, and IsADirectoryError where `path` is a folder.
    """
    if path.is_dir():
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(prefix=PREFIX, dir=path.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        Path(name).chmod(mode)
        Path(name).replace(path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


def sweep(folder: Path) -> None:
    """Remove what a run that was killed left half-written in `folder`."""
    if folder.is_dir():
        for left in folder.glob(f"{PREFIX}*"):
            left.unlink(missing_ok=True)
