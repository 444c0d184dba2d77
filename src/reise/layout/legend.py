"""What the signs on a sheet mean - only those that stand on it - and the lines at its foot."""

from collections.abc import Iterable, Iterator

from reise.journey.vocabulary import abbreviations_in
from reise.layout.block import Block, line, rectangle, zigzag
from reise.layout.case_map import Box, Key, Shape, Text
from reise.layout.measure import LEAD, Measure
from reise.layout.ruler import Face
from reise.layout.story import Card, Column, Story
from reise.layout.words import Words

WIDE = 2.2
APART = 1.5
KINDS = ("event", "family", "experience", "crisis", "quote", "wish", "service", "measure", "transition", "turning_point")


def legend(
    story: Story, columns: tuple[Column, ...], bars: bool, words: Words, measure: Measure, width: float
) -> Block:
    """Return the legend of a sheet that shows `columns`, and under it the abbreviations."""
    size = measure.small
    advance = LEAD * size + 0.25
    keys: list[Key] = []
    x = y = 0.0
    for drawn, label in _entries(columns, bars, words):
        swatch_width = _swatch_width(drawn, measure)
        text_width = measure.width(label, size) + 0.05
        if x and x + swatch_width + 0.3 + text_width > width:
            x, y = 0.0, y + advance
        box = Box(x, y, swatch_width, LEAD * size)
        text = Text("key", Box(x + swatch_width + 0.3, y, text_width, LEAD * size), (label,))
        keys.append(Key(drawn, box, text))
        x = text.box.right + APART
    y += advance
    texts: list[Text] = []
    for role, each in (("abbreviations", _abbreviations(story, columns, words)), ("note", story.note)):
        if each:
            lines = measure.lines(each, width, size)
            texts.append(Text(role, Box(0, y, width, LEAD * size * len(lines)), lines))
            y = texts[-1].box.bottom + 0.15
    return Block(y, tuple(texts), tuple(keys))


def ending(story: Story, words: Words, measure: Measure, width: float, number: int, count: int) -> Block:
    """Return the foot of a sheet: status, source, coding, consent; and which sheet it is."""
    size = measure.small
    page = words("map.sheet", number=number, count=count)
    page_width = measure.width(page, size) + 0.1
    text = story.status
    if not story.has_times:
        text += " · " + words("map.order_only")
    lines = measure.lines(text, width - page_width - 1.5, size)
    height = LEAD * size * len(lines)
    return Block(
        height,
        (
            Text("status", Box(0, 0, width - page_width - 1.5, height), lines),
            Text("page", Box(width - page_width, 0, page_width, LEAD * size), (page,)),
        ),
    )


def swatch(room: str, name: str, box: Box) -> list[Shape]:
    """Return what is drawn before an entry of the legend, in `box`."""
    x, y, middle = box.x, box.y, box.y + box.height / 2
    if room == "flag":
        return [Shape("pill", rectangle(box, 0.2))]
    if name == "bar":
        return [Shape(name, rectangle(Box(x, y + 0.15, box.width, box.height - 0.3), 0.3))]
    if name == "bar-between":
        return [Shape(name, line(x + 0.1, middle, box.right - 0.1, middle))]
    if name == "arrow":
        head = f"M{box.right:.3f} {middle:.3f}l-0.42 -0.22v0.44Z"
        return [Shape(name, line(x, middle, box.right - 0.3, middle)), Shape("arrow-head", head)]
    if name == "dashed":
        return [Shape(name, rectangle(Box(x, y + 0.1, box.width, box.height - 0.2), 0.15))]
    drawn = [Shape(name, rectangle(Box(x + 0.2, y, box.width - 0.4, box.height)))]
    if name == "stripe-broke":
        drawn.append(Shape("stripe-cut", zigzag(x, middle, box.width)))
    return drawn


def _swatch_width(drawn: str, measure: Measure) -> float:
    """Return the width of what is drawn before an entry."""
    if drawn.startswith("sign:"):
        return measure.width(drawn[5:], measure.small, Face.BOLD) + 0.1
    return WIDE if drawn in ("shape:dashed", "shape:bar", "shape:bar-between", "shape:arrow") else 1.0


def _entries(columns: tuple[Column, ...], bars: bool, words: Words) -> Iterator[tuple[str, str]]:
    """Yield the swatches of a sheet with their words."""
    cards = [card for column in columns for card in column.cards]
    everything: list[Card] = [*cards, *(column.head for column in columns if column.named)]
    kinds = {card.kind for card in cards}
    for kind in KINDS:
        if kind in kinds:
            yield f"icon:{kind}", words(f"kind.{kind}")
    effects = {each for card in everything for each in card.effects}
    for effect, sign in (("helped", "+"), ("hindered", "–"), ("mixed", "±")):
        if effect in effects:
            yield f"sign:{sign}", words(f"effect.{effect}")
    if any("/" in card.sign for card in everything):
        yield "sign:+/–", words("legend.disagree")
    if any(card.uncertain for card in everything):
        yield "shape:dashed", words("legend.dashed")
    for direction, flag in (("up", "↗"), ("down", "↘"), ("mixed", "↔"), ("unknown", "•")):
        if any(mark.direction == direction for column in columns for mark in column.marks):
            yield f"flag:{flag}", words(f"legend.turning_{direction}")
    statuses = {card.stripe.status for card in everything if card.stripe}
    for status in ("held", "broke"):
        if status in statuses:
            yield f"shape:stripe-{status}", words(f"legend.stripe_{status}")
    if statuses & {"unclear", "none"}:
        yield "shape:stripe-unclear", words("legend.stripe_unclear")
    if any(card.led_to for card in everything):
        yield "shape:arrow", words("legend.arrow")
    if bars:
        yield "shape:bar", words("legend.bar")
        yield "shape:bar-between", words("legend.bar_between")


def _abbreviations(story: Story, columns: tuple[Column, ...], words: Words) -> str:
    """Return the abbreviations that stand on a sheet with what they mean."""
    found: dict[str, str] = {}
    for text in _texts(story, columns):
        found.update(abbreviations_in(text, words.language))
    return " · ".join(f"{short}: {meaning}" for short, meaning in sorted(found.items()))


def _texts(story: Story, columns: tuple[Column, ...]) -> Iterable[str]:
    """Yield every text of a sheet that an abbreviation may stand in."""
    yield from (story.title, story.about, story.outcome, *story.despite)
    for bar in story.bars:
        yield bar.label
    for column in columns:
        for card in (column.head, *column.cards):
            yield from (card.head, card.text, *card.notes)
            if card.mark:
                yield card.mark.difference
