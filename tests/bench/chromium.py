"""A headless Chromium that stays open and prints, driven over its debugging pipe."""

import base64
import fcntl
import json
import os
import shutil
import subprocess
from collections.abc import Generator, Iterator
from pathlib import Path
from typing import Any

from tests.bench.benchmark import Missing

FLAGS = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    # What containers give of shared memory is too little for a large page.
    "--disable-dev-shm-usage",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    # Else the second tab is one in the background, and waits for the first.
    "--disable-renderer-backgrounding",
    "--disable-backgrounding-occluded-windows",
)
READY = """new Promise(done => {
  const fonts = () => document.fonts.ready.then(() => done());
  document.readyState == "complete" ? fonts() : addEventListener("load", fonts);
})"""
#: One tab at work: yields what it asks of Chromium and is sent the answers.
Tab = Generator[tuple[str, dict[str, Any]], dict[str, Any], None]


def executable() -> str:
    """Return where Chromium is."""
    for name in ("chromium", "chromium-browser", "google-chrome"):
        if found := shutil.which(name):
            return found
    raise Missing("chromium")


class Chromium:
    """A running Chromium with a profile of its own in `folder`."""

    def __init__(self, folder: Path, tabs: int) -> None:
        command = [
            executable(),
            *FLAGS,
            f"--user-data-dir={folder}",
            "--remote-debugging-pipe",
            "about:blank",
        ]
        hears, self._say = os.pipe()
        self._hear, says = os.pipe()
        # Chromium listens on 3 and answers on 4, which may be pipes of ours.
        hears, says = (_far(each) for each in (hears, says))

        def connect() -> None:
            os.dup2(hears, 3)
            os.dup2(says, 4)

        self._browser = subprocess.Popen(
            command, pass_fds=(3, 4), preexec_fn=connect, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
        os.close(hears)
        os.close(says)
        self._heard = bytearray()
        self._asked = 0
        self._tabs = [self._open() for _ in range(tabs)]

    def __enter__(self) -> "Chromium":
        return self

    def __exit__(self, *_: object) -> None:
        self._ask("Browser.close")
        self._browser.wait()
        os.close(self._say)
        os.close(self._hear)

    def print(self, pages: list[Path], folder: Path, tabs: int) -> None:
        """Print HTML files as tagged PDFs of the same names into `folder`, in so many tabs at a time."""
        left = iter(pages)
        busy: dict[int, tuple[Tab, str]] = {}
        for tab in self._tabs[:tabs]:
            work = _work(left, folder)
            busy[self._ask(*next(work), tab)] = work, tab
        while busy:
            answer = self._answer()
            if answer.get("id") not in busy:
                continue
            work, tab = busy.pop(answer["id"])
            try:
                asked = work.send(_result(answer))
            except StopIteration:
                continue
            busy[self._ask(*asked, tab)] = work, tab

    def used(self) -> float:
        """Return the seconds of all cores that Chromium and its children have used."""
        tree, seconds = {self._browser.pid}, 0
        for number in sorted(int(each.name) for each in Path("/proc").iterdir() if each.name.isdigit()):
            try:
                fields = Path(f"/proc/{number}/stat").read_text().rpartition(") ")[2].split()
            except OSError:
                continue
            if number in tree or int(fields[1]) in tree:
                tree.add(number)
                seconds += sum(map(int, fields[11:15]))
        return seconds / os.sysconf("SC_CLK_TCK")

    def _open(self) -> str:
        """Open a tab and return what it is called."""
        target = self._wait("Target.createTarget", {"url": "about:blank"})["targetId"]
        session: str = self._wait("Target.attachToTarget", {"targetId": target, "flatten": True})["sessionId"]
        return session

    def _wait(self, method: str, params: dict[str, Any]) -> dict[str, Any]:
        """Ask, and return the result."""
        asked = self._ask(method, params)
        while (answer := self._answer()).get("id") != asked:
            pass
        return _result(answer)

    def _ask(self, method: str, params: dict[str, Any] | None = None, tab: str = "") -> int:
        """Ask for something, and return the number that its answer will have."""
        self._asked += 1
        asked = {"id": self._asked, "method": method, "params": params or {}}
        left = memoryview(json.dumps(asked | ({"sessionId": tab} if tab else {})).encode() + b"\0")
        while left:
            left = left[os.write(self._say, left) :]
        return self._asked

    def _answer(self) -> dict[str, Any]:
        """Return the next answer or piece of news."""
        seen = 0
        while (end := self._heard.find(0, seen)) < 0:
            seen = len(self._heard)
            piece = os.read(self._hear, 1 << 20)
            if not piece:
                raise RuntimeError("chromium has ended")
            self._heard += piece
        answer: dict[str, Any] = json.loads(self._heard[:end])
        del self._heard[: end + 1]
        return answer


def _far(descriptor: int) -> int:
    """Return a descriptor above those that Chromium uses, in place of one that may be among them."""
    far: int = fcntl.fcntl(descriptor, fcntl.F_DUPFD_CLOEXEC, 10)
    os.close(descriptor)
    return far


def _work(pages: Iterator[Path], folder: Path) -> Tab:
    """Print pages until none are left."""
    for page in pages:
        yield "Page.navigate", {"url": page.as_uri()}
        yield "Runtime.evaluate", {"expression": READY, "awaitPromise": True}
        # The size of the paper stands in the page's own style sheet: A3, landscape.
        made = yield (
            "Page.printToPDF",
            {"printBackground": True, "preferCSSPageSize": True, "generateTaggedPDF": True},
        )
        (folder / f"{page.stem}.pdf").write_bytes(base64.b64decode(made["data"]))


def _result(answer: dict[str, Any]) -> dict[str, Any]:
    if "error" in answer:
        raise RuntimeError(f"chromium: {answer['error']}")
    result: dict[str, Any] = answer["result"]
    return result
