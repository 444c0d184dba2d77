"""Laws of `reise fix`: what is certain is put right, and every other byte stays what it was."""

from codecs import BOM_UTF8
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.support import cases

from reise.editing import better_line, corrected, corrections
from reise.editing.certain import slips
from reise.editing.edits import Edit, applied
from reise.pipeline import tell_text
from reise.problems import Problem

HEAD = "reise: 1\ntittel: Prøve\nhendelser:\n"


def look(data: bytes) -> tuple[Problem, ...]:
    return tell_text(data, Path("prove.yaml")).problems


def fixed(text: str) -> str:
    """Return the events of a journey after what is certain was put right, and see that it was all."""
    made = corrected((HEAD + text).encode(), look)
    assert made.left == ()
    assert made.count
    return made.data.decode().removeprefix(HEAD)


CERTAIN = {
    "a misspelt key": ("  - krise: A\n    aldr:  13  # ca\n", "  - krise: A\n    alder:  13  # ca\n"),
    "letters swapped": ("  - tjenetse: A\n", "  - tjeneste: A\n"),
    "English key misspelt": ("  - krise: A\n    efect: hjalp\n", "  - krise: A\n    effect: hjalp\n"),
    "a misspelt value": ("  - krise: A\n    virkning: hjlp\n", "  - krise: A\n    virkning: hjalp\n"),
    "no blank after a dash": ("  -krise: A\n  -ønske: B\n", "  - krise: A\n  - ønske: B\n"),
    "no colon": ("  - krise: A\n    alder 13\n    varer: 1 år\n", None),
    "no blank after a colon": ("  - krise: A\n    virkning: {ung:hjalp}\n", None),
    "a tab for indentation": ("  - krise: A\n\talder: 13\n", "  - krise: A\n    alder: 13\n"),
    "a tab in a text": ("  - krise:\tA\tB\n", "  - krise: A B\n"),
    "a colon in a text": ("  - sitat: Mor sa: gå hjem\n", '  - sitat: "Mor sa: gå hjem"\n'),
    "smart quotes about a text": ("  - sitat: “Mor sa: gå hjem”\n", '  - sitat: "Mor sa: gå hjem"\n'),
    "smart quotes about a value": (
        "  - krise: A\n    virkning: “hjalp”\n",
        "  - krise: A\n    virkning: hjalp\n",
    ),
    "quotes in quotes": (
        '  - sitat: "Hun sa "nei" til meg"\n',
        "  - sitat: 'Hun sa \"nei\" til meg'\n",
    ),
    "quotes at the start": ('  - sitat: "Kom" sa hun\n', "  - sitat: '\"Kom\" sa hun'\n"),
    "a quote that is never closed": (
        '  - sitat: "Kom inn\n  - krise: A\n',
        '  - sitat: "Kom inn"\n  - krise: A\n',
    ),
    "a star": ("  - sitat: *sukk* sa hun\n", '  - sitat: "*sukk* sa hun"\n'),
    "an at sign": ("  - sitat: @los kom\n", '  - sitat: "@los kom"\n'),
    "an exclamation mark": ("  - sitat: !Endelig kom hun\n", '  - sitat: "!Endelig kom hun"\n'),
    "a sign nobody sees": ("  - krise: Sov\u200ber\n", "  - krise: Sover\n"),
    "non-breaking indentation": ("  - krise: A\n  \xa0 alder: 13\n", "  - krise: A\n    alder: 13\n"),
    "non-breaking after a colon": ("  - krise:\xa0A\n", "  - krise: A\n"),
    "a dash from Windows": ("  - krise: A \x96 B\n", "  - krise: A – B\n"),
    "two at once": ("  -krise: Mor sa: gå\n    aldr: 13\n", '  - krise: "Mor sa: gå"\n    alder: 13\n'),
}


@pytest.mark.parametrize("name", [each for each, (_, after) in CERTAIN.items() if after])
def test_what_is_certain_is_put_right(name: str) -> None:
    before, after = CERTAIN[name]
    assert fixed(before) == after


