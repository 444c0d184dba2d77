"""Every key and value knows its place, and every mistake is pointed at where it was made."""

import pytest
from tests.source.test_rows_yaml import found

from reise.problems import Span
from reise.source import Entry, Mapping, Scalar, Sequence, compose, events

SOURCE = """\
# en merknad
tittel: Jenta i kantina   # her
om: >-
  Fra skolevegring
  til læreplass


# mer
kilde: {slag: 'sammensatt', av: 3}
tom:
flere: [a, "b c" , [], d: e]
hendelser:
- krise: Slutter å gå
    på skolen
  alder:   13

-
- "to
  linjer"
# slutt
"""


@pytest.fixture(autouse=True, params=["libyaml", "python"])
def _parser(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    if request.param == "python":
        monkeypatch.setattr(events, "FASTEST", events.PurePythonParser)


def places(node: Scalar | Sequence | Mapping | Entry) -> list[tuple[str, tuple[int, int, int, int]]]:
    """Return what stands where, in the order of the file, lists as [] and mappings as {}."""
    if isinstance(node, Entry):
        return places(node.key) + places(node.value)
    at = node.span
    own = (at.line, at.column, at.end_line, at.end_column)
    if isinstance(node, Scalar):
        return [(node.text, own)]
    parts = node.items if isinstance(node, Sequence) else node.entries
    return [("[]" if isinstance(node, Sequence) else "{}", own), *(p for part in parts for p in places(part))]


def test_the_place_of_everything() -> None:
    value = compose(SOURCE.encode(), "f.yaml").value
    assert value
    assert places(value.root) == [
        ("{}", (2, 1, 19, 10)),
        ("tittel", (2, 1, 2, 7)),
        ("Jenta i kantina", (2, 9, 2, 24)),
        ("om", (3, 1, 3, 3)),
        ("Fra skolevegring til læreplass", (3, 5, 5, 16)),
        ("kilde", (9, 1, 9, 6)),
        ("{}", (9, 8, 9, 35)),
        ("slag", (9, 9, 9, 13)),
        ("sammensatt", (9, 15, 9, 27)),
        ("av", (9, 29, 9, 31)),
        ("3", (9, 33, 9, 34)),
        ("tom", (10, 1, 10, 4)),
        ("", (10, 5, 10, 5)),
        ("flere", (11, 1, 11, 6)),
        ("[]", (11, 8, 11, 29)),
        ("a", (11, 9, 11, 10)),
        ("b c", (11, 12, 11, 17)),
        ("[]", (11, 20, 11, 22)),
        ("{}", (11, 24, 11, 28)),
        ("d", (11, 24, 11, 25)),
        ("e", (11, 27, 11, 28)),
        ("hendelser", (12, 1, 12, 10)),
        ("[]", (13, 1, 19, 10)),
        ("{}", (13, 3, 15, 14)),
        ("krise", (13, 3, 13, 8)),
        ("Slutter å gå på skolen", (13, 10, 14, 14)),
        ("alder", (15, 3, 15, 8)),
        ("13", (15, 12, 15, 14)),
        ("", (17, 2, 17, 2)),
        ("to linjer", (18, 3, 19, 10)),
    ]


def test_places_count_characters_of_the_normalised_text() -> None:
    value = compose("\ufeffa\u030a: 😀\r\nb: 'x'\r\n".encode(), "f.yaml").value
    assert value
    assert places(value.root)[1:] == [
        ("å", (1, 1, 1, 2)),
        ("😀", (1, 4, 1, 5)),
        ("b", (2, 1, 2, 2)),
        ("x", (2, 4, 2, 7)),
    ]


def test_an_empty_value_stands_after_its_colon() -> None:
    value = compose(b"a: {b: , c:\n  , d}\n", "f.yaml").value
    assert value
    assert [place for text, place in places(value.root) if text == ""][:2] == [(1, 7, 1, 7), (1, 12, 1, 12)]


def test_an_empty_value_at_the_very_end() -> None:
    value = compose(b"a: b\n? c", "f.yaml").value
    assert value
    assert places(value.root)[-2:] == [("c", (2, 3, 2, 4)), ("", (2, 4, 2, 4))]


def test_an_empty_text_in_a_block_is_its_sign() -> None:
    value = compose(b"a: >\nb: |\n", "f.yaml").value
    assert value
    assert [place for text, place in places(value.root) if text == ""] == [(1, 4, 1, 5), (2, 4, 2, 5)]


def test_a_list_or_mapping_without_a_bracket_ends_with_its_last_part() -> None:
    value = compose(b"a:\n- b\n? c\n: [d: e , f]\n", "f.yaml").value
    assert value
    assert places(value.root)[2] == ("[]", (2, 1, 2, 4))
    assert places(value.root)[6] == ("{}", (4, 4, 4, 8))


def test_plain_says_whether_there_were_quotes() -> None:
    value = compose(b"a: [b, 'c', \"d\", ]\ne: |\n  f\ng:\n", "f.yaml").value
    assert value
    assert isinstance(value.root, Mapping)
    listed = value.root.entries[0].value
    assert isinstance(listed, Sequence)
    assert [item.plain for item in listed.items if isinstance(item, Scalar)] == [True, False, False]
    assert value.root.entries[1].value == Scalar("f\n", Span(2, 4, 3, 4), plain=False)
    assert value.root.entries[2].value == Scalar("", Span(4, 3, 4, 3))


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        # Indentation that fits nothing.
        ("a:\n    b: 1\n  c: 2\n", ("R122", 3, 3)),
        ("h:\n  - a: 1\n  b: 2\n", ("R122", 3, 3)),
        ("- a: 1\n   b: 2\n", ("R122", 2, 4)),
        ("tittel: Jenta\n  språk: nb\n", ("R122", 2, 3)),
        ("a: |\n    x\n  y\nb: c\n", ("R122", 3, 3)),
        ("c: d\n- a\n", ("R122", 2, 1)),
        # A line that is not word, colon, space.
        ("reise: 1\ntittel:Jenta\nspråk: nb\n", ("R120", 2, 1)),
        ("tittel Jenta\nspråk: nb\n", ("R120", 1, 1)),
        ("- tittel Jenta\n  språk: nb\n", ("R120", 1, 3)),
        ("sitat: tekst\nmer tekst\n", ("R120", 2, 1)),
        ('a: b\n"mer tekst"\nc: d\n', ("R120", 2, 1)),
        # A bracket that is not closed, rather than the line where that is noticed.
        ("a: [b, c\nd: e\nf: g\n", ("R123", 1, 4)),
        ("a: {b: c\nd: e\n", ("R123", 1, 4)),
        ("a: [b, c\n", ("R123", 1, 4)),
        ("a: {b: c\nd: [e, f]\n", ("R123", 1, 4)),
        ("a: {b: c,\nd: [e, f]\nh:\n  - g: i\n", ("R123", 1, 4)),
        ("h:\n  - a: x\n    b: {c: d\n    e: {f: g}\n", ("R123", 3, 8)),
        ("h:\n  - {a: x,\n  - {b: y}\n", ("R123", 2, 5)),
        ("a: {b: [c, d}\ne: f\n", ("R123", 1, 8)),
        ("a: [\n  b,\n  c\nd: [x]\n", ("R123", 1, 4)),
        # One that is closed is not to blame.
        ("a: {\n  b: c: d\n}\nd: e\n", ("R118", 2, 7)),
        ("a:\n  [b,\n  c: d: e]\n", ("R118", 3, 7)),
        ("a:\n  [b,\n\n  c: d: e]\n", ("R118", 4, 7)),
        ("a: {b: c}}\n", ("R120", 1, 10)),
        ("a: [b] og c\nd: e\n", ("R120", 1, 8)),
        # Texts that begin with a sign.
        ("a: @b\n", ("R120", 1, 4)),
        ("a: %b\n", ("R120", 1, 4)),
        ("a: `b\n", ("R120", 1, 4)),
        ("a: >tekst\n", ("R120", 1, 4)),
        ("a: *Viktig* sak\n", ("R107", 1, 4)),
        ("a: * sak\n", ("R107", 1, 4)),
        ("a: *viktig sak\n", ("R107", 1, 4)),
        ("a: & sak\n", ("R107", 1, 4)),
        ("*a : b\n", ("R107", 1, 1)),
        ("a: !Nei, takk\n", ("R109", 1, 4)),
        # A list on the line of its key.
        ("hendelser: - krise: x\n", ("R120", 1, 12)),
        # Backslashes in double quotes.
        ('a: "C:\\Qx"\n', ("R120", 1, 7)),
        ('a: "\\xzz"\n', ("R120", 1, 5)),
        ('a: "C:\\Nord"\n', ("R104", 1, 7)),
        ('a: "C:\\Qx', ("R120", 1, 7)),
        # Where the quotes are never closed, no backslash before the end is to blame.
        ('a: "b\\n', ("R117", 1, 4)),
        ('a: "b\\\n', ("R117", 1, 4)),
        ('a: "b\\"', ("R117", 1, 4)),
        ('a: "\\', ("R117", 1, 4)),
        ("a: 'b\\n", ("R117", 1, 4)),
        ("a: 'b\\\n", ("R117", 1, 4)),
        # A dash with nothing after it.
        ("h:\n  - a: 1\n  -b: 2\n", ("R121", 3, 3)),
        ("h:\n- a: 1\n-b: 2\n- c: 3\n", ("R121", 3, 1)),
        ("h:\n  -b: 2\n  - c: 3\n", ("R121", 2, 3)),
        ("h:\n  -mobbing\n  -far syk\n", ("R121", 2, 3)),
        ("-«hei»\n", ("R121", 1, 1)),
        ("a: b\n<<: c\n", ("R108", 2, 1)),
    ],
)
def test_the_cause_and_only_the_cause(source: str, expected: tuple[str, int, int]) -> None:
    assert found(source) == [expected]


@pytest.mark.parametrize(
    "source", ["a: -b\n", "a: -1\n", "- -b\n", "a: 'x\n  -b'\n", "a: |\n  -b\n", "a: x-b\n"]
)
def test_a_dash_that_may_be_meant(source: str) -> None:
    assert found(source) == []


def test_all_that_can_be_found_in_one_go() -> None:
    source = "a: 1\na: 2\nb: x #1\nc: &k y\nd: K\u200bari\ne: Mor sa: gå\nf: 'ikke lest\n"
    assert found(source) == [
        ("R113", 2, 1),
        ("R119", 3, 6),
        ("R107", 4, 4),
        ("R105", 5, 5),
        ("R118", 6, 10),
        ("R117", 7, 4),
    ]


def test_a_list_of_nothing_ends_no_earlier_than_it_begins() -> None:
    document = compose(b"tall:\n  - \nroller:\n  - x\n", "samling.yaml").value
    assert document is not None
    assert isinstance(document.root, Mapping)
    assert document.root.entries[0].value.span == Span(2, 3, 2, 4)
