"""Shell completion, in real shells on a real terminal."""

import os
import pty
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

#: Stands in for `reise`: fills in for the shell as the real one, and else only notes what it was called with.
SHIM = """#!/bin/sh
if [ -n "$_REISE_COMPLETE" ] || [ "$1" = completion ]; then exec "{python}" -m reise "$@"; fi
printf '%s\\n' "$@" >>"{said}"
"""
SETTING_UP = {
    "bash": (["bash", "--noprofile", "--norc", "-i"], 'eval "$(reise completion bash)"'),
    "zsh": (["zsh", "-f", "-i"], 'autoload -U compinit; compinit -D; eval "$(reise completion zsh)"'),
    "fish": (["fish", "--no-config", "-i"], "reise completion fish | source"),
}


@pytest.fixture(params=SETTING_UP)
def shell(request):
    """The name of a shell that this machine has."""
    if shutil.which(request.param) is None:
        pytest.skip(f"{request.param} is not installed")
    return request.param


def typed(shell: str, keys: list[str], folder: Path) -> list[str]:
    """Return what commands are called with after somebody types in a shell, "\\t" and all."""
    said, shim = folder / "said", folder / "bin/reise"
    shim.parent.mkdir()
    shim.write_text(SHIM.format(python=sys.executable, said=said), encoding="utf-8")
    shim.chmod(0o755)
    path = os.pathsep.join((str(shim.parent), os.environ["PATH"]))
    environment = os.environ | {"PATH": path, "TERM": "dumb", "LC_ALL": "C.UTF-8", "HOME": str(folder)}
    command, first = SETTING_UP[shell]
    ours, theirs = pty.openpty()
    # The terminal must be the shell's own, or it can't be asked for anything.
    running = subprocess.Popen(
        ["setsid", "--ctty", "--wait", *command],
        stdin=theirs,
        stdout=theirs,
        stderr=theirs,
        cwd=folder,
        env=environment,
    )
    os.close(theirs)
    os.write(ours, "\n".join([first, *keys, "exit", ""]).encode())
    try:
        while os.read(ours, 4096):
            pass
    except OSError:
        pass  # how Linux says that the terminal has no programs any more
    os.close(ours)
    running.wait(60)
    return said.read_text(encoding="utf-8").splitlines()


@pytest.fixture
def folder(tmp_path):
    """A folder with journeys, and with other files."""
    (tmp_path / "journeys").mkdir()
    for name in ("ung-mor.yaml", "ung-mor.pdf", "ungdom.txt"):
        (tmp_path / "journeys" / name).touch()
    return tmp_path


def test_commands_choices_and_journeys_are_filled_in(shell, folder):
    said = typed(shell, ["reise ren\t--pap\ta1", "reise render jour\tun\t"], folder)
    assert said[:3] == ["render", "--paper", "a1"]
    assert said[3:5] == ["render", "journeys/ung-mor.yaml"]


def test_choices_of_an_option_are_filled_in(shell, folder):
    assert typed(shell, ["reise render --format pd\t"], folder) == ["render", "--format", "pdf"]


def test_offering_the_commands_loads_none_of_them():
    code = "import sys\nfrom reise.cli import main\ntry:\n    main()\nfinally:\n    print(*sys.modules)"
    environment = os.environ | {"_REISE_COMPLETE": "bash_complete", "COMP_WORDS": "reise ", "COMP_CWORD": "1"}
    run = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, env=environment, check=False
    )
    offered, _, loaded = run.stdout.rstrip().rpartition("\n")
    assert {"plain,check", "plain,render", "plain,schema"} <= set(offered.split("\n"))
    assert not {"reise.pipeline", "pydantic", "weasyprint"} & set(loaded.split())


def test_a_name_with_a_space_is_left_to_the_shell(tmp_path, monkeypatch):
    from reise.cli.completion import Journeys

    monkeypatch.chdir(tmp_path)
    (tmp_path / "en reise.yaml").touch()
    assert [(each.type, each.value) for each in Journeys().shell_complete(None, None, "en")] == [
        ("file", "en")
    ]
    (tmp_path / "en reise.yaml").rename(tmp_path / "en-reise.yaml")
    assert [each.value for each in Journeys().shell_complete(None, None, "en")] == ["en-reise.yaml"]
