"""The 24 questions, on cases small enough to count by hand."""

from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.comparison.cases import case, case_of, compared
from tests.support.stories import journeys

from reise.comparison import Case

TURNED = """
- milepæl: Start
- krise: Faller ut
  virkning: {ung: hindret}
- hendelse: Flytter
  merker: [brudd]
- tjeneste: Losen ringer
  hvem: skolelos
  virkning: {ung: hjalp, tjeneste: ukjent}
  merker: [stabil voksen]
- hendelse: Ringer tilbake
  hvem: den_unge
  merker: [eget initiativ]
- tjeneste: Losen kommer
  hvem: skolelos
  virkning: {ung: hjalp, foresatt: hindret}
  vendepunkt: {retning: opp, sagt av: ung, gjorde forskjell: Noen ventet}
- krise: Faller ut igjen
  vendepunkt: {retning: ned, sagt av: ung}
- tiltak: Jobb
  hvem: arbeidsgiver
  virkning: {ung: hjalp}
  vendepunkt: {retning: opp, sagt av: [ung, fagperson]}
- overgang: Over
  type: vgs-arbeid
  status: holdt
  hvem: [skolelos, arbeidsgiver]
- opplevelse: Står i det
"""
OTHERS = """
- krise: Faller ut
- tjeneste: Nav
  hvem: nav
  virkning: {fagperson: hjalp}
  vendepunkt: {retning: opp, sagt av: fagperson}
- overgang: Brister
  type: vgs-arbeid
  status: brast
- hendelse: Slutt
"""
NONE = """
- krise: Faller ut
- overgang: Uklart
  type: vgs-arbeid
  status: uklar
- tjeneste: Losen hjelper
  hvem: skolelos
  virkning: {ung: hjalp}
"""
TOP = "på tross av: [mobbing]\nutfall: {}\nkodet_av: ung\n"


@pytest.fixture(scope="module")
def three():
    return compared(
        case(TURNED, TOP.format("arbeid"), "a"),
        case(OTHERS, TOP.format("uten jobb"), "b"),
        case(NONE, TOP.format("ikke avsluttet"), "c"),
    )


def head(comparison, id):
    found = comparison.answers[id].head
    return found.n, found.N, found.cases, found.unknown


def part(comparison, id, name):
    [found] = [each for each in comparison.answers[id].parts if each.name == name]
    return found.n, found.N


def rows(comparison, id, table):
    [found] = [each for each in comparison.answers[id].tables if each.name == table]
    return found.rows


def test_q01_before_and_in_are_two_answers(three):
    assert head(three, "q01") == (1, 1, ("a",), ("b",))
    assert part(three, "q01", "stable_adult_in|voice:young") == (0, 1)
    assert part(three, "q01", "stable_adult_within|voice:young") == (1, 1)
    # The file of b never uses the tag, so it is unknown there whoever says where it turned.
    assert part(three, "q01", "stable_adult_before|voice:all") == (1, 1)


def test_q02_help_is_what_the_voice_says_helped(three):
    assert head(three, "q02") == (1, 1, ("a",), ("b",))
    assert part(three, "q02", "help_in|voice:all") == (2, 2)
    assert part(three, "q02", "help_by_before|role:skolelos") == (1, 1)


def test_q03_own_initiative_is_quoted(three):
    assert head(three, "q03") == (1, 1, ("a",), ("b",))
    assert rows(three, "q03", "found") == (("a", 4, "Ringer tilbake"),)


def test_q04_turning_points_and_cases_are_counted_apart(three):
    assert head(three, "q04") == (0, 1, (), ())
    assert compared(*three.cases, window=5).answers["q04"].head.n == 1


def test_q05_unclear_is_neither(three):
    assert head(three, "q05") == (1, 2, ("a",), ("c",))
    assert part(three, "q05", "broke_of|transition:vgs-arbeid") == (1, 2)


def test_q06_windows_around_those_that_held_and_broke(three):
    assert part(three, "q06", "help_before_broke") == (0, 0)
    assert head(three, "q06")[:2] == (1, 1)


def test_q07_the_first_help_and_the_first_crisis(three):
    assert head(three, "q07") == (0, 2, (), ("b",))
    assert three.answers["q07"].measures[0].values == (("a", 2.0), ("c", 2.0))


def test_q08_and_q09_who_was_there(three):
    assert part(three, "q08", "helped_cases|role:skolelos") == (2, 2)
    assert ("nav", "b", 0, 0, 0, 1, 1) in rows(three, "q08", "who_helped")
    assert three.answers["q09"].measures[0].values == (("a", 2.0), ("b", 1.0), ("c", 1.0))


