"""Kinds and marks, short and long forms, one value and many."""

import pytest
from tests.journey.read import codes, event, journey, problems

from reise.journey.model import (
    Area,
    Certainty,
    Direction,
    Effect,
    Kind,
    Transition,
    TransitionStatus,
    TurningPoint,
)


@pytest.mark.parametrize(
    ("key", "kind"),
    [
        ("milepæl", Kind.MILESTONE),
        ("hending", Kind.EVENT),
        ("Familie", Kind.FAMILY),
        ("oppleving", Kind.EXPERIENCE),
        ("krise", Kind.CRISIS),
        ("teneste", Kind.SERVICE),
        ("tiltak", Kind.MEASURE),
        ("overgang", Kind.TRANSITION),
        ("turning-point", Kind.TURNING_POINT),
        ("sitat", Kind.QUOTE),
        ("onske", Kind.WISH),
    ],
)
def test_the_kind_is_the_key(key, kind):
    found = event(f"- {key}: Noe skjer")
    assert (found.kind, found.text) == (kind, "Noe skjer")
    assert (found.transition is not None) == (kind is Kind.TRANSITION)
    assert (found.turning_point is not None) == (kind is Kind.TURNING_POINT)


def test_a_transition_as_a_kind_has_its_own_keys_beside():
    found = event("- overgang: Overføres til DPS\n  type: bup-dps\n  status: brast")
    assert (found.kind, found.text) == (Kind.TRANSITION, "Overføres til DPS")
    assert found.transition == Transition(type="bup-dps", status=TransitionStatus.BROKE)


def test_a_turning_point_as_a_kind_has_its_own_keys_beside():
    found = event(
        "- vendepunkt: Hun bestemte seg\n  retning: opp\n  sagt av: [ung, foresatt]\n"
        "  gjorde forskjell: Ingen maste\n  mekanisme: ny rutine"
    )
    assert found.turning_point == TurningPoint(
        direction=Direction.UP, said_by=("young", "guardian"), difference="Ingen maste", mechanism="ny rutine"
    )


@pytest.mark.parametrize(
    "lines",
    [
        "- tjeneste: Overføres\n  overgang: {type: bup-dps, status: brast}\n  vendepunkt: {retning: ned}",
        "- overgang: {type: bup-dps, status: brast}\n  vendepunkt: ned\n  tjeneste: Overføres",
    ],
)
def test_marks_yield_to_another_kind_wherever_they_stand(lines):
    found = event(lines)
    assert (found.kind, found.text) == (Kind.SERVICE, "Overføres")
    assert found.transition == Transition(type="bup-dps", status=TransitionStatus.BROKE)
    assert found.turning_point == TurningPoint(direction=Direction.DOWN)


def test_the_short_forms_of_marks():
    said = journey("- krise: Noe\n  overgang: BUP -> DPS\n  vendepunkt: opp")
    assert said.place("events", 0, "transition", "type") == said.place("events", 0, "transition")
    found = said.events[0]
    assert found.transition == Transition(type="bup-dps")
    assert found.turning_point == TurningPoint(direction=Direction.UP)


def test_of_two_marks_the_first_leads():
    found = event("- vendepunkt: Hun bestemte seg\n  overgang: bup-dps\n  retning: opp")
    assert (found.kind, found.transition.type) == (Kind.TURNING_POINT, "bup-dps")
    found = event("- overgang: bup-dps\n  vendepunkt: opp\n  status: holdt")
    assert (found.kind, found.turning_point.direction) == (Kind.TRANSITION, Direction.UP)


def test_the_own_keys_of_a_mark_stand_nowhere_else():
    [wrong] = problems("- tjeneste: Noe\n  status: holdt")
    assert (wrong.code, dict(wrong.args)) == ("R202", {"suggestion": "overgang"})


@pytest.mark.parametrize(
    ("language", "label"),
    [("nb", "Døgninnleggelse → hjem"), ("nn", "Døgninnlegging → heim"), ("en", "Inpatient to home")],
)
def test_a_known_transition_prints_its_label(language, label):
    found = event("- overgang: dogn-hjem", f"språk: {language}\n")
    assert (found.text, found.transition.type) == (label, "dogn-hjem")


