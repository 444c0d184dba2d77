"""What the sieve lets by: nothing that a rule would have found."""

from itertools import product
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.guard.measure import CLEAN
from tests.guard.planting import journey, planted
from tests.support import cases

import reise
from reise.guard import passage, sieve
from reise.guard.codes import RULES
from reise.guard.dates import ORDINALS
from reise.guard.finding import Finding
from reise.guard.passage import Passage, of_journey
from reise.guard.pattern import Pattern
from reise.guard.search import Search
from reise.journey.model import Language
from reise.resources import toml

LANGUAGES = (Language.NB, Language.EN)
LISTS = [
    each.removeprefix("=")
    for name, groups in toml("guard/lists.toml").items()
    for words in groups.values()
    for each in (words if name != "everywhere" else words[:40])
]
DISRESPECT = [stem.removeprefix("=") for row in toml("guard/respect.toml")["word"] for stem in row["stems"]]
COUNTED = """
tre tretten fire fem seks ni tolv four barn barnet born søsken trebarnsmor nummer nr. nummertre fosterhjem
plasseringer tjueto nittenåtti nitten to tusen og fem totusenogfem tjueelleve januar mai juledag i å a b c
de da be ad hilsen fra beste ved navn oppkalt etter kari ola nordli Kari Ola Nordli A B Å I NAV BUP på no
Positive Deviance skolen Nordli krøllalfa punktum dot com en-to tre-fire a-b i-å den eneste follow-up the
Finn August fornavnet etternamnet er var hos stein sa kalte henne hilsen heter noe skogveien
b-gjengen lynet tassen sol-
"""
WORDS = st.sampled_from([*LISTS, *DISRESPECT, *sorted(ORDINALS), *COUNTED.split()])
SIGNS = (
    ", ",
    ". ",
    "-",
    "\n",
    " – ",
    " «",
    "» ",
    "! ",
    ".",
    ": ",
    ":",
    "/",
    " (",
    ") ",
    " → ",
    "; ",
    "_",
    "'",
)
NUMBERS = (" i ", " 3 ", "20. ", " 0123 ", "1/2")
JOINTS = st.sampled_from((" ", " ", " ", " ", *SIGNS, *NUMBERS))
TEXTS = st.lists(st.tuples(WORDS, JOINTS), min_size=1, max_size=9).map(
    lambda parts: "".join(word + joint for word, joint in parts)
)


def found(passages: list[Passage], language: Language, *, sieved: bool) -> tuple[Finding, ...]:
    with pytest.MonkeyPatch.context() as patch:
        if not sieved:
            patch.setattr(sieve, "codes_in", lambda text, *, english: None)
            patch.setattr(Pattern, "may_be_in", lambda pattern, text: True)
        return Search("f.yaml", "", (), language).all(passages)


def agree(passages: list[Passage]) -> None:
    for language in LANGUAGES:
        assert found(passages, language, sieved=True) == found(passages, language, sieved=False)


@given(st.lists(TEXTS, max_size=2), st.booleans())
def test_any_text_of_the_words_that_the_rules_know(texts: list[str], own: bool) -> None:
    agree([Passage(text, None, own=own) for text in texts])


@given(st.text(alphabet="abdeiåøAKÉ é,.«–-\n", max_size=24))
def test_any_text_of_a_few_letters(text: str) -> None:
    agree([Passage(text, None)])


@pytest.mark.parametrize("name", ["nb", "nn", "held-nb", "held-nn"])
def test_clean_texts(name: str) -> None:
    lines = (CLEAN / f"{name}.txt").read_text(encoding="utf-8").splitlines()
    agree([Passage(line, None) for line in lines])


def test_what_is_planted(tmp_path: Path) -> None:
    for number, plant in enumerate(planted(7, 150)):
        name, text, _ = journey(plant)
        folder = tmp_path / str(number)
        folder.mkdir()
        (folder / name).write_text(text, encoding="utf-8", newline="")
        read = reise.pipeline.read(folder / name)
        parsed = reise.pipeline.parse(read.value, None).value if read.value else None
        if parsed:
            agree(list(of_journey(parsed)))


def test_every_list_of_words_by_itself_and_in_a_sentence() -> None:
    for word, frame in product([*LISTS, *DISRESPECT], ("{}", "hun {} nå", "Så kom {} ordnordli", "x-{}")):
        agree([Passage(frame.format(word), None)])


@given(st.text(alphabet="019abåÆ _-~+,.", max_size=12) | st.from_regex(passage._HARMLESS, fullmatch=True))
def test_what_is_harmless_where_no_prose_stands(text: str) -> None:
    if passage._HARMLESS.fullmatch(text):
        assert not found([Passage(text, None, prose=False)], Language.NB, sieved=True)


def test_everyday_words_are_read_by_no_rule() -> None:
    assert sieve.codes_in("Hun kom hver kveld, og de gikk hjem sammen.", english=False) == frozenset()
    assert sieve.codes_in("Hun kom 3 ganger", english=False) is None


def test_a_journey_is_mostly_everyday_words() -> None:
    texts = [each.text for each in of_journey(reise.load(cases.TOP / "journeys" / "ung-mor.yaml"))]
    held = [sieve.codes_in(text, english=False) for text in texts]
    assert sum(codes == frozenset() for codes in held) > len(texts) / 3


