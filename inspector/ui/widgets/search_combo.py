"""A list too long to look through: it opens with a field to type a name, another name, pinyin or initials into."""

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame
from shiboken6 import isValid

from inspector.ui.theme.current import current
from inspector.ui.widgets.boxes import down
from inspector.ui.widgets.choice_list import ChoiceList
from inspector.ui.widgets.combo import Combo

Spell = Callable[[Callable[[Mapping[str, str]], object]], object]
"""Gives the lines values are found by to the one who asks, at once or later."""

_WIDTH, _HEIGHT = 320, 280
_OPENS = {Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Space, Qt.Key.Key_F4}


class SearchCombo(Combo):
    """A combo whose values are searched. `asks` stands in the field, `spell` is asked each time it opens."""

    def __init__(
        self,
        asks: str,
        spell: Spell,
        values: Sequence[tuple[str, str]] = (),
        *,
        clears: bool = False,
        compact: bool = False,
    ) -> None:
        """`clears`: the value "" may be chosen too; otherwise its words are only what stands there before a choice."""
        super().__init__(values, compact=compact)
        self._asks = asks
        self._spell = spell
        self._clears = clears
        self.popup: ChoicePopup | None = None

    def showPopup(self) -> None:
        """Open the field and the list below this one, or above it where there is no room."""
        values = [(self.itemData(n), self.itemText(n)) for n in range(self.count())]
        self.popup = popup = ChoicePopup(self, self._asks)
        popup.choices.offer([pair for pair in values if pair[0] or self._clears], self.value)
        popup.choices.taken.connect(self._take)
        popup.open_at(self)
        self._spell(lambda found_by: popup.choices.learn(found_by) if isValid(popup) else None)

    def hidePopup(self) -> None:
        """Close it."""
        if self.popup and isValid(self.popup):
            self.popup.close()
        self.popup = None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows and Space open the list, as does a letter that is no key of the page: it is searched for."""
        typed = event.text().strip() if event.text().isprintable() else ""
        held = event.modifiers() & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier)
        if held or not (typed or event.key() in _OPENS):
            super().keyPressEvent(event)
            return
        self.showPopup()
        if typed and self.popup:
            self.popup.choices.search.setText(typed)

    def _take(self, value: str) -> None:
        self.hidePopup()
        self.show_value(value)
        self.chosen.emit(value)


class ChoicePopup(QFrame):
    """What opens: closed by Esc, a click elsewhere, or a choice."""

    def __init__(self, combo: Combo, asks: str) -> None:
        super().__init__(combo, Qt.WindowType.Popup | Qt.WindowType.FramelessWindowHint)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setProperty("role", "card")
        self.choices = ChoiceList(combo.accessibleName(), asks, _HEIGHT)
        self.setLayout(down(self.choices, margins=(8, 8, 8, 8)))

    def open_at(self, combo: Combo) -> None:
        """Stand below the combo, inside the screen, and take what is typed."""
        self.setFixedWidth(max(combo.width(), current().px(_WIDTH)))
        self.adjustSize()
        below = combo.mapToGlobal(QPoint(0, combo.height()))
        room = combo.screen().availableGeometry()
        top = below.y() if below.y() + self.height() <= room.bottom() else below.y() - combo.height() - self.height()
        left = min(below.x(), room.right() - self.width())
        self.move(max(room.left(), left), max(room.top(), top))
        self.show()
        self.choices.setFocus()
