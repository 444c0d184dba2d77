"""H: what takes too long, needs too much or breaks is stopped, and stops no other."""

import ctypes
import os
import re
import resource
import signal
import sys
import time
from pathlib import Path

import pytest
from tests.support import patched
from tests.support.command import GOOD, JOURNEYS, SMALL, inside
from tests.support.patched import BOUNDS, ENDLESS, alive, children

from reise import limits
from reise.labour import Stopped, apart, bound

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="faults as Linux makes them")


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
