"""The columns of a sheet: milestones, cards, critical transitions, room for notes."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from reise.layout.arrows import Ground, Port, arrows
from reise.layout.block import line, rectangle, zigzag
from reise.layout.case_map import Box, CardBox, Icon, Shape, Step, Text
from reise.layout.edge import ROUND, edge
from reise.layout.fit import GUTTER, Plan
from reise.layout.furniture import AIR, Furniture
from reise.layout.measure import (
    BAND_PAD,
    BAND_TOP,
    BETWEEN,
    ICON,
    LEAD,
    PAD_LEFT,
    PAD_TOP,
    STRIPE,
    SUB_GUTTER,
    Measure,
)
from reise.layout.points import RULE
from reise.layout.ruler import Face
from reise.layout.story import LIFE, SERVICES, Card, Column


@dataclass(frozen=True, slots=True)
class Levels:
    """The y of each part of a sheet, from its upper edge."""

    life_top: float
    life_bottom: float
    band_top: float
    band_bottom: float
    axis_bottom: float
    curve_bottom: float
    services_top: float
    services_bottom: float
    bars_top: float
    points_top: float


class Columns:
    """Places the columns of one sheet; keeps what is drawn behind them."""

    def __init__(self, furniture: Furniture, plan: Plan, levels: Levels, left: float) -> None:
        self.furniture = furniture
        self.measure: Measure = furniture.measure
        self.plan = plan
        self.levels = levels
        self.left = left
        self.shapes: list[Shape] = []
        self.icons: list[Icon] = []
        self.spans: list[tuple[float, float]] = []
        self._stripes: list[Box] = []
        self.bodies: list[tuple[float, float]] = []
        #: The part of a card's width, by its position, that its place among those above and below it is.
        self.places: dict[int, tuple[float, float]] = {}
        #: Left and right of a card, by its position.
        self.sides: dict[int, tuple[float, float]] = {}
        self._ports: dict[int, Port] = {}
        self.steps = tuple(self._steps())
        self.shapes += arrows(self._claims(), self._ground())

    def _steps(self) -> Iterator[Step]:
        x = self.left
        phase, phase_left = "", x
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
            self.bodies.append((body, body + width))
            if column.phase != phase:
                phase, phase_left = column.phase, left
                if phase:
                    phases.append((phase, phase_left, right, len(made) - 1))
            elif phases and phase:
                name, start, _, at = phases[-1]
                phases[-1] = (name, start, right, at)
            x = right + GUTTER / 2
        middle = self.levels.band_top + self.plan.band / 2
        self.shapes.append(Shape("road", line(self.spans[0][0], middle, self.spans[-1][1], middle)))
        for name, start, end, at in phases:
            made[at] = self._with_phase(made[at], name, start, end)
        yield from made

    def _with_phase(self, step: Step, name: str, start: float, end: float) -> Step:
        lines = self.furniture.phase_lines(name, end - start)
        height = LEAD * self.measure.small * len(lines)
        bottom = self.levels.life_top - 0.3
        text = Text("phase", Box(start, bottom - 0.1 - height, end - start, height), lines)
        self.shapes.append(Shape("phase", line(start, bottom, end, bottom)))
        return replace(step, phase=text)

    def _step(self, column: Column, x: float, width: float, before: list[Card], after: list[Card]) -> Step:
        measure = self.measure
        head = measure.head(column, width)
        box = Box(x, self.levels.band_top, width, self.plan.band)
        style = "band" if column.named else "band-none"
        if column.marks:
            style += "-turning"
        self.shapes.append(Shape(style, rectangle(box)))
        if column.head.uncertain:
            self.shapes.append(
                Shape("band-dashed", rectangle(Box(x + 0.1, box.y + 0.1, width - 0.2, box.height - 0.2)))
            )
        text_height = LEAD * measure.milestone * len(head.text)
        notes_height = LEAD * measure.small * len(head.notes)
        flag_lines = tuple(head.flags.split("\n")) if head.flags else ()
        flags_height = LEAD * 0.95 * len(flag_lines) if head.flags_apart else 0.0
        inner = Box(x + BAND_PAD, box.y + BAND_TOP, width - 2 * BAND_PAD, text_height)
        flags = None
        if head.flags:
            y = (
                box.bottom - BAND_TOP - flags_height
                if head.flags_apart
                else inner.y + LEAD * (measure.milestone - 0.95) / 2
            )
            flags = Text(
                "flags", Box(x + BAND_PAD, y, width - 2 * BAND_PAD, LEAD * 0.95 * len(flag_lines)), flag_lines
            )
        notes = None
        if head.notes:
            notes = Text("head-notes", Box(inner.x, inner.bottom, inner.width, notes_height), head.notes)
        crossings = x - STRIPE * len(before) - GUTTER / 2, x + width + STRIPE * len(after) + GUTTER / 2
        cards: dict[int, CardBox] = {}
        for lane in (LIFE, SERVICES):
            for card, place in self._stack(column, lane, x, width, crossings):
                cards[card.position] = self._card(card, place)
        stripes = [self._stripe(card, x - STRIPE * (len(before) - i)) for i, card in enumerate(before)]
        stripes += [self._stripe(card, x + width + STRIPE * i) for i, card in enumerate(after)]
        return Step(
            phase=None,
            title=column.head.text,
            head=Text(
                "head" + ("" if column.named else "-none") + ("-turning" if column.marks else ""),
                inner,
                head.text,
            ),
            named=column.named,
            flags=flags,
            head_alt=column.head.alt if column.named and column.head.tells else "",
            head_notes=notes,
            times=tuple(self._times(column, x, width)),
            cards=tuple(cards[position] for position in sorted(cards)),
            stripes=tuple(each for each in stripes if each),
            box=box,
        )

    def _stack(
        self, column: Column, lane: str, x: float, width: float, crossings: tuple[float, float]
    ) -> Iterator[tuple[Card, Box]]:
        """Yield the cards of a lane with their places, and leave room for notes where none stand."""
        stack = self.measure.stack(column, lane, width)
        for index, run in enumerate(stack.runs):
            left = x + index * (stack.card_width + SUB_GUTTER)
            heights = [self.measure.card(card, stack.card_width).height for card in run]
            total = sum(heights) + BETWEEN * (len(run) - 1)
            y = self.levels.life_bottom - total if lane == LIFE else self.levels.services_top
            gutters = (
                crossings[0] if index == 0 else left - SUB_GUTTER / 2,
                crossings[1] if index == len(stack.runs) - 1 else left + stack.card_width + SUB_GUTTER / 2,
            )
            part = stack.card_width / len(run)
            for place, (card, height) in enumerate(zip(run, heights, strict=True)):
                box = Box(left, y, stack.card_width, height)
                self.places[card.position] = left + place * part, left + (place + 1) * part
                self.sides[card.position] = box.x, box.right
                self._ports[card.event] = Port(box, gutters, crossings)
                yield card, box
                y += height + BETWEEN
        if lane == SERVICES:
            self._room_for_notes(
                x, width, self.levels.services_top + stack.height, self.levels.services_bottom
            )

    def _room_for_notes(self, x: float, width: float, top: float, bottom: float) -> None:
        y = bottom - 0.1
        while y - top >= RULE * 0.75:
            self.shapes.append(Shape("note-line", line(x + 0.1, y, x + width - 0.1, y)))
            y -= RULE

    def _card(self, card: Card, box: Box) -> CardBox:
        measure = self.measure
        done = measure.card(card, box.width)
        looks = [card.lane, f"kind-{card.kind}"]
        ground = "own" if card.own else card.lane
        self.shapes.append(
            Shape(f"ground-{ground}" + ("-dashed" if card.uncertain else ""), rectangle(box, ROUND))
        )
        self.shapes += edge(card.effects, box)
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
            tags=done.tags,
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
        top, bottom = self.levels.life_top + 0.1, self.levels.services_bottom
        parts = [(top, self.levels.band_top - 0.15), (self.levels.curve_bottom + 0.3, bottom)]
        if self.plan.heights.curve:
            parts.append((self.levels.axis_bottom + 0.1, self.levels.curve_bottom - 0.1))
        for start, end in parts:
            if end - start < 0.5:
                continue
            box = Box(x + 0.15, start, STRIPE - 0.3, end - start)
            self._stripes.append(box)
            self.shapes.append(Shape(f"stripe-{status}", rectangle(box)))
            if status == "broke":
                cut = min(end - 0.6, max(start + 0.6, end - 1.2))
                self.shapes.append(Shape("stripe-cut", zigzag(x + 0.15, cut, STRIPE - 0.3)))
        size = self.measure.small
        start, end = max(parts[:2], key=lambda part: part[1] - part[0])
        number = f"{card.number} " if card.number else ""
        for words in (
            f"{number}{stripe.label} – {stripe.said}",
            f"{number}{stripe.label} – {stripe.short}",
            f"{number}{stripe.label}",
            f"{number}{stripe.short}",
            card.number,
        ):
            text = words.strip(" –")
            length = self.measure.width(text, size, Face.SEMIBOLD) + 0.1
            room = end - start - 0.6 - (1.9 if status == "broke" else 0.0)
            if text and length <= room:
                return Text(
                    "stripe",
                    Box(
                        x,
                        start + 0.3
                        if start > self.levels.band_top
                        else end - 0.3 - length - (1.9 if status == "broke" else 0.0),
                        STRIPE,
                        length,
                    ),
                    (text,),
                )
        return None

    def _times(self, column: Column, x: float, width: float) -> Iterator[Text]:
        """Yield the age of a column and the time since the one before, under its milestone."""
        size = self.measure.small
        y = self.levels.band_bottom + 0.08
        if column.age:
            yield Text("age", Box(x, y, width, LEAD * size), (column.age,))
            y += LEAD * size
        if column.gap:
            yield Text("gap", Box(x, y, width, LEAD * size), ("+ " + column.gap,))

    def _ground(self) -> Ground:
        """Return what arrows go among."""
        cards = [card.box for step in self.steps for card in step.cards]
        words = [text.box for step in self.steps for text in (*step.stripes, *step.times)]
        return Ground(
            (self.levels.life_bottom + AIR / 2, self.levels.services_top - AIR / 2),
            cards + [step.box for step in self.steps],
            words,
            self._stripes,
        )

    def _claims(self) -> Iterator[tuple[Port, Port]]:
        for column in self.plan.columns:
            for card in column.cards:
                for target in card.led_to:
                    if card.event in self._ports and target in self._ports:
                        yield self._ports[card.event], self._ports[target]


def _sides(column: Column) -> tuple[list[Card], list[Card]]:
    """Return the critical transitions drawn to the left and to the right of a column."""
    before: list[Card] = []
    after: list[Card] = []
    for card in column.stripes:
        opens = card is column.head or (column.cards and card is column.cards[0])
        (before if opens else after).append(card)
    return before, after
