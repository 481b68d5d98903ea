"""Registers in and out of files: asking for the file, the work behind it, what is said afterwards."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QWidget

from inspector.domain.register_import import RegisterPlan
from inspector.ui.context import Context
from inspector.ui.dialogs.choose_file import TABLES, WORKBOOK, choose_file, choose_name
from inspector.ui.pages.registers.import_rows import refused_list
from inspector.ui.pages.registers.tables import Register
from inspector.ui.translation import tr


class RegisterFiles:
    """What the page does with files; `planned(plan, register, path)` is given what a table would change."""

    def __init__(
        self, context: Context, page: QWidget, planned: Callable[[RegisterPlan[Any], Register, Path], object]
    ) -> None:
        self._context = context
        self._page = page
        self._planned = planned

    def choose(self, register: Register) -> None:
        """Ask for a table and read it."""
        if register.from_files and (path := choose_file(self._page, tr("Take in a file"), TABLES)):
            self.read(register, path)

    def read(self, register: Register, path: Path) -> None:
        """Read a table; nothing is written."""
        files = self._context.services.register_files
        self._context.jobs.run(
            lambda _progress: files.plan(register.cls, path),
            lambda plan: self._planned(plan, register, path),
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

    def save_refused(self, plan: RegisterPlan[Any]) -> None:
        """Keep the refused rows as a workbook for whoever puts them right."""
        title = tr("Save the refused list")
        if path := choose_name(self._page, title, tr("Refused rows.xlsx"), WORKBOOK):
            heads, rows = refused_list(plan)
            files = self._context.services.register_files
            self._write(path, lambda: files.save_list(path, tr("Refused"), heads, rows))

    def _write(self, path: Path, write: Callable[[], object]) -> None:
        self._context.jobs.run(
            lambda _progress: write(),
            lambda _: self._context.say(tr("Written: {file}", file=path.name)),
            lambda error: self._context.complain(error, lambda: self._write(path, write)),
            label=tr("Writing {file}", file=path.name),
            owner=self._page,
        )
