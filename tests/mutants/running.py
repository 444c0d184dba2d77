"""Runs a room's tests in a process of their own, against a copy of the source, the quickest killers first."""

import contextlib
import importlib
import json
import os
import shutil
import signal
import sys
import time
import traceback
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence, Set
from functools import _lru_cache_wrapper
from pathlib import Path
from types import FrameType
from typing import Any, NamedTuple

import pytest
from hypothesis import HealthCheck, Phase, settings
from tests.mutants.rooms import Room

TOP = Path(__file__).parents[2]
#: A test that takes so many seconds more of the processor than before, and so many times as long, never ends.
_MORE, _TIMES = 10, 10
#: So many seconds all of the tests may take, however busy the machine is.
_MOST = 900
Functions = Set[tuple[str, int]]


class Ended(NamedTuple):
    """How a run ended - "survived", "killed", "timeout" or "broken" - and the test that it ended with."""

    how: str
    test: str = ""


class Runner:
    """Runs the tests of a room; knows what functions each runs, how long it takes, which ones kill."""

    def __init__(self, room: Room, folder: Path) -> None:
        self.room = room
        self.copy = folder / "src"
        # The tests too: somebody may be at work on them.
        for name in ("src", "tests"):
            shutil.copytree(TOP / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
        for each in TOP.iterdir():
            if not (folder / each.name).exists() and each.name != ".git":
                (folder / each.name).symlink_to(each)
        self._told = folder / "told.json"
        self._output = folder / "output.txt"
        self.seconds: dict[str, float] = {}
        self.functions: dict[str, Functions] = {}
        self._kills: dict[str, Counter[str]] = defaultdict(Counter)

    def learn(self) -> bool:
        """Run every test once against the source as it is; return whether all of them pass."""
        _load_others(self.copy)
        learning = _Learning(self.copy / "reise" / self.room.name)
        arguments = self._arguments(self.room.tests)
        how = self._forked(lambda: _run(arguments, learning), _MOST, writing=True)
        if how != 0:
            return False
        for test, (seconds, functions) in json.loads(self._told.read_text("utf-8")).items():
            self.seconds[test] = seconds
            self.functions[test] = frozenset((file, line) for file, line in functions)
        return True

    def against(self, file: str, source: bytes, functions: Functions | None) -> Ended:
        """Return how the tests end that run one of some functions, or all, when `source` is in a file."""
        place = self.copy / "reise" / self.room.name / file
        before = place.read_bytes()
        tests = [
            each
            for each in self.seconds
            if functions is None or not functions.isdisjoint(self.functions[each])
        ]
        here, anywhere = self._kills[file], self._kills[""]
        tests.sort(key=lambda each: (-here[each], -anywhere[each], self.seconds[each]))
        module = f"reise.{self.room.name}.{file.removesuffix('.py')}".removesuffix(".__init__")
        try:
            place.write_bytes(source)
            for compiled in (place.parent / "__pycache__").glob(f"{place.stem}.*"):
                compiled.unlink()
            if not tests:
                return Ended("survived", "no test runs this")
            code = 0
            # To collect the tests takes longer than most of them do: the likeliest file goes first.
            likely = self._likeliest(tests, file)
            for where in ((likely,), self.room.tests):
                some = [each for each in tests if (each.partition("::")[0] == likely) == (where == (likely,))]
                first = _First(some, self.seconds, self._told)
                arguments = self._arguments(where)
                if some and (code := self._forked(lambda: _run_one(arguments, first, module), _MOST)):  # noqa: B023
                    break
        finally:
            place.write_bytes(before)
        told = self._told.read_text("utf-8") if self._told.exists() else ""
        if code == 0:
            return Ended("survived")
        if code == _BROKEN:
            return Ended("broken")
        if code in (-signal.SIGPROF, -signal.SIGKILL):
            return Ended("timeout", told)
        self._kills[file][told] += 1
        self._kills[""][told] += 1
        return Ended("killed", told)

    def _likeliest(self, tests: list[str], file: str) -> str:
        """Return the file of tests that is the likeliest to kill a change, for what it takes."""
        promise: Counter[str] = Counter()
        for each in tests:
            promise[each.partition("::")[0]] += 1 / (0.1 + self.seconds[each])
            promise[each.partition("::")[0]] += 1000 * self._kills[file][each] + 100 * self._kills[""][each]
        return max(promise, key=lambda each: promise[each])

    def _arguments(self, tests: Sequence[str]) -> list[str]:
        left_out = " and ".join(f"not {each}" for each in self.room.left_out)
        return [
            *(
                "-x",
                "-q",
                "--hypothesis-profile=unshrunk",
                "--no-header",
                "-p",
                "no:cacheprovider",
                "-m",
                "not slow",
                "--tb=no",
            ),
            *(("-k", left_out) if left_out else ()),
            *tests,
        ]

    def _forked(self, what: Callable[[], int], limit: float, *, writing: bool = False) -> int:
        """Return the code that a process ends with, below 0 a signal."""
        self._told.unlink(missing_ok=True)
        process = os.fork()
        if not process:
            os.setsid()
            code = 70
            try:
                output = os.open(self._output, os.O_WRONLY | os.O_CREAT | os.O_TRUNC)
                os.dup2(output, 1)
                os.dup2(output, 2)
                os.chdir(self.copy.parent)
                os.environ["PYTHONPATH"] = str(self.copy)
                # What is compiled once serves them all, but for the file that is changed.
                sys.dont_write_bytecode = not writing
                if not writing:
                    os.environ["PYTHONDONTWRITEBYTECODE"] = "1"
                _load_from(self.copy, self._told)
                code = what()
            except BaseException:
                traceback.print_exc()
            finally:
                sys.stdout.flush()
                sys.stderr.flush()
                os._exit(code)
        until = time.monotonic() + limit
        while True:
            ended, status = os.waitpid(process, os.WNOHANG)
            if ended:
                break
            if time.monotonic() > until:
                os.killpg(process, signal.SIGKILL)
            time.sleep(0.02)
        with contextlib.suppress(ProcessLookupError):
            os.killpg(process, signal.SIGKILL)
        return os.waitstatus_to_exitcode(status)


_BROKEN = 64
_told = Path()


def _load_others(copy: Path) -> None:
    """Load what reise is built on, once: a forked process has it from the start."""
    sys.path.insert(0, str(copy))
    for name in ("reise.comparing", "reise.disclosing", "reise.cli.check", "hypothesis", "openpyxl"):
        importlib.import_module(name)
    _forget()


def _forget() -> None:
    for name in list(sys.modules):
        if name.partition(".")[0] == "reise":
            del sys.modules[name]
    importlib.invalidate_caches()


def _load_from(copy: Path, told: Path) -> None:
    global _told
    _told = told
    # What is read from the tests as they are goes with the copy, too.
    sys.path[:] = [
        str(copy),
        *(each for each in sys.path if Path(each).resolve() not in (copy, TOP, Path.cwd())),
    ]
    for name in [each for each in sys.modules if each.partition(".")[0] == "tests"]:
        if not name.startswith("tests.mutants") and name != "tests":
            del sys.modules[name]
    sys.modules["tests"].__path__ = [str(copy.parent / "tests")]
    _forget()


def _run(arguments: list[str], *plugins: object) -> int:
    # Nobody reads the example that fails: it need not become small.
    phases = (Phase.explicit, Phase.generate)
    calm = {"deadline": None, "suppress_health_check": [HealthCheck.too_slow], "database": None}
    settings.register_profile("unshrunk", derandomize=True, phases=phases, **calm)
    return int(pytest.main(arguments, list(plugins)))


def _run_one(arguments: list[str], first: "_First", module: str) -> int:
    try:
        importlib.import_module(module)
    except Exception:
        return _BROKEN
    _forget()
    return _run(arguments, first)


class _Learning:
    """Notes how long each test takes, and which functions of a room it runs."""

    def __init__(self, room: Path) -> None:
        self._room = str(room) + os.sep
        self._found: dict[str, tuple[float, list[tuple[str, int]]]] = {}

    @pytest.hookimpl(hookwrapper=True)
    def pytest_runtest_protocol(self, item: pytest.Item) -> Iterator[None]:
        for name in [each for each in sys.modules if each.startswith("reise.")]:
            for value in list(vars(sys.modules[name]).values()):
                if isinstance(value, _lru_cache_wrapper):
                    value.cache_clear()
        functions: set[tuple[str, int]] = set()
        room = self._room

        def traced(frame: FrameType, event: str, _: Any) -> None:
            file = frame.f_code.co_filename
            if file.startswith(room):
                functions.add((file, frame.f_code.co_firstlineno))

        start = time.process_time(), os.times()
        sys.settrace(traced)
        yield
        sys.settrace(None)
        ended = os.times()
        seconds = time.process_time() - start[0]
        seconds += ended.children_user - start[1].children_user
        if ended.children_user > start[1].children_user:
            functions.add(("", 0))  # another process was at work: nobody knows what it ran
        named = [(Path(file).name, line) for file, line in functions]
        self._found[item.nodeid] = (seconds, sorted(named))

    def pytest_sessionfinish(self) -> None:
        _told.write_text(json.dumps(self._found), encoding="utf-8")


class _First:
    """Runs some of the tests in an order of its own, each within its time."""

    def __init__(self, tests: list[str], seconds: dict[str, float], told: Path) -> None:
        self._order = {each: number for number, each in enumerate(tests)}
        self._seconds = seconds
        self._failed = told

    @pytest.hookimpl(trylast=True)
    def pytest_collection_modifyitems(self, items: list[pytest.Item]) -> None:
        items[:] = sorted(
            (each for each in items if each.nodeid in self._order), key=lambda each: self._order[each.nodeid]
        )

    def pytest_runtest_setup(self, item: pytest.Item) -> None:
        self._failed.write_text(item.nodeid, encoding="utf-8")
        signal.signal(signal.SIGPROF, signal.SIG_DFL)
        signal.setitimer(signal.ITIMER_PROF, _MORE + _TIMES * self._seconds[item.nodeid])
