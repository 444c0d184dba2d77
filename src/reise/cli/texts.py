"""Files that a command changes: which they are, what their bytes mean, and how they are put back."""

import stat
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from reise.batch import journey_files
from reise.files import write_whole
from reise.journey import Collection, Journey, parse_collection
from reise.pipeline import COLLECTIONS, collection_problems, tell_text
from reise.problems import Checked, Problem, is_guards
from reise.source import compose, read

Meaning = Callable[[bytes], Checked[Any]]


def every_file(paths: tuple[Path, ...]) -> Iterator[Path]:
    """Yield the collections and the journeys among files and folders, each once."""
    seen: set[Path] = set()
    for path in paths:
        inside = [path / name for name in COLLECTIONS] if path.is_dir() else [path]
        for each in inside:
            if each.name in COLLECTIONS and each.is_file() and each.absolute() not in seen:
                seen.add(each.absolute())
                yield each
    yield from journey_files(list(paths))


def bytes_of(path: Path) -> Checked[bytes]:
    """Return the bytes of a file, or why it cannot be opened."""
    opened = read(path, str(path))
    barred = tuple(each for each in opened.problems if each.code in ("R101", "R102", "R124"))
    return Checked(None, barred) if barred else Checked(path.read_bytes())


def meaning_of(path: Path) -> Meaning:
    """Return a function that says what bytes would mean if the file at `path` held them."""

    def journey(data: bytes) -> Checked[Journey]:
        told = tell_text(data, path, allowing=is_guards)
        return Checked(told.value.journey if told.value else None, _of(path, told.problems))

    def collection(data: bytes) -> Checked[Collection]:
        document = compose(data, path.name)
        if document.value is None:
            return Checked(None, _of(path, document.problems))
        parsed = parse_collection(document.value)
        return Checked(parsed.value, _of(path, document.problems + parsed.problems))

    return collection if path.name in COLLECTIONS else journey


def look_at(path: Path) -> Callable[[bytes], tuple[Problem, ...]]:
    """Return a function that finds the problems of bytes if the file at `path` held them."""
    meaning = meaning_of(path)
    return lambda data: meaning(data).problems


def _of(path: Path, problems: tuple[Problem, ...]) -> tuple[Problem, ...]:
    """Return problems with the file called as it was on the command line."""
    return tuple(each._replace(file=str(path)) for each in problems)


def problems_of_collections(files: list[Path]) -> tuple[Problem, ...]:
    """Return what is wrong with the collections of the folders that files are in."""
    folders = dict.fromkeys(each.parent for each in files if each.name not in COLLECTIONS)
    return tuple(each for folder in folders for each in collection_problems(folder))


def rewrite(path: Path, content: bytes) -> None:
    """Write a file anew, whole or not at all; who may read and write it stays the same."""
    write_whole(path, content, stat.S_IMODE(path.stat().st_mode))
