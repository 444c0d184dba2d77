"""Each code of the guard: a sentence that has it, and nearly the same one that has nothing."""

import pytest

from reise.guard.codes import RULES
from reise.guard.passage import Passage
from reise.guard.search import Search
from reise.problems import said

#: Code: what is found, and what may be said instead.
SENTENCES = {
    "R410": ("Hun ringte 412 34 567 hver kveld", "Hun ringte hver kveld"),
    "R411": ("De skrev til henne på @ungmor", "De skrev til henne på nettet"),
    "R412": ("Det var 12. mars hun flyttet", "Det var om våren hun flyttet"),
    "R413": ("De bodde i storåsveien 5 da", "De bodde i en liten leilighet da"),
    "R414": ("Bilen AB 12345 sto utenfor", "En bil sto utenfor"),
    "R415": ("Hun traff K\u0430ri der", "Hun traff en venn der"),
    "R416": ("Hun traff f a t i m a der", "Hun traff en annen der"),
    "R417": ("Gutten heter dag og er snill", "Gutten er snill hele dagen"),
    "R418": ("Hun traff K.H. der", "Hun traff læreren der"),
    "R419": ("Det sto &#75;ari på lappen", "Det sto noe på lappen"),
    "R420": ("Hun traff Kari der", "Hun traff losen der"),
    "R421": ("Hun ble meldt til XKVZ der", "Hun ble meldt til PPT der"),
    "R422": ("Hun gikk på tangstad skole da", "Hun gikk på en liten skole da"),
    "R430": ("Dag kom hjem hver kveld", "Hver kveld kom han hjem"),
    "R431": ("Hun bodde i et brimlekott da", "Hun bodde i et rom da"),
    "R432": ("Det var i 2019 hun flyttet", "Det var senere hun flyttet"),
    "R433": ("Lensmannen kjørte henne hjem", "Politiet kjørte henne hjem"),
    "R434": ("De var fem søsken hjemme", "De var flere søsken hjemme"),
    "R435": ("Familien var somalisk og stor", "Familien var stor"),
    "R436": ("Hun flyttet inn hos stein da", "Hun flyttet inn hos en venn da"),
}


def test_an_office_of_a_place_in_small_letters_is_found_behind_it_too() -> None:
    for text in ("på legevakta på tangstad", "legevakten i tangstad", "ved tangstad legevakt"):
        assert [*RULES["R422"](text)], text
    assert not [*RULES["R422"]("på legevakta på kvelden")]


@pytest.mark.parametrize("code", RULES)
def test_every_rule_finds_its_sentence_and_lets_the_other_be(code: str) -> None:
    wrong, right = SENTENCES[code]
    search = Search("f.yaml", wrong)
    assert [each.code for each in search.all([Passage(wrong, None)])] == [code]
    assert search.all([Passage(right, None)]) == ()


def test_every_rule_says_what_it_finds() -> None:
    for code, rule in RULES.items():
        assert (rule.__doc__ or "").startswith(f"{code}: ")


@pytest.mark.parametrize(
    ("text", "code", "begins"),
    [
        ("Hun fikk follow-up hver uke", "R431", "Engelsk ord?"),
        ("Hun fikk housing hver uke", "R431", "Engelsk ord?"),
        ("Hun bodde i et brimlekott da", "R431", "Er det en skrivefeil"),
        ("Hun ble meldt til Ppt der", "R420", "Er det en forkortelse"),
        ("Hun traff Kari der", "R420", "Skriv hva eller hvem"),
    ],
)
def test_a_hint_says_what_it_may_be_besides_a_name(text: str, code: str, begins: str) -> None:
    [found] = Search("f.yaml", text).all([Passage(text, None)])
    assert found.code == code
    assert said(found.problem(), "hint", "nb").startswith(begins)
