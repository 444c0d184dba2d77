"""H: where files go, and what becomes of them: the old map or the new one, never a half."""

import ctypes
import errno
import os
import re
import resource
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable
from itertools import count
from pathlib import Path

import pytest
from tests.support import patched
from tests.support.command import GOOD, JOURNEYS, SMALL, inside, reise
from tests.support.patched import slowly, until

from reise import files, pipeline
from reise.files import PREFIX, sweep, write_whole

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="faults as Linux makes them")


NAMES = [
    *[
        "..",
        ".",
        "",
        "-rf",
        "CON",
        "con",
        "nul",
        "com1",
        "a.b",
        "a ",
        " a",
        "A",
        "å",
        "a_b",
        "a\u200bb",
        "a\\b",
    ],
    "a" * 41,
]


def test_h01_only_plain_names_are_ids(tmp_path: Path) -> None:
    paths = [tmp_path / f"{name}.yaml" for name in NAMES]
    for path in paths:
        shutil.copy(SMALL, path)
    ran = reise("render", "-f", "html", "-o", tmp_path / "ut", "--", *paths)
    assert ran.code == 1
    assert ran.err.count(" R216 ") == len(NAMES)
    assert inside(tmp_path) == {path.name for path in paths}


@pytest.mark.parametrize(
    "name", ["../../etc/x", "/abs", "a/b", "x" * 300], ids=["up", "root", "folder", "300"]
)
def test_h01_no_id_leads_out_of_the_folder(name: str) -> None:
    from reise.journey import journey_id

    found = journey_id(f"{name}.yaml")
    assert found is None or re.fullmatch(r"[a-z0-9][a-z0-9-]{0,39}", found)


def test_h01_two_files_whose_names_differ_little_do_not_share_a_map(tmp_path: Path) -> None:
    """Capitals, and letters that can be written in two ways, are in no id at all."""
    for name in ("kafe", "KAFE", "kafe\u0301", "kaf\u00e9"):
        shutil.copy(SMALL, tmp_path / f"{name}.yaml")
    ran = reise("render", tmp_path, "-f", "html", "-o", tmp_path / "ut")
    assert ran.code == 1
    assert inside(tmp_path / "ut") == {"kafe.html"}
    assert ran.err.count(" R216 ") == len(list(tmp_path.glob("*.yaml"))) - 1


def fifo(place: Path) -> None:
    os.mkfifo(place)


def device(place: Path) -> None:
    try:
        os.mknod(place, 0o666 | 0o020000, os.makedev(1, 3))
    except PermissionError:
        pytest.skip("only root makes devices")


def ear(place: Path) -> None:
    import socket

    with socket.socket(socket.AF_UNIX) as made:
        made.bind(str(place))


