"""Where each slip begins and ends, by itself and together with others, with either parser."""

import pytest
from tests.source.marked import TEXTS

from reise.source import compose, events
from reise.source.characters import composed
from reise.source.comments import texts


@pytest.fixture(autouse=True, params=["libyaml", "python"])
def _parser(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    if request.param == "python":
        monkeypatch.setattr(events, "FASTEST", events.PurePythonParser)


def test_of_indentation_by_tabs_nothing_is_told_but_that() -> None:
    assert compose(b"a:\n\t- b\n", "f.yaml").value is None
    assert compose(b"a: b\tc\n", "f.yaml").value


@pytest.mark.parametrize(
    ("line", "slip"),
    [
        ("d: *e", ("R107", 4)),
        ("d: * e", ("R107", 4)),
        ("d: !e f", ("R109", 4)),
        ("d: !e! f", ("R109", 4)),
        ("–  d: e", ("R125", 1)),
        ("d: 'e' f", ("R117", 6)),
        ("d: e: f", ("R118", 5)),
        ("d: e #f", ("R119", 6)),
        ("d: [e", ("R123", 4)),
        ("d: @e", None),
    ],
)
def test_signs_do_not_hang_on_the_indentation_above_them(line: str, slip: tuple[str, int] | None) -> None:
    problems = compose(f"h:\n\ta: b\n{line}\n".encode(), "f.yaml").problems
    told = [(each.code, each.span.line, each.span.column) for each in problems if each.span]
    assert told == [("R116", 2, 1)] + ([(slip[0], 3, slip[1])] if slip else [])


def test_a_mark_too_many_is_not_kept() -> None:
    base, mark = "\u0915", "\u0316"
    assert composed((base + mark * 30) * 2) == (base + mark * 30) * 2
    assert composed((base + mark * 31) * 2) == (base + mark * 30) * 2
    assert composed(base + mark * 31) == base + mark * 30


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("a: b\x07c\n", "bc"),
        ("a: b\u200bc\n", "bc"),
        ("a:\u00a0bc\n", "bc"),
        ("a: bc\na: d\n", "bc"),
        ("– a: bc\n", "bc"),
        ("\u200ba: bc\n", "bc"),
        ("-\tbc\n", "bc"),
        ("a\t: bc\n", "bc"),
        ("a: bc\nd: e: f\n", "bc"),
        ("a: bc\nd: 'e' f\n", "bc"),
        ("a: bc\nd: [e\n", "bc"),
        ("a: bc\nd: @e\n", "bc"),
        ("a: bc\nd: *e\n", "bc"),
        ("a: bc\nd: !e f\n", "bc"),
        ("a: bc\nd: e #f\n", "bc"),
        ("a: [bc]\nd:\n  -e\n", "bc"),
    ],
)
def test_behind_a_slip_of_one_line_the_rest_is_read(text: str, kept: str) -> None:
    checked = compose(text.encode(), "f.yaml")
    assert not checked.ok
    assert checked.value
    assert kept in {each.text for each in texts(checked.value.root)}


@pytest.mark.parametrize(("slips", "told"), [(19, 19), (20, 20), (21, 20)])
def test_a_file_is_read_on_in_twenty_times(slips: int, told: int) -> None:
    checked = compose("".join(f"a{number}: b: c\n" for number in range(slips)).encode(), "f.yaml")
    assert len(checked.problems) == told
    assert bool(checked.value) == (slips < 20)


@pytest.mark.parametrize(("size", "told"), [(666_666, 3), (666_667, 2), (1_000_000, 2)])
def test_a_large_file_is_read_on_in_less_often(size: int, told: int) -> None:
    source = "a: b: c\nd: e: f\ng: h: i\nj: k: l\n#"
    assert len(compose(source.ljust(size, "-").encode(), "f.yaml").problems) == told


@pytest.mark.parametrize("text", ["a: b\n  c: d\n", "a:\n\t- b\n", "%A\na: b\n", "a: b\n---\nc: d\n"])
def test_behind_others_nothing_can_be_said(text: str) -> None:
    assert compose(text.encode(), "f.yaml").value is None


@pytest.mark.parametrize(("text", "codes"), TEXTS)
def test_blanks_at_the_end_of_a_line_make_no_difference(text: str, codes: str) -> None:
    source = text.replace("⟦", "").replace("⟧", "").replace("\n", "  \n")
    assert [each.code for each in compose(source.encode(), "f.yaml").problems] == codes.split()


@pytest.mark.parametrize(("text", "codes"), TEXTS)
def test_the_last_line_need_not_end(text: str, codes: str) -> None:
    source = text.replace("⟦", "").replace("⟧", "").removesuffix("\n")
    assert [each.code for each in compose(source.encode(), "f.yaml").problems] == codes.split()


@pytest.mark.parametrize(("text", "codes"), TEXTS)
def test_a_slip_is_pointed_at_from_end_to_end(text: str, codes: str) -> None:
    source = text.replace("⟦", "").replace("⟧", "")
    problems = compose(source.encode(), "f.yaml").problems
    assert [each.code for each in problems] == codes.split()
    starts = [0]
    for line in source.split("\n"):
        starts.append(starts[-1] + len(line) + 1)
    marks = []
    for span in (each.span for each in problems):
        assert span
        marks.append((starts[span.line - 1] + span.column - 1, "⟦"))
        marks.append((starts[span.end_line - 1] + span.end_column - 1, "⟧"))
    for at, mark in reversed(marks):
        source = source[:at] + mark + source[at:]
    assert source == text