def test_q10_says_what_is_missing(three):
    assert three.answers["q10"].lacks == "new_person"
    marked = case("- tjeneste: Ny\n  hvem: bup\n  merker: [ny person]\n  ganger: 3", id="d")
    found = compared(marked).answers["q10"]
    assert (found.lacks, found.head.n, found.measures[0].values) == ("", 1, (("d", 3.0),))


def test_q11_views_stand_side_by_side(three):
    assert head(three, "q11") == (1, 1, ("a",), ("a",))
    assert rows(three, "q11", "found")[0][4] == ("young:helped", "guardian:hindered")


def test_q12_who_pointed_them_out(three):
    assert head(three, "q12")[:2] == (3, 4)
    assert part(three, "q12", "said_by|voice:professional") == (2, 4)
    assert rows(three, "q12", "if_only_the_young")[0] == ("q01", 1, 1, 1, 1)


def test_q13_to_q15(three):
    assert head(three, "q13") == (1, 2, ("a",), ())
    volunteers = "- hendelse: A\n  hvem: frivilligsentral\n  vendepunkt: {retning: opp, sagt av: ung}"
    assert head(compared(case(volunteers)), "q13")[:2] == (1, 1)
    firm = volunteers.replace("frivilligsentral", "attforing")
    assert head(compared(case(firm)), "q13")[:2] == (0, 1)
    assert head(three, "q14") == (1, 1, ("a",), ("b",))
    assert part(three, "q14", "up_again") == (1, 1)
    assert rows(three, "q14", "paths") == (("a", ("1:up", "2:down", "3:up")),)
    assert head(three, "q15")[:2] == (0, 4)


def test_q16_a_kind_never_makes_a_turning_point_by_itself(three):
    differing = {row[0]: row[1:] for row in rows(three, "q16", "types")}
    # In b only others point out a turning point: that the young person has not is no no.
    assert differing["kind:crisis"] == (("a",), ("c",), ("b",))
    assert differing["role:skolelos"] == (("a",), ("c",), ())


def test_q17_needs_comparison_cases(three):
    assert head(three, "q17") == (1, 2, ("a",), ("c",))
    assert ("transition:vgs-arbeid", 1, 1, 0, 1, ("a",), ()) in rows(three, "q17", "features")
    alone = compared(three.cases[0], three.cases[2])
    assert alone.answers["q17"].lacks == "comparison_cases"
    assert alone.answers["q17"].tables == ()


def test_q18_behaviour_with_its_constraint(three):
    found = rows(three, "q18", "behaviour")
    assert [(row[2], row[4]) for row in found] == [(3, None), (4, None), (5, "Noen ventet")]
    assert {row[1] for row in found} == {("mobbing",)}


def test_q19_support_is_counted_in_cases(three):
    found = {row[0]: row[1:] for row in rows(three, "q19", "patterns")}
    assert found["crisis>service"] == (3, 3, ("a", "b", "c"))
    assert "service>experience" not in found


def test_q20_the_steps_add_up_to_events_minus_cases(three):
    events = sum(len(each.journey.events) for each in three.cases)
    assert three.answers["q20"].head.N == events - 3 == sum(row[3] for row in rows(three, "q20", "follows"))


def test_q21_services_that_meet(three):
    assert rows(three, "q21", "meetings") == (("arbeidsgiver", "skolelos", 1, 1, ("a",)),)


def test_q22_areas_count_double_and_say_so(three):
    assert head(three, "q22")[:2] == (0, 0)
    marked = case("- krise: A\n  område: [tidlig innsats, samhandling]\n  vendepunkt: ned", id="d")
    found = compared(marked).answers["q22"]
    assert [each.n for each in found.parts] == [1, 1, 0, 1]


def test_q24_says_that_a_second_coding_is_missing(three):
    assert three.answers["q24"].lacks == "second_coding"


def test_the_window_and_the_voice_change_the_numbers(three):
    assert compared(*three.cases, voice="all").answers["q02"].head.N == 2
    assert compared(*three.cases, window=1).answers["q01"].head.n == 0


SAME = """
- krise: A
  id: a
- familie: Tante
  merker: [stabil voksen]
- hendelse: Vender
  samtidig: a
  vendepunkt: opp
- hendelse: Etter
- krise: Og etter det
"""


