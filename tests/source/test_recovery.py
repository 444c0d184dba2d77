"""What stands in the place of a slip so that the rest can be read: as many signs, that mean nothing."""

from contextlib import suppress

import pytest
from tests.source.marked import TEXTS

from reise.source.characters import LOST
from reise.source.composer import Composer
from reise.source.findings import Enough, Findings
from reise.source.recovery import calmed
from reise.source.slips import Slip


@pytest.mark.parametrize(
    ("marked", "code", "expected"),
    [
        # The colon that a key lacks takes the place of its last letter.
        ("⟦tittel⟧ Jenta\n", "R120", "titte: Jenta\n"),
        ("\n⟦tittel⟧ Jenta\n", "R120", "\ntitte: Jenta\n"),
        ("- ⟦tittel⟧ Jenta\n", "R120", "- titte: Jenta\n"),
        ("⟦tittel⟧\n", "R120", "titte:\n"),
        ("⟦skole⟧ 12:30\n", "R120", "skol: 12:30\n"),
        ("⟦skole⟧ om: b\n", "R120", "skole om: b\n"),
        ("⟦skole⟧ om:\n", "R120", "skole om:\n"),
        ("a: [b] ⟦skole⟧ c\n", "R120", "a: [b] skole c\n"),
        ("}⟦skole⟧ c\n", "R120", "}skole c\n"),
        ("⟦skole⟧ c\n", "R122", "skole c\n"),
        # A sign that no text may begin with.
        ("a: ⟦@b⟧ @c\n", "R120", "a: ·b @c\n"),
        ("a: ⟦*b⟧ *c\n", "R107", "a: ·b *c\n"),
        ("a: ⟦&b⟧ &c\n", "R107", "a: ·b &c\n"),
        ("a: ⟦!b⟧ !c\n", "R109", "a: ·b !c\n"),
        ("a: b⟦:⟧ c: d\n", "R118", "a: b· c: d\n"),
        # Every quote of the line, since nobody knows which of them are a pair.
        ("a: 'b⟦'⟧ \"c\nd: 'e'\n", "R117", "a: ·b· ·c\nd: 'e'\n"),
        ("a: 'b⟦'⟧ c", "R117", "a: ·b· c"),
        ("\na: 'b⟦'⟧ c\n", "R117", "\na: ·b· c\n"),
        # All that is behind a bracket, if its value ends with the line.
        ("a: ⟦[⟧b, c\nd: e\n", "R123", "a: ·····\nd: e\n"),
        ("- ⟦[⟧b\n\n- c\n", "R123", "- ··\n\n- c\n"),
        ("a: ⟦{⟧b", "R123", "a: ··"),
        ("a: ⟦[⟧b\n  c\n", "R123", "a: [b\n  c\n"),
        ("- a: ⟦[⟧b\n- c\n", "R123", "- a: ··\n- c\n"),
        ("- a: ⟦[⟧b\n  - c\n", "R123", "- a: [b\n  - c\n"),
        ("h:\n  - a: ⟦[⟧b\n    c: d\n", "R123", "h:\n  - a: ··\n    c: d\n"),
        ("a: ⟦[⟧b, \nc: d\n", "R123", "a: [b, \nc: d\n"),
        # A dash with its space, at the price of a letter; and a plain one.
        ("⟦-⟧bc\n", "R121", "- c\n"),
        ("⟦–⟧ b: c\n", "R125", "- b: c\n"),
    ],
)
def test_what_stands_in_the_place_of_a_slip(marked: str, code: str, expected: str) -> None:
    slip = Slip(code, marked.index("⟦"), marked.index("⟧") - 1)
    text = marked.replace("⟦", "").replace("⟧", "")
    assert calmed(text, [slip]).replace(LOST, "·") == expected


def test_slips_are_taken_one_after_the_other() -> None:
    calm = calmed("tittel Jenta\na: b: c\n", [Slip("R120", 0, 6), Slip("R118", 17, 18)])
    assert calm.replace(LOST, "·") == "titte: Jenta\na: b· c\n"


@pytest.mark.parametrize("marked", [marked for marked, _ in TEXTS])
def test_places_stay_as_they_are(marked: str) -> None:
    text = marked.replace("⟦", "").replace("⟧", "")
    composer = Composer(text, Findings("f.yaml", text))
    with suppress(Enough):
        composer.root()
    calm = calmed(text, composer.met)
    assert (len(calm), calm.count("\n")) == (len(text), text.count("\n"))
