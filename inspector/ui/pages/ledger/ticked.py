"""What is done with several findings at once: the bar over the ticked ones, handing them on, making them void."""

from collections.abc import Callable, Collection
from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from inspector.domain.ledger import LedgerRow
from inspector.domain.lifecycle import Move
from inspector.domain.progress import Progress
from inspector.domain.stored import Changed
from inspector.services.pressing import Letter
from inspector.ui.context import Context
from inspector.ui.dialogs.reason_dialog import ReasonDialog
from inspector.ui.dialogs.unit_dialog import ask_for_unit
from inspector.ui.jobs import Job
from inspector.ui.pages.ledger.answers import can_be_dispatched
from inspector.ui.pages.ledger.moves import MoveDeeds
from inspector.ui.pages.ledger.papers import Papers
from inspector.ui.pages.ledger.selection_bar import SelectionBar
from inspector.ui.translation import tr
from inspector.ui.widgets.boxes import down
from inspector.ui.widgets.foot_bar import FootBar
from inspector.ui.widgets.paged_model import PagedModel


class Ticked(QObject):
    """Keeps `bar` true to the ticks of `model` and does its deeds; dialogs open over `page`."""

    def __init__(self, context: Context, page: QWidget, model: PagedModel[LedgerRow]) -> None:
        super().__init__(page)
        self._context = context
        self._page = page
        self._model = model
        self._sorting_out: Job | None = None
        self.bar = SelectionBar()
        self.moves = MoveDeeds(context, page)
        self.papers = Papers(context, page)
        self._is_narrow = self._is_empty = False
        self._hints = FootBar(
            [
                ("↑ ↓", tr("Choose a line")),
                ("Space", tr("Tick")),
                ("Ctrl A", tr("Tick all")),
                ("Enter", tr("To the panel")),
                ("Z", tr("Large photo")),
                ("1–9", tr("Views")),
                ("?", tr("All keys")),
            ]
        )
        self._hints.setFixedHeight(self.bar.height())  # the first tick moves no row
        self.foot = QWidget()
        self.foot.setLayout(down(self.bar, self._hints, gap=0))

        model.modelReset.connect(self._listed)
        model.ticks_changed.connect(self._count)
        self.bar.cleared.connect(self.clear)
        self.bar.moves.wanted.connect(lambda move: self.moves.ask(Move(move), model.ticked))
        self.bar.moves.press_wanted.connect(lambda: self.papers.press(model.ticked))
        self.bar.moves.letters_wanted.connect(lambda kind: self.papers.ask_letters(Letter(kind), model.ticked))
        self.bar.moves.unit_wanted.connect(lambda: self._with_those_to_dispatch(self._ask_unit))
        self.bar.dispatch_wanted.connect(lambda: self._with_those_to_dispatch(self._dispatch))
        self.bar.void_wanted.connect(lambda: self.ask_why(model.ticked))

    def take_form(self, *, narrow: bool) -> None:
        """Keys are printed, and buttons have words, where there is room for them."""
        self._is_narrow = narrow
        self.papers.take_form(narrow=narrow)
        self._show_hints()

    def clear(self) -> bool:
        """Take all ticks off; False when there were none."""
        had = bool(self._model.ticked)
        self._model.tick_all(on=False)
        return had

    def ask_why(self, findings: Collection[str]) -> None:
        """Ask for the reason and make these findings void."""
        many = len(findings) > 1
        title = tr("Make {n} findings void", n=len(findings)) if many else tr("Make this finding void")
        words = tr("Void findings stay in the ledger with your reason and are not dispatched. You can undo it.")
        deed = tr("Void {n}", n=len(findings))
        ReasonDialog(self._page, title, words, deed, partial(self._make_void, findings)).open()

    def _count(self) -> None:
        ticked = self._model.ticked
        if self._sorting_out:
            self._sorting_out.cancel()
        self._show_hints()
        if not ticked:
            self.bar.show_ticked(0, 0)
            return
        services = self._context.services

        def work(_progress: Progress) -> tuple[tuple[str, ...], dict[Move, int]]:
            return can_be_dispatched(services, ticked), services.moves.possible(ticked)

        def done(found: tuple[tuple[str, ...], dict[Move, int]]) -> None:
            if ticked is self._model.ticked:
                self.bar.show_ticked(len(ticked), len(found[0]))
                self.bar.moves.show_moves(found[1], len(found[0]))

        self._sorting_out = self._context.jobs.look_up(work, done, owner=self)

    def _show_hints(self) -> None:
        self._hints.setVisible(not (self._is_empty or self._model.ticked or self._is_narrow))

    def _listed(self) -> None:
        """Only an empty answer takes the hints away: before it they keep the height the rows will have."""
        self._is_empty = not self._model.ids
        self._show_hints()

    def _with_those_to_dispatch(self, deed: Callable[[tuple[str, ...]], object]) -> None:
        """Look behind the window which of the ticked ones were not dispatched yet."""
        services, ticked = self._context.services, self._model.ticked

        def work(_progress: Progress) -> tuple[str, ...]:
            return can_be_dispatched(services, ticked)

        self._context.jobs.look_up(work, deed, owner=self)

    def _dispatch(self, findings: tuple[str, ...]) -> None:
        self._context.go("dispatch", findings=",".join(findings))

    def _ask_unit(self, findings: tuple[str, ...]) -> None:
        title = tr("Unit for {n} findings", n=len(findings))
        ask_for_unit(self._context, self._page, title, "", lambda unit, _: self.hand_over(findings, unit))

    def hand_over(self, findings: tuple[str, ...], unit: str) -> None:
        """This unit leads all of these, as one act; who helped still helps, unless it leads now."""
        recording = self._context.services.recording

        def work(_progress: Progress) -> Changed:
            return recording.hand_over(findings, unit)

        def done(changed: Changed) -> None:
            self.clear()
            self._context.changed(changed)
            self._context.say(tr("Unit changed for {n} findings", n=len(findings)), self._context.undo)

        self._context.jobs.run(work, done, label=tr("Changing the unit"), owner=self._page)

    def _make_void(self, findings: Collection[str], reason: str) -> None:
        services = self._context.services

        def work(_progress: Progress) -> Changed:
            return services.ledger.void(tuple(findings), reason)

        def done(changed: Changed) -> None:
            self.clear()
            self._context.changed(changed)
            self._context.say(tr("{n} findings are void", n=len(findings)), self._context.undo)

        self._context.jobs.run(work, done, label=tr("Making void"), owner=self._page)
