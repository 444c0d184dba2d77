"""A folder for a team: what it gets, what it keeps, and what stops a commit."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from reise.pipeline import collection_problems
from reise.starting.folder import ready
from reise.starting.place import write_new

GOOD = "reise: 1\ntittel: x\nhendelser:\n  - krise: x\n"
BAD = "reise: 1\ntittel: x\nhendelser:\n  - krisse: x\n"


def git(folder: Path, *words: str, path: str | None = None) -> subprocess.CompletedProcess[str]:
    environment = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    environment |= {"LANG": "nb_NO.UTF-8", "GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1"}
    if path is not None:
        environment["PATH"] = path
    return subprocess.run(
        ["git", "-c", "user.name=x", "-c", "user.email=x@x.invalid", "-C", str(folder), *words],
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )


def everything(folder: Path) -> dict[str, bytes]:
    return {
        str(each.relative_to(folder)): each.read_bytes()
        for each in folder.rglob("*")
        if each.is_file() and ".git/" not in f"{each.relative_to(folder)}"
    }


@pytest.mark.parametrize("language", ["nb", "nn", "en"])
def test_a_folder_gets_what_a_team_needs(language: str, tmp_path: Path) -> None:
    folder = tmp_path / "ny" / "mappe"
    made = ready(folder, language)
    assert made.left == ()
    assert made.hook == "none"
    assert set(everything(folder)) == {str(each.relative_to(folder)) for each in made.made}
    assert (folder / "journeys").is_dir()
    assert collection_problems(folder / "journeys") == ()
    settings = json.loads((folder / ".vscode" / "settings.json").read_text("utf-8"))
    for schema in settings["yaml.schemas"]:
        assert json.loads((folder / schema).read_text("utf-8"))["$schema"].startswith(
            "https://json-schema.org/"
        )
    assert "redhat.vscode-yaml" in (folder / ".vscode" / "extensions.json").read_text("utf-8")


def test_again_changes_nothing_and_says_what_is_left(tmp_path: Path) -> None:
    (tmp_path / ".gitignore").write_text("mitt\n", encoding="utf-8")
    first = ready(tmp_path, "nb")
    assert first.left == (tmp_path / ".gitignore",)
    before = everything(tmp_path)
    assert before[".gitignore"] == b"mitt\n"
    again = ready(tmp_path, "en")
    assert again.made == ()
    assert set(again.left) == {*first.made, *first.left}
    assert everything(tmp_path) == before


def test_a_collection_of_another_name_is_the_collection(tmp_path: Path) -> None:
    (tmp_path / "journeys").mkdir()
    other = tmp_path / "journeys" / "collection.yaml"
    other.write_text("reise: 1\ntitle: x\n", encoding="utf-8")
    assert other in ready(tmp_path, "nb").left
    assert not (tmp_path / "journeys" / "samling.yaml").exists()


@pytest.fixture
def team(tmp_path: Path) -> Path:
    """A folder that is ready, inside a repository."""
    folder = tmp_path / "lag"
    assert git(tmp_path, "init", "-q").returncode == 0
    assert ready(folder, "nb").hook == "ready"
    return folder


def commit(folder: Path, *words: str, **more: str) -> subprocess.CompletedProcess[str]:
    assert git(folder, "add", "-A").returncode == 0
    return git(folder, "commit", "-qm", "x", *words, **more)


def test_a_commit_of_right_journeys_goes_through(team: Path) -> None:
    assert commit(team).returncode == 0
    (team / "journeys" / "prøve ny.yaml").write_text(GOOD, encoding="utf-8")
    assert commit(team).returncode == 1
    (team / "journeys" / "prøve ny.yaml").rename(team / "journeys" / "prove-ny.yaml")
    assert commit(team).returncode == 0


def test_a_commit_of_a_wrong_journey_is_stopped_with_the_place(team: Path) -> None:
    (team / "journeys" / "prove.yaml").write_text(BAD, encoding="utf-8")
    done = commit(team)
    assert done.returncode == 1
    assert "lag/journeys/prove.yaml:4:5 R202 " in done.stderr
    assert done.stderr.endswith("prøv igjen.\n")
    assert commit(team, "--no-verify").returncode == 0


def test_what_is_staged_is_checked_and_not_what_lies_about(team: Path) -> None:
    path = team / "journeys" / "prove.yaml"
    path.write_text(GOOD, encoding="utf-8")
    git(team, "add", "-A")
    path.write_text(BAD, encoding="utf-8")
    assert git(team, "commit", "-qm", "x").returncode == 0
    git(team, "add", "-A")
    path.write_text(GOOD, encoding="utf-8")
    assert git(team, "commit", "-qm", "x").returncode == 1


def test_the_roles_of_the_collection_are_known(team: Path) -> None:
    shared = team / "journeys" / "samling.yaml"
    local = "roller:\n  - {id: huset, navn: Huset}\n"
    shared.write_text("reise: 1\nsamling: x\n" + local, encoding="utf-8")
    assert commit(team).returncode == 0
    (team / "journeys" / "prove.yaml").write_text(GOOD + "    hvem: huset\n", encoding="utf-8")
    done = commit(team)
    assert (done.returncode, "R303" in done.stderr) == (0, False)


def test_a_wrong_collection_is_stopped_and_other_files_are_nobodys_business(team: Path) -> None:
    (team / "notat.yaml").write_text("hva: som: helst\n", encoding="utf-8")
    (team / "journeys" / "notat.txt").write_text("hva som helst\n", encoding="utf-8")
    assert commit(team).returncode == 0
    (team / "journeys" / "samling.yaml").write_text("reise: 1\nsamlin: x\n", encoding="utf-8")
    done = commit(team)
    assert done.returncode == 1
    assert " R202 " in done.stderr


def test_without_the_program_on_the_path_its_own_python_is_used(team: Path) -> None:
    (team / "journeys" / "prove.yaml").write_text(BAD, encoding="utf-8")
    done = commit(team, path="/usr/bin:/bin")
    assert done.returncode == 1
    assert " R202 " in done.stderr
    hook = next(team.parent.glob(".git/hooks/pre-commit"))
    hook.write_text(hook.read_text("utf-8").replace(sys.executable, "/borte"), encoding="utf-8")
    done = commit(team, path="/usr/bin:/bin")
    assert done.returncode == 1
    assert "Finner ikke programmet reise" in done.stderr


def test_a_hook_that_is_there_is_left(tmp_path: Path) -> None:
    git(tmp_path, "init", "-q")
    hook = tmp_path / ".git" / "hooks" / "pre-commit"
    hook.parent.mkdir(exist_ok=True)
    hook.write_text("#!/bin/sh\nexit 0\n", encoding="utf-8")
    made = ready(tmp_path, "nb")
    assert made.hook == "other"
    assert hook.read_text("utf-8") == "#!/bin/sh\nexit 0\n"


def test_hooks_that_repositories_share_are_left(tmp_path: Path) -> None:
    (tmp_path / "felles").mkdir()
    (tmp_path / "lag").mkdir()
    git(tmp_path / "lag", "init", "-q")
    git(tmp_path / "lag", "config", "core.hooksPath", str(tmp_path / "felles"))
    assert ready(tmp_path / "lag", "nb").hook == "none"
    assert list((tmp_path / "felles").iterdir()) == []


def test_a_new_file_never_takes_the_place_of_another(tmp_path: Path) -> None:
    path = tmp_path / "ny" / "fil.txt"
    assert write_new(path, b"1")
    assert not write_new(path, b"2")
    (tmp_path / "lenke").symlink_to(tmp_path / "borte")
    assert not write_new(tmp_path / "lenke", b"3")
    assert path.read_bytes() == b"1"
    assert not (tmp_path / "borte").exists()
