"""The rooms whose tests are put to the proof, and which tests those are."""

from typing import NamedTuple


class Room(NamedTuple):
    """A folder of src/reise, the tests that are its own, and what in them is left out, being slow."""

    name: str
    tests: tuple[str, ...]
    left_out: tuple[str, ...] = ()


ROOMS = {
    each.name: each
    for each in (
        Room(
            "guard",
            ("tests/guard",),
            # These print, or try what has nothing to do with how the guard is written.
            (
                "test_planting.py",
                "test_consent_rules_what_is_made",
                "test_h17_without_approval",
                "test_d08_",
                "test_the_dictionary_is_what_the_script_makes",
                "test_the_same_words_give_the_same_bytes",
                "test_an_open_finding_lets_nothing_be_made",
            ),
        ),
        Room("source", ("tests/source", "tests/journey", "tests/test_cases.py")),
        Room("rules", ("tests/rules", "tests/journey", "tests/test_cases.py")),
    )
}
