"""How long work tells a person where it stands, and how the person stops it."""

from typing import Protocol


class Progress(Protocol):
    """Called by long work between its steps; raises `inspector.domain.errors.Cancelled` when the person said stop."""

    def __call__(self, done: int, of: int, what: str = "") -> None: ...


def silent(done: int, of: int, what: str = "") -> None:
    """Nobody watches and nobody stops it."""
