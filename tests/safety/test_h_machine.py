"""H: files, the machine, and what goes wrong between them: never half a map, never a word of a journey."""

import ctypes
import os
import re
import resource
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from itertools import count
from pathlib import Path

import pytest
from tests.support import cases, patched
from tests.test_program import BAD, GOOD, JOURNEYS, SMALL, UNG_MOR, inside, module, reise

from reise import files, pipeline
from reise.files import PREFIX, sweep, write_whole
from reise.labour import Stopped, apart, bound
from reise.resources import templates

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="faults as Linux makes them")


# --- H01 and H02: where a map goes -------------------------------------------------------------------


@pytest.mark.parametrize(
    "name",
    [
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
        "a" * 41,
        "a\u200bb",
        "a\\b",
    ],
    ids=ascii,
)
def test_h01_only_plain_names_are_ids(name: str, tmp_path: Path) -> None:
    path = tmp_path / f"{name}.yaml"
    shutil.copy(SMALL, path)
    ran = reise("render", "-f", "html", "-o", tmp_path / "ut", "--", path)
    assert ran.code in (1, 2)
    assert not (tmp_path / "ut").exists()
    assert inside(tmp_path) == {path.name}


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
    ran = reise("render", SMALL, "-o", "kart.html")
    assert ran.code == 4
    assert " R602 " in ran.err
    assert "ikke en vanlig fil (ENXIO)" in ran.err
    assert Path("kart.html").lstat().st_ino == before.st_ino
    assert inside(tmp_path) == {"kart.html"}


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
    assert inside(tmp_path) == {"en-hendelse.html"}
    assert inside(tmp_path / "en-hendelse.html") == set()


def test_h02_why_a_folder_cannot_be_written_over_is_told(tmp_path: Path) -> None:
    (tmp_path / "en-hendelse.html").mkdir()
    assert (
        "det er en mappe med det navnet (EISDIR)." in reise("render", SMALL, "-f", "html", "-o", tmp_path).err
    )


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


def test_h03_what_a_killed_run_left_is_swept_away_and_nothing_else(tmp_path: Path) -> None:
    (tmp_path / ".reise-abc123").write_text("halvt", encoding="utf-8")
    (tmp_path / ".annet").write_text("viktig", encoding="utf-8")
    assert reise("render", SMALL, "-f", "html", "-o", tmp_path).code == 0
    assert inside(tmp_path) == {".annet", "en-hendelse.html"}


@pytest.mark.slow
@pytest.mark.parametrize("sign", [signal.SIGINT, signal.SIGTERM], ids=lambda sign: sign.name)
def test_h12_a_run_that_is_stopped_leaves_nothing_half_done(sign: signal.Signals, tmp_path: Path) -> None:
    running = subprocess.Popen(
        [sys.executable, "-m", "reise", "render", JOURNEYS, "-o", tmp_path, "--jobs", "2"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        start_new_session=True,
        # Shells have what runs in their background ignore SIGINT, and a child inherits that.
        preexec_fn=lambda: signal.signal(sign, signal.SIG_DFL),
    )
    limit = time.monotonic() + 60
    while not inside(tmp_path) and time.monotonic() < limit:
        time.sleep(0.02)
    os.killpg(running.pid, sign)
    _, said = running.communicate(timeout=60)
    assert running.returncode != 0
    assert b"Jenta" not in said
    for each in tmp_path.glob("*.pdf"):
        assert each.read_bytes().rstrip().endswith(b"%%EOF")


@pytest.mark.parametrize("files", [(SMALL,), (SMALL, GOOD / "utkast.yaml")], ids=["one", "several"])
def test_h15_what_nobody_foresaw_is_told_without_values(files: tuple[Path, ...], tmp_path: Path) -> None:
    broken = module(tmp_path / "first", "weasyprint", "raise KeyError('KANARI')")
    ran = reise("render", *files, "-o", tmp_path / "out", "--jobs", "2", source_first=broken)
    assert ran.code == 4
    assert ran.err.startswith("R699 ")
    assert "KeyError reise." in ran.err
    assert "KANARI" not in ran.err


def like_anybody() -> None:
    """Let root, to whom no folder is locked, be stopped by permissions as others are (Linux)."""
    drop_from_bounding_set, right_to_override = 24, 1
    ctypes.CDLL(None).prctl(drop_from_bounding_set, right_to_override, 0, 0, 0)


def no_room() -> None:
    """Let no file grow beyond a hundred bytes, as on a full disk."""
    resource.setrlimit(resource.RLIMIT_FSIZE, (100, 100))


# --- H03 to H07: writing ----------------------------------------------------------------------------


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
    assert reise("render", GOOD / "utkast.yaml", "-f", "html", "-o", tmp_path).code == 0
    assert inside(tmp_path) == {"en-hendelse.html", "utkast.html"}


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


@pytest.mark.parametrize("words", [("check", JOURNEYS), ("--help",), ("explain", "R101"), ("schema",)])
def test_h04_where_nothing_more_can_be_said_it_ends_in_order(words: tuple[str | Path, ...]) -> None:
    command = [sys.executable, "-m", "reise", *map(str, words)]
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, env=patched.environment())
    assert done.returncode == 4
    assert done.stderr.decode().startswith("R602 ")
    assert "disken er full (ENOSPC)" in done.stderr.decode()
    assert b"Traceback" not in done.stderr


