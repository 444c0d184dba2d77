"""The second page: what each case is made from, what was said yes to, and where it must not be shown."""

from reise.guard.disclosure import Read
from reise.journey.model import Journey
from reise.layout.disclosure.naming import Naming
from reise.layout.report.answers import cell
from reise.layout.report.value import Block, Cell, Column, Page, Paragraph, Row, Table

CONSENTS = ("map", "wall", "comparison", "sharing")


def page(naming: Naming) -> Page:
    """Return the page of consents, sources and tests."""
    block: Block = _table(naming) if naming.told.cases else Paragraph(naming("cases.none"), "plain")
    return Page(2, "cases", naming("cases.title"), naming("cases.lead"), (block,))


def _table(naming: Naming) -> Table:
    columns = (
        Column(naming("across.case"), 18),
        Column(naming("report.status"), 10),
        Column(naming("cases.source"), 18),
        *(Column(naming(f"cases.{each}"), 8) for each in CONSENTS),
        Column(naming("cases.tested"), 11),
        Column(naming("cases.not_shown"), 20),
    )
    rows = tuple(Row(_cells(naming, *each)) for each in naming.told.cases)
    return Table(naming("cases.table"), columns, rows, naming("cases.rule"))


def _cells(naming: Naming, name: str, read: Read, journey: Journey) -> tuple[Cell, ...]:
    record = read.verdict.record
    tested = record.approval.intruder_test if record.approval else None
    return (
        cell(naming.file(name)),
        cell(naming.status(read)),
        _source(naming, journey),
        *(_consent(naming, given=getattr(journey.consent, each)) for each in CONSENTS),
        cell(str(tested)) if tested else cell(naming("cases.not_tested"), "quiet"),
        cell(record.not_shown) if record.not_shown else cell(naming("cases.not_said"), "unknown"),
    )


def _consent(naming: Naming, *, given: bool) -> Cell:
    return cell(naming("report.yes")) if given else cell(naming("report.no"), "quiet")


def _source(naming: Naming, journey: Journey) -> Cell:
    source = journey.source
    if source is None:
        return cell(naming("cases.not_said"), "unknown")
    if source.kind.value == "composite" and source.count:
        return cell(naming.words("source.composite_of", count=source.count))
    return cell(naming.words(f"source.{source.kind.value}"))
