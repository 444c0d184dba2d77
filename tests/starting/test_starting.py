"""The first text of a journey is right, and stays so whichever of its examples is taken into use."""

import re
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from reise.cli.texts import meaning_of
from reise.editing import styled
from reise.journey.identity import id_of
from reise.journey.model import Journey, Language, SourceKind, Status
from reise.journey.names import EVENT, JOURNEY, KIND
from reise.journey.parser import journey_id
from reise.pipeline import collection_problems, tell
from reise.problems import is_guards
from reise.resources import templates, toml
from reise.starting import Beginning, first_text, problems_of

LANGUAGES = list(Language)
_KEY = re.compile(r"( *)# (- )?([^\W\d_][\w ]*):(?: (.*))?")
_FURTHER = re.compile(r" *# {2,}\S")


def examples(text: str, names: set[str]) -> list[range]:
    """Return the lines of each example: a key of the top, or an event with all its lines."""
    lines = text.split("\n")
    found: list[range] = []
    for number, line in enumerate(lines):
        key = _KEY.fullmatch(line)
        if key and (key[2] or not key[1]) and key[3] in names:
            end = number + 1
            while end < len(lines) and _FURTHER.match(lines[end]):
                end += 1
            found.append(range(number, end))
    return found


def used(text: str, *chosen: range) -> str:
    """Return a text with examples taken into use: without the sign and the space after it."""
    lines = text.split("\n")
    for number in (each for lines_of in chosen for each in lines_of):
        lines[number] = lines[number].replace("# ", "", 1)
    return "\n".join(lines)


def journey(text: str, folder: Path) -> Journey:
    path = folder / "prove.yaml"
    path.write_text(text, encoding="utf-8")
    told = tell(path, path.name)
    assert told.problems == ()
    assert told.value is not None
    return told.value.journey


def names_of_keys() -> set[str]:
    return {names.shown(each, tongue) for names in (JOURNEY, KIND) for each in names for tongue in Language}


@pytest.mark.usefixtures("guarded")
@pytest.mark.parametrize("language", LANGUAGES)
def test_each_example_of_a_journey_can_be_used(language: Language, tmp_path: Path) -> None:
    text = first_text(Beginning("Prøve", language))
    before = journey(text, tmp_path)
    found = examples(text, names_of_keys())
    kinds = 0
    for each in found:
        if ":" in text.split("\n")[each.start]:
            after = journey(used(text, each), tmp_path)
            assert after != before
            kinds += len(after.events) - len(before.events)
    assert (len(found), kinds) == (17, 10)
    everything = journey(used(text, *found), tmp_path)
    assert len(everything.events) == len(before.events) + kinds
    assert {each.kind for each in everything.events} == set(KIND) - {"turning_point"}
    assert everything.source
    assert everything.consent.map
    assert everything.coded_by
    assert any(each.turning_point for each in everything.events)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_line_behind_the_sign_is_an_explanation_or_an_example(language: Language) -> None:
    text = first_text(Beginning("Prøve", language))
    inside = {number for each in examples(text, names_of_keys()) for number in each}
    for number, line in enumerate(text.split("\n")):
        if number in inside or not line.lstrip().startswith("#"):
            continue
        assert line.lstrip().startswith("# ")
        key = _KEY.fullmatch(line)
        assert key is None or EVENT.find(key[3]) is None, line
        assert not _FURTHER.match(line), line


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_first_text_names_all_kinds_and_is_in_the_style_of_the_house(
    language: Language, tmp_path: Path
) -> None:
    text = first_text(Beginning("Prøve: én", language, about='Sa "hei"', despite=("a, b",)))
    for kind in KIND:
        assert KIND.shown(kind, language) in text
    assert styled(text.encode(), "prove.yaml", meaning_of(tmp_path / "prove.yaml")).value == text.encode()


@pytest.mark.usefixtures("guarded")
@pytest.mark.parametrize("language", LANGUAGES)
def test_each_example_of_a_collection_can_be_used(language: Language, tmp_path: Path) -> None:
    text = (templates() / "starting" / f"collection.{language}.yaml").read_text(encoding="utf-8")
    words = {each for names in toml("locale/names.toml")["collection"].values() for each in names}
    found = examples(text, words)
    assert len(found) == 4
    for number, chosen in enumerate([(), *((each,) for each in found), tuple(found)]):
        folder = tmp_path / str(number)
        folder.mkdir()
        (folder / "samling.yaml").write_text(used(text, *chosen), encoding="utf-8")
        assert collection_problems(folder) == ()


PHRASES = st.text(
    st.one_of(
        st.characters(codec="latin-1", exclude_categories=("Cc", "Cf", "Zs")),
        st.sampled_from(" #:-'\"\\[]{}"),
    ),
    max_size=30,
).map(lambda text: " ".join(text.split()))


@settings(deadline=None, max_examples=60)
@given(
    PHRASES.filter(id_of),
    st.sampled_from(LANGUAGES),
    PHRASES,
    st.none() | st.sampled_from(list(SourceKind)),
    st.sampled_from(list(Status)),
    st.lists(PHRASES.filter(bool), max_size=3, unique=True),
    PHRASES,
)
@example("null 1", Language.EN, "\\1 \\g<0>", None, Status.READ, ["null", "a, b"], "- x: #y")
def test_what_is_known_is_in_the_file(
    title: str,
    language: Language,
    about: str,
    source: SourceKind | None,
    status: Status,
    despite: list[str],
    outcome: str,
) -> None:
    begun = Beginning(title, language, about, source, status, tuple(despite), outcome)
    problems = problems_of(begun)
    assert {each.code for each in problems if not is_guards(each)} <= {"R501"}
    from reise.journey import parse
    from reise.source import compose

    document = compose(first_text(begun).encode(), "x.yaml").value
    assert document is not None
    made = parse(document).value
    assert made is not None
    assert (made.title, made.language, made.about or "", made.status) == (title, language, about, status)
    assert (made.source.kind if made.source else None) == source
    assert (made.despite, made.outcome or "") == (tuple(despite), outcome)


@pytest.mark.parametrize(
    ("begun", "code"),
    [
        (Beginning("x" * 61), "R210"),
        (Beginning("ord " * 40), "R208"),
        (Beginning("x", about="\u200bx"), "R105"),
        (Beginning("x", outcome="Sol \u2600"), "R501"),
        (Beginning("x", about="Ring 912 34 567"), "R410"),
        (Beginning("x", despite=("bor hos Grete",)), "R420"),
    ],
)
def test_what_cannot_be_in_a_file_is_told(begun: Beginning, code: str) -> None:
    assert code in {each.code for each in problems_of(begun)}


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Jenta i kantina", "jenta-i-kantina"),
        ("Nøkkelen heng der enno", "nokkelen-heng-der-enno"),
        ("Ærlig, Åse!", "aerlig-ase"),
        ("Čáhcesuolu ŋ", "cahcesuolu-n"),
        ("A\u030a pne", "a-pne"),
        ("  17,5  ", "17-5"),
        ("COM1", "reise-com1"),
        ("nul", "reise-nul"),
        ("en lang tittel med veldig mange ord i seg ja", "en-lang-tittel-med-veldig-mange-ord-i"),
        ("x" * 60, "x" * 40),
        ("…", None),
        ("", None),
        ("日本", None),
    ],
)
def test_the_id_of_a_title(title: str, name: str | None) -> None:
    assert id_of(title) == name


@given(st.text(max_size=80))
def test_an_id_can_always_be_the_name_of_a_file(title: str) -> None:
    name = id_of(title)
    assert name is None or journey_id(f"{name}.yaml") == name
    assert name is None or id_of(name) == name
