"""What of a file is read by the guard, as prose or not, and in which event it stands."""

import pytest

from reise.guard import passage
from reise.guard.finding import Weight, weight_of
from reise.guard.passage import Passage
from reise.journey.model import Collection, Event, Journey, Kind
from reise.problems import Span
from reise.source import compose


def read(*events: Event, **more: object) -> list[Passage]:
    told = {"id": "en-reise", "file": "a.yaml", "title": "x", "events": events, **more}
    return list(passage.of_journey(Journey(**told)))


def texts(passages: list[Passage]) -> list[str]:
    return [each.text for each in passages]


@pytest.mark.parametrize(
    ("id", "words"),
    [
        ("nokkelen-til-huset", "nøkkelen til huset"),
        ("huset-20-7-05", "huset 20-7-05"),
        ("huset-2", "huset 2"),
    ],
)
def test_an_id_is_read_as_words_but_a_date_as_it_stands(id: str, words: str) -> None:
    first, *_ = read(Event(kind=Kind.EVENT, text="x"), id=id)
    assert (first.text, first.prose) == (words, True)


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("nokkelen", "nøkkelen"),
        ("sporsmal", "spørsmål"),
        ("vaere", "være"),
        ("noekkelen", "nøkkelen"),
        ("faar", "får"),
        ("skole", "skole"),
        ("kvitlo", "kvitlo"),
        ("o" * 40, "o" * 40),
    ],
)
def test_an_id_has_not_all_letters(written: str, meant: str) -> None:
    assert texts(read(Event(kind=Kind.EVENT, text="x"), id=written))[0] == meant


def test_the_event_of_each_text_is_counted_from_one() -> None:
    events = Event(kind=Kind.EVENT, text="første", id="a"), Event(kind=Kind.EVENT, text="andre", id="b-c")
    found = {each.text: each.event for each in read(*events, outcome="etterpå")}
    assert found == {
        "en reise": 0,
        "x": 0,
        "etterpå": 0,
        "første": 1,
        "andre": 2,
        "a": 1,
        "b c": 2,
    }


def test_what_an_event_says_is_told_and_nothing_else_is() -> None:
    event = Event(kind=Kind.EVENT, text="hun drar", who=("naboen",), tags=("noe",))
    assert [each.text for each in read(event) if each.told] == ["hun drar"]


@pytest.mark.parametrize(
    ("event", "own"),
    [
        (Event(kind=Kind.QUOTE, text="hei"), True),
        (Event(kind=Kind.WISH, text="hei"), True),
        (Event(kind=Kind.QUOTE, text="hei", voice="young"), True),
        (Event(kind=Kind.QUOTE, text="hei", voice="family"), False),
        (Event(kind=Kind.CRISIS, text="hei"), False),
        (Event(kind=Kind.CRISIS, text="hei", voice="young"), False),
    ],
)
def test_a_quote_of_the_young_person_is_her_own(event: Event, own: bool) -> None:
    assert [each.own for each in read(event) if each.text == "hei"] == [own]


def test_only_the_words_of_a_quote_are_her_own() -> None:
    [who] = [
        each for each in read(Event(kind=Kind.QUOTE, text="hei", who=("naboen",))) if each.text == "naboen"
    ]
    assert not who.own


def test_words_of_the_vocabulary_are_not_read_where_they_are_chosen() -> None:
    event = Event(kind=Kind.EVENT, text="hun drar", who=("skolelos", "naboen"), tags=("break", "mitt eget"))
    found = texts(read(event, outcome="skolelos"))
    assert {"naboen", "mitt eget", "hun drar", "skolelos"} <= set(found)
    assert "break" not in found
    assert found.count("skolelos") == 1


def test_comments_the_folder_and_keys_are_read_each_once() -> None:
    text = "reise: 1  # laget i går \ntittel: Hei\n#  alene\n412: å_å\n"
    document = compose(text.encode(), "mappe 9/fil.yaml").value
    assert document
    told = [Passage("Hei", each.span) for each in passage.scalars(document.root) if each.text == "Hei"]
    found = list(passage.of_file(document, told))
    assert [(each.text, each.prose) for each in found] == [
        ("mappe 9", False),
        ("laget i går", True),
        ("alene", True),
        *[(each, False) for each in texts(found)[3:]],
    ]
    # Of what is no prose, plain letters and short numbers hold nothing that is searched for there.
    assert sorted(texts(found)[3:]) == ["412"]
    assert found[1].span == Span(1, 11, 1, 24)


def test_an_empty_collection_says_nothing() -> None:
    assert list(passage.of_collection(Collection())) == []


def test_the_weight_is_in_the_code() -> None:
    assert [weight_of(f"R4{n}0") for n in range(1, 5)] == [
        Weight.BLOCK,
        Weight.LISTED,
        Weight.DECIDE,
        Weight.ADVISE,
    ]


def test_what_has_no_place_of_its_own_stands_in_the_least_that_has() -> None:
    event = Event(kind=Kind.EVENT, text="hun drar", who=("naboen",))
    told = {"id": "a", "file": "a.yaml", "title": "x", "events": (event,)}
    place = Span(3, 5, 3, 9)
    for known, at in ({("events", 0, "who"): place}, place), ({("events",): place}, place), ({}, None):
        journey = Journey.model_validate(told, context={"places": known})
        [who] = [each for each in passage.of_journey(journey) if each.text == "naboen"]
        assert who.span == at


def test_of_what_is_no_journey_yet_all_that_is_to_be_words_is_read() -> None:
    text = (
        "reise: 1\nspråk: nn\ntitel: En  jente\nnoe: helt annet\nhendelser:\n  - krise:uten slag\n"
        "  - krisse: \n      over to\n      linjer\n    hvem: [bup, en dame]\n    alder: 13\n"
        "  - sitat: hennes\n    vendepunkt: {retning: opp, gjorde forskjell: fordi}\n"
    )
    document = compose(text.encode(), "en-reise.yaml").value
    assert document is not None
    found = list(passage.of_document(document, Collection()))
    assert [(each.text, each.event) for each in found] == [
        ("en reise", 0),
        ("En jente", 0),
        ("helt annet", 0),
        ("uten slag", 1),
        ("over to linjer", 2),
        ("en dame", 2),
        ("hennes", 3),
        ("fordi", 3),
    ]
    assert [each.text for each in found if each.own] == ["hennes"]
    assert [each.text for each in found if each.told] == ["over to linjer", "hennes"]
    assert passage.language_of(document) == "nn"


def test_a_list_is_in_no_language_of_its_own() -> None:
    document = compose(b"- x\n", "a.yaml").value
    assert document is not None
    assert passage.language_of(document) == "nb"


def test_an_id_that_only_counts_is_no_word() -> None:
    events = tuple(
        Event(kind=Kind.EVENT, text="x", id=each) for each in ("h1", "m-12", "h1234", "ab1", "naboen")
    )
    read_ids = texts(
        passage.of_journey(Journey(id="x", file="x.yaml", title="x", language="nb", events=events))
    )
    assert {"h 1234", "h1234"} & set(read_ids)
    assert {"ab1", "naboen"} <= set(read_ids)
    assert not {"h1", "m-12", "m 12"} & set(read_ids)


@pytest.mark.parametrize(
    ("id", "told"),
    [("geitsjoen", "geitsjøen"), ("nokkelen", "nøkkelen"), ("skoen", "skoen"), ("vasssjoens", "vasssjøens")],
)
def test_an_id_is_read_as_the_word_or_the_place_it_stands_for(id: str, told: str) -> None:
    assert passage._id(id, None, 0).text == told
