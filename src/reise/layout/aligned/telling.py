"""From a comparison to the words of its first page: a line of steps for each case."""

from collections.abc import Iterable
from dataclasses import dataclass

from reise.comparison import Anchor, Case, Comparison, Turn
from reise.comparison.case import effects, roles
from reise.comparison.outcomes import is_open
from reise.journey.model import Certainty, Event, Kind
from reise.journey.vocabulary import role_label, transition_label
from reise.layout.cards import SERVICE_KINDS, names_of
from reise.layout.sealed import sealed
from reise.layout.words import SIGNS, Words

#: Alignments at a turning point; the other ones are at something that may be none.
TURNING = ("first-up", "first-down", "last", "turn")
#: Alignments at something that most journeys need not have: rows without it say no more than that.
APART = ("transition", "milestone")
#: What stands before whether a transition held.
STATUS = {"held": "✓", "broke": "×", "unclear": "?", "none_status": ""}
#: Fewer cases than this are small numbers.
FEW = 20


@dataclass(frozen=True, slots=True)
class Step:
    """An event as it is drawn: `turn` is where it led if somebody calls it a turning point.

    `pointed` says that the chosen voice does, `signs` are what that voice says it did, `same` that it
    is told to have happened at the same time as the one in the common column.
    """

    number: str
    kind: str
    ground: str
    signs: tuple[str, ...]
    uncertain: bool
    turn: str
    pointed: bool
    level: float | None
    text: str
    same: bool
    offset: int


@dataclass(frozen=True, slots=True)
class Line:
    """A case as a row. The offset of a step is its place from the common column.

    A case that has no place there has all its steps before it; `reached` says why (see Anchor), and
    `absence` in words. `status` is whether the transition in the common column held, if it is one.
    """

    id: str
    language: str
    name: str
    despite: str
    outcome: str
    reached: str
    steps: tuple[Step, ...]
    what: str
    difference: str
    said_by: str
    provisional: bool
    who: str
    who_before: str
    draft: bool
    wall: bool
    before: int
    after: int
    absence: str
    status: str

    @property
    def faint(self) -> bool:
        """Whether the case has no place in the common column."""
        return self.reached in ("not", "open", "unknown")

    def step(self, offset: int) -> Step | None:
        """Return the step in a column."""
        first = self.steps[0].offset if self.steps else 0
        return self.steps[offset - first] if 0 <= offset - first < len(self.steps) else None


@dataclass(frozen=True, slots=True)
class Told:
    """All the words of the page, in the language of its labels.

    `counted` is the title where the cases are counted and no longer stand side by side. `apart` says that
    rows without a place in the common column have no words but their name and that.
    """

    language: str
    title: str
    counted: str
    reading: str
    head: str
    turning: bool
    apart: bool
    voice: str
    warnings: tuple[str, ...]
    status: str
    lines: tuple[Line, ...]

    @property
    def words(self) -> Words:
        """The labels of maps."""
        return Words(self.language)

    @property
    def say(self) -> Words:
        """The labels of comparisons."""
        return Words(self.language, "comparison")


ORDER = ("reached", "others", "open", "not", "unknown")


def tell(comparison: Comparison, language: str) -> Told:
    """Return what the page says: cases that reached the common column first, else in their order."""
    words, say = Words(language), Words(language, "comparison")
    terms = comparison.terms
    sort, _, named = terms.align.partition(":")
    if sort == "transition":
        named = transition_label(named, language, comparison.collection)
    if sort == "age":
        named = words.number(float(named))
    head = "turn" if sort in TURNING else sort
    count = len(comparison.cases)
    what = say(f"aligned.{sort}", words=named)
    short = say("aligned.title_one", what=what, journeys=journeys(count, say))
    title = say("aligned.title", what=what, journeys=journeys(count, say)) if count > 1 else short
    pairs = sorted(
        zip(comparison.cases, comparison.anchors, strict=True), key=lambda pair: ORDER.index(pair[1].reached)
    )
    voice = words.voice(terms.voice, role_label(terms.voice, language, comparison.collection))
    voice = say("aligned.anyone") if terms.voice == "all" else voice
    reading = say("aligned.reading", anchor=say(f"aligned.anchor_{head}", words=named))
    return Told(
        language=language,
        title=title,
        counted=short,
        reading=reading + " " + say("aligned.signs_by", voice=voice),
        head=say(f"aligned.head_{head}", words=named),
        turning=sort in TURNING,
        apart=sort in APART,
        voice=voice,
        warnings=tuple(_warnings(comparison.cases, say)),
        status=_status(comparison, say),
        lines=tuple(_Teller(case, anchor, comparison, words, voice).line() for case, anchor in pairs),
    )


def journeys(count: int, say: Words) -> str:
    """Return so many journeys in words: "seks reiser", "60 reiser"."""
    small = say("aligned.small").split("|")
    return counted(
        "aligned.journeys", small[count - 1] if 0 < count <= len(small) else str(count), count, say
    )


def counted(path: str, shown: str, count: int, say: Words) -> str:
    """Return a label that has one form for one and another for more."""
    one, many = say(path).split("|")
    return (one if count == 1 else many).format(count=shown)


