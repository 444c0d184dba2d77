"""Each rule by its code: what breaks it, where it is said, and what does not break it."""

import pytest
from tests.journey.read import journey, piece, with_events

from reise.journey.model import Collection, Event, Journey, Kind
from reise.problems import Span
from reise.rules import RULES, check, check_collection


def found(events):
    """Return codes with the words they stand at and point back at."""
    text = with_events(events)
    return [
        (each.code, piece(text, each.span), [piece(text, at) for at in each.related])
        for each in check(journey(events))
    ]


@pytest.mark.parametrize("key", ["etter", "før", "under", "samtidig", "til", "førte til", "del av"])
def test_r302_a_reference_to_nothing(key):
    assert found(f"- krise: x\n- krise: y\n  {key}: borte") == [("R302", "borte", [])]


def test_r302_each_of_a_list():
    assert found("- krise: x\n  id: a\n- krise: y\n  etter: [a, b, c]") == [
        ("R302", "b", []),
        ("R302", "c", []),
    ]


def test_r302_events_below_may_be_named():
    assert found("- krise: x\n  før: a\n- krise: y\n  id: a") == []


def test_r305_an_event_that_refers_to_itself():
    assert found("- krise: x\n  id: a\n  etter: a") == [("R305", "a", [])]
    assert found("- krise: x\n  id: a\n  del av: a") == [("R305", "a", [])]


def test_r306_a_phase_of_no_milestone():
    assert found("- milepæl: x\n  fase: f\n- krise: y\n  fase: g") == [("R306", "fase", [])]


def test_r307_later_than_nothing():
    assert found("- krise: x\n  senere: 1 år\n- krise: y\n  senere: 1 år") == [("R307", "senere", [])]
    assert found("- krise: x\n  senere: 1 år\n  etter: a\n- krise: y\n  id: a") == []


def parts(**claims):
    return found(
        "".join(f"- krise: x\n  id: {each}\n  del av: [{whole}]\n" for each, whole in claims.items())
    )


def test_r308_part_of_one_another():
    assert parts(a="b", b="a") == [("R308", "a", ["b"])]
    assert parts(a="b, d", b="c", c="a", d="") == [("R308", "a", ["b", "c"])]
    assert parts(a="", b="a", c="a, b") == []


def test_r308_a_long_chain_is_no_circle():
    events = [Event(kind=Kind.EVENT, text="x", id=f"e{n}", part_of=(f"e{n + 1}",)) for n in range(9_999)]
    events.append(Event(kind=Kind.EVENT, text="x", id="e9999"))
    assert check(Journey(id="a", file="a.yaml", title="x", events=tuple(events))) == ()
    events[-1] = Event(kind=Kind.EVENT, text="x", id="e9999", part_of=("e0",))
    [circle] = check(Journey(id="a", file="a.yaml", title="x", events=tuple(events)))
    assert (circle.code, circle.span, circle.related) == ("R308", None, ())


def test_rules_tell_what_and_why():
    for code, rule in RULES.items():
        assert rule.__doc__.startswith(f"{code}: ")
        assert "\n\n" in rule.__doc__


def test_problems_come_in_file_order():
    codes = [each[0] for each in found("- krise: x\n  senere: 1 år\n  fase: f\n  id: a\n  etter: [b, a]")]
    assert codes == ["R306", "R302", "R305"]


@pytest.mark.parametrize("key", ["hvem", "merker", "hvem sin"])
def test_r501_a_letter_that_no_font_has(key):
    alder = "\n  alder: 3" if key == "hvem sin" else ""
    assert found(f"- krise: x\n  {key}: Stallen 🐴{alder}") == [("R501", "🐴", [])]


def test_r501_each_text_once_at_its_first_letter_or_as_a_whole():
    events = '- milepæl: Дорога\n  fase: ✈\n- sitat: "sa Я"\n- krise: |\n    en\n    to 早\n'
    assert [(code, words) for code, words, _ in found(events)] == [
        ("R501", "Д"),
        ("R501", "✈"),
        ("R501", '"sa Я"'),
        ("R501", "|\n      en\n      to 早"),
    ]


