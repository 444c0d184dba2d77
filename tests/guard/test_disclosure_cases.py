"""What a disclosure tells of its cases, of none, few and very many, and by what name each one goes."""

import json
from pathlib import Path

from tests.guard.disclosures import CLEAN, LANGUAGES, folder

from reise.disclosing import disclosed, made
from reise.guard.disclosure import Read, disclosure, holds
from reise.guard.verdict import judge
from reise.journey import parse
from reise.resources import toml
from reise.source import compose


def read(place: Path, text: str, number: int = 1) -> Read:
    document = compose(text.encode(), str(place)).value
    assert document is not None
    journey = parse(document, None).value
    assert journey is not None
    found = judge(document, place, journey, journey.collection)
    return Read(number, str(place), found, journey, tuple(range(len(journey.events))))


def test_two_cases_with_one_id_go_by_their_paths(tmp_path: Path) -> None:
    places = [tmp_path / "a" / "sak.yaml", tmp_path / "b" / "sak.yaml"]
    found = disclosure(read(each, CLEAN.format("", "")) for each in places)
    assert found.names == tuple(map(str, places))
    assert len({each.case for each in found.singled}) == 2


def test_a_name_that_is_found_is_a_number(tmp_path: Path) -> None:
    files = folder(tmp_path, torbjørn=CLEAN.format("", ""), ny=CLEAN.format("", ""))
    (files / "torbjørn.yaml").rename(files / "kjell-arne.yaml")
    found, _ = disclosed([files / "ny.yaml", files / "kjell-arne.yaml"])
    assert found.names == ("ny", "#2")
    for kind in ("json", "html"):
        assert "kjell" not in made(found, kind, "nb", "a4").decode().casefold()


def test_of_no_files_nothing_is_told() -> None:
    told = disclosure(())
    assert (told.files, told.withdrawn, told.unread, told.names) == ((), 0, 0, ())


def test_words_are_held_as_whole_words() -> None:
    assert holds("bror i Drøbak", ["drøbak"])
    assert holds("K a r i kom", ["k a r i"])
    assert holds("ka\u200bri", ["\u200b"])
    assert not holds("dagsenter", ["Dag"])
    assert not holds("dagsenter", [])


def test_of_none_and_of_one_case_nothing_is_singled_out(tmp_path: Path) -> None:
    for found in (disclosure([]), disclosure([read(tmp_path / "en.yaml", CLEAN.format("", ""))])):
        for language in LANGUAGES:
            html = made(found, "html", language, "a4").decode()
            assert toml(f"locale/disclosure.{language}.toml")["across"]["one"] in html


def test_small_cells_are_told_as_few_of_all(tmp_path: Path) -> None:
    top = "utfall: arbeid\npå tross av: [{}]\n"
    files = folder(
        tmp_path,
        **{f"sak-{n}": CLEAN.format(top.format("mobbing" if n < 2 else "flukt"), "") for n in range(8)},
    )
    found, _ = disclosed(sorted(files.glob("*.yaml")))
    data = json.loads(made(found, "json", "nb", "a4"))
    assert data["held_by_few"] == {
        "least": 5,
        "facts": [{"sort": "despite", "words": "på tross av mobbing", "n": 2, "N": 8}],
    }
    assert data["singled_out"]["by"] == {"1": 0, "2": 0, "3": 0}
    assert data["singled_out"]["by_none"] == 8
    html = made(found, "html", "nb", "a4").decode()
    assert "Det er bare 8 saker i alt" in html
    for name in ("none_singled", "none_own"):
        assert toml("locale/disclosure.nb.toml")["across"][name] in html


def test_very_many_cases_are_bounded_and_it_is_said(tmp_path: Path) -> None:
    top = "utfall: utfall {0}\npå tross av: [a{0}, b{0}]\n"
    cases = [
        read(tmp_path / f"sak-{n}.yaml", CLEAN.format(top.format("abcdefghij"[n % 10] * (n // 10 + 1)), ""))
        for n in range(170)
    ]
    found = disclosure(cases)
    html = made(found, "html", "nb", "a4").decode()
    assert "20 saker til står ikke her" in html
    assert "og 130 til" in html


def test_of_very_many_files_without_findings_the_first_are_named(tmp_path: Path) -> None:
    found = disclosure(read(tmp_path / f"sak-{n}.yaml", CLEAN.format("", "")) for n in range(30))
    assert found.count("open") == 0
    html = made(found, "html", "nb", "a4").decode()
    assert "sak-23 og 6 til" in html
