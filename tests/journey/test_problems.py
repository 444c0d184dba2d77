"""Every code of the room: that it comes, alone, at the right place, with words in three languages."""

import re
import tomllib
from pathlib import Path
from string import Formatter

import pytest
from tests.journey.examples import WRONG
from tests.journey.read import FRAME, codes, piece, problems, told, with_events

from reise.journey import events, keys, parser
from reise.journey.model import Language
from reise.journey.names import EVENT, JOURNEY
from reise.problems import Span
from reise.resources import templates
from reise.rules import RULES

SOURCE = Path(keys.__file__).parent
EVENT_WORDS = ", ".join(EVENT.shown(each, Language.NB) for each in events._FIELDS)
VOICES = "ung, foresatt, familie, tjeneste, fagperson, forsker, prosjektet, kilden"


def words(language):
    return tomllib.loads((templates() / f"locale/problems-journey.{language}.toml").read_text("utf-8"))


@pytest.mark.parametrize("name", WRONG)
def test_each_code_comes_alone(name):
    checked = told(WRONG[name])
    assert [each.code for each in checked.problems] == [name[:4]]
    assert (checked.value is None) == (name[:4] not in ("R303", "R304"))
    assert "zzqq" not in repr(checked.problems)


@pytest.mark.parametrize("language", ["nb", "nn", "en"])
def test_every_code_has_words_and_every_gap_is_filled(language):
    table = words(language)
    used = set(re.findall(r'"(R\d{3})"', "".join(file.read_text("utf-8") for file in SOURCE.glob("*.py"))))
    assert set(table) == used | set(RULES)
    assert {name[:4] for name in WRONG} == used - {"R216"}
    for name, text in WRONG.items():
        [found] = told(text).problems
        gaps, entry = dict(found.args), table[found.code]
        for part in ("fact", "label", "hint"):
            chosen = next((f"{part}_{gap}" for gap in gaps if f"{part}_{gap}" in entry), part)
            said = entry[chosen].format(**gaps)
            assert said or part == "label", name


def test_the_languages_have_the_same_texts_and_gaps():
    def gaps(text):
        return {gap for _, gap, _, _ in Formatter().parse(text) if gap}

    def shape(language):
        return {
            code: {
                part: {gap for _, gap, _, _ in Formatter().parse(text) if gap} for part, text in entry.items()
            }
            for code, entry in words(language).items()
        }

    assert shape("nb") == shape("nn") == shape("en")


@pytest.mark.parametrize(
    ("name", "args"),
    [
        ("R202 nearly", {"allowed": EVENT_WORDS, "suggestion": "alder"}),
        ("R202 at the top", {"allowed": JOURNEY.all_shown(Language.NB)}),
        ("R202 in a mark", {"allowed": "retning, sagt av, gjorde forskjell, mekanisme"}),
        ("R202 no colon", {"allowed": "slag, av, henvisning", "colon": "slag"}),
        ("R202 no space", {"allowed": "kart, vegg, sammenligning, deling", "colon": "kart"}),
        ("R202 no colon after two words", {"allowed": EVENT_WORDS, "colon": "hvem sin"}),
        ("R202 in the wrong place", {"suggestion": "vendepunkt"}),
        ("R203 title", {"name": "tittel"}),
        ("R204 text", {}),
        ("R204 list", {"dash": "-"}),
        ("R204 keys", {"keys": "kart, vegg, sammenligning, deling"}),
        ("R205 effect", {"allowed": "hjalp, hindret, blandet, ukjent", "suggestion": "hjalp"}),
        ("R205 nothing like it", {"allowed": "hjalp, hindret, blandet, ukjent"}),
        ("R205 a role nearly", {"allowed": VOICES, "suggestion": "skolelos"}),
        ("R206 age", {"oldest": 120}),
        ("R206 quantity", {"longest": 120}),
        ("R206 level", {"lowest": -3, "highest": 3}),
        ("R206 times", {"most": 999}),
        ("R211", {"count": 0, "limit": 10_000}),
        ("R218 unknown", {"known": 1}),
        ("R303 nearly", {"suggestion": "skolelos"}),
        ("R303 not at all", {}),
        ("R304 nearly", {"suggestion": "bup-dps"}),
    ],
)
def test_what_a_problem_tells(name, args):
    [found] = told(WRONG[name]).problems
    assert dict(found.args) == args


