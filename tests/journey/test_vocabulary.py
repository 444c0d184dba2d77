"""Services, roles, transitions and abbreviations."""

import csv

import pytest

from reise.journey import names
from reise.journey.model import Collection, Event, Journey, LocalRole, LocalTransition, SourceKind
from reise.journey.vocabulary import (
    abbreviations_in,
    closest_role,
    closest_transition,
    find_role,
    find_transition,
    role,
    role_label,
    roles,
    transition,
    transition_label,
    transitions,
)
from reise.resources import templates

SHARED = Collection(
    roles=(LocalRole(id="torget", label="Ungdomstorget", level="kommune"),),
    transitions=(LocalTransition(id="skole-torg", label="Skole → torget", to_role="torget"),),
)


def test_the_vocabulary_is_whole():
    assert len(roles()) == 85
    assert len(transitions()) == 23
    for each in (*roles().values(), *transitions().values()):
        assert all(each.label(language) and each.short(language) for language in ("nb", "nn", "en"))
    for each in transitions().values():
        assert each.from_role in roles()
        assert each.to_role in roles()


def test_short_labels_fit_on_a_card():
    terms = (*roles().values(), *transitions().values())
    assert max(len(each.short(language)) for each in terms for language in ("nb", "nn", "en")) <= 28
    assert "?" not in "".join(each.label("nb") + each.short("nb") for each in terms)


def test_a_role():
    found = role("familieavdeling")
    assert found.label("nb") == "Familieavdeling/familieteam"
    assert found.short("nb") == "Familieavdeling"
    assert (found.sector, found.level) == ("familie", "kommune")
    assert found.description
    assert role("zzqq") is None


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("skolelos", "skolelos"),
        ("Skulelos", "skolelos"),
        ("School pathfinder", "skolelos"),
        ("NAV", "nav"),
        ("nav ungdomsveileder", "nav_ungdomsveileder"),
        ("Ungdomsrettleiar i Nav", "nav_ungdomsveileder"),
        ("PPT", "ppt"),
        ("pp-tjenesten", "ppt"),
        ("barnevernet", "barnevern"),
        ("helsesøster", "helsesykepleier"),
        ("den unge", "den_unge"),
        ("Lærer/kontaktlærer", "larer"),
        ("lærer", "larer"),
        ("los", None),
        ("mor", None),
        ("zzqq", None),
    ],
)
def test_roles_are_found_by_id_label_or_synonym(words, expected):
    assert find_role(words) == expected


def test_no_word_means_two_roles():
    seen = {}
    with (templates() / "vocabulary/roles.csv").open(encoding="utf-8") as file:
        for row in csv.DictReader(file):
            for word in {names.fold(each) for each in [row["id"], *row["also"].split("|")] if each}:
                assert seen.setdefault(word, row["id"]) == row["id"]
    for each in roles().values():
        for word in (each.id, *each.labels.values(), *each.shorts.values()):
            assert find_role(word) == each.id


@pytest.mark.parametrize(
    ("words", "near"),
    [("skolelås", "skolelos"), ("mor", "nettverk"), ("fengsel", "kriminalomsorg"), ("zzqq", None)],
)
def test_a_role_that_was_probably_meant(words, near):
    assert closest_role(words) == near


@pytest.mark.parametrize("words", ["bup-dps", "BUP → DPS", "BUP->DPS", "bup dps"])
def test_transitions_are_found_by_id_or_label(words):
    assert find_transition(words) == "bup-dps"
    assert closest_transition("bup-dpss") == "bup-dps"


def test_labels():
    assert role_label("ppt", "nn") == "PPT"
    assert role_label("ppt", "nn", full=True) == "PP-tenesta (PPT)"
    assert role_label("zzqq", "nb") == "zzqq"
    assert role_label("torget", "en", SHARED) == "Ungdomstorget"
    assert transition_label("vgs-arbeid", "nb") == "Vgs → arbeid"
    assert transition_label("vgs-arbeid", "nb", full=True) == "Videregående → arbeid/læretid"
    assert transition_label("skole-torg", "nb", SHARED) == "Skole → torget"
    assert transition_label("zzqq", "nb") == "zzqq"
    assert transition("skole-torg", SHARED).to_role == "torget"
    assert role("torget", SHARED).level == "kommune"


def test_abbreviations_are_explained_once_and_in_order():
    found = abbreviations_in("Møte med DPS og BUP. BUP-en kom, PPT også. OTTO og vgs.", "nb")
    assert [each for each, _ in found] == ["DPS", "BUP", "PPT", "vgs"]
    assert dict(abbreviations_in("OT", "nn"))["OT"].startswith("oppfølgingstenesta")
    assert [each for each, _ in abbreviations_in("Nav og NAV", "en")] == ["Nav"]
    assert abbreviations_in("ingen her", "nb") == []


def test_short_labels_that_are_abbreviations_are_explained():
    for each in roles().values():
        for language in ("nb", "nn", "en"):
            short = each.short(language)
            if short.isupper() and short != "ROS":
                assert abbreviations_in(short, language), short


def test_names_that_would_clash_are_found_out():
    with pytest.raises(ValueError, match="two meanings"):
        names.Names({"a": ["x", "x", "x"], "b": ["X", "y", "z"]}, str)


def test_every_name_leads_to_a_field_of_the_model():
    fields = set(Journey.model_fields) | {"reise"}
    assert set(names.JOURNEY) == fields - {"id", "file"}
    beside = {"type", "status", "direction", "said_by", "difference", "mechanism"}
    kinds = {kind.value for kind in names.KIND}
    assert set(names.EVENT) == (set(Event.model_fields) | kinds | beside) - {"kind", "text"}


@pytest.mark.parametrize(
    "word", ["konstruert", "oppdiktet", "Oppdikta", "constructed", "made up", "invented"]
)
def test_a_journey_may_be_called_made_up(word):
    assert names.SOURCE_KINDS.find(word) is SourceKind.CONSTRUCTED
