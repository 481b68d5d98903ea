"""What the code says through `tr`: every call in the package, read from the syntax."""

import ast
import string
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from inspector.config.paths import ROOT

PACKAGE = ROOT / "inspector"


@dataclass(frozen=True, slots=True)
class Call:
    """A call of `tr`: its text (None when it is no literal), the facts given, and where it stands."""

    source: str | None
    facts: frozenset[str]
    where: str


def tr_calls(package: Path = PACKAGE) -> Iterator[Call]:
    """Every call of `tr` below `package`."""
    for path in sorted(package.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "tr":
                first = node.args[0] if node.args else None
                literal = first.value if isinstance(first, ast.Constant) and isinstance(first.value, str) else None
                facts = frozenset(keyword.arg for keyword in node.keywords if keyword.arg)
                yield Call(literal, facts, f"{path.relative_to(package)}:{node.lineno}")


def facts_in(text: str) -> frozenset[str]:
    """The {facts} a text names."""
    return frozenset(name for _, name, _, _ in string.Formatter().parse(text) if name)
