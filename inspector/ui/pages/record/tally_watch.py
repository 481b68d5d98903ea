"""A watch by the clock: one large button counts, the clock runs, the minutes watched are kept with the count."""

from time import monotonic

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QWidget

from inspector.domain.judging_types import Tally
from inspector.ui.theme.current import current
from inspector.ui.translation import tr
from inspector.ui.widgets.boxes import STRETCH, across
from inspector.ui.widgets.buttons import outlined
from inspector.ui.widgets.labels import label

_running: dict[str, float] = {}
"""Inspection/item → when its watch began: it goes on while other items are recorded and pages are rebuilt."""


class TallyWatch(QWidget):
    """`counted` tells the new count, `watched` the minutes when the watch ends or is stopped."""

    counted = Signal(int)
    watched = Signal(float)

    def __init__(self, key: str, judging: Tally) -> None:
        """`key` names the watch: it is found again under it."""
        super().__init__()
        self._key = key
        self._minutes = judging.minutes
        self._count = 0
        self.more = outlined(tr("+1 time"), self.count_one)
        self.more.setMinimumWidth(current().px(120))
        self.clock = label("", "lg", bold=True)
        self.begin = outlined(tr("Start the watch"), self.start_or_stop, icon="alarm-clock")
        self._tick = QTimer(self, interval=500)
        self._tick.timeout.connect(self._go_on)
        self.setLayout(across(self.begin, self.clock, self.more, STRETCH, gap=12, margins=(0, 0, 0, 8)))
        if key in _running:
            self._tick.start()
        self.show_clock()

    def show_count(self, count: int) -> None:
        """Go on counting from here."""
        self._count = count

    def count_one(self) -> None:
        """One more; the first one starts the watch."""
        if self._key not in _running:
            self._start()
        self.counted.emit(self._count + 1)

    def start_or_stop(self) -> None:
        """Start the watch, or end it early."""
        if self._key in _running:
            self._end(self._elapsed() / 60)
        else:
            self._start()

    def show_clock(self) -> None:
        """Show the time watched."""
        running = self._key in _running
        seconds = min(self._elapsed(), self._minutes * 60)
        self.clock.setText(f"{seconds // 60:02.0f}:{seconds % 60:02.0f} / {self._minutes:02d}:00")
        self.begin.setText(f" {tr('End the watch')}" if running else f" {tr('Start the watch')}")

    def _go_on(self) -> None:
        """The full time ends the watch, also one that ran out while other items were recorded."""
        if self._elapsed() >= self._minutes * 60:
            self._end(float(self._minutes))
        self.show_clock()

    def _start(self) -> None:
        _running[self._key] = monotonic()
        self._tick.start()
        self.watched.emit(0.0)
        self.counted.emit(self._count)
        self.show_clock()

    def _end(self, minutes: float) -> None:
        self._tick.stop()
        _running.pop(self._key, None)
        self.watched.emit(round(minutes, 1))
        self.show_clock()

    def _elapsed(self) -> float:
        return monotonic() - _running[self._key] if self._key in _running else 0.0
