"""Verdicts on the shown item: by key, by mark, by a figure, for the rest of a section, and none again."""

from inspector.domain.inspections import Verdict
from inspector.domain.judging import FigureName
from inspector.ui.context import Context
from inspector.ui.pages.record.at_desk import AtDesk
from inspector.ui.pages.record.columns import Columns
from inspector.ui.pages.record.desk import Desk
from inspector.ui.pages.record.item_editor import ItemEditor
from inspector.ui.pages.record.photos import Photos
from inspector.ui.pages.record.sections import section_of
from inspector.ui.theme.paint import MarkKind
from inspector.ui.translation import tr
from inspector.ui.words.states import mark_verdict


class Judging:
    """What was typed is saved before each verdict; photos that waited for a fail are taken with it."""

    def __init__(self, context: Context, page: AtDesk, columns: Columns, editor: ItemEditor, photos: Photos) -> None:
        self._context = context
        self._page = page
        self._columns = columns
        self._items = columns.items
        self._figures = editor.figures
        self._photos = photos
        columns.items.rest_passes.connect(self.pass_rest)
        editor.question.judged.connect(self._judge_by_mark)
        editor.figures.given.connect(self._figure)
        editor.figures.left.connect(self._figure_done)

    def judge(self, verdict: Verdict) -> None:
        """1, 2, 3."""
        desk = self._uncovered()
        if desk and desk.judge(verdict):
            self._items.setFocus()
            self._photos.take_waiting(desk)

    def clear(self) -> None:
        """0: back to 未查."""
        desk = self._uncovered()
        if desk and desk.is_answered and desk.clear():
            self._context.say(tr("Verdict cleared"), self._page.undo)

    def pass_rest(self, section: str = "") -> None:
        """Shift 1 and the deed of a band: the rest of the section passes."""
        desk = self._uncovered()
        if desk is None:
            return
        section = section or section_of(desk.sheet, desk.item)
        title = next((s.title for s in desk.sheet.checklist.sections if s.code == section), "")
        if passed := desk.pass_rest(section):
            self._context.say(tr("“{section}”: the other {n} passed", section=title, n=passed), self._page.undo)

    def ask_figure(self) -> None:
        """A verdict that follows from a figure was wanted without it."""
        self._figures.ask(tr("Give the figure, the verdict follows from it"))

    def _uncovered(self) -> Desk | None:
        """The open desk with its item in sight: nobody judges what a photo or a panel hides."""
        self._photos.close()
        self._columns.uncover()
        return self._page.open_desk()

    def _judge_by_mark(self, mark: MarkKind) -> None:
        if verdict := mark_verdict(mark):
            self.judge(verdict)

    def _figure(self, name: str, value: float | None) -> None:
        desk = self._page.desk
        if desk and desk.is_open and desk.figure(FigureName(name), value):
            self._photos.take_waiting(desk)

    def _figure_done(self) -> None:
        """Enter in a figure field: on when the item passed, else to what follows from a fail."""
        self._items.setFocus()
        desk = self._page.desk
        if desk and desk.verdict is Verdict.PASS:
            desk.go_on()
