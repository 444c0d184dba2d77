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
from tests.support import cases

from reise.page.html import case_map_html
from reise.pipeline import lay_out, tell_text
from reise.problems import errors

#: Ways for changes of short files: down which, begun with what, and so many batches of so many. Half of them
#: goes past the guard, which takes most of the time.
SHARES = (
    (ways.checked, "one event", 20, 5_000),
    (ways.read, "short", 18, 5_000),
    (ways.checked, "short", 4, 2_500),
)
#: Inputs on every way, from a file to its map, made of our words, and of any bytes.
EVERY, MAPS, MADE, BYTES = 1_500, 300, 200, 400


def begun_with(what: str) -> tuple[list[bytes], list[bytes]]:
    """Return the files that are changed, and those of them that are sound."""
    if what == "one event":
        return [*seeds.single()], [*seeds.single()]
    known, sound = (
        [each for each in files if len(each) <= seeds.SHORT] for files in (seeds.seeds(), seeds.sound())
    )
    return known, sound


@pytest.mark.parametrize(
    ("way", "what", "number", "most"),
    [(way, what, number, most) for way, what, batches, most in SHARES for number in range(batches)],
    ids=lambda each: each.__name__ if callable(each) else None,
)
def test_any_change_of_a_short_file_is_answered(way: ways.Way, what: str, number: int, most: int) -> None:
    chance, tally = Random(number), Tally()
    known, sound = begun_with(what)
    for count in range(most):
        tally.try_out(way, mutated(chance, chance.choice(known if count % 2 else sound), known))
    assert not tally.faults
    assert tally.tried == most
    # Neither is all of it refused at the door.
    assert tally.whole > most / 20


def test_there_are_as_many_as_is_said() -> None:
    tried = sum(batches * most for _, _, batches, most in SHARES) + EVERY + MAPS + MADE + BYTES
    assert tried >= 200_000
    assert f"| {tried:,}: no exception" in (cases.TOP / "SECURITY.md").read_text(encoding="utf-8")


def test_any_change_of_any_file_is_answered_on_every_way() -> None:
    tally = random_search.searched(1, EVERY, 600)
    assert not tally.faults
    assert tally.tried == EVERY
    assert tally.whole > EVERY / 20


@given(st.integers(0, 2**32))
@settings(max_examples=MAPS)
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
@settings(max_examples=MADE)
def test_any_file_made_of_our_words(top: dict[str, str], events: list[str]) -> None:
    head = "".join(f"{key}: {value}\n" for key, value in top.items())
    text = f"reise: 1\ntittel: Noe\n{head}hendelser:\n" + "\n".join(events)
    for way in (ways.checked, ways.drawn, ways.shared):
        way(text.encode("utf-8", "surrogatepass"))


@given(st.binary(max_size=200) | st.text(max_size=200).map(str.encode))
@settings(max_examples=BYTES)
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
