"""The schema as a value: what it takes and refuses, checked by a validator that is not ours."""

import json
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft7Validator, Draft202012Validator, ValidationError
from tests.schema.reading import read

import reise
from reise.journey import timewords
from reise.journey.model import LETTERS
from reise.journey.names import spellings
from reise.resources import toml
from reise.schema import collection_schema, schema
from reise.schema.spelling import ignoring_case, running, spelled, whole

TOP = Path(__file__).parents[2]
LANGUAGES = ("nb", "nn", "en")
NAMES = toml("locale/names.toml")
JOURNEY = {each: Draft202012Validator(schema(each)) for each in LANGUAGES}
COLLECTION = {each: Draft202012Validator(collection_schema(each)) for each in LANGUAGES}
GOOD = [
    each
    for folder in ("journeys", "tests/cases/good")
    for each in sorted((TOP / folder).glob("*.yaml"))
    if each.name != "samling.yaml"
]
#: Bad files whose shape or value is wrong, as far as one can see without knowing what stands elsewhere.
SHAPELESS = re.compile("r20[1-8]|r21[0-4]|r218")
HEAD = "reise: 1\ntittel: Prøve\nhendelser:\n"


def said(text: str, validators: dict[str, Draft202012Validator] = JOURNEY, language: str = "nb") -> set[str]:
    """What the red lines say, where a validator finds something wrong."""
    validator = validators[language]
    return {red_line(error, validator.schema) for error in validator.iter_errors(read(text))}


def red_line(error: ValidationError, root: dict[str, Any]) -> str:
    """What an editor shows for an error: the message nearest to it."""
    message, part = "", root
    for step in error.absolute_schema_path:
        # What is said stands by the definition, which the path passes over.
        if "$ref" in part:
            part = root["$defs"][part["$ref"].removeprefix("#/$defs/")]
        if isinstance(part, dict):
            message = part.get("errorMessage", message)
            if step == "pattern":
                message = part.get("patternErrorMessage", message)
        part = part[step]
    return message


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_schemas_are_schemas(language):
    # Older language servers know the older draft only, and look at what they are given by its rules.
    for validator in (Draft202012Validator, Draft7Validator):
        validator.check_schema(schema(language))
        validator.check_schema(collection_schema(language))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("file", GOOD, ids=lambda file: file.stem)
def test_every_good_journey_is_right(file, language):
    JOURNEY[language].validate(read(file.read_text(encoding="utf-8")))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    "file",
    [TOP / "journeys/samling.yaml", TOP / "tests/cases/collections/good/samling.yaml"],
    ids=str,
)
def test_every_good_collection_is_right(file, language):
    COLLECTION[language].validate(read(file.read_text(encoding="utf-8")))


