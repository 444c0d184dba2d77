"""The rows A02-A16, A23-A28 and B01-B06 of the list of bad inputs, each under its name."""

import re
import time

import pytest

from reise.problems import Checked, Problem
from reise.source import Document, Mapping, Scalar, Sequence, compose, events

Found = list[tuple[str, int, int]]
TYPED = ["no", "NO", "ja", "yes", "on", "true", "null", "~", "0301", "0150", "12:30", "1:1:1", "2021-13-45"]
TYPED += ["2021-03-12", ".nan", ".inf", "-0", "1e400", "0x1f", "1_6", "="]


@pytest.fixture(autouse=True, params=["libyaml", "python"])
def _parser(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    if request.param == "python":
        monkeypatch.setattr(events, "FASTEST", events.PurePythonParser)


@pytest.fixture
def libyaml(_parser: None, request: pytest.FixtureRequest) -> None:
    if events.FASTEST is events.PurePythonParser:
        pytest.skip("as much is slow in pure Python")


def problems(source: str | bytes) -> tuple[Problem, ...]:
    data = source if isinstance(source, bytes) else source.encode()
    return tells_nothing(compose(data, "f.yaml")).problems


def tells_nothing(checked: Checked[Document]) -> Checked[Document]:
    """Hold that nothing but numbers and code points is in the problems."""
    for each in checked.problems:
        assert each.file == "f.yaml"
        for _, value in each.args:
            assert isinstance(value, int) or re.fullmatch(r"U\+[0-9A-F]{4,8}", value)
    return checked


def found(source: str | bytes) -> Found:
    return [(p.code, p.span.line, p.span.column) for p in problems(source) if p.span]


def tree(source: str | bytes) -> object:
    data = source if isinstance(source, bytes) else source.encode()
    checked = compose(data, "f.yaml")
    assert checked.ok, checked.problems
    assert checked.value
    return plain(checked.value.root)


def plain(node: Scalar | Sequence | Mapping) -> object:
    if isinstance(node, Scalar):
        return node.text
    if isinstance(node, Sequence):
        return [plain(item) for item in node.items]
    return {entry.key.text: plain(entry.value) for entry in node}


def in_no_time(source: bytes, seconds: float = 2) -> Found:
    start = time.process_time()
    result = found(source)
    assert time.process_time() - start < seconds
    return result


def test_a02_fifty_thousand_brackets() -> None:
    assert in_no_time(b"[" * 50_000) == [("R106", 1, 13)]


def test_a02_what_was_found_before_is_told_too() -> None:
    assert found(b"%A\n---\n" + b"[" * 50_000) == [("R110", 1, 1), ("R106", 3, 13)]


def test_a03_a_million_brackets() -> None:
    assert in_no_time(b"[" * 1_000_000) == [("R106", 1, 13)]


def test_a04_deep_mapping() -> None:
    deep = "".join(" " * depth + "a:\n" for depth in range(1000))
    assert in_no_time(deep.encode()) == [("R106", 13, 13)]


def test_a04_twelve_levels_are_fine() -> None:
    assert compose(b"[" * 12 + b"]" * 12, "f.yaml").ok


def test_a05_billion_laughs() -> None:
    laughs = "a: &a [x, x]\nb: &b [*a, *a]\nc: &c [*b, *b]\n"
    assert in_no_time(laughs.encode()) == [
        ("R107", 1, 4),
        ("R107", 2, 4),
        ("R107", 2, 8),
        ("R107", 2, 12),
        ("R107", 3, 4),
        ("R107", 3, 8),
        ("R107", 3, 12),
    ]


def test_a06_anchor_and_alias() -> None:
    assert found("tittel: &kari Jenta\nom: *kari\n") == [("R107", 1, 9), ("R107", 2, 5)]


def test_a07_recursive() -> None:
    assert found("&a [*a]") == [("R107", 1, 1), ("R107", 1, 5)]


def test_a08_fifty_thousand_anchors() -> None:
    result = in_no_time(b"".join(b"- &a%d x\n" % number for number in range(50_000)))
    assert result[0] == ("R107", 1, 3)
    assert len(result) == 100


def test_a09_merge_key() -> None:
    assert found("tittel: x\n<<: {om: y}\n") == [("R108", 2, 1)]


@pytest.mark.parametrize(
    ("source", "second", "first"),
    [
        ("alder: 13\nom: x\nalder: 14\n", (3, 1), (1, 1)),
        ("- krise: x\n  alder: 13\n  alder: 14\n", (3, 3), (2, 3)),
        ("kilde: {av: 3, slag: x, av: 4}\n", (1, 25), (1, 9)),
        ('alder: 13\n"alder": 14\n', (2, 1), (1, 1)),
        ("\u00e5r: 1\na\u030ar: 2\n", (2, 1), (1, 1)),
        ('\u00e5r: 1\n"a\\u030ar": 2\n', (2, 1), (1, 1)),
    ],
)
def test_a10_duplicate_key(source: str, second: tuple[int, int], first: tuple[int, int]) -> None:
    (only,) = problems(source)
    assert only.code == "R113"
    assert only.span
    assert (only.span.line, only.span.column) == second
    assert [(each.line, each.column) for each in only.related] == [first]


def test_a10_duplicate_key_leaves_the_first() -> None:
    checked = compose(b"alder: 13\nom: x\nalder: 14\n", "f.yaml")
    assert not checked.ok
    assert checked.value
    assert plain(checked.value.root) == {"alder": "13", "om": "x"}


def test_a11_number_and_text_are_one_key() -> None:
    assert found('1: x\n"1": y\n') == [("R113", 2, 1)]


def test_a12_python_object() -> None:
    assert found("a: !!python/object/apply:os.system [ls]\n") == [("R109", 1, 4)]


@pytest.mark.parametrize("tag", ["!foo", "!!binary", "!!set", "!!timestamp", "!", "!foo!bar", "!<x>"])
def test_a13_tags(tag: str) -> None:
    assert found(f"tittel: x\nom: {tag} tekst\n") == [("R109", 2, 5)]


@pytest.mark.parametrize(
    ("source", "place"),
    [
        ("? [a, b]\n: c\n", (1, 3)),
        ("? {a: b}\n: c\n", (1, 3)),
        ("? \n: x\n", (1, 2)),
        (": x\n", (1, 1)),
        ("a: {: x}\n", (1, 5)),
        ("{[a]: b}\n", (1, 2)),
        ('"": x\n', (1, 1)),
    ],
)
def test_a14_odd_keys(source: str, place: tuple[int, int]) -> None:
    assert found(source) == [("R114", *place)]


@pytest.mark.parametrize(
    ("source", "place"),
    [("a: b\n---\nc: d\n", (2, 1)), ("---\n---\nc: d\n", (2, 1)), ("a: b\n...\nc: d\n", (3, 1))],
)
def test_a15_two_documents(source: str, place: tuple[int, int]) -> None:
    assert found(source) == [("R111", *place)]


def test_a15_marks_around_one_document() -> None:
    assert tree("---\na: b\n...\n") == {"a": "b"}


@pytest.mark.parametrize("source", ["", "\n", "# bare en merknad\n", "---\n", "---\n...\n", "\ufeff", "  \n"])
def test_a16_empty(source: str) -> None:
    assert found(source) == [("R112", 1, 1)]


def test_a16_the_shape_is_judged_later() -> None:
    assert tree("bare tekst\n") == "bare tekst"
    assert tree("- en\n- to\n") == ["en", "to"]
    assert tree('""') == ""


def test_a23_tabs() -> None:
    assert found("hendelser:\n\t- krise: x\n\t- krise: y\n") == [("R116", 2, 1), ("R116", 3, 1)]
    assert found("hendelser:\n  \t- krise: x\n") == [("R116", 2, 3)]
    assert found("om: a\t b\n") == [("R116", 1, 6)]


def test_a23_what_follows_from_tabs_is_not_told() -> None:
    assert found("a:\n\tb: c\n    d: e\n") == [("R116", 2, 1)]
    assert found("a: b\tc\nd: e\nd: f\n") == [("R116", 1, 5), ("R113", 3, 1)]


@pytest.mark.parametrize(
    ("source", "place"),
    [
        ('om: "Kari gikk hjem\nstemme: ung\n', (1, 5)),
        ("om: 'Kari gikk hjem\nstemme: ung\n", (1, 5)),
        ('om: "Kari gikk hjem\nsitat: "hei"\n', (1, 5)),
        ("om: 'Kari's hus'\n", (1, 10)),
        ('om: "Kari" sa hun\n', (1, 10)),
        ('- "Kari" sa hun\n- x\n', (1, 8)),
        ('a: b\n"Kari" sa hun\nc: d\n', (2, 6)),
    ],
)
def test_a24_quotes(source: str, place: tuple[int, int]) -> None:
    assert found(source) == [("R117", *place)]


@pytest.mark.parametrize(
    ("source", "place"),
    [
        ("sitat: Mor sa: gå hjem\n", (1, 14)),
        ("om: x\n- \n", None),
        ("- sitat: Mor sa: gå\n", (1, 16)),
        ("- sitat: Mor sa:\n", (1, 16)),
        ("a: {sitat: Mor sa: gå, b: c}\n", (1, 18)),
        ("a: [b,\n  Mor sa: nå: gå]\n", (2, 13)),
        ("a: [mobbing:, far syk]\n", (1, 12)),
    ],
)
def test_a25_colon_in_text(source: str, place: tuple[int, int] | None) -> None:
    if place is None:
        assert "R118" not in {code for code, _, _ in found(source)}
    elif events.FASTEST is not events.PurePythonParser or ":," not in source:
        assert found(source) == [("R118", *place)]


@pytest.mark.parametrize(
    ("source", "place"),
    [
        ("sitat: nummer #1 her\n", (1, 15)),
        ("sitat: nummer # 1 her\n", (1, 15)),
        ("sitat: nummer  #1 her\n", (1, 16)),
        ("sitat: #metoo\n", (1, 8)),
        ("- #metoo\n", (1, 3)),
        ("sitat: en\n  to #3\n", (2, 6)),
        ("sitat: en #2\n  tre\nom: x\n", (1, 11)),
        ("a: b\nnummer #1: her\nc: d\n", (2, 8)),
        ("a: [b #1, c\n  ]\n", (1, 7)),
        ("a: {b: #1\n  }\n", (1, 8)),
    ],
)
def test_a26_text_lost_after_hash(source: str, place: tuple[int, int]) -> None:
    assert found(source) == [("R119", *place)]


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("sitat: nummer  # en merknad\n", {"sitat": "nummer"}),
        ("sitat: nummer  #\n", {"sitat": "nummer"}),
        ("# en #1\n  # to #2\nsitat: nr#1\n", {"sitat": "nr#1"}),
        ("sitat: 'nummer #1 her'\n", {"sitat": "nummer #1 her"}),
        ('sitat: "nummer" # merknad\n', {"sitat": "nummer"}),
        ("sitat: |\n  nummer #1\n", {"sitat": "nummer #1\n"}),
        ("hendelser: # her\n  - x\n", {"hendelser": ["x"]}),
        ("a: {b: c} # her\n", {"a": {"b": "c"}}),
    ],
)
def test_a26_no_text_is_lost(source: str, expected: object) -> None:
    assert tree(source) == expected


