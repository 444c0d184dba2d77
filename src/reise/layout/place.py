"""Gives everything on a sheet its place, by a plan that is known to fit."""

from collections.abc import Iterator
from dataclasses import replace

from reise.layout.arrows import Port, arrows
from reise.layout.block import key_at, left_edge, line, point_at, rectangle, text_at, zigzag
from reise.layout.bars import presence_rows
from reise.layout.case_map import Box, CardBox, Icon, Picture, Shape, Sheet, Step, Text
from reise.layout.fit import GUTTER, Plan
from reise.layout.furniture import AIR, JOIN, ROW_SIZE, Furniture
from reise.layout.legend import ending, swatch
from reise.layout.lifeline import life_line
from reise.layout.measure import (
    BAND_PAD,
    BETWEEN,
    ICON,
    LEAD,
    PAD_LEFT,
    PAD_TOP,
    STRIPE,
    SUB_GUTTER,
    Measure,
)
from reise.layout.points import MOST_RULES, RULE, points, rows_of
from reise.layout.ruler import Face
from reise.layout.story import LIFE, SERVICES, Card, Column, Story
from reise.layout.words import Words

ROUND = 0.22


class Placer:
    """Places one sheet."""

    def __init__(self, furniture: Furniture, plan: Plan, number: int, count: int) -> None:
        self.story: Story = furniture.story
        self.measure: Measure = furniture.measure
        self.words: Words = furniture.words
        self.furniture = furniture
        self.plan = plan
        self.number = number
        self.count = count
        self.shapes: list[Shape] = []
        self.icons: list[Icon] = []
        self.ports: dict[int, Port] = {}
        self.cards: dict[int, Box] = {}
        self._tops()

    def _tops(self) -> None:
        """Share out what is left over, and set the y of each part."""
        plan, heights = self.plan, self.plan.heights
        marks = tuple(mark for column in plan.columns for mark in column.marks)
        spare = plan.spare
        rows = rows_of(len(marks), heights.width)
        self.rules = 2 + max(0, min(MOST_RULES - 2, int(spare * 0.75 / RULE / rows)))
        spare -= (self.rules - 2) * RULE * rows
        self.left = heights.margin
        self.life_top = heights.margin + heights.head.height + heights.phase
        self.life_bottom = self.life_top + plan.life + spare * 0.4 + AIR / 2
        self.band_top = self.life_bottom + AIR / 2
        self.band_bottom = self.band_top + plan.band
        self.axis_bottom = self.band_bottom + heights.axis
        self.curve_bottom = self.axis_bottom + heights.curve
        self.services_top = self.curve_bottom + AIR
        self.services_bottom = self.services_top + plan.services + spare * 0.6
        self.bars_top = self.services_bottom + AIR
        self.points_top = self.services_bottom + heights.bars + AIR
        self.inner_left = self.left + heights.label_width

    def sheet(self) -> Sheet:
        """Return the sheet."""
        heights = self.plan.heights
        head = [text_at(each, self.left, heights.margin) for each in heights.head.texts]
        title = next(each for each in head if each.role == "title")
        notice = next((each for each in head if each.role == "notice"), None)
        if notice:
            self.shapes.append(Shape("notice", rectangle(notice.box, 0.2)))
        asides = [each for each in head if each.role == "aside"]
        if asides:
            top = min(each.box.y for each in asides)
            bar = Box(asides[0].box.x - 0.8, top, 0.28, max(each.box.bottom for each in asides) - top)
            self.shapes.append(Shape("aside-bar", rectangle(bar)))
        steps = tuple(self._steps())
        pictures = tuple(self._pictures())
        self.shapes += arrows(self._claims(), self.life_bottom + AIR / 4, self.services_top - AIR / 2)
        pointed, noted = self._points()
        keys, texts = self._foot()
        made = Sheet(
            number=self.number,
            em=heights.em,
            width=heights.width + 2 * heights.margin,
            height=heights.height + 2 * heights.margin,
            title=title,
            intro=tuple(each for each in head if each.role != "title"),
            rows=tuple(self._rows()),
            steps=steps,
            pictures=pictures,
            bars=self._bars(),
            points=pointed,
            points_note=noted,
            legend=keys,
            ending=texts,
            joins=tuple(self._joins()),
            shapes=(),
            icons=(),
        )
        return replace(made, shapes=tuple(self.shapes), icons=tuple(self.icons))

    def _steps(self) -> Iterator[Step]:
        x = self.inner_left
        phase, phase_left = "", x
        self.spans: list[tuple[float, float]] = []
        phases: list[tuple[str, float, float, int]] = []
        made: list[Step] = []
        for column, width in zip(self.plan.columns, self.plan.widths, strict=True):
            before, after = _sides(column)
            left = x + GUTTER / 2
            body = left + STRIPE * len(before)
            right = body + width + STRIPE * len(after)
            step = self._step(column, body, width, before, after)
            made.append(step)
            self.spans.append((left, right))
            if column.phase != phase:
                phase, phase_left = column.phase, left
                if phase:
                    phases.append((phase, phase_left, right, len(made) - 1))
            elif phases and phase:
                name, start, _, at = phases[-1]
                phases[-1] = (name, start, right, at)
            x = right + GUTTER / 2
        for name, start, end, at in phases:
            made[at] = self._with_phase(made[at], name, start, end)
        yield from made

    def _with_phase(self, step: Step, name: str, start: float, end: float) -> Step:
        lines = self.furniture.phase_lines(name, end - start)
        height = LEAD * self.measure.small * len(lines)
        bottom = self.life_top - 0.3
        text = Text("phase", Box(start, bottom - 0.1 - height, end - start, height), lines)
        self.shapes.append(Shape("phase", line(start, bottom, end, bottom)))
        return replace(step, phase=text)

    def _step(
        self, column: Column, x: float, width: float, before: list[Card], after: list[Card]
    ) -> Step:
        measure = self.measure
        head = measure.head(column, width)
        box = Box(x, self.band_top, width, self.plan.band)
        style = "band" if column.named else "band-none"
        if column.marks:
            style += "-turning"
        self.shapes.append(Shape(style, rectangle(box)))
        if column.head.uncertain:
            self.shapes.append(Shape("band-dashed", rectangle(Box(x + 0.1, box.y + 0.1, width - 0.2, box.height - 0.2))))
        text_height = LEAD * measure.milestone * len(head.text)
        notes_height = LEAD * measure.small * len(head.notes)
        flag_lines = tuple(head.flags.split("\n")) if head.flags else ()
        flags_height = LEAD * 0.95 * len(flag_lines) if head.flags_apart else 0.0
        top = box.y + (box.height - text_height - notes_height - flags_height) / 2
        inner = Box(x + BAND_PAD, top + flags_height, width - 2 * BAND_PAD, text_height)
        flags = None
        if head.flags:
            y = top if head.flags_apart else top + LEAD * (measure.milestone - 0.95) / 2
            flags = Text("flags", Box(x + BAND_PAD, y, width - 2 * BAND_PAD, LEAD * 0.95 * len(flag_lines)), flag_lines)
        notes = None
        if head.notes:
            notes = Text("head-notes", Box(inner.x, inner.bottom, inner.width, notes_height), head.notes)
        cards: dict[int, CardBox] = {}
        for lane in (LIFE, SERVICES):
            corridors = (0.1 if before else GUTTER / 2, 0.1 if after else GUTTER / 2)
            for card, place in self._stack(column, lane, x, width, corridors):
                cards[card.position] = self._card(card, place)
        stripes = [self._stripe(card, x - STRIPE * (len(before) - i)) for i, card in enumerate(before)]
        stripes += [self._stripe(card, x + width + STRIPE * i) for i, card in enumerate(after)]
        return Step(
            phase=None,
            title=column.head.text,
            head=Text("head" + ("" if column.named else "-none") + ("-turning" if column.marks else ""), inner, head.text),
            named=column.named,
            flags=flags,
            head_alt=column.head.alt,
            head_notes=notes,
            times=tuple(self._times(column, x, width)),
            cards=tuple(cards[position] for position in sorted(cards)),
            stripes=tuple(each for each in stripes if each),
            box=box,
        )

    def _stack(
        self, column: Column, lane: str, x: float, width: float, corridors: tuple[float, float]
    ) -> Iterator[tuple[Card, Box]]:
        """Yield the cards of a lane with their places, and leave room for notes where none stand."""
        stack = self.measure.stack(column, lane, width)
        for index, run in enumerate(stack.runs):
            left = x + index * (stack.card_width + SUB_GUTTER)
            heights = [self.measure.card(card, stack.card_width).height for card in run]
            total = sum(heights) + BETWEEN * (len(run) - 1)
            y = self.life_bottom - total if lane == LIFE else self.services_top
            gutters = (
                left - (corridors[0] if index == 0 else SUB_GUTTER / 2),
                left
                + stack.card_width
                + (corridors[1] if index == len(stack.runs) - 1 else SUB_GUTTER / 2),
            )
            for card, height in zip(run, heights, strict=True):
                box = Box(left, y, stack.card_width, height)
                self.cards[card.event] = box
                self.ports[card.event] = Port(box, lane, gutters, x - corridors[0])
                yield card, box
                y += height + BETWEEN
        if lane == SERVICES:
            self._room_for_notes(x, width, self.services_top + stack.height, self.services_bottom)

    def _room_for_notes(self, x: float, width: float, top: float, bottom: float) -> None:
        y = top + (RULE if top > self.services_top else RULE * 0.8)
        while y <= bottom:
            self.shapes.append(Shape("note-line", line(x + 0.1, y, x + width - 0.1, y)))
            y += RULE

    def _card(self, card: Card, box: Box) -> CardBox:
        measure = self.measure
        done = measure.card(card, box.width)
        effects = set(card.effects) - {"unknown"}
        if len(effects) == 1:
            tone = effects.pop()
        else:
            tone = "mixed" if effects else "none"
        looks = [card.lane, f"kind-{card.kind}"]
        ground = {"crisis": "crisis", "quote": "own", "wish": "own"}.get(card.kind, card.lane)
        self.shapes.append(Shape(f"ground-{ground}" + ("-dashed" if card.uncertain else ""), rectangle(box, ROUND)))
        edge = Box(box.x, box.y, 0.34, box.height)
        if "/" in card.sign or tone == "mixed":
            half = box.height / 2
            upper, lower = Box(edge.x, edge.y, edge.width, half), Box(edge.x, edge.y + half, edge.width, half)
            self.shapes.append(Shape("edge-helped", left_edge(upper, above=ROUND)))
            self.shapes.append(Shape("edge-hindered", left_edge(lower, below=ROUND)))
        else:
            self.shapes.append(Shape(f"edge-{tone}", left_edge(edge, above=ROUND, below=ROUND)))
        flag_width = measure.pill(card)
        sign = measure.width(card.sign, 1.0, Face.BOLD) + 0.2 if card.sign else 0.0
        if card.mark:
            pill = Box(box.right - 0.3 - sign - flag_width + 0.1, box.y + 0.2, flag_width - 0.1, 1.15)
            self.shapes.append(Shape("pill", rectangle(pill, 0.58)))
        line = LEAD * (measure.small if card.head else 1.0)
        icon = Box(box.x + PAD_LEFT + done.number_width, box.y + PAD_TOP + (line - ICON) / 2, ICON, ICON)
        self.icons.append(Icon(card.kind, icon))
        return CardBox(
            box=box,
            number=card.number,
            icon=card.kind,
            alt=card.alt,
            head=done.head,
            text=done.text,
            notes=done.notes,
            sign=card.sign,
            sign_width=sign,
            flag=card.mark.flag if card.mark else "",
            flag_width=flag_width,
            kind=card.kind,
            lane=card.lane,
            looks=tuple(looks),
        )

    def _stripe(self, card: Card, x: float) -> Text | None:
        """Draw a critical transition across the lanes; return its words if they fit along it."""
        stripe = card.stripe
        assert stripe is not None  # only cards with a stripe come here
        status = stripe.drawn
        top, bottom = self.life_top + 0.1, self.services_bottom
        parts = [(top, self.band_top - 0.15), (self.curve_bottom + 0.3, bottom)]
        if self.plan.heights.curve:
            parts.append((self.axis_bottom + 0.1, self.curve_bottom - 0.1))
        for start, end in parts:
            if end - start < 0.5:
                continue
            box = Box(x + 0.15, start, STRIPE - 0.3, end - start)
            self.shapes.append(Shape(f"stripe-{status}", rectangle(box)))
            if status == "broke":
                cut = min(end - 0.6, max(start + 0.6, end - 1.2))
                self.shapes.append(Shape("stripe-cut", zigzag(x, cut, STRIPE)))
        size = self.measure.small
        start, end = max(parts[:2], key=lambda part: part[1] - part[0])
        number = f"{card.number} " if card.number else ""
        for words in (f"{number}{stripe.label} – {stripe.short}", f"{number}{stripe.label}", f"{number}{stripe.short}", card.number):
            text = words.strip(" –")
            length = self.measure.width(text, size, Face.SEMIBOLD) + 0.1
            room = end - start - 0.6 - (1.9 if status == "broke" else 0.0)
            if text and length <= room:
                return Text("stripe", Box(x, start + 0.3 if start > self.band_top else end - 0.3 - length - (1.9 if status == "broke" else 0.0), STRIPE, length), (text,))
        return None

    def _times(self, column: Column, x: float, width: float) -> Iterator[Text]:
        """Yield the age of a column and the time since the one before, under its milestone."""
        size = self.measure.small
        y = self.band_bottom + 0.08
        if column.age:
            yield Text("age", Box(x, y, width, LEAD * size), (column.age,))
            y += LEAD * size
        if column.gap:
            yield Text("gap", Box(x, y, width, LEAD * size), ("+ " + column.gap,))

    def _rows(self) -> Iterator[Text]:
        """Yield the headings of the rows."""
        heights = self.plan.heights
        width = heights.label_width - 0.6
        parts = [("map.life", self.life_top, self.life_bottom, 1.0)]
        if heights.curve:
            parts.append(("map.life_line", self.axis_bottom, self.curve_bottom, 0.5))
        parts.append(("map.services", self.services_top, self.services_bottom, 0.0))
        for name, top, bottom, at in parts:
            lines = self.measure.lines(self.words(name), width, ROW_SIZE, Face.SEMIBOLD)
            height = LEAD * ROW_SIZE * len(lines)
            y = top + (bottom - top - height) * at
            y = min(max(y, top + 0.2), max(bottom - height, top))
            yield Text("row", Box(self.left, y, width, height), lines)
            if name == "map.life_line":
                size = self.measure.small
                by = self.measure.lines(self.words("map.life_line_by"), width, size)
                yield Text("row-note", Box(self.left, y + height, width, LEAD * size * len(by)), by)
        if heights.rows:
            lines = self.measure.lines(self.words("map.presence"), width, ROW_SIZE, Face.SEMIBOLD)
            yield Text("row", Box(self.left, self.bars_top, width, LEAD * ROW_SIZE * len(lines)), lines)

    def _pictures(self) -> Iterator[Picture]:
        heights = self.plan.heights
        right = self.spans[-1][1]
        if heights.curve:
            box = Box(self.inner_left, self.axis_bottom, right - self.inner_left + GUTTER / 2, heights.curve)
            yield life_line(self.plan.columns, self.spans, box, self.words)

    def _bars(self) -> tuple[Text, ...]:
        """Draw who was there and for how long; return the names on the bars."""
        rows = self.plan.heights.rows
        if not rows:
            return ()
        bars, names = presence_rows(rows, self.plan.columns, self.spans, self.bars_top, self.measure)
        self.shapes += bars
        return names

    def _claims(self) -> Iterator[tuple[Port, Port]]:
        for column in self.plan.columns:
            for card in column.cards:
                for target in card.led_to:
                    if card.event in self.ports and target in self.ports:
                        yield self.ports[card.event], self.ports[target]

    def _points(self):  # type: ignore[no-untyped-def]
        heights = self.plan.heights
        marks = tuple(mark for column in self.plan.columns for mark in column.marks)
        block = points(self.story, marks, self.words, self.measure, heights.width, self.rules)
        placed = tuple(point_at(each, self.left, self.points_top) for each in block.points)
        noted = tuple(text_at(each, self.left, self.points_top) for each in block.texts)
        for point in placed:
            box = point.box
            self.shapes.append(Shape("point-rule", line(box.x, box.y, box.right, box.y)))
            self._rules(box.x, box.right, box.bottom)
        if not placed:
            self._rules(self.left, self.left + heights.width, self.points_top + block.height - 0.7)
        self.foot_top = self.points_top + block.height
        return placed, noted

    def _rules(self, left: float, right: float, bottom: float) -> None:
        for index in range(self.rules):
            y = bottom - index * RULE - 0.15
            self.shapes.append(Shape("write-line", line(left, y, right, y)))

    def _foot(self):  # type: ignore[no-untyped-def]
        heights = self.plan.heights
        keyed = self.furniture.legend(self.plan.columns, bool(heights.rows), heights.width)
        foot = ending(self.story, self.words, self.measure, heights.width, self.number, self.count)
        bottom = heights.margin + heights.height
        foot_top = bottom - foot.height
        y = foot_top - keyed.height - AIR / 2
        keys = tuple(key_at(each, self.left, y) for each in keyed.keys)
        for key in keys:
            room, _, name = key.swatch.partition(":")
            if room == "icon":
                self.icons.append(Icon(name, key.swatch_box))
            elif room != "sign":
                self.shapes += swatch(room, name, key.swatch_box)
        texts = [text_at(each, self.left, y) for each in keyed.texts]
        texts += [text_at(each, self.left, foot_top) for each in foot.texts]
        return keys, tuple(texts)

    def _joins(self) -> Iterator[Text]:
        """Yield the marks that join the sheet to the ones before and after it."""
        size = self.measure.small
        height = LEAD * size
        middle = self.band_top + self.plan.band / 2
        if self.number > 1:
            text = f"← {self.number - 1}"
            box = Box(self.left, middle - height / 2, self.plan.heights.label_width - 0.4, height)
            yield Text("join", box, (text,))
        if self.number < self.count:
            left = self.spans[-1][1] + GUTTER / 2
            self.shapes.append(
                Shape("join", f"M{left:.3f} {self.band_top:.3f}h{JOIN - 1.2:.3f}l0.8 {self.plan.band / 2:.3f}l-0.8 {self.plan.band / 2:.3f}h{-(JOIN - 1.2):.3f}Z")
            )
            yield Text("join-next", Box(left + 0.15, middle - height / 2, JOIN - 0.8, height), (f"→ {self.number + 1}",))


def _sides(column: Column) -> tuple[list[Card], list[Card]]:
    """Return the critical transitions drawn to the left and to the right of a column."""
    before, after = [], []
    for card in column.stripes:
        opens = card is column.head or (column.cards and card is column.cards[0])
        (before if opens else after).append(card)
    return before, after
