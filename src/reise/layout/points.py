"""The turning points spelled out, with the room's question and lines to write on."""

from reise.layout.block import Block, point_at
from reise.layout.case_map import Box, Point, Text
from reise.layout.measure import LEAD, Measure
from reise.layout.ruler import Face
from reise.layout.story import Mark, Story
from reise.layout.words import Words

TITLE = 1.12
LEAST_WIDTH = 15.0
APART = 1.4
RULE = 1.75
LEAST_RULES, MOST_RULES = 2, 9
#: The air under the lines to write on.
AFTER = 0.25


def points(
    story: Story, marks: tuple[Mark, ...], words: Words, measure: Measure, width: float, rules: int
) -> Block:
    """Return the turning points of a sheet with `rules` lines to write on under each."""
    if not marks:
        return _none(story, words, measure, width, rules)
    most = max(1, int((width + APART) / (LEAST_WIDTH + APART)))
    rows = -(-len(marks) // most)
    across = -(-len(marks) // rows)
    each_width = (width - APART * (across - 1)) / across
    made: list[Point] = []
    heading, y = _heading(words("map.turning_points"), story, measure, width)
    for row in range(rows):
        members = marks[row * across : (row + 1) * across]
        set_ones = [_point(mark, story, words, measure, each_width) for mark in members]
        tallest = max(point.box.height for point in set_ones)
        for place, point in enumerate(set_ones):
            x = place * (each_width + APART)
            made.append(_placed(point, x, y, tallest + rules * RULE))
        y += tallest + rules * RULE + AFTER
    return Block(y, heading, points=tuple(made))


def rows_of(marks: int, width: float) -> int:
    """Return how many rows the turning points stand in."""
    most = max(1, int((width + APART) / (LEAST_WIDTH + APART)))
    return max(1, -(-marks // most))


def _point(mark: Mark, story: Story, words: Words, measure: Measure, width: float) -> Point:
    """Return one turning point at the origin, without lines to write on."""
    flag = measure.width(mark.flag, TITLE, Face.BOLD) + 0.5
    title = measure.lines(mark.title, width - flag - 0.1, TITLE, Face.BOLD)
    y = 0.4
    title_text = Text("point-title", Box(flag, y, width - flag, LEAD * TITLE * len(title)), title)
    texts = [Text("point-flag", Box(0, y, flag, LEAD * TITLE), (mark.flag,))]
    y = title_text.box.bottom + 0.1
    for role, text, size in (
        ("point-text", mark.difference, 1.0),
        ("point-by", mark.said_by, measure.small),
    ):
        if text:
            lines = measure.lines(text, width, size)
            texts.append(Text(role, Box(0, y, width, LEAD * size * len(lines)), lines))
            y = texts[-1].box.bottom + 0.12
    return Point(mark.title, title_text, tuple(texts), Box(0, 0, width, y))


def _placed(point: Point, x: float, y: float, height: float) -> Point:
    """Return a turning point at its place, as high as the tallest of its row with its lines."""
    there = point_at(point, x, y)
    return Point(there.name, there.title, there.texts, Box(x, y, point.box.width, height))


def _heading(label: str, story: Story, measure: Measure, width: float) -> tuple[tuple[Text, ...], float]:
    """Return the heading of the part, with the room's question, and where what follows begins."""
    used = measure.width(label, TITLE, Face.BOLD) + 1.0
    lines = measure.lines(story.question, width - used, TITLE)
    height = LEAD * TITLE
    texts = (
        Text("points-head", Box(0, 0, used, height), (label,)),
        Text("points-question", Box(used, 0, width - used, height * len(lines)), lines),
    )
    return texts, height * len(lines) + 0.35


def _none(story: Story, words: Words, measure: Measure, width: float, rules: int) -> Block:
    """Return room for notes where no turning point is marked on the sheet."""
    any_at_all = any(column.marks for column in story.columns)
    label = words("map.no_turning_points_here" if any_at_all else "map.no_turning_points")
    heading, y = _heading(label, story, measure, width)
    return Block(y + rules * RULE + AFTER, heading)
