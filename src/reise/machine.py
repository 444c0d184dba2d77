"""What this machine has for printing, and what it lacks: each thing looked at by using it."""

import errno
import os
import platform
import sys
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path

#: The oldest Python that the program runs on, and the oldest Pango that sets its sheets.
PYTHON = (3, 11)
PANGO = (1, 44)
#: The packages that the program cannot do without.
PACKAGES = (
    *("click", "graphviz", "jinja2", "networkx", "nltk", "numpy", "pydantic", "pypdfium2", "pyphen"),
    *("pyyaml", "rapidfuzz", "weasyprint", "xlsxwriter"),
)
#: What brings each thing to each kind of system: a command, or where to look.
_CURES = {
    "python": {
        "debian": "sudo apt install python3 python3-venv",
        "fedora": "sudo dnf install python3",
        "arch": "sudo pacman -S python",
        "macos": "brew install python@3.13",
        "windows": "winget install Python.Python.3.13",
        "other": "https://www.python.org/downloads/",
    },
    "pango": {
        "debian": "sudo apt install libpangoft2-1.0-0 libharfbuzz-subset0",
        "fedora": "sudo dnf install pango",
        "arch": "sudo pacman -S pango",
        "macos": "brew install pango",
        "windows": "https://www.msys2.org, pacman -S mingw-w64-x86_64-pango, "
        "setx WEASYPRINT_DLL_DIRECTORIES C:\\msys64\\mingw64\\bin",
        "other": "https://doc.courtbouillon.org/weasyprint/stable/first_steps.html",
    },
    "graphviz": {
        "debian": "sudo apt install graphviz",
        "fedora": "sudo dnf install graphviz",
        "arch": "sudo pacman -S graphviz",
        "macos": "brew install graphviz",
        "windows": "winget install Graphviz.Graphviz",
        "other": "https://graphviz.org/download/",
    },
}


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that is needed: what it is called, what was found of it, whether that is good enough.

    `found` is a version, a place or a number; where it is not good enough, what is lacking or "".
    """

    name: str
    found: str
    well: bool


def findings(output: Path) -> Iterator[Finding]:
    """Yield what is needed to print to the folder `output`, the most basic first; nothing raises."""
    here = ".".join(map(str, sys.version_info[:3]))
    yield Finding("python", here, sys.version_info[:2] >= PYTHON)
    for look in (_packages, _fonts, _pango, _printing, _graphviz):
        yield _careful(look)
    yield _writing(output)


def system() -> str:
    """Return what kind of system this is: debian, fedora, arch, macos, windows or other."""
    if sys.platform == "win32":
        return "windows"
    if sys.platform == "darwin":
        return "macos"
    try:
        release = platform.freedesktop_os_release()
    except OSError:
        return "other"
    kin = f"{release.get('ID', '')} {release.get('ID_LIKE', '')}".split()
    known = {"debian": "debian", "ubuntu": "debian", "fedora": "fedora", "rhel": "fedora", "arch": "arch"}
    return next((known[each] for each in kin if each in known), "other")


def cure(name: str, kind: str) -> str:
    """Return what brings the thing a finding is about to a kind of system; "" where nothing of it does."""
    return _CURES.get("pango" if name == "printing" else name, {}).get(kind, "")


def _careful(look: Callable[[], Finding]) -> Finding:
    """Return what a look found; a library that cannot be loaded can fail in any way there is."""
    try:
        return look()
    except Exception as error:
        return Finding(look.__name__.strip("_"), type(error).__name__, well=False)


def _packages() -> Finding:
    """Look for the packages that were installed with the program."""
    missing = []
    for name in PACKAGES:
        try:
            metadata.version(name)
        except metadata.PackageNotFoundError:
            missing.append(name)
    return Finding("packages", ", ".join(missing) if missing else str(len(PACKAGES)), not missing)


def _fonts() -> Finding:
    """Look whether the fonts are there, and whole, by their SHA-256."""
    from reise.pdf import fonts

    found = fonts()
    broken = [name for name, whole in found.items() if not whole]
    return Finding("fonts", ", ".join(broken) if broken else str(len(found)), not broken)


def _pango() -> Finding:
    """Look for Pango by asking it for its version."""
    from reise.pdf import Unprintable, pango_version

    try:
        version = pango_version()
    except Unprintable as lacking:
        return Finding("pango", str(lacking), well=False)
    return Finding("pango", ".".join(map(str, version)), version[:2] >= PANGO)


def _printing() -> Finding:
    """Print a small page."""
    from reise.pdf import Unprintable, pdf

    try:
        made = pdf("<html lang=nb><title>æøå</title><p>Æ Ø Å</p></html>")
    except Unprintable as lacking:
        return Finding("printing", lacking.code, well=False)
    return Finding("printing", str(len(made)), made.startswith(b"%PDF"))


def _graphviz() -> Finding:
    """Place a small graph."""
    from reise.layout.dot import NoGraphviz, heights_in_ranks, program

    try:
        placed = heights_in_ranks((1.0, 1.0), (0, 0), (), 1.0)
    except NoGraphviz:
        return Finding("graphviz", "", well=False)
    return Finding("graphviz", Path(program()).name, len(set(placed)) == 2)


def _writing(output: Path) -> Finding:
    """Write a file in a folder, or in the nearest above it that is there, and take it away again."""
    folder = output.absolute()
    while not folder.exists():
        folder = folder.parent
    try:
        with tempfile.NamedTemporaryFile(dir=folder, prefix=".reise-") as file:
            os.write(file.fileno(), b"\n")
    except OSError as error:
        return Finding("output", errno.errorcode.get(error.errno or 0, "?"), well=False)
    return Finding("output", str(output), well=True)
