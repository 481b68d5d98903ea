"""A word at the bottom for six seconds, with the way back. Never takes the focus; one at a time."""

from collections.abc import Callable
from datetime import datetime

import shiboken6
from PySide6.QtCore import QEasingCurve, QEvent, QObject, QPoint, QPropertyAnimation, Qt, QTimer
from PySide6.QtWidgets import QFrame, QWidget

from inspector.ui.theme.current import current
from inspector.ui.translation import tr
from inspector.ui.widgets.boxes import across
from inspector.ui.widgets.buttons import button
from inspector.ui.widgets.key_cap import KeyCap
from inspector.ui.widgets.labels import icon_label, label

_SHOWN_MS = 6000
_SLIDE_MS = 120
_KEPT = 200

_ROOMY = 1200
"""From this width on, in px at 100 %, the middle of a foot holds keys and no buttons."""


class Toast(QFrame):
    """The toast of a window; what it said stays in `history`, newest first."""

    def __init__(self, host: QWidget) -> None:
        super().__init__(host)
        self._host = host
        self.above: QWidget | None = None
        """What it must not lie over."""
        self.setProperty("role", "toast")
        self.history: list[tuple[datetime, str]] = []
        self._undo: Callable[[], object] | None = None
        self._words = label("", "base", "on_toast")
        self._button = button(tr("Undo"), "toast", self.undo)
        self._cap = KeyCap("U", on_fill=True)
        self.setLayout(
            across(
                icon_label("circle-check", "toast_action", 18),
                self._words,
                self._button,
                self._cap,
                gap=12,
                margins=(16, 4, 12, 4),
            )
        )
        self._clock = QTimer(self, singleShot=True, interval=_SHOWN_MS)
        self._clock.timeout.connect(self.hide)
        self._slide = QPropertyAnimation(self, b"pos", self)
        self._slide.setDuration(_SLIDE_MS)
        self._slide.setEasingCurve(QEasingCurve.Type.OutCubic)
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        host.installEventFilter(self)
        self.hide()

    @property
    def words(self) -> str:
        """What is said now; "" when nothing is shown."""
        return "" if self.isHidden() else self._words.text()

    @property
    def has_undo(self) -> bool:
        """True while U means this toast's undo."""
        return not self.isHidden() and self._undo is not None

    def say(self, words: str, undo: Callable[[], object] | None = None) -> None:
        """Show `words`, in place of what was shown before."""
        self.history.insert(0, (datetime.now().astimezone(), words))
        del self.history[_KEPT:]
        self._undo = undo
        self._words.setText(words)
        self._button.setVisible(undo is not None)
        self._cap.setVisible(undo is not None)
        self._clock.start()
        self.show()
        self.raise_()
        self._place()
        if current().motion:
            self._slide.setStartValue(self.pos() + QPoint(0, current().px(12)))
            self._slide.setEndValue(self.pos())
            self._slide.start()

    def undo(self) -> None:
        """Take back what the toast told of."""
        act, self._undo = self._undo, None
        self.hide()
        if act:
            act()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay in the middle when the window changes its size."""
        if event.type() == QEvent.Type.Resize and not self.isHidden():
            self._place()
        return super().eventFilter(watched, event)

    def _place(self) -> None:
        host = self._host
        self.adjustSize()
        self.resize(min(self.width(), host.width() - current().px(32)), self.height())
        theme = current()
        foot = theme.high("touch") + theme.gap(12)
        # Over the foot, so that the buttons above it stay free; where that is all buttons, above them.
        over = host.width() / theme.scale >= _ROOMY and self.height() <= foot
        bottom = host.height() - ((foot - self.height()) // 2 if over else foot + theme.gap(16))
        if not over and self.above and shiboken6.isValid(self.above) and self.above.isVisible():
            bottom = min(bottom, self.above.mapTo(host, QPoint()).y() - theme.gap(8))
        self.move((host.width() - self.width()) // 2, bottom - self.height())
