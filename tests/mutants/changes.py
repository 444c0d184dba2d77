"""Every small change that can be made to a module: swapped signs, dropped branches, lost alternatives."""

import ast
import io
import re
import tokenize
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

_COMPARED = {
    ast.Lt: ("<", ("<=", ">=")),
    ast.LtE: ("<=", ("<", ">")),
    ast.Gt: (">", (">=", "<=")),
    ast.GtE: (">=", (">", "<")),
    ast.Eq: ("==", ("!=",)),
    ast.NotEq: ("!=", ("==",)),
    ast.Is: ("is", ("is not",)),
    ast.IsNot: (r"is\s+not", ("is",)),
    ast.In: ("in", ("not in",)),
    ast.NotIn: (r"not\s+in", ("in",)),
}
_COUNTED = {
    ast.Add: (r"\+", "-"),
    ast.Sub: ("-", "+"),
    ast.Mult: (r"\*", "+"),
    ast.Div: ("/", "*"),
    ast.FloorDiv: ("//", "*"),
    ast.Mod: ("%", "*"),
    ast.BitOr: (r"\|", "&"),
    ast.BitAnd: ("&", "|"),
    ast.LShift: ("<<", ">>"),
    ast.RShift: (">>", "<<"),
}
#: Calls without which a value is still of the same kind.
_TIDYING = frozenset(
    ("strip", "lstrip", "rstrip", "lower", "casefold", "upper", "removesuffix", "removeprefix")
)
_OTHER = {"any": "all", "all": "any", "min": "max", "max": "min", "sorted": "list", "reversed": "list"}
_FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef)
_OPENING = re.compile(r"^[A-Za-z]*('''|\"\"\"|'|\")")
_LIMIT = re.compile(r"\{(\d+)(,?)(\d*)\}")


class Change(NamedTuple):
    """Source that is replaced: from one byte of a file to another, by what; and the place it is part of."""

    place: tuple[int, int]
    start: int
    end: int
    new: bytes


def changes(source: bytes) -> dict[tuple[int, int], list[Change]]:
    """Return the changes that can be made to a module, by the place that they change."""
    found: dict[tuple[int, int], list[Change]] = {}
    for each in (*_Finder(source).all(), *_in_strings(source)):
        if source[each.start : each.end] != each.new and _compiles(changed(source, each)):
            found.setdefault(each.place, []).append(each)
    return found


def changed(source: bytes, change: Change) -> bytes:
    """Return a source with a change made to it."""
    return source[: change.start] + change.new + source[change.end :]


def _compiles(source: bytes) -> bool:
    try:
        compile(source, "changed", "exec")
    except (SyntaxError, ValueError):
        return False
    return True


def _line_starts(source: bytes) -> list[int]:
    starts = [0]
    for line in source.splitlines(keepends=True):
        starts.append(starts[-1] + len(line))
    return starts


