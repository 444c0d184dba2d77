"""The rows A01, A17-A22, A29, A30, B13 and E20 of the list of bad inputs, each under its name."""

import hashlib
import os
import unicodedata
from pathlib import Path

import pytest
from tests.source.test_rows_yaml import found, in_no_time, plain, problems, tree

from reise.source import Mapping, compose, events, file, read

#: The first and the last of the marks of each script that can be piled up.
MARKS = {"\u0300": "\u036f", "\u0483": "\u0489", "\u0591": "\u05bd", "\u0610": "\u061a", "\u064b": "\u065f"}
MARKS |= {"\u06d6": "\u06dc", "\u0e34": "\u0e3a", "\u0e47": "\u0e4e", "\u1ab0": "\u1aff", "\u1dc0": "\u1dff"}
MARKS |= {"\u20d0": "\u20ff", "\ufe20": "\ufe2f"}


@pytest.fixture(autouse=True, params=["libyaml", "python"])
def _parser(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    if request.param == "python":
        monkeypatch.setattr(events, "FASTEST", events.PurePythonParser)


@pytest.fixture
def libyaml(_parser: None, request: pytest.FixtureRequest) -> None:
    if events.FASTEST is events.PurePythonParser:
        pytest.skip("as much is slow in pure Python")


def test_a01_too_large(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(file, "Composer", None)
    assert [p.code for p in problems(b"a" * 1_000_001)] == ["R102"]


def test_a01_too_large_is_not_read_to_its_end(tmp_path: Path) -> None:
    path = tmp_path / "f.yaml"
    with path.open("wb") as stream:
        stream.truncate(10**12)
    assert [p.code for p in read(path, "f.yaml").problems] == ["R102"]


def test_a01_just_not_too_large(libyaml: None) -> None:
    assert len(str(tree(b"a" * 1_000_000))) == 1_000_000


def test_a17_byte_order_mark() -> None:
    checked = compose(b"\xef\xbb\xbftittel: x\n", "f.yaml")
    assert checked.value
    assert checked.value.text == "tittel: x\n"
    assert isinstance(checked.value.root, Mapping)
    assert checked.value.root.entries[0].key.span.column == 1
    assert found("\ufeffa: b\na: c\n") == [("R113", 2, 1)]


@pytest.mark.parametrize(
    ("source", "offset", "place"),
    [
        ("tittel: gå".encode("latin-1"), 9, (1, 10)),
        ("a: b\nå".encode("utf-16"), 0, (1, 1)),
        ("a: ø\r\nb: ".encode() + b"\xff", 10, (2, 4)),
        (b"a: \xed\xa0\x80", 3, (1, 4)),
    ],
)
def test_a18_not_utf8(source: bytes, offset: int, place: tuple[int, int]) -> None:
    (only,) = problems(source)
    assert found(source) == [("R103", *place)]
    assert only.args == (("offset", offset),)


def test_a19_nul() -> None:
    (only,) = problems("tittel: a\0b\n")
    assert found("tittel: a\0b\n") == [("R104", 1, 10)]
    assert only.args == (("codepoint", "U+0000"),)


@pytest.mark.parametrize(
    ("character", "code"),
    [
        *((each, "R104") for each in "\x07\x7f\x9f\ufffe\uf0b7"),
        *((each, "R105") for each in "\u202e\u200b\ufeff\u00ad\ufe0f\u2060\U000e0041"),
    ],
)
def test_a20_characters_nobody_sees(character: str, code: str) -> None:
    name = f"U+{ord(character):04X}"
    for source, column in (
        (f"om: Ka{character}ri", 7),
        (f"# Ka{character}ri\nom: x", 5),
        (f"Ka{character}ri: x", 3),
        (f'om: "Ka\\U{ord(character):08x}ri"', 8),
    ):
        (only,) = problems(source)
        assert found(source) == [(code, 1, column)]
        assert only.args == (("codepoint", name),)


def test_a20_does_not_hide_what_else_is_wrong() -> None:
    source = "om: Ka\u200bri\nom: x\nsitat: Mor sa: gå\n"
    assert found(source) == [("R105", 1, 7), ("R113", 2, 1), ("R118", 3, 14)]


def test_a20_at_the_start_of_a_line() -> None:
    assert found("\u200bom: x\nsitat: Mor sa: gå\n") == [("R105", 1, 1), ("R118", 2, 14)]
    assert found("om:\n\u200b  - x\n  - y\nom: z\n") == [("R105", 2, 1)]


def test_a20_the_tree_is_without_them() -> None:
    value = compose('al\u00adder: 1\u200b6\nom: "a\\u202eb"\n'.encode(), "f.yaml").value
    assert value
    assert plain(value.root) == {"alder": "16", "om": "ab"}


def test_a21_half_a_character() -> None:
    assert found('om: "a\\ud800"\n') == [("R104", 1, 7)]
    assert problems('om: "a\\ud800"\n')[0].args == (("codepoint", "U+D800"),)
    assert found('om: "\\U00110000"\n') == [("R104", 1, 6)]


@pytest.mark.parametrize("line_end", ["\r", "\r\n", "\n"])
def test_a22_line_ends(line_end: str) -> None:
    source = line_end.join(["a: b", "c: |", "  d", "  e", "a: f"])
    assert found(source) == [("R113", 5, 1)]
    value = compose(source.encode(), "f.yaml").value
    assert value
    assert "\r" not in value.text
    assert plain(value.root) == {"a": "b", "c": "d\ne\n"}


@pytest.mark.parametrize("character", ["\x85", "\u2028", "\u2029"])
def test_a22_other_line_ends(character: str) -> None:
    assert found(f"a: b{character}c: d\na: e\n")[0] == ("R104", 1, 5)


def test_a22_other_line_ends_do_not_count_as_lines() -> None:
    assert found("a: 'b\x85c'\na: e\n") == [("R104", 1, 6), ("R113", 2, 1)]


def test_a29_only_regular_files(tmp_path: Path) -> None:
    real = tmp_path / "real.yaml"
    real.write_text("a: b\n")
    link, pipe = tmp_path / "link.yaml", tmp_path / "pipe.yaml"
    link.symlink_to(real)
    os.mkfifo(pipe)
    (tmp_path / "dangling.yaml").symlink_to(tmp_path / "nowhere")
    assert [(p.code, p.span, p.args) for p in read(tmp_path / "none.yaml").problems] == [("R124", None, ())]
    for path in (link, pipe, tmp_path, tmp_path / "dangling.yaml"):
        assert [(p.code, p.span, p.args) for p in read(path, "f.yaml").problems] == [("R101", None, ())]
    for name in ("/dev/zero", "/dev/null", "/dev/tty", "a\0b", "x" * 5000):
        assert [p.code for p in read(Path(name), "f.yaml").problems] == ["R101"]
    assert read(real).ok


def test_a29_no_link_is_followed_where_the_system_has_no_word_for_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "real.yaml").write_text("a: b\n")
    (tmp_path / "link.yaml").symlink_to("real.yaml")
    monkeypatch.delattr(os, "O_NOFOLLOW")
    monkeypatch.setattr(file, "_FLAGS", os.O_RDONLY)
    assert [p.code for p in read(tmp_path / "link.yaml").problems] == ["R101"]
    assert read(tmp_path / "real.yaml").ok


def test_a29_the_shown_path() -> None:
    assert read(Path("none/f.yaml")).problems[0].file == "none/f.yaml"
    assert read(Path("none/f.yaml"), "f.yaml").problems[0].file == "f.yaml"


def test_a30_read_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "f.yaml"
    path.write_bytes(b"\xef\xbb\xbfa: b\r\n")
    opened = []
    really_open = os.open

    def counted(*args: object, **kwargs: object) -> int:
        opened.append(args[0])
        return really_open(*args, **kwargs)  # type: ignore[arg-type]

    monkeypatch.setattr(os, "open", counted)
    value = read(path, "f.yaml").value
    path.write_text("changed")
    assert value
    assert opened == [path]
    assert (value.file, value.text) == ("f.yaml", "a: b\n")
    assert value.sha256 == hashlib.sha256(b"\xef\xbb\xbfa: b\r\n").hexdigest()


def test_b13_decomposed_letters() -> None:
    value = compose("a\u030ar: Ba\u030ade \ufb01 \uff11\uff15\n".encode(), "f.yaml").value
    assert value
    assert plain(value.root) == {"\u00e5r": "B\u00e5de \ufb01 \uff11\uff15"}
    assert value.text == "\u00e5r: B\u00e5de \ufb01 \uff11\uff15\n"


@pytest.mark.parametrize("plane", range(17))
@pytest.mark.parametrize("last", [0xFFFE, 0xFFFF])
def test_a20_what_is_no_character_in_any_plane(plane: int, last: int) -> None:
    assert found(f"om: x{chr(plane * 0x10000 + last)}y\n") == [("R104", 1, 6)]


#: First and last of each stretch of what shows nothing though Unicode does not call it a format character.
BLANK = "\u034f\u115f\u1160\u17b4\u17b5\u180b\u180f\u2065\u2800\u3164\ufe00\ufe0f\uffa0\ufff0\ufff8"
BLANK += "\U000e0000\U000e0fff"


def test_a20_whatever_shows_nothing() -> None:
    every = map(chr, range(0x110000))
    for each in [*(each for each in every if unicodedata.category(each) == "Cf"), *BLANK]:
        assert found(f"om: x{each}y\n") == [("R105", 1, 6)], hex(ord(each))


def test_a20_whatever_is_private_or_steers_a_printer() -> None:
    controls = {each for each in map(chr, range(0x100)) if unicodedata.category(each) == "Cc"} - set("\t\n\r")
    for each in [*controls, *"\u2028\u2029\ue000\uf8ff\ufdd0\ufdef\ufffc\ufffd\U000f0000\U0010fffd"]:
        assert found(f"om: x{each}y\n") == [("R104", 1, 6)], hex(ord(each))


def test_a20_what_is_written_in_any_script_may_be(libyaml: None) -> None:
    seen = (each for each in map(chr, range(0x110000)) if unicodedata.category(each)[0] in "LNPS")
    signs = sorted(set(seen) - set(BLANK) - set("\ufffc\ufffd"))
    assert found("om: |\n" + "".join(f"  {each}\n" for each in signs)) == []


@pytest.mark.parametrize("first", MARKS)
def test_e20_marks_of_any_script(first: str) -> None:
    for mark in (first, MARKS[first]):
        assert found(f"om: g{mark * 3}\n") == []
        assert found(f"om: g{mark * 4}\n") == [("R104", 1, 5)]


def test_e20_piled_up_marks() -> None:
    assert found("om: z" + "\u0316" * 3 + "\n") == []
    assert found("om: z" + "\u0316" * 4 + "\n") == [("R104", 1, 5)]
    assert in_no_time(("om: z" + "\u0301\u0316" * 200_000).encode()) == [("R104", 1, 5)]
    assert found('om: "z' + "\\u0316" * 4 + '"\n') == [("R104", 1, 5)]


def test_e20_the_first_of_the_marks_is_named() -> None:
    [one] = problems('om: "z' + "\\u0316\\u0317\\u0318\\u0319" + '"\n')
    assert dict(one.args) == {"codepoint": "U+0316"}


@pytest.mark.skipif(os.name != "posix", reason="elsewhere names are text")
def test_a_name_that_is_no_text_can_be_told() -> None:
    [missing] = read(Path(os.fsdecode(b"none/\xff.yaml"))).problems
    assert (missing.code, missing.file) == ("R124", "none/\ufffd.yaml")


def test_nbsp_where_a_space_must_be() -> None:
    assert found("tittel:\xa0Jenta\n") == [("R105", 1, 8)]
    assert found("hendelser:\n\xa0\xa0- krise: x\n  -\xa0krise: y\n") == [("R105", 2, 1), ("R105", 3, 4)]
    assert tree("tittel: 15\xa0år\n") == {"tittel": "15\xa0år"}
