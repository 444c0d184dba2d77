"""How much room a card, a milestone or a column of cards takes. All lengths in em of the body type."""

import math
from dataclasses import dataclass

from reise.layout.ruler import Face, Room, Ruler, Wrapper
from reise.layout.story import LIFE, SERVICES, Card, Column, ColumnName

LEAD = 1.2
PAD_LEFT, PAD_RIGHT, PAD_TOP, PAD_BOTTOM = 0.66, 0.36, 0.26, 0.36
ICON, AFTER_ICON = 0.86, 0.28
BETWEEN = 0.38
SUB_GUTTER = 0.5
STRIPE = 1.55
BAND_PAD, BAND_TOP = 0.42, 0.35
#: A card is never narrower than this, nor does one long word make it wider than `WIDE`.
NARROW, WIDE = 7.2, 13.0
#: Widths of cards are whole parts of an em, so many to the em.
GRAIN = 5


@dataclass(frozen=True, slots=True)
class CardSet:
    """A card set at a width: its lines and its height."""

    head: tuple[str, ...]
    text: tuple[str, ...]
    tags: tuple[str, ...]
    notes: tuple[str, ...]
    height: float
    number_width: float


@dataclass(frozen=True, slots=True)
class HeadSet:
    """A milestone set at a width: its lines, what stands at its right, and its height."""

    text: tuple[str, ...]
    notes: tuple[str, ...]
    flags: str
    flags_apart: bool
    height: float


@dataclass(frozen=True, slots=True)
class Stack:
    """The cards of one lane of a column, in one or more runs side by side."""

    runs: tuple[tuple[Card, ...], ...]
    card_width: float
    height: float


