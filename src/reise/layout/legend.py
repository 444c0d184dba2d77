"""What the signs on a sheet mean - only those that stand on it - and the lines at its foot."""

from collections.abc import Iterable, Iterator

from reise.journey.vocabulary import abbreviations_in
from reise.layout.block import Block
from reise.layout.case_map import Box, Key, Text
from reise.layout.measure import LEAD, Measure
from reise.layout.ruler import Face
from reise.layout.story import Card, Column, Story
from reise.layout.words import Words

SWATCH = {"dashed": 2.2, "bar": 2.2, "bar-between": 2.2, "arrow": 2.2}
APART = 1.5
KINDS = ("event", "family", "experience", "crisis", "quote", "wish", "service", "measure", "transition", "turning_point")


def legend(
    story: Story, columns: tuple[Column, ...], bars: bool, words: Words, measure: Measure, width: float
) -> Block:
    """Return the legend of a sheet that shows `columns`, and under it the abbreviations."""
    size = measure.small
    line = LEAD * size + 0.25
    keys: list[Key] = []
    x = y = 0.0
    for swatch, label in _entries(columns, bars, words):
        swatch_width = SWATCH.get(swatch, measure.width(swatch[5:], size, Face.BOLD) + 0.1 if swatch.startswith("sign:") else 1.0)
        text_width = measure.width(label, size) + 0.05
        if x and x + swatch_width + 0.3 + text_width > width:
            x, y = 0.0, y + line
        box = Box(x, y, swatch_width, LEAD * size)
        text = Text("key", Box(x + swatch_width + 0.3, y, text_width, LEAD * size), (label,))
        keys.append(Key(swatch, box, text))
        x = text.box.right + APART
    y += line
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
        yield "dashed", words("legend.dashed")
    for direction, flag in (("up", "↗"), ("down", "↘"), ("mixed", "↔"), ("unknown", "•")):
        if any(mark.direction == direction for column in columns for mark in column.marks):
            yield f"flag:{flag}", words(f"legend.turning_{direction}")
    statuses = {card.stripe.status for card in everything if card.stripe}
    for status in ("held", "broke"):
        if status in statuses:
            yield f"stripe-{status}", words(f"legend.stripe_{status}")
    if statuses & {"unclear", "none"}:
        yield "stripe-unclear", words("legend.stripe_unclear")
    if any(card.led_to for card in everything):
        yield "arrow", words("legend.arrow")
    if bars:
        yield "bar", words("legend.bar")
        yield "bar-between", words("legend.bar_between")


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