def test_what_stands_between_two_events_of_the_same_time_is_not_before():
    found = compared(case(SAME, "kodet_av: ung")).answers["q01"]
    assert (found.head.n, found.head.N) == (0, 1)
    assert next(each.n for each in found.parts if each.name == "stable_adult_in|voice:young") == 1


def test_a_turning_point_in_a_quote_is_one():
    quoted = case("- krise: A\n- sitat: «Nå snur det»\n  vendepunkt: opp", "kodet_av: ung")
    assert compared(quoted).answers["q15"].head.N == 1


def test_a_setback_comes_later_and_not_at_the_same_time():
    both = "- hendelse: A\n  id: v\n  vendepunkt: opp\n- hendelse: B\n  samtidig: v\n  vendepunkt: ned"
    assert compared(case(both, "kodet_av: ung\nutfall: arbeid")).answers["q14"].head.n == 0


def test_after_the_end_of_a_journey_that_goes_on_nobody_knows():
    moved = "- krise: A\n- overgang: B\n  type: bup-dps\n  status: holdt"
    open_one = compared(case(moved, "utfall: pågår"))
    assert part(open_one, "q06", "help_after_held") == (0, 0)
    assert part(compared(case(moved, "utfall: arbeid")), "q06", "help_after_held") == (0, 1)


def test_opposing_voices_do_not_merge_into_one():
    seen = case("- tjeneste: A\n  hvem: larer\n  virkning: {ung: hindret, tjeneste: hjalp}")
    everyone = compared(seen, voice="all")
    assert part(everyone, "q08", "helped_cases|role:larer") == (1, 1)
    assert part(everyone, "q08", "hindered_cases|role:larer") == (1, 1)
    assert part(everyone, "q08", "both_cases|role:larer") == (0, 1)


def test_deviants_are_held_only_against_those_of_like_constraints():
    told = "- tjeneste: A\n  hvem: bup\n  virkning: {ung: hjalp}"
    cases = [
        case(told, f"på tross av: [{why}]\nutfall: {end}", name)
        for name, why, end in (
            ("a", "mobbing", "arbeid"),
            ("b", "mobbing", "arbeid"),
            ("c", "rus", "arbeid"),
            ("d", "mobbing", "uføretrygd"),
        )
    ]
    cases[3] = case("- krise: A", "på tross av: [mobbing]\nutfall: uføretrygd", "d")
    found = compared(*cases).answers["q17"]
    assert [(row[0], row[1], row[2], row[4]) for row in found.tables[0].rows] == [("role:bup", 2, 2, 1)]
    assert found.lacks == "few_comparison_cases"


#: Answers whose rule chooses what is counted by looking at all cases.
WHOLE = {"q16", "q17", "q19", "q23"}


@st.composite
def several(draw) -> list[Case]:
    made = draw(st.lists(journeys(most=9), min_size=1, max_size=4))
    outcomes = st.sampled_from([None, "arbeid", "uten jobb", "ikke avsluttet"])
    return [
        case_of(each.model_copy(update={"id": f"c{place}", "outcome": draw(outcomes)}))
        for place, each in enumerate(made)
    ]


def shares(comparison):
    for answer in comparison.answers.values():
        if answer.id not in WHOLE:
            yield (answer.id, answer.head.name), answer.head
            yield from (((answer.id, each.name), each) for each in answer.parts)


@settings(max_examples=40, deadline=None)
@given(several())
def test_every_number_is_a_share_of_known_cases_and_names_them(cases):
    ids = {each.id for each in cases}
    for answer in compared(*cases).answers.values():
        for found in (answer.head, *answer.parts):
            assert 0 <= found.n <= found.N
            assert bool(found.cases) == bool(found.n)
            assert bool(found.unknown) == bool(found.unknowns)
            if found.unit != "question":
                assert set(found.cases) | set(found.unknown) <= ids
        assert len({each.name for each in (answer.head, *answer.parts)}) == 1 + len(answer.parts)


@settings(max_examples=40, deadline=None)
@given(several())
def test_leaving_out_one_case_gives_what_comparing_the_others_gives(cases):
    whole = dict(shares(compared(*cases)))
    rests = [dict(shares(compared(*(each for each in cases if each is not left)))) for left in cases]
    for key, found in whole.items():
        if all(key in rest for rest in rests):
            told = {
                Fraction(rest[key].n, rest[key].N) for rest in rests if rest[key].N and rest[key].N < found.N
            }
            assert {Fraction(*each) for each in (found.low, found.high) if each} == (
                {min(told), max(told)} if told else set()
            )
