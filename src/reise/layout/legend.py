"""What the signs on a sheet mean - only those that stand on it - and the lines at its foot."""

from collections.abc import Iterable
from dataclasses import dataclass

from reise.journey.vocabulary import abbreviations_in
from reise.layout.block import Block, line, rectangle, zigzag
from reise.layout.case_map import Box, Key, Shape, Text
from reise.layout.edge import WIDTH, edge
from reise.layout.measure import LEAD, Measure
from reise.layout.ruler import Face
from reise.layout.story import Column, Story
from reise.layout.words import ARROWS, SIGNS, Words

#: The widths of what is drawn before an entry, in em of its type.
WIDE, NARROW = 2.7, 1.25
APART = 1.2
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


#: Every entry a legend may have, in order: what calls for it, what is drawn before it, and its words.
ENTRIES = (
    *((f"icon:{kind}", f"icon:{kind}", f"kind.{kind}") for kind in KINDS),
    *((effect, f"effect:{effect}:{sign}", f"effect.{effect}") for effect, sign in SIGNS.items()),
    ("unknown", "effect:unknown:?", "effect.unknown"),
    ("none", "effect:none:", "legend.none"),
    ("young first", "sign:–/+", "legend.young_first"),
    ("disagree", "sign:+/–", "legend.disagree"),
    ("own", "shape:ground-own", "legend.own"),
    ("dashed", "shape:dashed", "legend.dashed"),
    ("flag:↗", "flag:↗", "legend.turning_up"),
    ("flag:↘", "flag:↘", "legend.turning_down"),
    ("flag:↔", "flag:↔", "legend.turning_mixed"),
    ("flag:•", "flag:•", "legend.turning_unknown"),
    ("held", "shape:stripe-held", "legend.stripe_held"),
    ("broke", "shape:stripe-broke", "legend.stripe_broke"),
    ("unclear", "shape:stripe-unclear", "legend.stripe_unclear"),
    ("arrow", "shape:arrow", "legend.arrow"),
    ("open line", "shape:life-line", "legend.open_line"),
    ("presence", "shape:presence", "legend.bar"),
    ("presence-between", "shape:presence-between", "legend.bar_between"),
    ("number", "sign:1, 2, 3 …", "legend.number"),
)
#: What is drawn wide.
LONG = frozenset({"dashed", "ground-own", "presence", "presence-between", "arrow", "life-line"})


@dataclass(frozen=True, slots=True)
class Traits:
    """What a column adds to the legend of its sheet: calls for entries, abbreviations and their meanings."""

    calls: frozenset[str]
    abbreviations: tuple[tuple[str, str], ...]


def legend(
    story: Story,
    members: Iterable[Traits],
    calls: set[str],
    words: Words,
    measure: Measure,
    width: float,
    size: float,
) -> Block:
    """Return the legend, set at `size` em, of a sheet that calls for these entries.

    `members` are the traits of its columns, for their abbreviations.
    """
    meanings = dict(story.abbreviations)
    for each in members:
        meanings.update(each.abbreviations)
    advance = LEAD * size + 0.15
    keys: list[Key] = []
    x = y = 0.0
    entries = [(drawn, words(name)) for call, drawn, name in ENTRIES if call in calls]
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
    page = words("map.sheet", number=number, count=count) if count > 1 else ""
    page_width = measure.width(page, size) + 1.6 if page else 0.0
    text = story.status
    if not story.has_times:
        text += " · " + words("map.order_only")
    lines = measure.lines(text, width - page_width, size)
    height = LEAD * size * len(lines)
    texts = [Text("status", Box(0, 0, width - page_width, height), lines)]
    if page:
        texts.append(Text("page", Box(width - page_width + 1.5, 0, page_width - 1.5, LEAD * size), (page,)))
    return Block(height, tuple(texts))


def swatch(room: str, name: str, box: Box) -> list[Shape]:
    """Return what is drawn before an entry of the legend, in `box`."""
    x, y, middle = box.x, box.y, box.y + box.height / 2
    if room == "flag":
        return [Shape("pill", rectangle(box, 0.2))]
    if room == "effect":
        return edge((name.partition(":")[0],), box)
    if name == "presence":
        return [Shape(name, rectangle(Box(x, y + box.height * 0.15, box.width, box.height * 0.7), 0.3))]
    if name == "life-line":
        third = box.width / 3
        ends = ((x, x + third), (box.right - third, box.right))
        return [Shape(name, line(left, middle, right, middle)) for left, right in ends]
    if name == "presence-between":
        return [Shape(name, line(x + 0.1, middle, box.right - 0.1, middle))]
    if name == "arrow":
        head = f"M{box.right:.3f} {middle:.3f}l-0.3 -0.16v0.32Z"
        return [Shape(name, line(x, middle, box.right - 0.2, middle)), Shape("arrow-head", head)]
    if name in ("dashed", "ground-own"):
        return [Shape(name, rectangle(Box(x, y + 0.1, box.width, box.height - 0.2), 0.15))]
    drawn = [Shape(name, rectangle(Box(x + box.width * 0.2, y, box.width * 0.6, box.height)))]
    if name == "stripe-broke":
        drawn.append(Shape("stripe-cut", zigzag(x, middle, box.width, box.height * 0.32)))
    return drawn


def _swatch_width(drawn: str, measure: Measure, size: float) -> float:
    """Return the width of what is drawn before an entry."""
    if drawn.startswith("sign:"):
        return measure.width(drawn[5:], size, Face.BOLD) + 0.1
    if drawn.startswith("effect:"):
        sign = drawn.split(":")[2]
        return measure.width(sign, size, Face.BOLD) + 2 * WIDTH + 0.1 if sign else WIDTH
    return (WIDE if drawn.partition(":")[2] in LONG else NARROW) * size


def traits(column: Column, language: str) -> Traits:
    """Return what of `column` the legend must explain."""
    found: set[str] = {f"icon:{card.kind}" for card in column.cards}
    abbreviations: dict[str, str] = {}
    for card in (column.head, *column.cards):
        found |= {each for each in card.effects if each in SIGNS}
        if "?" in card.sign:
            found.add("unknown")
        elif card.number and not card.sign:
            found.add("none")
        if len(card.effects) > 1:
            found.add("young first" if card.young_first else "disagree")
        calls = {
            "own": card.own and card.number,
            "dashed": card.uncertain,
            "number": card.number,
            "arrow": card.led_to,
        }
        found |= {call for call, there in calls.items() if there}
        if card.mark:
            found.add(f"flag:{ARROWS[card.mark.direction]}")
        if card.stripe:
            found.add(card.stripe.drawn)
        for text in (card.head, card.text, card.note, card.mark.difference if card.mark else ""):
            if text:
                abbreviations.update(abbreviations_in(text, language))
    return Traits(frozenset(found), tuple(abbreviations.items()))
