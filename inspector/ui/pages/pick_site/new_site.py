"""新增点位 in place: name, kind, street, address; the rest can be filled in later in the register."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QLineEdit

from inspector.domain.errors import Refused
from inspector.domain.sites import Site, SiteKind, Street
from inspector.domain.stored import Changed
from inspector.services.registers import RegisterService
from inspector.ui.error_text import in_one, said
from inspector.ui.translation import tr
from inspector.ui.widgets.boxes import STRETCH, Grow, across, down, scrolling
from inspector.ui.widgets.buttons import filled, outlined
from inspector.ui.widgets.combo import Combo
from inspector.ui.widgets.form import FormRow
from inspector.ui.widgets.labels import wrapping


class NewSiteForm(QFrame):
    """`added` tells the id of the new site and what was changed, `left` that nothing shall be added."""

    added = Signal(str, Changed)
    left = Signal()

    def __init__(self, registers: RegisterService) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self._registers = registers
        self.name, self.address = QLineEdit(), QLineEdit()
        self.kind, self.street = Combo(), Combo()
        self.name_row = FormRow(tr("Name"), self.name)
        self.kind_row = FormRow(tr("Kind"), self.kind, tr("It decides which checklist opens"))
        rows = (
            self.name_row,
            self.kind_row,
            FormRow(tr("Street"), self.street, tr("Its office answers for what nobody else owns")),
            FormRow(tr("Address"), self.address),
        )
        self.add = filled(tr("Add the site"), self.save, icon="plus", keys="Ctrl Enter")
        leave = outlined(tr("Leave it"), self.left.emit, keys="Esc")
        for field, name in ((self.name, tr("Name")), (self.address, tr("Address"))):
            field.setAccessibleName(name)
            # Queued: the Enter that adds the site must not go on and start an inspection there.
            field.returnPressed.connect(self.save, Qt.ConnectionType.QueuedConnection)
        content = down(
            wrapping(tr("Add a site"), "xl", bold=True),
            wrapping(tr("The inspection can start at once; the rest can be filled in later."), "sm", "text2"),
            *rows,
            STRETCH,
            gap=12,
            margins=(20, 20, 20, 8),
        )
        bottom = across(Grow(self.add), leave, gap=8, margins=(20, 12, 20, 16))
        self.setLayout(down(Grow(scrolling(content)), bottom, gap=0))

    def begin(self, name: str) -> None:
        """Ask for a new site; what was searched for is offered as its name."""
        kinds, streets = self._registers.all(SiteKind), self._registers.all(Street)
        self.kind.offer([("", tr("Choose a kind")), *((k.record.code, k.record.name) for k in kinds)])
        self.street.offer([("", tr("No street yet")), *((s.id, s.record.name) for s in streets)])
        self.name.setText("" if name.isascii() else name)
        self.address.clear()
        self._show_problems("", "")
        (self.kind if self.name.text() else self.name).setFocus()

    def save(self) -> None:
        """Add it, or say beside the field what is missing."""
        name = self.name.text().strip()
        if not name or not self.kind.value:
            nameless = "" if name else tr("A site needs a name")
            self._show_problems(nameless, "" if self.kind.value else tr("Without a kind no checklist opens"))
            (self.kind if name else self.name).setFocus()
            return
        site = Site(name, self.kind.value, address=self.address.text().strip(), street=self.street.value)
        try:
            entity, changed = self._registers.save(site)
        except Refused as refused:
            words = said(refused)
            self._show_problems(in_one(words), "")
            return
        self.added.emit(entity, changed)

    def _show_problems(self, name: str, kind: str) -> None:
        self.name_row.show_problem(name)
        self.kind_row.show_problem(kind)
