"""Checklists in and out of files: edited lists, paper lists, what publishing would change, everything that is wrong."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

from PySide6.QtWidgets import QStackedWidget

from inspector.domain.checklists import Checklist
from inspector.domain.errors import Complaint, RefusedAll
from inspector.domain.progress import Progress
from inspector.domain.sites import SiteKind
from inspector.services.checklist_files import PlainHead, PlainMapping, PlainTable
from inspector.services.checklists import Draft
from inspector.ui.context import Context
from inspector.ui.deeds import Deeds
from inspector.ui.dialogs.choose_file import TABLES, WORKBOOK, choose_file, choose_name
from inspector.ui.file_desk import FileDesk
from inspector.ui.pages.checklists.drafts import complaint_list, complaints_preview, draft_preview, next_version
from inspector.ui.pages.checklists.mapping_dialog import MappingDialog
from inspector.ui.translation import tr
from inspector.ui.widgets.buttons import compact, filled

_LISTS = "*.xlsx *.yaml *.yml"


class ChecklistFiles(FileDesk):
    """What the page does with files."""

    def __init__(self, context: Context, layers: QStackedWidget, deeds: Deeds, turned: Callable[[], object]) -> None:
        super().__init__(context, layers, turned)
        self._deeds = deeds
        self._draft: Draft | None = None
        self._complaints: Sequence[Complaint] = ()

    def choose_edited(self) -> None:
        """Ask for an edited list and show what it changes."""
        if path := choose_file(self._page, tr("Take in an edited list"), _LISTS):
            self.read_edited(path)

    def read_edited(self, path: Path) -> None:
        """Read a list; nothing is written."""
        files = self._context.services.checklist_files
        self._read(lambda: files.read(path), path.name)

    def choose_paper(self) -> None:
        """Ask for a paper list and for its columns."""
        if path := choose_file(self._page, tr("Take in a paper list"), TABLES):
            self.read_paper(path)

    def read_paper(self, path: Path) -> None:
        """Read a paper list and ask which column holds what."""
        services = self._context.services

        def read(_progress: Progress) -> tuple[PlainTable, list[tuple[str, str]]]:
            kinds = services.registers.all(SiteKind)
            return services.checklist_files.plain_list(path), [(k.record.code, k.record.name) for k in kinds]

        self._context.jobs.run(
            read,
            lambda result: self._ask_columns(path, *result),
            label=tr("Reading {file}", file=path.name),
            owner=self._page,
        )

    def check_all(self) -> None:
        """Look through all shipped lists."""
        self._context.jobs.run(
            lambda _progress: self._context.services.checklists.check(),
            self._checked,
            label=tr("Checking all checklists"),
            owner=self._page,
        )

    def export(self, checklist: Checklist) -> None:
        """Write the workbook an office edits."""
        suggested = f"{checklist.name} {checklist.title}.xlsx"
        if path := choose_name(self._page, tr("Export to Excel"), suggested, WORKBOOK):
            files = self._context.services.checklist_files
            self._write(path, lambda: files.to_excel(checklist, path))

    def export_yaml(self, checklist: Checklist) -> None:
        """Write the file a program ships."""
        if path := choose_name(self._page, tr("Export as YAML"), f"{checklist.name}.yaml", "*.yaml"):
            files = self._context.services.checklist_files
            self._write(path, lambda: files.to_yaml(checklist, path))

    def apply(self) -> None:
        """Publish what the preview shows."""
        if self.preview and self._draft and not (self._draft.same or self._draft.taken):
            checklist, service = self._draft.checklist, self._context.services.checklists
            self.preview.apply.setEnabled(False)
            words = tr("Published: {title}, version {v}", title=checklist.title, v=checklist.version)
            self._deeds.do(lambda: service.publish(checklist), words, self.leave)

    def save_complaints(self) -> None:
        """Keep what is wrong as a workbook."""
        self._save_list(tr("To put right.xlsx"), tr("To put right"), complaint_list(self._complaints))

    def _ask_columns(self, path: Path, table: PlainTable, kinds: list[tuple[str, str]]) -> None:
        def go_on(mapping: PlainMapping, head: PlainHead) -> None:
            files = self._context.services.checklist_files
            self._read(lambda: files.from_plain(table, mapping, head), path.name)

        MappingDialog(self._page, table, kinds, path.stem, go_on).open()

    def _read(self, read: Callable[[], Checklist], file: str) -> None:
        service = self._context.services.checklists
        self._context.jobs.run(
            lambda _progress: service.draft(read()),
            lambda draft: self._show_draft(draft, file),
            lambda error: self._failed(error, file),
            label=tr("Reading {file}", file=file),
            owner=self._page,
        )

    def _failed(self, error: Exception, file: str) -> None:
        if isinstance(error, RefusedAll):
            self._show_complaints(error.complaints, file)
        else:
            self._context.complain(error)

    def _checked(self, complaints: tuple[Complaint, ...]) -> None:
        if complaints:
            self._show_complaints(complaints, tr("All shipped checklists"))
        else:
            self._context.say(tr("All checklists are in order"))

    def _show_draft(self, draft: Draft, file: str) -> None:
        renumber = None
        if draft.taken:
            version = next_version(max(draft.before, draft.checklist.version, key=len))
            renumbered = replace(draft.checklist, version=version)
            words = tr("Make it version {v}", v=version)
            renumber = compact(filled(words, lambda: self._read(lambda: renumbered, file)))
        self._draft = draft
        self._show(draft_preview(draft, file, renumber), self.apply, self.save_complaints)

    def _show_complaints(self, complaints: Sequence[Complaint], file: str) -> None:
        self._draft, self._complaints = None, complaints
        self._show(complaints_preview(complaints, file), self.apply, self.save_complaints)