class _Finder:
    """Finds the changes of a syntax tree."""

    def __init__(self, source: bytes) -> None:
        self.source = source
        self.starts = _line_starts(source)
        self.tree = ast.parse(source)

    def all(self) -> Iterator[Change]:
        ahead: list[tuple[ast.AST, ast.AST | None]] = [(self.tree, None)]
        while ahead:
            node, function = ahead.pop()
            yield from self._of(node, function)
            ahead += ((each, node if isinstance(node, _FUNCTIONS) else function) for each in _parts(node))

    def _span(self, node: ast.AST) -> tuple[int, int]:
        line, end = node.lineno, node.end_lineno  # type: ignore[attr-defined]
        return (
            self.starts[line - 1] + node.col_offset,  # type: ignore[attr-defined]
            self.starts[end - 1] + node.end_col_offset,  # type: ignore[attr-defined]
        )

    def _whole(self, node: ast.AST, new: str, place: ast.AST | None = None) -> Change:
        return Change(self._span(place or node), *self._span(node), new.encode())

    def _between(self, place: ast.AST, one: ast.AST, other: ast.AST, sign: str, new: str) -> Iterator[Change]:
        start, end = self._span(one)[1], self._span(other)[0]
        if match := re.search(sign.encode(), self.source[start:end]):
            span = self._span(place)
            yield Change(span, start + match.start(), start + match.end(), new.encode())

    def _text(self, node: ast.AST) -> str:
        start, end = self._span(node)
        return self.source[start:end].decode()

    def _of(self, node: ast.AST, function: ast.AST | None) -> Iterator[Change]:
        match node:
            case ast.Compare(left=left, ops=ops, comparators=others):
                for one, op, other in zip([left, *others], ops, others, strict=False):
                    sign, swaps = _COMPARED[type(op)]
                    for new in swaps:
                        yield from self._between(node, one, other, sign, new)
            case ast.BoolOp(op=op, values=values):
                sign, new = ("and", "or") if isinstance(op, ast.And) else ("or", "and")
                neutral = "True" if sign == "and" else "False"
                for one, other in pairwise(values):
                    yield from self._between(node, one, other, sign, new)
                for each in values:
                    yield self._whole(each, neutral, node)
            case ast.UnaryOp(op=ast.Not(), operand=operand):
                start, end = self._span(node)[0], self._span(operand)[0]
                yield Change(self._span(node), start, end, self.source[start + 3 : end].lstrip())
            case ast.BinOp(left=left, op=op, right=right) if type(op) in _COUNTED:
                if isinstance(op, ast.Add) and any(map(_is_many, (left, right))):
                    yield self._whole(node, self._text(left))
                    yield self._whole(node, self._text(right))
                else:
                    yield from self._between(node, left, right, *_COUNTED[type(op)])
            case ast.Constant(value=bool(value)):
                yield self._whole(node, str(not value))
            case ast.Constant(value=int(value)):
                yield self._whole(node, str(value + 1))
                yield self._whole(node, f"({value - 1})")
            case ast.Return(value=ast.expr() as value) if not _is_none(value):
                # In a generator a return has nothing to say; there is none with a value here.
                new = f"not ({self._text(value)})" if _is_truth(value) else "None"
                yield self._whole(value, new, node)
            case ast.If(test=test) | ast.IfExp(test=test):
                yield self._whole(test, "True", node)
                yield self._whole(test, "False", node)
            case ast.While(test=test) if not isinstance(test, ast.Constant):
                yield self._whole(test, "False", node)
            case ast.comprehension(ifs=[_, *_] as ifs):
                for each in ifs:
                    yield self._whole(each, "True", each)
            case ast.Expr(value=ast.Yield() | ast.YieldFrom()):
                yield self._whole(node, "yield from ()")
            case ast.Expr(value=ast.Call()) | ast.Raise() | ast.AugAssign():
                yield self._whole(node, "pass")
                if isinstance(node, ast.AugAssign) and type(node.op) in _COUNTED:
                    sign, new = _COUNTED[type(node.op)]
                    yield from self._between(node, node.target, node.value, sign + "=", new + "=")
            case ast.Continue():
                yield self._whole(node, "break")
            case ast.Break():
                yield self._whole(node, "continue")
            case ast.Call(func=ast.Attribute(attr=attr) as func) if attr in _TIDYING:
                yield Change(self._span(node), self._span(func)[1] - len(attr) - 1, self._span(node)[1], b"")
            case ast.Call(func=ast.Name(id=name) as func) if name in _OTHER:
                if name != "sorted" or not any(each.arg == "key" for each in node.keywords):
                    yield self._whole(func, _OTHER[name], node)
            case ast.Slice(lower=lower, upper=upper):
                for each in (lower, upper):
                    if each is not None:
                        yield self._whole(each, "", node)


def _parts(node: ast.AST) -> Iterator[ast.AST]:
    """Yield the parts of a node that are run: no types, no decorators, nothing for the type checker."""
    skipped = {"decorator_list", "annotation", "returns", "type_comment", "bases"}
    if isinstance(node, ast.If) and "TYPE_CHECKING" in ast.unparse(node.test):
        return
    if isinstance(node, ast.AnnAssign | ast.JoinedStr):
        skipped |= {"values"}
    for name, value in ast.iter_fields(node):
        if name not in skipped:
            yield from (each for each in (value if isinstance(value, list) else [value]) if _is_node(each))


def _is_node(value: object) -> bool:
    return isinstance(value, ast.AST)


def _is_none(node: ast.expr) -> bool:
    return isinstance(node, ast.Constant) and node.value is None


def _is_many(node: ast.expr) -> bool:
    return isinstance(node, ast.JoinedStr | ast.List | ast.Tuple) or (
        isinstance(node, ast.Constant) and isinstance(node.value, str)
    )


def _is_truth(node: ast.expr) -> bool:
    return isinstance(node, ast.Compare | ast.BoolOp) or (
        isinstance(node, ast.Constant) and isinstance(node.value, bool)
    )