def slowly(marker: Path) -> str:
    """Return what makes a program wait, where it writes, until a file is gone."""
    return f"""
import os, time
def fsync(_, real=os.fsync):
    open({str(marker)!r}, "w").close()
    while os.path.exists({str(marker)!r}):
        time.sleep(0.02)
    real(_)
os.fsync = fsync
"""


def until(there: Callable[[], object], seconds: float = 30) -> None:
    """Wait until something is so."""
    ends = time.monotonic() + seconds
    while not there():
        assert time.monotonic() < ends, "never so"
        time.sleep(0.02)


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


# --- H09 and H10: letters ---------------------------------------------------------------------------


@pytest.fixture
def without(tmp_path: Path) -> str:
    """A patch by which the program has its templates in a folder of its own, without fonts."""
    shutil.copytree(templates(), tmp_path / "templates", ignore=shutil.ignore_patterns("*.ttf"))
    return f"import reise.resources as r\nr._folder = lambda: {str(tmp_path / 'templates')!r}"


@pytest.mark.slow
def test_h09_without_fonts_nothing_is_printed(without: str, tmp_path: Path) -> None:
    ran = patched.run(without, "render", SMALL, UNG_MOR, "-o", tmp_path / "ut")
    assert ran.code == 4
    assert ran.err.count(" R609 ") == 2
    assert not (tmp_path / "ut").exists()


@pytest.mark.slow
def test_h09_h11_with_one_font_that_is_another_nothing_is_printed(without: str, tmp_path: Path) -> None:
    for each in (templates() / "fonts").glob("*.ttf"):
        shutil.copy(each, tmp_path / "templates" / "fonts")
    bold = tmp_path / "templates" / "fonts" / "ReiseSans-Bold.ttf"
    bold.write_bytes(bold.read_bytes()[:-1] + b"!")
    ran = patched.run(without, "render", SMALL, "-o", tmp_path / "ut")
    assert ran.code == 4
    assert " R609 " in ran.err
    assert not (tmp_path / "ut").exists()


def test_h10_a_letter_that_the_fonts_lack_is_named_with_its_line() -> None:
    for path in sorted(BAD.glob("r501-*.yaml")):
        ran = reise("check", path)
        assert ran.code == 1
        for line in re.findall(r".* R501 .*", ran.err):
            assert re.search(r"\.yaml:\d+:\d+ R501 .*U\+[0-9A-F]{4,6}", line)
        assert " R501 " in ran.err


# --- H12: ends that nobody planned ------------------------------------------------------------------

#: A drawing that goes on until somebody ends it.
ENDLESS = """
import time
import reise.pdf
def pdf(*_, **__):
    while True:
        time.sleep(0.05)
reise.pdf.pdf = pdf
"""


def children(pid: int) -> list[int]:
    """Return the processes that a process has begun."""
    try:
        return [int(each) for each in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]
    except FileNotFoundError:
        return []


def alive(pid: int) -> bool:
    """Return whether a process is there and not merely waiting to be counted."""
    try:
        return Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()[0] != "Z"
    except (FileNotFoundError, ProcessLookupError):
        return False


def begun(patch: str, *words: str | Path, **how: object) -> tuple[subprocess.Popen[bytes], list[int]]:
    """Return a program at work, and its children."""
    running = subprocess.Popen(
        patched.command(patch, *words),
        env=patched.environment(),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        # Shells have what runs in their background ignore SIGINT, and a child inherits that.
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.default_int_handler),
        **how,  # type: ignore[call-overload]
    )
    until(lambda: children(running.pid) or running.poll() is not None)
    time.sleep(0.3)
    return running, children(running.pid)


