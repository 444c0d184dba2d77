"""A folder for a team: journeys, what they share, an editor that helps, a check before each commit."""

import json
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from reise.resources import templates, toml
from reise.schema import collection_schema, schema
from reise.starting.place import write_new

JOURNEYS = "journeys"
COLLECTION = f"{JOURNEYS}/samling.yaml"
#: The other names that what the journeys share can have.
_OTHERS = ("samling.yml", "collection.yaml", "collection.yml")
_SCHEMA, _COLLECTION_SCHEMA = ".vscode/reise.schema.json", ".vscode/samling.schema.json"
_SETTINGS: dict[str, Any] = {
    "yaml.schemas": {
        f"./{_SCHEMA}": [f"{JOURNEYS}/*.yaml", f"!{COLLECTION}"],
        f"./{_COLLECTION_SCHEMA}": [COLLECTION],
    },
    "yaml.schemaStore.enable": False,
    "redhat.telemetry.enabled": False,
    "files.encoding": "utf8",
    "[yaml]": {
        "editor.insertSpaces": True,
        "editor.tabSize": 2,
        "editor.autoIndent": "keep",
        "editor.quickSuggestions": {"other": True, "comments": False, "strings": True},
    },
}
#: What a script that checks journeys holds.
_CHECK = b"reise check"
_EXTENSIONS = {"recommendations": ["redhat.vscode-yaml"]}
_EDITORCONFIG = """root = true

[*]
charset = utf-8
end_of_line = lf
insert_final_newline = true
trim_trailing_whitespace = true

[*.{yaml,yml}]
indent_style = space
indent_size = 2
"""


@dataclass(frozen=True, slots=True)
class Ready:
    """What was made, what was there before and is left as it was, and the hook.

    `hook` says whether a check before each commit is in place: "ready", "other" where git runs another
    script, or "none" where the folder is in no git repository with hooks of its own.
    """

    made: tuple[Path, ...]
    left: tuple[Path, ...]
    hook: Literal["ready", "other", "none"]


def ready(folder: Path, language: str) -> Ready:
    """Make `folder` ready for a team that writes in nb, nn or en; nothing that is there is changed.

    Raises OSError where something can't be written.
    """
    (folder / JOURNEYS).mkdir(parents=True, exist_ok=True)
    made: list[Path] = []
    left: list[Path] = []
    for name, text in _texts(language).items():
        path = folder / name
        there = [folder / JOURNEYS / other for other in _OTHERS] if name == COLLECTION else []
        found = next((each for each in there if each.exists()), path)
        fresh = found is path and write_new(path, text.encode())
        (made if fresh else left).append(found)
    hook = _hook(folder)
    state: Literal["ready", "other", "none"] = "none"
    if hook is not None:
        fresh = write_new(hook, _hook_text(language).encode(), mode=0o755)
        (made if fresh else left).append(hook)
        state = "ready" if _CHECK in hook.read_bytes() else "other"
    return Ready(tuple(made), tuple(left), state)


def _texts(language: str) -> dict[str, str]:
    """Return the files of a folder by their names in it."""
    collection = templates() / "starting" / f"collection.{language}.yaml"
    return {
        COLLECTION: collection.read_text(encoding="utf-8"),
        _SCHEMA: _json(schema(language)),
        _COLLECTION_SCHEMA: _json(collection_schema(language)),
        ".vscode/settings.json": _json(_SETTINGS),
        ".vscode/extensions.json": _json(_EXTENSIONS),
        ".editorconfig": _EDITORCONFIG,
        ".gitignore": "/output/\n",
    }


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, indent=2) + "\n"


def _hook(folder: Path) -> Path | None:
    """Return where git looks for what to run before a commit; None where that is not the folder's own."""
    git = shutil.which("git")
    if git is None:
        return None
    asked = ("--git-path", "hooks/pre-commit"), ("--git-common-dir",)
    told = [
        subprocess.run(  # noqa: S603 - fixed words, no shell
            [git, "-C", str(folder), "rev-parse", *words], capture_output=True, text=True, check=False
        )
        for words in asked
    ]
    if any(each.returncode for each in told):
        return None
    hook, own = (folder / each.stdout.rstrip("\n") for each in told)
    # Hooks that several repositories share are not ours to add to.
    return hook if own.resolve() in hook.resolve().parents else None


def _hook_text(language: str) -> str:
    """Return the script that checks the journeys of a commit."""
    text = (templates() / "starting" / "pre-commit").read_text(encoding="utf-8")
    quoted = sys.executable.replace("'", "'\\''")
    for name, words in (toml(f"locale/starting.{language}.toml") | {"python": quoted}).items():
        text = text.replace(f"@{name}@", words)
    return text
