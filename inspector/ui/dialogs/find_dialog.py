"""Ctrl+K: sites, findings and units by whatever a person remembers of them."""

from collections.abc import Iterable
from dataclasses import dataclass

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from inspector.domain.ledger import LedgerQuery
from inspector.domain.progress import Progress
from inspector.domain.units import Unit
from inspector.services.services import Services
from inspector.ui.context import Context
from inspector.ui.dialogs.modal import Modal
from inspector.ui.theme.current import current
from inspector.ui.theme.icons import icon
from inspector.ui.translation import tr
from inspector.ui.widgets.boxes import STRETCH, down
from inspector.ui.widgets.foot_bar import key_hints
from inspector.ui.widgets.labels import label
from inspector.ui.widgets.search_field import SearchField
from inspector.ui.widgets.tips import tip

_EACH = 6


@dataclass(frozen=True, slots=True)
class Hit:
    """One thing found: its words, and the page that shows it."""

    sign: str
    words: str
    page: str
    where: tuple[tuple[str, str], ...]


class FindDialog(Modal):
    """One field and what fits it; Enter opens the first, arrows choose another."""

    def __init__(self, parent: QWidget, context: Context, text: str = "") -> None:
        """`text` was typed already."""
        super().__init__(parent, tr("Find anything"), width=680)
        self._context = context
        self._asked = 0
        self._hits: tuple[Hit, ...] = ()
        self.field = SearchField(tr("Site, number, problem, unit; initials will do"), width=600)
        self.found = QListWidget()
        self.found.setMinimumHeight(current().px(280))
        self.found.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.found.setAccessibleName(tr("What was found"))
        self.nothing = label(tr("Nothing answers to that"), "base", "text2")
        self.nothing.hide()
        hints = key_hints((("↑ ↓", tr("Choose a line")), ("Enter", tr("Open")), ("Esc", tr("Close"))))
        self.fill(down(self.field, self.nothing, self.found, STRETCH, gap=12), down(hints, gap=0))
        self.field.searched.connect(self.search)
        self.field.move_in(self.found)
        self.found.itemActivated.connect(lambda _item: self.go())
        self.field.returnPressed.connect(self.go)
        self.field.setText(text)
        self.field.setFocus()

    def open(self) -> None:
        """Show it; what was typed already is gone on with, not typed over."""
        super().open()
        self.field.end(False)

    def search(self, text: str) -> None:
        """Look everywhere; a late answer to an earlier text is dropped."""
        self._asked += 1
        asked = self._asked
        if not text:
            self.show_hits(asked, ())
            return
        services = self._context.services

        def work(_progress: Progress) -> tuple[Hit, ...]:
            return tuple(hits(services, text))

        self._context.jobs.run(work, lambda found: self.show_hits(asked, found), owner=self)

    def show_hits(self, asked: int, found: tuple[Hit, ...]) -> None:
        """Show what the question numbered `asked` found, if it is still the last one."""
        if asked != self._asked:
            return
        self._hits = found
        self.found.clear()
        for hit in found:
            item = QListWidgetItem(icon(hit.sign, "text2", 18), hit.words)
            item.setSizeHint(QSize(0, current().high("touch")))
            tip(item, hit.words)
            self.found.addItem(item)
        self.found.setCurrentRow(0)
        is_vain = bool(self.field.text().strip()) and not found
        self.nothing.setVisible(is_vain)
        self.found.setHidden(is_vain)  # the words stand in its place

    def go(self) -> None:
        """Open the chosen one."""
        row = self.found.currentRow()
        if 0 <= row < len(self._hits):
            hit = self._hits[row]
            self.accept()
            self._context.go(hit.page, **dict(hit.where))


def hits(services: Services, text: str) -> Iterable[Hit]:
    """Sites, then findings, then units that fit."""
    for site in services.inspections.search(text, _EACH):
        words = " · ".join(part for part in (site.site.name, site.kind_name, site.street) if part)
        yield Hit("map-pin", words, "pick_site", (("site", site.id),))
    for row in services.ledger.first(LedgerQuery(text=text), _EACH):
        yield Hit("list-checks", f"{row.no} · {row.text} · {row.site_name}", "ledger", (("finding", row.id),))
    found_by, parts = services.registers.findable(Unit), text.casefold().split()
    units = [u for u in services.registers.all(Unit) if all(part in found_by.get(u.id, "") for part in parts)]
    for unit in units[:_EACH]:
        yield Hit("building", unit.record.name, "ledger", (("unit", unit.id),))