@pytest.mark.parametrize(
    ("sign", "code"), [(signal.SIGTERM, 143), (signal.SIGINT, 130), (signal.SIGHUP, 129)], ids=str
)
def test_h12_whoever_ends_it_ends_all_of_it(sign: signal.Signals, code: int, tmp_path: Path) -> None:
    running, working = begun(ENDLESS, "render", JOURNEYS, "-o", tmp_path, "--jobs", "2")
    assert len(working) == 2
    running.send_signal(sign)
    _, said = running.communicate(timeout=30)
    assert running.returncode == code
    assert b"Traceback" not in said
    assert b"Error" not in said
    assert not any(map(alive, working))
    assert inside(tmp_path) == set()


@pytest.mark.parametrize(("sign", "code"), [(signal.SIGTERM, 143), (signal.SIGINT, 130)], ids=str)
def test_h12_what_was_half_written_is_taken_away(sign: signal.Signals, code: int, tmp_path: Path) -> None:
    out, marker = tmp_path / "ut", tmp_path / "venter"
    out.mkdir()
    (out / "en-hendelse.html").write_text("den gamle", encoding="utf-8")
    running, _ = begun(slowly(marker), "render", SMALL, "-f", "html", "-o", out)
    until(marker.exists)
    assert len(inside(out)) == 2
    running.send_signal(sign)
    _, said = running.communicate(timeout=30)
    assert (running.returncode, b"Traceback" in said) == (code, False)
    assert inside(out) == {"en-hendelse.html"}
    assert (out / "en-hendelse.html").read_text(encoding="utf-8") == "den gamle"


def test_h12_h14_nobody_goes_on_without_the_program(tmp_path: Path) -> None:
    """Killed itself, it leaves processes that end when their time is up at the latest."""
    running, working = begun(BOUNDS + ENDLESS, "render", JOURNEYS, "-o", tmp_path, "--jobs", "2")
    running.kill()
    running.communicate()
    assert working
    until(lambda: not any(map(alive, working)))


def closed(*streams: int) -> Callable[[], None]:
    """Return what closes streams before the program begins."""
    return lambda: [os.close(each) for each in streams] and None


@pytest.mark.parametrize("streams", [(1,), (2,), (1, 2), (0, 1, 2)], ids=str)
def test_h12_with_closed_streams_it_does_its_work(streams: tuple[int, ...], tmp_path: Path) -> None:
    command = [sys.executable, "-m", "reise", "render", str(SMALL), "-f", "html", "-o", str(tmp_path)]
    done = subprocess.run(command, env=patched.environment(), preexec_fn=closed(*streams), timeout=60)
    assert done.returncode == 0
    text = (tmp_path / "en-hendelse.html").read_text(encoding="utf-8")
    assert text.startswith("<!DOCTYPE html>")
    assert "Laget" not in text
    bad = [sys.executable, "-m", "reise", "check", str(BAD / "r202-skrivefeil.yaml")]
    assert subprocess.run(bad, env=patched.environment(), preexec_fn=closed(*streams)).returncode == 1


def test_h12_where_nobody_reads_any_more_it_stops(tmp_path: Path) -> None:
    read, write = os.pipe()
    os.close(read)
    done = subprocess.run(
        [sys.executable, "-m", "reise", "explain"],
        env=patched.environment(),
        stdout=write,
        stderr=subprocess.PIPE,
    )
    os.close(write)
    assert (done.returncode, done.stderr) == (1, b"")


def test_h12_where_no_error_can_be_told_it_still_ends(tmp_path: Path) -> None:
    bad = [sys.executable, "-m", "reise", "check", str(BAD / "r202-skrivefeil.yaml")]
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(bad, env=patched.environment(), stdout=subprocess.PIPE, stderr=full)
    assert done.returncode == 4


# --- H13: the clock ---------------------------------------------------------------------------------

_FAKETIME = next(Path("/usr/lib").glob("*/faketime/libfaketime.so.1"), None)


