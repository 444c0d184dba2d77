"""The dictionary knows everyday Norwegian and no names of people."""

import csv
import re
import runpy
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

import pytest
from faker import Faker

from reise.guard.lexicon import is_also_name, is_compound, is_english, knows
from reise.resources import templates

ROOT = Path(__file__).parents[2]
MARKUP = re.compile(r"```.*?```|`[^`]*`|\]\([^)]*\)|\{[^}]*\}|<[^>]*>", re.DOTALL)
WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")

BOKMAAL = """
    jente jenta jentene jentenes jentas gutt guttene skolen skolevegring læreplass læreplassen barnevernet
    kommunens hun henne jeg ikke skulle ble blitt gikk går gående stod sto snakket husket gråt drakk sint
    sintere sintest friminuttene kontaktlærer helsesykepleier fastlegen bup dps nav ettervern hybel
    rusmiddel rømte mobbet osv
"""
NYNORSK = """
    jente jenta jentene gut gutane skulen skulevegring læreplassen barnevernet kommunen eg ikkje skulle vart
    vorte gjekk går gåande stod snakka hugsa gret drakk sint sintare sintast friminutta kontaktlærar heimen
    einsemd kjærasten søstera vener dei deira nokon kvifor korleis verkstaden meistring trivdest
    vaktmeistaren tryggleik
"""
COMPOUNDS = """
    kantinesjefen oppfølgingstenesta oppfølgingstjenesten skolekantina rideskuleleiaren beredskapshjem
    angstmestring kommunepsykologen helsefagarbeider gjenvinningsstasjonen pizzakvelder nav-veilederen
    bup-behandler pp-tenesta p-verdier mini-kurs avidentifisert lærlingtorget dyreplakatar
    ungdomsskule-vgs frivilligsentralens
"""
NAMES = """
    mohammed fatima solveig hansen tangstad ola kari olav ingrid anders jonas elias lukas hanne aisha
    amina ibrahim yusuf hodan nguyen agnieszka wojciech oksana svetlana mehmet emre omar ali bilal zainab
    kristensen olsen berntsen bakkehaug lindberg strandberg solberg haugland øverland kvernmo bjørnstad
    tveit sæther helland langeland reinertsen anne-lise knut-stein bjørn-odd lise-lotte henrik fredrik thomas
    trondheim østerdalen benedikte gunnhild torbjørn asbjørn oddvar solfrid bergljot
"""
#: Of made-up names of a language, how many may be words, and how many of those a person is not asked about.
PASSING = {
    "no_NO": (0.22, 0.01),
    "sv_SE": (0.09, 0.02),
    "da_DK": (0.14, 0.02),
    "pl_PL": (0.07, 0.06),
    "tr_TR": (0.04, 0.04),
    "en_PK": (0.03, 0.03),
    "en_KE": (0.04, 0.02),
    "fi_FI": (0.06, 0.05),
}


def is_word(word: str) -> bool:
    return knows(word) or is_compound(word)


@pytest.mark.parametrize("word", sorted({*BOKMAAL.split(), *NYNORSK.split()}))
def test_an_everyday_word_is_known_in_all_its_forms(word: str) -> None:
    assert is_word(word)


@pytest.mark.parametrize("word", COMPOUNDS.split())
def test_words_put_together_are_compounds_without_standing_in_the_dictionary(word: str) -> None:
    assert not knows(word)
    assert is_compound(word)


@pytest.mark.parametrize("word", NAMES.split())
def test_a_name_is_no_word(word: str) -> None:
    assert not knows(word)
    assert not is_compound(word)


@pytest.mark.parametrize("word", ["", "-", "s", "-s", "skole-", "-skole", "x" * 300, "1984", "läkare", "\0"])
def test_what_is_no_word_is_unknown(word: str) -> None:
    assert not is_compound(word)
    assert knows(word) is (word == "s")


@pytest.mark.parametrize(
    ("word", "english"), [("follow", True), ("follow-up", True), ("follow-brimlekott", False)]
)
def test_each_part_of_an_english_word_is_english(word: str, english: bool) -> None:
    assert is_english(word) == english


@pytest.mark.parametrize("language", PASSING)
def test_few_names_pass_as_words_unseen(language: str) -> None:
    faker = Faker(language)
    faker.seed_instance(1)
    drawn = " ".join(f"{faker.first_name()} {faker.last_name()}" for _ in range(1000))
    names = {name for name in drawn.lower().split() if WORD.fullmatch(name)}
    passing = {name for name in names if is_word(name)}
    at_all, unseen = PASSING[language]
    assert len(passing) <= at_all * len(names)
    assert len([name for name in passing if not is_also_name(name)]) <= unseen * len(names)


@pytest.mark.parametrize("file", ["roles.csv", "transitions.csv"])
def test_the_words_of_the_vocabulary_are_known(file: str) -> None:
    with (templates() / "vocabulary" / file).open(encoding="utf-8", newline="") as lines:
        labels = [
            text
            for row in csv.DictReader(lines, restkey="more")
            for key, text in row.items()
            if key.endswith(("_nb", "_nn"))
        ]
    words = {word.lower() for label in labels for word in WORD.findall(label)}
    assert len(words) > 30
    assert {word for word in words if not is_word(word)} == set()


