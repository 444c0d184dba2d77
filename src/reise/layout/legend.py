"""What the signs on a sheet mean - only those that stand on it - and the lines at its foot."""

from collections.abc import Iterable
from dataclasses import dataclass

from reise.journey.vocabulary import abbreviations_in
from reise.layout.block import Block, line, rectangle, zigzag
from reise.layout.case_map import Box, Key, Shape, Text
from reise.layout.measure import LEAD, Measure
from reise.layout.ruler import Face
from reise.layout.story import Column, Story
from reise.layout.words import ARROWS, SIGNS, Words

#: The widths of what is drawn before an entry, in em of its type.
WIDE, NARROW = 2.7, 1.25
APART = 1.5
KINDS = (
    "event",
    "family",
    "experience",
    "crisis",
    "quote",
    "wish",
    "service",
    "measure",
    "transition",
    "turning_point",
)


NUMBER = "sign:1, 2, 3 …"

#: Every entry a legend may have, in order: what is drawn before it, and its words.
ENTRIES = (
    *((f"icon:{kind}", f"kind.{kind}") for kind in KINDS),
    ("sign:+", "effect.helped"),
    ("sign:–", "effect.hindered"),
    ("sign:±", "effect.mixed"),
    ("sign:+/–", "legend.disagree"),
    ("shape:dashed", "legend.dashed"),
    ("flag:↗", "legend.turning_up"),
    ("flag:↘", "legend.turning_down"),
    ("flag:↔", "legend.turning_mixed"),
    ("flag:•", "legend.turning_unknown"),
    ("shape:stripe-held", "legend.stripe_held"),
    ("shape:stripe-broke", "legend.stripe_broke"),
    ("shape:stripe-unclear", "legend.stripe_unclear"),
    ("shape:arrow", "legend.arrow"),
    ("sign:◆", "legend.strength"),
    ("shape:bar", "legend.bar"),
    ("shape:bar-between", "legend.bar_between"),
    (NUMBER, "legend.number"),
)


@dataclass(frozen=True, slots=True)
class Traits:
    """What a column adds to the legend of its sheet: entries, and abbreviations with what they mean."""

    entries: frozenset[str]
    abbreviations: tuple[tuple[str, str], ...]


def legend(
    story: Story,
    members: Iterable[Traits],
    drawn_too: set[str],
    words: Words,
    measure: Measure,
    width: float,
    size: float,
) -> Block:
    """Return the legend, set at `size` em, of a sheet whose columns have these traits."""
    present = set(drawn_too)
    meanings = dict(story.abbreviations)
    for each in members:
        present |= each.entries
        meanings.update(each.abbreviations)
    advance = LEAD * size + 0.15
    keys: list[Key] = []
    x = y = 0.0
    entries = [(drawn, words(name)) for drawn, name in ENTRIES if drawn in present]
    entries += [(f"sign:{short}", meaning) for short, meaning in sorted(meanings.items())]
    for drawn, label in entries:
        swatch_width = _swatch_width(drawn, measure, size)
        text_width = measure.width(label, size) + 0.05
        if x and x + swatch_width + 0.3 + text_width > width:
            x, y = 0.0, y + advance
        box = Box(x, y, swatch_width, LEAD * size)
        text = Text("key", Box(x + swatch_width + 0.3, y, text_width, LEAD * size), (label,))
        keys.append(Key(drawn, box, text))
        x = text.box.right + APART
    return Block(y + advance if keys else 0.0, keys=tuple(keys))


def ending(
    story: Story, words: Words, measure: Measure, width: float, size: float, number: int, count: int
) -> Block:
    """Return the foot of a sheet: status, source, coding, consent; and which sheet it is."""
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
        return [Shape(name, rectangle(Box(x, y + box.height * 0.15, box.width, box.height * 0.7), 0.3))]
    if name == "bar-between":
        return [Shape(name, line(x + 0.1, middle, box.right - 0.1, middle))]
    if name == "arrow":
        head = f"M{box.right:.3f} {middle:.3f}l-0.3 -0.16v0.32Z"
        return [Shape(name, line(x, middle, box.right - 0.2, middle)), Shape("arrow-head", head)]
    if name == "dashed":
        return [Shape(name, rectangle(Box(x, y + 0.1, box.width, box.height - 0.2), 0.15))]
    drawn = [Shape(name, rectangle(Box(x + box.width * 0.2, y, box.width * 0.6, box.height)))]
    if name == "stripe-broke":
        drawn.append(Shape("stripe-cut", zigzag(x, middle, box.width, box.height * 0.32)))
    return drawn


def _swatch_width(drawn: str, measure: Measure, size: float) -> float:
    """Return the width of what is drawn before an entry."""
    if drawn.startswith("sign:"):
        return measure.width(drawn[5:], size, Face.BOLD) + 0.1
    wide = drawn in ("shape:dashed", "shape:bar", "shape:bar-between", "shape:arrow")
    return (WIDE if wide else NARROW) * size


def traits(column: Column, language: str) -> Traits:
    """Return what of `column` the legend must explain."""
    found: set[str] = {f"icon:{card.kind}" for card in column.cards}
    abbreviations: dict[str, str] = {}
    for card in (column.head, *column.cards):
        found |= {f"sign:{SIGNS[each]}" for each in card.effects if each in SIGNS}
        if len(card.effects) > 1:
            found.add("sign:+/–")
        if card.uncertain:
            found.add("shape:dashed")
        if card.mark:
            found.add(f"flag:{ARROWS[card.mark.direction]}")
        if card.stripe:
            found.add(f"shape:stripe-{card.stripe.drawn}")
        if card.tags:
            found.add("sign:◆")
        if card.number:
            found.add(NUMBER)
        if card.led_to:
            found.add("shape:arrow")
        for text in (card.head, card.text, card.note, card.mark.difference if card.mark else ""):
            if text:
                abbreviations.update(abbreviations_in(text, language))
    return Traits(frozenset(found), tuple(abbreviations.items()))
