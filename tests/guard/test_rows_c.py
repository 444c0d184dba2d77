"""The rows C01-C32 of the list of bad inputs: what could let somebody be recognised, each under its name.

What is named here is made up; numbers are no one's.
"""

import re
from pathlib import Path

import pytest
from tests.guard import planting
from tests.guard.measure import alarms, missed
from tests.guard.residual import residual

from reise.guard.finding import Finding, Weight
from reise.guard.passage import Passage
from reise.guard.search import Search
from reise.pipeline import check, verdict

TOP = "reise: 1\ntittel: Reisen\nhendelser:\n"


def found(text: str, *allowed: str) -> tuple[Finding, ...]:
    """Return what is found in a text."""
    return Search("f.yaml", text, allowed).all([Passage(text, None)])


def heaviest(text: str, *allowed: str) -> Weight | None:
    return max((each.weight for each in found(text, *allowed)), default=None)


def blocks(text: str) -> bool:
    """Whether nothing can be made of it: with no way round, or unless the collection allows it."""
    return (heaviest(text) or 0) >= Weight.LISTED


def in_file(tmp_path: Path, text: str, name: str = "reisen.yaml") -> tuple[Finding, ...]:
    """Return what is open in a file."""
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    judged = verdict(path, path.name)
    assert judged.value, judged.problems
    return judged.value.open


@pytest.mark.parametrize(
    "name", ["Kari", "Mohammed", "Solveig", "Ødegård", "Bø", "Nguyen", "Li", "Åse-Marie"]
)
def test_c01_a_name_inside_a_sentence(name: str) -> None:
    assert blocks(f"Hun traff {name} på skolen")
    assert blocks(f"Til slutt kom {name}.")


@pytest.mark.parametrize("name", ["Mohammed", "Solveig", "Fatima", "Xuan", "Gørild", "Oddrun"])
def test_c02_a_name_first_in_a_sentence_that_is_no_word(name: str) -> None:
    assert heaviest(f"{name} kom hver dag") in (Weight.LISTED, Weight.BLOCK)
    assert blocks(f"Ingen svarte. {name} kom hver dag")
    assert blocks(f"«{name} kom hver dag»")


@pytest.mark.parametrize("name", ["Dag", "Liv", "Stein", "Sol", "Storm"])
def test_c03_a_name_first_in_a_sentence_that_is_a_word_too(name: str) -> None:
    assert heaviest(f"{name} kom hver dag") == Weight.DECIDE


def test_c04_a_name_in_small_letters() -> None:
    assert blocks("broren mohammed kom hjem")
    assert heaviest("hun traff mohammed på skolen") == Weight.DECIDE


def test_c05_a_name_in_small_letters_that_is_a_word_is_left_to_people() -> None:
    """A residual: nothing in the letters tells it from the word."""
    assert found("ho møtte liv") == ()
    assert blocks("hun heter liv")


@pytest.mark.parametrize("text", ["KARI STO DER", "GARDAR STO", "Så kom KARI"])
def test_c06_capitals(text: str) -> None:
    assert blocks(text)


def test_c06_acronyms_that_all_have() -> None:
    assert found("Fra BUP til DPS og NAV, uten noen plan") == ()


@pytest.mark.parametrize("name", ["Ka\u200bri", "K\u0430ri", "F a t i m a", "K-a-r-i", "k.a.r.i", "K A R I"])
def test_c07_hidden_names(name: str) -> None:
    assert blocks(f"Hun traff {name} der")


def test_c07_a_name_with_digits_in_it() -> None:
    assert heaviest("hun traff k4ri der") == Weight.DECIDE


@pytest.mark.parametrize("name", ["2Kari", "3kvitlo"])
def test_c07_a_name_behind_a_digit(name: str) -> None:
    assert heaviest(f"hun traff {name} der") == Weight.DECIDE


@pytest.mark.parametrize(
    "words", ["en 15-åring", "klasse 9b", "en 1000-lapp", "kl 1200", "20-årene", "100 %", "3-4 uker"]
)
def test_c07_numbers_with_their_words_are_fine(words: str) -> None:
    assert found(f"det var {words} den dagen") == ()


@pytest.mark.parametrize("name", ["Hansens", "Mari-Anne", "Nora-", "Lars'", "Kari’s", "Mohammeds"])
def test_c08_forms_of_a_name(name: str) -> None:
    assert blocks(f"Det var {name} rom")


@pytest.mark.parametrize("name", ["K.H.", "K. H.", "K H", "Ola N.", "K. Hansen"])
def test_c09_initials(name: str) -> None:
    assert blocks(f"Hun traff {name} der")


@pytest.mark.parametrize("name", ["Lillemor", "@ungmor_2009", "ungmor_2009", "Xx_gutt_xX", "mor2009"])
def test_c10_nicknames(name: str) -> None:
    assert blocks(f"De kalte henne {name} hele tiden")


