"""A day to type or to pick from a calendar."""

from datetime import date

from PySide6.QtCore import QDate, QLocale, Qt, Signal
from PySide6.QtGui import QTextCharFormat, QWheelEvent
from PySide6.QtWidgets import QCalendarWidget, QDateEdit, QSizePolicy, QToolButton

from inspector.ui.theme.current import current
from inspector.ui.theme.icons import icon
from inspector.ui.theme.paint import ink
from inspector.ui.translation import Language, language

_NAMES = {Language.CHINESE: QLocale.Language.Chinese, Language.ENGLISH: QLocale.Language.English}
_CALENDAR = (320, 300)
_TURNS = {"qt_calendar_prevmonth": "chevron-left", "qt_calendar_nextmonth": "chevron-right"}


class DayField(QDateEdit):
    """`chosen` tells the day a person chose; `name` is spoken. The year is shown when it is not that of `today`."""

    chosen = Signal(date)

    def __init__(self, name: str, day: date, today: date) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self._year = today.year
        self.setCalendarPopup(True)
        dress_calendar(self.calendarWidget())
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


def spoken_locale() -> QLocale:
    """Names of months and days in the language of the program."""
    return QLocale(_NAMES[language()])


def dress_calendar(calendar: QCalendarWidget) -> None:
    """Months and days in the language of the program, inks of the theme, cells large enough for a finger."""
    calendar.setLocale(spoken_locale())
    calendar.setFirstDayOfWeek(Qt.DayOfWeek.Monday)
    calendar.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
    calendar.setMinimumSize(current().px(_CALENDAR[0]), current().px(_CALENDAR[1]))
    weekend = QTextCharFormat()
    weekend.setForeground(ink("fail"))
    for day in (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday):
        calendar.setWeekdayTextFormat(day, weekend)
    for name, sign in _TURNS.items():
        if turn := calendar.findChild(QToolButton, name):
            turn.setIcon(icon(sign, "on_accent", 18))
