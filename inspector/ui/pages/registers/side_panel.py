"""The right side: one record's form, what can be done with it, and its history."""

from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QWidget

from inspector.domain.sites import Site
from inspector.services.register_overview import Overview
from inspector.ui.context import Context
from inspector.ui.pages.registers.history_view import HistoryView
from inspector.ui.pages.registers.record_form import RecordForm
from inspector.ui.pages.registers.site_standing import SiteStanding
from inspector.ui.translation import tr
from inspector.ui.widgets.boxes import STRETCH, Grow, across, down, hairline, scrolling
from inspector.ui.widgets.buttons import filled, icon_button, outlined
from inspector.ui.widgets.labels import ElidingLabel, label, wrapping
from inspector.ui.widgets.pill import Pill


class SidePanel(QFrame):
    """`edited` tells a field and its value, `remove_wanted` and `restore_wanted` what shall become of the record."""

    edited = Signal(str, object)
    remove_wanted = Signal()
    restore_wanted = Signal()
    closed = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.setProperty("role", "right")
        self._context = context
        self._shown: tuple[type[Any], str] | None = None
        self.form: RecordForm | None = None
        self.title = ElidingLabel("", "md", bold=True)
        self.in_trash = Pill(tr("In the trash"), "neutral", "trash")
        self.close_button = icon_button("x", tr("Close"), self.closed.emit, keys="Esc")
        self.advice = wrapping("", "sm", "text3")
        self.standing = SiteStanding(context)
        self.history = HistoryView()
        self._history_head = label(tr("History"), "md", bold=True)
        self.remove = outlined(tr("Move to the trash"), self.remove_wanted.emit, icon="trash")
        self.restore = filled(tr("Restore"), self.restore_wanted.emit, icon="rotate-ccw")
        self._place = down(gap=0)

        head = across(Grow(self.title), self.in_trash, self.close_button, gap=8, margins=(20, 8, 12, 0))
        deeds = across(self.remove, self.restore, STRETCH)
        self._line = hairline()
        inside = down(
            self.advice, self.standing, self._place, deeds, self._line, self._history_head, self.history, STRETCH,
            gap=12, margins=(20, 8, 20, 20),
        )  # fmt: skip
        self._area = scrolling(inside)
        self._nothing = QWidget()
        said = wrapping(tr("Choose an entry on the left; it is changed here"), "base", "text3")
        self._nothing.setLayout(down(STRETCH, said, STRETCH, margins=(24, 24, 24, 24)))
        self.setLayout(down(head, Grow(self._area), Grow(self._nothing), gap=0))
        self.show_nothing()

    @property
    def is_empty(self) -> bool:
        """True while no record is shown."""
        return self._shown is None

    def show_nothing(self) -> None:
        """No record is chosen."""
        self._shown = None
        self._drop_form()
        self._area.hide()
        self._nothing.show()
        self.title.setText("")
        self.in_trash.hide()

    def show_record(self, overview: Overview, cls: type[Any], entity: str, record: Any) -> None:
        """Show a record; `entity` "" is a new one that is not kept yet."""
        trashed = entity in overview.trash[cls]
        key = (cls, entity)
        if self._shown != key or self.form is None:
            # A draft that was just kept stays the same form: somebody is writing in it.
            if not (self.form and self._shown == (cls, "") and entity):
                self._make_form(cls, new=not entity)
            self._shown = key
        self._area.show()
        self._nothing.hide()
        if self.form:
            self.form.show_record(overview, record)
            self.form.setEnabled(not trashed)
        self.title.setText(record.name or tr("New entry"))
        self.in_trash.setVisible(trashed)
        needed = tr("Kept as soon as the name is written, for a site also its kind, for an approval its place")
        self.advice.setText("" if entity else needed)
        self.advice.setVisible(not entity)
        self.remove.setVisible(bool(entity) and not trashed)
        self.restore.setVisible(trashed)
        self.standing.show_site(entity if cls is Site else "")
        self._show_history(overview, cls, entity)

    def _make_form(self, cls: type[Any], *, new: bool) -> None:
        self._drop_form()
        self.form = RecordForm(cls, new=new)
        self.form.edited.connect(self.edited)
        self._place.addWidget(self.form)
        self._area.verticalScrollBar().setValue(0)

    def _drop_form(self) -> None:
        if self.form:
            self.form.hide()
            self.form.deleteLater()
        self.form = None

    def _show_history(self, overview: Overview, cls: type[Any], entity: str) -> None:
        services = self._context.services
        events = services.ledger.history(entity) if entity else ()
        self.history.show_events(overview, cls, events, services.acts.today())
        for part in (self.history, self._history_head, self._line):
            part.setVisible(bool(events))
