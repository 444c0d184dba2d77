"""What stands around the rows of a sheet: title, findings, lines to write on, legend, foot."""

from collections.abc import Iterable, Sequence

from reise.journey.vocabulary import abbreviations_in
from reise.layout.aligned.marks import ARM, HEIGHT, RING, ROUND, WIDTH, Drawing, circle, sign
from reise.layout.aligned.telling import STATUS, Line, Step, Told
from reise.layout.aligned.value import AlignedSheet, Finding, Row
from reise.layout.block import Block, key_at, line, rectangle, text_at
from reise.layout.case_map import Box, Icon, Key, Text
from reise.layout.measure import LEAD, Measure
from reise.layout.paper import MM_PER_POINT, Paper
from reise.layout.points import RULE
from reise.layout.ruler import Face, Ruler

AIR = 0.55
READING, BIG, HEADING = 1.2, 2.4, 1.12
TITLE_LEAD = 1.1
APART = 1.5
#: The size of a mark in the legend, in em of the legend's type.
KEY_MARK = 0.72


class Frame:
    """Sets what stands around the rows, at one size of type."""

    def __init__(self, told: Told, paper: Paper, point: float, measures: "Measures") -> None:
        self.told = told
        self.paper = paper
        self.point = point
        self.measures = measures
        self.measure: Measure = measures.of(told.language)
        self.em = point * MM_PER_POINT
        self.margin = paper.margin / self.em
        self.width = paper.width / self.em - 2 * self.margin
        self.height = paper.height / self.em - 2 * self.margin
        self.small = paper.small_ratio
        self.foot_size = self.small
        self.title_size = self._title_size()

    def _title_size(self) -> float:
        """Return the size of the title: that of the paper, less where it takes more than two lines."""
        size = self.paper.title / self.point
        while len(self.measure.lines(self.told.title, self.width, size, Face.BOLD)) > 2 and size > 1.3:
            size *= 0.9
        return max(size, 1.0)

    def text(self, role: str, words: str, width: float, size: float = 1.0, face: Face = Face.REGULAR) -> Text:
        """Return `words` set at the origin."""
        lines = self.measure.lines(words, width, size, face)
        return Text(role, Box(0, 0, width, LEAD * size * len(lines)), lines)

    def _balanced(self, role: str, words: str, width: float, size: float) -> Text:
        """Return `words` in as few lines as may be, these nearly as long as each other."""
        text = self.text(role, words, width, size)
        for part in (0.9, 0.8, 0.7, 0.6):
            tried = self.measure.lines(words, width * part, size)
            if len(tried) > len(text.lines):
                break
            text = Text(role, text.box, tried)
        return text

    def head(self, reading: str) -> Block:
        """Return the title, how to read the sheet, and what to be warned of."""
        size = self.title_size
        lines = self.measure.lines(self.told.title, self.width, size, Face.BOLD)
        title = Text("title", Box(0, 0, self.width, TITLE_LEAD * size * len(lines)), lines)
        said = text_at(self._balanced("reading", reading, self.width, READING), 0, title.box.bottom + 0.2)
        texts, y = [title, said], said.box.bottom + 0.15
        for words in self.told.warnings:
            set_one = self.measure.lines(words, self.width - 1.2, 1.0, Face.SEMIBOLD)
            wide = max(self.measure.width(each, 1.0, Face.SEMIBOLD) for each in set_one) + 1.25
            box = Box(0, y + 0.1, min(wide, self.width), LEAD * len(set_one) + 0.2)
            before = texts[-1]
            if (
                before.role == "notice"
                and before.box.right + 0.6 + box.width <= self.width
                and len(set_one) == 1
            ):
                box = Box(before.box.right + 0.6, before.box.y, box.width, before.box.height)
            texts.append(Text("notice", box, set_one))
            y = max(y, box.bottom)
        return Block(y + AIR, tuple(texts))

    def findings(self, found: Sequence[tuple[str, str]], drawing: Drawing, y: float) -> tuple[Finding, ...]:
        """Return the findings side by side from y down; each under a rule."""
        if not found:
            return ()
        gap = 1.4
        width = (self.width - gap * (len(found) - 1)) / len(found)
        made = []
        for place, (number, words) in enumerate(found):
            x = self.margin + place * (width + gap)
            drawing.add("finding-rule", line(x, y, x + width, y))
            big = self.text("big", number, width, BIG, Face.BOLD)
            sentence = self._balanced("sentence", words, width, READING)
            big_there = text_at(big, x, y + 0.35)
            made.append(Finding(big_there, text_at(sentence, x, big_there.box.bottom + 0.05)))
        return tuple(made)

    def findings_height(self, found: Sequence[tuple[str, str]]) -> float:
        """Return the height of the findings, the air above them included."""
        set_ones = self.findings(found, Drawing(), 0.0)
        return max((each.words.box.bottom for each in set_ones), default=-AIR) + AIR

    def notes(self, y: float, height: float, drawing: Drawing) -> tuple[tuple[Text, ...], tuple[Box, ...]]:
        """Return the room's question with lines to write on, filling `height` from y."""
        heading = self.text("question", self.told.say("aligned.question"), self.width, HEADING, Face.BOLD)
        top = y + AIR + heading.box.height
        count = int((y + height - top) / RULE)
        if count < 1:
            return (), ()
        bottom = y + height
        pitch = (bottom - top) / count
        for place in range(count):
            at = bottom - place * pitch - 0.1
            drawing.add("write-line", line(self.margin, at, self.margin + self.width, at))
        return (text_at(heading, self.margin, y + AIR),), (Box(self.margin, top, self.width, bottom - top),)

    def legend(self, keys: Iterable[tuple[str, str]]) -> Block:
        """Return what the signs mean, set in rows."""
        size = self.foot_size
        advance = LEAD * size + 0.2
        x = y = 0.0
        made: list[Key] = []
        for drawn, label in keys:
            swatch = swatch_width(drawn, self.measure) * size
            lines = self.measure.lines(label, self.width - swatch - 0.4, size)
            wide = max(self.measure.width(each, size) for each in lines) + 0.05
            if x and x + swatch + 0.3 + wide > self.width:
                x, y = 0.0, y + advance
            text = Text("key", Box(x + swatch + 0.3, y, wide, LEAD * size * len(lines)), lines)
            made.append(Key(drawn, Box(x, y, swatch, LEAD * size), text))
            y += LEAD * size * (len(lines) - 1)
            x = text.box.right + APART * size
        return Block(y + advance if made else 0.0, keys=tuple(made))

    def ending(self, number: int, count: int) -> Block:
        """Return the foot of a sheet."""
        size = self.foot_size
        page = self.told.words("map.sheet", number=number, count=count)
        wide = self.measure.width(page, size) + 0.1
        status = self.text("status", self.told.status, self.width - wide - 1.5, size)
        return Block(
            status.box.height, (status, Text("page", Box(self.width - wide, 0, wide, LEAD * size), (page,)))
        )

    def sheet(
        self,
        head: Block,
        drawing: Drawing,
        keyed: Block,
        number: tuple[int, int],
        heads: Sequence[Text],
        rows: Sequence[Row],
        findings: Sequence[Finding],
        notes: Sequence[Text],
        writing: Sequence[Box],
    ) -> AlignedSheet:
        """Return a sheet of its parts, head and foot at their places; `number` is which one of how many."""
        ended = self.ending(*number)
        top = self.margin + self.height - ended.height
        keys = tuple(key_at(each, self.margin, top - keyed.height) for each in keyed.keys)
        for key in keys:
            draw_swatch(key, drawing, self.foot_size)
        title, *intro = (text_at(each, self.margin, self.margin) for each in head.texts)
        for each in intro:
            if each.role == "notice":
                drawing.add("notice", rectangle(each.box, 0.2))
        return AlignedSheet(
            number=number[0],
            width=self.width + 2 * self.margin,
            height=self.height + 2 * self.margin,
            title=title,
            intro=tuple(intro),
            heads=tuple(heads),
            rows=tuple(rows),
            findings=tuple(findings),
            notes=tuple(notes),
            legend=keys,
            ending=tuple(text_at(each, self.margin, top) for each in ended.texts),
            drawn=tuple(drawing.numbers),
            writing=tuple(writing),
            shapes=tuple(drawing.shapes),
            icons=tuple(drawing.icons),
            faint=tuple(drawing.faint),
        )