@pytest.mark.parametrize(
    ("name", "at"),
    [
        ("R202 nearly", "aldr"),
        ("R203 title", "reise"),
        ("R203 in a source", "av"),
        ("R204 list", "én"),
        ("R204 list in list", "[nav]"),
        ("R205 effect", "hjlp"),
        ("R205 voice of an effect", "zzqq"),
        ("R206 age", "130"),
        ("R207 reference", "mai 2021"),
        ("R209 a key", "alder"),
        ("R209 keys", "samtykke"),
        ("R211", "hendelser"),
        ("R212 no kind", "alder"),
        ("R212 bare text", "Ungdomsskolen"),
        ("R213", "tjeneste"),
        ("R214", "Los"),
        ("R217 a field", "who"),
        ("R218 unknown", "2"),
        ("R303 nearly", "skolelås"),
        ("R304 nearly", "bup-dpss"),
    ],
)
def test_where_a_problem_stands(name, at):
    [found] = told(WRONG[name]).problems
    assert piece(WRONG[name], found.span) == at


@pytest.mark.parametrize(
    ("name", "first"),
    [
        ("R213", "krise"),
        ("R215", "a"),
        ("R217 a field", "hvem"),
        ("R217 a kind", "milepæl"),
        ("R217 a voice", "ung"),
    ],
)
def test_what_a_problem_points_back_at(name, first):
    [found] = told(WRONG[name]).problems
    assert [piece(WRONG[name], each) for each in found.related] == [first]


def test_the_words_in_a_message_are_of_the_tongue_of_the_file():
    english = "reise: 1\ntitle: x\nevents:\n  - crisis: y\n    effect: good\n"
    nynorsk = "reise: 1\ntittel: x\nspråk: nn\nhendingar:\n  - krise: y\n    verknad: god\n"
    assert dict(told(english).problems[0].args) == {"allowed": "helped, hindered, mixed, unknown"}
    assert dict(told(nynorsk).problems[0].args) == {"allowed": "hjelpte, hindra, blanda, ukjend"}
    assert dict(told("reise: 1\ntittel: x\nspråk: nn\n").problems[0].args) == {"name": "hendingar"}


def test_all_problems_come_in_one_go_and_in_file_order():
    text = with_events(
        """\
        - krise: x
          alder: 130
          hvem: zzqq
        - Ungdomsskolen
        - milepæl:
          livslinje: 9
        - tjeneste: y
          krise: z
          virkning: {ung: bra, zzqq: hjalp}
        """,
        "kilde: {slag: dikt}\nhva: 1\n",
    )
    found = told(text)
    assert [each.code for each in found.problems] == (
        ["R205", "R202", "R206", "R303", "R212", "R209", "R206", "R213", "R205", "R205"]
    )
    assert list(found.problems) == sorted(found.problems, key=lambda each: each.span)
    assert found.value is None


def test_a_file_full_of_errors_takes_no_time():
    text = with_events("- krise: x\n" + "".join(f"  alder{n}: 1\n" for n in range(9000)))
    found = told(text).problems
    assert len(found) == 9000
    assert 0 < sum("suggestion" in dict(each.args) for each in found) <= 200


def test_warnings_do_not_stop_a_journey():
    checked = told(WRONG["R303 not at all"])
    assert checked.ok
    assert checked.value.events[0].who == ("zzqq",)


def test_pydantic_has_the_last_word_and_it_quotes_nothing(monkeypatch):
    lax = {**parser._READERS, "title": lambda reading, node, path: node.text}
    monkeypatch.setattr(parser, "_READERS", lax)
    [title] = told(FRAME.replace("En reise", "zzqq " * 30) + "hendelser: [krise: x]\n").problems
    assert (title.code, title.span, title.args) == ("R204", Span(2, 9, 2, 158), ())


def test_a_broken_event_does_not_make_its_id_unknown():
    assert codes("- krise: x\n  id: a\n- tjeneste: y\n  id: a\n  alder: x\n") == ["R215", "R206"]


def test_suggestions_come_from_all_languages():
    assert dict(problems("- krise: x\n  verknd: hjalp")[0].args)["suggestion"] == "verknad"
    assert dict(problems("- krise: x\n  certanty: low")[0].args)["suggestion"] == "certainty"
