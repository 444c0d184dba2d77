"""The rows C19-C25 of the list of bad inputs: made up places and offices, and what few or one alone share."""

import pytest
from tests.guard.weighing import blocks, heaviest

from reise.guard.finding import Weight


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