@pytest.mark.slow
@pytest.mark.parametrize("year", ["1970-01-02", "2038-01-20"])
def test_h13_the_same_bytes_in_any_year(year: str, tmp_path: Path) -> None:
    """By a clock that Python believes; and one that everything believes, where there is such a library."""
    clock = f"""
import time, datetime
now = {time.mktime(time.strptime(year, "%Y-%m-%d"))}
time.time = lambda: now
for name in ("gmtime", "localtime", "ctime"):
    setattr(time, name, lambda at=now, real=getattr(time, name): real(now))
"""
    assert patched.run(clock, "render", SMALL, "-o", tmp_path / "a.pdf").code == 0
    assert patched.run("", "render", SMALL, "-o", tmp_path / "b.pdf").code == 0
    assert (tmp_path / "a.pdf").read_bytes() == (tmp_path / "b.pdf").read_bytes()
    if _FAKETIME:
        more = {"LD_PRELOAD": str(_FAKETIME), "FAKETIME": f"{year} 12:00:00", "TZ": "Asia/Tokyo"}
        assert reise("render", SMALL, "-o", tmp_path / "c.pdf", environment=more).code == 0
        assert (tmp_path / "c.pdf").read_bytes() == (tmp_path / "b.pdf").read_bytes()


# --- H14: what takes too long, needs too much, or breaks --------------------------------------------

#: So little time that a drawing that never ends is soon over.
BOUNDS = "import reise.pipeline as p\np.bounds = lambda sheets: (1.5 if sheets else 60, 1 << 30)\n"
#: What goes wrong when the map of one event is printed, and only then.
FAULTS = {
    "R604": "import re, reise.labour\n    reise.labour.bound(0.2, 1 << 30)\n    re.match('(a+)+b', 40 * 'a')",
    "R605": "bytearray(9 << 30)",
    "R606": "import ctypes\n    ctypes.string_at(0)",
}
FAULTY = """
import reise.pdf
def broken(html, **_):
    if "Én hendelse" not in html:
        return b"%PDF-1.7 of no weight"
    {}
reise.pdf.pdf = broken
"""


@pytest.mark.parametrize("how", FAULTS)
def test_h14_a_drawing_that_is_stopped_is_a_problem_and_stops_no_other(how: str, tmp_path: Path) -> None:
    patch = FAULTY.format(FAULTS[how])
    names = ("en-milepael", "en-hendelse", "utkast")
    ran = patched.run(
        patch,
        "render",
        *(GOOD / f"{each}.yaml" for each in names),
        "-o",
        tmp_path,
        "--jobs",
        "1",
        cwd=tmp_path,
    )
    assert ran.code == 4
    assert inside(tmp_path) == {"en-milepael.pdf", "utkast.pdf"}
    [said] = re.findall(r"(.*) (R6\d\d) ", ran.err)
    assert said == (str(SMALL), how.split()[0])
    assert "hendelse" not in ran.err.replace(str(SMALL), "")


@pytest.mark.slow
def test_e17_h14_what_never_ends_in_the_printer_itself_is_stopped(tmp_path: Path) -> None:
    bomb = """
import reise.pdf
def bomb(html, real=reise.pdf.pdf, **how):
    return real(html.replace("</body>", "<table><td colspan=9000000>A</table></body>"), **how)
reise.pdf.pdf = bomb
"""
    ran = patched.run(BOUNDS + bomb, "render", SMALL, "-o", tmp_path)
    assert ran.code == 4
    assert re.search(r" R60[45] ", ran.err)
    assert inside(tmp_path) == set()


def test_h14_one_journey_alone_is_bounded_too_and_its_old_map_stays(tmp_path: Path) -> None:
    (tmp_path / "kart.pdf").write_text("det gamle", encoding="utf-8")
    patch = BOUNDS + FAULTY.format("import ctypes\n    ctypes.CDLL(None).pause()")
    ran = patched.run(patch, "render", SMALL, "-o", tmp_path / "kart.pdf")
    assert (ran.code, ran.err.count(" R604 ")) == (4, 1)
    assert (tmp_path / "kart.pdf").read_text(encoding="utf-8") == "det gamle"
    assert inside(tmp_path) == {"kart.pdf"}


def twice_or_not(number: int) -> int:
    """Double a number, unless it is one of those that go wrong."""
    bound(30, 1 << 29)
    match number % 6:
        case 1:
            os.abort()
        case 3:
            bound(0.1, 1 << 29)
            ctypes.CDLL(None).pause()
        case 5:
            return len(bytearray(1 << 30))
    return 2 * number


