"""From a workbook or a CSV file to a journey, each problem at its cell."""

from dataclasses import dataclass, replace
from pathlib import Path, PurePath

from reise.chronology import chronology
from reise.editing import yaml_of
from reise.guard.finding import Weight
from reise.guard.verdict import judge_values
from reise.journey import parse
from reise.journey.identity import id_of
from reise.journey.model import Collection, Journey
from reise.journey.names import JOURNEY
from reise.problems import Checked, Problem, Span, errors, problem
from reise.rules import check
from reise.source import Document, compose
from reise.source.characters import LOST, composed, harmless
from reise.source.findings import Enough, Findings
from reise.workbook import csv, xlsx
from reise.workbook.table import Table, Unreadable, called, cell
from reise.workbook.tree import Telling, Told

MAX_BYTES = 5_000_000
#: The endings of files that are tables of text; all else is a workbook.
_TEXTS = (".csv", ".tsv", ".txt")
_WHOLE = Span(0, 0, 0, 0)
#: Where an id is wanted but nothing makes one, so that all else is checked too.
_NAMELESS = "reise"


@dataclass(frozen=True, slots=True)
class Imported:
    """A journey that was brought in: its id, its value, and the YAML that says the same."""

    id: str
    journey: Journey
    text: str


def bring_in(
    path: Path,
    *,
    title: str | None = None,
    language: str | None = None,
    collection: Collection | None = None,
) -> Checked[Imported]:
    """Return the journey that a workbook (.xlsx) or a CSV file tells, or all that is wrong, at its cell.

    `title` and `language` are for files that do not say; without them the name of the file and the
    language of its heads are taken. A problem's `file` ends in the cell: "reise.xlsx Hendelser!C7".
    """
    file = str(path)
    try:
        tables = _tables(path)
        tables, found = _clean(tables)
        told = Telling(tables).told(title or _title(path, tables), language)
    except Unreadable as error:
        return Checked(None, (problem(str(error), file),))
    named = _of(told, "title")
    name = id_of(named) or id_of(path.stem)
    problems = [*found, *told.problems]
    if name is None and named:
        problems.append(problem("R216", ""))
    parsed = parse(Document(f"{name or _NAMELESS}.yaml", "", "", told.root), collection)
    problems += (_moved(each, told) for each in parsed.problems)
    if parsed.value is not None:
        problems += (*check(parsed.value), *chronology(parsed.value).problems)
        # What a person has to decide can wait until there is a file to decide about.
        guarded = judge_values(parsed.value)
        problems += (each.problem() for each in guarded if each.weight >= Weight.LISTED)
        spot = parsed.value.place("title")
        if not title and any(each.weight >= Weight.DECIDE and each.span == spot for each in guarded):
            # The name of a file is seen by everybody: what may be a person's stays out of it.
            name = id_of(path.stem) or _NAMELESS
    problems.sort(key=lambda each: (each.span or _WHOLE, each.code))
    placed = tuple(_at_cell(each, file, tables) for each in problems)
    if parsed.value is None or name is None or any(True for _ in errors(problems)):
        return Checked(None, placed)
    text = yaml_of(parsed.value)
    if compose(text.encode(), "").value is None:
        return Checked(None, (*placed, problem("R703", file)))
    return Checked(Imported(name, parsed.value, text), placed)


def _tables(path: Path) -> tuple[Table, ...]:
    """Return what a file holds; raise Unreadable where that is none."""
    try:
        if not path.is_file():
            raise Unreadable("R124" if not path.exists() else "R702")
        with path.open("rb") as file:
            data = file.read(MAX_BYTES + 1)
    except OSError as error:
        raise Unreadable("R702") from error
    if len(data) > MAX_BYTES:
        raise Unreadable("R703")
    return (csv.table(data),) if path.suffix.lower() in _TEXTS else xlsx.tables(data)


def _title(path: PurePath, tables: tuple[Table, ...]) -> str | None:
    """Return a title for a CSV file, which has no place for one: the name of the file."""
    words = path.stem.replace("-", " ").replace("_", " ").strip()
    return words[:1].upper() + words[1:] if words and tables[0].name == "" else None


def _of(told: Told, name: str) -> str:
    """Return the text of a key at the top, "" where it is missing."""
    found = (each.value for each in told.root if JOURNEY.find(each.key.text) == name)
    return getattr(next(found, None), "text", "")


def _clean(tables: tuple[Table, ...]) -> tuple[tuple[Table, ...], list[Problem]]:
    """Return tables in NFC without characters that no text may have, and where those stood."""
    found: list[Problem] = []
    made = []
    for number, table in enumerate(tables):
        rows = []
        for row, texts in enumerate(table.rows, 1):
            line = []
            for column, text in enumerate(texts, 1):
                kept, codes = (text, ()) if text.isascii() and text.isprintable() else _unfit(text)
                found += (each._replace(span=cell(number, row, column)) for each in codes)
                line.append(kept)
            rows.append(tuple(line))
        made.append(replace(table, rows=tuple(rows)))
    return tuple(made), found


def _unfit(text: str) -> tuple[str, tuple[Problem, ...]]:
    """Return a text without the characters that no text may have, and a problem for each sort of them."""
    # A tab or an odd blank between words means what a space does, and line breaks part values.
    calm = "\n".join(" ".join(line.replace("\t", " ").split(" ")) for line in text.splitlines())
    findings = Findings("", composed(calm))
    try:
        # Behind a quote mark nothing can be taken for an indentation.
        findings.text = '"' + findings.text.replace("\n", '\n"')
        kept = harmless(findings).replace('\n"', "\n")[1:]
    except Enough:
        kept = ""
    first = {each.code: each for each in reversed(findings.problems)}
    return kept.replace(LOST, "").strip(), tuple(first.values())


def _moved(found: Problem, told: Told) -> Problem:
    """Return a problem at the cell where what is missing should stand."""
    if found.code == "R203":
        name = str(dict(found.args).get("name"))
        return found._replace(span=told.fields.get(name, found.span))
    if found.code == "R212" and found.span is not None:
        line = found.span.line
        return found._replace(span=Span(line, told.kind, line, told.kind + 1))
    return found


def _at_cell(found: Problem, file: str, tables: tuple[Table, ...]) -> Problem:
    """Return a problem with its cells in the name of the file, the main one first."""
    if found.span is None:
        return found._replace(file=file)
    spans = dict.fromkeys((found.span, *found.related))
    return found._replace(
        file=f"{file} {', '.join(called(each, tables) for each in spans)}", span=None, related=()
    )
