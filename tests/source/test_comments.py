"""Comments are what follows a # that is in no text; each knows where it stands."""

import pytest

from reise.source import compose
from reise.source.comments import Comment, comments, texts
from reise.source.document import Scalar


def found(source: str) -> list[Comment]:
    checked = compose(source.encode(), "f.yaml")
    assert checked.value, checked.problems
    return list(comments(checked.value))


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("a: b\n", []),
        ("# en \na: b\n", [Comment(1, 1, "# en", True)]),
        ("a: b  # en # to\n", [Comment(1, 7, "# en # to", False)]),
        ("a:\n  # en\n  - b\n", [Comment(2, 3, "# en", True)]),
        ("--- # en\na: b\n... # to\n", [Comment(1, 5, "# en", True), Comment(3, 5, "# to", True)]),
        ("a: 'b # c'  # en\n", [Comment(1, 13, "# en", False)]),
        ("'a # b': c\n", []),
        ("a: |  # en\n  b # c\n  # d\ne: f\n", [Comment(1, 7, "# en", False)]),
        ("a: >-\n  b # c\n# en\n", [Comment(3, 1, "# en", True)]),
        ("a: 'b\n  # c\n  d # e'  # en\n", [Comment(3, 11, "# en", False)]),
        ("a: 'b # c\n  d'  # en\n", [Comment(2, 7, "# en", False)]),
        ("a: >-  # en\n  b # c\n", [Comment(1, 8, "# en", False)]),
        ("'a\n# b'\n", []),
        ("a: nr#\n", []),
        ("a: nr#1\n", []),
        ("a: [b, 'c # d', e]  # en\n", [Comment(1, 21, "# en", False)]),
        ("a: '|'  # en\n", [Comment(1, 9, "# en", False)]),
    ],
)
def test_comments(source: str, expected: list[Comment]) -> None:
    assert found(source) == expected


def test_every_text_is_told_keys_too() -> None:
    value = compose(b"a: [b, {c: d}]\ne: ''\n", "f.yaml").value
    assert value
    assert sorted(each.text for each in texts(value.root)) == ["", "a", "b", "c", "d", "e"]
    assert [each.text for each in texts(Scalar("x", value.root.span))] == ["x"]
