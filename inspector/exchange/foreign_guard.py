"""What must be there before files of others are read at all; asked at every start, so it loads nothing."""

from importlib.util import find_spec

from inspector.domain.errors import Refused


def require_guard() -> None:
    """Raise `Refused("foreign.unprotected")` when the library is missing that keeps XML from harming its reader."""
    if find_spec("defusedxml") is None:
        raise Refused("foreign.unprotected")
