"""Journeys made up by hypothesis, of any size and shape, and what must hold on any sheet."""

from functools import cache

from hypothesis import strategies as st

from reise.journey.model import (
    Certainty,
    Direction,
    Effect,
    Event,
    Journey,
    Kind,
    Source,
    SourceKind,
    Transition,
    TransitionStatus,
    TurningPoint,
)
from reise.journey.time import Age, Quantity
from reise.layout.case_map import CaseMap

LETTERS = "abcdefghijklmnoprstuvyæøå"
ROLES = (
    "dps",
    "bup",
    "nav",
    "barnevern",
    "familieavdeling",
    "skoleledelse",
    "nettverk",
    "den_unge",
    "Ukjent tjeneste",
)

words = st.text(LETTERS, min_size=1, max_size=14)
#: Stands for a blank while text is drawn in one piece, which is much quicker than word by word: every sixth.
_BLANKS = dict.fromkeys(map(ord, "12345"), " ")
_short, _long = (st.text(LETTERS + "12345", min_size=least, max_size=300) for least in (20, 180))
_very_long_word = st.text(LETTERS, min_size=30, max_size=60)
_with_it_first, _with_it_last = (
    st.tuples(*each).map("1".join) for each in ((_very_long_word, _long), (_short, _very_long_word))
)


@cache
def phrases(most: int = 300) -> st.SearchStrategy[str]:
    """Return text of up to `most` characters, at times with a word of up to 60 letters."""
    drawn = st.one_of(words, _short, _long, _long, _with_it_first, _with_it_last)
    return drawn.map(lambda each: " ".join(each.translate(_BLANKS)[:most].split()) or "x")


@st.composite
def events(draw: st.DrawFn) -> Event:
    """Return an event with anything that can be drawn."""
    kind = draw(st.sampled_from(list(Kind)))
    marked = draw(st.integers(0, 5)) == 0
    crossing = kind is Kind.TRANSITION or draw(st.integers(0, 9)) == 0
    return Event(
        kind=kind,
        text=draw(phrases(120 if draw(st.booleans()) else 300)),
        who=tuple(draw(st.lists(st.sampled_from(ROLES), max_size=3, unique=True))),
        effects={
            voice: draw(st.sampled_from(list(Effect)))
            for voice in draw(
                st.lists(st.sampled_from(["young", "service", "project"]), max_size=2, unique=True)
            )
        },
        certainty=draw(st.sampled_from(list(Certainty))),
        turning_point=TurningPoint(
            direction=draw(st.sampled_from(list(Direction))),
            said_by=("young",),
            difference=draw(st.none() | phrases()),
        )
        if marked or kind is Kind.TURNING_POINT
        else None,
        transition=Transition(
            type=draw(st.sampled_from(["bup-dps", "dogn-hjem", None])),
            status=draw(st.sampled_from([*TransitionStatus, None])),
        )
        if crossing
        else None,
        level=draw(st.none() | st.none() | st.floats(-3, 3).map(lambda x: round(x * 2) / 2)),
        tags=tuple(
            draw(st.lists(st.sampled_from(["stable_adult", "own_initiative", "break", "fri"]), max_size=2))
        ),
        times=draw(st.sampled_from([1, 1, 1, 6])),
        later=draw(
            st.none() | st.just(Quantity(low=300, high=450, said_low=1, said_high=1, unit="year", about=True))
        ),
        phase=draw(st.none() | phrases(40)) if kind is Kind.MILESTONE else None,
    )


@st.composite
def journeys(draw: st.DrawFn, most: int = 40) -> Journey:
    """Return a journey of up to `most` events."""
    made = draw(st.lists(events(), min_size=1, max_size=most))
    if draw(st.booleans()):
        made[0] = made[0].model_copy(update={"age": Age(low=4680, high=5039, said_low=13, said_high=None)})
    return Journey(
        id="prove",
        file="prove.yaml",
        title=draw(phrases(120)),
        about=draw(st.none() | phrases()),
        source=Source(kind=SourceKind.COMPOSITE, count=3),
        despite=tuple(draw(st.lists(phrases(120), max_size=6))),
        outcome=draw(st.none() | phrases(120)),
        content_notice=tuple(draw(st.lists(words, max_size=3))),
        note=draw(st.none() | phrases()),
        events=tuple(made),
    )


def faults(case_map: CaseMap) -> list[str]:
    """Return what is wrong on the sheets of a map: words outside the sheet, or on top of each other."""
    found = []
    for sheet in case_map.sheets:
        boxes = sheet.boxes()
        for name, box in boxes:
            if box.x < 0 or box.y < 0 or box.right > sheet.width + 0.01 or box.bottom > sheet.height + 0.01:
                found.append(f"sheet {sheet.number}: {name} off the sheet: {box}")
        boxes.sort(key=lambda each: each[1].x)
        for index, (name, box) in enumerate(boxes):
            for other, there in boxes[index + 1 :]:
                if there.x >= box.right:
                    break
                if box.overlaps(there):
                    found.append(f"sheet {sheet.number}: {name} on {other}: {box} {there}")
    return found
