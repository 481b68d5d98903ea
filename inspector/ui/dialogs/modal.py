"""The dialog of the kit: 600 wide, a scrim over the window behind it, Esc does nothing, the focus returns."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeySequence, QPainter, QPaintEvent, QShortcut
from PySide6.QtWidgets import QDialog, QLayout, QPushButton, QWidget
from shiboken6 import isValid

from inspector.ui.theme.current import current
from inspector.ui.theme.paint import ink
from inspector.ui.widgets.boxes import Grow, across, down, scrolling, sheet
from inspector.ui.widgets.focus_ring import FocusRing
from inspector.ui.widgets.foot_bar import key_hints

WIDTH, RING = 600, 4
"""Px; the ring round a focused button stands that far outside of it."""


class Modal(QDialog):
    """Show it with `open()`; it deletes itself when it is closed."""

    def __init__(self, parent: QWidget, name: str, width: int = WIDTH) -> None:
        super().__init__(parent.window())
        self._host = parent.window()
        self.setWindowTitle(name)
        self.setAccessibleName(name)
        self.setWindowFlag(Qt.WindowType.FramelessWindowHint)
        self.setAttribute(Qt.WidgetAttribute.WA_TranslucentBackground)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setFixedWidth(min(current().px(width), parent.window().width() - current().px(32)))
        self.ring = FocusRing(self)
        self._scrim = Scrim(parent.window())
        self._opener: QWidget | None = parent.window().focusWidget()
        self.finished.connect(self._leave)

    def fill(self, body: QLayout, foot: QLayout | None = None) -> None:
        """The dialog's content; the body scrolls where the window is too low for it, the foot always stands."""
        self._body = body
        body.setContentsMargins(RING, RING, RING, RING)  # else the area cuts the ring of what stands at its edge
        self._area = scrolling(body)
        self._foot = foot or down()
        self._foot.setContentsMargins(RING, 0, RING, 0)
        everything = down(Grow(self._area), self._foot, gap=16, margins=(24 - RING, 24 - RING, 24 - RING, 20))
        self.setLayout(down(sheet(everything, "dialog"), gap=0))

    def ask(self, body: QLayout, leave: QPushButton, go: QPushButton, *, writes_lines: bool = False) -> None:
        """`fill`, with a foot of the way back and the deed, their keys printed at its left.

        Enter does the deed from every field; where a text of several lines is written (`writes_lines`) Ctrl+Enter does.
        """
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(keys), self).activated.connect(go.click)
        hints = [("Ctrl Enter" if writes_lines else "Enter", go.text().strip()), ("Esc", leave.text().strip())]
        self.fill(body, across(Grow(key_hints(hints)), leave, go, gap=8))
        go.setDefault(True)  # heard only inside the dialog

    def open(self) -> None:
        """Show it over its window."""
        self._scrim.cover()
        self.take_height()
        super().open()
        self.take_height()  # once more: only a shown label knows the font the sheet gives it
        middle = self._host.mapToGlobal(self._host.rect().center())
        self.move(middle.x() - self.width() // 2, middle.y() - self.height() // 2)

    def reveal(self, part: QWidget) -> None:
        """Scroll so far that this part of the body is seen."""
        self._area.ensureWidgetVisible(part)

    def take_height(self) -> None:
        """As high as the words are now, and no higher than the window."""
        theme = current()
        edge = theme.gap(24 - RING)
        sides, ends = edge * 2 + 2, edge + theme.gap(20) + theme.gap(16) + 2
        for part in self.findChildren(QWidget):
            part.updateGeometry()
        for layout in self.findChildren(QLayout):
            layout.invalidate()  # one inside another still remembers heights of before the sheet gave them
        # A dialog's own size hint is that of unwrapped text: what counts is the height at this width.
        wanted = self._body.totalHeightForWidth(self.width() - sides)
        if wanted < 0:
            wanted = self._body.totalSizeHint().height()
        around = ends + self._foot.sizeHint().height()
        self.setFixedHeight(min(wanted + around, self._host.height() - theme.px(16)))

    def _leave(self) -> None:
        self._scrim.hide()
        self._scrim.deleteLater()
        if self._opener is not None and isValid(self._opener):
            self._opener.setFocus()


class Scrim(QWidget):
    """Darkens a window."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        window.installEventFilter(self)
        self.hide()

    def cover(self) -> None:
        """Lie over the whole window."""
        self.setGeometry(self._window.rect())
        self.raise_()
        self.show()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Grow with the window."""
        if event.type() == QEvent.Type.Resize:
            self.setGeometry(self._window.rect())
        return super().eventFilter(watched, event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The dark."""
        QPainter(self).fillRect(self.rect(), ink("scrim"))
