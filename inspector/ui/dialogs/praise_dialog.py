"""好的做法: a few words and photos of what was done well."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtWidgets import QWidget

from inspector.domain.errors import Complaint, RefusedAll
from inspector.domain.progress import Progress
from inspector.domain.stored import Changed
from inspector.services.photos import Source
from inspector.ui.context import Context
from inspector.ui.dialogs.modal import Modal
from inspector.ui.photo_intake import choose_files, sources_of
from inspector.ui.translation import tr
from inspector.ui.widgets.boxes import STRETCH, across, down
from inspector.ui.widgets.buttons import filled, outlined
from inspector.ui.widgets.drop_area import accept_photos
from inspector.ui.widgets.form import NoteField
from inspector.ui.widgets.labels import wrapping

Added = tuple[str, tuple[Complaint, ...], Changed]


class PraiseDialog(Modal):
    """Adds one to an inspection."""

    def __init__(self, parent: QWidget, context: Context, inspection: str) -> None:
        super().__init__(parent, tr("Good practice"))
        self._context = context
        self._inspection = inspection
        self._page = parent
        self.photos: list[Source] = []
        self.text = NoteField(tr("What was done well"))
        self.names = wrapping("", "sm", "text2")
        self.names.hide()
        self.problem = wrapping("", "sm", "fail")
        self.problem.hide()
        add = outlined(tr("Add photos"), self.add_photos, icon="image-plus")
        keep = filled(tr("Note it"), self.keep, icon="star")
        leave = outlined(tr("Leave it"), self.reject)
        words = tr("It stands in the summary of this inspection and is no part of the score.")
        head = (wrapping(tr("Good practice"), "lg", bold=True), wrapping(words, "sm", "text2"))
        body = down(*head, self.text, self.problem, across(add, STRETCH), self.names, gap=10)
        self.ask(body, leave, keep, writes_lines=True)
        self.text.textChanged.connect(self.problem.hide)
        accept_photos(self, self.take)
        self.text.setFocus()

    def add_photos(self) -> None:
        """Ask for photo files."""
        self.take(choose_files(self, self._context.preferences.get().last_photo_folder))

    def take(self, paths: Sequence[Path]) -> None:
        """Keep these files for when it is noted."""
        self.photos += sources_of(paths, self._context.complain)
        self.names.setText(", ".join(name for name, _ in self.photos))
        self.names.setVisible(bool(self.photos))
        self.take_height()

    def keep(self) -> None:
        """Note it; the photos are read behind the window."""
        text, photos, inspection = self.text.toPlainText().strip(), tuple(self.photos), self._inspection
        if not text:
            self.problem.setText(tr("Say in a few words what was done well"))
            self.problem.show()
            self.take_height()
            self.text.setFocus()
            return
        context, praises = self._context, self._context.services.praises

        def work(progress: Progress) -> Added:
            return praises.add(inspection, text, photos, progress)

        def done(added: Added) -> None:
            context.say(tr("Good practice noted"), context.undo)
            context.changed(added[2])
            if added[1]:
                context.complain(RefusedAll(added[1]))

        context.jobs.run(work, done, label=tr("Good practice"), owner=self._page)
        self.accept()
