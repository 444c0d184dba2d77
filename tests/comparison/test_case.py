"""The line of a case, and what lies before and after an event on it."""

from tests.comparison.cases import case
from tests.journey.read import journey

from reise.comparison.alignment import anchors, checked
from reise.comparison.outcomes import is_good, sort
from reise.comparison.selection import parsed, selected

STORY = """
- milepæl: Bare en overskrift
- milepæl: Start
  virkning: hindret
- krise: En
- sitat: «Ord»
- tjeneste: To
  vendepunkt: {retning: opp, sagt av: ung}
- opplevelse: Tre
  id: tre
- krise: Fire
  samtidig: tre
- vendepunkt: Fem
  retning: ned
  sagt av: prosjektet
- ønske: Et ønske
"""


def texts(one, places):
    return [one.line[each].text for each in places]


def test_quotes_wishes_and_headings_take_no_place_on_the_line():
    assert texts(case(STORY), range(len(case(STORY).line))) == ["Start", "En", "To", "Tre", "Fire", "Fem"]


def test_events_are_called_as_on_the_map_where_milestones_have_no_number():
    assert case(STORY).numbers == (None, 1, 3, 4, 5, 6)


def test_before_is_strictly_earlier_and_simultaneous_is_neither_before_nor_after():
    one = case(STORY)
    assert texts(one, one.before(3, 2)) == ["En", "To"]
    assert texts(one, one.before(4, 2)) == ["En", "To"]
    assert texts(one, one.moment(4)) == ["Tre", "Fire"]
    assert texts(one, one.after(3, 2)) == ["Fem"]
    assert texts(one, one.after(2, 2)) == ["Tre", "Fire"]
    assert one.before(0, 2) == () == one.after(5, 2)


def test_a_turning_point_with_fewer_than_two_events_after_it_is_provisional():
    assert [turn.provisional for turn in case(STORY).turns] == [False, True]


def test_something_long_that_reaches_into_a_window_is_told():
    lasting = """
    - tiltak: Langt
      id: langt
      varer: pågår
    - krise: En
    - krise: To
    - vendepunkt: Opp
      retning: opp
    - hendelse: Etter
    """
    assert case(lasting).reaching(3, 2)
    assert not case(lasting.replace("      varer: pågår\n", "")).reaching(3, 2)
    aged = lasting.replace("varer: pågår", "varer: 1 år\n      alder: 10").replace(
        "En", "En\n      alder: 10"
    )
    assert case(aged).reaching(3, 2)
    assert not case(aged.replace("En\n      alder: 10", "En\n      alder: 15")).reaching(3, 2)


def aligned(align, voice="young", *cases):
    given = cases or (case(STORY),)
    return [(each.at, each.reached) for each in anchors(given, checked(align), voice)]


def test_alignments():
    assert aligned("first-up") == [(2, "reached")]
    assert aligned("first-down") == [(5, "others")]
    assert aligned("first-down", "all") == [(5, "reached")]
    assert aligned("last", "all") == [(5, "reached")]
    assert aligned("turn:2", "all") == [(5, "reached")]
    assert aligned("turn:3", "all") == [(None, "open")]
    assert aligned("turn:3", "all", case(STORY, "utfall: arbeid")) == [(None, "not")]
    assert aligned("start") == [(0, "reached")]
    assert aligned("milestone:start") == [(0, "reached")]
    assert aligned("milestone:Bare en overskrift") == [(0, "reached")]
    assert aligned("milestone:Slutt") == [(None, "open")]
    assert aligned("age:16") == [(None, "unknown")]


def test_an_age_is_reached_only_where_it_surely_is():
    aged = case(
        "- hendelse: A\n  alder: 12\n- hendelse: B\n- hendelse: C\n  alder: 16\n- hendelse: D",
        "utfall: arbeid",
    )
    assert aligned("age:14", "young", aged) == [(2, "reached")]
    assert aligned("age:12", "young", aged) == [(0, "reached")]


def test_a_transition_by_its_label():
    moved = case("- krise: A\n- overgang: B\n  type: bup-dps\n  status: holdt")
    assert aligned("transition:bup-dps", "young", moved) == [(1, "reached")]
    assert aligned("transition:BUP → DPS", "young", moved) == [(1, "reached")]


def test_outcomes():
    known = {
        "arbeid": "work", "Fast jobb": "work", "læreplass": "education", "VGS fullført": "education",
        "uten jobb": "outside", "eigen bustad, utan jobb eller skule enno": "outside",
        "ikke avsluttet": "open", "bor hos tante": "other",
        "fikk ikke jobb": "other", "mistet jobben": "other", "falt ut av skolen": "other",
        "venter på læreplass": "other",
    }  # fmt: skip
    assert {words: sort(words) for words in known} == known
    assert [is_good(each) for each in ("arbeid", "uføretrygd", "bor hos tante", None)] == [
        True,
        False,
        None,
        None,
    ]
    assert is_good("bor hos tante", ("Bor hos tante",)) is True
    assert is_good("arbeid", ("Bor hos tante",)) is False


def test_journeys_without_consent_and_withdrawn_ones_are_never_compared():
    yes = "samtykke: {sammenligning: ja}\n"
    given = [
        journey("- krise: A", yes + "utfall: arbeid\n").model_copy(update={"id": "a"}),
        journey("- krise: A").model_copy(update={"id": "b"}),
        journey("- krise: A", yes + "status: trukket\n").model_copy(update={"id": "c"}),
        journey("- krise: A", yes + "utfall: skole\n").model_copy(update={"id": "d"}),
    ]
    kept, left = selected(given, [parsed("utfall=Arbeid")])
    assert [each.id for each in kept] == ["a"]
    assert [(each.case, each.why) for each in left] == [
        ("b", "consent"),
        ("c", "withdrawn"),
        ("d", "filtered"),
    ]
    kept, _ = selected(given, [parsed("outcome=arbeid"), parsed("utfall=skole")])
    assert [each.id for each in kept] == ["a", "d"]
