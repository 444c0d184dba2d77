"""The plants themselves: the same ones for a seed, all sorts of them, in journeys that are clean without."""

import hashlib
import os
import re
import subprocess
import sys
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
import yaml
from tests.guard.planting import BREAK, CASINGS, KINDS, POSITIONS, Plant, journey, planted, without
from tests.guard.planting.bodies import BODIES, SHARED
from tests.guard.planting.carriers import AROUND, CARRIERS, CUES, HALVES, ITEMS, QUOTES
from tests.guard.planting.disguise import HIDDEN_FORMS, NAME_FORMS, NUMBER_FORMS, YAML_FORMS
from tests.guard.planting.expected import EVERYDAY_NICKNAMES
from tests.guard.planting.fields import FIELDS
from tests.guard.planting.names import EVERYDAY
from tests.support import unguarded

import reise
from reise import pipeline
from reise.pipeline import collection_problems

TOP = Path(__file__).parents[2]
#: What `reise check` says of a plant by itself, and which plants may bring that about.
BY_ITSELF = {
    "R105": "an invisible letter",
    "R107": "an anchor",
    "R109": "a tag",
    "R110": "a directive",
    "R111": "text after the end",
    "R202": "a key that nobody knows",
    "R205": "a voice that nobody knows",
    "R209": "a value of nothing but invisible letters",
    "R216": "a file name with capitals",
    "R303": "a role that nobody knows",
    "R501": "letters that no font of the sheet has",
}


@cache
def plants() -> tuple[Plant, ...]:
    return tuple(planted(5, 2000))


def problems(files: tuple[str, str, str | None], folder: Path) -> Iterator[str]:
    """Yield the codes of what is wrong with a journey and its collection."""
    name, text, shared = files
    folder.mkdir()
    (folder / name).write_text(text, encoding="utf-8")
    if shared is not None:
        (folder / "samling.yaml").write_text(shared, encoding="utf-8")
    yield from (each.code for each in reise.check(folder / name).problems)
    yield from (each.code for each in collection_problems(folder))


@pytest.fixture
def _away(_at_work: None, monkeypatch: pytest.MonkeyPatch) -> None:
    """The guard out of the way again."""
    for name, stand_in in unguarded.AWAY.items():
        monkeypatch.setattr(pipeline, name, stand_in)


def test_the_same_seed_brings_the_same_plants() -> None:
    assert tuple(planted(5, 300)) == plants()[:300]
    assert planted(2, 300) != planted(1, 300)


def test_another_process_brings_the_same_plants() -> None:
    code = "from tests.guard.planting import planted; print(repr(planted(5, 120)).encode())"
    told = [
        subprocess.run(
            [sys.executable, "-c", code],
            cwd=TOP,
            env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": f"{TOP}"},
            capture_output=True,
            check=True,
        ).stdout.strip()
        for seed in ("1", "2")
    ]
    assert told[0] == told[1]
    assert (
        hashlib.sha256(told[0]).digest()
        == hashlib.sha256(repr(repr(planted(5, 120)).encode()).encode()).digest()
    )


def test_every_kind_position_casing_and_field_occurs() -> None:
    assert {each.kind for each in plants()} == set(KINDS)
    assert {each.position for each in plants()} == set(POSITIONS)
    assert {each.casing for each in plants()} == set(CASINGS)
    assert {each.expected for each in plants()} == {"block", "decide", "residual"}
    assert {each.language for each in plants()} == {"nb", "nn"}
    assert {field for fields in FIELDS.values() for field in fields} <= {each.field for each in plants()}
    assert min(Counter(each.kind for each in plants()).values()) >= 40
    assert min(Counter(each.position for each in plants()).values()) >= 150


def test_every_disguise_occurs() -> None:
    forms = defaultdict(set)
    for each in plants():
        forms[each.kind].add(each.form)
    assert forms["obfuscated name"] == set(NAME_FORMS)
    assert forms["obfuscated number"] == set(NUMBER_FORMS)
    assert forms["hidden text"] == set(HIDDEN_FORMS) | set(YAML_FORMS)


def test_numbers_and_days_are_written_in_many_ways() -> None:
    many = {each.kind: set() for each in plants()}
    for each in plants():
        many[each.kind].add(each.form)
    assert len(many["date"]) >= 10
    assert len(many["phone"]) >= 7
    assert len({each.rpartition(": ")[2] for each in many["fødselsnummer"]}) >= 10


def test_there_are_enough_sentences_around() -> None:
    for language, least in (("nb", 60), ("nn", 30)):
        own = {each for group in CARRIERS[language].values() for slot in group.values() for each in slot}
        assert len(own) >= least
        assert all(each.count("{}") == 1 for each in own)


def _sentences(found: object) -> Iterator[str]:
    if isinstance(found, str):
        yield found
    elif isinstance(found, dict):
        for each in found.values():
            yield from _sentences(each)
    elif isinstance(found, list | tuple):
        for each in found:
            yield from _sentences(each)


