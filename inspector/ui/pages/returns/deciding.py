"""What a person decides about the rows and pictures of the file that is shown."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from inspector.domain.returns import FilePreview, RowPreview
from inspector.services.noting import Noted
from inspector.services.return_taking import awaited
from inspector.ui.context import Context
from inspector.ui.pages.returns.finding_chooser import FindingChooser
from inspector.ui.pages.returns.kept import kept
from inspector.ui.pages.returns.new_finding import NewFindingDialog
from inspector.ui.pages.returns.review import REFUSE, TAKE
from inspector.ui.pages.returns.words import row_words
from inspector.ui.translation import tr


class Deciding:
    """`file` tells which file is shown, `show` shows what came of a decision. A key is a row's or a picture's."""

    def __init__(
        self, context: Context, page: QWidget, file: Callable[[], FilePreview | None], show: Callable[[], object]
    ) -> None:
        self._context = context
        self._page = page
        self._file = file
        self._show = show

    def press(self, row: RowPreview, choice: str) -> None:
        """Y takes a row or what is offered for it, X leaves it; pressing it again changes nothing."""
        review = kept()
        if choice == TAKE and (row.finding is None or row.offered):
            if not row.offered:
                self.choose_finding(row.key)
                return
            choice = row.offered[0]
        if review and review.choice(row) != choice:
            self.decide(row, choice)

    def decide(self, row: RowPreview, choice: str) -> None:
        """Choose for a row; the same choice again takes it back."""
        review = kept()
        if not review:
            return
        if choice == review.new_of(row) and review.choice(row) != choice:
            self.make_finding(row.key)
            return
        review.decide(row, choice)
        self._show()

    def choose_finding(self, key: str) -> None:
        """Ask whose a leftover is."""
        if review := kept():
            near = {
                one.id: (one.finding.no, f"{one.finding.text} · {one.site_name}") for one in review.findings.values()
            }
            if not self._row(key):  # two rows become two findings
                near |= {awaited(row): (tr("New finding"), noted.text) for row, noted in review.noted.items()}
            words = tr("The finding this picture or row belongs to:")
            FindingChooser(self._page, self._context, words, near, lambda one, no: self.place(key, one, no)).open()

    def make_finding(self, key: str) -> None:
        """Ask for what a row, if nobody knows it, says as a finding of its own."""
        row = self._row(key)
        if row and row.finding is None:
            services = self._context.services

            def ask(begun: Noted) -> None:
                words = row_words(row)
                NewFindingDialog(self._page, self._context, words, begun, lambda noted: self.note(row, noted)).open()

            self._context.jobs.look_up(lambda _progress: services.returns.proposed(row), ask, owner=self._page)

    def note(self, row: RowPreview, noted: Noted) -> None:
        """A row becomes a finding of its own."""
        if review := kept():
            review.note(row, noted)
            review.names[awaited(row.key)] = tr("New finding")
            self._show()

    def place(self, key: str, finding: str, no: str) -> None:
        """A leftover belongs to a finding."""
        if review := kept():
            review.names[finding] = no
            review.unwanted.discard(key)
            if self._row(key):
                review.release(key)
                review.decided[key] = finding
            else:
                review.placed[key] = finding
            self._show()

    def release(self, key: str) -> None:
        """A leftover waits again."""
        if review := kept():
            review.release(key)
            self._show()

    def refuse(self, key: str) -> None:
        """A leftover is not wanted."""
        if review := kept():
            review.release(key)
            if self._row(key):
                review.decided[key] = REFUSE
            else:
                review.unwanted.add(key)
            self._show()

    def _row(self, key: str) -> RowPreview | None:
        file = self._file()
        return next((row for row in file.rows if row.key == key), None) if file else None
