"""Every rated question as a bar of its answers with rate, margin, n and 不了解; painted, in the house's five blues."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from inspector.domain.questionnaires.report import QuestionFigure
from inspector.domain.questionnaires.roles import Role
from inspector.ui.theme.current import current
from inspector.ui.theme.fonts import font, metrics
from inspector.ui.theme.paint import ink, smooth
from inspector.ui.translation import tr
from inspector.ui.words.numbers import decimal, whole

_SILENT = {Role.UNKNOWN, Role.REFUSED}
_TONES = {2: ("c1", "c5"), 3: ("c1", "c3", "c5"), 4: ("c1", "c2", "c4", "c5"), 5: ("c1", "c2", "c3", "c4", "c5")}
_DARK = {"c1", "c5"}


class QuestionBars(QWidget):
    """`chosen` tells the code of the row a person chose. Arrow keys move."""

    chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._rows: tuple[QuestionFigure, ...] = ()
        self._code = ""
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(tr("Questions"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_rows(self, rows: Sequence[QuestionFigure], code: str) -> None:
        """These questions, `code` marked."""
        self._rows, self._code = tuple(rows), code
        self.updateGeometry()
        self._describe()
        self.update()

    def sizeHint(self) -> QSize:
        """A head and a row for each."""
        return QSize(400, self._high * len(self._rows) + self._head)

    def minimumSizeHint(self) -> QSize:
        """As narrow as a column."""
        return QSize(240, self.sizeHint().height())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose the row under the pointer."""
        self._take(int(event.position().y() - self._head) // self._high)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up and down."""
        step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()), 0)
        if step:
            here = next((n for n, row in enumerate(self._rows) if row.code == self._code), 0)
            self._take(here + step)
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Only the rows that are seen."""
        painter = QPainter(self)
        smooth(painter)
        painter.fillRect(QRect(0, 0, self.width(), self._head), ink("sunken"))
        heads = (
            tr("No."),
            tr("Question"),
            tr("Answers, in numbers"),
            tr("Rate"),
            tr("± 95 %"),
            tr("Valid n"),
            tr("Don't know"),
        )
        for place, (area, words) in enumerate(zip(self._columns(0, self._head), heads, strict=True)):
            self._write(painter, area, words, "sm", "text2", right=place > 2)
        for n, row in enumerate(self._rows):
            top = self._head + n * self._high
            if top + self._high >= event.rect().top() and top <= event.rect().bottom():
                self._paint_row(painter, row, top)

    @property
    def _high(self) -> int:
        return current().control(46)

    @property
    def _head(self) -> int:
        return current().high("compact")

    def _take(self, place: int) -> None:
        if 0 <= place < len(self._rows):
            self._code = self._rows[place].code
            self._describe()
            self.update()
            self.chosen.emit(self._code)

    def _describe(self) -> None:
        here = next((row for row in self._rows if row.code == self._code), None)
        rate = here.rate.percent if here and here.rate else None
        self.setAccessibleDescription(f"{here.label} {decimal(rate)} %" if here and rate is not None else "")

    def _columns(self, top: int, height: int) -> list[QRect]:
        """Code, words, bar, rate, margin, n, don't know; narrow windows leave the last ones out of their width."""
        theme, width = current(), self.width()
        gap = theme.gap(8)
        numbers = [metrics("base", bold=True).horizontalAdvance("100.0 %") + gap, *(
            max(metrics("sm").horizontalAdvance(w) for w in (head, "±10.0")) + gap
            for head in (tr("± 95 %"), tr("Valid n"), tr("Don't know"))
        )]  # fmt: skip
        code = metrics("sm").horizontalAdvance("A00W") + gap
        if width < code + sum(numbers) + 320:
            numbers[1:] = [numbers[1], 0, 0] if width > code + sum(numbers[:2]) + 200 else [0, 0, 0]
        rest = width - code - sum(numbers) - 2 * gap
        label = int(rest * 0.42)
        widths = [code, label, rest - label, *numbers]
        areas, left = [], gap
        for one in widths:
            areas.append(QRect(left, top, max(one - gap, 0), height))
            left += one
        return areas

    def _paint_row(self, painter: QPainter, row: QuestionFigure, top: int) -> None:
        areas, on = self._columns(top, self._high), row.code == self._code
        if on:
            painter.fillRect(QRect(0, top, self.width(), self._high), ink("accent_tint"))
            painter.fillRect(QRect(0, top, 4, self._high), ink("accent_ink"))
        painter.fillRect(QRect(0, top + self._high - 1, self.width(), 1), ink("line"))
        self._write(painter, areas[0], row.code, "sm", "text3")
        self._write(painter, areas[1], row.label, "base", "text", bold=on)
        self._paint_bar(painter, areas[2], row)
        rate = row.rate
        if rate is None:
            return
        said = "—" if rate.percent is None else f"{decimal(rate.percent)} %"
        margin = "" if rate.margin is None else f"±{decimal(rate.margin)}"
        self._write(painter, areas[3], said, "base", "text", bold=True, right=True)
        self._write(painter, areas[4], margin, "sm", "text2", right=True)
        self._write(painter, areas[5], whole(rate.base), "sm", "text2", right=True)
        self._write(painter, areas[6], whole(rate.unknown), "sm", "text2", right=True)

    def _paint_bar(self, painter: QPainter, area: QRect, row: QuestionFigure) -> None:
        counted = [choice for choice in row.choices if choice.role not in _SILENT]
        total = sum(choice.count for choice in counted)
        tones = _TONES.get(len(counted), tuple(f"c{n % 5 + 1}" for n in range(len(counted))))
        high = current().px(22)
        left, top = float(area.x()), area.center().y() - high / 2
        painter.fillRect(QRectF(left, top, area.width(), high), ink("sunken"))
        for choice, tone in zip(counted, tones, strict=False):
            wide = area.width() * choice.count / total if total else 0.0
            part = QRectF(left, top, max(wide - 1, 0), high)
            painter.fillRect(part, ink(tone))
            words = str(choice.count)
            if wide > metrics("xs", bold=True).horizontalAdvance(words) + 6:
                painter.setFont(font("xs", bold=True))
                painter.setPen(ink(_ink_on(tone)))
                painter.drawText(part, Qt.AlignmentFlag.AlignCenter, words)
            left += wide

    @staticmethod
    def _write(
        painter: QPainter, area: QRect, words: str, step: str, tone: str, *, bold: bool = False, right: bool = False
    ) -> None:
        if area.width() <= 0:
            return
        painter.setFont(font(step, bold))
        painter.setPen(ink(tone))
        side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
        shown = metrics(step, bold).elidedText(words, Qt.TextElideMode.ElideRight, area.width() + 1)
        painter.drawText(area, Qt.AlignmentFlag.AlignVCenter | side, shown)


def _ink_on(tone: str) -> str:
    """Which of white and near-black is read on that ground, in both colour sets."""
    colour = ink(tone)
    return "on_fill" if colour.lightnessF() < 0.5 and tone in _DARK | {"c2", "c3", "c4"} else "on_warn"
