"""Sections down the left side, each with how far it is."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from inspector.ui.theme.current import current
from inspector.ui.theme.fonts import font, metrics
from inspector.ui.theme.paint import draw_bar, draw_mark, ink
from inspector.ui.widgets.boxes import down, empty
from inspector.ui.widgets.tips import tip


@dataclass(frozen=True, slots=True)
class Section:
    """A section: its words, how many of its items are done, whether something in it failed."""

    key: str
    words: str
    done: int
    of: int
    failed: bool = False


class SideList(QWidget):
    """`chosen` tells the key of the section a person pressed; `show_sections` fills it anew."""

    chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._rows: dict[str, SectionRow] = {}
        self._layout = down(gap=0)
        self.setLayout(self._layout)

    def show_sections(self, sections: Sequence[Section], current_key: str = "") -> None:
        """Show these; rows that stay keep their place and their focus."""
        if list(self._rows) != [section.key for section in sections]:
            empty(self._layout)
            self._rows = {section.key: SectionRow(section, self.chosen.emit) for section in sections}
            for row in self._rows.values():
                self._layout.addWidget(row)
            self._layout.addStretch(1)
        for section in sections:
            self._rows[section.key].show_section(section, section.key == current_key)


class SectionRow(QAbstractButton):
    """Words, done/of, a bar; a square mark when something failed."""

    def __init__(self, section: Section, choose: Callable[[str], object]) -> None:
        super().__init__()
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)  # the pointer's tint comes and goes
        self.section = section
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.clicked.connect(lambda: choose(self.section.key))

    def show_section(self, section: Section, is_current: bool) -> None:
        """Show this state of it."""
        if (section, is_current) == (self.section, self.isChecked()) and self.accessibleName():
            return
        self.section = section
        self.setChecked(is_current)
        self.setAccessibleName(f"{section.words} {section.done}/{section.of}")
        tip(self, section.words)
        self.update()

    def nextCheckState(self) -> None:
        """Only the page says which section is current."""

    def sizeHint(self) -> QSize:
        """48 high."""
        theme = current()
        return QSize(theme.px(184), max(theme.control(48), metrics().lineSpacing() + theme.px(22)))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The row."""
        theme = current()
        painter = QPainter(self)
        on, edge, section = self.isChecked(), theme.gap(16), self.section
        if on or self.underMouse():
            painter.fillRect(self.rect(), ink("accent_tint" if on else "hover"))
        if on:
            painter.fillRect(0, 0, 4, self.height(), ink("accent_ink"))
        line = QRectF(edge, 0, self.width() - edge - theme.gap(12), self.height() - theme.px(14))
        count = f"{section.done}/{section.of}"
        painter.setFont(font("sm"))
        painter.setPen(ink("text2"))
        painter.drawText(line, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, count)
        room = line.width() - metrics("sm").horizontalAdvance(count) - theme.gap(8)
        if section.failed:
            side = theme.px(16)
            right = line.x() + room - side
            draw_mark(painter, QRectF(right, line.center().y() - side / 2, side, side), "fail")
            room -= side + theme.gap(8)
        painter.setFont(font("base", bold=on))
        painter.setPen(ink("accent_ink" if on else "text"))
        words = metrics("base", bold=on).elidedText(section.words, Qt.TextElideMode.ElideRight, round(room))
        painter.drawText(line, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, words)
        bar = QRectF(edge, self.height() - theme.px(10), line.width(), theme.px(4))
        draw_bar(painter, bar, ((section.done, "accent"),), section.of)
