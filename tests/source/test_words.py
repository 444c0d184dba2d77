"""Every problem of reading has words in every language, and no others have."""

import re
from pathlib import Path

import pytest

import reise.source
from reise.resources import toml

ARGS: dict[str, dict[str, str | int]] = {
    "R103": {"offset": 9},
    "R104": {"codepoint": "U+0007"},
    "R105": {"codepoint": "U+202E"},
}


@pytest.mark.parametrize("language", ["nb", "nn", "en"])
def test_words(language: str) -> None:
    words = toml(f"locale/problems-source.{language}.toml")
    assert list(words) == [f"R{number}" for number in range(101, 126)]
    for code, said in words.items():
        assert set(said) == {"fact", "label", "hint"}
        for text in said.values():
            assert not re.search(r"\{\w*\}", text.format(**ARGS.get(code, {})))
        assert said["fact"].endswith(".")
        assert said["hint"][-1] in '."'
        assert len(said["label"]) <= 40


def test_no_code_without_words() -> None:
    folder = Path(reise.source.__file__).parent
    used = {code for path in folder.glob("*.py") for code in re.findall(r'"(R\d+)"', path.read_text("utf-8"))}
    assert used == set(toml("locale/problems-source.nb.toml"))