def test_words_that_only_look_like_a_transition_stay_words():
    found = event("- overgang: Innleggelse")
    assert (found.text, found.transition) == ("Innleggelse", Transition())


def test_who_said_it_is_the_coder_unless_an_event_says_otherwise():
    top = "kodet av: forsker\n"
    assert event("- krise: Noe\n  virkning: hindret", top).effects == {"researcher": Effect.HINDERED}
    assert event("- krise: Noe\n  virkning: hindret").effects == {"unknown": Effect.HINDERED}
    assert event("- krise: Noe\n  virkning: {bup: hindret}", top).effects == {"bup": Effect.HINDERED}
    assert event("- krise: Noe\n  vendepunkt: ned", top).turning_point.said_by == ("researcher",)
    assert event("- krise: Noe\n  vendepunkt: {sagt av: ung}", top).turning_point.said_by == ("young",)
    assert event("- krise: Noe\n  vendepunkt: ned").turning_point.said_by == ()


def test_the_coder_may_stand_below_the_events():
    from tests.journey.read import told

    text = "reise: 1\ntitle: x\nevents:\n  - crisis: y\n    effect: helped\ncoded by: young\n"
    assert told(text).value.events[0].effects == {"young": Effect.HELPED}


def test_one_value_or_a_list_of_them():
    one = event(
        "- krise: Noe\n  hvem: Nav\n  område: samhandling\n  merker: brudd\n  etter: a\n  del av: b",
    )
    many = event(
        "- krise: Noe\n  hvem: [nav]\n  område: [samhandling]\n  merke: [brot]\n  etter: [a]\n  del av: [b]",
    )
    assert one == many
    assert (one.who, one.areas, one.tags, one.after, one.part_of) == (
        ("nav",),
        (Area.COOPERATION,),
        ("break",),
        ("a",),
        ("b",),
    )


def test_lists_keep_each_value_once():
    assert event("- krise: Noe\n  hvem: [Nav, nav, bup, NAV]").who == ("nav", "bup")


def test_tags_are_free_but_for_three():
    found = event("- krise: Noe\n  merker: [stabil vaksen, Eget initiativ, Brudd, fisketur]")
    assert found.tags == ("stable_adult", "own_initiative", "break", "fisketur")


def test_everything_else_an_event_can_say():
    found = event(
        """\
        - familie: Bestemor kommer
          id: mor-mor
          alder: ~9
          hvem sin: barn
          varer: pågår
          før: a
          under: b
          samtidig: c
          til: d
          rekkefølge: ukjent
          sikkerhet: lav
          stemme: Fagperson
          førte til: [e, f]
          ganger: 6
          fase: Oppvekst
          livslinje: +1,5
        """
    )
    assert (found.id, found.whose, found.lasts, found.order_unknown) == ("mor-mor", "barn", "ongoing", True)
    assert (found.before, found.during, found.with_, found.until) == (("a",), ("b",), ("c",), ("d",))
    assert (found.certainty, found.voice, found.led_to) == (Certainty.LOW, "professional", ("e", "f"))
    assert (found.times, found.phase, found.level) == (6, "Oppvekst", 1.5)


@pytest.mark.parametrize("minus", ["-", "−", "–"])
def test_the_life_line_takes_any_minus(minus):
    assert event(f"- krise: Noe\n  livslinje: {minus}2,5").level == -2.5


@pytest.mark.parametrize("words", ["4", "-3.5", "0,3", "opp", ".nan", "1e1", "++1", "1_0"])
def test_the_life_line_is_three_high(words):
    assert codes(f"- krise: Noe\n  livslinje: {words}") == ["R206"]


def test_words_are_set_on_one_line():
    assert (
        event("- krise: >\n    Først dette\n    og så  dette\n\n    og dette\n").text
        == "Først dette og så dette og dette"
    )
    assert event('- krise: " Noe "').text == "Noe"
    assert event('- krise: "5\u00a0000 ganger"').text == "5\u00a0000 ganger"


def test_a_journey_of_one_line_events():
    assert len(journey("- milepæl: A\n- milepæl: A\n- ønske: B").events) == 3
