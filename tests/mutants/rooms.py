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
            # These print, start the program, or try what has little to do with how the guard is written.
            (
                "test_planting.py",
                "test_rows_d.py",
                "test_approval.py",
                "test_standing.py",
                "test_c31_what_is_planted_is_found",
                "test_six_hundred_cases",
                "test_the_dictionary_is",
                "test_the_same_words_give_the_same_bytes",
            ),
        ),
        Room("source", ("tests/source", "tests/journey", "tests/test_cases.py")),
        Room("rules", ("tests/rules", "tests/journey", "tests/test_cases.py")),
    )
}
