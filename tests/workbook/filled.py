"""Fills an empty workbook with what a journey's file says, cell by cell, as a person would."""

import io
from pathlib import Path

import openpyxl

from reise.journey.names import EVENT, JOURNEY, KIND, LANGUAGES, VOICES
from reise.journey.vocabulary import find_role
from reise.source import compose
from reise.source.document import Mapping, Node, Scalar, Sequence
from reise.workbook import new_workbook
from reise.workbook.columns import INSIDE, Place, column_place, field_place, head

YIELDING = ("transition", "turning_point")


def filled(path: Path) -> bytes:
    """Return the workbook of a journey."""
    document = compose(path.read_bytes(), path.name).value
    assert document is not None
    assert isinstance(document.root, Mapping)
    top = {JOURNEY.find(each.key.text): each.value for each in document.root}
    language = LANGUAGES.find(top["language"].text) if "language" in top else "nb"
    book = openpyxl.load_workbook(io.BytesIO(new_workbook(language, {})))
    journey, events, _ = book.worksheets
    rows = {field_place(cell.value): cell.row for cell in journey["A"] if cell.value}
    for name, node in top.items():
        if name not in ("reise", "events"):
            for place, text in cells(name, node):
                journey.cell(rows[place], 2, text)
    columns = {column_place(cell.value): cell.column for cell in events[1]}
    for row, event in enumerate(top["events"].items, 2):
        for place, text in event_cells(event):
            if place not in columns:
                columns[place] = events.max_column + 1
                events.cell(1, columns[place], head(place, language))
            events.cell(row, columns[place], text)
    made = io.BytesIO()
    book.save(made)
    return made.getvalue()


def cells(name: str, node: Node) -> list[tuple[Place, str]]:
    """Return the cells that a key and its value take."""
    match node:
        case Scalar():
            short = {"turning_point": "direction", "transition": "type", "source": "kind"}.get(name)
            return [((name, short) if short else (name,), node.text)]
        case Sequence():
            texts = [each.text for each in node.items]
            between = "; " if any("," in each for each in texts) else ", "
            return [((name,), between.join(texts) + (";" if ", " in texts[0] else ""))]
    found = []
    for each in node:
        word = each.key.text
        inside = (VOICES.find(word) or find_role(word)) if name == "effects" else INSIDE[name].find(word)
        found += [((name, inside), text) for _, text in cells(inside, each.value)]
    return found


def event_cells(event: Mapping) -> list[tuple[Place, str]]:
    """Return the cells of an event."""
    names = [EVENT.find(each.key.text) for each in event]
    kinds = [each for each in names if each in {kind.value for kind in KIND}]
    lead = next((each for each in kinds if each not in YIELDING), kinds[0])
    found = []
    for name, entry in zip(names, event, strict=True):
        if name == lead:
            found += [(("kind",), entry.key.text), (("text",), entry.value.text)]
        elif lead in YIELDING and name in INSIDE[lead]:
            found += [((lead, name), text) for _, text in cells(name, entry.value)]
        else:
            found += cells(name, entry.value)
    return found
