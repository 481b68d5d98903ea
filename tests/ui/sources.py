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
    """A call of `tr`: its text (None when no literal), the facts given (None when computed), and where it stands."""

    source: str | None
    facts: frozenset[str] | None
    where: str


def tr_calls(package: Path = PACKAGE) -> Iterator[Call]:
    """Every call of `tr` below `package`."""
    for path in sorted(package.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "tr":
                first = node.args[0] if node.args else None
                literal = first.value if isinstance(first, ast.Constant) and isinstance(first.value, str) else None
                names = [keyword.arg for keyword in node.keywords]
                facts = None if None in names else frozenset(name for name in names if name)
                yield Call(literal, facts, f"{path.relative_to(package)}:{node.lineno}")


def facts_in(text: str) -> frozenset[str]:
    """The {facts} a text names."""
    return frozenset(name for _, name, _, _ in string.Formatter().parse(text) if name)
