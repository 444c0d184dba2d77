"""H: a machine without the fonts or with others, without a letter, and in any year: the same map or none."""

import re
import shutil
import sys
import time
from pathlib import Path

import pytest
from tests.support import hostile, patched
from tests.support.command import BAD, SMALL, reise

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
