"""The rows C11-C18 of the list of bad inputs: no one's numbers, addresses on the net, days and years."""

from pathlib import Path

import pytest
from tests.guard.weighing import TOP, heaviest, in_file

from reise.guard.finding import Weight


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
