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
from inspector.ui.file_desk import FileDesk
from inspector.ui.pages.registers.import_rows import import_preview, refused_list
from inspector.ui.pages.registers.tables import Register
from inspector.ui.translation import tr


class RegisterFiles(FileDesk):
    """What the page does with files."""

    def __init__(
        self, context: Context, layers: QStackedWidget, deeds: Deeds, overview: Callable[[], Overview | None],
        turned: Callable[[], object],
    ) -> None:  # fmt: skip
        super().__init__(context, layers, turned)
        self._deeds = deeds
        self._overview = overview
        self._plan: RegisterPlan[Any] = RegisterPlan()

    def choose(self, register: Register) -> None:
        """Ask for a table and read it."""
        if register.from_files and (path := choose_file(self._page, tr("Take in a file"), TABLES)):
            self.read(register, path)

    def read(self, register: Register, path: Path) -> None:
        """Read a table; nothing is written."""
        files = self._context.services.register_files
        self._context.jobs.run(
            lambda _progress: files.plan(register.cls, path),
            lambda plan: self._show_plan(plan, register, path.name),
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

    def apply(self) -> None:
        """Write what the preview shows, in one act."""
        plan, files = self._plan, self._context.services.register_files
        if self.preview and (number := len(plan.added) + len(plan.changed)):
            self.preview.apply.setEnabled(False)
            self._deeds.do(lambda: files.apply(plan), tr("Took in {n} entries", n=number), self.leave)

    def save_refused(self) -> None:
        """Keep the refused rows as a workbook for whoever puts them right."""
        self._save_list(tr("Refused rows.xlsx"), tr("Refused"), refused_list(self._plan))

    def _show_plan(self, plan: RegisterPlan[Any], register: Register, file: str) -> None:
        if overview := self._overview():
            self._plan = plan
            self._show(import_preview(plan, register, overview, file), self.apply, self.save_refused)