@pytest.mark.parametrize(
    "file",
    [each for each in sorted((TOP / "tests/cases/bad").glob("*.yaml")) if SHAPELESS.match(each.name)],
    ids=lambda file: file.stem,
)
def test_what_the_program_refuses_for_its_shape_is_refused_here_too(file):
    assert said(file.read_text(encoding="utf-8"))


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "nøkler og verdier"),
        ("reise: 1\nhendelser:\n  - krise: A\n", "Her mangler «tittel»."),
        ("reise: 1\ntittel: A\n", "Her mangler «hendelser»."),
        ("tittel: A\nhendelser:\n  - krise: A\n", "Her mangler «reise»."),
        ("reise: 2\ntittel: A\nhendelser:\n  - krise: A\n", "Den eneste utgaven av formatet er 1."),
        ("reise: 1\ntittel: A\nhendelser: []\n", "Her skal det stå minst én."),
        ("reise: 1\ntittel: A\nhendelser: noe\n", "Her skal det stå en liste"),
        ("reise: 1\ntitel: A\nhendelser:\n  - krise: A\n", "hører ikke til øverst i en reise"),
        (HEAD + "  - kriise: A\n", "En hendelse begynner med hva slags den er"),
        (HEAD + "  - krise: A\n    sitat: B\n", "En hendelse er bare av ett slag."),
        (HEAD + "  - krise: A\n    allder: 3\n", "hører ikke til i en hendelse"),
        (HEAD + "  - krise: A\n    virkning: hjelp\n", "hjalp, hindret, blandet, ukjent"),
        (HEAD + "  - krise: A\n    virkning: {ung: hjelp}\n", "hjalp, hindret, blandet, ukjent"),
        (HEAD + "  - krise: A\n    retning: opp\n", "Dette hører til inni «vendepunkt»"),
        (HEAD + "  - krise: A\n    vendepunkt: oppover\n", "opp, ned, blandet, ukjent"),
        (HEAD + "  - krise: A\n    overgang: {status: halvt}\n", "holdt, brast, uklar"),
        (HEAD + "  - krise: A\n    alder: 2021-05\n", "Datoer og årstall brukes ikke"),
        (HEAD + "  - krise: A\n    alder: 300\n", "Skriv en alder"),
        (HEAD + "  - krise: A\n    varer: lenge\n", "Skriv et tall og en enhet"),
        (HEAD + "  - krise: A\n    id: Å\n", "Et kortnavn har bare små bokstaver"),
        (HEAD + "  - krise: A\n    livslinje: 4\n", "Livslinjen går fra -3 til 3"),
        (HEAD + "  - krise: A\n    ganger: 0\n", "Skriv et helt tall fra 1 til 999."),
        (HEAD + "  - krise:\n", "Her skal det stå tekst"),
        (HEAD + f"  - krise: {'a ' * 301}\n", "høyst 300 tegn"),
        (HEAD.replace("Prøve", "a " * 121), "høyst 120 tegn"),
        ("status: ferdig\n" + HEAD + "  - krise: A\n", "utkast, lest, godkjent, trukket"),
        ("samtykke: {kart: kanskje}\n" + HEAD + "  - krise: A\n", "ja, nei"),
        ("kilde: {av: 3}\n" + HEAD + "  - krise: A\n", "Her mangler «slag»."),
    ],
)
def test_a_red_line_says_what_to_do(text, words):
    assert any(words in each for each in said(text)), said(text)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("reise: 1\nsamlng: A\n", "hører ikke til i en samling"),
        ("reise: 1\ntall:\n  - tekst: A\n", "Her mangler «kilde»."),
        ("reise: 1\nroller:\n  - {id: Torg, navn: A}\n", "Et kortnavn har bare små bokstaver"),
        ("samling: A\n", "Her mangler «reise»."),
    ],
)
def test_a_collection_is_checked_too(text, words):
    assert any(words in each for each in said(text, COLLECTION)), said(text, COLLECTION)


@pytest.mark.parametrize("source", ["{slag: oppdiktet}", "oppdikta", "{kind: made up}", "{slag: fantasi}"])
def test_made_up_is_a_kind_of_source(source):
    text = f"kilde: {source}\n{HEAD}  - krise: A\n"
    assert (said(text) == set()) == ("fantasi" not in source)


@pytest.mark.parametrize("language", LANGUAGES)
def test_only_the_spellings_of_the_language_are_offered(language):
    place = LANGUAGES.index(language)
    made = schema(language)
    assert list(made["properties"]) == [written[place] for written in NAMES["journey"].values()]
    event = made["$defs"]["one_event"]["then"]
    assert list(event["else"]["properties"]) == [written[place] for written in NAMES["kind"].values()]
    status = made["$defs"]["journey.status"]["defaultSnippets"]
    assert [each["label"] for each in status] == [each[place] for each in NAMES["values"]["status"].values()]


WRITTEN = [(name, word) for name, words in NAMES["event"].items() for word in words]


@given(st.sampled_from(WRITTEN), st.integers(0, 2), st.sampled_from([" ", "_", "-", "  "]), st.randoms())
def test_a_key_is_known_by_every_spelling_and_as_itself_only(written, variant, gap, chance):
    name, word = written
    letters = spellings(word)[variant].replace(" ", gap)
    spelt = "".join(each.upper() if chance.random() < 0.3 else each for each in letters)
    assert [key for key, words in NAMES["event"].items() if re.search(spelled(words), spelt)] == [name]