def _warnings(cases: Iterable[Case], say: Words) -> Iterable[str]:
    """Yield what a facilitator must know before the sheet is shown."""
    held = [case.journey.title for case in cases if not case.journey.consent.wall]
    if len(held) > 3:
        yield say("aligned.wall_many", count=len(held))
    elif held:
        yield say("aligned.wall", names=", ".join(held))
    topics = sorted({topic for case in cases for topic in case.journey.content_notice})
    if topics:
        yield say("aligned.notice", topics=", ".join(topics))


def _status(comparison: Comparison, say: Words) -> str:
    """Return the line at the foot of the sheets."""
    count = len(comparison.cases)
    first = journeys(count, say)
    parts = [
        first[:1].upper() + first[1:],
        say("aligned.small_numbers" if count < FEW else "aligned.numbers"),
    ]
    if comparison.left_out:
        left = len(comparison.left_out)
        parts.append(counted("aligned.left_out", str(left), left, say))
    drafts = sum(case.journey.status.value == "draft" for case in comparison.cases)
    if drafts:
        parts.append(counted("aligned.drafts", str(drafts), drafts, say))
    parts.append(sealed(comparison, say.language))
    return " · ".join(parts)


class _Teller:
    """Puts one case in words."""

    def __init__(self, case: Case, anchor: Anchor, comparison: Comparison, words: Words, voice: str) -> None:
        self.case = case
        self.anchor = anchor
        self.terms = comparison.terms
        self.words = words
        self.say = Words(words.language, "comparison")
        self.voice = voice

    def line(self) -> Line:
        """Return the case as a row."""
        case, at, journey = self.case, self.anchor.at, self.case.journey
        turn = next((each for each in case.turns if each.at == at), None)
        before = case.before(at, self.terms.window) if at is not None else ()
        after = case.after(at, self.terms.window) if at is not None else ()
        moment = case.moment(at) if at is not None else ()
        there = self._roles(case.line[each] for each in moment)
        return Line(
            id=case.id,
            language=journey.language.value,
            name=journey.title,
            despite=", ".join(journey.despite),
            outcome=self._outcome(),
            reached=self.anchor.reached,
            steps=tuple(self._steps(moment)),
            what=case.line[at].text if at is not None else "",
            difference=(turn.difference or "") if turn else "",
            said_by=self._said_by(turn) if turn else "",
            provisional=bool(turn and turn.provisional),
            who=", ".join(there),
            who_before=", ".join(
                each for each in self._roles(case.line[each] for each in before) if each not in there
            ),
            draft=journey.status.value == "draft",
            wall=journey.consent.wall,
            before=at - before[0] if at is not None and before else 0,
            after=after[-1] - at if at is not None and after else 0,
            absence=self._absence(),
            status=self._status(),
        )

    def _absence(self) -> str:
        """Return in words why the case has no place in the common column."""
        sort, _, named = self.terms.align.partition(":")
        return {
            "not": lambda: self.say(f"aligned.not_{sort}", words=named),
            "open": lambda: self.say("aligned.open"),
            "unknown": lambda: self.say("aligned.unknown"),
        }.get(self.anchor.reached, str)()

    def _status(self) -> str:
        """Return whether the transition that the cases are aligned at held."""
        if self.anchor.at is None or not self.terms.align.startswith("transition:"):
            return ""
        move = self.case.line[self.anchor.at].transition
        return move.status.value if move and move.status else "none_status"

    def _steps(self, moment: tuple[int, ...]) -> Iterable[Step]:
        case, at = self.case, self.anchor.at
        for place, event in enumerate(case.line):
            turn = event.turning_point
            pointed = bool(turn) and any(each.at == place for each in case.turns_of(self.terms.voice))
            said = dict.fromkeys(each.value for each in effects(event, self.terms.voice))
            yield Step(
                number=str(case.numbers[place] or ""),
                kind=event.kind.value,
                ground=_ground(event),
                signs=tuple(each for each in said if each in SIGNS),
                uncertain=event.certainty is not Certainty.HIGH or event.order_unknown,
                turn=turn.direction.value if turn else "",
                pointed=pointed,
                level=event.level,
                text=event.text,
                same=place in moment and place != at,
                offset=place - (len(case.line) if at is None else at),
            )

    def _roles(self, events: Iterable[Event]) -> tuple[str, ...]:
        named = dict.fromkeys(each for event in events for each in roles(event))
        return tuple(role_label(each, self.words.language, self.case.journey.collection) for each in named)

    def _outcome(self) -> str:
        outcome = self.case.journey.outcome
        return outcome or (self.say("aligned.goes_on") if is_open(outcome) else "")

    def _said_by(self, turn: Turn) -> str:
        """Return who calls it a turning point, and that the chosen voice does not where so."""
        if turn.said_by == ("unknown",):
            return self.say("aligned.said_by_unknown")
        voices = names_of(turn.said_by, self.case.journey, self.words)
        if turn.by(self.terms.voice):
            return self.say("aligned.said_by", voices=voices)
        return self.say("aligned.said_by_others", voices=voices, voice=self.voice)


def _ground(event: Event) -> str:
    """Return which lane of the case map an event stands in, "band" for a milestone."""
    if event.kind is Kind.MILESTONE:
        return "band"
    if event.kind in SERVICE_KINDS or (event.kind is Kind.TURNING_POINT and event.who):
        return "services"
    return "own" if event.voice == "young" else "life"
