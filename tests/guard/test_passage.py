"""What of a file is read by the guard, as prose or not, and in which event it stands."""

import pytest

from reise.guard import passage
from reise.guard.finding import Weight, weight_of
from reise.guard.passage import Passage
from reise.journey.model import Collection, Event, Journey, Kind, Language, Transition
from reise.journey.names import EVENT, JOURNEY, KIND, SOURCE, TRANSITION, TURNING_POINT, Names
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
        ("skoen", "skoen"),
        ("spaa", "spaa"),
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


def of_document(text: str, name: str = "en-reise.yaml", **collection: object) -> list[Passage]:
    document = compose(text.encode(), name).value
    assert document is not None
    return list(passage.of_document(document, Collection(**collection)))


#: Of each table of keys: what its values are written within, and which hold words of somebody's own.
WORDED = {
    JOURNEY: ("{}: her\n", {"title", "about", "outcome", "note", "despite", "content_notice", "events"}),
    SOURCE: ("kilde:\n  {}: her\n", {"reference"}),
    KIND: ("hendelser:\n  - {}: her\n", {*Kind}),
    EVENT: (
        "hendelser:\n  - {}: her\n",
        {*("who", "whose", "phase", "tags", "type", "difference", "mechanism"), *Kind},
    ),
    TURNING_POINT: ("hendelser:\n  - vendepunkt:\n      {}: her\n", {"difference", "mechanism"}),
    TRANSITION: ("hendelser:\n  - overgang:\n      {}: her\n", {"type"}),
}


@pytest.mark.parametrize("table", WORDED)
def test_of_each_key_it_is_known_whether_words_stand_at_it(table: Names[str]) -> None:
    frame, worded = WORDED[table]
    text = {name: frame.format(table.shown(name, Language.NB)) for name in table}
    assert {name for name in table if "her" in texts(of_document(text[name]))} == worded


def test_what_the_language_has_for_it_is_not_read_again() -> None:
    """Neither a role, a transition, a tag nor a direction, at whatever key and however it is written."""
    told = "a", "skolelos", "bup-dps", "stabil voksen", "opp", "brudd", "losen vår"
    assert texts(of_document(f"tittel: [{', '.join(told)}]\n")) == ["en reise", "a", "losen vår"]


def test_the_name_of_a_file_that_is_no_journey_is_a_label() -> None:
    first, *others = of_document("tittel: her\n", "mappe/liv-to.yaml")
    assert first == Passage("liv to", None, label=True)
    assert not any(each.label for each in others)
    assert texts(of_document("- her\n", "liv.yaml")) == ["liv"]
    assert texts(of_document("tittel: her\n", ".yaml")) == ["her"]


def test_the_name_of_a_journey_is_a_label_and_its_ids_are_none() -> None:
    found = read(Event(kind=Kind.EVENT, text="x", id="liv-to"), id="liv-en")
    assert [each.text for each in found if each.label] == ["liv en"]
    assert [each.event for each in found if each.text == "liv to"] == [1]


@pytest.mark.parametrize(
    ("id", "words"),
    [
        ("huset_20-7_05", "huset 20-7_05"),
        ("20-huset", "20 huset"),
        ("20-huset-7", "20 huset 7"),
        ("a" * 26 + "noer", "a" * 26 + "noer"),
    ],
)
def test_what_joins_the_words_of_an_id(id: str, words: str) -> None:
    assert passage._id(id, None, 0).text == words


@pytest.mark.parametrize(
    "text",
    ["", "losen_vår", "en-to Tre", "h1", "h-123", "13", "~13", "13-15", "13-15+ år", "~16+", "7 abcdefghi"],
)
def test_ages_counters_and_plain_words_hold_nothing_where_no_prose_stands(text: str) -> None:
    assert others_in(f'tittel: "{text}"') == []


@pytest.mark.parametrize(
    "text", ["h1234", "hh1", "123", "13-155", "133-15", "13-15-17", "7 abcdefghij", "7 a b", "é", "7.", "a1"]
)
def test_all_else_is_searched(text: str) -> None:
    wanted = [] if passage._COUNTER.fullmatch(text) else [text]
    assert others_in(f'tittel: "{text}"') == wanted


def others_in(text: str, *told: Passage, name: str = "a.yaml") -> list[str]:
    document = compose(text.encode(), name).value
    assert document is not None
    return texts(list(passage.of_file(document, list(told))))


def test_what_was_told_of_a_place_is_not_searched_there_again() -> None:
    text = "tittel: 1234\nom: 1234\n"
    assert others_in(text) == ["1234", "1234"]
    assert others_in(text, Passage("1234", Span(1, 9, 1, 13))) == ["1234"]


@pytest.mark.parametrize(
    ("name", "read_of_it"),
    [("a.yaml", []), ("mappe/a.yaml", []), ("412/b/a.yaml", []), ("b/412/a.yaml", ["412"])],
)
def test_of_its_folders_the_nearest_is_searched(name: str, read_of_it: list[str]) -> None:
    assert others_in("tittel: her\n", name=name) == read_of_it


def test_a_collection_is_read_with_the_ids_that_it_gives() -> None:
    roles = ({"id": "losen-var", "label": "losen"},)
    transitions = ({"id": "fra-nokkelen", "label": "over"},)
    collection = Collection(title="Noe", roles=roles, transitions=transitions)
    assert texts(list(passage.of_collection(collection))) == [
        *("Noe", "losen", "over"),
        *("losen var", "fra nøkkelen"),
    ]


@pytest.mark.parametrize(
    ("field", "known"), [("skolelos", "who"), ("bup-dps", "transition"), ("brudd", "tags"), ("break", "tags")]
)
def test_a_word_of_the_vocabulary_is_not_read_at_its_own_key(field: str, known: str) -> None:
    made = {
        "who": Event(kind=Kind.EVENT, text="x", who=(field,)),
        "tags": Event(kind=Kind.EVENT, text="x", tags=(field,)),
        "transition": Event(kind=Kind.EVENT, text="x", transition=Transition(type=field)),
        "text": Event(kind=Kind.TRANSITION, text=field),
        "phase": Event(kind=Kind.EVENT, text="x", phase=field),
    }
    unread = {where for where, event in made.items() if field not in texts(read(event))}
    assert unread == ({known, "text"} if known == "transition" else {known})
