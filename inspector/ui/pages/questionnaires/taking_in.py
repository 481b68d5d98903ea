"""A form from a file: read behind the window, shown before anything is kept, and published."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QWidget

from inspector.domain.errors import Refused
from inspector.domain.questionnaires.figures import Formula
from inspector.services.questionnaires import FormDraft
from inspector.ui.context import Context
from inspector.ui.dialogs.choose_file import choose_file
from inspector.ui.pages.questionnaires.import_dialog import ImportDialog
from inspector.ui.translation import tr


class TakingIn:
    """`published` is called with the form's code, before the pages hear of the change."""

    def __init__(self, context: Context, page: QWidget, published: Callable[[str], object]) -> None:
        self._context, self._page, self._published = context, page, published

    def choose_form(self) -> None:
        """Ask for an XLSForm and show what it would bring."""
        if file := choose_file(self._page, tr("Take in a form"), "*.xlsx *.xls *.csv"):
            self.read_form(file)

    def read_form(self, file: Path) -> None:
        """Read it behind the window."""
        service = self._context.services.questionnaires
        self._context.jobs.run(
            lambda _progress: service.read(file), self._show_draft, label=tr("Reading the form"), owner=self._page
        )

    def _show_draft(self, draft: FormDraft) -> None:
        def publish(formula: Formula, heard: bool) -> None:
            try:
                changed = self._context.services.questionnaires.publish(draft.form, formula, heard_counts=heard)
            except (Refused, OSError) as error:
                self._context.complain(error)
                return
            self._published(draft.form.code)
            self._context.say(tr("Published: {name}", name=draft.form.name), self._context.undo)
            self._context.changed(changed)

        ImportDialog(self._page, draft, publish).open()
