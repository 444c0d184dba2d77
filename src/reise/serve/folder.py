"""The journeys of a folder: read, saved whole, never over what somebody else wrote, old versions kept."""

import hashlib
import os
import time
from dataclasses import dataclass
from pathlib import Path
from threading import Lock

from reise.batch import journey_files
from reise.files import write_whole
from reise.source.characters import normalised
from reise.source.file import MAX_BYTES

#: How many older versions of a journey are kept.
KEPT = 10
VERSIONS = Path(".reise", "versions")


class Unknown(Exception):  # noqa: N818 - it is the name that is unknown
    """There is no journey, or no version, of that name in the folder."""


class Changed(Exception):  # noqa: N818 - it is the file that has changed
    """The file is no longer what the change was made to; `now` is what it says."""

    def __init__(self, now: "Text") -> None:
        self.now = now
        super().__init__()


@dataclass(frozen=True, slots=True)
class Text:
    """What a file says: its bytes, and the mark that tells whether they are still the same."""

    content: bytes

    @property
    def mark(self) -> str:
        """The SHA-256 of the bytes."""
        return hashlib.sha256(self.content).hexdigest()

    @property
    def is_utf8(self) -> bool:
        """Whether the bytes are UTF-8, as they should be."""
        try:
            self.content.decode()
        except UnicodeDecodeError:
            return False
        return True

    @property
    def words(self) -> str:
        """The bytes as text; what is not UTF-8 is read as older Windows programs write it."""
        return normalised(self.content) if self.is_utf8 else self.content.decode("cp1252", "replace")


@dataclass(frozen=True, slots=True)
class Version:
    """An older text of a journey: its number, and when it was written, by the clock of this machine."""

    number: int
    written: str


class Folder:
    """The journeys of one folder, by the names of their files."""

    def __init__(self, place: Path) -> None:
        self.place = place.resolve()
        self._one_at_a_time = Lock()

    def names(self) -> tuple[str, ...]:
        """Return the names of the files that are journeys, in order."""
        return tuple(each.name for each in journey_files([self.place]) if _is_journey(each))

    def path(self, name: str) -> Path:
        """Return where a journey is. Raises Unknown for whatever is not the name of one."""
        path = self.place / name
        if Path(name).name != name or name not in self.names():
            raise Unknown
        return path

    def read(self, name: str) -> Text:
        """Return what a journey's file says, one byte more than allowed at most. Raises Unknown."""
        try:
            with self.path(name).open("rb") as file:
                return Text(file.read(MAX_BYTES + 1))
        except FileNotFoundError as error:
            raise Unknown from error

    def save(self, name: str, words: str, mark: str) -> Text:
        """Write a journey that was read with that mark, and keep what stood there before as a version.

        Raises Changed, and writes nothing, where the file says something else by now; Unknown; OSError.
        """
        with self._one_at_a_time:
            before = self.read(name)
            content = words.encode()
            if b"\r\n" in before.content:
                content = content.replace(b"\n", b"\r\n")
            if before.mark != mark:
                raise Changed(before)
            if content != before.content:
                self._keep(name, before.content)
                write_whole(self.place / name, content)
            return Text(content)

    def versions(self, name: str) -> tuple[Version, ...]:
        """Return the older texts of a journey, the latest first. Raises Unknown."""
        self.path(name)
        return tuple(
            Version(number, time.strftime("%d.%m.%Y %H:%M", time.localtime(path.stat().st_mtime)))
            for number, path in sorted(self._kept(name).items(), reverse=True)
        )

    def version(self, name: str, number: int) -> Text:
        """Return an older text of a journey. Raises Unknown."""
        self.path(name)
        path = self._kept(name).get(number)
        if path is None:
            raise Unknown
        return Text(path.read_bytes())

    def _kept(self, name: str) -> dict[int, Path]:
        """Return the files of older texts by number."""
        return {
            int(each.stem): each
            for each in (self.place / VERSIONS / name).glob("*.yaml")
            if each.stem.isdecimal() and each.is_file()
        }

    def _keep(self, name: str, content: bytes) -> None:
        """Keep a text as a version, and let go of those that are too old."""
        ignored = self.place / VERSIONS.parts[0] / ".gitignore"
        if not ignored.exists():
            # Old texts may say what was taken out for good reason; they are not to travel.
            write_whole(ignored, b"*\n")
        written = (self.place / name).stat()
        kept = self._kept(name)
        number = max(kept, default=0) + 1
        place = self.place / VERSIONS / name / f"{number:04}.yaml"
        write_whole(place, content)
        os.utime(place, ns=(written.st_atime_ns, written.st_mtime_ns))
        for old in sorted(kept)[: max(0, len(kept) + 1 - KEPT)]:
            kept[old].unlink(missing_ok=True)


def _is_journey(path: Path) -> bool:
    return path.is_file() and not path.is_symlink() and not path.name.startswith(".")