def test_a27_directives() -> None:
    assert found("%YAML 1.1\n---\na: b\n") == [("R110", 1, 1)]
    assert found("# x\n%TAG ! tag:x,2000:\n%FOO\n---\na: b\na: c\n") == [
        ("R110", 2, 1),
        ("R110", 3, 1),
        ("R113", 6, 1),
    ]
    assert found("a: b\n%FOO\n") == [("R110", 2, 1)]


def test_a28_too_many_nodes(libyaml: None) -> None:
    assert in_no_time(b"-\n" * 500_000, 5) == [("R115", 200_001, 2)]


@pytest.mark.parametrize("text", TYPED)
def test_b01_to_b04_text_stays_text(text: str) -> None:
    assert tree(f"svar: {text}\n{text}: svar\n") == {"svar": text, text: "svar"}


@pytest.mark.parametrize("source", ["[hvem?, hva?]", "hvem?", "-?", "[-?]", "a?b"])
def test_b05_a_question_mark_is_text(source: str) -> None:
    said = source.strip("[]").split(", ")
    assert tree(f"a: {source}\n") == {"a": said if source[0] == "[" else said[0]}


def test_b06_a_long_number_is_text() -> None:
    assert tree("tall: " + "9" * 50_000) == {"tall": "9" * 50_000}