def _in_strings(source: bytes) -> Iterator[Change]:
    """Yield the changes of strings: emptied, or of a pattern a part less or a limit further on."""
    starts = _line_starts(source)
    skipped = _unchanged_lines(ast.parse(source))
    for token in tokenize.tokenize(io.BytesIO(source).readline):
        opening = _OPENING.match(token.string)
        if token.type != tokenize.STRING or opening is None or token.start[0] in skipped:
            continue
        at = starts[token.start[0] - 1] + len(_before(source, starts, token))
        body = token.string[opening.end() : -len(opening[1])]
        place = (at, at + len(token.string.encode()))
        first = at + len(token.string[: opening.end()].encode())
        prefix = opening[0].rstrip("'\"").lower()
        pieces = list(_pieces(body, formatted="f" in prefix))
        if not pieces and "f" not in prefix and "r" not in prefix:
            yield Change(place, first, first + len(body.encode()), b"" if body else b"XX")
        for start, end, new in pieces:
            before = first + len(body[:start].encode())
            line = body.count("\n", 0, start)  # each line of a long pattern is a place of its own
            size = len(body[start:end].encode())
            yield Change((at + line, place[1]), before, before + size, new.encode())


def _before(source: bytes, starts: list[int], token: tokenize.TokenInfo) -> bytes:
    line = source[starts[token.start[0] - 1] : starts[token.start[0]]].decode()
    return line[: token.start[1]].encode()


def _unchanged_lines(tree: ast.AST) -> set[int]:
    """Return the lines of docstrings and types, where a string says nothing to the program."""
    found: set[int] = set()
    for node in ast.walk(tree):
        for each in (getattr(node, "annotation", None), getattr(node, "returns", None)):
            if each is not None:
                found |= set(range(each.lineno, each.end_lineno + 1))
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
            found |= set(range(node.lineno, (node.end_lineno or node.lineno) + 1))
        if isinstance(node, ast.Assign | ast.AnnAssign) and re.match(
            "__all__|[^=]*= Literal", ast.unparse(node)
        ):
            found |= set(range(node.lineno, (node.end_lineno or node.lineno) + 1))
    return found


def _pieces(body: str, *, formatted: bool) -> Iterator[tuple[int, int, str]]:
    """Yield what a pattern can lose: an alternative, a look around, a word's edge; or limits, one on."""
    groups = [[0]]  # of each open group: where it begins, and every bar in it
    looks = [False]
    at = 0
    while at < len(body):
        sign = body[at]
        if sign == "\\":
            if body[at + 1 : at + 2] == "b":
                yield at, at + 2, ""
            at += 2
            continue
        if sign == "{" and formatted and body[at + 1 : at + 2] != "{":
            at = body.find("}", at) + 1 or len(body)
            continue
        if sign == "{" and (limit := _LIMIT.match(body, at + (1 if formatted else 0))):
            more = str(int(limit[1]) + 1)
            if not limit[3] or int(limit[3]) > int(limit[1]):
                yield limit.start(1), limit.end(1), more
            if limit[3] and int(limit[3]) - 1 >= int(limit[1]):
                yield limit.start(3), limit.end(3), str(int(limit[3]) - 1)
            at = limit.end()
            continue
        if sign == "[":
            closing = re.compile(r"\[\^?\]?(?:\\.|[^\]\\])*\]", re.DOTALL).match(body, at)
            at = closing.end() if closing else at + 1
            continue
        if sign == "(":
            groups.append([at])
            looks.append(bool(re.match(r"\(\?<?[=!]", body[at : at + 4])))
        elif sign == "|":
            groups[-1].append(at)
        elif sign == ")" and len(groups) > 1:
            bars = groups.pop()
            yield from _alternatives(body, [_content(body, bars[0]) - 1, *bars[1:], at])
            if looks.pop():
                yield bars[0], at + 1, ""
        at += 1
    if len(groups) == 1:
        yield from _alternatives(body, [-1, *groups[0][1:], len(body)])


def _content(body: str, at: int) -> int:
    """Return where what is in a group begins."""
    opening = re.compile(r"\((?:\?(?:P<\w+>|<?[=!]|:))?").match(body, at)
    return opening.end() if opening else at + 1


def _alternatives(body: str, bars: list[int]) -> Iterator[tuple[int, int, str]]:
    if len(bars) < 3:
        return
    for one, other in pairwise(bars):
        if body[one + 1 : other].strip():
            # The bar goes along: the one before, for the first the one behind.
            yield (one, other, "") if one != bars[0] else (one + 1, other + 1, "")
