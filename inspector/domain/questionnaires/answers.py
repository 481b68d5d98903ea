"""Whether what somebody entered can be the answer to a question at all, before the form's own rules are asked."""

import re
from collections.abc import Callable, Collection
from dataclasses import dataclass
from datetime import date, datetime, time

from inspector.domain.questionnaires.forms import Kind, Node

_WHOLE = re.compile(r"-?\d{1,15}")
_DECIMAL = re.compile(r"-?(\d{1,15}(\.\d{1,15})?|\.\d{1,15})")
MAX_TEXT = 5_000


@dataclass(frozen=True, slots=True)
class Problem:
    """Why an answer cannot stand. `code`: required, constraint, whole, number, date, time, offered, range, text.

    `words` are the form's own, "" when it has none.
    """

    code: str
    words: str = ""


def misfit(node: Node, value: str, offered: Collection[str]) -> Problem | None:
    """What is wrong with a value that is not empty; `offered` are the names of the choices on show."""
    kind = node.kind
    if kind is Kind.ONE:
        return None if value in offered else Problem("offered")
    if kind in {Kind.MULTIPLE, Kind.RANK}:
        return _several(kind, value.split(), offered)
    if kind is Kind.INTEGER:
        return None if _WHOLE.fullmatch(value) else Problem("whole")
    if kind is Kind.DECIMAL:
        return None if _DECIMAL.fullmatch(value) else Problem("number")
    if kind is Kind.RANGE:
        return _range(node, value)
    if kind in _CLOCKS:
        code, read = _CLOCKS[kind]
        return None if _reads(read, value) else Problem(code)
    return Problem("text") if len(value) > MAX_TEXT else None


def _several(kind: Kind, names: list[str], offered: Collection[str]) -> Problem | None:
    whole = len(set(names)) == len(names) and set(names) <= set(offered)
    if kind is Kind.RANK:
        whole = whole and len(names) == len(offered)
    return None if whole else Problem("offered")


def _range(node: Node, value: str) -> Problem | None:
    if not _DECIMAL.fullmatch(value):
        return Problem("number")
    start, end, step = (float(part or default) for part, default in _bounds(node))
    number, width = float(value), abs(step) or 1.0
    steps = (number - min(start, end)) / width
    inside = min(start, end) <= number <= max(start, end)
    return None if inside and abs(steps - round(steps)) < 1e-6 else Problem("range")


def _bounds(node: Node) -> tuple[tuple[str, str], ...]:
    return ((node.start, "1"), (node.end, "10"), (node.step, "1"))


def _reads(read: Callable[[str], object], value: str) -> bool:
    try:
        read(value)
    except ValueError:
        return False
    return True


_CLOCKS = {
    Kind.DATE: ("date", date.fromisoformat),
    Kind.TIME: ("time", time.fromisoformat),
    Kind.DATETIME: ("date", datetime.fromisoformat),
}
