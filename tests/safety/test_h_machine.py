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
from pathlib import Path

import pytest
from tests.support import cases, hostile, patched
from tests.support.command import BAD, GOOD, JOURNEYS, SMALL, inside, module, reise
from tests.support.patched import slowly, until

from reise import limits
from reise.labour import Stopped, apart, bound
from reise.resources import templates

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="faults as Linux makes them")


# --- H09 and H10: letters -------------------------------------------------------------------------


@pytest.fixture
def without(tmp_path: Path) -> str:
    """A patch by which the program has its templates in a folder of its own, without fonts."""
    shutil.copytree(templates(), tmp_path / "templates", ignore=shutil.ignore_patterns("*.ttf"))
    return f"import reise.resources as r\nr._folder = lambda: {str(tmp_path / 'templates')!r}"


@pytest.mark.slow
def test_h09_without_fonts_nothing_is_printed(without: str, tmp_path: Path) -> None:
    ran = patched.run(without, "render", SMALL, "-o", tmp_path / "ut")
    assert ran.code == 4
    assert ran.err.count(" R609 ") == 1
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
    paths = sorted(BAD.glob("r501-*.yaml"))
    ran = reise("check", *paths)
    assert ran.code == 1
    told = re.findall(r"([\w-]+)\.yaml:\d+:\d+ R501 .*U\+[0-9A-F]{4,6}", ran.err)
    assert set(told) == {each.stem for each in paths}
    assert len(told) == ran.err.count(" R501 ")


# --- H12: ends that nobody planned ----------------------------------------------------------------

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


def _as_from_a_shell() -> None:
    """Heed what ends a program: shells have what runs in their background ignore it, and so its children."""
    signal.signal(signal.SIGINT, signal.default_int_handler)
    signal.signal(signal.SIGHUP, signal.SIG_DFL)


def begun(patch: str, *words: str | Path, **how: object) -> tuple[subprocess.Popen[bytes], list[int]]:
    """Return a program at work, and its children."""
    running = subprocess.Popen(
        patched.command(patch, *words),
        env=patched.environment(),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        preexec_fn=_as_from_a_shell,
        **how,  # type: ignore[call-overload]
    )
    until(lambda: children(running.pid) or running.poll() is not None)
    time.sleep(0.3)
    return running, children(running.pid)


@pytest.mark.parametrize(
    ("sign", "code", "end"),
    [
        (signal.SIGTERM, 143, os.kill),
        (signal.SIGINT, 130, os.killpg),
        (signal.SIGHUP, 129, os.killpg),
    ],
    ids=["TERM", "Ctrl+C", "window closed"],
)
def test_h12_whoever_ends_it_ends_all_of_it(
    sign: signal.Signals, code: int, end: Callable[[int, int], None], tmp_path: Path
) -> None:
    how = {"start_new_session": True}
    running, working = begun(ENDLESS, "render", JOURNEYS, "-o", tmp_path, "--jobs", "2", **how)
    assert len(working) == 2
    end(running.pid, sign)
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


@pytest.mark.parametrize("streams", [(1,), (0, 1, 2)], ids=str)
def test_h12_with_closed_streams_it_does_its_work(streams: tuple[int, ...], tmp_path: Path) -> None:
    command = [sys.executable, "-m", "reise", "render", str(SMALL), "-f", "html", "-o", str(tmp_path)]
    how = {"env": patched.environment(), "preexec_fn": closed(*streams), "timeout": 60}
    assert subprocess.run(command, **how).returncode == 0
    text = (tmp_path / "en-hendelse.html").read_text(encoding="utf-8")
    assert text.startswith("<!DOCTYPE html>")
    assert text.rstrip().endswith("</html>")
    assert subprocess.run([*command[:3], "check", str(BAD / "r116-tabulator.yaml")], **how).returncode == 1


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


# --- H13: the clock -------------------------------------------------------------------------------

_FAKETIME = next(Path("/usr/lib").glob("*/faketime/libfaketime.so.1"), None)


