"""Several short texts as chips: other names of a unit, its duties, the topics of a site."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from inspector.ui.translation import tr
from inspector.ui.widgets.boxes import down, empty
from inspector.ui.widgets.chips import filter_chip
from inspector.ui.widgets.flow import Flow
from inspector.ui.widgets.tips import tip

_SEPARATORS = str.maketrans(dict.fromkeys("；\n", ";"))


class TagsField(QWidget):
    """`changed` tells all texts when one was added (Enter, or leaving the field) or taken away."""

    changed = Signal(tuple)

    def __init__(self, name: str, texts: Sequence[str] = ()) -> None:
        super().__init__()
        self._texts = tuple(texts)
        self.line = QLineEdit()
        self.line.setAccessibleName(name)
        self.line.setPlaceholderText(tr("Add one, Enter"))
        self._flow = Flow()
        self._chips = QWidget()
        self._chips.setLayout(self._flow)
        self.setLayout(down(self._chips, self.line, gap=6))
        self.line.editingFinished.connect(self.add_typed)
        self.show_texts(texts)

    @property
    def texts(self) -> tuple[str, ...]:
        """What stands there now."""
        return self._texts

    def show_texts(self, texts: Sequence[str]) -> None:
        """Show these without telling anybody."""
        self._texts = tuple(texts)
        empty(self._flow)
        for text in self._texts:
            chip = filter_chip(text, partial(self.remove, text))
            chip.setAccessibleName(tr("Remove {text}", text=text))
            tip(chip, tr("Remove {text}", text=text))
            self._flow.addWidget(chip)
        self._chips.setVisible(bool(self._texts))
        self._chips.updateGeometry()

    def add_typed(self) -> None:
        """Take what was typed; several may be separated by semicolons."""
        typed = (part.strip() for part in self.line.text().translate(_SEPARATORS).split(";"))
        self.line.clear()
        self._become(tuple(dict.fromkeys((*self._texts, *filter(None, typed)))))

    def remove(self, text: str) -> None:
        """Take one away."""
        self._become(tuple(each for each in self._texts if each != text))

    def _become(self, texts: tuple[str, ...]) -> None:
        if texts != self._texts:
            self.show_texts(texts)
            self.changed.emit(texts)
