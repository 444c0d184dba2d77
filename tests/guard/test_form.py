"""A file with faults of form: the guard reads it all the same, and everything is told in one go."""

from pathlib import Path

import pytest

from reise.pipeline import tell_text

pytestmark = pytest.mark.usefixtures("guarded")

NORWEGIAN = """reise: 1
tittel: Jenta i kantina
kilder: konstruert
komentar: Vi så en mann fra brimly
hendelser:
  - hendlse: Flytter hjemmefra
    alder: 13
  - krisse: Da møtte hun Kari
  - familie: Søsteren Kari flytter
    hvem: bup
    senere: 12. mai 2019
  - tjeneste: Losen er hos kvitlo
    hvem: skolelos
  - sitat: «Jeg var et problembarn»
  - vendepunkt: opp
    gjorde forskjell: Hun ga seg ikke
"""
ENGLISH = """reise: 1
title: The girl in the canteen
language: en
outcom: apprenticeship
events:
  - event: Moves from home one winter
  - crisis: Then she met Kari
"""


def told(text: str) -> list[tuple[int, str]]:
    problems = tell_text(text.encode(), Path("en-reise.yaml")).problems
    return [(each.span.line if each.span else 0, each.code) for each in problems]


def test_faults_of_form_and_what_the_guard_finds_are_told_together_in_the_order_of_the_file() -> None:
    assert told(NORWEGIAN) == [
        (3, "R202"),
        (4, "R202"),
        (4, "R431"),
        (6, "R202"),
        (8, "R202"),
        (8, "R420"),
        (9, "R417"),
        (11, "R207"),
        (12, "R431"),
    ]


def test_a_file_that_is_no_journey_yet_is_read_in_its_own_language() -> None:
    assert told(ENGLISH) == [(4, "R202"), (7, "R420")]