class Measure:
    """Measures the parts of a map for one paper; remembers what it has measured."""

    def __init__(self, ruler: Ruler, language: str, small: float, milestone: float) -> None:
        self.ruler = ruler
        self.wrapper = Wrapper(ruler, language)
        self.small = small
        self.milestone = milestone
        self._heights: dict[tuple[int, float], float] = {}
        self._beside: dict[int, float] = {}
        self._stacks: dict[tuple[ColumnName, str, float], Stack] = {}
        self._heads: dict[tuple[ColumnName, float], HeadSet] = {}
        self._least: dict[ColumnName, float] = {}

    def lines(
        self, text: str, width: float, size: float = 1.0, face: Face = Face.REGULAR, less: float = 0.0
    ) -> tuple[str, ...]:
        """Return the lines of `text` at `size` (em of body) in `width`, the first `less` shorter."""
        return self.wrapper.lines(text, Room(width / size, less / size), face)

    def width(self, text: str, size: float = 1.0, face: Face = Face.REGULAR) -> float:
        """Return the width of `text` at `size`."""
        return self.ruler.width(text, face) * size

    def card(self, card: Card, width: float) -> CardSet:
        """Return `card` set at `width`."""
        inner, less, face = self._room(card, width)
        head = self.lines(card.head, inner, self.small, Face.SEMIBOLD, less) if card.head else ()
        text = self.lines(card.text, inner, 1.0, face, 0.0 if card.head else less)
        tags = self.lines(card.strengths, inner, self.small, Face.SEMIBOLD)
        notes = self.lines(card.note, inner, self.small)
        number = self.width(card.number + " ", self.small)
        small_lines = len(head) + len(tags) + len(notes)
        return CardSet(head, text, tags, notes, self._height(small_lines, len(text)), number)

    def height(self, card: Card, width: float) -> float:
        """Return the height of `card` set at `width`."""
        known = self._heights.get((card.position, width))
        if known is None:
            inner, less, face = self._room(card, width)
            small, count = self.small, self.wrapper.count
            head = count(card.head, Room(inner / small, less / small), Face.SEMIBOLD) if card.head else 0
            text = count(card.text, Room(inner, 0.0 if card.head else less), face)
            notes = count(card.note, Room(inner / small)) if card.notes else 0
            notes += count(card.strengths, Room(inner / small), Face.SEMIBOLD) if card.tags else 0
            known = self._heights[card.position, width] = self._height(head + notes, text)
        return known

    def _room(self, card: Card, width: float) -> tuple[float, float, Face]:
        """Return the width for words in a card, what its first line lacks of it, and its face."""
        known = self._beside.get(card.position)
        if known is None:
            number = self.width(card.number + " ", self.small)
            known = self._beside[card.position] = number + ICON + AFTER_ICON + self.right_of(card)
        face = Face.ITALIC if card.kind == "quote" else Face.REGULAR
        return width - PAD_LEFT - PAD_RIGHT, known, face

    def _height(self, small_lines: int, lines: int) -> float:
        """Return the height of a card with so many small and body lines."""
        return PAD_TOP + LEAD * (lines + self.small * small_lines) + PAD_BOTTOM

    def right_of(self, card: Card) -> float:
        """Return the room that a card's sign and turning point take at the right of its first line."""
        taken = 0.0
        if card.sign:
            taken += self.width(card.sign, 1.0, Face.BOLD) + 0.2
        if card.mark:
            taken += self.pill(card)
        return taken

    def pill(self, card: Card) -> float:
        """Return the width of the flag of a card's turning point, its margin included."""
        return self.width(card.mark.flag, 0.9, Face.BOLD) + 0.75 if card.mark else 0.0

    def head(self, column: Column, width: float) -> HeadSet:
        """Return the milestone of `column` set at `width`."""
        key = (column.name, width)
        known = self._heads.get(key)
        if known is None:
            known = self._heads[key] = self._set_head(column, width)
        return known

    def _set_head(self, column: Column, width: float) -> HeadSet:
        head, inner = column.head, width - 2 * BAND_PAD
        flags = " ".join([mark.flag for mark in column.marks] + ([head.sign] if head.sign else []))
        taken = self.width(flags, 0.95, Face.BOLD) + 0.4 if flags else 0.0
        face = Face.BOLD if column.named else Face.REGULAR
        longest = self.wrapper.longest(head.text, face) * self.milestone
        apart = taken > 0 and (inner - taken) < max(longest, 0.45 * inner)
        flag_lines: tuple[str, ...] = self.lines(flags, inner, 0.95, Face.BOLD) if apart else (flags,)
        text = self.lines(head.text, inner, self.milestone, face, 0.0 if apart else taken)
        notes = self.lines(head.note, inner, self.small)
        height = 2 * BAND_TOP + LEAD * (self.milestone * len(text) + self.small * len(notes))
        if apart:
            height += LEAD * 0.95 * len(flag_lines)
        return HeadSet(text, notes, "\n".join(flag_lines), apart, height)

    def least(self, column: Column) -> float:
        """Return the least width of a column: no word that could stay whole is broken."""
        key = column.name
        known = self._least.get(key)
        if known is None:
            pads = PAD_LEFT + PAD_RIGHT
            widths = [self._longest(card) + pads for card in column.cards]
            face = Face.BOLD if column.named else Face.REGULAR
            widths.append(self.wrapper.longest(column.head.text, face) * self.milestone + 2 * BAND_PAD)
            known = self._least[key] = math.ceil(max(NARROW, min(WIDE, max(widths) + 0.02)) * GRAIN) / GRAIN
        return known

    def _longest(self, card: Card) -> float:
        """Return the width of the widest piece of a card, the first beside what stands in its line."""
        wrapper, small = self.wrapper, self.small
        _, beside, _ = self._room(card, 0.0)
        first = wrapper.first(card.head, Face.SEMIBOLD) * small if card.head else wrapper.first(card.text)
        return max(
            beside + first,
            wrapper.longest(card.text),
            wrapper.longest(card.head, Face.SEMIBOLD) * small,
            wrapper.longest(card.note) * small,
            wrapper.longest(card.strengths, Face.SEMIBOLD) * small,
        )

    def stack(self, column: Column, lane: str, width: float) -> Stack:
        """Return the cards of a lane in as many runs side by side as make it lowest."""
        key = (column.name, lane, width)
        known = self._stacks.get(key)
        if known is None:
            cards = [card for card in column.cards if card.lane == lane]
            known = self._stacks[key] = self._lowest(cards, width, self.least(column))
        return known

    def _lowest(self, cards: list[Card], width: float, least: float) -> Stack:
        if not cards:
            return Stack((), width, 0.0)
        best: Stack | None = None
        for count in range(1, len(cards) + 1):
            card_width = (width - (count - 1) * SUB_GUTTER) / count
            if count > 1 and card_width < least:
                break
            # A hair narrower than there is room for, so that few widths need be measured.
            card_width = math.floor(card_width * GRAIN) / GRAIN
            heights = [self.height(card, card_width) for card in cards]
            runs, height = _even_runs(cards, heights, count)
            if best is None or height < best.height - 0.05:
                best = Stack(runs, card_width, height)
        assert best is not None  # one run is always tried
        return best

    def life(self, column: Column, width: float) -> float:
        """Return the height of a column's cards above the band."""
        return self.stack(column, LIFE, width).height

    def services(self, column: Column, width: float) -> float:
        """Return the height of a column's cards below the band."""
        return self.stack(column, SERVICES, width).height


def _even_runs(
    cards: list[Card], heights: list[float], count: int
) -> tuple[tuple[tuple[Card, ...], ...], float]:
    """Return `cards` in at most `count` consecutive runs whose tallest is as low as can be."""
    if count == 1:
        return (tuple(cards),), sum(heights) + BETWEEN * (len(cards) - 1)
    low, high = max(heights), sum(heights) + BETWEEN * len(cards)
    for _ in range(8):
        middle = (low + high) / 2
        if len(_filled(heights, middle)) <= count:
            high = middle
        else:
            low = middle
    runs, start, tallest = [], 0, 0.0
    for length in _filled(heights, high):
        runs.append(tuple(cards[start : start + length]))
        tallest = max(tallest, sum(heights[start : start + length]) + BETWEEN * (length - 1))
        start += length
    return tuple(runs), tallest


def _filled(heights: list[float], limit: float) -> list[int]:
    """Return how many cards each run takes when filled in order up to `limit`."""
    lengths, used = [0], 0.0
    for height in heights:
        more = height + (BETWEEN if lengths[-1] else 0.0)
        if lengths[-1] and used + more > limit:
            lengths.append(0)
            used, more = 0.0, height
        lengths[-1] += 1
        used += more
    return lengths
