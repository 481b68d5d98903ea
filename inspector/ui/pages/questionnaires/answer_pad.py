"""What a question is answered with: options to press, a field to write in, or a photo."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from inspector.domain.questionnaires.forms import Kind
from inspector.domain.questionnaires.pages import Offered, Question
from inspector.ui.pages.questionnaires.option_button import OptionButton
from inspector.ui.pages.questionnaires.option_grid import OptionGrid
from inspector.ui.pages.questionnaires.photo_answer import AnswerPhotos, PhotoAnswer
from inspector.ui.theme.current import current
from inspector.ui.translation import tr
from inspector.ui.widgets.boxes import down, empty

_FIELDS = {Kind.INTEGER, Kind.DECIMAL, Kind.TEXT, Kind.DATE, Kind.TIME, Kind.DATETIME}
_TALL_MOST, _MOST_STEPS = 5, 101
_CARD, _STEP, _OPTION = 120, 56, 440
"""Least widths: an upright card, a step of a range, and where a long answer takes another line."""


class AnswerPad(QWidget):
    """`answered` tells the value a person chose or wrote. Nothing is chosen beforehand."""

    answered = Signal(str)

    def __init__(self, photos: AnswerPhotos, *, large: bool) -> None:
        super().__init__()
        self._photos, self._large = photos, large
        self._question: Question | None = None
        self.buttons: dict[str, OptionButton] = {}
        self.field: QLineEdit | QPlainTextEdit | None = None
        self.photo: PhotoAnswer | None = None
        self._order: list[str] = []
        self._box = down(gap=12)
        self.setLayout(self._box)

    def ask(self, question: Question, apart: frozenset[str], zoom: float = 1.0) -> None:
        """Show what this question is answered with; the choices `apart` stand in a line of their own."""
        self._question = question
        empty(self._box)
        self.buttons, self.field, self.photo, self._order = {}, None, None, question.answer.split()
        if question.kind in _FIELDS:
            self._make_field(question)
            return
        if question.kind is Kind.IMAGE:
            self.photo = PhotoAnswer(self._photos, question.label, question.answer, large=self._large)
            self.photo.answered.connect(self.answered)
            self._box.addWidget(self.photo)
            return
        offered = offered_of(question)
        first = [o for o in offered if o.name not in apart]
        rest = [o for o in offered if o.name in apart]
        numbers = {o.name: n for n, o in enumerate((*first, *rest), 1)}
        tall = self._large and question.kind is Kind.ONE and len(first) <= _TALL_MOST and _all_short(first)
        groups = [
            [self._button(one, numbers[one.name], tall=tall, zoom=zoom) for one in first],
            [self._button(one, numbers[one.name], zoom=zoom * 0.72 if tall else zoom) for one in rest],
        ]
        gap = current().gap(16 if self._large else 8)
        self._box.addWidget(OptionGrid(groups, self._columns(groups, tall=tall, question=question, gap=gap), gap))
        self.show_value(question.answer)

    def show_value(self, value: str) -> None:
        """Show the answer as it is kept."""
        if self.photo:
            self.photo.show_answer(value)
        chosen = value.split()
        for name, made in self.buttons.items():
            made.setChecked(name == value if self._single else name in chosen)
        if isinstance(self.field, QLineEdit) and self.field.text().strip() != value:
            self.field.setText(value)

    def press(self, number: int) -> bool:
        """Choose the option of that number, 1 for a photo; False when there is none."""
        if self.photo and number == 1:
            self.photo.choose()
            return False
        made = list(self.buttons.values())
        if 1 <= number <= len(made):
            made[number - 1].click()
            return True
        return False

    @property
    def written(self) -> str:
        """What stands in the field now."""
        if isinstance(self.field, QPlainTextEdit):
            return self.field.toPlainText().strip()
        return self.field.text().strip() if self.field else ""

    @property
    def _single(self) -> bool:
        return self._question is None or self._question.kind in {Kind.ONE, Kind.RANGE, Kind.ACKNOWLEDGE}

    def _chosen(self, name: str) -> None:
        here = self._question
        if here is None:
            return
        if self._single:
            self.answered.emit(name)
        elif here.kind is Kind.RANK:
            self.answered.emit(" ".join(self._ranked(name)))
        else:
            self.answered.emit(" ".join(each for each, made in self.buttons.items() if made.isChecked()))

    def _ranked(self, name: str) -> list[str]:
        """The order after one more was pressed; pressing one again takes it and what follows back."""
        order = self._order
        self._order = order = order[: order.index(name)] if name in order else [*order, name]
        for each, made in self.buttons.items():
            made.setChecked(each in order)
        return order if len(order) == len(self.buttons) else []

    def _make_field(self, question: Question) -> None:
        if question.kind is Kind.TEXT and "numbers" not in question.appearance:
            note = QPlainTextEdit(question.answer)
            note.setTabChangesFocus(True)
            note.setFixedHeight(current().px(160 if self._large else 96))
            self.field = note
        else:
            line = QLineEdit(question.answer)
            line.setMaximumWidth(current().px(320))
            self.field = line
        self.field.setAccessibleName(question.label)
        self.field.setReadOnly(question.read_only)
        self._box.addWidget(self.field)

    def _columns(
        self, groups: Sequence[Sequence[OptionButton]], *, tall: bool, question: Question, gap: int
    ) -> Callable[[int], int]:
        """How many columns a width has room for: cards and steps stand together as long as they can."""
        widest = max((each.line_width for group in groups for each in group), default=1)
        if tall:
            most, least = max(len(groups[0]), 1), current().px(_CARD)
        elif question.kind is Kind.RANGE:
            most, least = max(1, (len(groups[0]) + 1) // 2), current().px(_STEP)
        else:
            most, least = (3 if self._large else 1), min(widest, current().px(_OPTION))
        return lambda width: max(1, min(most, (width + gap) // (least + gap)))

    def _button(self, one: Offered, number: int, *, tall: bool = False, zoom: float) -> OptionButton:
        made = OptionButton(str(number), one.label, large=self._large, tall=tall, zoom=zoom)
        made.clicked.connect(lambda _=False: self._chosen(one.name))
        self.buttons[one.name] = made
        return made


def offered_of(question: Question) -> tuple[Offered, ...]:
    """What can be pressed: choices, the steps of a short range, OK."""
    if question.kind is Kind.ACKNOWLEDGE:
        return (Offered("OK", tr("I have read this")),)
    if question.kind is not Kind.RANGE:
        return question.offered
    start, end, step = float(question.start), float(question.end), abs(float(question.step)) or 1.0
    count = min(int(abs(end - start) / step + 1e-9) + 1, _MOST_STEPS)
    way = step if end >= start else -step
    return tuple(Offered(f"{start + way * n:g}", f"{start + way * n:g}") for n in range(count))


def _all_short(offered: list[Offered]) -> bool:
    """Whether all have room on upright cards; words with blanks may take two lines there."""
    scale = current().scale
    return all(_is_short(one.label, scale) for one in offered)


def _is_short(label: str, scale: float) -> bool:
    if not label.isascii():
        return len(label) * scale <= 6
    return len(label) * scale <= 26 and all(len(word) * scale <= 13 for word in label.split())
