"""Registers in and out of files: asking for the file, the work behind it, what would change, one way to apply."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QStackedWidget

from inspector.domain.register_import import RegisterPlan
from inspector.services.register_overview import Overview
from inspector.ui.context import Context
from inspector.ui.deeds import Deeds
from inspector.ui.dialogs.choose_file import TABLES, WORKBOOK, choose_file, choose_name
from inspector.ui.pages.registers.import_rows import import_preview, refused_list
from inspector.ui.pages.registers.tables import Register
from inspector.ui.theme.layout_mode import LayoutMode
from inspector.ui.translation import tr
from inspector.ui.widgets.preview import Preview


class RegisterFiles:
    """What the page does with files. A preview lies over the register in `layers`; `left` is called when it is gone."""

    def __init__(
        self, context: Context, layers: QStackedWidget, deeds: Deeds, overview: Callable[[], Overview | None],
        left: Callable[[], object],
    ) -> None:  # fmt: skip
        self._context = context
        self._page = layers
        self._deeds = deeds
        self._overview = overview
        self._left = left
        self._plan: RegisterPlan[Any] = RegisterPlan()
        self.preview: Preview | None = None

    def choose(self, register: Register) -> None:
        """Ask for a table and read it."""
        if register.from_files and (path := choose_file(self._page, tr("Take in a file"), TABLES)):
            self.read(register, path)

    def read(self, register: Register, path: Path) -> None:
        """Read a table; nothing is written."""
        files = self._context.services.register_files
        self._context.jobs.run(
            lambda _progress: files.plan(register.cls, path),
            lambda plan: self._show(plan, register, path.name),
            label=tr("Reading {file}", file=path.name),
            owner=self._page,
        )

    def export(self, register: Register) -> None:
        """Write the register to a workbook that can be taken in again."""
        suggested = tr("{register}.xlsx", register=register.words)
        if register.from_files and (path := choose_name(self._page, tr("Export to Excel"), suggested, WORKBOOK)):
            files = self._context.services.register_files
            self._write(path, lambda: files.export(register.cls, path))

    def template(self, register: Register) -> None:
        """Write an empty table to fill in."""
        suggested = tr("{register} to fill in.xlsx", register=register.words)
        if register.from_files and (path := choose_name(self._page, tr("Empty table"), suggested, WORKBOOK)):
            files = self._context.services.register_files
            self._write(path, lambda: files.template(register.cls, path))

    def take_form(self, mode: LayoutMode) -> None:
        """The preview takes one, two or three columns too."""
        if self.preview:
            self.preview.take_form(mode)

    def apply(self) -> None:
        """Write what the preview shows, in one act."""
        plan, files = self._plan, self._context.services.register_files
        if self.preview and (number := len(plan.added) + len(plan.changed)):
            self.preview.apply.setEnabled(False)
            self._deeds.do(lambda: files.apply(plan), tr("Took in {n} entries", n=number), self.leave)

    def leave(self) -> None:
        """Back to the register."""
        if preview := self.preview:
            self.preview = None
            self._page.removeWidget(preview)
            preview.hide()
            preview.deleteLater()
            self._left()

    def save_refused(self) -> None:
        """Keep the refused rows as a workbook for whoever puts them right."""
        title = tr("Save the refused list")
        if path := choose_name(self._page, title, tr("Refused rows.xlsx"), WORKBOOK):
            heads, rows = refused_list(self._plan)
            files = self._context.services.register_files
            self._write(path, lambda: files.save_list(path, tr("Refused"), heads, rows))

    def _show(self, plan: RegisterPlan[Any], register: Register, file: str) -> None:
        if (overview := self._overview()) is None:
            return
        self.leave()
        self._plan = plan
        self.preview = preview = import_preview(plan, register, overview, file)
        preview.apply_wanted.connect(self.apply)
        preview.list_wanted.connect(self.save_refused)
        preview.left.connect(self.leave)
        self._page.addWidget(preview)
        self._page.setCurrentWidget(preview)
        self._left()
        preview.table.setFocus()

    def _write(self, path: Path, write: Callable[[], object]) -> None:
        self._context.jobs.run(
            lambda _progress: write(),
            lambda _: self._context.say(tr("Written: {file}", file=path.name)),
            lambda error: self._context.complain(error, lambda: self._write(path, write)),
            label=tr("Writing {file}", file=path.name),
            owner=self._page,
        )
