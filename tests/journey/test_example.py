"""The example of the format, and the same journey in the three languages of keys."""

from tests.journey.read import piece, told

from reise.journey.model import (
    Area,
    Consent,
    Direction,
    Effect,
    Kind,
    Language,
    Source,
    SourceKind,
    Status,
    Transition,
    TransitionStatus,
    TurningPoint,
)

EXAMPLE = """\
reise: 1                               # format version, first key
tittel: Jenta i kantina                # the file name is the id: jenta-i-kantina.yaml
språk: nb                              # nb | nn | en: the language of the text and of the printed labels
om: Fra skolevegring til læreplass, med en kantinesjef som ventet.
kilde: {slag: sammensatt, av: 3}       # sammensatt | publisert | konstruert | intervju | datasett
status: godkjent                       # utkast | lest | godkjent | trukket
samtykke: {kart: ja, vegg: ja, sammenligning: ja, deling: nei}
kodet_av: prosjektet                   # who says what helped, hindered, turned
på tross av: [mobbing, far syk]        # the constraints
utfall: læreplass
hendelser:
  - milepæl: Ungdomsskolen
    alder: 13
  - krise: Slutter å gå på skolen
    varer: 1-2 år
    livslinje: -2                      # −3 … +3, only where the young person has set it
  - tjeneste: Losen kommer hjem hver dag i seks uker
    id: los
    hvem: skolelos
    virkning: {ung: hjalp, tjeneste: ukjent}
    vendepunkt: {retning: opp, sagt av: ung, gjorde forskjell: Hun ga seg ikke}
    område: tidlig innsats
  - sitat: «Det var første gang noen ventet på meg»
    stemme: ung
  - milepæl: Læreplassen
  - overgang: vgs-arbeid
    status: holdt
    senere: ~1 år
"""

NYNORSK = """\
reise: 1
tittel: Jenta i kantina
språk: nb
om: Fra skolevegring til læreplass, med en kantinesjef som ventet.
kjelde: {slag: samansett, av: 3}
status: godkjent
samtykke: {kart: ja, vegg: ja, samanlikning: ja, deling: nei}
koda av: prosjektet
på tross av: [mobbing, far syk]
utfall: læreplass
hendingar:
  - milepæl: Ungdomsskolen
    alder: 13 år
  - krise: Slutter å gå på skolen
    varer: 1–2 år
    livslinje: −2
  - teneste: Losen kommer hjem hver dag i seks uker
    id: los
    kven: Skulelos
    verknad: {ung: hjelpte, teneste: ukjend}
    vendepunkt: {retning: opp, sagt av: ung, gjorde skilnad: Hun ga seg ikke}
    område: tidleg innsats
  - sitat: «Det var første gang noen ventet på meg»
    røyst: ung
  - milepæl: Læreplassen
  - overgang: vgs-arbeid
    status: heldt
    seinare: ca. eitt år
"""

ENGLISH = """\
reise: 1
title: Jenta i kantina
language: nb
about: Fra skolevegring til læreplass, med en kantinesjef som ventet.
source: {kind: composite, of: 3}
status: approved
consent: {map: yes, wall: yes, comparison: yes, sharing: no}
coded-by: project
DESPITE: [mobbing, far syk]
outcome: læreplass
events:
  - milestone: Ungdomsskolen
    age: 13
  - crisis: Slutter å gå på skolen
    lasts: 1 to 2 years
    life line: "-2"
  - service: Losen kommer hjem hver dag i seks uker
    id: los
    who: [school pathfinder]
    effect: {young: helped, service: unknown}
    turning_point: {direction: up, said by: young, difference: Hun ga seg ikke}
    area: early intervention
  - quote: «Det var første gang noen ventet på meg»
    voice: young
  - milestone: Læreplassen
  - transition: vgs-arbeid
    status: held
    later: about a year
"""


