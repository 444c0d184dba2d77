"""The head of a sheet: name, what it is about, despite what, how it ended, what to be warned of."""

from reise.layout.block import Block, text_at
from reise.layout.case_map import Box, Text
from reise.layout.measure import LEAD, Measure
from reise.layout.ruler import Face
from reise.layout.story import Story
from reise.layout.words import Words

ABOUT = 1.2
APART = 1.6
#: The room between a note and the notice beside it.
BETWEEN = 1.0
TITLE_LEAD = 1.08


def header(story: Story, words: Words, measure: Measure, width: float, title_size: float) -> Block:
    """Return the head of a sheet, `width` em wide, its title set at `title_size` em."""
    aside, aside_width, aside_height = _aside(story, words, measure, width)
    left = width - (aside_width + APART if aside else 0.0)
    title_width = measure.width(story.title, title_size, Face.BOLD) + 0.05
    beside = title_width <= 0.5 * left
    title_lines = (
        (story.title,) if title_width <= left else measure.lines(story.title, left, title_size, Face.BOLD)
    )
    title_height = title_size * TITLE_LEAD * len(title_lines)
    room = left - title_width - APART if beside else left
    said, said_height = _said(story, measure, room)
    tall = max(title_height, said_height) if beside else title_height + 0.3 + said_height
    tall = max(tall, aside_height)
    drawn = min(title_width, left) if len(title_lines) == 1 else left
    title_top = (tall - title_height) / 2 if beside else 0.0
    texts = [Text("title", Box(0, title_top, drawn, title_height), title_lines)]
    x = title_width + APART if beside else 0.0
    y = (tall - said_height) / 2 if beside else title_height + 0.3
    texts += [text_at(each, x, y) for each in said]
    top = (tall - aside_height) / 2
    texts += [text_at(each, width - aside_width, top) for each in aside]
    return Block(tall + 0.35, tuple(texts))


def _said(story: Story, measure: Measure, width: float) -> tuple[list[Text], float]:
    """Return what a journey is about, what to know of it, what to be warned of; and the height."""
    texts: list[Text] = []
    y = 0.0
    if story.about:
        lines = measure.lines(story.about, width, ABOUT)
        texts.append(Text("about", Box(0, y, width, ABOUT * 1.25 * len(lines)), lines))
        y = texts[-1].box.bottom
    notice: tuple[str, ...] = ()
    if story.notice:
        notice = measure.lines(story.notice, width - 1.2, 1.0, Face.SEMIBOLD)
        long = min(max(measure.width(each, 1.0, Face.SEMIBOLD) for each in notice) + 1.25, width)
    if story.note:
        lines = measure.lines(story.note, width)
        noted = measure.width(story.note) + 0.05
        if len(lines) == len(notice) == 1 and noted + BETWEEN + long <= width:
            texts.append(Text("note", Box(0, y + 0.1, noted, LEAD), lines))
            texts.append(Text("notice", Box(noted + BETWEEN, y, long, LEAD + 0.2), notice))
            return texts, texts[-1].box.bottom
        texts.append(Text("note", Box(0, y, width, LEAD * len(lines)), lines))
        y = texts[-1].box.bottom
    if notice:
        y += 0.12 if texts else 0.0
        texts.append(Text("notice", Box(0, y, long, LEAD * len(notice) + 0.2), notice))
        y = texts[-1].box.bottom
    return texts, y


def _aside(story: Story, words: Words, measure: Measure, width: float) -> tuple[list[Text], float, float]:
    """Return what the journey was in spite of and how it ended; its width and height."""
    parts = [
        (words("map.despite") + ":", ", ".join(story.despite)),
        (words("map.outcome") + ":", story.outcome),
    ]
    parts = [(label, text) for label, text in parts if text]
    if not parts:
        return [], 0.0, 0.0
    widest = max(measure.width(f"{label}: {text}", 1.0, Face.SEMIBOLD) for label, text in parts)
    room = min(0.31 * width, widest + 1.0)
    texts: list[Text] = []
    y = 0.15
    for label, text in parts:
        less = measure.width(label + " ", 1.0, Face.SEMIBOLD)
        lines = measure.lines(text, room - 0.8, 1.0, Face.REGULAR, less)
        height = LEAD * len(lines)
        texts.append(Text("aside", Box(0.8, y, room - 0.8, height), (label, *lines)))
        y += height + 0.25
    return texts, room, y - 0.1
