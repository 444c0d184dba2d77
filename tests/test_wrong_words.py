"""What is mistyped on the command line: said in the language of the system, with what was meant."""

from pathlib import Path

import pytest
from tests.test_program import reise

LANGUAGES = {"nb": "nb_NO.UTF-8", "nn": "nn_NO.UTF-8", "en": "en_GB.UTF-8"}


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (
            ("rendr",),
            {"nb": "Mente du 'render'?", "nn": "Meinte du 'render'?", "en": "Did you mean 'render'?"},
        ),
        (("xyz",), {"nb": "'xyz' finnes ikke.", "nn": "'xyz' finst ikkje.", "en": "No such command 'xyz'."}),
        (
            ("serve", "borte"),
            {
                "nb": "Mappen 'borte' finnes ikke.",
                "nn": "Mappa 'borte' finst ikkje.",
                "en": "does not exist.",
            },
        ),
        (
            ("serve", "fil"),
            {"nb": "Mappen 'fil' er en fil.", "nn": "Mappa 'fil' er ei fil.", "en": "'fil' is a file."},
        ),
        (
            ("approve", "fil", "--date", "i går"),
            {
                "nb": "ikke en dato, skrevet slik",
                "nn": "ikkje ein dato, skriven slik",
                "en": "does not match",
            },
        ),
    ],
    ids=["almost a command", "no command", "no folder", "no folder but a file", "no date"],
)
@pytest.mark.parametrize("language", LANGUAGES)
def test_it_is_said_in_words_that_help(
    language: str, words: tuple[str, ...], told: dict[str, str], tmp_path: Path
) -> None:
    (tmp_path / "fil").write_text("", encoding="utf-8")
    ran = reise(*words, cwd=tmp_path, environment={"LANG": LANGUAGES[language]})
    assert ran.code == 2
    assert told[language] in ran.err
