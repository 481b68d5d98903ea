"""Another responsible unit: type a part of its name, Enter takes it."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from inspector.domain.stored import Stored
from inspector.domain.units import Unit
from inspector.ui.dialogs.modal import Modal
from inspector.ui.theme.current import current
from inspector.ui.translation import tr
from inspector.ui.widgets.boxes import STRETCH, across, down
from inspector.ui.widgets.buttons import filled, outlined
from inspector.ui.widgets.labels import wrapping
from inspector.ui.widgets.search_field import SearchField

_LIST_HEIGHT = 280


class UnitDialog(Modal):
    """`act` is given the id of the chosen unit."""

    def __init__(
        self, parent: QWidget, title: str, units: Sequence[Stored[Unit]], unit: str, act: Callable[[str], object]
    ) -> None:
        super().__init__(parent, title)
        self._units = units
        self._act = act
        self.search = SearchField(tr("Search a unit"))
        self.list = QListWidget()
        self.list.setAccessibleName(tr("Units"))
        self.list.setFixedHeight(current().px(_LIST_HEIGHT))
        self.leave = outlined(tr("Leave it"), self.reject)
        self.take = filled(tr("Take this unit"), self.finish, icon="check")

        body = down(wrapping(title, "lg", bold=True), self.search, self.list, gap=10)
        self.fill(body, across(STRETCH, self.leave, self.take, gap=8))
        self.search.textChanged.connect(self._offer)
        self.search.installEventFilter(self)
        self.list.itemActivated.connect(lambda _: self.finish())
        self._offer("", unit)
        self.search.setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Arrows and Enter in the field act on the list."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and watched is self.search:
            if event.key() in {Qt.Key.Key_Up, Qt.Key.Key_Down}:
                step = 1 if event.key() == Qt.Key.Key_Down else -1
                self.list.setCurrentRow(max(0, min(self.list.count() - 1, self.list.currentRow() + step)))
                return True
            if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
                self.finish()
                return True
        return super().eventFilter(watched, event)

    def finish(self) -> None:
        """Take the chosen unit."""
        item = self.list.currentItem()
        if item is not None:
            self.accept()
            self._act(str(item.data(Qt.ItemDataRole.UserRole)))

    def _offer(self, text: str, unit: str = "") -> None:
        self.list.clear()
        for stored in self._units:
            names = (stored.record.name, *stored.record.aliases)
            if any(text.strip() in name for name in names):
                item = QListWidgetItem(stored.record.name)
                item.setData(Qt.ItemDataRole.UserRole, stored.id)
                item.setToolTip("、".join(names))
                item.setSizeHint(QSize(0, current().high("touch")))
                self.list.addItem(item)
                if stored.id == unit:
                    self.list.setCurrentItem(item)
        if self.list.currentRow() < 0:
            self.list.setCurrentRow(0)
        self.take.setEnabled(bool(self.list.count()))
