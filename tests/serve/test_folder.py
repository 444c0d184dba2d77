"""Journeys are saved whole, never over what somebody else wrote, and the last texts are kept."""

from pathlib import Path

import pytest

from reise.serve.folder import KEPT, Changed, Folder, Text, Unknown

NAME = "reisen.yaml"


@pytest.fixture
def folder(tmp_path: Path) -> Folder:
    (tmp_path / NAME).write_text("reise: 1\n", encoding="utf-8")
    return Folder(tmp_path)


def test_only_journeys_are_named(folder: Folder, tmp_path: Path) -> None:
    (tmp_path / "samling.yaml").write_text("", encoding="utf-8")
    (tmp_path / "notes.txt").write_text("", encoding="utf-8")
    (tmp_path / ".hidden.yaml").write_text("", encoding="utf-8")
    (tmp_path / "inside.yaml").mkdir()
    (tmp_path / "elsewhere.yaml").symlink_to("/etc/hostname")
    (tmp_path / "b.yml").write_text("", encoding="utf-8")
    assert folder.names() == ("b.yml", NAME)


@pytest.mark.parametrize(
    "name",
    ["", ".", "..", "../reisen.yaml", "./reisen.yaml", "/etc/passwd", "samling.yaml", "reisen.yaml/", "x\0"],
)
def test_nothing_else_can_be_reached(folder: Folder, tmp_path: Path, name: str) -> None:
    (tmp_path.parent / NAME).write_text("outside", encoding="utf-8")
    (tmp_path / "samling.yaml").write_text("", encoding="utf-8")
    for ask in (folder.path, folder.read, folder.versions):
        with pytest.raises(Unknown):
            ask(name)
    with pytest.raises(Unknown):
        folder.save(name, "reise: 2\n", "")
    with pytest.raises(Unknown):
        folder.version(name, 1)


def test_what_is_saved_can_be_read_and_what_stood_there_is_kept(folder: Folder, tmp_path: Path) -> None:
    made = folder.save(NAME, "reise: 1\ntittel: Å\n", folder.read(NAME).mark)
    assert folder.read(NAME) == made == Text("reise: 1\ntittel: Å\n".encode())
    [version] = folder.versions(NAME)
    assert folder.version(NAME, version.number).words == "reise: 1\n"
    assert (tmp_path / ".reise" / ".gitignore").read_text(encoding="utf-8") == "*\n"
    assert folder.names() == (NAME,)


def test_a_file_that_changed_underneath_is_not_overwritten(folder: Folder, tmp_path: Path) -> None:
    mark = folder.read(NAME).mark
    (tmp_path / NAME).write_text("theirs\n", encoding="utf-8")
    with pytest.raises(Changed) as changed:
        folder.save(NAME, "mine\n", mark)
    assert changed.value.now.words == "theirs\n"
    assert (tmp_path / NAME).read_text(encoding="utf-8") == "theirs\n"
    assert folder.versions(NAME) == ()


def test_the_last_versions_are_kept_and_no_more(folder: Folder) -> None:
    for number in range(KEPT + 5):
        folder.save(NAME, f"reise: 1 # {number}\n", folder.read(NAME).mark)
    kept = folder.versions(NAME)
    assert [each.number for each in kept] == [*range(KEPT + 5, 5, -1)]
    assert folder.version(NAME, kept[0].number).words == f"reise: 1 # {KEPT + 3}\n"
    with pytest.raises(Unknown):
        folder.version(NAME, 1)


def test_saving_what_is_there_already_makes_no_version(folder: Folder) -> None:
    folder.save(NAME, "reise: 1\n", folder.read(NAME).mark)
    assert folder.versions(NAME) == ()


def test_line_ends_of_windows_are_kept(folder: Folder, tmp_path: Path) -> None:
    (tmp_path / NAME).write_bytes(b"reise: 1\r\n")
    assert folder.read(NAME).words == "reise: 1\n"
    folder.save(NAME, "reise: 1\ntittel: T\n", folder.read(NAME).mark)
    assert (tmp_path / NAME).read_bytes() == b"reise: 1\r\ntittel: T\r\n"


def test_older_character_sets_can_be_read(folder: Folder, tmp_path: Path) -> None:
    (tmp_path / NAME).write_bytes("tittel: Blåbær\n".encode("cp1252"))
    text = folder.read(NAME)
    assert not text.is_utf8
    assert text.words == "tittel: Blåbær\n"


def test_a_file_that_cannot_be_written_stays_as_it_was(
    folder: Folder, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(path: Path, content: bytes) -> None:
        raise OSError(28, "full")

    monkeypatch.setattr("reise.serve.folder.write_whole", full)
    with pytest.raises(OSError, match="full"):
        folder.save(NAME, "new\n", folder.read(NAME).mark)
    assert (tmp_path / NAME).read_text(encoding="utf-8") == "reise: 1\n"
