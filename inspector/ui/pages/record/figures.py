"""The raw figures of an item: what was counted, measured or asked. What follows from them stands beside them."""

import unicodedata

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from inspector.domain.checklists import Item
from inspector.domain.inspections import Answer
from inspector.domain.judging import FigureName, Input, inputs
from inspector.domain.judging_types import Grades, Tally
from inspector.services.sheets import Sheet
from inspector.ui.pages.record.judging_words import conclusion_words, input_words, unit_words
from inspector.ui.pages.record.tally_watch import TallyWatch
from inspector.ui.pages.record.typed_line import TypedLine
from inspector.ui.theme.current import current
from inspector.ui.translation import tr
from inspector.ui.widgets.boxes import Grow, across, down, empty
from inspector.ui.widgets.flow import flowing
from inspector.ui.widgets.labels import label, wrapping
from inspector.ui.widgets.segmented import Segmented

_MOST_GRADED = 3
_MOST = 999_999


class Figures(QWidget):
    """`given` tells (figure, number or None), `left` that the person is done with a field."""

    given = Signal(str, object)
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.lines: dict[FigureName, TypedLine] = {}
        self.graded: Segmented | None = None
        self.watch: TallyWatch | None = None
        self._key = ""
        self.said = wrapping("", "sm", "text2")
        self._fields = down(gap=0)
        self._rows = down(self._fields, self.said, gap=6)
        self.setLayout(self._rows)

    def show_item(self, sheet: Sheet, item: Item, *, is_open: bool) -> None:
        """Show the figures of an item; nothing is seen of an item that has none."""
        asked = inputs(item.judging)
        answer, conclusion = sheet.answers.get(item.code), sheet.conclusions.get(item.code)
        self.setVisible(bool(asked))
        key = f"{sheet.id}/{item.code}"
        if key != self._key:
            self._key = key
            self._build(item, asked)
        self.setEnabled(is_open)
        for each in asked:
            self._show_figure(each, answer)
        words = conclusion_words(conclusion) if conclusion else tr("Enter the figures, the verdict follows from them")
        self.said.setText(words)

    def flush(self) -> None:
        """Tell what was typed and not told yet."""
        for line in self.lines.values():
            line.flush()

    def ask(self, words: str) -> None:
        """Put the focus where a figure is needed, and say so."""
        self.said.setText(words)
        if self.lines:
            next(iter(self.lines.values())).setFocus()

    def _build(self, item: Item, asked: tuple[Input, ...]) -> None:
        self._rows.addWidget(self.said)  # out of the row it stood in
        empty(self._fields)
        self.lines, self.graded, self.watch = {}, None, None
        if not asked:
            return
        if isinstance(item.judging, Grades):
            self._fields.addLayout(self._grades(asked[0]))
            return
        if isinstance(item.judging, Tally):
            self.watch = TallyWatch(self._key, item.judging)
            self.watch.counted.connect(lambda n: self.given.emit(FigureName.COUNT.value, n))
            self.watch.watched.connect(lambda minutes: self.given.emit(FigureName.VALUE.value, minutes))
            self._fields.addWidget(self.watch)
        self._fields.addWidget(flowing(*(self._field(each) for each in asked), gap=16))

    def _grades(self, asked: Input) -> QHBoxLayout:
        words = (tr("{n} places", n=0), tr("1 place"), tr("{n} places", n=2), tr("3 or more"))
        self.graded = Segmented([(str(n), each) for n, each in enumerate(words)])
        self.graded.chosen.connect(lambda value: self.given.emit(FigureName.COUNT.value, float(value)))
        return across(label(input_words(asked), "base", "text2"), self.graded, Grow(self.said), gap=12)

    def _field(self, asked: Input) -> QWidget:
        hint = f"{asked.usual:g}" if asked.usual is not None else ""
        line = TypedLine(input_words(asked), hint)
        line.setFixedWidth(current().px(96))
        line.typed.connect(lambda text: self._read(asked, text))
        line.left.connect(self.left)
        self.lines[asked.figure] = line
        made = QWidget()
        made.setLayout(
            across(label(input_words(asked), "base", "text2"), line, label(unit_words(asked.unit), "base", "text2"))
        )
        return made

    def _read(self, asked: Input, text: str) -> None:
        value = number_in(text, whole=asked.whole)
        if value is None and text.strip():
            self.said.setText(tr("A number from 0 upwards is needed"))
        else:
            self.given.emit(asked.figure.value, value)

    def _show_figure(self, asked: Input, answer: Answer | None) -> None:
        value = getattr(answer, asked.figure.value) if answer else None
        if self.graded is not None:
            self.graded.show_value("" if value is None else str(min(value, _MOST_GRADED)))
        if self.watch is not None and asked.figure is FigureName.COUNT:
            self.watch.show_count(value or 0)
        if asked.figure in self.lines:
            self.lines[asked.figure].show_text("" if value is None else f"{value:g}")


def number_in(text: str, *, whole: bool) -> float | None:
    """The number in a text typed by hand, full-width digits included; None when there is none."""
    plain = unicodedata.normalize("NFKC", text).strip().replace("。", ".")
    try:
        value = float(plain)
    except ValueError:
        return None
    fits = 0 <= value <= _MOST and (not whole or value.is_integer())
    return value if fits else None
