"""The wheel draws a map far from the checkout, and install.sh says plainly what it cannot do."""

import os
import subprocess
import sys
import sysconfig
from collections.abc import Sequence
from importlib.util import find_spec
from pathlib import Path
from zipfile import ZipFile

import pytest

TOP = Path(__file__).parents[1]
PIP = (sys.executable, "-m", "pip", "--disable-pip-version-check", "--no-input", "--quiet")


def run(command: Sequence[str | Path], folder: Path) -> str:
    # Where the tests are told to take the source of a checkout, the wheel is not.
    around = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
    done = subprocess.run(command, cwd=folder, env=around, capture_output=True, text=True, check=False)
    assert done.returncode == 0, f"{command}\n{done.stdout}{done.stderr}"
    return done.stdout


# --- The wheel ---


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel of this checkout; built without a network where hatchling is installed."""
    folder = tmp_path_factory.mktemp("wheel")
    alone = ["--no-build-isolation"] if find_spec("hatchling") else []
    run([*PIP, "wheel", "--no-deps", *alone, "--wheel-dir", folder, TOP], folder)
    [made] = folder.glob("*.whl")
    return made


@pytest.mark.slow
def test_wheel_has_the_program_and_its_templates_and_nothing_else(wheel: Path) -> None:
    with ZipFile(wheel) as opened:
        inside = {name for name in opened.namelist() if ".dist-info/" not in name and "/." not in name}
    shipped = {
        f"reise/{path.relative_to(top)}"
        for top, room in ((TOP / "src/reise", "."), (TOP, "templates"))
        for path in (top / room).rglob("*")
        if path.is_file() and path.suffix != ".pyc" and not path.name.startswith(".")
    }
    assert inside == shipped
    assert {
        "reise/templates/case-map.html.j2",
        "reise/templates/fonts/ReiseSans-Regular.ttf",
        "reise/templates/fonts/OFL.txt",
        "reise/templates/vocabulary/roles.csv",
        "reise/templates/vocabulary/transitions.csv",
        "reise/templates/locale/nb.toml",
    } <= inside


@pytest.mark.slow
def test_installed_wheel_draws_a_map_from_an_empty_folder(wheel: Path, tmp_path: Path) -> None:
    environment = tmp_path / "environment"
    run([sys.executable, "-m", "venv", "--without-pip", environment], tmp_path)
    python = environment / "bin" / "python"
    # The libraries, and pip, are lent by the environment that runs the tests; the checkout, which that
    # one has by way of a .pth file of its own, does not come along.
    purelib = "import sysconfig; print(sysconfig.get_path('purelib'))"
    site = Path(run([python, "-c", purelib], tmp_path).strip())
    (site / "lent.pth").write_text(sysconfig.get_path("purelib") + "\n", encoding="utf-8")
    install = [python, *PIP[1:], "install", "--no-deps", "--no-index", "--ignore-installed"]
    run([*install, wheel], tmp_path)

    empty = tmp_path / "empty"
    empty.mkdir()
    templates = run([python, "-c", "from reise.resources import templates; print(templates())"], empty)
    assert Path(templates.strip()) == site / "reise" / "templates"
    run([environment / "bin" / "reise", "render", TOP / "journeys" / "ung-mor.yaml"], empty)
    assert (empty / "output" / "ung-mor.pdf").read_bytes().startswith(b"%PDF-")


# --- install.sh ---


@pytest.mark.parametrize(
    ("system", "arguments", "code", "told"),
    [
        ("MINGW64_NT-10.0", [], 4, ["Windows: installer WSL", "Windows: install WSL"]),
        ("Linux", ["tset"], 2, ["kjenner ikke ordet «tset»", "sh install.sh test    installerer"]),
        ("Linux", ["--help"], 0, ["sh install.sh test    installerer"]),
    ],
)
def test_install_says_what_it_cannot_do(
    system: str, arguments: list[str], code: int, told: list[str], tmp_path: Path
) -> None:
    uname = tmp_path / "uname"
    uname.write_text(f"#!/bin/sh\necho {system}\n", encoding="utf-8")
    uname.chmod(0o755)
    path = f"{tmp_path}{os.pathsep}{os.environ['PATH']}"
    done = subprocess.run(
        ["sh", TOP / "install.sh", *arguments],
        env=os.environ | {"PATH": path, "LC_ALL": "nb_NO.UTF-8"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == code
    for words in told:
        assert words in done.stdout + done.stderr


def test_install_speaks_english_too() -> None:
    for word, code, told in (("-h", 0, "installs what is missing"), ("tset", 2, "the word “tset”")):
        done = subprocess.run(
            ["sh", TOP / "install.sh", word],
            env=os.environ | {"LC_ALL": "en_GB.UTF-8"},
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == code
        assert told in done.stdout + done.stderr


JAMMY = "release v=22.04,o=Ubuntu,a=jammy{},n=jammy,l=Ubuntu,c={},b=amd64"


@pytest.mark.parametrize(
    ("releases", "has_pango", "told", "not_told"),
    [
        ([("", "main")], True, ["- Python 3.11", "jammy-updates"], ["- Pango"]),
        ([("", "main"), ("", "universe"), ("-updates", "main")], True, ["jammy-updates"], ["- Pango"]),
        (
            [("", "universe"), ("-updates", "universe")],
            False,
            ["- Python 3.11", "- Pango"],
            ["jammy-updates"],
        ),
    ],
    ids=["main only", "updates of main only", "with updates"],
)
def test_install_lists_only_what_is_missing(
    releases: list[tuple[str, str]], has_pango: bool, told: list[str], not_told: list[str], tmp_path: Path
) -> None:
    """An Ubuntu 22.04 whose only Python is 3.10, played by scripts that stand first in the path."""
    policy = "\n".join(JAMMY.format(*each) for each in releases)
    played = {
        "uname": "echo Linux",
        "id": "echo 0",
        "apt-get": "exit 0",
        "apt-cache": f'[ -n "$2" ] || echo "{policy}"',
        # Asked for its version it is too old; asked for a library it has it or not.
        "python3": f'[ "$1" = - ] && exit {0 if has_pango else 1}; exit 1',
    }
    others = dict.fromkeys((f"python3.{minor}" for minor in (11, 12, 13, 14)), "exit 1")
    folder = tmp_path / "bin"
    folder.mkdir()
    for name, script in (played | others).items():
        (folder / name).write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
        (folder / name).chmod(0o755)
    script = (TOP / "install.sh").read_text(encoding="utf-8")
    assert " /usr/bin/python3'" in script
    (tmp_path / "install.sh").write_text(script.replace(" /usr/bin/python3'", "'"), encoding="utf-8")
    done = subprocess.run(
        ["sh", tmp_path / "install.sh"],
        env=os.environ | {"PATH": f"{folder}{os.pathsep}{os.environ['PATH']}"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 4, done.stdout + done.stderr
    assert all(each in done.stderr for each in told), done.stderr
    assert not any(each in done.stderr for each in not_told), done.stderr