class Measures:
    """A measure for each language, so that words break as their language does."""

    def __init__(self, ruler: Ruler, paper: Paper) -> None:
        self._ruler = ruler
        self._paper = paper
        self._known: dict[str, Measure] = {}

    def of(self, language: str) -> Measure:
        """Return the measure of a language."""
        if language not in self._known:
            paper = self._paper
            self._known[language] = Measure(self._ruler, language, paper.small_ratio, paper.milestone_ratio)
        return self._known[language]


def keys_of(
    told: Told,
    steps: Iterable[tuple[Line, Step]],
    texts: Iterable[str],
    *,
    full: bool,
    lined: bool = False,
) -> list[tuple[str, str]]:
    """Return the entries of the legend for what stands on a sheet: marks, and abbreviations in texts.

    `full` says that it has numbers and words, `lined` that it has a life line.
    """
    words, say = told.words, told.say
    seen = list(steps)
    present = [step for _, step in seen]
    kinds = {step.kind for step in present}
    keys = [("mark:milestone", words("kind.milestone"))] if "milestone" in kinds else []
    kinds_known = (
        "event",
        "family",
        "experience",
        "crisis",
        "service",
        "measure",
        "transition",
        "turning_point",
        "quote",
        "wish",
    )
    keys += [(f"icon:{kind}", words(f"kind.{kind}")) for kind in kinds_known if kind in kinds]
    given = {each for step in present for each in step.signs}
    keys += [
        (f"effect:{each}", words(f"effect.{each}"))
        for each in ("helped", "hindered", "mixed")
        if each in given
    ]
    if any(step.turn and step.pointed for step in present):
        keys.append(("ring:ring", say("aligned.key_pointed", voice=told.voice)))
    if any(step.turn and not step.pointed for step in present):
        keys.append(("ring:ring-others", say("aligned.key_others")))
    led = {step.turn for step in present}
    keys += [
        (f"badge:{each}", say(f"aligned.key_{each}"))
        for each in ("up", "down", "mixed", "unknown")
        if each in led
    ]
    if any(step.uncertain for line_, step in seen if not line_.faint and step.ground != "band"):
        keys.append(("mark:dashed", words("legend.dashed")))
    if lined:
        keys.append(("line:life-line", say("aligned.key_level")))
    if full and any(step.number for step in present):
        keys.append(("word:1, 2, 3 …", say("aligned.key_number")))
    if any(line_.faint for line_, _ in seen):
        keys.append(("mark:faint", say("aligned.key_faint")))
    if not full:
        statuses = {line_.status for line_, _ in seen}
        keys += [
            (f"word:{STATUS[each]}", say(f"aligned.{each}"))
            for each in STATUS
            if STATUS[each] and each in statuses
        ]
    meanings: dict[str, str] = {}
    for text in texts:
        meanings.update(abbreviations_in(text, told.language))
    return keys + [(f"word:{short}", meaning) for short, meaning in sorted(meanings.items())]


