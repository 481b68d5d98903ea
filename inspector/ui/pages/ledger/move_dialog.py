"""What a move must bring: a reason, a unit, a day, a ground, a photo or scan; only what this move asks for."""

from collections.abc import Callable, Mapping
from datetime import date, timedelta
from pathlib import Path

from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QSizePolicy, QWidget

from inspector.domain.lifecycle import Move, Need, rule_of
from inspector.domain.moving import Given
from inspector.domain.redirections import Ground
from inspector.domain.replies import Outcome, Said
from inspector.ui.dialogs.modal import Modal
from inspector.ui.pages.ledger.move_words import deed_words, ground_words, hint_words
from inspector.ui.photo_intake import choose_files
from inspector.ui.theme.current import current
from inspector.ui.translation import listed, tr
from inspector.ui.widgets.boxes import STRETCH, across, down
from inspector.ui.widgets.buttons import filled, outlined
from inspector.ui.widgets.combo import Combo
from inspector.ui.widgets.day_field import DayField
from inspector.ui.widgets.form import FormRow
from inspector.ui.widgets.labels import wrapping
from inspector.ui.widgets.search_combo import SearchCombo, Spell

_TAKES_PHOTOS = {
    Move.REPLY,
    Move.PASS_RECHECK,
    Move.SEND_BACK,
    Move.ASK_EXTENSION,
    Move.GRANT_EXTENSION,
    Move.REDIRECT,
}
_SOON = timedelta(days=7)

Act = Callable[[Given, tuple[Path, ...]], object]


def needs_asking(move: Move) -> bool:
    """Something has to be given or may be: the dialog opens. Signing and beginning take one press."""
    return bool(rule_of(move).needs) or move is Move.REPLY


class MoveDialog(Modal):
    """`act(given, photo files)` is called when everything the move needs is there."""

    def __init__(
        self, parent: QWidget, move: Move, number: int, units: Mapping[str, str], spell: Spell, today: date, act: Act
    ) -> None:
        """`number` says how many findings are moved, `units` are names by id."""
        super().__init__(parent, deed_words(move))
        self._move = move
        self._act = act
        self._needs = rule_of(move).needs
        self._files: tuple[Path, ...] = ()
        self.unit = SearchCombo(tr("Unit"), spell, [("", tr("Choose a unit")), *units.items()])
        self.unit.setAccessibleName(tr("To which unit"))
        self.ground = Combo([("", tr("Choose a ground")), *((g.value, ground_words(g)) for g in Ground)])
        self.ground.setAccessibleName(tr("Ground"))
        self.until = DayField(tr("Until"), today + _SOON, today)
        self.person = QLineEdit()
        self.person.setAccessibleName(tr("The unit's person"))
        self.reason = QPlainTextEdit()
        self.reason.setTabChangesFocus(True)
        self.reason.setAccessibleName(tr("Reason"))
        self.reason.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.reason.setFixedHeight(current().px(88))
        self.photos = outlined(tr("Add photo or scan"), self._choose_photos, icon="image-plus")
        self.chosen = wrapping("", "sm", "text2")
        self.chosen.hide()
        self.leave = outlined(tr("Leave it"), self.reject)
        self.go = filled(deed_words(move) if number == 1 else f"{deed_words(move)} {number}", self.finish)

        asked = (wrapping(deed_words(move), "lg", bold=True), wrapping(hint_words(move), "base", "text2"))
        self.hint = wrapping("", "sm", "text3")
        body = down(*asked, *self._rows(), self.hint, STRETCH, gap=10)
        self.ask(body, self.leave, self.go, writes_lines=True)
        for signal in (self.unit.chosen, self.ground.chosen, self.reason.textChanged):
            signal.connect(self._check)
        self._check()

    def given(self) -> Given:
        """What was filled in."""
        reason = self.reason.toPlainText().strip()
        said = Said(Outcome.DONE, reason, person=self.person.text().strip()) if self._move is Move.REPLY else None
        return Given(
            reason="" if said else reason,
            unit=self.unit.value if Need.UNIT in self._needs else "",
            due_on=self.until.day if Need.DEADLINE in self._needs else None,
            ground=Ground(self.ground.value) if Need.GROUND in self._needs and self.ground.value else None,
            said=said,
        )

    def add_files(self, files: tuple[Path, ...]) -> None:
        """Take these photo files along."""
        self._files += files
        self.chosen.setText("\n".join(file.name for file in self._files))
        self.chosen.setVisible(bool(self._files))
        self.take_height()

    def finish(self) -> None:
        """Do it, when everything is there."""
        if self.go.isEnabled():
            self.accept()
            self._act(self.given(), self._files)

    def _rows(self) -> list[QWidget]:
        rows: list[QWidget] = []
        if Need.GROUND in self._needs:
            rows.append(FormRow(tr("Ground"), self.ground))
        if Need.UNIT in self._needs:
            rows.append(FormRow(tr("To"), self.unit))
        if Need.DEADLINE in self._needs:
            rows.append(FormRow(tr("Until"), self.until))
        if self._move is Move.REPLY:
            rows.append(FormRow(tr("Person"), self.person))
        rows.append(FormRow(tr("What was done") if self._move is Move.REPLY else tr("Reason"), self.reason))
        if self._move in _TAKES_PHOTOS:
            photos = QWidget()
            photos.setLayout(down(across(self.photos, STRETCH), self.chosen, gap=4))
            rows.append(FormRow(tr("Photos"), photos))
        return rows

    def _choose_photos(self) -> None:
        self.add_files(choose_files(self, ""))

    def _check(self) -> None:
        given = self.given()
        lacks = {
            tr("Ground"): Need.GROUND in self._needs and given.ground is None,
            tr("Unit"): Need.UNIT in self._needs and not given.unit,
            tr("Reason"): Need.REASON in self._needs and not given.reason,
        }
        missing = [words for words, is_missing in lacks.items() if is_missing]
        self.go.setEnabled(not missing)
        self.hint.setText(tr("Still missing: {what}", what=listed(missing)))
        self.hint.setVisible(bool(missing))
