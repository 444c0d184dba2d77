"""The changes that are made to the source to try the tests."""

import pytest
from tests.mutants.changes import changed, changes
from tests.mutants.reach import functions_of


def made(source: str) -> set[str]:
    """Return every source that one is changed into."""
    data = source.encode()
    return {changed(data, each).decode() for place in changes(data).values() for each in place}


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("x = a < b", {"x = a <= b", "x = a >= b"}),
        ("x = (å) not in (b)", {"x = (å) in (b)"}),
        ("x = not a", {"x = a"}),
        ("x = a or b", {"x = a and b", "x = False or b", "x = a or False"}),
        ("x = a + [b]", {"x = a", "x = [b]"}),
        ("x = 1", {"x = 2", "x = (0)"}),
        ("x = True", {"x = False"}),
        ("x = 'å'", {"x = 'XX'"} | {"x = ''"}),
        ("x = a.strip(b)", {"x = a"}),
        ("f(a)", {"pass"}),
        ("x = a[b:c]", {"x = a[:c]", "x = a[b:]"}),
        ("def f(a: 'x') -> 'y':\n    'z'", set()),
        (
            "x = r'å|b|(?:c|d)(?=e)'",
            {
                "x = r'b|(?:c|d)(?=e)'",
                "x = r'å|(?:c|d)(?=e)'",
                "x = r'å|b'",
                "x = r'å|b|(?:d)(?=e)'",
                "x = r'å|b|(?:c)(?=e)'",
                "x = r'å|b|(?:c|d)'",
            },
        ),
        ("x = r'[|]a{2,3}\\b'", {"x = r'[|]a{3,3}\\b'", "x = r'[|]a{2,2}\\b'", "x = r'[|]a{2,3}'"}),
    ],
)
def test_what_is_changed(source: str, expected: set[str]) -> None:
    assert made(source) - {"x = 'XX'"} == expected - {"x = 'XX'"}


def test_what_runs_a_place() -> None:
    source = b"_A = 1\n_B = _A\nC = 2\ndef f():\n    return _B\n@g\ndef h():\n    return C\n"
    assert functions_of(source, 5, 6) == {4}
    assert functions_of(source, source.index(b"2"), source.index(b"2") + 1) is None
    at = source.index(b"C\n")
    assert functions_of(source, at, at + 1) == {6}