@pytest.mark.parametrize("make", [fifo, device, ear])
def test_h02_a_pipe_or_a_device_is_left_as_it_is(
    make: Callable[[Path], None], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    make(Path("kart.html"))
    before = Path("kart.html").lstat()
    with pytest.raises(OSError) as refused:
        write_whole(Path("kart.html"), b"A")
    assert refused.value.errno == errno.ENXIO
    assert Path("kart.html").lstat() == before
    assert inside(tmp_path) == {"kart.html"}


def test_h02_what_stands_there_is_told(tmp_path: Path) -> None:
    fifo(tmp_path / "kart.html")
    ran = reise("render", SMALL, "-o", tmp_path / "kart.html")
    assert (ran.code, ran.err.count(" R602 ")) == (4, 1)
    assert "ikke en vanlig fil (ENXIO)" in ran.err


def test_h02_a_link_is_replaced_and_not_followed(tmp_path: Path) -> None:
    precious = tmp_path / "viktig.txt"
    precious.write_text("viktig", encoding="utf-8")
    (tmp_path / "kart.html").symlink_to(precious)
    assert reise("render", SMALL, "-o", tmp_path / "kart.html").code == 0
    assert precious.read_text(encoding="utf-8") == "viktig"
    assert not (tmp_path / "kart.html").is_symlink()
    assert inside(tmp_path) == {"viktig.txt", "kart.html"}


def test_h02_a_folder_in_the_place_of_the_file_stays(tmp_path: Path) -> None:
    (tmp_path / "en-hendelse.html").mkdir()
    ran = reise("render", SMALL, "-f", "html", "-o", tmp_path)
    assert (ran.code, ran.out.count("Laget")) == (4, 0)
    assert " R602 " in ran.err
    assert "det er en mappe med det navnet (EISDIR)." in ran.err
    assert inside(tmp_path) == {"en-hendelse.html"}
    assert inside(tmp_path / "en-hendelse.html") == set()


def test_h06_a_folder_that_may_not_be_written_in(tmp_path: Path) -> None:
    locked = tmp_path / "locked"
    locked.mkdir(mode=0o555)
    ran = reise(
        "render", SMALL, "-f", "html", "-o", locked, preexec_fn=like_anybody if os.geteuid() == 0 else None
    )
    assert ran.code == 4
    assert "R602" in ran.err
    assert "du har ikke lov til det (EACCES)." in ran.err
    assert inside(locked) == set()


@pytest.mark.parametrize("words", [("new", "--title", "A", "--yes", "-o"), ("init",)], ids=["new", "init"])
def test_h06_what_cannot_be_written_is_named(words: tuple[str, ...], tmp_path: Path) -> None:
    locked = tmp_path / "locked"
    locked.mkdir(mode=0o555)
    ran = reise(*words, locked / "team", preexec_fn=like_anybody if os.geteuid() == 0 else None)
    assert ran.code == 4
    assert re.match(rf"{re.escape(str(locked))}\S* R602 ", ran.err)
    assert inside(locked) == set()


def test_h05_the_old_map_stays_where_the_new_one_finds_no_room(tmp_path: Path) -> None:
    old = tmp_path / "en-hendelse.html"
    old.write_text("den gamle", encoding="utf-8")
    ran = reise("render", SMALL, "-f", "html", "-o", tmp_path, preexec_fn=no_room)
    assert ran.code == 4
    assert " R602 " in ran.err
    assert "(EFBIG)" in ran.err
    assert old.read_text(encoding="utf-8") == "den gamle"
    assert inside(tmp_path) == {"en-hendelse.html"}


def like_anybody() -> None:
    """Let root, to whom no folder is locked, be stopped by permissions as others are (Linux)."""
    drop_from_bounding_set, right_to_override = 24, 1
    ctypes.CDLL(None).prctl(drop_from_bounding_set, right_to_override, 0, 0, 0)


def no_room() -> None:
    """Let no file grow beyond a hundred bytes, as on a full disk."""
    resource.setrlimit(resource.RLIMIT_FSIZE, (100, 100))


def killed_at(point: int, target: Path, sheets: list[tuple[str, bytes]]) -> bool:
    """Write a map in a process that is killed at its so-manieth line of writing; return whether it was."""
    pid = os.fork()
    if pid == 0:
        left = point

        def trace(frame: object, event: str, _: object) -> object:
            nonlocal left
            if frame.f_code.co_filename != files.__file__:  # type: ignore[attr-defined]
                return None
            left -= 1
            if left == 0:
                os.kill(os.getpid(), signal.SIGKILL)
            return trace

        sys.settrace(trace)  # type: ignore[arg-type]
        pipeline.write_sheets(target, sheets)
        os._exit(0)
    return os.WIFSIGNALED(os.waitpid(pid, 0)[1])


def test_h03_whenever_writing_is_killed_the_map_is_whole_and_nothing_is_left(tmp_path: Path) -> None:
    old, new = b"den gamle" * 9999, b"den nye" * 9999
    target = tmp_path / "kart.png"
    killed, untouched, left = 0, 0, 0
    for point in count(1):
        target.write_bytes(old)
        (tmp_path / "kart_2.png").write_bytes(old)
        if not killed_at(point, target, [("", new), ("_2", new)]):
            break
        killed += 1
        assert target.read_bytes() in (old, new)
        assert (tmp_path / "kart_2.png").read_bytes() in (old, new)
        untouched += target.read_bytes() == old
        left += len(inside(tmp_path)) > 2
        sweep(tmp_path)
        assert inside(tmp_path) == {"kart.png", "kart_2.png"}
    assert killed >= 32
    assert untouched >= 16
    assert left >= 16
    assert target.read_bytes() == (tmp_path / "kart_2.png").read_bytes() == new


def test_h03_the_next_run_takes_away_what_a_killed_one_left(tmp_path: Path) -> None:
    (tmp_path / "en-hendelse.html").write_text("den gamle", encoding="utf-8")
    kill = "import os, signal\nos.fsync = lambda _: os.kill(os.getpid(), signal.SIGKILL)"
    assert patched.run(kill, "render", SMALL, "-f", "html", "-o", tmp_path).code == -signal.SIGKILL
    assert len(inside(tmp_path)) == 2
    assert (tmp_path / "en-hendelse.html").read_text(encoding="utf-8") == "den gamle"
    (tmp_path / ".annet").write_text("viktig", encoding="utf-8")
    assert reise("render", GOOD / "utkast.yaml", "-f", "html", "-o", tmp_path).code == 0
    assert inside(tmp_path) == {"en-hendelse.html", "utkast.html", ".annet"}


def test_h04_on_a_full_disk_the_old_map_stays(tmp_path: Path) -> None:
    small = tmp_path / "liten"
    small.mkdir()
    script = f"""
    mount -t tmpfs -o size=64k tmpfs {small} || exit 77
    printf gammel > {small}/en-hendelse.html
    {sys.executable} -m reise render {SMALL} -f html -o {small}
    code=$?
    ls -A {small}; cat {small}/en-hendelse.html
    exit $code
    """
    words = ["unshare", "--mount", *(["--map-root-user"] if os.geteuid() else []), "sh", "-c", script]
    done = subprocess.run(words, capture_output=True, text=True, env=patched.environment())
    if done.returncode in (1, 77) and "R602" not in done.stderr:
        pytest.skip("no small disk can be had here")
    assert done.returncode == 4
    assert "disken er full (ENOSPC)" in done.stderr
    assert done.stdout.endswith("\nen-hendelse.html\ngammel")


@pytest.mark.parametrize("words", [("check", JOURNEYS), ("--help",)])
def test_h04_where_nothing_more_can_be_said_it_ends_in_order(words: tuple[str | Path, ...]) -> None:
    command = [sys.executable, "-m", "reise", *map(str, words)]
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, env=patched.environment())
    assert done.returncode == 4
    assert done.stderr.decode().startswith("R602 ")
    assert "disken er full (ENOSPC)" in done.stderr.decode()
    assert b"Traceback" not in done.stderr


