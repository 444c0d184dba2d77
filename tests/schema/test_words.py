"""What the schema says: the same in three languages, and something about every key and value."""

import tomllib

import pytest

from reise.journey.vocabulary import roles
from reise.resources import templates, toml

LANGUAGES = ("nb", "nn", "en")


def shape(value):
    """The tables and keys of a file, and the lengths of its lists."""
    if isinstance(value, dict):
        return {key: shape(each) for key, each in value.items()}
    return len(value) if isinstance(value, list) else type(value).__name__


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_key_and_value_of_the_format_is_explained(language):
    told, names = toml(f"locale/schema.{language}.toml"), toml("locale/names.toml")
    for section, table in names.items():
        for name, more in table.items():
            explained = told["values"][name] if section == "values" else told[section][name]
            assert explained.keys() == more.keys() if section == "values" else explained.strip()


def test_the_languages_say_the_same_things():
    bokmal, nynorsk, english = (toml(f"locale/schema.{each}.toml") for each in LANGUAGES)
    assert shape(bokmal) == shape(nynorsk) == shape(english)


@pytest.mark.parametrize("language", LANGUAGES)
def test_red_lines_are_sentences(language):
    text = (templates() / f"locale/schema.{language}.toml").read_text(encoding="utf-8")
    for message in tomllib.loads(text)["errors"].values():
        assert message.lstrip("“«{")[0].isalpha()
        assert message.rstrip("”»")[-1] in ".}"


def test_descriptions_of_roles_do_not_speak_of_their_origin():
    for each in roles().values():
        assert "presentasjon" not in each.description
        assert "caset" not in each.description
