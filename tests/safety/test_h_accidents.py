"""H: nothing is told by accident: what goes wrong in the program never says a word of a journey."""

import re
import sys
from pathlib import Path

import pytest
from tests.support import cases, patched
from tests.support.command import GOOD, SMALL, module, reise

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="faults as Linux makes them")


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
