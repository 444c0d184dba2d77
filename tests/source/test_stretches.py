"""Where each slip begins and ends, by itself and together with others, with either parser."""

import pytest

from reise.source import compose, events
from reise.source.characters import composed
from reise.source.comments import texts

#: Texts, with the stretches that problems are about between ⟦ and ⟧, and the codes of those in their order.
TEXTS = [
    ("a:\n    b: 1\n  ⟦c: 2⟧\n", "R122"),
    ("h:\n  - a: 1\n  ⟦b: 2⟧\n", "R122"),
    ("- a: 1\n   ⟦b⟧: 2\n", "R122"),
    ("tittel: Jenta\n  ⟦språk⟧: nb\n", "R122"),
    ("a: |\n    x\n  ⟦y⟧\nb: c\n", "R122"),
    ("c: d\n⟦- a⟧\n", "R122"),
    ("reise: 1\n⟦tittel:Jenta⟧\nspråk: nb\n", "R120"),
    ("⟦tittel Jenta⟧\nspråk: nb\n", "R120"),
    ("- ⟦tittel Jenta⟧\n  språk: nb\n", "R120"),
    ("sitat: tekst\n⟦mer tekst⟧\n", "R120"),
    ('a: b\n⟦"mer tekst"⟧\nc: d\n', "R120"),
    ("a: ⟦[⟧b, c\nd: e\nf: g\n", "R123"),
    ("a: ⟦{⟧b: c\nd: e\n", "R123"),
    ("a: ⟦[⟧b, c\n", "R123"),
    ("a: ⟦{⟧b: c\nd: [e, f]\n", "R123"),
    ("a: ⟦{⟧b: c,\nd: [e, f]\nh:\n  - g: i\n", "R123"),
    ("h:\n  - a: x\n    b: ⟦{⟧c: d\n    e: {f: g}\n", "R123"),
    ("h:\n  - ⟦{⟧a: x,\n  - {b: y}\n", "R123"),
    ("a: {b: ⟦[⟧c, d}\ne: f\n", "R123"),
    ("a: ⟦[⟧\n  b,\n  c\nd: [x]\n", "R123"),
    ("a: {\n  b: c⟦:⟧ d\n}\nd: e\n", "R118"),
    ("a:\n  [b,\n  c: d⟦:⟧ e]\n", "R118"),
    ("a: {b: c}⟦}⟧\n", "R120"),
    ("a: [b] ⟦og⟧ c\nd: e\n", "R120"),
    ("a: ⟦@b⟧\n", "R120"),
    ("a: ⟦%b⟧\n", "R120"),
    ("a: ⟦`b⟧\n", "R120"),
    ("a: ⟦>tekst⟧\n", "R120"),
    ("a: ⟦*Viktig*⟧ sak\n", "R107"),
    ("a: ⟦*⟧ sak\n", "R107"),
    ("a: ⟦*viktig⟧ sak\n", "R107"),
    ("a: ⟦&⟧ sak\n", "R107"),
    ("⟦*a⟧ : b\n", "R107"),
    ("hendelser: ⟦-⟧ krise: x\n", "R120"),
    ('a: "C:⟦\\Q⟧x"\n', "R120"),
    ('a: "⟦\\x⟧zz"\n', "R120"),
    ('a: "C:⟦\\N⟧ord"\n', "R104"),
    ("h:\n  - a: 1\n  ⟦-⟧b: 2\n", "R121"),
    ("h:\n- a: 1\n⟦-⟧b: 2\n- c: 3\n", "R121"),
    ("h:\n  ⟦-⟧b: 2\n  - c: 3\n", "R121"),
    ("h:\n  ⟦-⟧mobbing\n  -far syk\n", "R121"),
    ("⟦-⟧«hei»\n", "R121"),
    ("a: b\n⟦<<⟧: c\n", "R108"),
    ('om: ⟦"⟧Kari gikk hjem\nstemme: ung\n', "R117"),
    ("om: ⟦'⟧Kari gikk hjem\nstemme: ung\n", "R117"),
    ('om: ⟦"⟧Kari gikk hjem\nsitat: "hei"\n', "R117"),
    ("om: 'Kari⟦'⟧s hus'\n", "R117"),
    ('om: "Kari⟦"⟧ sa hun\n', "R117"),
    ('- "Kari⟦"⟧ sa hun\n- x\n', "R117"),
    ('a: b\n"Kari⟦"⟧ sa hun\nc: d\n', "R117"),
    ("sitat: Mor sa⟦:⟧ gå hjem\n", "R118"),
    ("om: x\n⟦-⟧ \n", "R122"),
    ("- sitat: Mor sa⟦:⟧ gå\n", "R118"),
    ("- sitat: Mor sa⟦:⟧\n", "R118"),
    ("a: {sitat: Mor sa⟦:⟧ gå, b: c}\n", "R118"),
    ("a: [b,\n  Mor sa: nå⟦:⟧ gå]\n", "R118"),
    ("sitat: nummer ⟦#1 her⟧\n", "R119"),
    ("sitat: nummer ⟦# 1 her⟧\n", "R119"),
    ("sitat: nummer  ⟦#1 her⟧\n", "R119"),
    ("sitat: ⟦#metoo⟧\n", "R119"),
    ("- ⟦#metoo⟧\n", "R119"),
    ("sitat: en\n  to ⟦#3⟧\n", "R119"),
    ("sitat: en ⟦#2⟧\n  tre\nom: x\n", "R119"),
    ("a: b\nnummer ⟦#1: her⟧\nc: d\n", "R119"),
    ("a: [b ⟦#1, c⟧\n  ]\n", "R119"),
    ("a: {b: ⟦#1⟧\n  }\n", "R119"),
    ("? ⟦[a, b]⟧\n: c\n", "R114"),
    ("? ⟦{a: b}⟧\n: c\n", "R114"),
    ("⟦:⟧ x\n", "R114"),
    ("a: {⟦:⟧ x}\n", "R114"),
    ("{⟦[a]⟧: b}\n", "R114"),
    ('⟦""⟧: x\n', "R114"),
    ("a: b\n⟦---⟧\nc: d\n", "R111"),
    ("---\n⟦---⟧\nc: d\n", "R111"),
    ("a: b\n...\n⟦c: d⟧\n", "R111"),
    ("a: ⟦&kari⟧ b\nc: ⟦*kari⟧\n", "R107 R107"),
    ("a: ⟦!foo⟧ b\nc: ⟦!<x>⟧ d\n", "R109 R109"),
    ("a: ⟦&x⟧ ⟦!foo⟧ b\n", "R107 R109"),
    ("⟦%YAML 1.1⟧  \n---\na: b\n", "R110"),
    ("a: b\n...\n⟦c: d e⟧\nf: g\n", "R111"),
    ("a: b⟦\t⟧c\n⟦\t⟧d: e\n", "R116 R116"),
    ("a: b⟦\u200b⟧c\n", "R105"),
    ("a: ⟦\u200b⟧⟦\u200b⟧\n", "R105 R105"),
    ("a: b⟦\x07⟧⟦\x08⟧c\n", "R104 R104"),
    ("a: ⟦x́́́́́⟧y\n", "R104"),
    ('a: "⟦\\ud83d⟧ x"\n', "R104"),
    ('a: "⟦\\U12345678⟧ x"\n', "R104"),
    ('a: "⟦\\x07⟧"\n', "R104"),
    ('a: "⟦\\u200b⟧"\n', "R105"),
    ('a: "⟦\\a⟧"\n', "R104"),
    ("a:⟦\xa0⟧b\n", "R105"),
    ("⟦\xa0⟧a: b\n", "R105"),
    ("- a:⟦\xa0 ⟧b\n", "R105"),
    ("{a:⟦\xa0⟧b}\n", "R105"),
    ("a: b\xa0c\n", ""),
    ("⟦–⟧ a: b\n", "R125"),
    ("h:\n  ⟦•⟧ a: b\n  ⟦•⟧ c: d\n", "R125 R125"),
    ("- a\n⟦*⟧ b: c\n", "R125"),
    ("a: b ⟦#1⟧\nc: d ⟦#2 e⟧\nf: g ⟦# h⟧\n", "R119 R119 R119"),
    ("a: b\n  c ⟦#d⟧\n", "R119"),
    ("h:\n  ⟦-⟧a: b\n  ⟦-⟧c: d\n  - e: f\n", "R121 R121"),
    ("a: ⟦[⟧b, c\nd: e⟦:⟧ f\ng: ⟦*h⟧\n", "R123 R118 R107"),
    ("a: 'b⟦'⟧ c\nd: \"e⟦\"⟧ f\n", "R117 R117"),
    ('a: "b ⟦\\q⟧ c"\nd: e: f\n', "R120"),
    ("⟦tittel Jenta⟧\nom alt: x\n⟦språk nb⟧\n", "R120 R120"),
    ("a: ⟦@b⟧\nc: ⟦%d⟧\ne: ⟦`f⟧\n", "R120 R120 R120"),
    ("a: ⟦{⟧b: c\nd: ⟦{⟧e: f\n", "R123 R123"),
    ("h:\n  - a: ⟦{⟧b: c\n  - d: e⟦:⟧ f\n", "R123 R118"),
    ("a: b⟦:⟧ c: d\ne: f⟦:⟧ g\n", "R118 R118"),
    ("a: b\n⟦a⟧: c\n⟦a⟧: d\n", "R113 R113"),
    ("a: {b: c, ⟦b⟧: d}\n", "R113"),
    ("? a\n: b\n", ""),
    ("⟦[a, b]⟧: c\n", "R114"),
    ("a:\n   b: 1\n  ⟦c: 2⟧\n   d: 3\n", "R122"),
    ("h:\n    a: 1\n  ⟦b: 2⟧\n    c: 3\n", "R122"),
    ("a: ⟦'⟧en\n  to' tre\nb: c\n", "R117"),
    ('a: ⟦"⟧en\n  to" tre\nb: c\n', "R117"),
    ("a: [b, 'c⟦'⟧ d]\n", "R117"),
    ("a: ⟦[⟧b,\n\n  c\nd: e\n", "R123"),
    ("a: ⟦[⟧b,\n# x\n  c\nd: e\n", "R123"),
    ("- ⟦[⟧a, b\n- c\n", "R123"),
    ("- a: ⟦[⟧b\n- c: d\n", "R123"),
    ("a: [b]⟦]⟧\n", "R120"),
    ("a: ⟦}⟧\n", "R120"),
    ("a: ⟦]⟧\n", "R120"),
    ("a: b\n  ⟦c⟧: d\ne: f\n", "R122"),
    ('a: ⟦"⟧x\\', "R117"),
    ('a: "x⟦\\y⟧', "R120"),
    ("a: ⟦'⟧", "R117"),
    ('a: ⟦"⟧', "R117"),
    ("a: ⟦|x⟧\n", "R120"),
    ("a: ⟦>9x⟧\n", "R120"),
    ("a: |\n⟦\t⟧x\n", "R116"),
    ("a: ⟦*⟧\n", "R107"),
    ("a: ⟦&⟧\n", "R107"),
    ("a: ⟦!⟧\n", "R109"),
    ("⟦*a⟧\n", "R107"),
    ("a: b\n⟦---⟧\n", "R111"),
    ("a: b\n⟦---⟧ c\n", "R111"),
    ("⟦...⟧\na: b\n", "R120"),
    ("kilde: ⟦{⟧slag: sammensatt, av: 3\nhendelser:\n  - krise: x\n", "R123"),
    ("a: {b, c: d⟦:⟧ e, f}\n", "R118"),
    ("a: [x: y⟦:⟧ z]\n", "R118"),
    ("a:b: c\n", ""),
    ("a :b\n", ""),
    ("a: b :c\n", ""),
    ("a: b\n⟦c⟧\nd: e\n", "R120"),
    ("a: b\n c d\nd: e\n", ""),
    ("- a: b\n  ⟦c⟧\n- d\n", "R120"),
    ("«a»: b\n", ""),
    ('a: "b⟦"⟧c: d\n', "R117"),
    ("h:\n  - ⟦tittel Jenta⟧\n    om: a⟦:⟧ b\n", "R120 R118"),
    ("a: 'b⟦'⟧ c\nd: ⟦@e⟧\n\ng: ⟦[⟧h\ni: j⟦:⟧ k\n", "R117 R120 R123 R118"),
    ("a: ⟦!x⟧\nb: c⟦:⟧ d\n", "R109 R118"),
    ("a: b\n  ⟦c⟧: d\n\ne: *f\n", "R122"),
    ("a: {b: c\n   d⟦:⟧ e}\nf: g⟦:⟧ h\n", "R118 R118"),
    ("a: b ⟦#c⟧\nd: ⟦*e⟧\nf: 'g⟦'⟧ h\n", "R119 R107 R117"),
    ("a:\n  - ⟦[⟧b\n  - c: d⟦:⟧ e\n", "R123 R118"),
    ("⟦Tittel x y⟧\nom: ⟦*b⟧\n", "R120 R107"),
    ("a: ⟦%b⟧ % c\nd: e⟦:⟧ f\n", "R120 R118"),
    ("a: 'b ⟦'⟧c' d\ne: f⟦:⟧ g\n", "R117 R118"),
    ("a: b\n\n⟦\t⟧c: d\n", "R116"),
    ("a: [⟦*b⟧, ⟦&c⟧ d, ⟦!e⟧ f]\n", "R107 R107 R109"),
    ("a: ⟦[⟧b\n", "R123"),
    ("- - a: b⟦:⟧ c\n  - d: e⟦:⟧ f\n", "R118 R118"),
    ("a: ⟦?⟧ b: c: d\n", "R120"),
    ("a: [b, ⟦{⟧c: d]\ne: f\n", "R123"),
    ("a: ⟦[⟧\nb: c⟦:⟧ d\n", "R123 R118"),
    ("⟦%A⟧\n⟦%B⟧\na: b⟦:⟧ c\n", "R110 R110 R118"),
    ("a: [b] ⟦og⟧ c\nd: e: f\n", "R120"),
    ("x: [y]\na: ⟦[⟧b, c\nd: e⟦:⟧ f\n", "R123 R118"),
    ("h:\n  ⟦•⟧ a: b\n  - c: d ⟦#e⟧\n", "R125 R119"),
    ("x: {y: z}\na: ⟦{⟧b: c\nd: e⟦:⟧ f\n", "R123 R118"),
    ("a: ⟦@b⟧ c d\ne: f⟦:⟧ g\n", "R120 R118"),
    ("h:\n  ⟦-⟧alder: b\n  - c: d ⟦#e⟧\n", "R121 R119"),
]


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
        ("d: !e f", ("R109", 4)),
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