@pytest.mark.parametrize(
    "number",
    [
        "01010112345",
        "010101 12345",
        "01 01 01 123 45",
        "01.01.01.12345",
        "01-01-01-12345",
        "０１０１０１１２３４５",
    ],
)
def test_c11_identity_numbers(number: str) -> None:
    assert heaviest(f"Nummeret er {number}") == Weight.BLOCK


def test_c11_split_over_two_lines(tmp_path: Path) -> None:
    text = TOP + "  - hendelse: |\n      Nummeret er 010101\n      12345 og mer\n"
    assert {each.code for each in in_file(tmp_path, text)} == {"R410"}


@pytest.mark.parametrize("number", ["41010112345", "01810112345", "80010112345"])
def test_c12_numbers_that_stand_for_one(number: str) -> None:
    assert heaviest(f"Nummeret er {number}") == Weight.BLOCK


def test_c13_the_number_of_a_patient() -> None:
    assert heaviest("Nummeret er 81010112345") == Weight.BLOCK


@pytest.mark.parametrize(
    "number", ["201012345678", "912 345 678", "1234.56.78903", "2019/12345", "4000 0000 0000 0000"]
)
def test_c14_any_six_digits_in_a_run(number: str) -> None:
    assert heaviest(f"Saken er {number}") == Weight.BLOCK


@pytest.mark.parametrize(
    "number",
    [
        "41234567",
        "412 34 567",
        "41 23 45 67",
        "+47 412 34 567",
        "0047 41234567",
        "(+47) 41 23 45 67",
        "412-34-567",
    ],
)
def test_c15_telephones(number: str) -> None:
    assert heaviest(f"Ring {number} nå") == Weight.BLOCK


def test_c15_a_telephone_in_words() -> None:
    assert heaviest("ring fire en to tre fire fem seks sju") == Weight.BLOCK
    assert heaviest("ring førtien tjuetre førtifem sekstisju nå") in (None, Weight.BLOCK)


@pytest.mark.parametrize(
    "address",
    [
        "ola@x.no",
        "navn (at) x.no",
        "https://x.no/side",
        "www.x.no",
        "nav.no",
        "snap: ungmor",
        "@ungmor",
        "10.0.0.1",
    ],
)
def test_c16_addresses_on_the_net(address: str) -> None:
    assert heaviest(f"Hun skrev til {address} den kvelden") == Weight.BLOCK


@pytest.mark.parametrize(
    "day",
    [
        "12.03.2019",
        "12.3.19",
        "12/3-2019",
        "2019-03-12",
        "12. mars 2019",
        "12. mars",
        "mars 2019",
        "17. mai",
        "julaften 2019",
        "uke 12",
        "syttende mai",
        "12 March",
        "3. juni i fjor",
        "veke 12",
    ],
)
def test_c17_days(day: str) -> None:
    assert heaviest(f"Det hendte {day} en gang") == Weight.BLOCK


def test_c17_a_year_is_for_a_person_to_decide() -> None:
    assert heaviest("Det hendte i 2019 en gang") == Weight.DECIDE


@pytest.mark.parametrize("year", ["født 1984", "2018/19", "2018–2019", "født i 84"])
def test_c18_years_of_birth_and_school(year: str) -> None:
    assert heaviest(f"Hun var {year} den gangen") == Weight.DECIDE


@pytest.mark.parametrize(
    "place",
    ["Tangstad", "Storåsen gård", "Storåsveien 5", "storåsveien 5", "Øverstadveien", "øverstadveien 5"],
)
def test_c19_places(place: str) -> None:
    assert blocks(f"De flyttet til {place} etterpå")


@pytest.mark.parametrize(
    "office",
    ["Tangstad skole", "Nav Tangstad", "Nav tangstad", "tangstad barnehage", "Bup Tangstad", "DPS Tangstad"],
)
def test_c20_offices_with_their_place(office: str) -> None:
    assert blocks(f"Hun gikk til {office} etterpå")


@pytest.mark.parametrize(
    "where",
    ["AB 12345", "gnr 12", "gnr. 12 bnr. 3", "0150 Tangstad", "59.9139, 10.7522", "g.nr. 12", "ab12345"],
)
def test_c21_plates_cadastre_postcodes_coordinates(where: str) -> None:
    assert heaviest(f"Det var {where} den gangen") == Weight.BLOCK


@pytest.mark.parametrize("where", ["Tangstadposten", "TVIN-2021-012345", "sak 21-012345"])
def test_c22_newspapers_and_cases(where: str) -> None:
    assert blocks(f"Det sto i {where} etterpå")


@pytest.mark.parametrize(
    "words",
    ["lensmannen", "ordføreren", "presten", "rektor", "den eneste", "tvillinger", "medalje", "druknet"],
)
def test_c23_roles_that_one_person_has(words: str) -> None:
    assert heaviest(f"Det var {words} i bygda") == Weight.DECIDE


