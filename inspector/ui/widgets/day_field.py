"""A day to type or to pick from a calendar."""

from datetime import date

from PySide6.QtCore import QDate, Qt, Signal
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QDateEdit, QSizePolicy


class DayField(QDateEdit):
    """`chosen` tells the day a person chose; `name` is spoken. The year is shown when it is not that of `today`."""

    chosen = Signal(date)

    def __init__(self, name: str, day: date, today: date) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self._year = today.year
        self.setCalendarPopup(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.show_day(day)
        self.dateChanged.connect(lambda _: self.chosen.emit(self.day))

    @property
    def day(self) -> date:
        """The day that is shown."""
        shown = self.date()
        return date(shown.year(), shown.month(), shown.day())

    def show_day(self, day: date) -> None:
        """Show `day` without telling anybody."""
        self.blockSignals(True)
        self.setDisplayFormat("MM-dd" if day.year == self._year else "yyyy-MM-dd")
        self.setDate(QDate(day.year, day.month, day.day))
        self.blockSignals(False)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scrolling a page must not change a date."""
        event.ignore()
