"""What Python callers are told when something is wrong."""

from pathlib import Path

import pytest
from tests.support import cases

import reise

UNG_MOR = cases.TOP / "journeys" / "ung-mor.yaml"


@pytest.mark.parametrize(
    ("wrong", "told"),
    [
        ({"paper": "a9"}, "paper must be one of a4, a3, a1, a0"),
        ({"language": "de"}, "language must be one of nb, nn, en"),
        ({"format": "gif"}, "format must be one of pdf, html, png"),
    ],
)
def test_what_there_is_to_choose_from(wrong: dict[str, str], told: str, tmp_path: Path) -> None:
    with pytest.raises(ValueError, match=f"^{told}$"):
        reise.render(reise.load(UNG_MOR), tmp_path / "x.pdf", **wrong)
    assert list(tmp_path.iterdir()) == []


def test_a_journey_that_cannot_be_used_says_why_in_english(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LANG", "nb_NO.UTF-8")
    with pytest.raises(reise.InvalidJourney) as raised:
        reise.load("ingen.yaml")
    assert str(raised.value) == "ingen.yaml R124 The file does not exist."


def test_the_message_names_places_and_neither_warnings_nor_values(tmp_path: Path) -> None:
    path = tmp_path / "mange.yaml"
    wrong = "".join(f"  - krise: x\n    Kanarifugl{number}: 1\n" for number in range(7))
    path.write_text(f"reise: 1\ntittel: x\nhendelser:\n  - krise: x\n    hvem: Kanari\n{wrong}", "utf-8")
    with pytest.raises(reise.InvalidJourney) as raised:
        reise.load(path)
    said = str(raised.value)
    assert said.startswith(f"{path}:7 R202 The word before the colon is not known here. {path}:9 R202 ")
    assert said.endswith(" (2 more)")
    assert "R303" not in said
    assert "Kanari" not in said
    assert len(raised.value.problems) == 8
