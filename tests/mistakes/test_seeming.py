"""What looks like a mistake and is none."""

from pathlib import Path

import pytest
from tests.mistakes.story import STORY, WHO, changed

import reise
from reise.pipeline import lay_out, tell


def journey(tmp_path: Path, lines: dict[int, str]) -> reise.Journey:
    path = tmp_path / "gutten-pa-verkstedet.yaml"
    path.write_text(changed(STORY, lines), encoding="utf-8")
    checked = tell(path)
    assert checked.problems == ()
    assert checked.value is not None
    assert lay_out(checked.value, "a3", None).problems == ()
    return checked.value.journey


@pytest.mark.parametrize("quotes", ["«»", "“”", "””", "„“", "‘’"])
def test_smart_quotes_round_a_text_are_part_of_it(quotes: str, tmp_path: Path) -> None:
    words = f"{quotes[0]}Han ga seg ikke{quotes[1]}"
    assert journey(tmp_path, {17: f"  - sitat: {words}"}).events[3].text == words


def test_non_breaking_spaces_in_a_text_or_a_value_do_no_harm(tmp_path: Path) -> None:
    told = journey(
        tmp_path, {12: "    varer: 1-2\xa0år", 13: "  - tjeneste: Losen\xa0kommer", 14: WHO + "\xa0"}
    )
    assert told.events[1].lasts == journey(tmp_path, {}).events[1].lasts
    assert told.events[2].who == ("skolelos",)


def test_a_journey_without_milestones_is_one(tmp_path: Path) -> None:
    told = journey(tmp_path, {8: "  - hendelse: Slutter på korpset", 19: "  - hendelse: Begynner i praksis"})
    assert not any(each.kind == "milestone" for each in told.events)


def test_an_effect_without_voice_is_the_coders(tmp_path: Path) -> None:
    alone = journey(tmp_path, {15: "    virkning: hjalp"})
    assert alone.events[2].effects == {"unknown": "helped"}
    coded = journey(tmp_path, {6: "kodet av: prosjektet", 15: "    virkning: hjalp"})
    assert coded.events[2].effects == {"project": "helped"}


def test_capitals_in_keys_make_no_difference(tmp_path: Path) -> None:
    assert journey(tmp_path, {8: "  - Milepæl: Ungdomsskolen"}) == journey(tmp_path, {})
