"""`reise serve` as a person starts it: a process, and the address that it prints."""

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

PROGRAM = (sys.executable, "-m", "reise", "serve", "--no-browser")


@dataclass(frozen=True)
class Serving:
    """A server that runs: the address with the token, and the process."""

    address: str
    process: subprocess.Popen[str]

    @property
    def base(self) -> str:
        """The address without the token."""
        parts = urlsplit(self.address)
        return f"{parts.scheme}://{parts.netloc}"

    @property
    def port(self) -> int:
        """The port."""
        port = urlsplit(self.address).port
        assert port
        return port


@contextmanager
def serving(*arguments: str | Path, program: tuple[str, ...] = PROGRAM) -> Iterator[Serving]:
    """Run a server as long as the block lasts; what it wrote to standard error must be nothing."""
    command = [*program, *map(str, arguments)]
    environment = os.environ | {"LC_ALL": "nb_NO.UTF-8", "PYTHONUNBUFFERED": "1"}
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=environment
    ) as process:
        assert process.stdout
        assert process.stderr
        line = process.stdout.readline()
        assert "http" in line, process.stderr.read()
        try:
            yield Serving(line.split()[-1], process)
        finally:
            process.terminate()
            process.wait(20)
        told = process.stderr.read()
        assert told == "", told
