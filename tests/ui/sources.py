"""What the code says through `tr`: every call in the package, read from the syntax."""

import ast
import string
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from tests.project.tree import parsed, sources


@dataclass(frozen=True, slots=True)
class Call:
    """A call of `tr`: its text (None when no literal), the facts given (None when computed), and where it stands."""

    source: str | None
    facts: frozenset[str] | None
    where: str


@dataclass(frozen=True, slots=True)
class Named:
    """A call of anything by its name, and where it stands."""

    name: str
    call: ast.Call
    where: str


LOOKED_AT = {"tr", "Refused", "Complaint", "too_large", "_cap"}


@cache
def calls() -> tuple[Named, ...]:
    """Every call of the package that carries words or codes, read once."""
    return tuple(
        Named(node.func.id, node, f"{path}:{node.lineno}")
        for path in sources("inspector")
        for node in ast.walk(parsed(path))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in LOOKED_AT
    )


def tr_calls() -> Iterator[Call]:
    """Every call of `tr`."""
    for one in calls():
        if one.name == "tr":
            yield Call(text_of(one.call.args[0]) if one.call.args else None, keywords(one.call), one.where)


def text_of(node: ast.expr) -> str | None:
    """The text of a literal, None for anything else."""
    return node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else None


def keywords(call: ast.Call) -> frozenset[str] | None:
    """The names a call gives values to, None when some are computed."""
    names = [keyword.arg for keyword in call.keywords]
    return None if None in names else frozenset(name for name in names if name)


def facts_in(text: str) -> frozenset[str]:
    """The {facts} a text names."""
    return frozenset(name for _, name, _, _ in string.Formatter().parse(text) if name)
