"""Whatever stands in a file: a map or problems with words, never an exception, and soon.

This is the share of `python -m tests.fuzz` that every run has: the same inputs each time.
"""

from pathlib import Path
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.fuzz import random_search, seeds, ways
from tests.fuzz.mutation import MUTATIONS, mutated
from tests.fuzz.tally import Tally

from reise.page.html import case_map_html
from reise.pipeline import lay_out, tell_text
from reise.problems import errors

#: Inputs on the fast way, from bytes to what the guard says: so many batches of so many.
BATCHES, BATCH = 10, 2_500
#: So long are the files that they begin with: half of all there are, and as many a second as can be.
SHORT = 500


@pytest.mark.parametrize("number", range(BATCHES))
def test_any_change_of_a_short_file_is_answered(number: int) -> None:
    chance, tally = Random(number), Tally()
    known = [each for each in seeds.seeds() if len(each) <= SHORT]
    sound = [each for each in seeds.sound() if len(each) <= SHORT]
    for count in range(BATCH):
        tally.try_out(ways.checked, mutated(chance, chance.choice(known if count % 2 else sound), known))
    assert not tally.faults
    assert tally.tried == BATCH
    # Neither is all of it refused at the door.
    assert tally.whole > BATCH / 20


def test_any_change_of_any_file_is_answered_on_every_way() -> None:
    tally = random_search.searched(1, 1_500, 600)
    assert not tally.faults
    assert tally.tried == 1_500
    assert tally.whole > 75


@given(st.integers(0, 2**32))
@settings(max_examples=300)
def test_from_a_file_to_its_map(seed: int) -> None:
    chance = Random(seed)
    data = mutated(chance, chance.choice(seeds.sound()), seeds.seeds())
    told = tell_text(data, Path("ingen/en-reise.yaml"))
    ways.told(told.problems)
    assert told.value is not None or any(errors(told.problems))
    if told.value is None:
        return
    made = lay_out(told.value, "a4", None)
    ways.told(made.problems)
    assert made.value is not None or any(errors(made.problems))
    if made.value is not None:
        assert case_map_html(made.value, fonts=False).rstrip().endswith("</html>")


# --- Files that nobody wrote ------------------------------------------------------------------------

_words = st.sampled_from(seeds.words()).map(lambda each: each.decode("utf-8", "replace").strip("\n :"))
_scalars = _words | st.text(max_size=12) | st.integers(-2, 2000).map(str)
_values = st.recursive(
    _scalars,
    lambda inner: (
        st.lists(inner, max_size=3).map(lambda each: f"[{', '.join(each)}]")
        | st.dictionaries(_words, inner, max_size=3).map(
            lambda each: "{" + ", ".join(f"{key}: {value}" for key, value in each.items()) + "}"
        )
    ),
    max_leaves=6,
)
_events = st.dictionaries(_words, _values, min_size=1, max_size=5).map(
    lambda each: "  - " + "\n    ".join(f"{key}: {value}" for key, value in each.items())
)


@given(st.dictionaries(_words, _values, max_size=6), st.lists(_events, min_size=1, max_size=5))
@settings(max_examples=200)
def test_any_file_made_of_our_words(top: dict[str, str], events: list[str]) -> None:
    head = "".join(f"{key}: {value}\n" for key, value in top.items())
    text = f"reise: 1\ntittel: Noe\n{head}hendelser:\n" + "\n".join(events)
    for way in (ways.checked, ways.drawn, ways.shared):
        way(text.encode("utf-8", "surrogatepass"))


@given(st.binary(max_size=200) | st.text(max_size=200).map(str.encode))
@settings(max_examples=400)
def test_any_bytes(data: bytes) -> None:
    assert not ways.checked(data)
    assert not ways.shared(data)


# --- That what ought to be found is found -----------------------------------------------------------


def test_a_fault_is_kept_with_its_place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tests.fuzz.tally.KEPT", tmp_path)
    tally = Tally()

    def faulty(data: bytes) -> bool:
        assert data != b"x", "not this one"
        raise KeyError("Kvitrebla")

    tally.try_out(faulty, b"x")
    tally.try_out(faulty, b"y")
    tally.try_out(faulty, b"y")
    assert tally.faults == {"faulty: AssertionError ? not this one": 1, "faulty: KeyError ?": 2}
    assert {each.read_bytes() for each in tmp_path.iterdir()} == {b"x", b"y"}


def test_what_takes_too_long_is_found(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tests.fuzz.tally.KEPT", tmp_path)
    monkeypatch.setattr("tests.fuzz.tally.PATIENCE", 0.05)
    tally = Tally()

    def endless(_: bytes) -> bool:
        while True:
            pass

    tally.try_out(endless, b"x")
    [fault] = tally.faults
    assert "TooLong" in fault


def test_no_change_is_the_same_as_no_other() -> None:
    """Each does something, the same for the same number, and none makes a file of another length endless."""
    known = seeds.seeds()
    data = max(seeds.sound(), key=len)
    for change in MUTATIONS:
        made = {change(Random(number), data, known) for number in range(40)}
        assert len(made) > 5, change.__name__
        assert change(Random(1), data, known) == change(Random(1), data, known)
    assert all(len(mutated(Random(number), data, known)) <= seeds.MOST for number in range(200))
