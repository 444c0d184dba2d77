"""The fourth page: what singles out one case among all, and what few cases share."""

from itertools import groupby

from reise.guard.across import FACTS, LEAST, SIZE, Own, Singled, by_size
from reise.layout.disclosure.naming import Naming
from reise.layout.report.answers import cell
from reise.layout.report.value import Block, Cell, Column, Line, Page, Paragraph, Row, Table

#: So many sets of a case, so many rows, and so many sequences of a case are printed; the data have more.
SETS, ROWS, SHOWN = 6, 150, 3
#: So many facts that equally few cases share are printed.
FACTS_SHOWN = 40
#: From so many cases on it says something that few share a fact.
ENOUGH = 2 * LEAST


def page(naming: Naming) -> Page:
    """Return the page of what is found across the cases."""
    told = naming.told
    if len(told.cases) < 2:  # one case is singled out by being there
        blocks: tuple[Block, ...] = (Paragraph(naming("across.one"), "plain"),)
    else:
        blocks = (_sizes(naming), _singled(naming), _own(naming), _few(naming))
    return Page(4, "across", naming("across.title"), naming("across.lead"), blocks)


def _sizes(naming: Naming) -> Table:
    """Return how many cases one fact singles out, and how many take two or three."""
    sizes = by_size(naming.told.singled)
    told = [(naming(f"across.size_{size}"), n) for size, n in enumerate(sizes, 1)]
    told.append((naming("across.size_none"), len(naming.told.cases) - sum(sizes)))
    columns = (Column(naming("across.by"), 70), Column(naming("across.cases"), 30, "number"))
    rows = tuple(Row((cell(name), cell(naming.share(n), "number"))) for name, n in told)
    return Table(naming("across.sizes"), columns, rows, naming("across.sizes_rule"), extent=0.5)


def _singled(naming: Naming) -> Block:
    """Return the smallest sets of facts of each case, those cases first that fewest facts single out."""
    found = [each for each in naming.told.singled if each.least]
    order = sorted(found, key=lambda each: (each.least or SIZE, each.case))
    columns = (
        Column(naming("across.case"), 18),
        *(Column(naming(f"across.of_{size}"), 6, "number") for size in range(1, SIZE + 1)),
        Column(naming("across.smallest"), 64),
    )
    rows = tuple(
        Row(
            (
                cell(naming.file(each.case)),
                *(_count(each, size) for size in range(1, SIZE + 1)),
                Cell(_sets(naming, each)),
            )
        )
        for each in order[:ROWS]
    )
    rule = [naming("across.singled_rule")]
    if len(order) > ROWS:
        rule.append(naming.many("across.more_cases", len(order) - ROWS))
    shallow = sum(each.searched < SIZE for each in naming.told.singled)
    if shallow:
        rule.append(naming.many("across.shallow", shallow))
    cut = sum(each.left_out > 0 for each in naming.told.singled)
    if cut:
        rule.append(naming("across.cut", n=cut, most=FACTS))
    title, said = naming("across.singled"), " ".join(rule)
    if not rows:
        return Paragraph(f"{naming('across.none_singled')} {said}", "plain", title)
    return Table(title, columns, rows, said)


def _count(singled: Singled, size: int) -> Cell:
    n = singled.counts[size - 1]
    return cell("–" if size > singled.searched else str(n), "number" if n else "quiet number")


def _sets(naming: Naming, singled: Singled) -> tuple[Line, ...]:
    """Return the smallest sets, a line a size, and how many more there are."""
    shown = singled.sets[:SETS]
    lines = [Line("; ".join(map(naming.facts, each)), f"{size}:") for size, each in groupby(shown, key=len)]
    more = sum(singled.counts) - len(shown)
    if more:
        lines.append(Line(naming.many("across.more", more), quiet=True))
    return tuple(lines)


def _own(naming: Naming) -> Block:
    """Return how many sequences only one case has, and the first of them."""
    found = [each for each in naming.told.own if each.pairs or each.threes]
    title = naming("across.own")
    if not found:
        return Paragraph(naming("across.none_own"), "plain", title)
    columns = (
        Column(naming("across.case"), 18),
        Column(naming("across.pairs"), 9, "number"),
        Column(naming("across.threes"), 9, "number"),
        Column(naming("across.such_as"), 64),
    )
    rows = tuple(
        Row(
            (
                cell(naming.file(each.case)),
                cell(str(len(each.pairs)), "number"),
                cell(str(len(each.threes)), "number"),
                _example(naming, each),
            )
        )
        for each in found[:ROWS]
    )
    left = len(found) - len(rows)
    rule = naming("across.own_rule") + (" " + naming.many("across.more_cases", left) if left else "")
    return Table(title, columns, rows, rule)


def _example(naming: Naming, own: Own) -> Cell:
    return cell("; ".join(map(naming.kinds, (*own.pairs, *own.threes)[:SHOWN])))


def _few(naming: Naming) -> Block:
    """Return the facts that few cases share."""
    few, title = naming.told.few, naming("across.few", least=LEAST)
    if not few:
        return Paragraph(naming("across.none_few"), "plain", title)
    columns = (
        Column(naming("across.sort"), 12),
        Column(naming("across.cases"), 8, "number"),
        Column(naming("across.facts"), 12, "number"),
        Column(naming("across.which"), 68),
    )
    groups = [
        (sort, n, [naming.label(each.fact) for each in group])
        for (sort, n), group in groupby(
            sorted(few, key=lambda each: (each.fact.place, each.n)),
            key=lambda each: (naming.sort(each.fact), each.n),
        )
    ]
    rows = tuple(
        Row(
            (
                cell(sort),
                cell(naming.share(n), "number"),
                cell(str(len(labels)), "number"),
                cell(_listed(naming, labels)),
            ),
            opens=bool(at) and sort != groups[at - 1][0],
        )
        for at, (sort, n, labels) in enumerate(groups)
    )
    rule = [naming("across.few_rule")]
    if len(naming.told.cases) < ENOUGH:
        rule.append(naming.many("across.few_cases", len(naming.told.cases)))
    return Table(title, columns, rows, " ".join(rule))


def _listed(naming: Naming, labels: list[str]) -> str:
    """Return some facts, and how many more there are."""
    told = "; ".join(labels[:FACTS_SHOWN])
    return (
        naming("across.and_more", facts=told, n=len(labels) - FACTS_SHOWN) if labels[FACTS_SHOWN:] else told
    )