@pytest.mark.parametrize(
    "words", ["samisk", "somalisk", "muslimsk", "tourettes", "rullestol", "lesbisk", "polsk", "pinsevenn"]
)
def test_c24_what_few_share(words: str) -> None:
    assert heaviest(f"Familien var {words} på den tiden") == Weight.DECIDE


@pytest.mark.parametrize(
    "words", ["tre barn", "4 søsken", "fem fosterhjem", "tredje barnet", "seks plasseringer"]
)
def test_c25_exact_counts(words: str) -> None:
    assert heaviest(f"Det ble {words} til slutt") == Weight.DECIDE


@pytest.mark.parametrize("words", ["to barn", "flere søsken", "tre fosterhjem", "flere plasseringer"])
def test_c25_small_counts_are_many_peoples(words: str) -> None:
    assert heaviest(f"Det ble {words} til slutt") is None


def test_c26_comments_keys_and_names(tmp_path: Path) -> None:
    event = "  - hendelse: Noe skjedde\n"
    assert {each.code for each in in_file(tmp_path, f"# Dette er Kari\n{TOP}{event}")} == {"R420"}
    assert {each.code for each in in_file(tmp_path, f"{TOP}{event}    # ring 41234567\n")} == {"R410"}
    assert {each.code for each in in_file(tmp_path, f"{TOP}{event}    id: kari-hansen\n")} == {"R431"}
    assert {each.code for each in in_file(tmp_path, f"{TOP}{event}    41234567: ja\n")} == {"R410"}
    assert {each.code for each in in_file(tmp_path, TOP + event, "mohammed.yaml")} == {"R431"}
    (tmp_path / "41234567").mkdir()
    path = tmp_path / "41234567" / "reisen.yaml"
    path.write_text(TOP + event, encoding="utf-8")
    judged = verdict(path, str(path)).value
    assert judged
    assert {each.code for each in judged.open} == {"R410"}


def test_c27_split_over_two_texts(tmp_path: Path) -> None:
    text = TOP + "  - sitat: De skrev ned 010101\n  - hendelse: 12345 var resten\n"
    assert {each.code for each in in_file(tmp_path, text)} == {"R410"}


@pytest.mark.parametrize(
    "code", ["&#75;ari", "S2FyaSBIYW5zZW4=", "%4B%61ri", r"\u004bari", "&eacute;n", "data:image/png;x"]
)
def test_c28_codes(code: str) -> None:
    assert blocks(f"Det sto {code} der")


def test_c28_an_escape_of_yaml_is_read_and_hides_something_where_it_is_a_plain_letter(tmp_path: Path) -> None:
    for heavy, escapes in ((True, ("\\u004bari", "s\\x6fl", "so\\U0000006c")), (False, ("s\\u00f8t",))):
        for each in escapes:
            found = in_file(tmp_path, TOP + f'  - hendelse: "Hun traff {each} der"\n')
            assert any(one.weight is Weight.BLOCK for one in found) is heavy


@pytest.mark.parametrize("embedded", ["data:image/png;base64,iVBORw0KGgo", "<svg onload=x>", "%PDF-1.7 obj"])
def test_c29_nothing_embedded(embedded: str) -> None:
    assert blocks(f"Se {embedded} her")


@pytest.mark.parametrize("name", ["Áile", "Šaban", "Wójcik", "Żaneta", "Abdullahi", "Çelik", "Ngọc"])
def test_c30_names_of_many_languages(name: str) -> None:
    assert blocks(f"Hun traff {name} der")


@pytest.mark.parametrize("name", ["Фатима", "محمد", "Ελένη", "ฟาติมา", "李"])
def test_c30_other_scripts(name: str) -> None:
    assert heaviest(f"Hun traff {name} der") == Weight.BLOCK


def test_c31_what_is_planted_is_found(tmp_path: Path) -> None:
    """Of 400 at most 1 % pass, all on the published list (`python -m tests.bench planted` tries 2,000)."""
    passed = missed(planting.planted(20_301, 400), tmp_path)
    assert [(each.kind, each.position, each.casing) for each in passed if not residual(each)] == []
    assert len(passed) <= 4


@pytest.mark.parametrize("name", ["nb", "nn", "held-nb", "held-nn"])
def test_c32_false_alarms_on_clean_texts(name: str) -> None:
    """At most 10 of 1,000 words need a person, and less than 1 blocks."""
    decide, block = alarms(name)
    assert decide <= 10
    assert block < 1


def test_no_message_repeats_a_word_of_the_journey(tmp_path: Path) -> None:
    path = tmp_path / "reisen.yaml"
    path.write_text(TOP + "  - hendelse: Hun traff Kvitrebla og ringte 41234567\n", encoding="utf-8")
    for problem in check(path).problems:
        assert not re.search("kvitrebla|4123", repr(problem), re.IGNORECASE)
