"""R436: everyday words that somebody may be called, where they stand as names do; and nothing besides."""

from dataclasses import replace
from itertools import chain

import pytest
from tests.guard.planting import planted
from tests.guard.planting.carriers import AROUND, CARRIERS, HALVES, ITEMS, QUOTES
from tests.guard.residual import residual

from reise.guard import called, people, words
from reise.guard.lists import listed
from reise.guard.passage import Passage
from reise.guard.search import Search
from reise.journey.model import Language
from reise.problems import said


def found(text: str, language: Language = Language.NB) -> list[tuple[str, str]]:
    return [(each.code, each.words) for each in Search("f.yaml", "", (), language).all([Passage(text, None)])]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        # Where somebody is met.
        ("hun flyttet inn hos stein", "stein"),
        ("til slutt snakket hun med stein", "stein"),
        ("så ringte stein", "stein"),
        ("hun stolte på liv fra første dag", "liv"),
        ("med støtte fra bjørn i helgene", "bjørn"),
        ("hun bor hos tunnelen", "tunnelen"),
        ("hun var sammen med tunnelen, mest", "tunnelen"),
        # What people do.
        ("da sa stein hjem", "stein"),
        ("stein kom hjem til oss", "stein"),
        ("hun så at bjørn hadde sluttet", "bjørn"),
        ("om kvelden satt stein lenge", "stein"),
        ("da tunnelen lo, gikk hun", "tunnelen"),
        ("det var bare tunnelen som spurte", "tunnelen"),
        ("broren tunnelen flyttet", "tunnelen"),
        # By itself, in signs, or cut off.
        ("stein", "stein"),
        ("(stein) var der", "stein"),
        ("hun så «stein» der", "stein"),
        ("stein… var der", "stein"),
        ("hun så stein- der", "stein"),
        ("hun så **stein** der", "stein"),
        ("hun så **tunnelen** der", "tunnelen"),
        ("hun var i stein's rom", "stein's"),
        # What people call each other.
        ("hun så tassen der", "tassen"),
        ("hun så tassens hus", "tassens"),
        ("Snutten så det", "Snutten"),
        ("de kaller ham tunnelen", "tunnelen"),
        ("de kalla han alltid tunnelen", "tunnelen"),
        ("gutten som kalles tunnelen", "tunnelen"),
        # What is joined by a hyphen, and roads.
        ("hun så b-gjengen der", "b-gjengen"),
        ("B-gjengen så det", "B-gjengen"),
        ("hun så kaldvatn-området der", "kaldvatn-området"),
        ("hun så skogveien der", "skogveien"),
        ("Skogvegen så fin ut", "Skogvegen"),
        ("hun så bjørkealléen der", "bjørkealléen"),
        ("hun så strandsplass der", "strandsplass"),
        ("hun så hasselsplass der", "hasselsplass"),
    ],
)
def test_an_everyday_word_that_stands_as_a_name(text: str, name: str) -> None:
    assert ("R436", name) in found(text)


@pytest.mark.parametrize(
    "text",
    [
        "hun flyttet inn hos en venn",
        "hun flyttet inn hos tannlegen",
        "hun flyttet inn hos naboen og ble der",
        "sammen med de andre",
        "hun snakket med læreren",
        "hun kastet en stein på vinduet",
        "en dag kom hun hjem",
        "neste dag satt hun der",
        "hun gikk dag etter dag",
        "liv er viktig",
        "hun skulle bo der",
        "hun kunne le, og lo",
        "innholdet var vold",
        "vold",
        "inn- og utland",
        "et by- eller bygdelag",
        "de kaller ham noe annet",
        "hun sendte en e-post fra t-banen",
        "hun fikk p-piller og gikk på a-laget",
        "skoleveien og hjemveien og gangveien",
        "arbeidsplassen og lekeplassen",
        "skolen sa at det gikk bra",
        "den eneste som aldri spurte",
    ],
)
def test_an_everyday_word_that_stands_as_one(text: str) -> None:
    assert "R436" not in {code for code, _ in found(text)}


def test_in_english_a_word_with_an_s_is_no_name() -> None:
    assert found("hun var i liv's rom", Language.EN) == found("hun var i livs rom", Language.EN)
    assert called.is_called("tassen")


@pytest.mark.parametrize(
    "cue", ["Jenta heter", "Guten heitte", "Gutten het", "Takk, hilsen", "Fornavnet er", "Beste helsing"]
)
def test_whatever_follows_what_somebody_is_called_is_a_name(cue: str) -> None:
    for name in ("bordet", "tu", "ene", "(ene)", "«bordet»"):
        assert "R417" in {code for code, _ in found(f"{cue} {name}")}, (cue, name)


@pytest.mark.parametrize(
    "text",
    [
        "hun heter noe annet",
        "hun heter egentlig noe annet",
        "hva heter broren din",
        "det finnes noe som heter oppfølging",
        "det var en het sommer",
        "en hilsen kom i posten",
        "hilsen mora",
        "han ble kalt inn",
        "de kalte henne ved navn og ikke annet",
        "med navnet hans på",
    ],
)
def test_what_is_no_name_behind_such_a_word(text: str) -> None:
    assert not [*people.named(text)]


def test_behind_an_adverb_the_name_is_found() -> None:
    text = "hun heter egentlig bordet"
    assert [text[start:end] for start, end in people.named(text)] == ["bordet"]


