"""Rules of XForms as the program runs them: elementpath reads the XPath, what comes out is plain JSON.

Only the reading process does this; a form that was read carries its rules parsed.
"""

import json
import re
from typing import Any

from elementpath import ElementPathError
from elementpath.tdop import Parser
from elementpath.xpath1 import XPath1Parser

from inspector.domain.questionnaires.forms import Expression
from inspector.domain.questionnaires.functions import FUNCTIONS
from inspector.domain.questionnaires.patterns import PatternError, pattern

_PREFIX = "odk-"
_TOO_LONG = 20_000
_PIECES = re.compile(r"'[^']*'|\"[^\"]*\"|((?:[A-Za-z]+:)?[A-Za-z][\w.-]*)(?=\s*\()")
_NOT_FUNCTIONS = {"text", "node", "comment", "and", "or", "div", "mod", "child", "parent", "self"}
_ARITY: dict[str, tuple[int, int | None]] = {
    "if": (3, 3),
    "jr:choice-name": (2, 2),
    "pulldata": (4, 4),
    "indexed-repeat": (3, None),
    "randomize": (1, 2),
    "instance": (1, 1),
    "once": (1, 1),
    "selected": (2, 2),
    "selected-at": (2, 2),
    "substr": (2, 3),
    "regex": (2, 2),
    "format-date": (2, 2),
    "format-date-time": (2, 2),
    "checklist": (2, None),
    "digest": (2, 3),
    "pow": (2, 2),
    "contains": (2, 2),
    "starts-with": (2, 2),
    "ends-with": (2, 2),
    "substring": (2, 3),
    "substring-before": (2, 2),
    "substring-after": (2, 2),
    "translate": (3, 3),
    "round": (1, 2),
}
_NO_ARGUMENT = {"today", "now", "true", "false", "pi", "current", "last", "random"}
_ANY_NUMBER = {"coalesce", "concat", "join", "sum", "min", "max", "count", "position", "uuid"}


class CannotRun(Exception):  # noqa: N818 - it says what, not that something broke
    """An expression that does not run here: `why` is function or expression, `detail` the name or the place."""

    def __init__(self, why: str, detail: str) -> None:
        self.why = why
        self.detail = detail
        super().__init__(f"{why}: {detail}")


class _OdkParser(XPath1Parser):
    """XPath 1.0 with a path allowed behind a function, and ODK's functions under names of our own."""

    PATH_STEP_LABELS = ("axis", "kind test", "function")


def _arity(name: str) -> tuple[int, int | None]:
    if name in _NO_ARGUMENT:
        return (0, 0)
    return (0, None) if name in _ANY_NUMBER else _ARITY.get(name, (1, 1))


for _name in FUNCTIONS:
    _least, _most = _arity(_name)
    _OdkParser.function(_PREFIX + _name.replace(":", "-"), nargs=_least if _least == _most else (_least, _most))
_PARSER = _OdkParser()


def read_expression(text: str) -> Expression:
    """The expression ready to run. Raises `CannotRun`."""
    if len(text) > _TOO_LONG:
        raise CannotRun("expression", text[:100])
    try:
        root = Parser.parse(_PARSER, _PIECES.sub(_renamed, text.strip()))
        code = _code(root)
    except (ElementPathError, RecursionError) as error:
        raise CannotRun("expression", text.strip()[:200]) from error
    return Expression(text.strip(), json.dumps(code, ensure_ascii=False, separators=(",", ":")))


def _renamed(found: re.Match[str]) -> str:
    name = found[1]
    if name is None or name in _NOT_FUNCTIONS:
        return found[0]
    if name not in FUNCTIONS:
        raise CannotRun("function", name)
    return _PREFIX + name.replace(":", "-")


_BY_SAFE_NAME = {_PREFIX + name.replace(":", "-"): name for name in FUNCTIONS}
_SIGNS = {"and", "or", "=", "!=", "<", "<=", ">", ">=", "+", "-", "*", "div", "mod", "|"}


def _code(token: Any, base: list[Any] | None = None) -> list[Any]:
    """The code of a token; a path's step continues from `base`."""
    symbol = token.symbol
    if symbol in {"(integer)", "(decimal)", "(float)"}:
        return ["n", float(token.value)]
    if symbol == "(string)":
        return ["s", str(token.value)]
    if symbol in _BY_SAFE_NAME:
        name = _BY_SAFE_NAME[symbol]
        if name == "regex" and token[1].symbol == "(string)":
            _refuse_endless(str(token[1].value))
        return ["f", name, *(_code(argument) for argument in token)]
    if symbol == "(" and len(token) == 1:
        return _code(token[0], base)
    if symbol in _SIGNS and len(token) == 2:
        return ["op", symbol, _code(token[0]), _code(token[1])]
    if symbol in {"+", "-"} and len(token) == 1:
        return ["neg", _code(token[0])] if symbol == "-" else _code(token[0])
    return _step(token, ["self"] if base is None else base)


def _refuse_endless(text: str) -> None:
    """A pattern that is none, or that cannot be matched in a time known beforehand."""
    try:
        pattern(text)
    except PatternError as error:
        raise CannotRun("pattern", text[:100]) from error


def _step(token: Any, base: list[Any]) -> list[Any]:
    symbol = token.symbol
    if symbol == "/":
        return _slash(token, base)
    if symbol == "//":
        start = ["root"] if len(token) == 1 else _code(token[0], base)
        return _code(token[-1], ["deep", start])
    if symbol == "(name)":
        return ["child", base, str(token.value)]
    if symbol == "[":
        return ["filter", _code(token[0], base), _code(token[1])]
    if symbol == "child" and len(token) == 1:
        return _code(token[0], base)
    simple = {".": base, "..": ["up", base], "*": ["all", base], "self": base, "parent": ["up", base], "text": base}
    if symbol in simple and (symbol not in {"self", "parent"} or token[0].symbol in {"node", "*"}):
        return simple[symbol]
    raise CannotRun("expression", str(token.source)[:200])


def _slash(token: Any, base: list[Any]) -> list[Any]:
    if not len(token):
        return ["root"]
    if len(token) == 1:
        return _code(token[0], ["root"])
    return _code(token[1], _code(token[0], base))
