"""What was taken in, as sums that add up, and the ways on."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPushButton, QWidget

from inspector.domain.returns import FilePreview
from inspector.services.returns import Returned
from inspector.ui.pages.returns.review import Review
from inspector.ui.pages.returns.sums import picture_sum, row_sum
from inspector.ui.translation import tr
from inspector.ui.widgets.boxes import STRETCH, down, hairline, scrolling
from inspector.ui.widgets.buttons import filled, outlined, trailing
from inspector.ui.widgets.card import Card
from inspector.ui.widgets.flow import flowing
from inspector.ui.widgets.labels import wrapping


class ResultView(QWidget):
    """Shown in place of the cards after an import."""

    def __init__(
        self,
        review: Review,
        done: Returned,
        *,
        report: Callable[[], object],
        undo: Callable[[], object],
        ledger: Callable[[], object],
        recheck: Callable[[], object],
        leave: Callable[[], object],
    ) -> None:
        super().__init__()
        self.leave = outlined(tr("Back to replies"), leave, icon="check")
        self.recheck = trailing(filled(tr("Go to the re-inspection"), recheck, icon="arrow-right", keys="Enter"))
        self.undo = outlined(tr("Take it back"), undo, icon="undo-2", keys="U")
        card = Card(tr("Answers taken in: {n}", n=done.replies), facts=tr("{n} photos", n=done.photos))
        for file in review.preview.files:
            card.add(_file(review, file))
            card.add(hairline())
        card.add(wrapping(_open_words(review), "sm", "text2"))
        ways = flowing(
            self.recheck,
            self.leave,
            outlined(tr("Save the report"), report, icon="file-spreadsheet"),
            outlined(tr("See them in the ledger"), ledger, icon="list-checks"),
            self.undo,
        )
        self.setLayout(down(scrolling(down(card, ways, STRETCH, gap=12, margins=(24, 20, 24, 20))), gap=0))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses the button the ring is on."""
        here = self.focusWidget()
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and isinstance(here, QPushButton):
            here.click()
        else:
            super().keyPressEvent(event)


def _file(review: Review, file: FilePreview) -> QWidget:
    made = QWidget()
    words = [wrapping(file.file.path.name, bold=True), wrapping(row_sum(review, file), "sm", "text2")]
    if file.pictures or file.file.lost:
        words.append(wrapping(picture_sum(review, file), "sm", "text2"))
    made.setLayout(down(*words, gap=2))
    return made


def _open_words(review: Review) -> str:
    waiting = review.undecided + sum(review.to_place(file) for file in review.preview.files)
    if waiting:
        return tr(
            "{n} things you did not decide were left as they were. The same files can be read again any time.",
            n=waiting,
        )
    return tr("Nothing is left over. Reading the same files again changes nothing.")
