"""Which functions of a module run what stands in a stretch of it."""

import ast
from collections.abc import Iterator

_FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef)


def functions_of(source: bytes, start: int, end: int) -> frozenset[int] | None:
    """Return the first lines of functions without which a stretch makes no difference; None for any test.

    What stands in the body of a function is run by it; a constant whose name begins with `_` by those that
    use it.
    """
    first = source.count(b"\n", 0, start) + 1
    last = source.count(b"\n", 0, end) + 1
    tree = ast.parse(source)
    for function in _functions(tree):
        if function.body[0].lineno <= first and last <= (function.end_lineno or 0):
            return frozenset([_begin(function)])
    for node in tree.body:
        if node.lineno <= first and last <= (node.end_lineno or node.lineno):
            names = _assigned(node)
            if names and all(name.startswith("_") for name in names):
                return _users(tree, names)
    return None


def _functions(tree: ast.AST) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    """Yield the functions that stand in no other."""
    for node in ast.iter_child_nodes(tree):
        if isinstance(node, _FUNCTIONS):
            yield node
        else:
            yield from _functions(node)


def _begin(function: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    return min(each.lineno for each in (function, *function.decorator_list))


def _assigned(node: ast.stmt) -> list[str]:
    targets = node.targets if isinstance(node, ast.Assign) else [getattr(node, "target", None)]
    named = [each for target in targets if target for each in ast.walk(target)]
    return [each.id for each in named if isinstance(each, ast.Name)]


def _users(tree: ast.Module, names: list[str]) -> frozenset[int] | None:
    """Return the functions that use some names, or what is made of them; None where others may."""
    begins = {id(part): _begin(each) for each in _functions(tree) for part in ast.walk(each)}
    users: set[int] = set()
    ahead, seen = list(names), set(names)
    while ahead:
        name = ahead.pop()
        for node in tree.body:
            for each in ast.walk(node):
                if not (isinstance(each, ast.Name) and each.id == name and isinstance(each.ctx, ast.Load)):
                    continue
                if id(each) in begins:
                    users.add(begins[id(each)])
                    continue
                made = _assigned(node)
                if not made or not all(one.startswith("_") for one in made):
                    return None
                ahead += [one for one in made if one not in seen]
                seen.update(made)
    return frozenset(users)