@pytest.mark.parametrize("jobs", [1, 2, 5])
def test_h14_however_many_are_stopped_the_others_are_done_in_order(jobs: int) -> None:
    made = list(apart(twice_or_not, range(12), jobs))
    assert [each.why if isinstance(each, Stopped) else each for each in made] == [
        *(0, "crash", 4, "time", 8, "memory"),
        *(12, "crash", 16, "time", 20, "memory"),
    ]


def test_h14_whoever_stops_listening_ends_the_work() -> None:
    working = apart(lambda seconds: time.sleep(seconds) or os.getpid(), [0, 60, 60], 3)
    next(working)
    begun_by_us = children(os.getpid())
    assert len(begun_by_us) >= 3
    working.close()
    assert not any(map(alive, begun_by_us))


def test_h14_bounds_end_with_their_task() -> None:
    def work(seconds: float) -> str:
        if seconds:
            bound(seconds, 1 << 29)
        else:
            time.sleep(0.3)
        return str(resource.getrlimit(resource.RLIMIT_DATA)[0])

    assert list(apart(work, [0.1, 0], 1)) == [str(1 << 29), str(resource.getrlimit(resource.RLIMIT_DATA)[1])]


def test_h14_a_comparison_is_bounded(tmp_path: Path) -> None:
    patch = BOUNDS + ENDLESS
    ran = patched.run(patch, "compare", JOURNEYS, "--pages", "2", "-o", tmp_path / "c.pdf")
    assert (ran.code, ran.err.count(f"{tmp_path / 'c.pdf'} R604 ")) == (4, 1)
    assert inside(tmp_path) == set()


def test_h14_a_large_journey_has_more_time_and_memory() -> None:
    """Ten thousand events are about 260 sheets, which take two minutes and 1.2 GB."""
    seconds, memory = pipeline.bounds(1)
    assert 60 <= seconds < 65
    assert 2 << 30 <= memory < 2.1 * (1 << 30)
    seconds, memory = pipeline.bounds(260)
    assert seconds > 4 * 120
    assert memory > 2 * 1.2e9


# --- H15: nothing is told by accident ---------------------------------------------------------------

BIRD = "Kanarifugl"
PATCH = """
import os, warnings
import reise.pipeline as p
class Wrong:
    def __del__(self):
        raise KeyError({0!r})
def wrong(*given, real=p.{1}):
    {2}
    return real(*given)
p.{1} = wrong
"""
ACCIDENTS = {
    "in the program": ("_collection", "raise KeyError({0!r})"),
    "in the worker": ("lay_out", "raise KeyError({0!r})"),
    "an assertion": ("lay_out", "assert given == {0!r}, {0!r}"),
    "where it is not raised": ("_collection", "Wrong()"),
    "a warning": ("_collection", "warnings.warn({0!r})"),
    "what a library says": ("lay_out", "os.write(2, {0!r}.encode())"),
}


@pytest.mark.parametrize("how", ACCIDENTS)
def test_h15_no_accident_tells_a_value(how: str, tmp_path: Path) -> None:
    name, what = ACCIDENTS[how]
    patch = PATCH.format(BIRD, name, what.format(BIRD))
    ran = patched.run(patch, "render", SMALL, "-f", "html", "-o", tmp_path)
    assert BIRD not in ran.out + ran.err
    goes_on = how in ("where it is not raised", "a warning", "what a library says")
    assert ran.code == (0 if goes_on else 4)
    assert goes_on or re.match(r"R699 .*(KeyError|AssertionError) (reise\.|\?)", ran.err)


def test_h15_nothing_is_dumped(tmp_path: Path) -> None:
    """No core file, of the program or of the process that draws, even where the user wants them."""
    see = "import reise.pipeline as p, resource\ndef lay_out(*a, real=p.lay_out):\n"
    see += f"    open({str(tmp_path / 'seen')!r}, 'w').write(str(resource.getrlimit(resource.RLIMIT_CORE)))\n"
    see += "    return real(*a)\np.lay_out = lay_out"
    ran = patched.run(see, "render", SMALL, "-f", "html", "-o", tmp_path)
    assert ran.code == 0
    assert (tmp_path / "seen").read_text() == "(0, 0)"


def test_h15_the_tests_keep_no_examples_in_the_repository() -> None:
    assert ".hypothesis" in (cases.TOP / ".gitignore").read_text(encoding="utf-8")