@pytest.mark.parametrize(
    "text",
    [
        # Meanings that differ by one letter are no slips.
        "  - krise: A\n    rekkefølge: kjent\n",
        # A key before the second colon: two lines made one.
        "  - krise: A alder: 13\n",
        # Text or comment?
        "  - krise: Avdeling #3\n",
        # Reference or text?
        "  - krise: *los\n",
        "  - krise: &los Sover ikke\n",
        # A date, a contradiction, an id: only a person knows.
        "  - krise: A\n    alder: 2014\n",
        "  - krise: A\n    alder: 16\n  - krise: B\n    alder: 10\n",
        "  - krise: A\n    id: Losen\n",
        # Two short words away from each other.
        "  - krise: A\n    fse: B\n",
        # In brackets.
        "  - krise: A\n    vendepunkt: {retning: opp, gjorde forskjell: hun sa: kom}\n",
        # The key is there already.
        "  - krise: A\n    alder: 13\n    aldr: 14\n",
    ],
)
def test_what_is_not_certain_is_left_alone(text: str) -> None:
    made = corrected((HEAD + text).encode(), look)
    assert made.data.decode() == HEAD + text
    assert made.count == 0
    assert made.left


@pytest.mark.parametrize("path", cases.bad(), ids=lambda path: path.stem)
def test_lines_without_a_problem_are_never_touched(path: Path) -> None:
    def seen(data: bytes) -> tuple[Problem, ...]:
        return tell_text(data, path).problems

    data = path.read_bytes()
    made = corrected(data, seen)
    wrong = {each.span.line for each in seen(data) if each.span}
    one, other = data.decode().split("\n"), made.data.decode().split("\n")
    if len(one) == len(other):
        assert {n for n, (was, now) in enumerate(zip(one, other, strict=True), 1) if was != now} <= wrong
    else:
        assert [each for each in other if each != "reise: 1"] == one
    assert (made.data == data) == (made.count == 0)
    assert corrected(made.data, seen).count == 0


@pytest.mark.parametrize("path", [*cases.journeys(), *cases.good()], ids=lambda path: path.stem)
def test_a_file_without_problems_is_never_touched(path: Path) -> None:
    made = corrected(path.read_bytes(), lambda data: tell_text(data, path).problems)
    assert (made.data, made.count, made.left) == (path.read_bytes(), 0, ())


@given(
    st.lists(
        st.sampled_from(["  # ære\u0301nd", "", "    merker:   [ a,b ]", "    id:  'a'   "]), unique=True
    ),
    st.sampled_from(["\n", "\r\n", "\r"]),
    st.sampled_from([b"", BOM_UTF8]),
    st.integers(0, 3),
)
def test_every_other_byte_stays_what_it_was(around: list[str], end: str, mark: bytes, blanks: int) -> None:
    def file(key: str) -> bytes:
        lines = [
            *HEAD.split("\n")[:-1],
            "  - krise:   A\u030a sove" + " " * blanks,
            *around,
            f"    {key}:  13",
            "",
        ]
        return mark + end.join(lines).encode()

    made = corrected(file("aldr"), look)
    assert made.data == file("alder")
    assert made.left == ()


@given(st.text("aåæ\u030a\u0301 ", max_size=12), st.integers(0, 12), st.integers(0, 12))
def test_an_edit_reaches_its_place_however_letters_are_composed(text: str, one: int, other: int) -> None:
    from reise.source.characters import normalised

    line = normalised(("x" + text).encode())
    start, end = sorted((min(one, len(line)), min(other, len(line))))
    made = applied(("x" + text).encode(), [Edit(1, start + 1, end + 1, "|")])
    assert normalised(made) == line[:start] + "|" + line[end:]


def test_a_file_of_windows_or_in_utf16_becomes_utf8() -> None:
    text = HEAD + "  - ønske: Å få være i fred – «nå»\r\n"
    for encoding in ("cp1252", "utf-16"):
        made = corrected(text.encode(encoding), look)
        assert made.data.decode("utf-8") == text
        assert made.left == ()
    lost = HEAD.encode() + b"  - krise: \xc3\xa5 \xff\n"
    assert corrected(lost, look).data == lost


def test_a_file_that_does_not_say_its_version_gets_the_line() -> None:
    text = "tittel: A\r\nhendelser:\r\n  - krise: B\r\n"
    assert corrected(text.encode(), look).data.decode() == "reise: 1\r\n" + text
    later = "reise: 2\ntittel: A\nhendelser:\n  - krise: B\n"
    assert corrected(later.encode(), look).data.decode() == later


def test_the_line_as_it_should_read() -> None:
    data = (HEAD + "  - sitat: Mor sa: gå\n").encode()
    [found] = corrections(data, look(data), look)
    assert better_line(found, data) == (4, '  - sitat: "Mor sa: gå"')


@given(st.text("abc", max_size=6), st.text("abc", max_size=6))
def test_slips_are_counted_alike_both_ways(one: str, other: str) -> None:
    assert slips(one, other) == slips(other, one)
    assert (slips(one, other) == 0) == (one == other)
    assert abs(len(one) - len(other)) <= slips(one, other) <= max(len(one), len(other))