def test_h07_two_renders_to_one_name_do_not_hurt_each_other(tmp_path: Path) -> None:
    """The second begins and ends, sweeping too, while the first is writing; the last one wins, whole."""
    out, marker = tmp_path / "ut", tmp_path / "venter"
    (tmp_path / "andre").mkdir()
    shutil.copy(GOOD / "utkast.yaml", tmp_path / "andre" / SMALL.name)
    words = ("render", SMALL, "-f", "html", "-o", out)
    first = subprocess.Popen(
        patched.command(slowly(marker), *words), env=patched.environment(), stderr=subprocess.PIPE
    )
    until(marker.exists)
    [part] = inside(out)
    assert part.startswith(PREFIX)
    assert reise("render", tmp_path / "andre", "-f", "html", "-o", out).code == 0
    assert inside(out) == {part, "en-hendelse.html"}
    marker.unlink()
    _, said = first.communicate(timeout=60)
    assert (first.returncode, said) == (0, b"")
    assert inside(out) == {"en-hendelse.html"}
    assert "Én hendelse" in (out / "en-hendelse.html").read_text(encoding="utf-8")


def test_h07_what_is_swept_the_moment_it_is_made_is_made_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made: list[str] = []
    real = files.tempfile.mkstemp

    def mkstemp(**how: object) -> tuple[int, str]:
        handle, name = real(**how)  # type: ignore[call-overload]
        if not made:
            sweep(tmp_path)
        made.append(name)
        return handle, name

    monkeypatch.setattr(files.tempfile, "mkstemp", mkstemp)
    write_whole(tmp_path / "kart", b"hel")
    assert len(made) == 2
    assert (tmp_path / "kart").read_bytes() == b"hel"
    assert inside(tmp_path) == {"kart"}
