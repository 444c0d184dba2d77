"""What the journeys of a folder share."""

import pytest
from tests.journey.read import collected, event, piece, problems

from reise.journey.model import Figure, Language, LocalRole, LocalTransition, Remark

COLLECTION = """\
reise: 1
samling: På tross av
språk: nn
påstand: Den som tidleg mistar skulen, blir ståande utanfor.
flip: Nokon finn ein veg.
tall:
  - {tekst: Éin av ti, kilde: Ein rapport}
stemmer:
  - hvem: praktiker
    ord: «Vi møttest kvar månad»
spørsmål:
  - Kva har skjedd på vegen?
  - Kven heldt i?
roller:
  - {id: ungdomstorget, navn: Ungdomstorget, nivå: kommune}
overganger:
  - {id: skole-torg, navn: Skole → Ungdomstorget, fra: vgs, til: ungdomstorget}
tillatt: [Ungdomstorget, Fontenehuset]
"""


def test_a_collection():
    checked = collected(COLLECTION)
    assert checked.problems == ()
    value = checked.value
    assert (value.title, value.language) == ("På tross av", Language.NN)
    assert value.claim.startswith("Den som")
    assert value.flip == "Nokon finn ein veg."
    assert value.figures == (Figure(text="Éin av ti", source="Ein rapport"),)
    assert value.voices == (Remark(who="praktiker", text="«Vi møttest kvar månad»"),)
    assert value.questions[1] == "Kven heldt i?"
    assert value.roles == (LocalRole(id="ungdomstorget", label="Ungdomstorget", level="kommune"),)
    assert value.transitions == (
        LocalTransition(
            id="skole-torg", label="Skole → Ungdomstorget", from_role="vgs", to_role="ungdomstorget"
        ),
    )
    assert value.allowed == ("Ungdomstorget", "Fontenehuset")
    assert piece(COLLECTION, value.place("allowed", 1)) == "Fontenehuset"
    assert piece(COLLECTION, value.place("figures", 0, "source")) == "Ein rapport"
    assert hash(value) == hash(collected(COLLECTION).value)


def test_in_english():
    text = (
        "reise: 1\ntitle: A\nclaim: B\nfigures: [{text: C, source: D}]\nvoices: [{who: E, words: F}]\n"
        "questions: G\nroles: [{id: h, name: H, level: I}]\nallowed: K\n"
        "transitions: [{id: j, name: J, from: h, to: nav}]\n"
    )
    checked = collected(text)
    assert checked.problems == ()
    assert checked.value.transitions[0].from_role == "h"
    assert checked.value.questions == ("G",)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("samling: A\n", "R218"),
        ("- a\n", "R201"),
        ("reise: 1\nhendelser: []\n", "R202"),
        ("reise: 1\ntall: [{tekst: Én av ti}]\n", "R203"),
        ("reise: 1\nroller: [{navn: A}]\n", "R203"),
        ("reise: 1\nroller: {id: a, navn: A}\n", "R204"),
        ("reise: 1\nroller: [a]\n", "R204"),
        ("reise: 1\nroller: [{id: A, navn: A}]\n", "R214"),
        ("reise: 1\nroller: [{id: a, navn: A}, {id: a, navn: B}]\n", "R215"),
        ("reise: 1\nsamling: A\ntitle: B\n", "R217"),
        ("reise: 1\nroller:\n", "R209"),
        ("reise: 1\novergangar: [{id: a, navn: A, fra: zzqq}]\n", "R303"),
    ],
)
def test_what_can_be_wrong(text, code):
    assert [each.code for each in collected(text).problems] == [code]


def test_an_empty_collection_is_a_collection():
    assert collected("reise: 1\n").value.title is None


def test_a_journey_knows_the_words_of_its_collection():
    shared = collected(COLLECTION).value
    assert event("- tjeneste: x\n  hvem: ungdomstorget", collection=shared).who == ("ungdomstorget",)
    found = event("- tjeneste: x\n  hvem: UNGDOMSTORGET\n  stemme: ungdomstorget", collection=shared)
    assert (found.who, found.voice) == (("ungdomstorget",), "ungdomstorget")
    assert event("- overgang: skole-torg", collection=shared).text == "Skole → Ungdomstorget"
    [warning] = problems("- tjeneste: x\n  hvem: ungdomstorg", collection=shared)
    assert (warning.code, dict(warning.args)) == ("R303", {"suggestion": "ungdomslos"})
