"""What the house rules ask of a source file, read off its syntax tree once.

The trees themselves are let go: a million nodes kept alive would slow down every test that runs after these.
"""

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from tests.project.tree import ROOT, sources

Import = ast.Import | ast.ImportFrom


@dataclass(frozen=True, slots=True)
class Function:
    """A function, where it stands, and how many lines it has."""

    name: str
    line: int
    length: int


@dataclass(frozen=True, slots=True)
class SourceFacts:
    """One file: whether it says what it is, and where it does what only some files may."""

    path: str
    is_described: bool
    makes_engines: bool
    catches_anything: bool
    loose_sql: tuple[int, ...]
    functions: tuple[Function, ...]
    loads: frozenset[str]
    """Modules it imports when it is imported itself; a name taken from one stands there too, for it may be a module."""
    late: tuple[tuple[int, frozenset[str]], ...]
    """The same for each import inside a function, with its line."""
    names: frozenset[str]
    """Everything the file speaks of: names, attributes, what it imports, and words that stand alone in a text."""


_SPEAKERS = {"sqlalchemy", "sqlite3"}
_TAKES_SQL = {"text", "exec_driver_sql", "execute", "executemany", "executescript"}


@cache
def source_facts() -> tuple[SourceFacts, ...]:
    """Every file of the package, and those of tests and benchmarks that speak SQL."""
    speaking = [path for path in sources("tests", "benchmarks") if "sqlalchemy" in (ROOT / path).read_text("utf-8")]
    return tuple(map(_read, [*sources("inspector"), *speaking]))


def of_the_package() -> Iterator[SourceFacts]:
    """The facts of the program's own files."""
    return (one for one in source_facts() if one.path.startswith("inspector/"))


def _read(path: str) -> SourceFacts:
    tree = ast.parse((ROOT / path).read_text("utf-8"), path)
    nodes = list(ast.walk(tree))
    calls = [node for node in nodes if isinstance(node, ast.Call)]
    imports = list(_imports(tree))
    speaks_sql = any(map(_imports_sqlalchemy, nodes))
    return SourceFacts(
        path,
        ast.get_docstring(tree) is not None,
        any(called(node) == "create_engine" for node in calls),
        any(catches_anything(node) for node in nodes if isinstance(node, ast.ExceptHandler)),
        tuple(node.lineno for node in calls if speaks_sql and is_loose_sql(node)),
        tuple(
            Function(node.name, node.lineno, (node.end_lineno or node.lineno) - node.lineno + 1)
            for node in nodes
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        ),
        frozenset(name for node, is_late in imports if not is_late for name in _imported(node)),
        tuple((node.lineno, frozenset(_imported(node))) for node, is_late in imports if is_late),
        frozenset(name for node in nodes for name in _named(node)),
    )


def _imports(tree: ast.AST, is_late: bool = False) -> Iterator[tuple[Import, bool]]:
    """Each import and whether it waits inside a function; what only the types need is never loaded."""
    for node in ast.iter_child_nodes(tree):
        if isinstance(node, ast.Import | ast.ImportFrom):
            yield node, is_late
        elif not (isinstance(node, ast.If) and getattr(node.test, "id", "") == "TYPE_CHECKING"):
            yield from _imports(node, is_late or isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef))


def _imported(node: Import) -> list[str]:
    if isinstance(node, ast.Import):
        return [alias.name for alias in node.names]
    return [node.module or "", *(f"{node.module}.{alias.name}" for alias in node.names)]


def _named(node: ast.AST) -> list[str]:
    match node:
        case ast.Name(id=name) | ast.Attribute(attr=name):
            return [name]
        case ast.ImportFrom(names=names):
            return [alias.name for alias in names]
        case ast.Constant(value=str(text)) if " " not in text:  # pages are found by "module:Class"
            return re.split(r"\W+", text)
        case _:
            return []


def called(node: ast.AST) -> str:
    """The bare name of what a call calls; empty for anything else."""
    if not isinstance(node, ast.Call):
        return ""
    return node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")


def catches_anything(handler: ast.ExceptHandler) -> bool:
    """Whether the fault ends here, whatever it is; tidying up and raising it again is not catching it."""
    last = handler.body[-1]
    if isinstance(last, ast.Raise) and last.exc is None:
        return False
    types = handler.type.elts if isinstance(handler.type, ast.Tuple) else [handler.type]
    return any(kind is None or getattr(kind, "id", "") in {"Exception", "BaseException"} for kind in types)


def built_at_run_time(text: ast.expr) -> bool:
    """Whether SQL is put together from pieces: an f-string, + or %, .format() or .join()."""
    return any(map(makes_a_text, ast.walk(text)))


def makes_a_text(node: ast.AST) -> bool:
    """Whether this very expression does it; a query of SQLAlchemy may add numbers inside."""
    return isinstance(node, ast.JoinedStr | ast.BinOp) or called(node) in {"format", "join", "replace"}


def is_loose_sql(call: ast.Call) -> bool:
    """Whether SQL that is put together from pieces goes to SQLAlchemy or to the driver."""
    first = call.args[0] if call.args else None
    if first is None or called(call) not in _TAKES_SQL:
        return False
    return built_at_run_time(first) if called(call) == "text" else makes_a_text(first)


def _imports_sqlalchemy(node: ast.AST) -> bool:
    if isinstance(node, ast.ImportFrom):
        return (node.module or "").split(".")[0] in _SPEAKERS
    return isinstance(node, ast.Import) and any(alias.name.split(".")[0] in _SPEAKERS for alias in node.names)
