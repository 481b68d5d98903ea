"""Undo and redo of the whole window: the session's last act, whatever page it was made on."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from inspector.ui.context import Context
from inspector.ui.translation import tr
from inspector.ui.words.acts import act_state

if TYPE_CHECKING:
    from inspector.services.acts import Undone


class TurnBack(QObject):
    """Works behind the window, because an import of thousands of entries is one act too; then tells all pages."""

    def __init__(self, context: Context, owner: QObject) -> None:
        super().__init__(owner)
        self._context = context

    def undo(self) -> None:
        """Take back the last act, when there is one."""
        self._turn(self._context.services.acts.undo, lambda act: tr("Taken back: {act}", act=act))

    def redo(self) -> None:
        """Do again what was taken back last."""
        self._turn(self._context.services.acts.redo, lambda act: tr("Done again: {act}", act=act))

    def _turn(self, back: Callable[[], Undone | None], words: Callable[[str], str]) -> None:
        def turned(undone: Undone | None) -> None:
            if undone:
                self._context.changed(undone.changed)
                self._context.say(words(act_state(undone.act).words))

        self._context.jobs.run(lambda _progress: back(), turned, owner=self)
