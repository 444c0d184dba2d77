"""The same content as a timeline of Mermaid, drawn by Mermaid's own command."""

import json
import os
import re
import shutil
import subprocess
from pathlib import Path

from tests.bench import chromium
from tests.bench.benchmark import Missing

_SIGNS = re.compile("[:;#]")


def command(folder: Path) -> tuple[str, ...]:
    """Return Mermaid's command, fetched into `folder` where the machine does not have it."""
    settings = folder / "puppeteer.json"
    settings.write_text(json.dumps({"executablePath": chromium.executable(), "args": ["--no-sandbox"]}))
    return (_found(folder), "--quiet", "--puppeteerConfigFile", str(settings))


def _found(folder: Path) -> str:
    if here := shutil.which("mmdc"):
        return here
    npm = shutil.which("npm")
    if npm is None:
        raise Missing("npm")
    fetch = [
        npm,
        "install",
        "--silent",
        "--no-fund",
        "--no-audit",
        "--prefix",
        str(folder),
        "@mermaid-js/mermaid-cli",
    ]
    done = subprocess.run(fetch, env={**os.environ, "PUPPETEER_SKIP_DOWNLOAD": "1"}, capture_output=True)
    made = folder / "node_modules" / ".bin" / "mmdc"
    if done.returncode or not made.exists():
        raise Missing("@mermaid-js/mermaid-cli")
    return str(made)


def timeline(title: str, events: list[tuple[bool, str]]) -> str:
    """Return a timeline: a period for each milestone (True), the other events in it."""
    lines = ["timeline", f"    title {_plain(title)}"]
    for is_milestone, text in events:
        lines.append(f"    {_plain(text)}" if is_milestone else f"        : {_plain(text)}")
    return "\n".join(lines) + "\n"


def _plain(text: str) -> str:
    """Return a text without the signs that mean something to Mermaid."""
    return _SIGNS.sub(" ", text)
