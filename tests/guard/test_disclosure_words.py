"""The words of a disclosure report: the same in every language, each one asked for."""

from pathlib import Path
from string import Formatter

import pytest
from tests.guard.disclosures import LANGUAGES, everything

from reise.guard.disclosure import disclosure
from reise.guard.facts import AGES, SORTS, Fact
from reise.journey.model import Direction, Kind, TransitionStatus
from reise.layout.disclosure import Naming
from reise.layout.words import Words
from reise.resources import toml


def shapes(language: str) -> dict[str, list[set[str]]]:
    return {
        f"{room}.{name}": [
            {gap for _, gap, _, _ in Formatter().parse(form) if gap} for form in text.split("|")
        ]
        for room, table in toml(f"locale/disclosure.{language}.toml").items()
        for name, text in table.items()
    }


def test_the_words_are_the_same_with_the_same_gaps_in_every_language() -> None:
    assert shapes("nb") == shapes("nn") == shapes("en")
    assert list(shapes("nb")) == list(shapes("nn")) == list(shapes("en"))


def test_every_word_is_asked_for(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    asked = set()
    call = Words.__call__

    def noting(self: Words, path: str, **gaps: object) -> str:
        if self.book == "disclosure":
            asked.add(path)
        return call(self, path, **gaps)

    monkeypatch.setattr(Words, "__call__", noting)
    everything(tmp_path)
    rare = {
        "across.none_few",
        "across.one",
        "across.few_cases",
        "across.none_singled",
        "across.none_own",
        "findings.and_more",
        "across.more_cases",
        "across.and_more",
        "across.shallow",
        "across.cut",
        "cases.none",
        "findings.more",
    }
    unasked = set(shapes("nb")) - asked
    assert {each for each in unasked if each.split(".")[0] not in ("held", "fact", "times")} <= rare


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_fact_has_words(language: str) -> None:
    naming = Naming(disclosure([]), language)
    facts = [Fact(SORTS.index("kind"), kind.value, more) for kind in Kind for more in ("1", "2", "3+")]
    facts += [Fact(SORTS.index("age"), str(span)) for span in range(len(AGES) + 1)]
    facts += [Fact(SORTS.index("turn"), each.value) for each in Direction]
    facts += [
        Fact(SORTS.index("transition"), of, status, of)
        for of in ("bup-dps", "none")
        for status in (*TransitionStatus, "none")
    ]
    facts += [Fact(SORTS.index(sort), "x y", said="X y") for sort in ("outcome", "despite", "role", "tag")]
    said = [naming.fact(each) for each in facts]
    assert len(set(said)) == len(said)
    for each in said:
        assert not set("{}|") & set(each)
