"""合格, 不合格, 不适用: the three buttons that never move."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from inspector.ui.theme.current import current
from inspector.ui.theme.fonts import font, metrics
from inspector.ui.theme.paint import MarkKind, draw_key_cap, draw_mark, ink, key_cap_width, rounded, smooth
from inspector.ui.translation import tr
from inspector.ui.widgets.boxes import Grow, across


class VerdictButton(QAbstractButton):
    """Outline and coloured word at rest, filled when chosen, the key in its corner."""

    def __init__(self, kind: MarkKind, words: str, key: str) -> None:
        super().__init__()
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)  # the pointer's tint comes and goes
        self.kind = kind
        self._key = key
        self.setText(words)
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(current().high("verdict"))
        self.toggled.connect(self._name)
        self._name(chosen=False)

    def minimumSizeHint(self) -> QSize:
        """Mark, word and key beside each other."""
        theme = current()
        words = metrics("lg", bold=True).horizontalAdvance(self.text())
        return QSize(words + theme.px(28 + 10 + 16) + key_cap_width(self._key) + theme.px(14), theme.high("verdict"))

    def sizeHint(self) -> QSize:
        """The same; it grows with its row."""
        return self.minimumSizeHint()

    def nextCheckState(self) -> None:
        """A click changes nothing by itself: the page answers with `VerdictButtons.show`."""

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Edge, mark, word, key."""
        painter = QPainter(self)
        smooth(painter)
        chosen = self.isChecked()
        ground = ink(f"{self.kind}_fill" if chosen else f"{self.kind}_tint" if self.underMouse() else "surface")
        area = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        rounded(painter, area, 8, ground, QPen(ink(f"{self.kind}_fill"), 2 if chosen else 1.4))
        self._draw_words(painter, chosen)
        theme = current()
        cap = key_cap_width(self._key)
        draw_key_cap(painter, QRectF(self.width() - cap - 10, 10, cap, theme.px(22)), self._key, on_fill=chosen)

    def _draw_words(self, painter: QPainter, chosen: bool) -> None:
        theme = current()
        side, between = theme.px(28), theme.px(10)
        words = metrics("lg", bold=True).horizontalAdvance(self.text())
        right_end = self.width() - key_cap_width(self._key) - theme.px(14)
        left = min((self.width() - side - between - words) / 2, right_end - words - between - side)
        draw_mark(painter, QRectF(left, (self.height() - side) / 2, side, side), self.kind, on_fill=chosen)
        painter.setPen(ink("on_fill" if chosen else self.kind))
        painter.setFont(font("lg", bold=True))
        room = QRectF(left + side + between, 0, words + 4, self.height())
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, self.text())

    def _name(self, chosen: bool) -> None:
        state = tr("chosen") if chosen else tr("not chosen")
        self.setAccessibleName(tr("{words}, key {key}, {state}", words=self.text(), key=self._key, state=state))


class VerdictButtons(QWidget):
    """The row of them; `chosen` says which was pressed, the page saves it and answers with `show_verdict`.

    Pressing the chosen one again says nothing.
    """

    chosen = Signal(str)

    def __init__(self, choices: tuple[tuple[MarkKind, str, str], ...] | None = None) -> None:
        """`choices` are (kind, words, key); the three verdicts unless given (复查 says 已改好, 没改好, 看不到)."""
        super().__init__()
        given = choices or (("pass", tr("Pass"), "1"), ("fail", tr("Fail"), "2"), ("na", tr("N/A"), "3"))
        self.buttons = {kind: VerdictButton(kind, words, key) for kind, words, key in given}
        self.setLayout(across(*(Grow(made) for made in self.buttons.values()), gap=12))
        for made in self.buttons.values():
            made.clicked.connect(lambda _=False, kind=made.kind: self._press(kind))

    def show_verdict(self, kind: MarkKind) -> None:
        """Fill the button of that kind; "none" fills none."""
        for name, made in self.buttons.items():
            made.setChecked(name == kind)

    def _press(self, kind: MarkKind) -> None:
        if not self.buttons[kind].isChecked():
            self.chosen.emit(kind)
