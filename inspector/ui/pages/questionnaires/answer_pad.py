"""What a question is answered with: options to press, or a field to write in."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QLineEdit, QPlainTextEdit, QWidget

from inspector.domain.questionnaires.forms import Kind
from inspector.domain.questionnaires.pages import Offered, Question
from inspector.ui.pages.questionnaires.option_button import OptionButton
from inspector.ui.theme.current import current
from inspector.ui.translation import tr
from inspector.ui.widgets.boxes import down, empty

_FIELDS = {Kind.INTEGER, Kind.DECIMAL, Kind.TEXT, Kind.DATE, Kind.TIME, Kind.DATETIME}
_TALL_MOST, _MOST_STEPS = 5, 101


class AnswerPad(QWidget):
    """`answered` tells the value a person chose or wrote. Nothing is chosen beforehand."""

    answered = Signal(str)

    def __init__(self, *, large: bool) -> None:
        super().__init__()
        self._large = large
        self._question: Question | None = None
        self.buttons: dict[str, OptionButton] = {}
        self.field: QLineEdit | QPlainTextEdit | None = None
        self._order: list[str] = []
        self._box = down(gap=12)
        self.setLayout(self._box)

    def ask(self, question: Question, apart: frozenset[str], zoom: float = 1.0) -> None:
        """Show what this question is answered with; the choices `apart` stand in a line of their own."""
        self._question = question
        empty(self._box)
        self.buttons, self.field, self._order = {}, None, question.answer.split()
        if question.kind in _FIELDS:
            self._make_field(question)
            return
        offered = offered_of(question)
        first = [o for o in offered if o.name not in apart]
        rest = [o for o in offered if o.name in apart]
        numbers = {o.name: n for n, o in enumerate((*first, *rest), 1)}
        tall = self._large and question.kind is Kind.ONE and len(first) <= _TALL_MOST and _all_short(first)
        columns = self._columns(len(first), tall=tall, question=question, offered=first, zoom=zoom)
        self._lay(first, numbers, columns, tall=tall, zoom=zoom)
        if rest:
            self._lay(rest, numbers, columns, tall=False, zoom=zoom * 0.72 if tall else zoom)
        self.show_value(question.answer)

    def show_value(self, value: str) -> None:
        """Show the answer as it is kept."""
        chosen = value.split()
        for name, made in self.buttons.items():
            made.setChecked(name == value if self._single else name in chosen)
        if isinstance(self.field, QLineEdit) and self.field.text().strip() != value:
            self.field.setText(value)

    def press(self, number: int) -> bool:
        """Choose the option of that number; False when there is none."""
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

    def _columns(self, count: int, *, tall: bool, question: Question, offered: list[Offered], zoom: float) -> int:
        if tall:
            return max(count, 1)
        if question.kind is Kind.RANGE:
            return max(1, (count + 1) // 2)
        if not self._large:
            return 1
        widest = max((_wide(o.label) for o in offered), default=1)
        option = int(current().px(28) * zoom * min(widest, 14) * 0.9) + current().px(90)
        room = max(self.window().width() - current().px(64), 600) // max(1, option)
        return max(1, min(3, room))

    def _lay(self, offered: list[Offered], numbers: dict[str, int], columns: int, *, tall: bool, zoom: float) -> None:
        grid = QGridLayout()
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(current().gap(16 if self._large else 8))
        for place, one in enumerate(offered):
            made = OptionButton(str(numbers[one.name]), one.label, large=self._large, tall=tall, zoom=zoom)
            made.clicked.connect(lambda _=False, name=one.name: self._chosen(name))
            grid.addWidget(made, place // columns, place % columns)
            self.buttons[one.name] = made
        for column in range(columns):
            grid.setColumnStretch(column, 1)
        self._box.addLayout(grid)


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


def _wide(words: str) -> float:
    """How many Chinese characters the words take the room of."""
    return sum(0.55 if letter.isascii() else 1.0 for letter in words)


def _all_short(offered: list[Offered]) -> bool:
    theme = current()
    return all(
        len(o.label) * theme.scale <= 6 or (o.label.isascii() and len(o.label) * theme.scale <= 14) for o in offered
    )
