"""A field and under it what fits: type a part of a name, arrows choose, Enter takes it."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from inspector.ui.theme.current import current
from inspector.ui.widgets.boxes import down
from inspector.ui.widgets.search_field import SearchField

_MOVES = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1, Qt.Key.Key_PageUp: -6, Qt.Key.Key_PageDown: 6}
_TAKES = {Qt.Key.Key_Return, Qt.Key.Key_Enter}


class ChoiceList(QWidget):
    """Values with words; `taken` tells the value a person took. Until it learns more, a value is found by its words."""

    taken = Signal(str)

    def __init__(self, name: str, asks: str, height: int) -> None:
        """`name` is what the values are, `asks` stands in the empty field, `height` is the list's at 100 %."""
        super().__init__()
        self._values: Sequence[tuple[str, str]] = ()
        self._found_by: Mapping[str, str] = {}
        self.search = SearchField(asks)
        self.list = QListWidget()
        self.list.setAccessibleName(name)
        self.list.setFixedHeight(current().px(height))
        self.list.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setLayout(down(self.search, self.list, gap=8))
        self.setFocusProxy(self.search)
        self.search.textChanged.connect(lambda _: self._show(self.value))
        self.search.installEventFilter(self)
        self.list.itemClicked.connect(lambda _: self.take())

    @property
    def value(self) -> str:
        """The value Enter would take; "" when nothing fits."""
        item = self.list.item(self.list.currentRow())
        return str(item.data(Qt.ItemDataRole.UserRole)) if self.list.count() else ""

    def offer(self, values: Sequence[tuple[str, str]], value: str = "") -> None:
        """Offer (value, words), `value` chosen."""
        self._values = values
        self._show(value)

    def learn(self, found_by: Mapping[str, str]) -> None:
        """Find values by these lines too: other names, pinyin, initials, all in small letters."""
        self._found_by = found_by
        self._show(self.value)

    def take(self) -> None:
        """Take the chosen value, if anything fits."""
        if self.list.count():
            self.taken.emit(self.value)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Arrows and Enter in the field act on the list."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if step := _MOVES.get(Qt.Key(event.key())):
                row = self.list.currentRow() + step
                self.list.setCurrentRow(max(0, min(self.list.count() - 1, row)))
                return True
            if event.key() in _TAKES:
                self.take()
                return True
        return super().eventFilter(watched, event)

    def _show(self, value: str) -> None:
        """What fits, first what begins so; the value that was chosen stays chosen while it fits."""
        words = self.search.text().casefold().split()
        fits = [pair for pair in self._values if all(word in self._lines(*pair) for word in words)]
        begins = "".join(words)
        if begins:
            fits.sort(key=lambda pair: not any(line.startswith(begins) for line in self._lines(*pair).split("\n")))
            value = fits[0][0] if fits else ""
        self.list.clear()
        for each, said in fits:
            item = QListWidgetItem(said)
            item.setData(Qt.ItemDataRole.UserRole, each)
            item.setSizeHint(QSize(0, current().high("touch")))
            self.list.addItem(item)
        chosen = next((row for row, (each, _) in enumerate(fits) if each == value), 0)
        self.list.setCurrentRow(chosen)

    def _lines(self, value: str, said: str) -> str:
        return f"{said.casefold()}\n{self._found_by.get(value, '')}"