def test_the_manual_gives_less_than_ten_false_alarms_in_a_thousand_words() -> None:
    words, unknown = 0, []
    for page in sorted((ROOT / "docs" / "nb").glob("*.md")):
        prose = re.sub(
            r"```.*?```|`[^`]*`|\]\([^)]*\)|\{[^}]*\}|<[^>]*>",
            " ",
            page.read_text(encoding="utf-8"),
            flags=re.S,
        )
        found = WORD.findall(prose)
        words += len(found)
        # Words with a capital inside a sentence are another check's; only a lower-case one is this one's.
        unknown += [word for word in found if word.islower() and not is_word(word)]
    assert words > 5000
    assert len(unknown) <= 0.01 * words


def test_names_that_are_words_are_listed_once_in_order_and_known() -> None:
    listed = _listed("also-names.txt")
    assert listed == sorted(set(listed))
    assert len(listed) >= 200
    assert [word for word in listed if not knows(word)] == []
    assert all(
        map(is_also_name, ["liv", "livs", "dag", "stein", "sol", "bjørn", "lund", "strand", "per", "finn"])
    )
    assert not any(
        map(is_also_name, ["den", "han", "du", "min", "et", "ei", "tre", "skolen", "mor", "far", "#"])
    )


def test_our_own_words_are_in_the_dictionary() -> None:
    listed = _listed("more-words.txt")
    assert listed == sorted(set(listed), key=lambda word: (word.strip("-"), word))
    assert [word for word in listed if "-" not in (word[0], word[-1]) and not knows(word)] == []


def test_no_name_of_the_script_is_a_word() -> None:
    names = runpy.run_path(str(ROOT / ".ci" / "words.py"))["NAMES"].split()
    assert len(names) > 300
    assert [name for name in names if is_word(name)] == []


def test_the_same_words_give_the_same_bytes(tmp_path: Path) -> None:
    trie = runpy.run_path(str(ROOT / ".ci" / "words.py"))["trie"]
    trie({"skole": 33, "vegring": 34, "hun": 32}).save(str(tmp_path / "one"))
    trie({"hun": 32, "vegring": 34, "skole": 33}).save(str(tmp_path / "other"))
    assert (tmp_path / "one").read_bytes() == (tmp_path / "other").read_bytes()


@pytest.mark.skipif(
    not (find_spec("spacy_lookups_data") and find_spec("simplemma")), reason="the sources are 120 MB"
)
def test_the_dictionary_is_what_the_script_makes(tmp_path: Path) -> None:
    script = runpy.run_path(str(ROOT / ".ci" / "words.py"))
    script["trie"](script["marked"](script["everything"]())).save(str(tmp_path / "words"))
    assert (tmp_path / "words").read_bytes() == (templates() / "guard" / "words.marisa").read_bytes()


def test_the_dictionary_is_mapped_not_read() -> None:
    measure = """
import tracemalloc
from reise.guard.lexicon import is_compound, knows
tracemalloc.start()
assert knows("jenta") and is_compound("kantinesjefen") and not knows("solveig")
print(tracemalloc.get_traced_memory()[1])
"""
    peak = subprocess.run([sys.executable, "-c", measure], check=True, capture_output=True, text=True).stdout
    assert int(peak) < 3_000_000
    assert (templates() / "guard" / "words.marisa").stat().st_size < 4_000_000


def test_importing_the_lexicon_loads_no_dictionary() -> None:
    ask = "import sys, reise.guard.lexicon; print('marisa_trie' in sys.modules)"
    assert (
        subprocess.run([sys.executable, "-c", ask], check=True, capture_output=True, text=True).stdout
        == "False\n"
    )


def _listed(file: str) -> list[str]:
    lines = (templates() / "guard" / file).read_text(encoding="utf-8").splitlines()
    return [line for line in lines if line and not line.startswith("#")]


@pytest.mark.parametrize("word", ["skole-kvitly", "kvitly-skole", "kvitly-kvitlo", "liv-dag"])
def test_what_is_joined_by_a_hyphen_is_known_in_all_its_parts(word: str) -> None:
    assert not is_compound(word)


def test_a_letter_may_stand_before_a_hyphen() -> None:
    assert is_compound("t-skjorte")
    assert is_compound("skole-skjorte")


def test_a_genitive_of_four_letters_and_more_is_a_word() -> None:
    assert knows("skips")
    assert not knows("livs")


@pytest.mark.parametrize(
    ("word", "is_one"),
    [
        # Beside seven letters the other part is a word, beside six it may be a syllable of a name.
        ("ungdomshus", True),
        ("ungdomsbygg", True),
        ("strandhus", False),
        ("tilrettelagd", True),
        ("arbeidsgjevar", True),
        ("beren", False),
        ("ansvar", False),
        # A particle and a verb of four letters, of three they are too like a name's.
        ("avgjør", True),
        ("fravær", False),
        ("avstrand", False),
        # Two letters take no -s- and no -e- to join them.
        ("avskartell", False),
        # The -s of a genitive, and of whoever is one of a pair.
        ("foreldres", True),
        ("graderes", False),
        # A name that would pass as two words is one all the same.
        ("barbrojentas", False),
        ("stangen", False),
        # Between hyphens stands a letter or what is known; a syllable is neither.
        ("t-skole", True),
        ("tt-skole", False),
        ("ppt-leder", True),
        ("ytter-skole", True),
        ("ungdoms-skole", True),
        # One that is a name as well is a nickname as often as a compound.
        ("skole-liv", False),
        ("store-per", False),
        ("len-ge-r", False),
    ],
)
def test_how_long_the_parts_of_a_compound_are(word: str, is_one: bool) -> None:
    assert is_compound(word) is is_one


def test_remarks_in_the_list_of_names_are_none() -> None:
    lines = (templates() / "guard" / "also-names.txt").read_text(encoding="utf-8").splitlines()
    assert not any(is_also_name(line) for line in lines if line.startswith("#"))
