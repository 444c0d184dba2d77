"""YAML as the format means it, for validators: only plain `null`, `true` and numbers are not text."""

import re
from typing import Any, ClassVar

import yaml


class _Loader(yaml.CSafeLoader):
    yaml_implicit_resolvers: ClassVar[dict[str, Any]] = {}


for name, pattern, first in (
    ("bool", "true|false", "tf"),
    ("null", "null|", "n"),
    ("int", "[-+]?[0-9]+", "-+0123456789"),
    ("float", r"[-+]?[0-9]+\.[0-9]+", "-+0123456789"),
):
    starts = [*first, ""] if name == "null" else list(first)
    _Loader.add_implicit_resolver(f"tag:yaml.org,2002:{name}", re.compile(f"^(?:{pattern})$"), starts)


def read(text: str) -> Any:
    """Return what a YAML text says."""
    return yaml.load(text, _Loader)
