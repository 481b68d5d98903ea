"""One ring round whatever button has the focus: 2 px, 2 px apart, outside the widget (ui.md 7)."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QFocusFrame,
    QProxyStyle,
    QSlider,
    QStyle,
    QStyleHintReturn,
    QStyleOption,
    QWidget,
)

from inspector.ui.theme.paint import ink, smooth

_MARGIN = 4


class _WiderMargin(QProxyStyle):
    """A plain focus frame sits two pixels too tight and clips its own corners."""

    def pixelMetric(
        self, metric: QStyle.PixelMetric, option: QStyleOption | None = None, widget: QWidget | None = None
    ) -> int:
        if metric in {QStyle.PixelMetric.PM_FocusFrameHMargin, QStyle.PixelMetric.PM_FocusFrameVMargin}:
            return _MARGIN
        return super().pixelMetric(metric, option, widget)

    def styleHint(
        self,
        hint: QStyle.StyleHint,
        option: QStyleOption | None = None,
        widget: QWidget | None = None,
        returnData: QStyleHintReturn | None = None,  # noqa: N803 - Qt's own name
    ) -> int:
        """Above everything: below, the row the button stands in and the next card cut the ring."""
        if hint is QStyle.StyleHint.SH_FocusFrame_AboveWidget:
            return 1
        return super().styleHint(hint, option, widget, returnData)


class FocusRing(QFocusFrame):
    """Follows the focus inside one window. Fields have an edge of their own, lists show their current row."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._style = _WiderMargin("Fusion")
        self.setStyle(self._style)
        self.hide()  # else it is shown with its window before it has a widget
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self.follow)

    def follow(self, _old: QWidget | None, now: QWidget | None) -> None:
        """Go to `now` when it is a button of this window, else away."""
        wanted = isinstance(now, QAbstractButton | QSlider) and now.window() is self._window
        self.setWidget(now if wanted else None)  # type: ignore[arg-type]  # Qt takes null: no widget

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The ring."""
        painter = QPainter(self)
        smooth(painter)
        painter.setPen(QPen(ink("focus"), 2))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 9, 9)
