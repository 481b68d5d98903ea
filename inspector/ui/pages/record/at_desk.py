"""What the deeds of the recording page need of the page itself."""

from collections.abc import Callable
from typing import Protocol

from inspector.ui.pages.record.desk import Desk


class AtDesk(Protocol):
    """The inspection under way, and what was typed into it."""

    @property
    def desk(self) -> Desk | None:
        """The shown sheet; None before the first and after the last."""

    def flush(self) -> None:
        """Save what was typed and not saved yet."""

    def open_desk(self) -> Desk | None:
        """The desk of an inspection that may be changed, with what was typed saved; None when there is none."""

    def with_desk(self, act: Callable[[Desk], object]) -> None:
        """Save what was typed, act, and show what came of it."""

    def undo(self) -> None:
        """Take back the last act."""
