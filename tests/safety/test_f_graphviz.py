"""F: Graphviz. It gets numbers, and whatever it does with them, nothing worse than a message comes of it."""

import re
import sys
import time
from dataclasses import replace
from functools import cache
from itertools import pairwise
from pathlib import Path
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.support import hostile, patched
from tests.support.command import JOURNEYS

import reise
from reise.comparing import Lacking, Setting, report_html
from reise.comparison.ways_value import Stop
from reise.layout import dot
from reise.layout.ways import ways_sheet

ATTRIBUTES = {"rankdir", "splines", "newrank", "nodesep", "shape", "fixedsize", "label", "width", "height"}
ATTRIBUTES |= {"rank", "style", "weight"}
#: What is asked of Graphviz, whole.
GRAMMAR = re.compile(
    r"digraph \{\n"
    r"\tgraph \[newrank=true nodesep=[\d.]+ rankdir=LR splines=false\]\n"
    r'\tnode \[fixedsize=true label="" shape=box width=0\.2\]\n'
    r"(?:\tn\d+ \[height=[\d.]+\]\n|\t\{rank=same; n\d+(?:; n\d+)*\}\n"
    r"|\tn\d+ -> n\d+ \[(?:style=invis weight=0|weight=\d+)\]\n)*"
    r"\}\n"
)
NASTY = {
    "f01": "<<b>x</b>>",
    "f02": "C:\\Nord \\N \\G \\L \\l",
    "f04": '"]; evil [label="x',
    "f05": "image=/etc/passwd URL=file:x",
    "f07": "x" * 60,
    "f08": "blåbærgrøt ŋŧđ",
}


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What Graphviz is asked, in the order of the questions."""
    heard: list[str] = []
    real = dot._run

    def run(source: str) -> bytes:
        heard.append(source)
        return real(source)

    monkeypatch.setattr(dot, "_run", run)
    return heard


def compared(text: str, folder: Path, ways: str) -> None:
    """Compare journeys that say a text everywhere, so that it recurs in all of them."""
    found = []
    for name in ("a", "b", "c"):
        path = hostile.journey(text, name=name, folder=folder)
        path.write_text(path.read_text("utf-8") + "samtykke: {sammenligning: ja}\n", encoding="utf-8")
        found.append(path)
    report_html(reise.compare(found), Setting(pages=(5,), ways=ways), fonts=False)  # type: ignore[arg-type]


@pytest.mark.parametrize("ways", ["kind", "service", "transition"])
@pytest.mark.parametrize("row", NASTY)
def test_f01_f02_f03_f04_f05_f07_f08_graphviz_never_sees_a_word(
    row: str, ways: str, asked: list[str], tmp_path: Path
) -> None:
    """Neither as a label nor as the name of a node: it gets sizes and ranks of n0, n1, …"""
    compared(NASTY[row], tmp_path, ways)
    assert asked or ways == "service"
    for source in asked:
        assert GRAMMAR.fullmatch(source)
        assert source.isascii()
        assert len(source) < 16_384
        assert "\\" not in source


@given(
    st.lists(st.tuples(st.floats(0.1, 99), st.integers(0, 5)), min_size=1, max_size=30),
    st.lists(st.tuples(st.integers(0, 29), st.integers(0, 29), st.integers(1, 99)), max_size=40),
)
@settings(deadline=None)
def test_f03_f05_f11_whatever_is_drawn_is_asked_in_the_same_few_words(
    boxes: list[tuple[float, int]], links: list[tuple[int, int, int]]
) -> None:
    known = [each for each in links if each[0] < len(boxes) and each[1] < len(boxes)]
    source = dot._source([high for high, _ in boxes], [rank for _, rank in boxes], known, 0.7)
    assert GRAMMAR.fullmatch(source)
    assert set(re.findall(r"(\w+)=", source)) <= ATTRIBUTES


def test_f06_only_places_are_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    ran: list[list[str]] = []
    real = dot.subprocess.run

    def run(words: list[str], **how: object) -> object:
        ran.append(words)
        assert "shell" not in how
        return real(words, **how)  # type: ignore[call-overload]

    monkeypatch.setattr(dot.subprocess, "run", run)
    assert len(dot.heights_in_ranks((1.0, 2.0), (0, 1), [(0, 1, 1)], 0.7)) == 2
    [[_, *options]] = ran
    assert options == ["-Kdot", "-Tjson0"]


def test_f09_f10_a_graph_is_drawn_of_few_ways_however_many_there_are(asked: list[str]) -> None:
    """200 stops with 600 ways at random, and a chain of 10,000: the strongest are drawn, the rest counted."""
    found = reise.compare(sorted(JOURNEYS.glob("*-*.yaml"))).ways("service")
    chance = Random(9)
    names = [f"s{number}" for number in range(10_000)]
    wild = {(chance.choice(names[:200]), chance.choice(names[:200])) for _ in range(600)}
    chain = set(pairwise(names))
    example = found.ways[0]
    for pairs in (wild, chain):
        ways = tuple(replace(example, source=one, target=other) for one, other in sorted(pairs))
        stops = tuple(Stop(name, 2, 2) for name in sorted({name for pair in pairs for name in pair}))
        asked.clear()
        begun = time.monotonic()
        sheet = ways_sheet(replace(found, ways=ways, stops=stops))
        assert sheet.ribbons
        assert asked
        assert max(len(re.findall(r"\[height=", source)) for source in asked) <= 300
        # Not a measure of speed: Graphviz alone was at it for a minute.
        assert time.monotonic() - begun < 60


# --- F12: a Graphviz that is not what it should be --------------------------------------------------

SCRIPTS = {
    "hangs": "import time\ntime.sleep(60)",
    "hangs with children": "import subprocess, sys\n"
    "subprocess.run([sys.executable, '-c', 'import time; time.sleep(5)'])",
    "says nothing": "",
    "fails": "import sys\nsys.stderr.write('KANARI')\nsys.exit(1)",
    "another version": "print('dot - graphviz version 1.8.10 KANARI')",
    "no places": 'print(\'{"bb": "0,0,1,1", "objects": []}\')',
    "null": "print('null')",
    "not numbers": 'print(\'{"bb": "0,0,1,nan", "objects": [{"name": "n%d", "pos": "nan,nan"}]}\' % 0)',
    "crashes": "import os, signal\nos.kill(os.getpid(), signal.SIGSEGV)",
}


def fake(folder: Path, script: str, mode: int = 0o755) -> Path:
    """Write a program that is taken for Graphviz."""
    path = folder / "dot"
    path.write_text(f"#!{sys.executable}\n{script}\n", encoding="utf-8")
    path.chmod(mode)
    return path


def code_with(program: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """Return the problem there is with another Graphviz, which has half a second to answer."""
    monkeypatch.setattr(dot, "program", lambda: str(program))
    monkeypatch.setattr(dot, "PATIENCE", 0.5)
    with pytest.raises(Lacking) as lacking:
        report_html(_compared(), Setting(pages=(5,)), fonts=False)
    assert (str(lacking.value), lacking.value.gaps) == (lacking.value.code, ())
    return lacking.value.code


@cache
def _compared() -> reise.Comparison:
    return reise.compare(sorted(JOURNEYS.glob("*-*.yaml")))


@pytest.mark.skipif(sys.platform == "win32", reason="scripts with a #!")
@pytest.mark.parametrize("how", SCRIPTS)
def test_f12_a_graphviz_that_does_not_do_its_work_is_a_problem(
    how: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun = time.monotonic()
    assert code_with(fake(tmp_path, SCRIPTS[how]), monkeypatch) == "R608"
    assert time.monotonic() - begun < 30


@pytest.mark.skipif(sys.platform == "win32", reason="modes of files")
@pytest.mark.parametrize("how", ["missing", "not executable", "not a program", "a folder"])
def test_f12_no_graphviz_is_a_problem(how: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    program = tmp_path / "dot"
    if how == "a folder":
        program.mkdir()
    elif how == "not a program":
        program.write_bytes(b"\0" * 64)
        program.chmod(0o755)
    elif how == "not executable":
        fake(tmp_path, "", mode=0o644)
    assert code_with(program, monkeypatch) == "R603"


@pytest.mark.slow
@pytest.mark.parametrize(
    ("script", "code"), [(None, "R603"), (SCRIPTS["fails"], "R608")], ids=["R603", "R608"]
)
def test_f12_it_says_what_to_install(script: str | None, code: str, tmp_path: Path) -> None:
    program = fake(tmp_path, script) if script else tmp_path / "dot"
    patch = f"import reise.layout.dot as d\nd.program = lambda: {str(program)!r}"
    ran = patched.run(patch, "compare", JOURNEYS, "--pages", "5", "-o", tmp_path / "c.html")
    assert (ran.code, ran.err.count(f"{tmp_path / 'c.html'} {code} ")) == (4, 1)
    assert "brew install graphviz" in ran.err
    assert "KANARI" not in ran.out + ran.err
    assert not (tmp_path / "c.html").exists()


def test_f12_where_nothing_is_installed_it_says_so(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(dot.sysconfig, "get_path", lambda *_: str(tmp_path))
    monkeypatch.setattr(dot.sys, "executable", str(tmp_path / "python"))
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(dot.NoGraphviz) as lacking:
        dot.program.__wrapped__()
    assert lacking.value.code == "R603"


def test_f12_it_has_ten_seconds() -> None:
    assert dot.PATIENCE <= 10
