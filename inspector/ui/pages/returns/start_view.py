"""Before anything is read: where files are dropped or chosen, what was put aside, and the last imports."""

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPushButton, QWidget

from inspector.services.returns import Receipt
from inspector.ui.pages.returns.review import Review
from inspector.ui.theme.layout_mode import LayoutMode
from inspector.ui.translation import tr
from inspector.ui.widgets.boxes import STRETCH, Grow, across, down, scrolling, sheet
from inspector.ui.widgets.buttons import filled, outlined, quiet
from inspector.ui.widgets.empty_state import EmptyState, FirstStep
from inspector.ui.widgets.flow import flowing
from inspector.ui.widgets.foot_bar import FootBar
from inspector.ui.widgets.labels import icon_label, label, wrapping
from inspector.ui.widgets.pill import Pill
from inspector.ui.words.dates import moment


class StartView(QWidget):
    """`files`, `folder` ask for what to read, `go_on` opens what was put aside, `drop` forgets it, `take_back` undoes
    an import.
    """

    def __init__(
        self,
        files: Callable[[], object],
        folder: Callable[[], object],
        go_on: Callable[[], object],
        drop: Callable[[], object],
        take_back: Callable[[Receipt], object],
    ) -> None:
        super().__init__()
        self._files, self._folder = files, folder
        self._go_on, self._drop, self._take_back = go_on, drop, take_back
        self.take_back_button: QPushButton | None = None
        self._inside: QWidget | None = None
        self._layout = down(gap=0)
        self._foot = FootBar([("Enter", tr("The next step")), ("O", tr("Choose files")), ("F", tr("Choose a folder"))])
        self.setLayout(down(Grow(self._layout), self._foot, gap=0))

    @property
    def next(self) -> QPushButton | None:
        """The filled button: what Enter does here."""
        shown = self._inside.findChildren(QPushButton) if self._inside else ()
        return next((each for each in shown if each.property("kind") == "filled"), None)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter is for the button the ring is on, else for the next step."""
        if event.key() not in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            super().keyPressEvent(event)
            return
        here = self.focusWidget()
        if wanted := here if isinstance(here, QPushButton) else self.next:
            wanted.click()

    def show_state(
        self,
        receipts: Sequence[Receipt],
        open_review: Review | None,
        today: date,
        mode: LayoutMode,
        dispatch: Callable[[], object],
    ) -> None:
        """Show the last imports, or the first steps when there was none."""
        if self._inside:
            self._layout.removeWidget(self._inside)
            self._inside.hide()
            self._inside.deleteLater()
        self.take_back_button = None
        empty = not receipts and open_review is None
        self._inside = self._first_steps(mode, dispatch) if empty else self._cards(receipts, open_review, today)
        self._layout.addWidget(self._inside)

    def _first_steps(self, mode: LayoutMode, dispatch: Callable[[], object]) -> QWidget:
        steps = (
            FirstStep(
                tr("Send the lists"),
                tr("Each unit gets a workbook to fill in."),
                tr("Go to dispatch"),
                dispatch,
                "send",
            ),
            FirstStep(
                tr("Choose what came back"),
                tr("Workbooks, photos, zips, several at once. Nothing changes before you have looked at it."),
                tr("Choose files"),
                self._files,
                "file-spreadsheet",
                is_next=True,
            ),
            FirstStep(
                tr("Or a whole folder"),
                tr("All lists and photos in it. Photos find their finding by the number in their name."),
                tr("Choose a folder"),
                self._folder,
                "folder-open",
            ),
        )
        words = tr("Drop the files units sent anywhere on this page.")
        return EmptyState(tr("Nothing came back yet"), words, steps, mode)

    def _cards(self, receipts: Sequence[Receipt], open_review: Review | None, today: date) -> QWidget:
        cards = [self._put_aside(open_review)] if open_review else []
        cards.append(self._drop_zone(is_next=open_review is None))
        if receipts:
            cards.append(label(tr("Last imports"), "md", bold=True))
        last = next((one for one in receipts if one.stands), None)
        cards += [self._receipt(one, today, can_go=one is last) for one in receipts]
        return scrolling(down(*cards, STRETCH, gap=12, margins=(24, 20, 24, 20)))

    def _put_aside(self, review: Review) -> QWidget:
        names = "、".join(file.file.path.name for file in review.preview.files[:3])
        words = wrapping(tr("Put aside: {files}", files=names), "base", bold=True)
        facts = wrapping(
            tr("Answers that can be taken: {n}, waiting for you: {m}", n=review.answers, m=review.undecided), "sm"
        )
        go_on = filled(tr("Go on checking"), self._go_on, icon="play")
        return sheet(
            down(words, facts, flowing(go_on, quiet(tr("Forget it"), self._drop)), gap=8, margins=(20, 14, 20, 14)),
            "note",
        )

    def _drop_zone(self, *, is_next: bool) -> QWidget:
        kind = filled if is_next else outlined
        choose = kind(tr("Choose files"), self._files, icon="file-spreadsheet", keys="O")
        folder = outlined(tr("Choose a folder"), self._folder, icon="folder-open", keys="F")
        title = wrapping(tr("Drop the files units sent anywhere on this page."), "md", bold=True)
        kinds = wrapping(
            tr("Workbooks (.xlsx .xls .ods), photos, folders, zips. Nothing changes before you have looked."),
            "sm",
            "text2",
        )
        words = down(title, kinds, flowing(choose, folder), gap=8)
        return sheet(
            across(icon_label("inbox", "accent_ink", 28), Grow(words), gap=16, margins=(20, 16, 20, 16)), "card"
        )

    def _receipt(self, one: Receipt, today: date, *, can_go: bool) -> QWidget:
        head = tr("{when}, {who}", when=moment(one.at, today), who=one.person) if one.person else moment(one.at, today)
        files = wrapping("、".join(one.files[:6]), "base", bold=True)
        facts = wrapping(tr("Answers: {n}, photos: {m}", n=one.replies, m=one.photos), "sm", "text2")
        words = down(label(head, "sm", "text2"), files, facts, gap=2)
        right: tuple[QWidget, ...] = ()
        if not one.stands:
            right = (Pill(tr("Taken back"), "neutral", "undo-2"),)
        elif can_go:
            self.take_back_button = outlined(tr("Take it back"), lambda: self._take_back(one), icon="undo-2")
            right = (self.take_back_button,)
        return sheet(across(Grow(words), *right, gap=12, margins=(20, 12, 20, 12)), "card")
