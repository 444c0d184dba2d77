"""The one page of a comparison that is shared: numbers of cases, and none that is small."""

from reise.comparison.sharing import SharedComparison
from reise.layout.paper import PAPERS
from reise.layout.report.answers import cell
from reise.layout.report.naming import Naming
from reise.layout.report.value import Block, Cell, Column, Page, Paragraph, Report, Row, Table
from reise.layout.sealed import sealed


def shared_report(shared: SharedComparison, language: str, paper: str) -> Report:
    """Return the report that may leave the project, for `paper` (a4, a3, a1, a0)."""
    naming = Naming(shared.compared, language)
    small = naming("shared.small", least=shared.least)
    rule = naming("shared.rule", least=shared.least)
    blocks: tuple[Block, ...] = (
        Paragraph(naming("shared.lead", least=shared.least), "plain"),
        _numbers(naming, shared, small, rule),
        _crossed(naming, shared, small, rule),
    )
    page = Page(7, "counting", naming("shared.title"), "", blocks)
    return Report(
        title=naming("report.title"),
        language=language,
        paper=PAPERS[paper],
        foot=f"Reise · {sealed(shared.compared, language)}",
        caution=naming("report.caution"),
        page_word=naming("report.page"),
        of_word=naming("report.of"),
        pages=(page,),
    )


def _numbers(naming: Naming, shared: SharedComparison, small: str, rule: str) -> Table:
    """Return the number of each question."""
    heads = ("yes", "no", "rest", "total")
    columns = [Column(naming("shared.question"), 40), Column(naming("shared.counted"), 24)]
    columns += [Column(naming(f"shared.{each}"), 9, "number") for each in heads]
    rows = []
    for each in shared.answers:
        numbers = (each.yes, each.no, each.unknown, shared.total)
        rows.append(
            Row(
                (
                    cell(naming.question(each.answer.id), lead=naming.thing("question", each.answer.id)),
                    cell(naming.counted(each.answer.head)),
                    *(_number(number, small) for number in numbers),
                )
            )
        )
    return Table(naming("shared.numbers"), tuple(columns), tuple(rows), rule)


def _crossed(naming: Naming, shared: SharedComparison, small: str, rule: str) -> Table:
    """Return the cases by whether they got there and by their outcome."""
    columns = [Column(naming("shared.reached"), 30)]
    columns += [Column(naming(f"shared.outcome_{each}"), 12, "number") for each in shared.outcomes]
    columns.append(Column(naming("shared.total"), 12, "number"))
    rows = [
        Row(
            (
                cell(naming(f"shared.reached_{name}")),
                *(_number(number, small) for number in (*numbers, total)),
            )
        )
        for name, numbers, total in zip(
            ("reached", "rest"), shared.table.cells, shared.table.rows, strict=True
        )
    ]
    totals = (*shared.table.columns, shared.table.total)
    rows.append(Row((cell(naming("shared.total")), *(_number(each, small) for each in totals)), opens=True))
    return Table(naming("shared.crossed"), tuple(columns), tuple(rows), rule)


def _number(number: int | None, small: str) -> Cell:
    return cell(small, "quiet number") if number is None else cell(str(number), "number")
