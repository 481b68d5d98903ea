"""Walks the XML of a foreign part as it streams in, and refuses document types and entities where they begin.

It is what defusedxml does with the same parser (expat), without making a tree of every cell first: a sheet of 175,000
cells takes a third of the time (docs/decisions/0006).
"""

from collections.abc import Callable
from typing import IO
from xml.parsers import expat  # the guards of `walker` are those of defusedxml

from inspector.domain.errors import Refused

_CHUNK = 1 << 16
_BETWEEN = " "
"""Stands between a namespace and a name; no name has one."""

Attributes = dict[str, str]
Start = Callable[[str, Attributes], object]
End = Callable[[str], object]
Text = Callable[[str], object]


def full_name(namespace: str, name: str) -> str:
    """An element's name as the handlers get it."""
    return f"{namespace}{_BETWEEN}{name}"


def local_name(name: str) -> str:
    """The name without its namespace."""
    return name.rpartition(_BETWEEN)[2]


class Walk:
    """One pass over a part: `step()` reads on a little and calls the handlers, false at the end.

    Raises `Refused("foreign.unsafe")` at a document type or an entity, `expat.ExpatError` at broken XML.
    """

    def __init__(
        self, stream: IO[bytes], start: Start | None, end: End | None = None, text: Text | None = None
    ) -> None:
        self._stream = stream
        self._parser = expat.ParserCreate(namespace_separator=_BETWEEN)
        self._parser.buffer_text = True
        self._parser.StartElementHandler = start
        self._parser.EndElementHandler = end
        self._parser.CharacterDataHandler = text
        self._parser.StartDoctypeDeclHandler = _refuse
        self._parser.EntityDeclHandler = _refuse
        self._parser.UnparsedEntityDeclHandler = _refuse
        self._parser.ExternalEntityRefHandler = _refuse

    def through(self) -> None:
        """Read to the end."""
        while self.step():
            pass

    def step(self) -> bool:
        """Read on; whether there may be more."""
        chunk = self._stream.read(_CHUNK)
        self._parser.Parse(chunk, not chunk)
        return bool(chunk)


def _refuse(*_: object) -> int:
    raise Refused("foreign.unsafe", what="doctype")
