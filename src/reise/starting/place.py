"""New files, which never take the place of old ones."""

from pathlib import Path


def write_new(path: Path, content: bytes, *, mode: int = 0o644) -> bool:
    """Write a file that is not there yet, and return whether that was so; one that is there stays as it is.

    The folder is made if need be. Raises OSError, with nothing left behind, where it can't be written.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    try:
        file = path.open("xb")
    except FileExistsError:
        return False
    try:
        with file:
            file.write(content)
        path.chmod(mode)
    except BaseException:
        path.unlink(missing_ok=True)
        raise
    return True