def swatch_width(drawn: str, measure: Measure) -> float:
    """Return the width of what is drawn before an entry, in em of its type."""
    room, _, name = drawn.partition(":")
    if room == "word":
        return measure.width(name, 1.0, Face.BOLD) + 0.1
    return {"icon": 1.1, "effect": 0.8, "badge": 1.1, "line": 2.4}.get(room, WIDTH * KEY_MARK + 0.5)


def draw_swatch(key: Key, drawing: Drawing, size: float) -> None:
    """Draw what stands before an entry of the legend."""
    room, _, name = key.swatch.partition(":")
    box = key.swatch_box
    x, middle = box.x + box.width / 2, box.y + box.height / 2
    small = Box(
        box.x + 0.2 * size,
        middle - HEIGHT * KEY_MARK * size / 2,
        WIDTH * KEY_MARK * size,
        HEIGHT * KEY_MARK * size,
    )
    if room == "icon":
        drawing.icons.append(Icon(name, Box(box.x, middle - box.width / 2, box.width, box.width)))
    elif room == "effect":
        drawing.add(f"sign-{name}", sign(name, x, middle, ARM))
    elif room == "badge":
        drawing.badge(name, x, middle)
    elif room == "ring":
        ring = Box(small.x - RING / 2, small.y - RING / 2, small.width + RING, small.height + RING)
        drawing.add("ground-life", rectangle(small, ROUND))
        drawing.add(name, rectangle(ring, ROUND + RING / 2))
    elif room == "line":
        drawing.add("life-line", line(box.x, middle, box.right, middle))
        drawing.add("life-point", circle(x, middle, 0.22))
    elif room == "bar":
        drawing.add("bar", rectangle(Box(x - 0.3, box.y + 0.1, 0.6, box.height - 0.2)))
    elif name == "milestone":
        drawing.add("band", rectangle(small))
    elif room == "mark":
        drawing.add(
            "ground-life-dashed" if name == "dashed" else "ground-life-faint", rectangle(small, ROUND)
        )
