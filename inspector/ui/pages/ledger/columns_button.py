"""The button that opens the list of columns; what is chosen is kept among the settings of this machine."""

from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QMenu, QWidget

from inspector.ui.context import Context
from inspector.ui.pages.ledger.columns import LEDGER_COLUMNS, chosen_columns, heads
from inspector.ui.translation import tr
from inspector.ui.widgets.buttons import icon_button


class ColumnsButton(QObject):
    """`changed` when other columns shall be shown; `chosen` says which."""

    changed = Signal()

    def __init__(self, context: Context, page: QWidget) -> None:
        super().__init__(page)
        self._context = context
        self._page = page
        self.button = icon_button("columns-3", tr("Columns"), self._open)

    @property
    def chosen(self) -> frozenset[str]:
        """The names of the columns wanted."""
        return chosen_columns(self._context.preferences.get().ledger_columns)

    def menu(self) -> QMenu:
        """The columns that can be shown or hidden, each with its tick."""
        menu = QMenu(self._page)
        chosen, words = self.chosen, heads()
        for column in LEDGER_COLUMNS:
            if not column.fixed:
                action = menu.addAction(words[column.name])
                action.setCheckable(True)
                action.setChecked(column.name in chosen)
                action.toggled.connect(partial(self._keep, column.name))
        return menu

    def _open(self) -> None:
        self.menu().popup(self.button.mapToGlobal(self.button.rect().bottomLeft()))

    def _keep(self, name: str, shown: bool) -> None:
        names = self.chosen | {name} if shown else self.chosen - {name}
        self._context.preferences.change(ledger_columns=tuple(sorted(names)))
        self.changed.emit()
