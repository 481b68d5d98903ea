"""Which finding does this belong to? One field, what fits it, Enter."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from inspector.domain.ledger import LedgerQuery
from inspector.domain.progress import Progress
from inspector.ui.context import Context
from inspector.ui.dialogs.modal import Modal
from inspector.ui.theme.current import current
from inspector.ui.translation import tr
from inspector.ui.widgets.boxes import down
from inspector.ui.widgets.buttons import filled, outlined
from inspector.ui.widgets.labels import label, wrapping
from inspector.ui.widgets.search_field import SearchField

_MOST = 30
_ID = Qt.ItemDataRole.UserRole


class FindingChooser(Modal):
    """`near` are the findings of the file (id → number and words), offered before anything is typed; `chosen` gets the
    id and the number.
    """

    def __init__(
        self, parent: QWidget, context: Context, what: str, near: Mapping[str, tuple[str, str]],
        chosen: Callable[[str, str], object],
    ) -> None:  # fmt: skip
        super().__init__(parent, tr("Choose the finding"), width=680)
        self._context = context
        self._near = near
        self._chosen = chosen
        self._asked = 0
        self.field = SearchField(tr("Number, site, problem, unit; initials will do"), width=600)
        self.found = QListWidget()
        self.found.setMinimumHeight(current().px(240))
        self.found.setAccessibleName(tr("What was found"))
        self.take = filled(tr("It belongs to this one"), self._take, icon="check")
        leave = outlined(tr("Go back"), self.reject)
        title = label(tr("Choose the finding"), "lg", bold=True)
        self.ask(down(title, wrapping(what, "sm", "text2"), self.field, self.found, gap=12), leave, self.take)
        self.field.searched.connect(self.search)
        self.field.move_in(self.found)
        self.found.itemActivated.connect(lambda _item: self._take())
        self._show({one: f"{no} · {words}" for one, (no, words) in near.items()})
        self.field.setFocus()

    def search(self, text: str) -> None:
        """Look through the ledger; a late answer to an earlier text is dropped."""
        self._asked += 1
        asked, services = self._asked, self._context.services
        if not text:
            self._show({one: f"{no} · {words}" for one, (no, words) in self._near.items()})
            return

        def work(_progress: Progress) -> dict[str, str]:
            rows = services.ledger.first(LedgerQuery(text=text), _MOST)
            return {row.id: f"{row.no} · {row.text} · {row.site_name}" for row in rows}

        def done(found: dict[str, str]) -> None:
            if asked == self._asked:
                self._show(found)

        self._context.jobs.look_up(work, done, owner=self)

    def _show(self, found: Mapping[str, str]) -> None:
        self.found.clear()
        for entity, words in list(found.items())[:_MOST]:
            item = QListWidgetItem(words)
            item.setData(_ID, entity)
            self.found.addItem(item)
        self.found.setCurrentRow(0)
        self.take.setEnabled(bool(found))

    def _take(self) -> None:
        if (item := self.found.currentItem()) is not None:
            self.accept()
            self._chosen(str(item.data(_ID)), item.text().partition(" · ")[0])