def test_the_sentences_around_have_no_capital_inside_and_no_digit() -> None:
    around = (CARRIERS, CUES, QUOTES, ITEMS, HALVES, AROUND, BODIES, SHARED)
    capital = re.compile(r"(?<![.:«]) «?[A-ZÆØÅ]|[a-zæøå][A-ZÆØÅ]|[A-ZÆØÅ]{2}|[0-9]")
    inside = [each for each in _sentences(around) if capital.search(each.replace(": «", ":«"))]
    assert inside == []


def test_a_sentence_holds_what_was_planted() -> None:
    for each in plants():
        if each.position == "split over two values":
            first, rest = each.sentence.split(BREAK)
            one, two = each.written.split(BREAK)
            assert one in first
            assert two in rest
        else:
            assert each.written in each.sentence


def test_a_file_holds_what_was_planted() -> None:
    for each in plants():
        name, text, shared = journey(each)
        there = name if each.field == "file name" else f"{text}{shared or ''}"
        quoted = [part.replace('"', '\\"') for part in re.split(f"[\n{BREAK}]", each.written) if part.strip()]
        slashed = [part.replace("\\", "\\\\") for part in quoted]
        plain = [part for part in re.split(f"[\n{BREAK}]", each.written) if part.strip()]
        assert any(all(part in there for part in parts) for parts in (plain, quoted, slashed)), each
        assert without(each)[1] != text or without(each)[2] != shared or each.field == "file name"


def test_escapes_are_what_they_stand_for() -> None:
    shown = [each for each in plants() if each.raw]
    assert shown
    for each in shown:
        _, text, shared = journey(each)
        assert each.secret not in f"{text}{shared or ''}"
        values = [*_sentences(yaml.safe_load(text)), *_sentences(yaml.safe_load(shared or ""))]
        assert any(each.secret in value for value in values)


def test_numbers_of_the_unborn_have_right_control_digits_half_the_time() -> None:
    def right(number: str) -> bool:
        weights = ((3, 7, 6, 1, 8, 9, 4, 5, 2, 1, 0), (5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1))
        return all(sum(int(a) * b for a, b in zip(number, each, strict=True)) % 11 == 0 for each in weights)

    numbers = [each.secret for each in planted(3, 3000) if each.kind == "D-number"]
    share = sum(map(right, numbers)) / len(numbers)
    assert 0.35 < share < 0.65
    assert all(int(each[4:6]) >= 30 and int(each[6:9]) >= 500 for each in numbers)


def test_what_is_left_to_a_reader_is_an_everyday_word_in_small_letters() -> None:
    left = [each for each in planted(4, 6000) if each.expected == "residual"]
    assert left
    common = {*EVERYDAY, *EVERYDAY_NICKNAMES}
    for each in left:
        assert each.casing == "lower"
        assert each.kind in ("given name", "surname", "full name", "nickname")
        words = re.findall(
            r"\w+",
            unicodedata.normalize("NFC", each.written)
            .replace(BREAK, " ")
            .replace("_", " ")
            .replace("'s", ""),
        )
        words = [word for word in words if word not in ("saken", "gjengen", "foreldrene") and len(word) > 1]
        assert all(word in common or word.removesuffix("s") in common for word in words), each


@pytest.mark.parametrize("language", ["nb", "nn"])
def test_journeys_are_clean_without_the_plant(language: str, tmp_path: Path) -> None:
    seen = {without(each) for each in plants() if each.language == language}
    assert len(seen) >= 2
    for number, files in enumerate(sorted(seen, key=str)):
        assert list(problems(files, tmp_path / f"{number}")) == []
        assert yaml.safe_load(files[1])["reise"] == 1


@pytest.mark.usefixtures("_away")
def test_check_finds_nothing_but_what_the_plant_is_by_itself(tmp_path: Path) -> None:
    """Without the guard, which is there to find it."""
    seen = set()
    for number, each in enumerate(plants()):
        for code in problems(journey(each), tmp_path / f"{number}"):
            assert code in BY_ITSELF, (code, each.position, each.form, each.field)
            assert code not in _unlike(each), (code, each.position, each.form, each.field)
            seen.add(code)
    assert seen == set(BY_ITSELF)


def _unlike(plant: Plant) -> set[str]:
    """Return the codes that this plant has no excuse for."""
    excused = {"R105", "R501"} if plant.kind not in ("school", "office", "plate", "cadastre") else set()
    excused |= {"R107", "R109", "R110", "R111"} if plant.form in YAML_FORMS else set()
    excused |= {"R202", "R205"} if plant.position == "key" else set()
    excused |= {"R216"} if plant.position == "file name" and plant.casing == "upper" else set()
    excused |= {"R209"} if plant.form in ("bits of zero width", "tag characters") else set()
    excused |= {"R303"} if plant.field == "who" else set()
    return set(BY_ITSELF) - excused