@pytest.mark.parametrize("word", listed("two"))
def test_of_two_letters_the_words_are_known(word: str) -> None:
    assert words.told(word)


@pytest.mark.parametrize("word", ["vå", "mø", "op", "ød", "je", "ln", "ab", "cg"])
def test_other_two_letters_may_be_initials(word: str) -> None:
    assert found(f"så kom {word} hjem") == [("R431", word)]


@pytest.mark.parametrize("text", ["mir ø. kom", "hun så o der", "hun så a der", "liv å. kom"])
def test_a_letter_alone_may_be_an_initial(text: str) -> None:
    assert "R431" in {code for code, _ in found(text)}


@pytest.mark.parametrize(
    "text", ["det er f.eks. nå", "bl.a. det", "m.a. det", "det o.l. går", "3 à 4", "å gå i byen"]
)
def test_letters_of_abbreviations_are_none(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Hun flyttet inn hos Finn…", "R420"),
        ("Finn-saken var alt", "R430"),
        ("Finn kom hjem", "R430"),
        ("Til slutt snakket hun med Finn", "R420"),
        ("Gutten heter Finn", "R417"),
        ("hun var sammen med (Brimly)", "R420"),
        ("hun så ⓢⓣⓔⓘⓝ der", "R415"),
        ("øverst sto 545, 736", "R410"),
        ("øverst sto 49659O57", "R410"),
        ("i mappa er 36874 sammen med resten", "R414"),
        ("det var du 37119", "R414"),
        ("på lappen sto kr 55 949 med blått", "R414"),
        ("gjelda er 36 874 kroner", None),
        ("en gjeld på 50 000", None),
        ("årene 2019, 2020", "R432"),
        ("200, 300 eller 400", None),
        ("Guttenes rom", None),
        ("bup svartnes", "R422"),
        ("Orrenes legesenter", "R422"),
        ("tverrdal gård", "R422"),
        ("Ny skole", None),
        ("de bodde i 7386 indernes da", "R413"),
        ("de var 1200 elever da", None),
        ("hun fant det på Finn", None),
    ],
)
def test_what_else_is_found(text: str, code: str | None) -> None:
    codes = {each for each, _ in found(text)}
    assert code in codes if code else not codes


@pytest.mark.parametrize("who", ["jeg", "eg", "du", "han", "hun", "ho", "vi", "me", "de", "dei"])
def test_whoever_it_is_that_meets_somebody(who: str) -> None:
    assert ("R436", "tunnelen") in found(f"da snakket {who} med tunnelen")


def test_a_plate_lies_across_two_texts() -> None:
    two = [Passage("Han begynte å si kr", None), Passage("73 469 sa den andre", None)]
    assert "R414" in {each.code for each in Search("f.yaml", "").all(two)}


@pytest.mark.parametrize(
    ("name", "title", "words"),
    [
        ("veien ut", "Veien ut av rommet", []),
        ("nøkkelen", "Nøkkelen i lomma", []),
        ("vassbygda", "Om Vassbygda", []),
        ("bordet", "Veien ut", ["bordet"]),
        ("reisen til lese 2 utkast", "Veien ut", ["lese"]),
        ("fotball", "Fotballaget", []),
        ("kaffen", "Om kaffe", ["kaffen"]),
        ("manus", "Man", ["manus"]),
        ("faar", "Får", []),
        ("hån", "Han som ventet", ["hån"]),
    ],
)
def test_the_name_of_a_file_says_what_the_journey_says(name: str, title: str, words: list[str]) -> None:
    label = Passage(name, None, label=True)
    for language in Language:
        every = Search("f.yaml", "", (), language).all([label, Passage(title, None)])
        assert [each.words for each in every if each.code == "R436" and each.sentence == name] == words
        hints = {said(each.problem(), "hint", "en")[:33] for each in every if each.code == "R436"}
        assert hints <= {"The word in the file's name is no"}


@pytest.mark.parametrize(("name", "code"), [("liv", "R430"), ("brimlekott", "R431")])
def test_a_file_is_called_after_its_title(name: str, code: str) -> None:
    [one] = [
        each for each in Search("f.yaml", "").all([Passage(name, None, label=True)]) if each.code == code
    ]
    assert "Kall filen opp etter tittelen." in said(one.problem(), "hint", "nb")


def test_the_sentences_around_what_is_planted_have_nothing_by_themselves() -> None:
    for language in ("nb", "nn"):
        own = chain(
            *(slot for group in CARRIERS[language].values() for slot in group.values()),
            QUOTES[language],
            ITEMS[language],
            AROUND[language],
            *HALVES[language],
        )
        for text in own:
            assert found(text.replace("{}", "læreren")) == [], text


@pytest.mark.parametrize("text", ["Kari", "kari4", "k.a.r.i"])
def test_a_name_with_a_capital_a_digit_or_a_disguise_is_on_no_list(text: str) -> None:
    [each] = planted(20_302, 1)
    told = {
        "kind": "given name",
        "position": "mid-sentence",
        "sentence": f"hun så {text} der",
        "written": text,
    }
    assert residual(replace(each, **told)) is None
    assert residual(replace(each, **told | {"written": "stein", "sentence": "hun så stein der"}))
    named = {"position": "after cue", "written": "stein", "sentence": "Jenta heter stein"}
    assert residual(replace(each, **told | named)) is None
