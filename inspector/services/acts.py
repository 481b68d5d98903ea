"""Acts: every change a person makes goes through here, so that it is one transaction and can be undone."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import TypeVar

from inspector.config.clock import Clock, now
from inspector.domain.errors import Refused
from inspector.domain.stored import Changed
from inspector.storage.reading import Reading
from inspector.storage.workspace import Workspace, open_workspace
from inspector.storage.writing import Writing

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Undone:
    """What was undone or done again: the act's word, and what it touched."""

    act: str
    changed: Changed


@dataclass(frozen=True, slots=True)
class _Done:
    act: str
    change: str


class Acts:
    """The door to the workspace for all services, with the session's undo and redo."""

    def __init__(self, workspace: Workspace, clock: Clock = now) -> None:
        self.workspace = workspace
        self._clock = clock
        self.saved_at: datetime | None = None
        self._done: list[_Done] = []
        self._undone: list[_Done] = []

    def sign_as(self, person: str) -> None:
        """Write this person beside every change from now on."""
        self.workspace.person = person

    def replace_file(self, replace: Callable[[Path], T]) -> T:
        """Let go of the workspace file, have it replaced, and open it again, be it replaced or not; nothing can be
        undone afterwards. Raises what `replace` and `open_workspace` raise.
        """
        old = self.workspace
        old.close()
        try:
            return replace(old.path)
        finally:
            self._done.clear()
            self._undone.clear()
            self.workspace = open_workspace(old.path, clock=self._clock, person=old.person)

    def now(self) -> datetime:
        """The local time with its offset."""
        return self._clock()

    def today(self) -> date:
        """The date here and now."""
        return self._clock().date()

    def reading(self) -> AbstractContextManager[Reading]:
        """A consistent view; keep it short."""
        return self.workspace.reading()

    @contextmanager
    def doing(self, act: str, reason: str = "", *, undoable: bool = True) -> Iterator[Writing]:
        """One act in one transaction; remembered for undo once it is committed and if it changed anything.

        An act that cannot be taken back (a number handed out to units) closes the way back before it.
        """
        with self.workspace.writing(act, reason) as writing:
            yield writing
        self._committed(writing)
        if not writing.changed:
            return
        self._undone.clear()
        if undoable:
            self._done.append(_Done(act, writing.changed.change))
        else:
            self._done.clear()

    @property
    def can_undo(self) -> bool:
        """Something of this session can be taken back."""
        return bool(self._done)

    def undo(self) -> Undone | None:
        """Take back the last act of this session; None when there is none.

        Raises `Refused("undo.changed-since")` when a record of it was changed by something else since; that act then
        no longer stands in the way of earlier ones.
        """
        return self._turn_back(self._done, self._undone, "undo")

    def redo(self) -> Undone | None:
        """Do again what was taken back last; None when there is none."""
        return self._turn_back(self._undone, self._done, "redo")

    def _turn_back(self, source: list[_Done], target: list[_Done], word: str) -> Undone | None:
        if not source:
            return None
        last = source.pop()
        try:
            with self.workspace.writing(f"{word}:{last.act}") as writing:
                writing.take_back(last.change)
        except Refused as refused:
            if refused.complaint.code != "undo.changed-since":  # a full disk is no reason to forget the act
                source.append(last)
            raise
        self._committed(writing)
        target.append(_Done(last.act, writing.changed.change))
        return Undone(last.act, writing.changed)

    def _committed(self, writing: Writing) -> None:
        self.saved_at = writing.now
