"""The first page, what to do and who approved what; and the last, what the guard looked for."""

from reise.guard.codes import RULES
from reise.guard.disclosure import Read
from reise.guard.verdict import VERSION
from reise.layout.disclosure.naming import Naming
from reise.layout.report.answers import cell
from reise.layout.report.value import (
    Block,
    Cell,
    Column,
    Finding,
    Findings,
    Line,
    Listing,
    Note,
    Page,
    Paragraph,
    Row,
    Table,
)
from reise.problems import problem, said

#: What the guard looks for, by code; the last is a word that makes a person less.
LOOKED_FOR = (*RULES, "R440")


def page(naming: Naming) -> Page:
    """Return the page of what was checked."""
    told = naming.told
    blocks: list[Block] = [
        Listing(naming("report.do"), tuple(Line(naming(f"report.do_{n}"), f"{n}.") for n in range(1, 5))),
        Findings(naming("report.numbers"), _numbers(naming)),
    ]
    left = [naming.many(f"report.{name}_n", n) for name, n in _left(naming) if n]
    if left:
        blocks.append(Paragraph(" ".join(left), "plain", naming("report.left")))
    if told.files:
        blocks.append(_files(naming))
    blocks += [
        Paragraph(naming("report.never"), "claim"),
        Paragraph(naming("report.for_staff"), "plain"),
        _signed(naming),
    ]
    return Page(1, "read", naming("report.read"), naming("report.read_lead"), tuple(blocks))


def looked_for(naming: Naming) -> Page:
    """Return the last page: what was looked for, and so what was not."""
    labels = (Line(said(problem(each, ""), "label", naming.language), each) for each in LOOKED_FOR)
    blocks = (
        Listing(naming("report.by_code"), tuple(labels)),
        Paragraph(naming("report.explain"), "plain"),
    )
    lead = naming("report.looked_lead", version=VERSION)
    return Page(5, "looked-for", naming("report.looked_for"), lead, blocks)


def _signed(naming: Naming) -> Table:
    """Return lines for whoever has read the report to fill in by hand: no clock is read."""
    columns = (
        Column(naming("report.who"), 16),
        Column(naming("report.name"), 34),
        Column(naming("report.date"), 16),
        Column(naming("report.signature"), 34),
    )
    blank = cell("")
    rows = tuple(
        Row((cell(naming(f"report.{who}")), blank, blank, blank)) for who in ("read_by", "settled_by")
    )
    return Table(naming("report.signed"), columns, rows, style="signed")


def _left(naming: Naming) -> tuple[tuple[str, int], ...]:
    return ("withdrawn", naming.told.withdrawn), ("unread", naming.told.unread)


def _numbers(naming: Naming) -> tuple[Finding, ...]:
    """Return how much is open and decided, and how many cases one fact singles out."""
    told = naming.told
    cases = [each for _, each, _ in told.cases]
    singled = sum(each.least == 1 for each in told.singled)
    tested = sum(bool(each.verdict.record.approval and _tested(each)) for each in cases)
    expired = (Note(naming("report.expired"), str(told.expired)),)
    return (
        Finding("", str(told.count("open")), "", naming("report.open_n"), ()),
        Finding("", str(told.count("decided")), "", naming("report.decided_n"), expired),
        Finding("", naming.share(singled), naming("report.unit"), naming("report.singled_n"), ()),
        Finding("", naming.share(tested), naming("report.unit"), naming("report.tested_n"), ()),
    )


def _tested(read: Read) -> bool:
    approval = read.verdict.record.approval
    return approval is not None and approval.intruder_test is not None


def _files(naming: Naming) -> Table:
    """Return the files, each with its hash and who approved it."""
    columns = (
        Column(naming("report.file"), 24),
        Column(naming("report.status"), 13),
        Column(naming("report.hash"), 11),
        Column(naming("report.written_by"), 15),
        Column(naming("report.approved_by"), 15),
        Column(naming("report.date"), 10),
        Column(naming("report.open"), 6, "number"),
        Column(naming("report.decided"), 6, "number"),
    )
    rows = tuple(
        Row(
            (
                cell(naming.file(name)),
                cell(naming.status(each)),
                cell(each.verdict.seal.short),
                cell(each.verdict.record.written_by or "–"),
                *_approval(naming, each),
                cell(str(each.count("open")), "number"),
                cell(str(each.count("decided")), "number"),
            )
        )
        for name, each in zip(naming.told.names, naming.told.files, strict=True)
    )
    return Table(naming("report.files"), columns, rows, naming("report.files_rule"))


def _approval(naming: Naming, read: Read) -> tuple[Cell, Cell]:
    """Return by whom a file was approved, and when; that the approval does not hold where it does not."""
    approval = read.verdict.record.approval
    if approval is None:
        # What journeys share is approved with each of them.
        return cell(naming("report.no") if read.journey else "–", "quiet"), cell("–", "quiet")
    lines = [Line(approval.by)]
    if not read.verdict.seal.approved:
        lines.append(Line(naming("report.void"), quiet=True))
    return Cell(tuple(lines)), cell(str(approval.date))
