"""A year on one sheet: weekends grey, days off tinted, make-up days marked; a press or arrows choose a day."""

from calendar import Calendar
from datetime import date, timedelta

from PySide6.QtCore import QLocale, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from inspector.domain.calendars import WorkCalendar
from inspector.ui.theme.current import current
from inspector.ui.theme.fonts import font, metrics
from inspector.ui.theme.paint import ink, rounded, smooth
from inspector.ui.translation import tr
from inspector.ui.widgets.day_field import spoken_locale

_STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Up: -7, Qt.Key.Key_Down: 7}
_CELL = 24
_MONTH_GAP = 16
_ROWS = 7
"""A month takes its name and six weeks."""


class YearView(QWidget):
    """`chosen` tells the day. Days off and make-up days differ from the week by ground, weight and a corner mark."""

    chosen = Signal(date)

    def __init__(self, calendar: WorkCalendar, day: date) -> None:
        super().__init__()
        self._calendar = calendar
        self._day = day
        self.setAccessibleName(tr("Work calendar"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    @property
    def day(self) -> date:
        """The chosen day."""
        return self._day

    def show_calendar(self, calendar: WorkCalendar, day: date) -> None:
        """Show the year of `day`, that day chosen."""
        self._calendar, self._day = calendar, day
        self.setAccessibleDescription(f"{day:%Y-%m-%d}")
        self.update()

    def sizeHint(self) -> QSize:
        """As many months beside each other as fit."""
        return QSize(self._month_width() * 3, self.heightForWidth(max(self.width(), 1)))

    def minimumSizeHint(self) -> QSize:
        """One month wide."""
        return QSize(self._month_width() - _MONTH_GAP, self.heightForWidth(max(self.width(), 1)))

    def heightForWidth(self, width: int) -> int:
        """The height the months take at that width."""
        lines = -(-12 // self._columns(width))
        return lines * self._month_height()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width may need another height."""
        super().resizeEvent(event)
        self.setFixedHeight(self.heightForWidth(self.width()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows go day by day and week by week."""
        step = _STEPS.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
        else:
            self._choose(self._day + timedelta(days=step))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """The day under the pointer."""
        for day, area in self._cells():
            if area.contains(event.position()):
                self._choose(day)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Twelve months."""
        painter = QPainter(self)
        smooth(painter)
        names = spoken_locale()
        for month in range(1, 13):
            x, y = self._corner(month)
            painter.setFont(font("sm", bold=True))
            painter.setPen(ink("text"))
            name = names.standaloneMonthName(month, QLocale.FormatType.ShortFormat)
            painter.drawText(QRectF(x, y, self._month_width(), self._cell()), name)
        for day, area in self._cells():
            self._draw_day(painter, day, area)

    def _draw_day(self, painter: QPainter, day: date, area: QRectF) -> None:
        inner = area.adjusted(1, 1, -1, -1)
        special = day in self._calendar.days_off or day in self._calendar.workdays
        works = self._calendar.is_workday(day)
        if special:
            rounded(painter, inner, 4, ink("accent_tint" if works else "fail_tint"))
        if day == self._day:
            rounded(painter, inner.adjusted(0.5, 0.5, -0.5, -0.5), 4, None, QPen(ink("focus"), 2))
        painter.setFont(font("xs", bold=special))
        painter.setPen(ink("accent_ink" if special and works else "fail" if special else "text" if works else "text3"))
        painter.drawText(inner, Qt.AlignmentFlag.AlignCenter, str(day.day))
        if special and works:  # seen without colour: a make-up day is underlined
            width = metrics("xs", bold=True).horizontalAdvance(str(day.day))
            painter.fillRect(QRectF(inner.center().x() - width / 2, inner.bottom() - 4, width, 2), ink("accent_ink"))

    def _choose(self, day: date) -> None:
        self.show_calendar(self._calendar, day)
        self.chosen.emit(day)

    def _cells(self) -> list[tuple[date, QRectF]]:
        side, cells = self._cell(), []
        for month in range(1, 13):
            x, y = self._corner(month)
            weeks = Calendar().monthdatescalendar(self._day.year, month)
            cells += [
                (day, QRectF(x + column * side, y + (row + 1) * side, side, side))
                for row, week in enumerate(weeks)
                for column, day in enumerate(week)
                if day.month == month
            ]
        return cells

    def _corner(self, month: int) -> tuple[float, float]:
        row, column = divmod(month - 1, self._columns(self.width()))
        return column * self._month_width(), row * self._month_height()

    def _columns(self, width: int) -> int:
        return max(1, min(4, (width + _MONTH_GAP) // self._month_width()))

    def _cell(self) -> int:
        return current().px(_CELL)

    def _month_width(self) -> int:
        return self._cell() * 7 + _MONTH_GAP

    def _month_height(self) -> int:
        return self._cell() * _ROWS + _MONTH_GAP
