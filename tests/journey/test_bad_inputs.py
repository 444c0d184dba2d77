"""Rows B01-B15 (and A16, H01) of the list of bad inputs, by name."""

import unicodedata

import pytest
from tests.journey.read import FRAME, codes, event, problems, told, with_events

from reise.journey import journey_id, parse
from reise.problems import Span
from reise.source.document import Document, Entry, Mapping, Scalar, Sequence


@pytest.mark.parametrize("word", ["no", "NO", "ja", "yes", "on", "null?", "true"])
def test_b01_words_that_look_like_truth_stay_text(word):
    assert event(f"- krise: {word}").text == word


def test_b01_a_yes_or_no_is_read_only_where_asked_for():
    said = told(
        with_events("- krise: x", "samtykke: {kart: NO, vegg: yes, deling: true, sammenligning: Nei}\n")
    )
    assert said.value.consent.model_dump() == {
        "map": False,
        "wall": True,
        "comparison": False,
        "sharing": True,
    }
    assert codes("- krise: x", "samtykke: {kart: on}\n") == ["R205"]
    assert codes("- krise: x", "språk: no\n") == ["R205"]


@pytest.mark.parametrize("words", ["0301", "0150", "12:30", "1:1:1", "2021-05", "1_000", "0o17", "1e3"])
def test_b02_b03_numbers_and_clocks_stay_text(words):
    assert event(f"- krise: {words}").text == words


def test_b02_an_unknown_key_is_no_place_for_a_number():
    assert codes("- krise: x\n  kommune: 0301") == ["R202"]


@pytest.mark.parametrize("key", ["alder", "senere", "varer", "etter", "før", "under", "samtidig", "til"])
@pytest.mark.parametrize("date", ["2021-13-45", "2021-03-12", "12.03.2021", "mai 2021", "1984"])
def test_b04_b05_dates(key, date):
    [wrong] = problems(f"- krise: x\n  {key}: {date}")
    assert (wrong.code, wrong.args) == ("R207", ())


@pytest.mark.parametrize("number", ["9" * 5000, "0x" + "f" * 100_000], ids=["decimal", "hexadecimal"])
@pytest.mark.parametrize("key", ["alder", "ganger", "livslinje", "varer"])
def test_b06_endless_numbers(key, number):
    assert codes(f"- krise: x\n  {key}: {number}") == ["R206"]


@pytest.mark.parametrize("words", [".nan", ".inf", "-.inf", "-0", "1e400", "NaN"])
def test_b07_numbers_that_are_none(words):
    assert codes(f"- krise: x\n  alder: {words}") == ["R206"]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("-1", ["R206"]),
        ("0", []),
        ("121", ["R206"]),
        ("120", []),
        ("15.5", []),
        ('"15"', []),
        ("15 år", []),
        ("1_6", ["R206"]),
    ],
)
def test_b08_ages(words, expected):
    assert codes(f"- krise: x\n  alder: {words}") == expected


@pytest.mark.parametrize("words", ["0", "1000", "-1", "1.5", "seks", "1_0", "٣"])
def test_b08_counts(words):
    assert codes(f"- krise: x\n  ganger: {words}") == ["R206"]


@pytest.mark.parametrize(("length", "expected"), [(1, []), (300, []), (301, ["R208"]), (5000, ["R208"])])
def test_b09_length(length, expected):
    words = ("ord " * 1300)[: length - 1] + "x"
    found = problems(f'- krise: "{words}"')
    assert [each.code for each in found] == expected
    assert all(dict(each.args) == {"limit": 300, "length": length} for each in found)


@pytest.mark.parametrize("words", ["", '""', '"   "', '"\u00a0"', '" \u2003 "', "null", "|\n\n"])
def test_b09_blank(words):
    [wrong] = problems(f"- krise: {words}\n  alder: 3")
    assert (wrong.code, wrong.span) == ("R209", Span(4, 5, 4, 10))


def test_b09_blank_in_a_list():
    assert codes('- krise: x\n  hvem: [nav, "", bup]') == ["R209"]


