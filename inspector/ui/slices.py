"""Work of the interface's own thread in pieces: between two of them keys, clicks and drawing have their turn.

Widgets can be made nowhere else, so what takes longer than a person should wait (a page of 350 widgets, modules loaded
ahead) is told as steps, each short, and done a few at a time.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from time import perf_counter

import shiboken6
from PySide6.QtCore import QObject, QTimer

_SLICE_S = 0.012
"""Steps are done one after the other for this long; then the event loop has its turn."""


@dataclass(frozen=True, slots=True)
class _Work:
    steps: Iterator[object]
    owner: QObject


class Slices(QObject):
    """The queue of such work, first come, first done."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._waiting: list[_Work] = []
        self._turn = QTimer(self, singleShot=True, interval=0)
        self._turn.timeout.connect(self._do_some)

    def do(self, steps: Iterable[object], owner: QObject) -> None:
        """Take one step of `steps` after the other; those left are forgotten once `owner` is deleted."""
        self._waiting.append(_Work(iter(steps), owner))
        self._turn.start()

    def forget(self) -> None:
        """Take no step any more."""
        self._waiting.clear()
        self._turn.stop()

    @property
    def is_busy(self) -> bool:
        """True while steps are left."""
        return bool(self._waiting)

    def _do_some(self) -> None:
        began = perf_counter()
        while self._waiting:
            self._step(self._waiting[0])
            if perf_counter() - began >= _SLICE_S:
                break
        if self._waiting:
            self._turn.start()

    def _step(self, work: _Work) -> None:
        """A step that fails is the last of its work; the failure is told as any of the window is."""
        is_over = True
        try:
            is_over = not shiboken6.isValid(work.owner) or next(work.steps, work) is work
        finally:
            if is_over and work in self._waiting:
                self._waiting.remove(work)


class Latest:
    """Runs of steps that show the same place: each that begins ends the one before, which shows what is no more so."""

    def __init__(self) -> None:
        self._runs = 0

    def run(self, steps: Iterator[None]) -> Iterator[None]:
        """The same steps, as long as no other run has begun."""
        self._runs += 1
        mine = self._runs
        for _ in steps:
            yield
            if mine != self._runs:
                return

    def at_once(self, steps: Iterator[None]) -> None:
        """Take them all now."""
        for _ in self.run(steps):
            pass
