"""The program as a process of its own, forked off one that has loaded its modules: only loading is spared.

What it does when it is begun anew is tested too, with `fresh=True` in tests/test_program*.py and where a
part of it is replaced. Where processes are not forked, it is begun anew each time.
"""

import atexit
import gc
import json
import os
import select
import subprocess
import sys
import tempfile
from collections.abc import Mapping, Sequence
from functools import cache
from importlib import import_module
from pathlib import Path

from tests.support import unguarded

#: How it is begun anew.
REAL = (sys.executable, "-m", "reise")
FORKED = sys.platform == "linux"
#: No run takes longer.
PATIENCE = 120.0
#: What is loaded beforehand: all but the command line, which asks the system for its language when loaded.
LOADED = (
    *("reise.batch", "reise.comparing", "reise.disclosing", "reise.editing", "reise.machine", "reise.schema"),
    *("reise.comparison", "reise.layout", "reise.page.html", "reise.pdf", "reise.starting", "reise.tables"),
    *("reise.workbook", "networkx", "numpy", "openpyxl", "pypdfium2", "weasyprint"),
)
TOP = Path(__file__).parents[2]
_OUT, _ERR = "out", "err"


def run(
    words: Sequence[str | Path],
    environment: Mapping[str, str],
    *,
    cwd: Path | None = None,
    guarded: bool = True,
    mixed: bool = False,
) -> subprocess.CompletedProcess[str]:
    """Return how a run ended that was given no answers, and what it said.

    Where that is `mixed`, errors stand in the output, in the order in which they came.
    """
    words = [*map(str, words)]
    if not FORKED:
        return subprocess.run(
            [*(REAL if guarded else unguarded.PROGRAM), *words],
            cwd=cwd,
            env={**environment, "PYTHONUNBUFFERED": "1"},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT if mixed else subprocess.PIPE,
            encoding="utf-8",
            check=False,
            timeout=PATIENCE,
        )
    with tempfile.TemporaryDirectory() as folder:
        task = {
            **{"words": words, "cwd": str(cwd or Path.cwd()), "environment": dict(environment)},
            **{"guarded": guarded, "mixed": mixed, "folder": folder},
        }
        server = _server()
        assert server.stdin
        assert server.stdout
        server.stdin.write(json.dumps(task) + "\n")
        server.stdin.flush()
        if not select.select([server.stdout], [], [], PATIENCE)[0]:
            server.kill()
            _server.cache_clear()
            raise TimeoutError(f"{words} took over {PATIENCE} s")
        code = int(server.stdout.readline())
        said = [Path(folder, name).read_bytes().decode() for name in (_OUT, _ERR)]
    return subprocess.CompletedProcess(words, code, *said)


@cache
def _server() -> subprocess.Popen[str]:
    """Return the process that the others are forked off; it ends with this one."""
    # Numpy's own threads would not be there after a fork.
    environment = os.environ | {"OPENBLAS_NUM_THREADS": "1"}
    return subprocess.Popen(
        [sys.executable, "-m", __name__],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        env=environment,
        cwd=TOP,
    )


def _forked() -> dict | None:
    """Fork for every task that comes; return it in the process that is to do it, None where all is done."""
    for line in sys.stdin:
        child = os.fork()
        if not child:
            return json.loads(line)
        _, status = os.waitpid(child, 0)
        print(os.waitstatus_to_exitcode(status), flush=True)
    return None


def _become(task: dict) -> None:
    """Be a process as it would be if it were begun anew."""
    os.chdir(task["cwd"])
    os.environ.clear()
    os.environ.update(task["environment"])
    sys.argv = ["reise", *task["words"]]
    out, err = (os.open(Path(task["folder"], name), os.O_WRONLY | os.O_CREAT) for name in (_OUT, _ERR))
    nothing = os.open(os.devnull, os.O_RDONLY)
    for number, file in enumerate((nothing, out, out if task["mixed"] else err)):
        os.dup2(file, number)
    sys.stdout.reconfigure(encoding="utf-8", write_through=task["mixed"])
    os.closerange(3, max(nothing, err) + 1)


if __name__ == "__main__":
    for _name in LOADED:
        import_module(_name)
    gc.freeze()
    _task = _forked()
    if _task is None:
        sys.exit()
    _become(_task)
    if not _task["guarded"]:
        unguarded.put_away()
    from reise.cli import main

    try:
        main()
    except SystemExit as ended:
        # What is loaded need not be taken down again, which takes longer than most runs.
        atexit._run_exitfuncs()
        for _stream in (sys.stdout, sys.stderr):
            _stream.flush()
        os._exit(ended.code if isinstance(ended.code, int) else 1 if ended.code else 0)