def test_r501_latin_letters_and_what_is_not_printed():
    assert found("- krise: «Čáhcesuolu» – blåbærsyltetøy … ☺\n  id: a") == []


def test_r501_a_journey_made_in_python_has_no_places():
    made = Journey(id="a", file="a.yaml", title="早", events=(Event(kind=Kind.EVENT, text="x"),))
    [lacking] = check(made)
    assert (lacking.code, lacking.span, dict(lacking.args)) == ("R501", None, {"codepoint": "U+65E9"})


def test_r501_layout_refuses_what_was_never_checked():
    from reise.layout import case_map
    from reise.pipeline import times

    for name in ("title", "about", "outcome", "note", "despite", "content_notice"):
        value = ("早",) if name in ("despite", "content_notice") else "早"
        made = {"title": "x", name: value}
        journey = Journey(id="a", file="a.yaml", events=(Event(kind=Kind.EVENT, text="x"),), **made)
        assert [each.code for each in case_map(journey, times(journey)).problems] == ["R501"], name


def test_r302_an_id_that_is_nearly_the_same_is_pointed_at():
    [lacking] = check(journey("- krise: x\n  id: sommeren\n- krise: y\n  etter: someren"))
    assert dict(lacking.args)["line"] == lacking.related[0].line
    told = found("- krise: x\n  id: sommeren\n- krise: y\n  etter: somren")
    assert told == [("R302", "somren", ["sommeren"])]


def test_r302_nobody_means_the_event_itself():
    assert found("- krise: x\n  id: sommeren\n  etter: somren") == [("R302", "somren", [])]
    two = "- krise: x\n  id: sommeren\n  etter: somren\n- krise: y\n  id: somrene"
    assert found(two) == [("R302", "somren", ["somrene"])]


def placed(events, places):
    """Return a journey whose parts stand at some places."""
    told = {"id": "a", "file": "a.yaml", "title": "x", "events": events}
    return Journey.model_validate(told, context={"places": places})


def test_r302_a_file_of_mistakes_is_searched_so_far_and_no_further():
    events = [Event(kind=Kind.EVENT, text="x", id=f"sommeren-{n}") for n in range(500)]
    events.append(Event(kind=Kind.EVENT, text="y", after=tuple(f"somren-{n}" for n in range(110))))
    known = {("events", n, "id"): Span(n + 1, 1, n + 1, 2) for n in range(500)}
    told = check(placed(tuple(events), known))
    assert [bool(each.related) for each in told] == [True] * 100 + [False] * 10


def test_r308_a_way_into_a_circle_is_no_part_of_it():
    assert parts(c="a", a="b", b="a") == [("R308", "a", ["b"])]
    assert parts(d="c", c="a", a="b", b="a") == [("R308", "a", ["b"])]


def test_r308_a_part_of_itself_is_told_once_and_as_that():
    assert parts(a="a") == [("R305", "a", [])]
    assert parts(c="a", a="a") == [("R305", "a", [])]


def test_r308_stands_at_the_last_claim_of_the_file_whichever_way_the_circle_goes():
    assert parts(a="c", b="a", c="b") == [("R308", "b", ["c", "a"])]


def test_r308_two_circles_are_two():
    assert parts(a="b", b="a", c="d", d="c") == [("R308", "a", ["b"]), ("R308", "c", ["d"])]


def test_r501_lines_may_end():
    assert found("- krise: |\n    en\n    to\n") == []


def test_r501_behind_other_letters_of_its_line():
    assert found("- krise: Han så 早 og gikk\n") == [("R501", "早", [])]


def test_r501_what_has_no_place_of_its_own_stands_in_the_least_that_has():
    place = Span(3, 5, 3, 9)
    events = (Event(kind=Kind.EVENT, text="早"),)
    for known, at in ({("events", 0): place}, place), ({("events",): place}, place), ({}, None):
        [lacking] = check(placed(events, known))
        assert lacking.span == at


def test_r501_a_collection_stands_in_a_file_of_its_own():
    [lacking] = check_collection(Collection(title="Rom 早"), "rom/samling.yaml")
    assert (lacking.code, lacking.file) == ("R501", "rom/samling.yaml")
    assert check_collection(Collection(title="Rom 3"), "rom/samling.yaml") == ()
