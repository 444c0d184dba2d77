"""The third page: what is open in each file and what was decided, never the words that were found."""

from reise.guard.disclosure import Item, Read
from reise.layout.disclosure.naming import Naming
from reise.layout.report.answers import cell
from reise.layout.report.value import Block, Cell, Column, Page, Paragraph, Row, Table

#: So many rows of a file are printed; the data have them all.
ROWS = 200
#: So many files without findings are named; the first page has them all.
NAMED = 24


def page(naming: Naming) -> Page:
    """Return the page of findings and decisions, a table a file."""
    told = naming.told
    blocks: list[Block] = []
    silent = []
    for name, each in zip(told.names, told.files, strict=True):
        if each.items:
            blocks.append(_table(naming, naming.file(name), each))
        else:
            silent.append(naming.file(name))
    if silent:
        names = ", ".join(silent[:NAMED])
        if silent[NAMED:]:
            names = naming("findings.and_more", names=names, n=len(silent) - NAMED)
        blocks.append(Paragraph(names, "plain", naming("findings.nothing")))
    if told.expired:
        blocks.append(Paragraph(naming.many("findings.expired_n", told.expired), "plain"))
    return Page(3, "decisions", naming("findings.title"), naming("findings.lead"), tuple(blocks))


def _table(naming: Naming, name: str, read: Read) -> Table:
    columns = (
        Column(naming("findings.code"), 5),
        Column(naming("findings.state"), 7),
        Column(naming("findings.card"), 6, "number"),
        Column(naming("findings.line"), 5, "number"),
        Column(naming("findings.what"), 42),
        Column(naming("findings.by"), 12),
        Column(naming("findings.when"), 8),
        Column(naming("findings.why"), 26),
    )
    items = read.items
    rows = [
        Row(_cells(naming, read, each), opens=bool(at) and each.state != items[at - 1].state)
        for at, each in enumerate(items[:ROWS])
    ]
    more = naming.many("findings.more", len(items) - ROWS) if len(items) > ROWS else ""
    counts = " · ".join(
        naming.many(f"findings.{state}_n", read.count(state))
        for state in ("open", "decided", "note")
        if read.count(state)
    )
    return Table(f"{name}: {counts}", columns, tuple(rows), more)


def _cells(naming: Naming, read: Read, item: Item) -> tuple[Cell, ...]:
    span, decision = item.problem.span, item.decision
    return (
        cell(item.problem.code),
        cell(naming(f"state.{item.state}")),
        cell(str(read.card(item.event) or "–"), "number"),
        cell(str(span.line) if span else "–", "number"),
        cell(naming.item(item)),
        cell(decision.by if decision else "–"),
        cell(str(decision.date) if decision else "–"),
        cell(decision.reason if decision else "–"),
    )
