"""The entry at the right: the chosen one, or a new one that is kept once it has what it needs."""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from inspector.domain.stored import Changed
from inspector.services.register_overview import Overview
from inspector.ui.context import Context
from inspector.ui.deeds import Deeds
from inspector.ui.error_text import in_one, said
from inspector.ui.pages.registers.edit import Edit
from inspector.ui.pages.registers.side_panel import SidePanel
from inspector.ui.translation import tr


class Entry(QObject):
    """Keeps `panel` and the record under edit together."""

    def __init__(self, context: Context, page: QWidget, deeds: Deeds) -> None:
        super().__init__(page)
        self._context = context
        self._deeds = deeds
        self._edit: Edit | None = None
        self.panel = SidePanel(context)

    @property
    def entity(self) -> str:
        """The id of what is shown; "" while nothing or a new entry is."""
        return self._edit.entity if self._edit else ""

    @property
    def is_new(self) -> bool:
        """A new entry was begun and is not kept yet."""
        return self._edit is not None and not self._edit.entity

    def forget(self) -> None:
        """Nothing is chosen."""
        self._edit = None
        self.panel.show_nothing()

    def choose(self, overview: Overview, cls: type[Any], entity: str, record: Any) -> None:
        """Show this one."""
        if self._edit is None or self._edit.entity != entity:
            self._edit = self._made(entity, record)
        self.panel.show_record(overview, cls, entity, record)

    def begin(self, overview: Overview, cls: type[Any], record: Any) -> None:
        """Show a new one and ask for its first field."""
        self.forget()
        self._edit = self._made("", record)
        self.panel.show_record(overview, cls, "", record)
        if self.panel.form:
            self.panel.form.first().setFocus()

    def change(self, overview: Overview, field: str, value: object) -> None:
        """A field was left with another value."""
        if self._edit:
            self._edit.change(field, value)
            if self.panel.form:
                self.panel.form.show_problem("", "")
                self.panel.form.show_record(overview, self._edit.record)

    def follow(
        self,
        overview: Overview,
        cls: type[Any],
        listed: Sequence[str],
        wanted: str,
        record: Callable[[str], Any],
    ) -> None:
        """After reading anew: the new or chosen entry stays, or goes when it is no longer `listed`, for `wanted`."""
        if self.is_new:
            return
        entity = self.entity
        if self._edit and entity in listed:
            self._edit.follow(record(entity))
            self.panel.show_record(overview, cls, entity, self._edit.record)
        elif wanted in listed:
            self.choose(overview, cls, wanted, record(wanted))
        else:
            self.forget()

    def _made(self, entity: str, record: Any) -> Edit:
        return Edit(self._context, self, record, entity, self._saved, self._refused)

    def _saved(self, edit: Edit, changed: Changed, added: bool) -> None:
        name = edit.record.name
        self._deeds.tell(changed, tr("Added: {name}", name=name) if added else tr("Changed: {name}", name=name))

    def _refused(self, edit: Edit, field: str, error: Exception) -> None:
        if edit is self._edit and self.panel.form:
            words = said(error)
            self.panel.form.show_problem(field, in_one(words))
        else:
            self._context.complain(error)
