"""From tables to a document: what the file of a journey would say, each part at the cell it stands in."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from reise.journey.model import Kind, Language
from reise.journey.names import EVENT, JOURNEY, KIND, LANGUAGES, VOICES, Names
from reise.journey.vocabulary import find_role
from reise.problems import Problem, Span, problem
from reise.source.document import Entry, Mapping, Node, Scalar, Sequence
from reise.workbook.columns import (
    COLUMNS,
    FIELDS,
    INSIDE,
    SHORT,
    TIMES,
    Column,
    Place,
    column_place,
    field_place,
    head,
    is_called,
    values,
)
from reise.workbook.csv import TOP
from reise.workbook.table import Table, Unreadable, cell

_BREAK = re.compile(r"\s*\n\s*")
_MONTH = r"(?:jan|feb|mars?|apr|ma[iy]|june?|juni|july?|juli|aug|sept?|okt|oct|nov|des|dec)\.?"
#: What is left of "10-12" when a spreadsheet took it for a day: "10.des", "des.12", or days since 1900.
_SPOILT = re.compile(rf"[0-9]{{1,2}}[. /-] ?{_MONTH}|{_MONTH}[ /-]?[0-9]{{2}}|[3-6][0-9]{{4}}", re.IGNORECASE)

#: The text of a cell, and its place.
Cell = tuple[str, Span]
Cells = dict[Place, Cell]


@dataclass(frozen=True, slots=True)
class Told:
    """The document that tables tell, where its missing parts should stand, and what is wrong with the cells.

    `fields` has the cell of each field by its key in the language; `kind` is the column of the kinds.
    """

    root: Mapping
    fields: dict[str, Span]
    kind: int
    problems: tuple[Problem, ...]


class Telling:
    """One file on its way from tables to a document; the lines of its keys are in `language`."""

    def __init__(self, tables: tuple[Table, ...]) -> None:
        self._tables = tables
        self.language = Language.NB
        self._problems: list[Problem] = []

    def told(self, title: str | None, language: str | None) -> Told:
        """Return the document; title and language are for files that do not say.

        Raises Unreadable (R704) where the events are not found.
        """
        at, top = _events(self._tables)
        own = next((n for n, each in enumerate(self._tables) if is_called("journey", each.name)), None)
        begin = cell(at, top + 1, 1)
        fields = {} if own is None else self._fields(own)
        if title and not fields.get(("title",), ("", begin))[0]:
            fields[("title",)] = title, begin
        said, where = fields.get(("language",), ("", begin))
        self.language = LANGUAGES.find(said) or Language(language or self._spoken(at, top))
        fields[("language",)] = said or self.language.value, where
        heads = self._heads(at, top)
        coder = fields.get(("coded_by",), ("", begin))
        events = Sequence(tuple(self._rows(at, top, heads, coder)), begin)
        filled = _grouped({place: found for place, found in fields.items() if found[0]})
        told = {name: self._value(name, parts) for name, parts in filled.items()}
        root = {"reise": Scalar("1", begin), **{name: told[name] for name in JOURNEY if name in told}}
        entries = (self._entry(JOURNEY, name, node) for name, node in {**root, "events": events}.items())
        for number in {at, own} - {None}:
            for code, row, column in self._tables[number or 0].faults:
                self._problems.append(problem(code, "", cell(number or 0, row, column)))
        return Told(
            Mapping(tuple(entries), begin),
            {self._word(place): span for place, (_, span) in fields.items()},
            next(column for column, place in heads.items() if place == ("kind",)),
            tuple(self._problems),
        )

    def _word(self, place: Place) -> str:
        """Return the key that a field is written under, where it is missing."""
        names = INSIDE[place[0]] if len(place) > 1 else JOURNEY
        return names.shown(place[-1], self.language)

    def _heads(self, at: int, row: int) -> dict[int, Place]:
        """Return what each column tells; report those that say nothing, or the same as one before."""
        table = self._tables[at]
        found: dict[int, Place] = {}
        for column in range(1, max(map(len, table.rows)) + 1):
            text, span = table.text(row, column), cell(at, row, column)
            place = column_place(text)
            below = (table.text(each, column) for each in range(row + 1, len(table.rows) + 1))
            if place is None and (text or any(below)):
                self._report_head(text, span, EVENT, COLUMNS)
            elif place in found.values():
                first = next(each for each, known in found.items() if known == place)
                self._problems.append(problem("R217", "", span, related=(cell(at, row, first),)))
            elif place is not None:
                found[column] = place
        return found

    def _report_head(self, text: str, span: Span, names: Names[str], known: tuple[Column, ...]) -> None:
        """Report a head that nobody knows, and those that there are."""
        near = names.closest(text) if text else None
        more: dict[str, Any] = {} if near is None else {"suggestion": near}
        allowed = ", ".join(head(each.place, self.language) for each in known)
        self._problems.append(problem("R705", "", span, allowed=allowed, **more))

    def _spoken(self, at: int, row: int) -> str:
        """Return the language that most heads are written in."""
        heads = {each.casefold() for each in self._tables[at].rows[row - 1]}
        return max(Language, key=lambda each: len(heads & {head(known.place, each) for known in COLUMNS}))

    def _fields(self, at: int) -> Cells:
        """Return what the sheet of the journey says; a field that is empty has its cell and ""."""
        table = self._tables[at]
        found: Cells = {}
        for row in range(1, len(table.rows) + 1):
            name, text = table.text(row, 1), table.text(row, 2)
            place = field_place(name)
            if place in found:
                first = found[place or ()][1]
                self._problems.append(problem("R217", "", cell(at, row, 1), related=(first,)))
            elif place is not None:
                found[place] = text, cell(at, row, 2)
            elif text and not is_called("field", name):
                self._report_head(name, cell(at, row, 1), JOURNEY, FIELDS)
        return found

    def _rows(self, at: int, top: int, heads: dict[int, Place], coder: Cell) -> Iterator[Mapping]:
        """Yield the events, a row each; an empty row is none."""
        table = self._tables[at]
        lost = {(row, column) for _, row, column in table.faults}
        for row in range(top + 1, len(table.rows) + 1):
            cells: Cells = {}
            for column, place in heads.items():
                text, span = table.text(row, column), cell(at, row, column)
                if place in TIMES and _SPOILT.fullmatch(text):
                    self._problems.append(problem("R701", "", span))
                    text = ""
                cells[place] = "?" if place == ("text",) and (row, column) in lost else text, span
            if any(text for text, _ in cells.values()):
                yield self._event(cells, coder)

    def _event(self, cells: Cells, coder: Cell) -> Mapping:
        """Return an event: its kind and words, then all else."""
        kind, at = cells.pop(("kind",))
        text, beside = cells.pop(("text",))
        known = KIND.find(kind)
        entries: list[Entry] = []
        if kind and known is None:
            near = KIND.closest(kind)
            more: dict[str, Any] = {} if near is None else {"suggestion": near}
            allowed = KIND.all_shown(self.language)
            self._problems.append(problem("R205", "", at, allowed=allowed, **more))
        if kind:
            word = KIND.shown(known or Kind.EVENT, self.language)
            # Where the words are missing, it is their cell that is empty.
            entries.append(Entry(Scalar(word, at if text else beside), Scalar(_on_one_line(text), beside)))
        parts = _grouped({place: found for place, found in cells.items() if found[0]})
        effects = parts.get("effects", {})
        if "" in effects and len(effects) > 1:
            effects[VOICES.find(coder[0]) or find_role(coder[0]) or coder[0]] = effects.pop("")
        for name, own in parts.items():
            if known and name == known.value:
                for part, found in own.items():
                    entries.append(self._entry(INSIDE[name], part, self._leaf(name, part, *found)))
            else:
                entries.append(self._entry(EVENT, name, self._value(name, own)))
        return Mapping(tuple(entries), at)

    def _value(self, name: str, parts: dict[str, Cell]) -> Node:
        """Return the value of a key: in short, or as the keys and values inside it."""
        if len(parts) == 1 and set(parts) <= {"", SHORT.get(name, "")}:
            [(part, found)] = parts.items()
            return self._leaf(name, part, *found)
        inside = [
            Entry(Scalar(self._inside(name, part), found[1]), self._leaf(name, part, *found))
            for part, found in parts.items()
        ]
        return Mapping(tuple(inside), inside[0].key.span)

    def _inside(self, name: str, part: str) -> str:
        """Return the key of a part of a value; of an effect it is the voice or the role."""
        if name != "effects":
            return INSIDE[name].shown(part, self.language)
        return VOICES.shown(part, self.language) if part in set(VOICES) else part

    def _leaf(self, name: str, part: str, text: str, span: Span) -> Node:
        """Return the text of a cell, or the texts where it holds several."""
        place = (name, part) if part else (name,)
        told = tuple(Scalar(_on_one_line(each), span) for each in values(place, text))
        return told[0] if len(told) == 1 else Sequence(told, span)

    def _entry(self, names: Names[str], name: str, node: Node) -> Entry:
        return Entry(Scalar(names.shown(name, self.language), node.span), node)


def _on_one_line(text: str) -> str:
    return _BREAK.sub(" ", text)


def _grouped(cells: Cells) -> dict[str, dict[str, Cell]]:
    """Return cells by the key they belong to, and then by the part of its value; "" is the whole."""
    found: dict[str, dict[str, Cell]] = {}
    for (name, *part), each in cells.items():
        found.setdefault(name, {})["".join(part)] = each
    return found


def _events(tables: tuple[Table, ...]) -> tuple[int, int]:
    """Return which table has the events, and the row of their heads."""
    called = [number for number, each in enumerate(tables) if is_called("events", each.name)]
    for number in called or range(len(tables)):
        for row, texts in enumerate(tables[number].rows[:TOP], 1):
            if {("kind",), ("text",)} <= {column_place(each) for each in texts}:
                return number, row
    raise Unreadable("R704")
