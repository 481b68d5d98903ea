"""The clock and the source of ids: the one place where the program asks what time it is."""

from collections.abc import Callable
from datetime import date, datetime


def now() -> datetime:
    """The local time with its offset, whole seconds and microseconds."""
    return datetime.now().astimezone()


def today() -> date:
    """The local date."""
    return now().date()


def new_id() -> str:
    """A UUIDv7: sorts by time and keeps rising even when the clock is set back (measured.md L18)."""
    import uuid6

    return str(uuid6.uuid7())


Clock = Callable[[], datetime]
"""Gives the local time with its offset; tests pass their own."""