def test_the_example_of_the_format():
    journey = told(EXAMPLE, "journeys/jenta-i-kantina.yaml").value
    assert journey.id == "jenta-i-kantina"
    assert journey.file == "journeys/jenta-i-kantina.yaml"
    assert journey.title == "Jenta i kantina"
    assert journey.language is Language.NB
    assert journey.source == Source(kind=SourceKind.COMPOSITE, count=3)
    assert journey.status is Status.APPROVED
    assert journey.consent == Consent(map=True, wall=True, comparison=True, sharing=False)
    assert journey.coded_by == "project"
    assert journey.despite == ("mobbing", "far syk")
    assert journey.outcome == "læreplass"
    school, crisis, service, quote, work, transition = journey.events
    assert (school.kind, school.text, school.age.said_low) == (Kind.MILESTONE, "Ungdomsskolen", 13)
    assert (crisis.lasts.said_low, crisis.lasts.said_high, crisis.lasts.unit) == (1, 2, "year")
    assert crisis.level == -2
    assert (service.id, service.who) == ("los", ("skolelos",))
    assert service.effects == {"young": Effect.HELPED, "service": Effect.UNKNOWN}
    assert service.turning_point == TurningPoint(
        direction=Direction.UP, said_by=("young",), difference="Hun ga seg ikke"
    )
    assert service.areas == (Area.EARLY,)
    assert (quote.kind, quote.voice) == (Kind.QUOTE, "young")
    assert work.text == "Læreplassen"
    assert transition.kind is Kind.TRANSITION
    assert transition.text == "Videregående → arbeid/læretid"
    assert transition.transition == Transition(type="vgs-arbeid", status=TransitionStatus.HELD)
    assert transition.later.about


def test_one_journey_in_three_languages():
    one, *others = (told(text, "jenta-i-kantina.yaml") for text in (EXAMPLE, NYNORSK, ENGLISH))
    assert one.problems == ()
    for other in others:
        assert other.problems == ()
        assert other.value == one.value
        assert other.value.place("title") is not None


def test_without_the_letters_of_norwegian():
    plain = EXAMPLE.translate(str.maketrans({"å": "a", "ø": "o"})).replace("milepæl", "milepael")
    assert told(plain).problems == ()
    double = (
        EXAMPLE.replace("språk", "spraak").replace("på tross av", "PAA-TROSS_AV").replace("område", "omraade")
    )
    assert told(double, "jenta-i-kantina.yaml").value == told(EXAMPLE, "jenta-i-kantina.yaml").value


def test_every_place_points_at_its_text():
    journey = told(EXAMPLE).value
    at = {
        ("title",): "Jenta i kantina",
        ("despite", 1): "far syk",
        ("source", "count"): "3",
        ("events", 0, "kind"): "milepæl",
        ("events", 0, "text"): "Ungdomsskolen",
        ("events", 0, "age"): "13",
        ("events", 1, "lasts"): "1-2 år",
        ("events", 2, "who"): "skolelos",
        ("events", 2, "who", 0): "skolelos",
        ("events", 2, "effects", "young"): "hjalp",
        ("events", 2, "turning_point", "said_by"): "ung",
        ("events", 2, "areas", 0): "tidlig innsats",
        ("events", 5, "transition", "status"): "holdt",
        ("events", 5, "later"): "~1 år",
    }
    assert {path: piece(EXAMPLE, journey.place(*path)) for path in at} == at
    keys = {("title",): "tittel", ("despite",): "på tross av", ("events", 1, "lasts"): "varer"}
    keys |= {("events", 1, "text"): "krise", ("events", 2, "effects", "young"): "ung"}
    assert {path: piece(EXAMPLE, journey.place(*path, key=True)) for path in keys} == keys
    assert piece(EXAMPLE, journey.place("events", 0)).startswith("milepæl: Ungdomsskolen\n    alder: 13")
    assert journey.place("events", 0, "later") is None


def test_a_journey_made_in_python_has_no_places():
    journey = told(EXAMPLE).value
    copy = type(journey).model_validate(journey.model_dump())
    assert copy == journey
    assert copy.place("title") is None
    assert copy.collection.roles == ()
