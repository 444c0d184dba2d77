"""A page in a headless Chromium: what a person sees there, types and hears read out."""

import base64
import json
import time
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from tests.bench.chromium import Chromium, _result

#: What a key is to Chromium: its code, and its number on Windows.
KEYS = {
    "Tab": ("Tab", 9),
    "Enter": ("Enter", 13),
    "Escape": ("Escape", 27),
    "Space": ("Space", 32),
    "End": ("End", 35),
    "Home": ("Home", 36),
    "ArrowDown": ("ArrowDown", 40),
    "ArrowUp": ("ArrowUp", 38),
    "s": ("KeyS", 83),
    "a": ("KeyA", 65),
    "f": ("KeyF", 70),
}
CONTROL, SHIFT = 2, 8


class Browser(Chromium):
    """A running Chromium; `page` is a tab of it."""

    def __init__(self, folder: Path) -> None:
        super().__init__(folder, tabs=1)
        self.page = Page(self, self._tabs[0])
        for room in ("Page", "Runtime", "Log"):
            self.page.ask(f"{room}.enable")

    def ask(self, tab: str, method: str, **params: Any) -> dict[str, Any]:
        """Ask a tab, and return what it answers."""
        asked = self._ask(method, params, tab)
        while (answer := self._answer()).get("id") != asked:
            self._hear_of(tab, answer)
        return _result(answer)

    def _hear_of(self, tab: str, news: dict[str, Any]) -> None:
        """Keep what the console says, and let nothing ask whether to stay on a page."""
        method, params = news.get("method"), news.get("params", {})
        if method == "Log.entryAdded":
            self.page.log.append(params["entry"]["text"])
        elif method == "Runtime.exceptionThrown":
            self.page.log.append(str(params["exceptionDetails"]))
        elif method == "Page.javascriptDialogOpening":
            self._ask("Page.handleJavaScriptDialog", {"accept": True}, tab)


class Page:
    """One tab."""

    def __init__(self, browser: Browser, tab: str) -> None:
        self._browser = browser
        self._tab = tab
        #: What went wrong on the pages: scripts that failed, what their policy forbade.
        self.log: list[str] = []

    def ask(self, method: str, **params: Any) -> dict[str, Any]:
        """Ask Chromium."""
        return self._browser.ask(self._tab, method, **params)

    def window(self, width: int, height: int, *, dark: bool = False) -> None:
        """Give the window a size, and the machine a liking for light or dark."""
        self.ask(
            "Emulation.setDeviceMetricsOverride",
            width=width,
            height=height,
            deviceScaleFactor=1,
            mobile=width < 600,
        )
        scheme = {"name": "prefers-color-scheme", "value": "dark" if dark else "light"}
        self.ask("Emulation.setEmulatedMedia", features=[scheme])

    def go(self, address: str) -> None:
        """Open an address, and wait until it is there."""
        self.ask("Page.navigate", url=address)
        self.until("document.readyState === 'complete' && location.href !== 'about:blank'")

    def leave(self) -> None:
        """Go nowhere, whatever was written and not saved."""
        self.ask("Page.navigate", url="about:blank")
        self.until("location.href === 'about:blank'")

    def run(self, script: str) -> Any:
        """Return what a script says, once it has said it."""
        made = self.ask(
            "Runtime.evaluate", expression=script, awaitPromise=True, returnByValue=True, userGesture=True
        )
        assert "exceptionDetails" not in made, made["exceptionDetails"]
        return made["result"].get("value")

    def until(self, condition: str, seconds: float = 8) -> Any:
        """Wait for something to be true, and return it."""
        # An element cannot be handed over, but that it is there can.
        script = f"(it => it instanceof Node ? true : it)({condition})"
        ends = time.monotonic() + seconds
        while time.monotonic() < ends:
            try:
                if found := self.run(script):
                    return found
            except (AssertionError, RuntimeError):
                # Between one page and the next there is none to ask.
                pass
            time.sleep(0.02)
        raise AssertionError(f"never so: {condition}")

    def type(self, text: str) -> None:
        """Type text where the cursor is."""
        self.ask("Input.insertText", text=text)

    def press(self, key: str, modifiers: int = 0) -> None:
        """Press a key and let it go."""
        code, number = KEYS[key]
        told = {"key": " " if key == "Space" else key, "code": code, "windowsVirtualKeyCode": number}
        text = {"Enter": "\r", "Space": " "}.get(key)
        down = told | ({"text": text} if text and not modifiers else {})
        self.ask("Input.dispatchKeyEvent", type="keyDown", modifiers=modifiers, **down)
        self.ask("Input.dispatchKeyEvent", type="keyUp", modifiers=modifiers, **told)

    def picture(self, path: Path, *, whole: bool = False) -> None:
        """Keep what is seen as a PNG."""
        made = self.ask("Page.captureScreenshot", format="png", captureBeyondViewport=whole)
        path.write_bytes(base64.b64decode(made["data"]))

    def barriers(self) -> list[str]:
        """Return what axe-core finds against WCAG 2.1 A and AA: the rule, and where."""
        context = self.ask("Page.getFrameTree")["frameTree"]["frame"]["id"]
        world = self.ask("Page.createIsolatedWorld", frameId=context)["executionContextId"]
        self._in(world, axe())
        tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "best-practice"]
        # The maps inside have no scripts, and their own tests.
        run = f"axe.run(document, {{runOnly: {json.dumps(tags)}, iframes: false}})"
        found = self._in(world, f"{run}.then(made => made.violations)")
        return [
            f"{each['id']}: {node['html'][:160]} {node['failureSummary']}"
            for each in found
            for node in each["nodes"]
        ]

    def _in(self, world: int, script: str) -> Any:
        """Run a script beside those of the page, where its policy does not reach."""
        made = self.ask(
            "Runtime.evaluate", contextId=world, expression=script, awaitPromise=True, returnByValue=True
        )
        assert "exceptionDetails" not in made, made["exceptionDetails"]
        return made["result"].get("value")


@cache
def axe() -> str:
    """Return axe-core as the package ships it."""
    spec = find_spec("axe_playwright_python")
    assert spec is not None
    assert spec.submodule_search_locations
    [place] = spec.submodule_search_locations
    return (Path(place) / "axe.min.js").read_text(encoding="utf-8") + "\nvoid 0"