def test_every_rule_has_its_place_in_the_sieve() -> None:
    """A new rule is either asked about each word, or finds nothing in plain words, or is counted."""
    told = {*sieve._NEEDED, *sieve._NEEDED_TOGETHER, *sieve._OF_A_WORD, "R410", "R416", "R418", "R419"}
    assert set(RULES) - told == {"R413", "R414", "R415"}


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        # Signs that stand between words, and those that may be of something else.
        ("«Hun kom», ba han – og gikk!", ""),
        ("- (hun kom) nå", ""),
        ("Hun kom: nå → «så»; etterpå/før?", ""),
        ("hun kom.\nså gikk han. »", ""),
        (" " * 20 + "hun kom", ""),
        (" " * 21 + "hun kom", None),
        ("Hun kom:nå", None),
        ("hun kom.så", None),
        ("h: nå", None),
        ("h. nå", None),
        ("(at) noe", None),
        ("hun (AT) sol", None),
        # One letter, and several.
        ("i går", ""),
        ("hun må på do å dra", ""),
        ("hun-i-går", "R418"),
        ("u nå", "R418 R431"),
        ("u v nå", "R418 R431"),
        ("u v w nå", "R416 R418 R431"),
        ("u-v-w nå", "R416 R418 R436"),
        ("kom hun u- da", "R418 R431 R436"),
        ("hun tok sko-", "R436"),
        ("saman med", "R436"),
        ("saman", ""),
        # Digits in words, one by one or together; pairs of letters that are digits.
        ("en to null", ""),
        ("en to null en", ""),
        ("en to null en to", "R410"),
        ("en-to null-en to", "R410"),
        ("da de be", ""),
        ("da ab de", "R431"),
        ("da be de da", "R419"),
        ("da-be de-da", "R419"),
        ("tusen", "R432"),
        ("nitten", "R432"),
        ("tjue", "R432"),
        ("totusen", "R431 R432"),
        # What a word is found for by itself, or where it stands.
        ("Liv kom", "R430 R436"),
        ("Brimly kom", "R420 R430"),
        ("hun kom til Brimly", "R420 R421 R430 R431"),
        ("hun kom. Så", ""),
        ("hun kom. Brimly så", "R420 R430"),
        ("hos Finn", "R420 R421 R430 R431 R436"),
        ("hun så en HJELP", "R420 R421 R430 R431"),
        ("HJELP", "R421"),
        ("hun var hos NAV", "R422 R436"),
        ("hun kom til Finn", "R420 R421 R430 R431 R436"),
        ("hun kom til brimlekott", "R431"),
        ("skolen", "R422"),
        ("naboen", ""),
        ("naboen liv", "R417 R436"),
        ("naboen tunnelen", "R436"),
        ("naboen kom, men hun gikk inn- i", "R417 R436"),
        ("fornavnet", "R417"),
        ("sa", "R436"),
        ("hilsener", "R417"),
        ("helsingar", "R417"),
        ("krøllalfa", "R411 across"),
        ("punktum", "R411 across"),
        ("tredje", "R412 R434"),
        ("juledag", "across"),
        ("hun (at", "across"),
        ("presten", "R433"),
        ("samisk", "R435"),
        ("problembarn", "R440"),
    ],
)
def test_what_is_to_be_read_for_by_the_look_of_the_words(text: str, codes: str | None) -> None:
    held = sieve.codes_in(text, english=False)
    assert held == (None if codes is None else {*codes.split()})


def test_of_a_journey_in_english_its_words_are_known() -> None:
    assert sieve.codes_in("Nobody believed her", english=False) == {"R420", "R430", "R431"}
    assert sieve.codes_in("Nobody believed her", english=True) == frozenset()


COUNTS = ("tre", "fire", "fem", "seks", "sju", "syv", "åtte")
ROWS = ("tredje", "fjerde", "femte", "sjette", "sjuende", "syvende", "åttende", "niende", "tiende")


@pytest.mark.parametrize(
    "text",
    [
        *(f"hun er {count}barns{who}" for count in COUNTS for who in ("mor", "far")),
        *(f"hun har {count} søsken" for count in (*COUNTS, "ni", "ti", "elleve", "tolv", "eight", "ten")),
        *(f"etter {count} fosterhjem" for count in (*COUNTS[1:], "tretten", "fjorten", "femten", "four")),
        *(f"hun er barn {word} {count}" for word in ("nr", "nummer") for count in COUNTS[:4]),
        *(f"det {row} barnet" for row in ROWS[:6]),
        *(f"det {row} fosterhjemmet" for row in ROWS[1:]),
    ],
)
def test_a_count_is_found_however_it_is_said(text: str) -> None:
    assert [*RULES["R434"](text)]
    assert "R434" in (sieve.codes_in(text, english=False) or ())


@pytest.mark.parametrize("greeting", ["hilsen", "helsing", "hilsener", "helsingar"])
def test_who_sends_a_greeting(greeting: str) -> None:
    for text in (f"varme {greeting} fra liv", f"Beste {greeting} liv", f"mange {greeting}, liv"):
        [one] = found([Passage(text, None)], Language.NB, sieved=True)
        assert (one.code, one.words) == ("R417", "liv")
