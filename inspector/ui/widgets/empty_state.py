"""Nothing here yet: a drawing, one sentence, at most three steps. Nothing found: a sentence and the way back."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QPushButton, QWidget

from inspector.ui.theme.current import current
from inspector.ui.theme.fonts import font
from inspector.ui.theme.layout_mode import LayoutMode
from inspector.ui.theme.paint import draw_mark, ink, rounded, smooth
from inspector.ui.widgets.boxes import STRETCH, Grow, across, down, scrolling, sheet
from inspector.ui.widgets.buttons import button
from inspector.ui.widgets.labels import wrapping


@dataclass(frozen=True, slots=True)
class FirstStep:
    """One of the steps towards a page that is not empty; exactly one `is_next`. `field` stands above the deed."""

    title: str
    words: str
    deed: str
    act: Callable[[], object]
    icon: str = ""
    is_next: bool = False
    field: QWidget | None = None


class EmptyState(QWidget):
    """The first-run form of a page."""

    def __init__(
        self, title: str, words: str, steps: Sequence[FirstStep] = (), mode: LayoutMode = LayoutMode.WIDE
    ) -> None:
        super().__init__()
        deeds = [button(one.deed, "filled" if one.is_next else "outlined", one.act, icon=one.icon) for one in steps]
        nexts = [one.field or deed for one, deed in zip(steps, deeds, strict=True) if one.is_next]
        self.first: QWidget | None = nexts[0] if nexts else None
        """Where the keyboard begins: the field or the button of the next step."""
        cards = [
            Grow(_step_card(number, step, deed))
            for number, (step, deed) in enumerate(zip(steps, deeds, strict=True), 1)
        ]
        row = down(*cards, gap=16) if mode is LayoutMode.ONE else across(*cards, gap=16)
        heading, sentence = wrapping(title, "xl", bold=True), wrapping(words, "base", "text2")
        for text in (heading, sentence):
            text.setAlignment(Qt.AlignmentFlag.AlignCenter)
        # In one column the steps count: with a drawing above them none would be seen.
        drawing = () if mode is LayoutMode.ONE else (across(STRETCH, _Drawing(), STRETCH), 12)
        inside = down(24, *drawing, heading, sentence, 12, row, STRETCH, gap=8, margins=(32, 0, 32, 24))
        self.setLayout(down(scrolling(inside), gap=0))


def nothing_found(words: str, deed: str, clear: Callable[[], object]) -> QWidget:
    """A filter that leaves nothing: the sentence and 清除筛选, nothing else."""
    sentence = wrapping(words, "base", "text2")
    sentence.setAlignment(Qt.AlignmentFlag.AlignCenter)
    made, way_back = QWidget(), button(deed, "outlined", clear)
    made.setFocusProxy(way_back)
    row = across(STRETCH, way_back, STRETCH)
    made.setLayout(down(STRETCH, sentence, row, STRETCH, gap=12, margins=(24, 24, 24, 24)))
    return made


def _step_card(number: int, step: FirstStep, deed: QPushButton) -> QWidget:
    inside = down(
        across(_Number(number, step.is_next), STRETCH),
        wrapping(step.title, "md", bold=True),
        wrapping(step.words, "sm", "text2"),
        STRETCH,
        *((step.field,) if step.field else ()),
        deed,
        gap=8,
        margins=(20, 20, 20, 20),
    )
    return sheet(inside, "card")


class _Number(QWidget):
    def __init__(self, number: int, is_next: bool) -> None:
        super().__init__()
        self._words = str(number)
        self._is_next = is_next
        self.setFixedSize(current().px(36), current().px(36))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        smooth(painter)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ink("accent" if self._is_next else "accent_tint"))
        painter.drawEllipse(self.rect())
        painter.setPen(ink("on_accent" if self._is_next else "accent_ink"))
        painter.setFont(font("md", bold=True))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self._words)


class _Drawing(QWidget):
    """A clipboard with two ticks and a camera; our own."""

    def __init__(self) -> None:
        super().__init__()
        self.setFixedSize(current().px(160), current().px(128))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        smooth(painter)
        painter.scale(self.width() / 160, self.height() / 128)
        edge = QPen(ink("line_strong"), 2)
        rounded(painter, QRectF(1, 9, 120, 116), 8, ink("surface"), edge)
        rounded(painter, QRectF(35, 2, 52, 16), 5, ink("sunken"), edge)
        for line, width in enumerate((58, 50, 42)):
            top = 36 + line * 28
            draw_mark(painter, QRectF(17, top, 18, 18), "pass" if line < 2 else "none")
            rounded(painter, QRectF(45, top + 5, width, 8), 4, ink("line"))
        blue = QPen(ink("accent_ink"), 2)
        rounded(painter, QRectF(115, 69, 24, 10), 3, ink("accent_tint"), blue)
        rounded(painter, QRectF(97, 77, 62, 46), 6, ink("accent_tint"), blue)
        painter.drawEllipse(QRectF(115, 87, 26, 26))
