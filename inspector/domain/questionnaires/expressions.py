"""Rules of a form made runnable: the parsed expression becomes closures once, evaluated as often as answers change.

Codes are JSON lists: ["n", 3], ["s", "text"], ["op", sign, a, b], ["neg", a], ["f", name, a…] and paths: ["root"],
["self"], ["up", p], ["child", p, name], ["all", p], ["deep", p], ["filter", p, condition], ["f", "instance", …].
"""

import json
import math
import operator
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from inspector.domain.questionnaires.values import Cell, Value, number_of, truth_of
from inspector.domain.questionnaires.world import World

Code = list[Any]


@dataclass(slots=True)
class Scope:
    """Where an expression is evaluated: its cell, the cell `current()` means, and its place among its likes."""

    world: World
    cell: Cell
    current: Cell
    position: int = 1
    size: int = 1


Rule = Callable[[Scope], Value]
Function = Callable[[tuple[Rule, ...]], Rule]


def compiled(code: str, functions: dict[str, Function]) -> Rule:
    """The expression as a function of a scope. KeyError for a function that is not there."""
    return _rule(json.loads(code), functions)


def _rule(code: Code, functions: dict[str, Function]) -> Rule:
    kind = code[0]
    if kind == "n":
        number = float(code[1])
        return lambda _: number
    if kind == "s":
        text: str = code[1]
        return lambda _: text
    if kind == "op":
        return _operation(code[1], _rule(code[2], functions), _rule(code[3], functions))
    if kind == "neg":
        one = _rule(code[1], functions)
        return lambda scope: -number_of(one(scope))
    if kind == "f":
        return functions[code[1]](tuple(_rule(argument, functions) for argument in code[2:]))
    return _path(code, functions)


def _path(code: Code, functions: dict[str, Function]) -> Rule:
    kind = code[0]
    if kind == "root":
        return lambda scope: [scope.world.root]
    if kind == "self":
        return lambda scope: [scope.cell]
    base = _rule(code[1], functions)
    if kind == "child":
        return _children(base, code[2])
    if kind == "filter":
        return _filtered(base, _rule(code[2], functions))
    step = _STEPS[kind]
    return lambda scope: _once(found for cell in cells(base(scope)) for found in step(cell))


def _children(base: Rule, name: str) -> Rule:
    def found(scope: Scope) -> Value:
        parents = base(scope)
        if not isinstance(parents, list):
            return []
        if len(parents) == 1:
            return parents[0].children.get(name, [])
        return [child for cell in parents for child in cell.children.get(name, ())]

    return found


def _filtered(base: Rule, condition: Rule) -> Rule:
    def found(scope: Scope) -> Value:
        among = cells(base(scope))
        kept = []
        inner = Scope(scope.world, scope.cell, scope.current, 1, len(among))
        for position, cell in enumerate(among, 1):
            inner.cell, inner.position = cell, position
            said = condition(inner)
            if (said == position) if isinstance(said, float) else truth_of(said):
                kept.append(cell)
        return kept

    return found


def _up(cell: Cell) -> Iterator[Cell]:
    if cell.parent is not None:
        yield cell.parent


def _all(cell: Cell) -> Iterator[Cell]:
    for several in cell.children.values():
        yield from several


def _deep(cell: Cell) -> Iterator[Cell]:
    yield cell
    for child in _all(cell):
        yield from _deep(child)


_STEPS: dict[str, Callable[[Cell], Iterator[Cell]]] = {"up": _up, "all": _all, "deep": _deep}


def _once(found: Iterator[Cell]) -> list[Cell]:
    return list({id(cell): cell for cell in found}.values())


def cells(value: Value) -> list[Cell]:
    """The cells of a value; none for what is no path."""
    return value if isinstance(value, list) else []


def _operation(sign: str, left: Rule, right: Rule) -> Rule:
    if sign == "and":
        return lambda scope: truth_of(left(scope)) and truth_of(right(scope))
    if sign == "or":
        return lambda scope: truth_of(left(scope)) or truth_of(right(scope))
    if sign == "|":
        return lambda scope: _once(iter([*cells(left(scope)), *cells(right(scope))]))
    if sign in _ARITHMETIC:
        reckon = _ARITHMETIC[sign]
        return lambda scope: reckon(number_of(left(scope)), number_of(right(scope)))
    compare = _COMPARISONS[sign]
    return lambda scope: _compared(compare, sign in {"=", "!="}, left(scope), right(scope))


def _compared(compare: Callable[[Any, Any], bool], equality: bool, left: Value, right: Value) -> bool:
    """XPath 1.0: for cells it is enough that one of them fits; numbers before texts, truths before both."""
    if isinstance(left, bool) or isinstance(right, bool):
        return compare(truth_of(left), truth_of(right))
    if isinstance(left, list):
        return any(_compared(compare, equality, cell.text, right) for cell in left)
    if isinstance(right, list):
        return any(_compared(compare, equality, left, cell.text) for cell in right)
    if equality and isinstance(left, str) and isinstance(right, str):
        return compare(left, right)
    return compare(number_of(left), number_of(right))


def _divided(a: float, b: float) -> float:
    if b:
        return a / b
    return math.nan if not a or math.isnan(a) else math.copysign(math.inf, a)


def _remainder(a: float, b: float) -> float:
    return math.fmod(a, b) if b and not math.isinf(a) and not math.isnan(a) else math.nan


_ARITHMETIC: dict[str, Callable[[float, float], float]] = {
    "+": operator.add,
    "-": operator.sub,
    "*": operator.mul,
    "div": _divided,
    "mod": _remainder,
}
_COMPARISONS: dict[str, Callable[[Any, Any], bool]] = {
    "=": operator.eq,
    "!=": operator.ne,
    "<": operator.lt,
    "<=": operator.le,
    ">": operator.gt,
    ">=": operator.ge,
}


def references(code: Code, at: str, current: str | None = None) -> Iterator[str]:
    """The places of the form's data an expression looks at, as paths of nodes; `at` is the place it stands at."""
    here = at if current is None else current
    place = _place(code, at, here)
    if place is not None:
        yield place
    for part in code[1:]:
        if isinstance(part, list):
            inner = _place(code[1], at, here) if code[0] == "filter" and part is code[2] else at
            yield from references(part, at if inner is None else inner, here)


def _place(code: Code, at: str, current: str) -> str | None:
    kind = code[0]
    if kind == "root":
        return ""
    if kind == "self":
        return at
    if kind == "f":
        return current if code[1] == "current" else None
    if kind in {"n", "s", "op", "neg"}:
        return None
    base = _place(code[1], at, current)
    if base is None:
        return None
    if kind == "child":
        return f"{base}/{code[2]}" if base else code[2]
    return base.rpartition("/")[0] if kind == "up" else base
