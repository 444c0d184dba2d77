"""Which lines of a module run what stands in a stretch of it."""

import ast


def lines_of(source: bytes, start: int, end: int) -> frozenset[int] | None:
    """Return lines of functions without which a stretch makes no difference; None where any test may notice.

    What stands in a function is run by its lines; a constant whose name begins with `_` by those that use it.
    """
    first = source.count(b"\n", 0, start) + 1
    last = source.count(b"\n", 0, end) + 1
    tree = ast.parse(source)
    body = _body_around(tree, first, last)
    if body is not None:
        return frozenset(range(body, last + 1))
    for node in tree.body:
        if node.lineno <= first and last <= (node.end_lineno or node.lineno):
            names = _assigned(node)
            if names and all(name.startswith("_") for name in names):
                return _uses(tree, names)
    return None


def _body_around(tree: ast.Module, first: int, last: int) -> int | None:
    """Return where the statement begins, in the body of a function, that some lines are part of."""
    found = None
    for function in ast.walk(tree):
        if isinstance(function, ast.FunctionDef | ast.AsyncFunctionDef):
            for each in function.body:
                if each.lineno <= first and last <= (each.end_lineno or each.lineno):
                    found = max(found or 0, _innermost(each, first, last))
    return found


def _innermost(statement: ast.stmt, first: int, last: int) -> int:
    within = [
        each.lineno
        for each in ast.walk(statement)
        if isinstance(each, ast.stmt) and each.lineno <= first and last <= (each.end_lineno or each.lineno)
    ]
    return max(within)


def _assigned(node: ast.stmt) -> list[str]:
    targets = node.targets if isinstance(node, ast.Assign) else [getattr(node, "target", None)]
    return [each.id for each in targets if isinstance(each, ast.Name)]


def _uses(tree: ast.Module, names: list[str]) -> frozenset[int] | None:
    """Return the lines of functions that use some names, or what is made of them; None where others may."""
    lines: set[int] = set()
    ahead, seen = list(names), set(names)
    inside = {
        id(each)
        for function in ast.walk(tree)
        if isinstance(function, ast.FunctionDef | ast.AsyncFunctionDef)
        for part in function.body
        for each in ast.walk(part)
    }
    while ahead:
        name = ahead.pop()
        for node in tree.body:
            for each in ast.walk(node):
                if not (isinstance(each, ast.Name) and each.id == name and isinstance(each.ctx, ast.Load)):
                    continue
                if id(each) in inside:
                    lines.add(each.lineno)
                    continue
                made = _assigned(node)
                if not made or not all(one.startswith("_") for one in made):
                    return None
                ahead += [one for one in made if one not in seen]
                seen.update(made)
    return frozenset(lines)
