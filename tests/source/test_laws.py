"""What holds for every tree and for every file."""

import random
import re
import unicodedata

import yaml
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.source.test_rows_yaml import plain, tells_nothing

from reise.problems import Span
from reise.source import Mapping, Scalar, Sequence, characters, compose

EXAMPLE = """\
reise: 1
tittel: Jenta i kantina
# en kommentar #1
kilde: {slag: sammensatt, av: 3}
på tross av: [mobbing, far syk, "mor's venn"]
hendelser:
  - milepæl: Ungdomsskolen  # her
    alder: 13
  - krise: >-
      Slutter å gå
      på skolen?

    varer: 1-2 år
  - sitat: 'Det var "første" gang
      noen ventet'
    vendepunkt:
      retning: opp
  - x
"""
PIECES = [
    "\n",
    "\n  ",
    " ",
    ": ",
    "- ",
    "-x",
    " #",
    "  # ",
    "'",
    '"',
    "[",
    "]",
    "{",
    "}",
    ",",
    "?",
    "!t ",
    "&a ",
]
PIECES += [
    "*a",
    "|",
    ">",
    "%",
    "@",
    "---\n",
    "...\n",
    "\t",
    "\\",
    '"\\ud800"',
    "\xa0",
    "\u200b",
    "\u030a",
    "\0",
]
PIECES += ["<<: ", "\r", "\x85", "\u2028", "\ufeff", "😀"]


def writable(text: str) -> bool:
    """Return whether a text can be written in a file and means itself there."""
    return (
        unicodedata.is_normalized("NFC", text)
        and re.search(characters._FAULTS, text) is None
        and (text[:1] != "-" or text[1:2] in ("", "-", " ") or text[1:2].isdigit())
    )


TEXTS = st.text(
    st.one_of(
        st.sampled_from(" \n'\"#:-?[]{}&*!|>%@`,\\~="),
        st.characters(codec="utf-8", categories=["L", "N", "P", "S"]),
    ),
    max_size=40,
).filter(writable)
WORDS = TEXTS.filter(lambda text: text not in ("", "<<"))
TREES = st.recursive(
    TEXTS,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(WORDS, inner, max_size=4),
    max_leaves=12,
).filter(lambda tree: depth(tree) <= 12)


def depth(tree: object) -> int:
    if isinstance(tree, str):
        return 0
    inner = tree.values() if isinstance(tree, dict) else tree
    return 1 + max(map(depth, inner), default=0)  # type: ignore[call-overload]


def cut(text: str, span: Span) -> str:
    """Return what stands at a place of a text, measured in the plainest way."""
    lines = text.split("\n")[span.line - 1 : span.end_line]
    lines[-1] = lines[-1][: span.end_column - 1]
    lines[0] = lines[0][span.column - 1 :]
    return "\n".join(lines)


def hold_places(node: Scalar | Sequence | Mapping, text: str) -> None:
    """Hold that every text stands at its place, and that parts stand within the whole, in order."""
    if isinstance(node, Scalar):
        piece = cut(text, node.span)
        if node.plain and "\n" not in piece:
            assert piece == node.text
        else:
            assert yaml.load(piece, yaml.CBaseLoader) == node.text
        return
    at = Span(node.span.line, node.span.column, node.span.line, node.span.column)
    parts = node.items if isinstance(node, Sequence) else [p for e in node for p in (e.key, e.value)]
    for part in parts:
        hold_places(part, text)
        assert (at.end_line, at.end_column) <= (part.span.line, part.span.column)
        at = part.span
    assert (at.end_line, at.end_column) <= (node.span.end_line, node.span.end_column)


def hold_file(data: bytes) -> None:
    """Hold what holds for any bytes: no exception, problems in order that point into the text."""
    checked = tells_nothing(compose(data, "f.yaml"))
    assert (checked.value is not None) or checked.problems
    assert list(checked.problems) == sorted(checked.problems, key=lambda each: (each.span, each.code))
    try:
        lines = characters.normalised(data).split("\n")
    except UnicodeDecodeError:
        assert [each.code for each in checked.problems] == ["R103"]
        return
    for each in checked.problems:
        assert each.span
        assert 1 <= each.span.line <= each.span.end_line <= len(lines)
        assert 1 <= each.span.column <= len(lines[each.span.line - 1]) + 1
        assert 1 <= each.span.end_column <= len(lines[each.span.end_line - 1]) + 1


@given(TREES, st.sampled_from([True, False, None]), st.sampled_from([20, 80, 1000]))
def test_what_is_written_is_read(tree: object, flow: bool | None, width: int) -> None:
    text = yaml.safe_dump(tree, allow_unicode=True, sort_keys=False, default_flow_style=flow, width=width)
    checked = compose(text.encode(), "f.yaml")
    assert checked.ok, checked.problems
    assert checked.value
    assert plain(checked.value.root) == tree
    hold_places(checked.value.root, checked.value.text)


@given(st.binary(max_size=300))
def test_any_bytes(data: bytes) -> None:
    hold_file(data)


@given(st.lists(st.sampled_from([*PIECES, "a", "å b"]), max_size=40))
def test_any_signs(pieces: list[str]) -> None:
    hold_file("".join(pieces).encode())


@settings(max_examples=300)
@given(
    st.lists(st.tuples(st.integers(0, len(EXAMPLE)), st.integers(0, 3), st.sampled_from(PIECES)), max_size=4)
)
def test_any_typing_error(changes: list[tuple[int, int, str]]) -> None:
    text = EXAMPLE
    for at, gone, piece in changes:
        text = text[:at] + piece + text[at + gone :]
    hold_file(text.encode())


def test_large_and_hostile_files() -> None:
    # One second each is far more than they take; without limits several never end.
    chance = random.Random(7)
    for piece in [
        *PIECES,
        "a: ",
        "- ",
        "- &a b\n",
        "{a: ",
        "a #b\n",
        '"\\u0301\\u0316',
        "\u0301\u0316",
        "? ",
    ]:
        hold_file((piece * 60_000).encode()[:200_000])
        hold_file("".join(chance.choices([piece, "a", "\n"], k=30_000)).encode())