@pytest.mark.slow
@pytest.mark.usefixtures("guarded")
@pytest.mark.parametrize("year", ["1970-01-02", "2038-01-20"])
def test_h13_the_same_bytes_in_any_year(year: str, tmp_path: Path) -> None:
    """By a clock that everything believes, or that Python does where there is no library for it."""
    now = time.mktime(time.strptime(year, "%Y-%m-%d"))
    clock = f"import time\ntime.time = lambda: {now}\n"
    clock += "for name in ('gmtime', 'localtime', 'ctime'):\n"
    clock += f"    setattr(time, name, lambda _=None, real=getattr(time, name): real({now}))"
    more = {"TZ": "Asia/Tokyo"}
    if _FAKETIME:
        clock, more = "", {**more, "LD_PRELOAD": str(_FAKETIME), "FAKETIME": f"{year} 12:00:00"}
    ran = patched.run(clock, "render", SMALL, "-o", tmp_path / "a.pdf", env=patched.environment(**more))
    assert ran.code == 0
    assert (tmp_path / "a.pdf").read_bytes() == hostile.pdf(hostile.case_map(SMALL))


# --- H14: what takes too long, needs too much, or breaks ------------------------------------------

#: So little time that a drawing that never ends is soon over.
BOUNDS = "import reise.limits as p\np.bounds = lambda sheets: (1.5 if sheets else 60, 1 << 30)\n"
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
            os.kill(os.getpid(), signal.SIGTRAP)
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
    before = children(os.getpid())
    working = apart(lambda seconds: time.sleep(seconds) or os.getpid(), [0, 60, 60], 3)
    next(working)
    begun_by_us = set(children(os.getpid())) - set(before)
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


@pytest.mark.slow
def test_h14_where_it_is_not_safe_to_fork_it_is_bounded_as_well(tmp_path: Path) -> None:
    elsewhere = "import types\nimport reise.labour as l\nl.sys = types.SimpleNamespace(platform='darwin')"
    ran = patched.run(elsewhere, "render", SMALL, GOOD / "utkast.yaml", "-f", "html", "-o", tmp_path)
    assert (ran.code, ran.err) == (0, "")
    assert inside(tmp_path) == {"en-hendelse.html", "utkast.html"}


def test_h14_a_comparison_is_bounded(tmp_path: Path) -> None:
    patch = BOUNDS + ENDLESS
    ran = patched.run(patch, "compare", JOURNEYS, "--pages", "2", "-o", tmp_path / "c.pdf")
    assert (ran.code, ran.err.count(f"{tmp_path / 'c.pdf'} R604 ")) == (4, 1)
    assert inside(tmp_path) == set()


def test_h14_a_large_journey_has_more_time_and_memory() -> None:
    """Ten thousand events are 154 sheets, which take five minutes and 1.3 GB where much else is going on."""
    seconds, memory = limits.bounds(1)
    assert 60 <= seconds < 65
    assert 2 << 30 <= memory < 2.1 * (1 << 30)
    seconds, memory = limits.bounds(154)
    assert seconds > 2 * 281
    assert memory > 2 * 1.3e9


# --- H15: nothing is told by accident -------------------------------------------------------------

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
    draw = ("render", "-f", "html", "-o", tmp_path)
    ran = patched.run(patch, *(draw if name == "lay_out" else ("check",)), SMALL)
    assert BIRD not in ran.out + ran.err
    goes_on = how in ("where it is not raised", "a warning", "what a library says")
    assert ran.code == (0 if goes_on else 4)
    assert goes_on or re.match(r"R699 .*(KeyError|AssertionError) (reise\.|\?)", ran.err)


def test_h15_no_thread_tells_a_value(tmp_path: Path) -> None:
    pytest.importorskip("uvicorn")
    serve = f"""
import threading
import reise.serve.server as s
def fail():
    raise KeyError({BIRD!r})
def serve(*_):
    thread = threading.Thread(target=fail)
    thread.start()
    thread.join()
s.serve = serve
"""
    ran = patched.run(serve, "serve", tmp_path, "--no-browser")
    assert (ran.code, ran.out) == (0, "")
    assert BIRD not in ran.err
    assert ran.err.startswith("R699 ")


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


@pytest.mark.parametrize("files", [(SMALL,), (SMALL, GOOD / "utkast.yaml")], ids=["one", "several"])
def test_h15_what_nobody_foresaw_is_told_without_values(files: tuple[Path, ...], tmp_path: Path) -> None:
    broken = module(tmp_path / "first", "weasyprint", "raise KeyError('KANARI')")
    ran = reise("render", *files, "-o", tmp_path / "out", "--jobs", "2", source_first=broken)
    assert ran.code == 4
    assert ran.err.startswith("R699 ")
    assert "KeyError reise." in ran.err
    assert "KANARI" not in ran.err