def equally(pattern: re.Pattern[str], text: str) -> bool:
    """Whether the schema's pattern takes a text exactly where the program's does."""
    ours = pattern.fullmatch(" ".join(text.casefold().split())) is not None
    return ours == (re.search(whole(ignoring_case(pattern.pattern)), text) is not None)


@pytest.mark.parametrize("pattern", [timewords.AGE, timewords.QUANTITY], ids=["age", "quantity"])
def test_times_are_written_as_the_program_reads_them(pattern):
    @given(st.from_regex(pattern, fullmatch=True).map(str.upper) | st.from_regex(pattern, fullmatch=True))
    def holds(text):
        assert re.search(whole(ignoring_case(pattern.pattern)), text)

    @given(st.text("0123456789-,.~+½ carå år", max_size=8).filter(lambda text: "  " not in text))
    def holds_of_anything(text):
        assert equally(pattern, text)

    holds()
    holds_of_anything()


@given(st.text("aå \n", max_size=30) | st.integers(0, 70).map(lambda n: "b " + "a" * n))
def test_text_is_counted_as_the_program_counts_it(text):
    words = text.split()
    right = 1 <= len(" ".join(words)) <= 20 and all(len(each) <= LETTERS for each in words)
    assert (re.search(running(20), text) is not None) == right


def filled(body, gap: str = "Noe"):
    """A ready-made event as it is when somebody has filled in its gaps, and left choices as they are."""
    if isinstance(body, dict):
        fit = {"alder": "13", "age": "13", "varer": "1 år", "lasts": "1 year"}
        voices = ("stemme", "røyst", "voice", "sagt av", "said by")
        return {
            key: filled(each, fit.get(key, "skolelos" if key in voices else gap))
            for key, each in body.items()
        }
    return re.sub(r"\$[0-9]", gap, re.sub(r"\$\{[0-9]\|([^,|]*)[^|]*\|\}", r"\1", body))


@pytest.mark.parametrize("language", LANGUAGES)
def test_ready_made_events_are_right_and_claim_nothing(language, tmp_path):
    offered = schema(language)["$defs"]["one_event"]["then"]["else"]["defaultSnippets"]
    events = [filled(each["body"]) for each in offered]
    file = tmp_path / "ny.yaml"
    whole_file = {"reise": 1, "title": "Ny", "status": "godkjent", "events": events}
    file.write_text(json.dumps(whole_file, ensure_ascii=False), encoding="utf-8")
    journey = reise.load(file)
    assert [each.kind.value for each in journey.events] == list(
        dict.fromkeys(each.kind.value for each in journey.events)
    )
    assert len(events) == len(NAMES["kind"])
    assert {effect for each in journey.events for effect in each.effects.values()} == {"unknown"}
    assert not list(JOURNEY[language].iter_errors(whole_file))


def test_the_command_writes_the_same_bytes_each_time(tmp_path):
    made = []
    for seed in ("1", "2"):
        file = tmp_path / f"{seed}.json"
        command = [sys.executable, "-m", "reise", "schema", "--lang", "nn", "--output", str(file)]
        subprocess.run(command, env=os.environ | {"PYTHONHASHSEED": seed}, check=True, capture_output=True)
        made.append(file.read_bytes())
    assert made[0] == made[1]
    assert json.loads(made[0]) == schema("nn")


def test_the_command_writes_to_the_screen_and_knows_collections():
    command = [sys.executable, "-m", "reise", "schema", "--collection", "--lang", "en"]
    run = subprocess.run(command, check=True, capture_output=True)
    assert json.loads(run.stdout) == collection_schema("en")


def test_a_place_that_cannot_be_written_to_is_said_with_its_reason(tmp_path):
    command = [sys.executable, "-m", "reise", "schema", "--output", str(tmp_path)]
    run = subprocess.run(command, check=False, capture_output=True, text=True)
    assert run.returncode == 4
    assert "R602" in run.stderr
    assert not run.stdout
