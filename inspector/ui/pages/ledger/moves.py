"""Moves offered where findings are shown: the next sensible one as a button, the others under a menu."""

from collections.abc import Callable, Collection, Mapping, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QMenu, QWidget

from inspector.domain.errors import RefusedAll
from inspector.domain.evidence import Oddity
from inspector.domain.lifecycle import Move
from inspector.domain.moving import Given
from inspector.domain.progress import Progress
from inspector.domain.units import Unit
from inspector.services.moves import Moved
from inspector.services.pressing import Letter
from inspector.ui.context import Context
from inspector.ui.pages.ledger.letter_dialog import letter_words
from inspector.ui.pages.ledger.move_dialog import MoveDialog, needs_asking
from inspector.ui.pages.ledger.move_words import deed_words
from inspector.ui.translation import tr
from inspector.ui.units import unit_spelling
from inspector.ui.widgets.boxes import across
from inspector.ui.widgets.buttons import icon_button, outlined

_ONWARD = {Move.SIGN, Move.BEGIN, Move.REPLY, Move.PASS_RECHECK, Move.GRANT_EXTENSION}


class MoveButtons(QWidget):
    """`wanted` tells the move (its stored word), `letters_wanted` which letters.

    `press_wanted` is 催办, `unit_wanted` 改单位. Hidden while nothing can be done.
    """

    wanted = Signal(str)
    press_wanted = Signal()
    letters_wanted = Signal(str)
    unit_wanted = Signal()

    def __init__(self, *, folded: bool = False) -> None:
        """`folded`: all moves stand in the menu, for bars with little room."""
        super().__init__()
        self._folded = folded
        self.moves: dict[Move, int] = {}
        self.to_dispatch = 0
        self.next = outlined("", self._press, icon="arrow-right")
        self.more = icon_button("ellipsis", tr("More moves"), self._open_menu)
        self.setLayout(across(self.next, self.more, gap=8))
        self.hide()

    def show_moves(self, moves: Mapping[Move, int], to_dispatch: int = 0) -> None:
        """Offer these; in a folded menu each with how many findings it would move, and another unit for those that were
        not dispatched yet.
        """
        self.to_dispatch = to_dispatch
        self.moves = {move: number for move, number in moves.items() if move is not Move.VOID}
        self.setVisible(bool(self.moves) or bool(to_dispatch))
        if self.moves:
            self.next.setText(" " + self._words(next(iter(self.moves))))
        self.next.setVisible(not self._folded)
        self.more.setVisible(self._folded or len(self.moves) > 1)

    @property
    def leads_on(self) -> bool:
        """The first move is what comes next in the life of the finding, not a way back or aside."""
        return next(iter(self.moves), None) in _ONWARD

    def menu(self) -> QMenu:
        """The moves behind the first."""
        menu = QMenu(self)
        for move in list(self.moves)[0 if self._folded else 1 :]:
            menu.addAction(self._words(move)).triggered.connect(partial(self.wanted.emit, str(move)))
        if self.to_dispatch:
            menu.addAction(tr("Change the unit of {n}", n=self.to_dispatch)).triggered.connect(self.unit_wanted)
        if self._folded:
            menu.addSeparator()
            menu.addAction(tr("Pressing list")).triggered.connect(self.press_wanted)
            for kind in Letter:
                menu.addAction(letter_words(kind)).triggered.connect(partial(self.letters_wanted.emit, str(kind)))
        return menu

    def _words(self, move: Move) -> str:
        number = self.moves[move]
        return f"{deed_words(move)} {number}" if self._folded else deed_words(move)

    def _press(self) -> None:
        if self.moves:
            self.wanted.emit(str(next(iter(self.moves))))

    def _open_menu(self) -> None:
        self.menu().popup(self.more.mapToGlobal(self.more.rect().topLeft()))


class MoveDeeds(QObject):
    """Makes moves for a page: asks for what they need, writes them behind the window, says what was refused."""

    def __init__(self, context: Context, page: QWidget) -> None:
        super().__init__(page)
        self._context = context
        self._page = page

    def ask(self, move: Move, findings: Collection[str]) -> None:
        """Make the move, with a dialog first when it needs something."""
        if not needs_asking(move):
            self._make(move, findings, Given(), ())
            return
        services = self._context.services
        units = {unit.id: unit.record.name for unit in services.registers.all(Unit)}
        today, spell = services.acts.today(), unit_spelling(self._context, self._page)
        act = partial(self._make, move, findings)
        MoveDialog(self._page, move, len(findings), units, spell, today, act).open()

    def look_at_evidence(self, finding: str, show: Callable[[str, Sequence[Oddity]], object]) -> None:
        """Compare the finding's photos with the whole file behind the window and show what is odd."""
        evidence = self._context.services.evidence

        def work(_progress: Progress) -> tuple[Oddity, ...]:
            return evidence.of_findings([finding]).get(finding, ())

        self._context.jobs.look_up(work, partial(show, finding), owner=self)

    def _make(self, move: Move, findings: Collection[str], given: Given, files: tuple[Path, ...]) -> None:
        services = self._context.services

        def work(progress: Progress) -> Moved:
            return services.moves.make_with(
                move, tuple(findings), given, [(file.name, file) for file in files], progress
            )

        self._context.jobs.run(work, partial(self._made, move), label=deed_words(move), owner=self._page)

    def _made(self, move: Move, moved: Moved) -> None:
        if moved.changed:
            words = tr("{move}: {n} findings", move=deed_words(move), n=len(moved.accepted))
            self._context.say(words, self._context.undo)
            self._context.changed(moved.changed)
        if moved.refused:
            self._context.complain(RefusedAll(moved.refused))
