"""Every rated question as a bar of its answers with rate, margin, n and 不了解; painted, in the house's five blues."""

from collections.abc import Sequence
from itertools import accumulate

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from inspector.domain.questionnaires.report import QuestionFigure
from inspector.domain.questionnaires.roles import Role
from inspector.ui.pages.questionnaires.report.question_places import WRAP, RowPlaces, number_heads, row_places
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
        self._places: tuple[int, tuple[RowPlaces, ...]] = (0, ())
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(tr("Questions"))
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_rows(self, rows: Sequence[QuestionFigure], code: str) -> None:
        """These questions, `code` marked."""
        self._rows, self._code = tuple(rows), code
        self._places = (0, ())
        self.updateGeometry()
        self._describe()
        self.update()

    def hasHeightForWidth(self) -> bool:
        """Questions are read whole: they take the lines they need."""
        return True

    def heightForWidth(self, width: int) -> int:
        """A head and a row for each."""
        return self._head + sum(places.high for places in self._laid_out(width))

    def sizeHint(self) -> QSize:
        """As high as at its present width."""
        return QSize(400, self.heightForWidth(max(self.width(), 240)))

    def minimumSizeHint(self) -> QSize:
        """As narrow as a column."""
        return QSize(240, self.sizeHint().height())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose the row under the pointer."""
        under = (n for n, (top, places) in enumerate(self._tops()) if event.position().y() < top + places.high)
        self._take(next(under, -1))

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
        self._paint_head(painter)
        for row, (top, places) in zip(self._rows, self._tops(), strict=True):
            if top + places.high >= event.rect().top() and top <= event.rect().bottom():
                painter.translate(0, top)
                self._paint_row(painter, row, places)
                painter.translate(0, -top)

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

    def _laid_out(self, width: int) -> tuple[RowPlaces, ...]:
        if self._places[0] != width:
            self._places = (width, tuple(row_places(row.label, width) for row in self._rows))
        return self._places[1]

    def _tops(self) -> list[tuple[int, RowPlaces]]:
        laid = self._laid_out(self.width())
        tops = accumulate((places.high for places in laid[:-1]), initial=self._head)
        return list(zip(tops, laid, strict=False))

    def _paint_head(self, painter: QPainter) -> None:
        if not self._rows:
            return
        places = self._laid_out(self.width())[0]
        words = [(places.code, tr("No."), False), (places.label, tr("Question"), False)]
        if places.bar.top() == 0:
            words.append((places.bar, tr("Answers, in numbers"), False))
        words += [(area, head, True) for area, head in zip(places.numbers, number_heads(), strict=True)]
        for area, said, right in words:
            self._write(painter, QRect(area.x(), 0, area.width(), self._head), said, "sm", "text2", right=right)

    def _paint_row(self, painter: QPainter, row: QuestionFigure, places: RowPlaces) -> None:
        on = row.code == self._code
        if on:
            painter.fillRect(QRect(0, 0, self.width(), places.high), ink("accent_tint"))
            painter.fillRect(QRect(0, 0, 4, places.high), ink("accent_ink"))
        painter.fillRect(QRect(0, places.high - 1, self.width(), 1), ink("line"))
        self._write(painter, places.code, row.code, "sm", "text3")
        painter.setFont(font("base", bold=on))
        painter.setPen(ink("text"))
        painter.drawText(places.label, int(WRAP), row.label)
        self._paint_bar(painter, places.bar, row)
        rate = row.rate
        if rate is None:
            return
        said = "—" if rate.percent is None else f"{decimal(rate.percent)} %"
        margin = "" if rate.margin is None else f"±{decimal(rate.margin)}"
        self._write(painter, places.numbers[0], said, "base", "text", bold=True, right=True)
        for area, words in zip(places.numbers[1:], (margin, whole(rate.base), whole(rate.unknown)), strict=True):
            self._write(painter, area, words, "sm", "text2", right=True)

    def _paint_bar(self, painter: QPainter, area: QRect, row: QuestionFigure) -> None:
        counted = [choice for choice in row.choices if choice.role not in _SILENT]
        total = sum(choice.count for choice in counted)
        tones = answer_tones(row).values()
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


def answer_tones(question: QuestionFigure) -> dict[str, str]:
    """The colour of each answer in the bar, by its name; who does not know or say is no part of it."""
    counted = [choice.name for choice in question.choices if choice.role not in _SILENT]
    tones = _TONES.get(len(counted), tuple(f"c{n % 5 + 1}" for n in range(len(counted))))
    return dict(zip(counted, tones, strict=False))


def _ink_on(tone: str) -> str:
    """Which of white and near-black is read on that ground, in both colour sets."""
    colour = ink(tone)
    return "on_fill" if colour.lightnessF() < 0.5 and tone in _DARK | {"c2", "c3", "c4"} else "on_warn"
