"""The functions of ODK forms that rules may call, by name; each makes a rule out of its arguments' rules."""

import math
from collections.abc import Callable

from inspector.domain.questionnaires import dates, texts
from inspector.domain.questionnaires.expressions import Function, Rule, Scope, cells
from inspector.domain.questionnaires.values import Cell, Value, number_of, text_of, truth_of
from inspector.domain.questionnaires.world import shuffled

Plain = Callable[..., Value]


def _plain(work: Plain) -> Function:
    """A function of the arguments' values alone."""

    def made(arguments: tuple[Rule, ...]) -> Rule:
        if len(arguments) == 1:
            only = arguments[0]
            return lambda scope: work(only(scope))
        return lambda scope: work(*(argument(scope) for argument in arguments))

    return made


def _numeric(work: Callable[[float], float]) -> Function:
    def safely(value: Value) -> Value:
        try:
            return float(work(number_of(value)))
        except (ValueError, OverflowError):
            return math.nan

    return _plain(safely)


def _if(arguments: tuple[Rule, ...]) -> Rule:
    condition, yes, no = arguments
    return lambda scope: yes(scope) if truth_of(condition(scope)) else no(scope)


def _coalesce(arguments: tuple[Rule, ...]) -> Rule:
    def first(scope: Scope) -> Value:
        said = (text_of(argument(scope)) for argument in arguments)
        return next((text for text in said if text), "")

    return first


def _once(arguments: tuple[Rule, ...]) -> Rule:
    return lambda scope: scope.current.raw or arguments[0](scope)


def _position(arguments: tuple[Rule, ...]) -> Rule:
    if not arguments:
        return lambda scope: float(scope.position)

    def counted(scope: Scope) -> Value:
        found = cells(arguments[0](scope))
        return float(found[0].number + 1) if found else math.nan

    return counted


def _numbers(values: tuple[Value, ...]) -> list[float]:
    """The numbers of cells and values; cells without an answer do not count."""
    texts_of = [cell.text for v in values if isinstance(v, list) for cell in v if cell.text]
    return [*map(number_of, texts_of), *(number_of(v) for v in values if not isinstance(v, list) and v != "")]


def _count_non_empty(value: Value) -> Value:
    return float(sum(bool(cell.text) for cell in cells(value)))


def _pulldata(arguments: tuple[Rule, ...]) -> Rule:
    def found(scope: Scope) -> Value:
        table, column, key_column, key = (text_of(argument(scope)) for argument in arguments)
        return scope.world.looked_up(table.removesuffix(".csv"), column, key_column, key)

    return found


def _choice_name(arguments: tuple[Rule, ...]) -> Rule:
    def named(scope: Scope) -> Value:
        value, path = (text_of(argument(scope)) for argument in arguments)
        return scope.world.choice_label(value, path.strip(), scope.current)

    return named


def _indexed_repeat(arguments: tuple[Rule, ...]) -> Rule:
    """(question, repeat, number[, inner repeat, number …]): the question's answer in those turns."""

    def found(scope: Scope) -> Value:
        among = cells(arguments[0](scope)) or []
        for repeat, number in zip(arguments[1::2], arguments[2::2], strict=False):
            turns = {id(cell) for cell in cells(repeat(scope)) if cell.number + 1 == number_of(number(scope))}
            among = [cell for cell in among if _inside(cell, turns)]
        return among[:1]

    return found


def _inside(cell: Cell | None, turns: set[int]) -> bool:
    while cell is not None:
        if id(cell) in turns:
            return True
        cell = cell.parent
    return False


def _randomized(arguments: tuple[Rule, ...]) -> Rule:
    def mixed(scope: Scope) -> Value:
        among = cells(arguments[0](scope))
        seed = number_of(arguments[1](scope)) if len(arguments) > 1 else scope.world.chance.randrange(2**31)
        return [among[n] for n in shuffled(len(among), 0 if math.isnan(seed) else int(seed))]

    return mixed


def _instance(arguments: tuple[Rule, ...]) -> Rule:
    def held(scope: Scope) -> Value:
        table = scope.world.lists.get(text_of(arguments[0](scope)))
        return [table] if table else []

    return held


def _checklist(*values: Value) -> Value:
    """(least, most, truths …): whether that many are true; -1 means no bound."""
    least, most = number_of(values[0]), number_of(values[1])
    hits = sum(truth_of(value) for value in values[2:])
    return (least < 0 or hits >= least) and (most < 0 or hits <= most)


def _rounded(value: Value, digits: Value = 0.0) -> Value:
    number, places = number_of(value), number_of(digits)
    if not math.isfinite(number) or not math.isfinite(places):
        return number
    scale = 10.0 ** int(places)
    return math.floor(number * scale + 0.5) / scale


def _whole(value: Value) -> Value:
    number = number_of(value)
    return float(math.trunc(number)) if math.isfinite(number) else number


def _power(base: Value, exponent: Value) -> Value:
    try:
        return math.pow(number_of(base), number_of(exponent))
    except (ValueError, OverflowError):
        return math.nan


def _from_string(value: Value) -> Value:
    return text_of(value).lower() in {"true", "1"}


FUNCTIONS: dict[str, Function] = {
    "if": _if,
    "coalesce": _coalesce,
    "once": _once,
    "position": _position,
    "last": lambda _: lambda scope: float(scope.size),
    "current": lambda _: lambda scope: [scope.current],
    "instance": _instance,
    "pulldata": _pulldata,
    "jr:choice-name": _choice_name,
    "indexed-repeat": _indexed_repeat,
    "randomize": _randomized,
    "random": lambda _: lambda scope: scope.world.chance.random(),
    "uuid": lambda _: lambda scope: texts.uuid_text(scope.world.chance),
    "today": lambda _: lambda scope: scope.world.now.date().isoformat(),
    "now": lambda _: lambda scope: scope.world.now.isoformat(timespec="milliseconds"),
    "true": lambda _: lambda _scope: True,
    "false": lambda _: lambda _scope: False,
    "pi": lambda _: lambda _scope: math.pi,
    "not": _plain(lambda value: not truth_of(value)),
    "boolean": _plain(truth_of),
    "boolean-from-string": _plain(_from_string),
    "number": _plain(number_of),
    "int": _plain(_whole),
    "round": _plain(_rounded),
    "floor": _numeric(math.floor),
    "ceiling": _numeric(math.ceil),
    "abs": _numeric(abs),
    "sqrt": _numeric(math.sqrt),
    "exp": _numeric(math.exp),
    "exp10": _numeric(lambda number: 10**number),
    "log": _numeric(math.log),
    "log10": _numeric(math.log10),
    "sin": _numeric(math.sin),
    "cos": _numeric(math.cos),
    "tan": _numeric(math.tan),
    "pow": _plain(_power),
    "sum": _plain(lambda *values: float(sum(_numbers(values)))),
    "min": _plain(lambda *values: min(_numbers(values), default=math.nan)),
    "max": _plain(lambda *values: max(_numbers(values), default=math.nan)),
    "count": _plain(lambda value: float(len(cells(value)))),
    "count-non-empty": _plain(_count_non_empty),
    "checklist": _plain(_checklist),
    **{name: _plain(work) for name, work in texts.TEXT_FUNCTIONS.items()},
    **{name: _plain(work) for name, work in dates.DATE_FUNCTIONS.items()},
}
"""Every function that runs; a form that calls another one says so by row."""