def test_b10_a_word_that_no_card_holds():
    assert codes("- krise: " + "x" * 60) == []
    [wrong] = problems("- krise: kort ord og " + "x" * 61)
    assert (wrong.code, dict(wrong.args)) == ("R210", {"limit": 60})
    assert codes("- krise: " + "x" * 100_000) == ["R210"]
    assert codes("- krise: x\n  hvem: " + "x" * 61) == ["R210"]


def test_b11_an_unknown_key_is_named_by_its_place():
    [wrong] = problems("- krise: x\n  kari_hansen: 1")
    assert (wrong.code, wrong.span) == ("R202", Span(5, 5, 5, 16))
    assert "kari" not in repr(wrong)


def test_b12_a_wrong_value_is_answered_with_the_right_ones():
    [wrong] = problems("- krise: x", "kilde: {slag: Kari Hansen}\n")
    assert wrong.code == "R205"
    assert dict(wrong.args) == {"allowed": "sammensatt, publisert, konstruert, intervju, datasett"}
    assert "Kari" not in repr(wrong)


def test_b13_decomposed_letters_ligatures_and_full_width_digits():
    decomposed = unicodedata.normalize(
        "NFD", with_events("- milepæl: Åsen på sjøen\n  førte til: a", "språk: nb\n")
    )
    found = told(decomposed)
    assert found.problems == ()
    assert found.value.events[0].text == "Åsen på sjøen"
    assert event("- krise: ﬁn dag").text == "ﬁn dag"
    assert codes("- krise: x\n  alder: １５") == ["R206"]


@pytest.mark.parametrize("words", ["-3 måneder", "−1 år", "8-6 uker"])
def test_b14_negative_durations(words):
    assert codes(f"- krise: x\n  varer: {words}") == ["R206"]


def test_b15_how_many_events():
    assert [each.code for each in told(FRAME + "hendelser: []\n").problems] == ["R211"]
    assert [each.code for each in told(FRAME + "hendelser:\n").problems] == ["R211"]
    assert codes("- krise: x") == []
    assert len(told(_many(10_000)).value.events) == 10_000
    [wrong] = told(_many(10_001)).problems
    assert (wrong.code, dict(wrong.args)) == ("R211", {"limit": 10_000, "count": 10_001})


def _many(count):
    return FRAME + "hendelser:\n" + "  - krise: x\n" * count


def test_a11_keys_of_numbers_are_just_unknown():
    assert [each.code for each in told(FRAME + "1: x\nhendelser: [krise: x]\n").problems] == ["R202"]


@pytest.mark.parametrize("root", [Scalar("x", Span(1, 1, 1, 2)), Sequence((), Span(1, 1, 1, 3))])
def test_a16_no_keys_at_the_top(root):
    checked = parse(Document("a.yaml", "", "", root))
    assert [each.code for each in checked.problems] == ["R201"]


def test_a_mapping_of_nothing():
    checked = parse(Document("a.yaml", "", "", Mapping((), Span(1, 1, 1, 3))))
    assert [each.code for each in checked.problems] == ["R203", "R203", "R218"]
    empty = Mapping(
        (Entry(Scalar("hendelser", Span(1, 1, 1, 10)), Mapping((), Span(2, 1, 2, 3))),), Span(1, 1, 2, 3)
    )
    assert "R204" in [each.code for each in parse(Document("a.yaml", "", "", empty)).problems]


@pytest.mark.parametrize("name", ["ung-mor", "a", "7", "a" * 40])
def test_h01_names_that_can_be_ids(name):
    assert journey_id(f"mappe/{name}.yaml") == name


@pytest.mark.parametrize(
    "name",
    [
        "Ung-mor",
        "ung mor",
        "jenta-på-skolen",
        "-rf",
        "con",
        "nul",
        "com1",
        "lpt9",
        "nul.pdf",
        "a.",
        "a ",
        "a" * 41,
        "a" * 300,
        "..",
        "",
        "a_b",
        "é",
        "é",
    ],
)
def test_h01_names_that_cannot(name):
    checked = told(with_events("- krise: x"), f"mappe/{name}.yaml")
    assert [(each.code, each.span) for each in checked.problems] == [("R216", None)]
    assert checked.value is None
